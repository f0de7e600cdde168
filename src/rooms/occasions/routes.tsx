import { type Context, Hono } from 'hono'
import type { Said } from '#kit/form/form.ts'
import type { Inside } from '#kit/http/types.ts'
import { isColleague } from '#rooms/people/door.ts'
import { mayTendNetwork } from '#rooms/relations/door.ts'
import { addOccasion, type Done, give, removeOccasion, repeat, setGuests } from './actions.ts'
import { guestsForm, occasionForm } from './forms.ts'
import { OccasionsPage } from './pages/list.tsx'
import { LabelsPage, OccasionPage } from './pages/one.tsx'
import { couldCome, findOccasion, occasionsOf } from './queries.ts'
import { words } from './words/words.ts'

const one = '/attenties/:id{[0-9a-f-]{36}}'
const say = (c: Context<Inside>) => words.in(c.var.language)

export const inside = new Hono<Inside>()
  .get('/attenties', (c) => showAll(c, occasionForm.blank({ kind: 'card' }), 200))

  .post('/attenties', async (c) => {
    const body = await c.var.body()
    const form = occasionForm.safeParse(body)
    if (!form.success) return showAll(c, occasionForm.sayBack(form.error, body), 422)
    const added = await c.var.work((tx, me) => addOccasion(tx, me, form.data))
    if (!added.ok && added.because === 'names')
      return showAll(c, { values: body, errors: { name: 'error.names' } }, 422)
    return answer(c, added, 'added')
  })

  .get(one, async (c) => {
    const found = await listed(c)
    if (!found) return c.notFound()
    return c.var.page(<OccasionPage {...found} today={c.var.today} mayTend={mayTendNetwork(c.var.me)} />)
  })

  .post(one, async (c) => {
    const form = guestsForm.safeParse(await c.var.body())
    const guests = form.success ? form.data.guests : []
    const done = await c.var.work((tx, me) => setGuests(tx, me, c.req.param('id'), guests, c.var.today))
    return answer(c, done, 'one.saved')
  })

  .get(`${one}/etiketten`, async (c) => {
    const found = mayTendNetwork(c.var.me) ? await listed(c) : undefined
    if (!found) return c.notFound()
    return c.var.page(<LabelsPage occasion={found.occasion} guests={found.lines.filter(({ isOn }) => isOn)} />)
  })

  .post(`${one}/gift`, async (c) =>
    answer(c, await c.var.work((tx, me) => give(tx, me, c.req.param('id'), c.var.today)), 'one.given'),
  )

  .post(`${one}/herhaling`, async (c) =>
    answer(c, await c.var.work((tx, me) => repeat(tx, me, c.req.param('id'))), 'one.repeated'),
  )

  .post(`${one}/verwijdering`, async (c) => {
    const gone = await c.var.work((tx, me) => removeOccasion(tx, me, c.req.param('id')))
    if (!gone.ok) return c.notFound()
    c.var.tell(say(c)['one.removed'])
    return c.redirect('/attenties', 303)
  })

/** The occasion in the address with every line that could be on its list, for who works here. */
async function listed(c: Context<Inside>) {
  const { me, today } = c.var
  const id = c.req.param('id') ?? ''
  if (!isColleague(me)) return undefined
  return c.var.work(async (tx) => {
    const occasion = await findOccasion(tx, me.organisationId, id)
    return occasion && { occasion, lines: await couldCome(tx, me.organisationId, id, today) }
  })
}

function answer(c: Context<Inside>, done: Done, said: 'added' | 'one.saved' | 'one.given' | 'one.repeated') {
  if (!done.ok) return c.notFound()
  c.var.tell(say(c)[said])
  return c.redirect(`/attenties/${done.id}`, 303)
}

async function showAll(c: Context<Inside>, said: Said, status: 200 | 422) {
  const { me, today } = c.var
  if (!isColleague(me) || (status === 422 && !mayTendNetwork(me))) return c.notFound()
  const occasions = await c.var.work((tx) => occasionsOf(tx, me.organisationId))
  return c.var.page(<OccasionsPage {...{ occasions, said, today }} mayTend={mayTendNetwork(me)} />, status)
}
