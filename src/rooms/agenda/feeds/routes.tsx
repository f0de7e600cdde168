import { type Context, Hono } from 'hono'
import type { Said } from '#kit/form/form.ts'
import type { Inside } from '#kit/http/types.ts'
import { dayPlan, isColleague, spacesOf } from '#rooms/people/door.ts'
import { words } from '../words/words.ts'
import { mayFollowVisits } from './access.ts'
import { type Made, makeFeed, removeFeed, renewFeed } from './actions.ts'
import { feedForm } from './forms.ts'
import { AddressPage, FeedsPage } from './pages/feeds.tsx'
import { feedsOf, partnersHere, schoolsVisited } from './queries.ts'

const one = '/agenda/abonnementen/:id{[0-9a-f-]+}'

export const inside = new Hono<Inside>()
  .get('/agenda/abonnementen', (c) =>
    mayHave(c) ? show(c, { values: { what: c.req.query('wat') ?? '' }, errors: {} }, 200) : c.notFound(),
  )

  .post('/agenda/abonnementen', async (c) => {
    if (!mayHave(c)) return c.notFound()
    const body = await c.var.body()
    const form = feedForm.safeParse(body)
    if (!form.success) return show(c, feedForm.sayBack(form.error, body), 422)
    const made = await c.var.work((tx, me) => makeFeed(tx, me, form.data.what))
    if (made.ok) return tell(c, made)
    const error = made.because === 'too-many' ? 'error.feeds' : 'error.feed'
    return show(c, { values: body, errors: { what: error } }, 422)
  })

  .post(`${one}/vernieuwing`, async (c) => {
    const renewed = await c.var.work((tx, me) => renewFeed(tx, me, c.req.param('id')))
    return renewed.ok ? tell(c, renewed) : c.notFound()
  })

  .post(`${one}/verwijdering`, async (c) => {
    const { ok } = await c.var.work((tx, me) => removeFeed(tx, me, c.req.param('id')))
    if (!ok) return c.notFound()
    c.var.tell(words.in(c.var.language)['feeds.removed'])
    return c.redirect('/agenda/abonnementen', 303)
  })

const tell = (c: Context<Inside>, { secret, kind }: Extract<Made, { ok: true }>) =>
  c.var.page(<AddressPage address={`${c.var.config.baseUrl}/agenda/feed/${secret}.ics`} mayHand={kind === 'partner'} />)

const mayHave = (c: Context<Inside>) => isColleague(c.var.me) || mayFollowVisits(c.var.me)

/** What there is to choose from: at a school its rooms, groups and partners; for a partner its schools. */
async function show(c: Context<Inside>, said: Said, status: 200 | 422) {
  const { me, today } = c.var
  const found = await c.var.work(async (tx) => {
    const own = await feedsOf(tx, me)
    if (!isColleague(me)) return { feeds: own, schools: await schoolsVisited(tx, me, today) }
    return {
      feeds: own,
      spaces: await spacesOf(tx, me.organisationId),
      groups: (await dayPlan(tx, me.organisationId)).groups,
      partners: await partnersHere(tx, me, today),
    }
  })
  return c.var.page(<FeedsPage {...found} said={said} today={today} />, status)
}
