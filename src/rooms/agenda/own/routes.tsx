import { type Context, Hono } from 'hono'
import type { Said } from '#kit/form/form.ts'
import { unfit } from '#kit/http/outside.ts'
import type { Inside } from '#kit/http/types.ts'
import { unlock } from '#kit/vault/vault.ts'
import { isColleague } from '#rooms/people/door.ts'
import { addDuty, removeDuty } from '../duties/actions.ts'
import { dutyForm } from '../duties/forms.ts'
import { dutiesOf } from '../duties/queries.ts'
import { words as ofDuties } from '../duties/words/words.ts'
import { hoursBeside } from '../ical/beside.ts'
import { about, addAddress, addFile, askAgain, removeCalendar } from './actions.ts'
import { calendarForm } from './forms.ts'
import { OwnPage } from './pages/own.tsx'
import { calendarsOf, type OwnCalendar } from './queries.ts'
import { asAddress, daysAhead, fromPairs, mostBytes } from './rules.ts'
import { words } from './words/words.ts'

const one = '/agenda/eigen/:id{[0-9a-f-]+}'
const duty = '/agenda/eigen/week/:id{[0-9a-f-]+}'
const blank: Said = { values: {}, errors: {} }

export const inside = new Hono<Inside>()
  .get('/agenda/eigen', (c) => show(c, calendarForm.blank(), 200))

  .post('/agenda/eigen', async (c) => {
    const body = await c.var.body()
    const form = calendarForm.safeParse(body)
    if (!form.success) return show(c, calendarForm.sayBack(form.error, body), 422)
    const address = asAddress(form.data.address)
    const wrong = unfit(address, { near: c.var.config.development })
    if (wrong) return show(c, { values: body, errors: { address: `error.${wrong}` } }, 422)
    const added = await c.var.work((tx, me) => addAddress(tx, me, address, c.var.now))
    if (!added.ok) return show(c, { values: body, errors: { address: 'error.many' } }, 422)
    c.var.nudge()
    return told(c, 'added')
  })

  .post('/agenda/eigen/bestand', async (c) => {
    const file = await c.var.upload('file')
    if (!file) return show(c, { values: {}, errors: { file: 'error.noFile' } }, 422)
    if (file.bytes.length > mostBytes) return show(c, { values: {}, errors: { file: 'error.large' } }, 422)
    const read = await hoursBeside({ bytes: file.bytes, kind: 'file', now: c.var.now.getTime() })
    const added = await c.var.work((tx, me) => addFile(tx, me, read, c.var.now))
    if (added.ok) return told(c, 'read')
    const errors = { 'too-many': 'error.many', 'not-a-calendar': 'error.file', 'too-large': 'error.large' }
    const error = errors[added.because]
    return show(c, { values: {}, errors: { file: error } }, 422)
  })

  .post('/agenda/eigen/week', async (c) => {
    if (!isColleague(c.var.me)) return c.notFound()
    const body = await c.var.body()
    const form = dutyForm.safeParse(body)
    if (!form.success) return show(c, blank, 422, dutyForm.sayBack(form.error, body))
    const added = await c.var.work((tx, me) => addDuty(tx, me, form.data))
    if (added.ok) return toldOfWeek(c, 'added')
    if (added.because === 'not-yours') return c.notFound()
    const errors = added.because === 'order' ? { until: 'error.until' } : { weekday: 'error.many' }
    return show(c, blank, 422, { values: body, errors })
  })

  .post(`${duty}/verwijdering`, async (c) => {
    const gone = await c.var.work((tx, me) => removeDuty(tx, me, c.req.param('id')))
    return gone.ok ? toldOfWeek(c, 'removed') : c.notFound()
  })

  .post(`${one}/ophaling`, async (c) => {
    const asked = await c.var.work((tx, me) => askAgain(tx, me, c.req.param('id'), c.var.now))
    if (!asked.ok) return c.notFound()
    c.var.nudge()
    return told(c, 'asked')
  })

  .post(`${one}/verwijdering`, async (c) => {
    const gone = await c.var.work((tx, me) => removeCalendar(tx, me, c.req.param('id')))
    return gone.ok ? told(c, 'removed') : c.notFound()
  })

function told(c: Context<Inside>, word: 'added' | 'read' | 'asked' | 'removed') {
  c.var.tell(words.in(c.var.language)[word])
  return c.redirect('/agenda/eigen', 303)
}

function toldOfWeek(c: Context<Inside>, word: 'added' | 'removed') {
  c.var.tell(ofDuties.in(c.var.language)[word])
  return c.redirect('/agenda/eigen#week', 303)
}

/** Of the address only where it is, for whoever gave it. */
function placeOf({ id, sealed }: OwnCalendar): string | undefined {
  const address = sealed ? unlock(sealed, about(id)) : undefined
  return address && URL.canParse(address) ? new URL(address).hostname : undefined
}

async function show(c: Context<Inside>, form: Said, status: 200 | 422, week: Said = blank) {
  const { found, duties } = await c.var.work(async (tx, me) => ({
    found: await calendarsOf(tx, me),
    duties: isColleague(me) ? await dutiesOf(tx, me) : undefined,
  }))
  const own = found.map((one) => ({ ...one, place: placeOf(one), sealed: null }))
  const busy = daysAhead(
    found.flatMap((one) => fromPairs(one.busy ?? [])),
    c.var.now.getTime(),
  )
  const { today } = c.var
  return c.var.page(
    <OwnPage calendars={own} busy={busy} said={form} today={today} duties={duties} week={week} />,
    status,
  )
}
