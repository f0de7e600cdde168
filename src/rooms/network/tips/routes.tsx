import { type Context, Hono } from 'hono'
import type { Said } from '#kit/form/form.ts'
import type { Inside } from '#kit/http/types.ts'
import { isColleague } from '#rooms/people/door.ts'
import { findCard } from '../queries.ts'
import { isMine } from './access.ts'
import { changeTip, confirmTip, giveTip, removeTip, type Told } from './actions.ts'
import { tipForm } from './forms.ts'
import { TipFormPage } from './pages/tip-form.tsx'
import { findTip } from './queries.ts'
import { monthsUntil, topicsFor } from './rules.ts'
import { words } from './words/words.ts'

const all = '/netwerk/:id{[0-9a-f-]+}/tips'
const one = `${all}/:tip{[0-9a-f-]+}` as const

export const inside = new Hono<Inside>()
  .get(`${all}/nieuw`, (c) => {
    const [month = ''] = monthsUntil(c.var.today)
    return showForm(c, '', tipForm.blank({ usedOn: month }), 200)
  })

  .post(all, async (c) => {
    const body = await c.var.body()
    const form = tipForm.safeParse(body)
    if (!form.success) return showForm(c, '', tipForm.sayBack(form.error, body), 422)
    const said = { ...form.data, today: c.var.today }
    const told = await c.var.work((tx, me) => giveTip(tx, me, c.req.param('id'), said))
    return isRefused(told) ? showForm(c, '', withNames(body), 422) : answer(c, told, 'said.saved')
  })

  .get(one, async (c) => {
    const tip = await c.var.work((tx, me) => findTip(tx, me.organisationId, c.req.param('tip')))
    if (!tip || !isMine(c.var.me, tip) || tip.relationId !== c.req.param('id')) return c.notFound()
    const { line, usedOn, stage, topic } = tip
    return showForm(c, tip.id, tipForm.blank({ line, usedOn, stage: stage ?? '', topic: topic ?? '' }), 200)
  })

  .post(one, async (c) => {
    const body = await c.var.body()
    const id = c.req.param('tip')
    const form = tipForm.safeParse(body)
    if (!form.success) return showForm(c, id, tipForm.sayBack(form.error, body), 422)
    const said = { ...form.data, today: c.var.today }
    const told = await c.var.work((tx, me) => changeTip(tx, me, id, said))
    return isRefused(told) ? showForm(c, id, withNames(body), 422) : answer(c, told, 'said.saved')
  })

  .post(`${one}/bevestiging`, async (c) =>
    answer(c, await c.var.work((tx, me) => confirmTip(tx, me, c.req.param('tip'), c.var.today)), 'said.confirmed'),
  )

  .post(`${one}/verwijdering`, async (c) =>
    answer(c, await c.var.work((tx, me) => removeTip(tx, me, c.req.param('tip'))), 'said.removed'),
  )

const isRefused = (told: Told) => !told.ok && told.because === 'names'
const withNames = (body: Said['values']): Said => ({ values: body, errors: { line: 'error.names' } })

function answer(c: Context<Inside>, told: Told, said: 'said.saved' | 'said.confirmed' | 'said.removed') {
  if (!told.ok) return c.notFound()
  c.var.tell(words.in(c.var.language)[said])
  return c.redirect(`/netwerk/${c.req.param('id')}`, 303)
}

/** The form for a tip about the partner in the address: a new one, or one's own again. */
async function showForm(c: Context<Inside>, tip: string, said: Said, status: 200 | 422) {
  if (!isColleague(c.var.me)) return c.notFound()
  const id = c.req.param('id') ?? ''
  const found = await c.var.work(async (tx, me) => ({
    card: await findCard(tx, me.organisationId, id, c.var.today),
    mine: tip ? await findTip(tx, me.organisationId, tip) : undefined,
  }))
  if (!found.card || (tip && !(found.mine && isMine(c.var.me, found.mine)))) return c.notFound()
  const action = `/netwerk/${id}/tips${tip && `/${tip}`}`
  return c.var.page(
    <TipFormPage partner={found.card} topics={topicsFor(found.card)} action={action} said={said} today={c.var.today} />,
    status,
  )
}
