import { type Context, Hono } from 'hono'
import type { Said } from '#kit/form/form.ts'
import type { Inside } from '#kit/http/types.ts'
import { isColleague } from '#rooms/people/door.ts'
import { boundsOf, loadsOf, openLines } from '../queries.ts'
import type { Load } from '../rules.ts'
import { mayDecide } from './access.ts'
import { addPoint, beginAfterAll, type Done, declareHours, retirePoint, setBounds, stayAway } from './actions.ts'
import { boundsForm, hoursField, hoursForm, pointForm, restraintForm } from './forms.ts'
import { SpacePage } from './pages/space.tsx'
import { VisionPage } from './pages/vision.tsx'
import { restraintsOf, visionOf } from './queries.ts'
import { words } from './words/words.ts'

const point = '/visie/punten/:id{[0-9a-f-]+}'

export const inside = new Hono<Inside>()
  .get('/visie', (c) => (isColleague(c.var.me) ? showVision(c, {}, 200) : c.notFound()))

  .post('/visie/punten', async (c) => {
    if (!leads(c)) return c.notFound()
    const body = await c.var.body()
    const form = pointForm.safeParse(body)
    if (!form.success) return showVision(c, { point: pointForm.sayBack(form.error, body) }, 422)
    const done = await c.var.work((tx, me) => addPoint(tx, me, { ...form.data, today: c.var.today }))
    return !done.ok && done.because === 'child'
      ? showVision(c, { point: { values: body, errors: { name: 'error.child' } } }, 422)
      : saved(c, done, '/visie')
  })

  .post(`${point}/rust`, async (c) =>
    saved(c, await c.var.work((tx, me) => retirePoint(tx, me, c.req.param('id'), c.var.today)), '/visie'),
  )

  .post(`${point}/herstel`, async (c) =>
    saved(c, await c.var.work((tx, me) => retirePoint(tx, me, c.req.param('id'), null)), '/visie'),
  )

  .post('/visie/grenzen', async (c) => {
    if (!leads(c)) return c.notFound()
    const body = await c.var.body()
    const form = restraintForm.safeParse(body)
    if (!form.success) return showVision(c, { restraint: restraintForm.sayBack(form.error, body) }, 422)
    const done = await c.var.work((tx, me) => stayAway(tx, me, { ...form.data, today: c.var.today }))
    return !done.ok && done.because === 'child'
      ? showVision(c, { restraint: { values: body, errors: { reason: 'error.child' } } }, 422)
      : saved(c, done, '/visie')
  })

  .post('/visie/grenzen/:topic/herroeping', async (c) =>
    saved(c, await c.var.work((tx, me) => beginAfterAll(tx, me, c.req.param('topic'))), '/visie'),
  )

  .get('/ruimte', (c) => (isColleague(c.var.me) ? showSpace(c, undefined, 200) : c.notFound()))

  .post('/ruimte/grens', async (c) => {
    if (!leads(c)) return c.notFound()
    const body = await c.var.body()
    const form = boundsForm.safeParse(body)
    if (!form.success) return showSpace(c, { bounds: boundsForm.sayBack(form.error, body) }, 422)
    return saved(c, await c.var.work((tx, me) => setBounds(tx, me, form.data)), '/ruimte')
  })

  .post('/ruimte/uren', async (c) => {
    if (!leads(c)) return c.notFound()
    const body = await c.var.body()
    const loads = await c.var.work((tx, me) => loadsOf(tx, me.organisationId, c.var.today))
    const asked = loads.filter(({ personId }) => hoursField(personId) in body)
    const hours = hoursForm(asked.map(({ personId }) => personId))
    const form = hours.safeParse(body)
    if (!form.success) return showSpace(c, { hours: hours.sayBack(form.error, body) }, 422)
    const agreed = asked.map(({ personId, declared }) => ({
      personId,
      declared,
      hours: form.data[hoursField(personId)] ?? null,
    }))
    const changed = agreed.filter((one) => one.hours !== one.declared)
    return saved(c, await c.var.work((tx, me) => declareHours(tx, me, changed)), '/ruimte')
  })

const leads = (c: Context<Inside>) => isColleague(c.var.me) && mayDecide(c.var.me)

function saved(c: Context<Inside>, done: Done<'not-found' | 'child'>, path: string) {
  if (!done.ok) return c.notFound()
  c.var.tell(words.in(c.var.language)['said.saved'])
  return c.redirect(path, 303)
}

type Again = { point?: Said; restraint?: Said }
async function showVision(c: Context<Inside>, again: Again, status: 200 | 422) {
  const [vision, restraints] = await c.var.work(
    async (tx, { organisationId }) =>
      [await visionOf(tx, organisationId), await restraintsOf(tx, organisationId)] as const,
  )
  return c.var.page(
    <VisionPage
      {...{ vision, restraints }}
      point={again.point ?? pointForm.blank()}
      restraint={again.restraint ?? restraintForm.blank()}
      mayDecide={leads(c)}
      today={c.var.today}
    />,
    status,
  )
}

type AtSpace = { bounds?: Said; hours?: Said } | undefined
async function showSpace(c: Context<Inside>, again: AtSpace, status: 200 | 422) {
  const [bounds, lines, loads] = await c.var.work(
    async (tx, { organisationId }) =>
      [
        await boundsOf(tx, organisationId),
        await openLines(tx, organisationId, c.var.today),
        await loadsOf(tx, organisationId, c.var.today),
      ] as const,
  )
  const values = { mostLines: bounds.mostLines ?? '', mostPerOwner: bounds.mostPerOwner ?? '' }
  const said = Object.fromEntries(Object.entries(values).map(([field, value]) => [field, String(value)]))
  return c.var.page(
    <SpacePage
      lines={lines.length}
      unowned={lines.filter(({ ownerId }) => ownerId === null).length}
      // Of others only who leads sees it.
      {...{ bounds, loads: loads.filter(({ personId }) => leads(c) || personId === c.var.me.personId) }}
      said={again?.bounds ?? boundsForm.blank(said)}
      hours={again?.hours ?? hoursForm([]).blank(agreedHours(loads))}
      mayDecide={leads(c)}
    />,
    status,
  )
}

const agreedHours = (loads: readonly Load[]) =>
  Object.fromEntries(loads.map(({ personId, declared }) => [hoursField(personId), String(declared ?? '')]))
