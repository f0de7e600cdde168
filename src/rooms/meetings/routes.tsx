import { type Context, Hono } from 'hono'
import type { Said } from '#kit/form/form.ts'
import { brake } from '#kit/http/limit.ts'
import type { Inside } from '#kit/http/types.ts'
import { fill } from '#kit/words/words.ts'
import { isColleague, spacesOf } from '#rooms/people/door.ts'
import { isMaker } from './access.ts'
import { addMoment, sayWhen } from './answering/actions.ts'
import { readAnswers } from './answering/forms.ts'
import { remindNow } from './asking/actions.ts'
import { chooseForm, fixForm, momentForm } from './asking/forms.ts'
import { inside as asking, meetingIn, showDraft } from './asking/routes.tsx'
import { cancelMeeting, type Fixing, fixMeeting } from './fixing/actions.ts'
import { fileOf } from './fixing/rules.ts'
import { FiguresPage } from './measuring/pages/figures.tsx'
import { fixedLately } from './measuring/queries.ts'
import { figuresOf } from './measuring/rules.ts'
import { ListPage } from './pages/list.tsx'
import { type One, OnePage, type SaidAt } from './pages/one.tsx'
import { inviteesOf, meetingsOf, optionsOf } from './queries.ts'
import { momentAt, stateOf } from './rules.ts'
import type { Meeting } from './tables.ts'
import { words } from './words/words.ts'

const say = (c: Context<Inside>) => words.in(c.var.language)
const one = '/bijeenkomsten/:id{[0-9a-f-]+}'
/** Who is silent is reminded once a day, however often somebody presses. */
const mayRemind = brake({ most: 1, seconds: 20 * 3600 })

export const inside = new Hono<Inside>()
  .route('/', asking)

  .get('/bijeenkomsten', async (c) => {
    if (!isColleague(c.var.me)) return c.notFound()
    const { me, now, today } = c.var
    const rows = await c.var.work((tx) => meetingsOf(tx, me, now))
    return c.var.page(<ListPage rows={rows} me={me.personId} now={now} today={today} />)
  })

  .get('/bijeenkomsten/cijfers', async (c) => {
    if (!isColleague(c.var.me)) return c.notFound()
    const fixed = await c.var.work((tx, me) => fixedLately(tx, me.organisationId))
    return c.var.page(<FiguresPage figures={figuresOf(fixed)} />)
  })

  .get(one, async (c) => {
    const meeting = await meetingIn(c)
    if (!meeting) return c.notFound()
    if (stateOf(meeting) === 'draft') return showDraft(c, meeting, undefined, 200)
    return show(c, meeting, undefined, 200)
  })

  .get(`${one}/agenda.ics`, async (c) => {
    const meeting = await meetingIn(c)
    const file = meeting && fileOf(meeting, c.var.config, c.var.now)
    return file ? c.body(file, 200, calendarHeaders) : c.notFound()
  })

  .post(`${one}/antwoord`, async (c) => {
    const meeting = await meetingIn(c)
    if (!meeting) return c.notFound()
    const body = await c.var.body()
    const [invitees, options] = await c.var.work(
      async (tx) => [await inviteesOf(tx, meeting), await optionsOf(tx, meeting)] as const,
    )
    const mine = invitees.find(({ personId }) => personId === c.var.me.personId)
    if (!mine) return c.notFound()
    if (stateOf(meeting) !== 'asked') return back(c, meeting, 'said.closed')
    const read = readAnswers(options, body)
    if (!read.ok) return show(c, meeting, { form: 'answer', said: read.said }, 422)
    const where = { meeting, inviteeId: mine.id }
    const said = await c.var.work((tx) => sayWhen(tx, where, read.answers, c.var.now))
    c.var.nudge()
    return back(c, meeting, said.ok ? 'answer.done' : 'said.closed')
  })

  .post(`${one}/momenten`, async (c) => {
    const meeting = await meetingIn(c)
    if (!meeting || stateOf(meeting) === 'draft') return c.notFound()
    const body = await c.var.body()
    const form = momentForm.safeParse(body)
    if (stateOf(meeting) !== 'asked') return back(c, meeting, 'said.closed')
    if (!form.success) return show(c, meeting, { form: 'add', said: momentForm.sayBack(form.error, body) }, 422)
    const asMaker = isMaker(c.var.me, meeting)
    const added = await c.var.work((tx) => addMoment(tx, meeting, { ...form.data, asMaker }, c.var.now))
    if (added.ok) return back(c, meeting, 'one.added')
    if (added.because === 'closed') return c.notFound()
    return show(c, meeting, { form: 'add', said: { values: body, errors: { day: `error.${added.because}` } } }, 422)
  })

  .post(`${one}/herinnering`, async (c) => {
    const meeting = await meetingIn(c)
    if (!meeting || !isMaker(c.var.me, meeting)) return c.notFound()
    if (stateOf(meeting) !== 'asked') return back(c, meeting, 'said.not-now')
    if (!mayRemind(meeting.id, c.var.now.getTime()).ok) return back(c, meeting, 'one.remindedToday')
    await c.var.work((tx, me) => remindNow(tx, me, meeting.id))
    c.var.nudge()
    return back(c, meeting, 'one.reminded')
  })

  .post(`${one}/vaststelling`, async (c) => {
    const meeting = await meetingIn(c)
    if (!meeting || !isMaker(c.var.me, meeting)) return c.notFound()
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

export const calendarHeaders = {
  'Content-Type': 'text/calendar; charset=utf-8',
  'Content-Disposition': 'attachment; filename="bijeenkomst.ics"',
  'Cache-Control': 'private, no-store',
}

const fieldOf: Record<string, string> = { past: 'day', space: 'spaceId', taken: 'spaceId' }

async function fix(c: Context<Inside>, meeting: Meeting, said: Fixing, form: 'choose' | 'move') {
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
  return show(c, meeting, { form, said: { values, errors: { [field]: error } } }, 422)
}

type Told =
  | 'answer.done'
  | 'one.added'
  | 'one.reminded'
  | 'one.remindedToday'
  | 'one.fixed'
  | 'one.moved'
  | 'one.cancelled'
function back(c: Context<Inside>, { id }: Meeting, told: Told | 'said.closed' | 'said.not-now') {
  c.var.tell(say(c)[told])
  return c.redirect(`/bijeenkomsten/${id}`, 303)
}

async function show(c: Context<Inside>, meeting: Meeting, said: SaidAt | undefined, status: 200 | 422) {
  const { me, today } = c.var
  const shown = await c.var.work(async (tx): Promise<One> => {
    const rooms = isMaker(me, meeting) ? await spacesOf(tx, me.organisationId) : []
    return { meeting, rooms, invitees: await inviteesOf(tx, meeting), options: await optionsOf(tx, meeting) }
  })
  return c.var.page(<OnePage one={shown} me={me.personId} back={said} now={c.var.now} today={today} />, status)
}
