import { type Context, Hono } from 'hono'
import type { Said } from '#kit/form/form.ts'
import type { Inside } from '#kit/http/types.ts'
import { fill } from '#kit/words/words.ts'
import { spacesOf } from '#rooms/people/door.ts'
import { isMaker } from '../access.ts'
import { chooseForm, fixForm } from '../asking/forms.ts'
import { meetingIn, showDraft } from '../asking/routes.tsx'
import { type One, OnePage, type SaidAt } from '../pages/one.tsx'
import { inviteesOf, optionsOf } from '../queries.ts'
import { momentAt, stateOf } from '../rules.ts'
import type { Meeting } from '../tables.ts'
import { words } from '../words/words.ts'
import { cancelMeeting, type Fixing, fixMeeting } from './actions.ts'

const say = (c: Context<Inside>) => words.in(c.var.language)
const one = '/bijeenkomsten/:id{[0-9a-f-]+}'

export const inside = new Hono<Inside>()
  .post(`${one}/vaststelling`, async (c) => {
    const meeting = await meetingIn(c)
    if (!meeting || !isMaker(c.var.me, meeting)) return c.notFound()
    if (stateOf(meeting) === 'draft') return fixAtOnce(c, meeting)
    if (stateOf(meeting) !== 'asked') return back(c, meeting, 'said.not-now')
    const body = await c.var.body()
    const form = chooseForm.safeParse(body)
    if (!form.success) return show(c, meeting, { form: 'choose', said: chooseForm.sayBack(form.error, body) }, 422)
    const options = await c.var.work((tx) => optionsOf(tx, meeting))
    const option = options.find(({ id }) => id === form.data.option)
    if (!option)
      return show(c, meeting, { form: 'choose', said: { values: body, errors: { option: 'error.option' } } }, 422)
    return fix(c, meeting, { ...form.data, startsAt: option.startsAt }, 'choose')
  })

  .post(`${one}/verplaatsing`, async (c) => {
    const meeting = await meetingIn(c)
    if (!meeting || !isMaker(c.var.me, meeting)) return c.notFound()
    if (stateOf(meeting) !== 'fixed') return back(c, meeting, 'said.not-now')
    const body = await c.var.body()
    const form = fixForm.safeParse(body)
    if (!form.success) return show(c, meeting, { form: 'move', said: fixForm.sayBack(form.error, body) }, 422)
    return fix(c, meeting, { ...form.data, startsAt: momentAt(form.data.day, form.data.time) }, 'move')
  })

  .post(`${one}/afzegging`, async (c) => {
    const meeting = await meetingIn(c)
    if (!meeting || !isMaker(c.var.me, meeting)) return c.notFound()
    const { ok } = await c.var.work((tx, me) => cancelMeeting(tx, me, meeting.id, c.var))
    c.var.nudge()
    return back(c, meeting, ok ? 'one.cancelled' : 'said.not-now')
  })

const fieldOf: Record<string, string> = { past: 'day', space: 'spaceId', taken: 'spaceId' }

/** Agreed by phone already: a draft gets its moment, and nobody is asked. */
async function fixAtOnce(c: Context<Inside>, meeting: Meeting) {
  const body = await c.var.body()
  const form = fixForm.safeParse(body)
  if (!form.success) return showDraft(c, meeting, { fix: fixForm.sayBack(form.error, body) }, 422)
  return fix(c, meeting, { ...form.data, startsAt: momentAt(form.data.day, form.data.time) }, 'at-once')
}

async function fix(c: Context<Inside>, meeting: Meeting, said: Fixing, form: 'choose' | 'move' | 'at-once') {
  const fixed = await c.var.work((tx, me) => fixMeeting(tx, me, meeting.id, said, c.var))
  if (fixed.ok) {
    c.var.nudge()
    return back(c, meeting, form === 'move' ? 'one.moved' : 'one.fixed')
  }
  if (fixed.because === 'not-found') return c.notFound()
  if (fixed.because === 'not-now') return back(c, meeting, 'said.not-now')
  const field = form === 'choose' && fixed.because === 'past' ? 'option' : (fieldOf[fixed.because] ?? 'place')
  const error = fixed.because === 'taken' ? fill(say(c)['error.taken'], { by: fixed.by }) : `error.${fixed.because}`
  const values: Said['values'] = await c.var.body()
  const sayBack = { values, errors: { [field]: error } }
  return form === 'at-once'
    ? showDraft(c, meeting, { fix: sayBack }, 422)
    : show(c, meeting, { form, said: sayBack }, 422)
}

type Told =
  | 'answer.done'
  | 'one.added'
  | 'one.reminded'
  | 'one.remindedToday'
  | 'one.fixed'
  | 'one.moved'
  | 'one.cancelled'
export function back(c: Context<Inside>, { id }: Meeting, told: Told | 'said.closed' | 'said.not-now') {
  c.var.tell(say(c)[told])
  return c.redirect(`/bijeenkomsten/${id}`, 303)
}

/** The page of one meeting, with what was said back. */
export async function show(c: Context<Inside>, meeting: Meeting, said: SaidAt | undefined, status: 200 | 422) {
  const { me, today } = c.var
  const shown = await c.var.work(async (tx): Promise<One> => {
    const rooms = isMaker(me, meeting) ? await spacesOf(tx, me.organisationId) : []
    return { meeting, rooms, invitees: await inviteesOf(tx, meeting), options: await optionsOf(tx, meeting) }
  })
  return c.var.page(<OnePage one={shown} me={me.personId} back={said} now={c.var.now} today={today} />, status)
}
