import { Hono } from 'hono'
import { brake } from '#kit/http/limit.ts'
import type { Inside } from '#kit/http/types.ts'
import { isColleague } from '#rooms/people/door.ts'
import { isMaker } from './access.ts'
import { addMoment, sayWhen } from './answering/actions.ts'
import { readAnswers } from './answering/forms.ts'
import { remindNow } from './asking/actions.ts'
import { momentForm } from './asking/forms.ts'
import { inside as asking, meetingIn, showDraft } from './asking/routes.tsx'
import { back, inside as fixing, show } from './fixing/routes.tsx'
import { fileOf } from './fixing/rules.ts'
import { inside as inviting } from './inviting/routes.tsx'
import { FiguresPage } from './measuring/pages/figures.tsx'
import { fixedLately } from './measuring/queries.ts'
import { figuresOf } from './measuring/rules.ts'
import { ListPage } from './pages/list.tsx'
import { inside as points } from './points/routes.tsx'
import { inviteesOf, meetingsOf, optionsOf } from './queries.ts'
import { stateOf } from './rules.ts'
import { datesIn } from './series/queries.ts'
import { inside as series } from './series/routes.tsx'

const one = '/bijeenkomsten/:id{[0-9a-f-]+}'
/** Who is silent is reminded once a day, however often somebody presses. */
const mayRemind = brake({ most: 1, seconds: 20 * 3600 })

export const inside = new Hono<Inside>()
  .route('/', asking)
  .route('/', fixing)
  .route('/', inviting)
  .route('/', series)
  .route('/', points)

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
    if (stateOf(meeting) === 'draft') return showDraft(c, meeting, {}, 200)
    return show(c, meeting, undefined, 200)
  })

  .get(`${one}/agenda.ics`, async (c) => {
    const meeting = await meetingIn(c)
    const dates = meeting ? await c.var.work((tx) => datesIn(tx, meeting)) : []
    const file = meeting && fileOf(meeting, dates, c.var.config, c.var.now)
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

export const calendarHeaders = {
  'Content-Type': 'text/calendar; charset=utf-8',
  'Content-Disposition': 'attachment; filename="bijeenkomst.ics"',
  'Cache-Control': 'private, no-store',
}
