import { type Context, Hono } from 'hono'
import type { Inside } from '#kit/http/types.ts'
import { sayKey } from '#kit/words/words.ts'
import { isColleague } from '#rooms/people/door.ts'
import { nameOf } from '#rooms/trade/door.ts'
import { searchForm } from './forms.ts'
import { type Found, SearchPage } from './pages/search.tsx'
import { atPartner, atSchool } from './queries.ts'
import { findAmong } from './rules.ts'
import { words } from './words/words.ts'

const nothing: Found = { partners: [], faces: [], colleagues: [], groups: [], schools: [] }

// Somebody's name is typed here: it travels in the body, and stands in no address, log or history.
export const inside = new Hono<Inside>()
  .get('/zoeken', (c) => c.var.page(<SearchPage wish="" found={undefined} isColleague={isColleague(c.var.me)} />))

  .post('/zoeken', async (c) => {
    const body = await c.var.body()
    const form = searchForm.safeParse(body)
    const here = isColleague(c.var.me)
    if (!form.success) {
      const { values, errors } = searchForm.sayBack(form.error, body)
      const error = sayKey(words.in(c.var.language), errors.wish ?? '')
      const wish = [values.wish ?? ''].flat()[0] ?? ''
      return c.var.page(<SearchPage {...{ wish, error }} found={undefined} isColleague={here} />, 422)
    }
    const { wish } = form.data
    const found = here ? await searchSchool(c, wish) : await searchPartner(c, wish)
    return c.var.page(<SearchPage wish={wish} found={found} isColleague={here} />)
  })

const bothNames = (kind: Parameters<typeof nameOf>[0], id: string) => [nameOf(kind, id, 'nl'), nameOf(kind, id, 'en')]

async function searchSchool(c: Context<Inside>, wish: string): Promise<Found> {
  const { lines, colleagues, groups } = await c.var.work((tx, me) => atSchool(tx, me.organisationId, c.var.today))
  const partners = lines.map((line) => ({
    ...line,
    names: [line.name],
    also: [line.type, line.place, ...(line.type ? bothNames('partnerType', line.type) : [])].filter(
      (one) => one !== null,
    ),
    about: line.topics.flatMap((topic) => [topic, ...bothNames('topic', topic)]),
  }))
  const faces = lines.flatMap((line) =>
    line.faces.map((face) => ({
      ...{ ...face, partner: line.name, partnerId: line.id },
      ...{ names: [face.name], also: [face.work ?? ''], about: [] },
    })),
  )
  return {
    ...nothing,
    partners: findAmong(wish, partners),
    faces: findAmong(wish, faces),
    colleagues: findAmong(wish, colleagues.map(findable)),
    groups: findAmong(
      wish,
      groups.map((group) => ({
        ...group,
        ...{ names: [group.name, `groep ${group.name}`, `group ${group.name}`], also: [], about: [] },
      })),
    ),
  }
}

async function searchPartner(c: Context<Inside>, wish: string): Promise<Found> {
  const { schools, colleagues } = await c.var.work((tx, me) => atPartner(tx, me.organisationId, c.var.today))
  const lines = schools.map((school) => ({
    ...school,
    ...{ names: [school.name], also: [school.place ?? '', school.owner ?? '', school.deputy ?? ''], about: [] },
  }))
  return { ...nothing, schools: findAmong(wish, lines), colleagues: findAmong(wish, colleagues.map(findable)) }
}

const findable = <C extends { name: string; roles: string[] }>(colleague: C) => ({
  ...colleague,
  ...{
    names: [colleague.name],
    also: colleague.roles.flatMap((role) => [role, ...bothNames('role', role)]),
    about: [],
  },
})
