import { type Context, Hono } from 'hono'
import type { Actor } from '#kit/db/actor.ts'
import { atOnce, type Tx } from '#kit/db/database.ts'
import type { Inside } from '#kit/http/types.ts'
import { type Day, sayDay } from '#kit/time/day.ts'
import { fill } from '#kit/words/words.ts'
import { mayTend } from '#rooms/relations/door.ts'
import { isMaker } from '../access.ts'
import { atOnceForm, chooseForm, fixForm } from '../asking/forms.ts'
import { meetingIn, showDraft } from '../asking/routes.tsx'
import { type One, OnePage, type SaidAt } from '../pages/one.tsx'
import type { Line } from '../points/pages/agenda.tsx'
import { pointsOf } from '../points/queries.ts'
import { type Invitee, inviteesOf, optionsOf } from '../queries.ts'
import { endOf, momentAt, type Offered, stateOf } from '../rules.ts'
import { datesIn } from '../series/queries.ts'
import type { Meeting, Repeat } from '../tables.ts'
import { words } from '../words/words.ts'
import { cancelMeeting, type Fixed, type Fixing, fixMeeting } from './actions.ts'
import { roomsInUse } from './queries.ts'

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

/** Agreed by phone already: a draft gets its moment, and nobody is asked. */
async function fixAtOnce(c: Context<Inside>, meeting: Meeting) {
  const body = await c.var.body()
  const form = atOnceForm.safeParse(body)
  if (!form.success) return showDraft(c, meeting, { fix: atOnceForm.sayBack(form.error, body) }, 422)
  return fix(c, meeting, { ...form.data, startsAt: momentAt(form.data.day, form.data.time) }, 'at-once')
}

type Form = 'choose' | 'move' | 'at-once'
type Given = Omit<Fixing, 'repeating'> & { repeat?: Repeat | null; until?: Day | null; times?: number | null }

async function fix(c: Context<Inside>, meeting: Meeting, { repeat, until, times, ...given }: Given, form: Form) {
  const sayBack = async (field: string, error: string) => {
    const said = { values: await c.var.body(), errors: { [field]: error } }
    return form === 'at-once' ? showDraft(c, meeting, { fix: said }, 422) : show(c, meeting, { form, said }, 422)
  }
  if (repeat && !until && !times) return sayBack('until', 'error.repeat.end')
  const repeating = repeat ? { repeat, until: until ?? null, times: times ?? null } : undefined
  const fixed = await c.var.work((tx, me) => fixMeeting(tx, me, meeting.id, { ...given, repeating }, c.var))
  if (fixed.ok) {
    c.var.nudge()
    return back(c, meeting, form === 'move' ? 'one.moved' : 'one.fixed')
  }
  if (fixed.because === 'not-found') return c.notFound()
  if (fixed.because === 'not-now') return back(c, meeting, 'said.not-now')
  const { field, error } = whyNot(c, fixed)
  return sayBack(form === 'choose' && field === 'day' ? 'option' : field, error)
}

const fieldOf: Record<string, string> = {
  past: 'day',
  until: 'until',
  space: 'spaceId',
  full: 'spaceId',
  taken: 'spaceId',
}
/** Why it cannot be then or there, beside which field. */
export function whyNot(c: Context<Inside>, refused: Fixed & { ok: false }) {
  const error =
    refused.because === 'taken'
      ? fill(say(c)['error.taken'], { by: refused.by, day: sayDay(refused.on, c.var.language, c.var.today) })
      : refused.because === 'until'
        ? 'error.series.few'
        : `error.${refused.because}`
  return { field: fieldOf[refused.because] ?? 'place', error }
}

type Told =
  | 'answer.done'
  | 'one.added'
  | 'one.reminded'
  | 'one.remindedToday'
  | 'one.fixed'
  | 'one.moved'
  | 'one.cancelled'
  | 'series.moved'
  | 'series.cancelled'
export function back(c: Context<Inside>, { id }: Meeting, told: Told | 'said.closed' | 'said.not-now') {
  c.var.tell(say(c)[told])
  return c.redirect(`/bijeenkomsten/${id}`, 303)
}

/** The page of one meeting, with what was said back. */
export async function show(c: Context<Inside>, meeting: Meeting, said: SaidAt | undefined, status: 200 | 422) {
  const { me, today } = c.var
  const shown = await c.var.work(async (tx): Promise<One> => {
    const found = await atOnce({
      options: optionsOf(tx, meeting),
      points: pointsOf(tx, meeting),
      invitees: inviteesOf(tx, meeting),
      dates: datesIn(tx, meeting),
    })
    const rooms = isMaker(me, meeting) ? await roomsFor(tx, meeting, found.options) : []
    return { meeting, rooms, ...found, lines: linesOf(me, found.invitees) }
  })
  return c.var.page(<OnePage one={shown} me={me.personId} back={said} now={c.var.now} today={today} />, status)
}

/** Of invited partners: the lines that I may tend, each once. */
const linesOf = (me: Actor, invitees: readonly Invitee[]): Line[] => [
  ...new Map(
    invitees.flatMap(({ relationId: id, partner, ownerId, deputyId }) =>
      id && partner && mayTend(me, { schoolId: me.organisationId, ownerId, deputyId })
        ? [[id, { id, partner }] as const]
        : [],
    ),
  ).values(),
]

/** The rooms, with what takes them from the first moment that is offered to the last. */
function roomsFor(tx: Tx, { schoolId, id, minutes }: Meeting, options: readonly Offered[]) {
  const starts = options.map(({ startsAt }) => startsAt)
  const sorted = starts.map((at) => at.getTime()).sort((a, b) => a - b)
  const [from, last] = [new Date(sorted[0] ?? 0), new Date(sorted.at(-1) ?? 0)]
  return roomsInUse(tx, schoolId, { from, until: endOf(last, minutes), except: id, starts })
}
