import { type Context, Hono } from 'hono'
import type { Body, Said } from '#kit/form/form.ts'
import type { Inside } from '#kit/http/types.ts'
import { dayPlus } from '#kit/time/day.ts'
import { fill } from '#kit/words/words.ts'
import { colleaguesOf, isColleague, spacesOf } from '#rooms/people/door.ts'
import { topicOf } from '#rooms/trade/door.ts'
import { findChoice, openLines } from '../queries.ts'
import { visionOf } from '../vision/queries.ts'
import { mayInvolve, mayTendResolution } from './access.ts'
import { changeResolution, type Done, involve, record, untick, withdrawResolution } from './actions.ts'
import { alsoForm, involvementForm, resolutionForm } from './forms.ts'
import { ResolutionFormPage } from './pages/form.tsx'
import { ResolutionsPage } from './pages/list.tsx'
import { ResolutionPage } from './pages/one.tsx'
import { InvolvementPage } from './pages/partner.tsx'
import { findResolution, involvementsOf, knownLines, type ResolutionShown, resolutionsOf } from './queries.ts'
import { proposed, usualAskUntil } from './rules.ts'
import { words } from './words/words.ts'

const one = '/besluiten/:id{[0-9a-f-]+}'
const partner = `${one}/partners/:line{[0-9a-f-]+}`
const say = (c: Context<Inside>) => words.in(c.var.language)
const isId = (text: string | undefined) => /^[0-9a-f]{8}-[0-9a-f-]{27}$/.test(text ?? '')

export const inside = new Hono<Inside>()
  .get('/besluiten', async (c) => {
    if (!isColleague(c.var.me)) return c.notFound()
    const resolutions = await c.var.work((tx, me) => resolutionsOf(tx, me.organisationId))
    return c.var.page(<ResolutionsPage resolutions={resolutions} today={c.var.today} />)
  })

  .get('/besluiten/nieuw', async (c) => {
    if (!isColleague(c.var.me)) return c.notFound()
    const from = c.req.query('keuze')
    const shown = isId(from) ? await c.var.work((tx, me) => findChoice(tx, me.organisationId, from!)) : undefined
    const { choice } = shown?.decided.length ? shown : {}
    const begun: Body = choice
      ? {
          ...{ title: choice.name, about: choice.better, choiceId: choice.id, lineId: choice.lineId ?? '' },
          ...{ visionId: choice.visionId ?? '', topic: choice.topic ?? '', type: choice.type ?? '' },
          ...{ ownerId: choice.ownerId ?? '', decidesOn: dayPlus(c.var.today, 28) },
        }
      : {}
    return showForm(c, resolutionForm.blank(begun), 200)
  })

  .post('/besluiten', async (c) => {
    if (!isColleague(c.var.me)) return c.notFound()
    const body = await c.var.body()
    const form = resolutionForm.safeParse(body)
    if (!form.success) return showForm(c, resolutionForm.sayBack(form.error, body), 422)
    const done = await c.var.work((tx, me) => record(tx, me, form.data, c.var.today))
    return answer(c, done, say(c)['told.saved'], (errors) => showForm(c, { values: body, errors }, 422))
  })

  .get(one, (c) => showOne(c, alsoForm.blank(), 200))

  .get(`${one}/wijziging`, async (c) => {
    const shown = await shownIn(c)
    if (!shown || !mayTendResolution(c.var.me, shown.resolution)) return c.notFound()
    return showForm(c, resolutionForm.blank(valuesOf(shown)), 200, shown)
  })

  .post(one, async (c) => {
    const shown = await shownIn(c)
    if (!shown || !mayTendResolution(c.var.me, shown.resolution)) return c.notFound()
    const body = await c.var.body()
    const form = resolutionForm.safeParse(body)
    if (!form.success) return showForm(c, resolutionForm.sayBack(form.error, body), 422, shown)
    const done = await c.var.work((tx, me) => changeResolution(tx, me, shown.resolution.id, form.data, c.var.today))
    return answer(c, done, say(c)['told.saved'], (errors) => showForm(c, { values: body, errors }, 422, shown))
  })

  .post(`${one}/verwijdering`, async (c) => {
    const done = await c.var.work((tx, me) => withdrawResolution(tx, me, c.req.param('id')))
    if (!done.ok) return c.notFound()
    c.var.tell(say(c)['told.withdrawn'])
    return c.redirect('/besluiten', 303)
  })

  .post(`${one}/partners`, async (c) => {
    const shown = await shownIn(c)
    if (!shown || !mayTendResolution(c.var.me, shown.resolution)) return c.notFound()
    const body = await c.var.body()
    const form = alsoForm.safeParse(body)
    if (!form.success) return showOne(c, alsoForm.sayBack(form.error, body), 422)
    const lines = await c.var.work((tx, me) => openLines(tx, me.organisationId, c.var.today))
    if (!lines.some(({ id }) => id === form.data.lineId))
      return showOne(c, { values: body, errors: { lineId: 'error.line' } }, 422)
    return c.redirect(`/besluiten/${shown.resolution.id}/partners/${form.data.lineId}`, 303)
  })

  .get(partner, (c) => showPartner(c, undefined))

  .post(partner, async (c) => {
    const { id, line } = c.req.param()
    const body = await c.var.body()
    const form = involvementForm.safeParse(body)
    if (!form.success) return showPartner(c, involvementForm.sayBack(form.error, body))
    const said = { ...form.data, today: c.var.today }
    const done = await c.var.work((tx, me) => involve(tx, me, { id, relationId: line }, said))
    return answer(c, done, await toldOf(c, done, line), (errors) => showPartner(c, { values: body, errors }))
  })

  .post(`${partner}/verwijdering`, async (c) => {
    const { id, line } = c.req.param()
    const done = await c.var.work((tx, me) => untick(tx, me, { id, relationId: line }, c.var.today))
    return answer(c, done, await toldOf(c, done, line), () => c.notFound())
  })

const shownIn = async (c: Context<Inside>): Promise<ResolutionShown | undefined> =>
  isColleague(c.var.me) && isId(c.req.param('id'))
    ? c.var.work((tx, me) => findResolution(tx, me.organisationId, c.req.param('id') ?? ''))
    : undefined

async function toldOf(c: Context<Inside>, done: Done, lineId: string): Promise<string> {
  if (!done.ok) return ''
  const lines = await c.var.work((tx, me) => openLines(tx, me.organisationId, c.var.today))
  return fill(say(c)['told.ticked'], { name: lines.find(({ id }) => id === lineId)?.name ?? '' })
}

type Again = (errors: Record<string, string>) => Response | Promise<Response>
function answer(c: Context<Inside>, done: Done, told: string, again: Again) {
  if (done.ok) {
    c.var.tell(told)
    return c.redirect(`/besluiten/${done.id}`, 303)
  }
  return done.because === 'wrong' ? again({ [done.field]: done.error }) : c.notFound()
}

async function showForm(c: Context<Inside>, said: Said, status: 200 | 422, changing?: ResolutionShown) {
  const { today } = c.var
  const lineId = changing ? changing.resolution.lineId : String(said.values['lineId'] ?? '')
  const { lines, ...around } = await c.var.work(async (tx, { organisationId }) => ({
    vision: await visionOf(tx, organisationId),
    spaces: await spacesOf(tx, organisationId),
    colleagues: await colleaguesOf(tx, organisationId, today),
    lines: lineId ? await openLines(tx, organisationId, today) : [],
  }))
  return c.var.page(
    <ResolutionFormPage
      {...{ said, today, ...around }}
      action={changing ? `/besluiten/${changing.resolution.id}` : '/besluiten'}
      line={lines.find(({ id }) => id === lineId)?.name}
      changing={changing?.resolution.title}
    />,
    status,
  )
}

async function showOne(c: Context<Inside>, said: Said, status: 200 | 422) {
  const { me, today } = c.var
  const shown = await shownIn(c)
  if (!shown) return c.notFound()
  const { resolution } = shown
  const { lines, ticked } = await c.var.work(async (tx, { organisationId }) => ({
    lines: await knownLines(tx, organisationId, today),
    ticked: await involvementsOf(tx, organisationId, resolution.id),
  }))
  const free = lines.filter(({ id }) => !ticked.some(({ relationId }) => relationId === id))
  const touched = proposed(resolution, free, topicOf(resolution.topic)?.partners ?? [])
  return c.var.page(
    <ResolutionPage
      {...{ shown, ticked, touched, said, today }}
      others={free.filter(({ id }) => !touched.some(({ line }) => line.id === id))}
      mayTend={mayTendResolution(me, resolution)}
      mayInvolve={(line) => mayInvolve(me, resolution, line)}
    />,
    status,
  )
}

async function showPartner(c: Context<Inside>, again: Said | undefined) {
  const { me, today } = c.var
  const shown = await shownIn(c)
  const lineId = c.req.param('line') ?? ''
  if (!shown || !isId(lineId)) return c.notFound()
  const { resolution } = shown
  const { line, ticked } = await c.var.work(async (tx, { organisationId }) => ({
    line: (await knownLines(tx, organisationId, today)).find(({ id }) => id === lineId),
    ticked: (await involvementsOf(tx, organisationId, resolution.id)).find(({ relationId }) => relationId === lineId),
  }))
  if (!line || !mayInvolve(me, resolution, line)) return c.notFound()
  const { way, why, askUntil, said } = ticked ?? {}
  const known = {
    ...{ way: way ?? (c.req.query('hoe') === 'not' ? 'not' : 'involved'), why: why ?? '', said: said ?? '' },
    askUntil: (ticked ? askUntil : usualAskUntil(resolution.decidesOn, today)) ?? '',
  }
  return c.var.page(
    <InvolvementPage
      {...{ resolution, line, today }}
      said={again ?? involvementForm.blank(known)}
      isTicked={Boolean(ticked)}
    />,
    again ? 422 : 200,
  )
}

const valuesOf = ({ resolution }: ResolutionShown): Body => {
  const { title, about, decidesOn, visionId, topic, type, weekdays, spaceId, ownerId } = resolution
  const said = { title, about, decidesOn, visionId, topic, type, spaceId, ownerId }
  return {
    ...Object.fromEntries(Object.entries(said).map(([field, value]) => [field, value ?? ''])),
    weekdays: weekdays.map(String),
  }
}
