import { type Context, Hono } from 'hono'
import type { Said } from '#kit/form/form.ts'
import type { Inside } from '#kit/http/types.ts'
import { sayDay } from '#kit/time/day.ts'
import { fill } from '#kit/words/words.ts'
import { isOfTheTwo } from './access.ts'
import { addPoint, carry, chooseDay, type Done, fetchBack, removePoint, settle, takeSignal } from './actions.ts'
import { dayForm, outcomeForm, pointForm, signalForm } from './forms.ts'
import { TandemSheetPage } from './pages/sheet.tsx'
import { saySignal } from './pages/signals.tsx'
import { TandemPage, type TandemProps } from './pages/tandem.tsx'
import { chosenDay, findPoint, pointsOf, signalsNow } from './queries.ts'
import { nextTime, sorted, timeAfter, toPropose } from './rules.ts'
import { words } from './words/words.ts'

const one = '/tandem/punten/:id{[0-9a-f-]{36}}'
const say = (c: Context<Inside>) => words.in(c.var.language)
const blank: Said = { values: {}, errors: {} }

export const inside = new Hono<Inside>()
  .get('/tandem', (c) => show(c, blank))

  .get('/tandem/blad', async (c) => {
    const found = await tandemOf(c)
    return found ? c.var.page(<TandemSheetPage {...found} />) : c.notFound()
  })

  .post('/tandem/dag', async (c) => {
    const body = await c.var.body()
    const form = dayForm.safeParse(body)
    if (!form.success) return show(c, dayForm.sayBack(form.error, body))
    const done = await c.var.work((tx, me) => chooseDay(tx, me, form.data.day, c.var.today))
    if (!done.ok && done.because === 'past') return show(c, { values: body, errors: { day: 'error.day' } })
    return saved(c, done, say(c)['day.saved'])
  })

  .post('/tandem/punten', async (c) => {
    const body = await c.var.body()
    const { today } = c.var
    const signal = signalForm.safeParse(body)
    if (signal.success) {
      const taking = { kind: signal.data.signal, asking: asking(c), say: saySignal.bind(null, say(c)) }
      return saved(c, await c.var.work((tx, me) => takeSignal(tx, me, taking)), say(c).taken)
    }
    const form = pointForm.safeParse(body)
    if (!form.success) return show(c, pointForm.sayBack(form.error, body))
    const done = await c.var.work((tx, me) => addPoint(tx, me, form.data.what, today))
    if (!done.ok && done.because === 'names') return show(c, { values: body, errors: { what: 'error.names' } })
    return saved(c, done, say(c).taken)
  })

  .post(`${one}/uitkomst`, async (c) => {
    const body = await c.var.body()
    const id = c.req.param('id')
    const form = outcomeForm.safeParse(body)
    if (!form.success) return showPoint(c, body, outcomeForm.sayBack(form.error, body).errors.outcome)
    const done = await c.var.work((tx, me) => settle(tx, me, id, form.data.outcome, c.var.today))
    return !done.ok && done.because === 'names'
      ? showPoint(c, body, 'error.names')
      : saved(c, done, say(c)['outcome.saved'])
  })

  .post(`${one}/doorschuiving`, async (c) => {
    const { today, language } = c.var
    const { done, chosen } = await c.var.work(async (tx, me) => ({
      done: await carry(tx, me, c.req.param('id'), today),
      chosen: await chosenDay(tx, me.organisationId),
    }))
    const day = sayDay(timeAfter(nextTime(chosen, today)), language, today)
    return saved(c, done, fill(say(c)['carry.saved'], { day }))
  })

  .post(`${one}/terugkeer`, async (c) =>
    saved(c, await c.var.work((tx, me) => fetchBack(tx, me, c.req.param('id'))), say(c)['back.saved']),
  )

  .post(`${one}/verwijdering`, async (c) =>
    saved(c, await c.var.work((tx, me) => removePoint(tx, me, c.req.param('id'))), say(c)['remove.saved']),
  )

function saved(c: Context<Inside>, done: Done, told: string) {
  if (!done.ok && done.because !== 'settled') return c.notFound()
  c.var.tell(done.ok ? told : say(c)['settled.before'])
  return c.redirect('/tandem', 303)
}

const asking = (c: Context<Inside>) => ({
  ...{ sources: c.var.signals, today: c.var.today, language: c.var.language },
})

/** The next time with what is for it, for the two. Three questions. */
async function tandemOf(c: Context<Inside>): Promise<TandemProps | undefined> {
  const { me, today } = c.var
  if (!isOfTheTwo(me)) return undefined
  return c.var.work(async (tx) => {
    const next = nextTime(await chosenDay(tx, me.organisationId), today)
    const points = await pointsOf(tx, me.organisationId)
    const signals = await signalsNow(tx, me, asking(c))
    return { next, signals, proposed: toPropose(signals, points, today), today, ...sorted(points, next) }
  })
}

async function show(c: Context<Inside>, said: Said) {
  const found = await tandemOf(c)
  if (!found) return c.notFound()
  return c.var.page(<TandemPage {...found} said={said} />, Object.keys(said.errors).length ? 422 : 200)
}

/** The page again, with what is not right at the point it is about; when that point is theirs. */
async function showPoint(c: Context<Inside>, values: Said['values'], error = 'error.outcome') {
  const id = c.req.param('id') ?? ''
  const point = isOfTheTwo(c.var.me) && (await c.var.work((tx, me) => findPoint(tx, me.organisationId, id)))
  if (!point) return c.notFound()
  if (point.settledOn) return saved(c, { ok: false, because: 'settled' }, '')
  return show(c, { values, errors: { [`outcome-${id}`]: error } })
}
