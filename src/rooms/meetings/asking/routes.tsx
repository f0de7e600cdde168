import { type Context, Hono } from 'hono'
import type { Body, Said } from '#kit/form/form.ts'
import type { Inside } from '#kit/http/types.ts'
import type { Day } from '#kit/time/day.ts'
import { isColleague } from '#rooms/people/door.ts'
import { isMaker } from '../access.ts'
import { type Known, whatIsKnown } from '../finding/queries.ts'
import { momentsFor, tickedOf } from '../finding/rules.ts'
import { frameFrom } from '../hours/rules.ts'
import { beginPoints } from '../points/actions.ts'
import { usualPoints } from '../points/words/words.ts'
import { findMeeting, inviteesOf } from '../queries.ts'
import { dayIn, stateOf, timeIn } from '../rules.ts'
import type { Meeting } from '../tables.ts'
import { keepWishes } from '../wishes/actions.ts'
import { words as wishWords } from '../wishes/words/words.ts'
import { words } from '../words/words.ts'
import { askAll, dropDraft, makeMeeting } from './actions.ts'
import { askForm, isLocalMoment, makeForm, ownMoment, ownMoments, ownRows, readTravels, travelField } from './forms.ts'
import { DraftPage } from './pages/draft.tsx'
import { NewPage } from './pages/new.tsx'
import { whoCanBeAsked } from './queries.ts'
import { usualAnswerBy } from './rules.ts'

const say = (c: Context<Inside>) => words.in(c.var.language)
const one = '/bijeenkomsten/:id{[0-9a-f-]+}'

export const inside = new Hono<Inside>()
  .get('/bijeenkomsten/nieuw', (c) =>
    isColleague(c.var.me)
      ? showNew(c, makeForm.blank({ title: say(c)['kind.consultation'], minutes: '30' }), 200)
      : c.notFound(),
  )

  .post('/bijeenkomsten', async (c) => {
    if (!isColleague(c.var.me)) return c.notFound()
    const body = await c.var.body()
    const form = makeForm.safeParse(body)
    if (!form.success) return showNew(c, makeForm.sayBack(form.error, body), 422)
    const made = await c.var.work(async (tx, me) => {
      const done = await makeMeeting(tx, me, form.data, c.var.today)
      if (done.ok) await beginPoints(tx, me, done.id, usualPoints(c.var.language, form.data.kind))
      return done
    })
    if (made.ok) return c.redirect(`/bijeenkomsten/${made.id}`, 303)
    if (made.because === 'not-yours') return c.notFound()
    return showNew(c, { values: body, errors: { [fieldOf[made.because] ?? 'title']: `error.${made.because}` } }, 422)
  })

  .post(`${one}/uitvraag`, async (c) => {
    const meeting = await draftIn(c)
    if (!meeting) return c.notFound()
    if (stateOf(meeting) !== 'draft') return tooLate(c, meeting)
    const body = await c.var.body()
    const read = await readAsking(c, meeting, body)
    if (!read.ok) return showDraft(c, meeting, { ask: read.said }, 422)
    const said = { ...read.said, moment: [...read.said.moment, ...read.own] }
    const asked = await c.var.work((tx, me) => askAll(tx, me, meeting.id, said, c.var))
    if (!asked.ok && asked.because === 'not-found') return c.notFound()
    if (!asked.ok && asked.because === 'not-now') return tooLate(c, meeting)
    if (!asked.ok) {
      const [field, error] = whyNotAsked[asked.because] ?? ['day1', `error.${asked.because}`]
      return showDraft(c, meeting, { ask: { values: body, errors: { [field]: error } } }, 422)
    }
    c.var.nudge()
    c.var.tell(say(c)['one.sent'])
    return c.redirect(`/bijeenkomsten/${meeting.id}`, 303)
  })

  // The wishes are kept with the draft and the moments looked for again; what she typed besides comes along.
  .post(`${one}/wensen`, async (c) => {
    const meeting = await draftIn(c)
    if (!meeting) return c.notFound()
    if (stateOf(meeting) !== 'draft') return tooLate(c, meeting)
    const body = await c.var.body()
    const read = await readAsking(c, meeting, body)
    if (!read.ok) return showDraft(c, meeting, { ask: read.said }, 422)
    const kept = await c.var.work((tx, me) => keepWishes(tx, me, meeting.id, read.said))
    if (!kept.ok && kept.because === 'not-found') return c.notFound()
    if (!kept.ok && kept.because === 'not-now') return tooLate(c, meeting)
    if (!kept.ok) return showDraft(c, meeting, { ask: { values: body, errors: { quorum: 'error.quorum.many' } } }, 422)
    c.var.tell(wishWords.in(c.var.language)['again.done'])
    const own = new URLSearchParams(read.own.map((at) => [ownMoment, at]))
    return c.redirect(`/bijeenkomsten/${meeting.id}${own.size ? `?${own}` : ''}`, 303)
  })

  .post(`${one}/verwijdering`, async (c) => {
    const meeting = await draftIn(c)
    if (!meeting) return c.notFound()
    const { ok } = await c.var.work((tx, me) => dropDraft(tx, me, meeting.id))
    if (!ok) return tooLate(c, meeting)
    c.var.tell(say(c)['draft.dropped'])
    return c.redirect('/bijeenkomsten', 303)
  })

const fieldOf: Record<string, string> = { nobody: 'colleagues', people: 'colleagues', many: 'outsiders' }

const whyNotAsked: Record<string, readonly [string, string]> = {
  day: ['answerBy', 'error.answerBy'],
  quorum: ['quorum', 'error.quorum.many'],
}

/** What the form of a draft says, with the moments she typed herself and how long each travels. */
async function readAsking(c: Context<Inside>, meeting: Meeting, body: Body) {
  const wrong = (field: string, error: string) =>
    ({ ok: false, said: { values: body, errors: { [field]: error } } }) as const
  const form = askForm.safeParse(body)
  if (!form.success) return { ok: false, said: askForm.sayBack(form.error, body) } as const
  const own = ownMoments(body)
  if (!own.ok) return wrong(own.field, 'error.moment')
  const travels = readTravels(await c.var.work((tx) => inviteesOf(tx, meeting)), body)
  if (!travels.ok) return wrong(travels.field, 'error.travel')
  return { ok: true, said: { ...form.data, travels: travels.travels }, own: own.moments } as const
}

function tooLate(c: Context<Inside>, { id }: Meeting) {
  c.var.tell(say(c)['said.not-now'])
  return c.redirect(`/bijeenkomsten/${id}`, 303)
}

const isId = (text: string) => /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/.test(text)
/** The meeting in the address, for who made it. */
async function draftIn(c: Context<Inside>): Promise<Meeting | undefined> {
  const meeting = await meetingIn(c)
  return meeting && isMaker(c.var.me, meeting) ? meeting : undefined
}

/** The meeting in the address, for whoever may see it. */
export async function meetingIn(c: Context<Inside>): Promise<Meeting | undefined> {
  const id = c.req.param('id') ?? ''
  return isColleague(c.var.me) && isId(id) ? c.var.work((tx, me) => findMeeting(tx, me.organisationId, id)) : undefined
}

async function showNew(c: Context<Inside>, said: Said, status: 200 | 422) {
  const who = await c.var.work((tx, me) => whoCanBeAsked(tx, me, c.var.today))
  return c.var.page(<NewPage who={who} said={said} />, status)
}

/** What was said back, of asking everybody or of the moment that is known already. */
export type DraftSaid = { ask?: Said; fix?: Said }
/** The second step: which moments. Without anything said, everybody must come and there is a week to answer. */
export async function showDraft(c: Context<Inside>, meeting: Meeting, back: DraftSaid, status: 200 | 422) {
  const { today } = c.var
  const known = await c.var.work((tx) => whatIsKnown(tx, meeting, frameFrom(today)))
  const found = momentsFor(known, { minutes: meeting.minutes, today })
  const blank = { values: { ...asKept(meeting, known, today), ...ownIn(c), moment: tickedOf(found) }, errors: {} }
  const { people: invitees, rooms, points } = known
  return c.var.page(
    <DraftPage {...{ meeting, found, today, invitees, rooms, points }} said={back.ask ?? blank} fix={back.fix} />,
    status,
  )
}

/** What a draft keeps of what was said before. */
function asKept(meeting: Meeting, { people }: Known, today: Day): Body {
  const { answerBy, quorum, showsAnswers, showsMails, takesOptions } = meeting
  const box = (ticked: boolean) => (ticked ? 'yes' : '')
  return {
    answerBy: answerBy && answerBy >= today ? answerBy : usualAnswerBy(today),
    required: people.filter(({ required }) => required).map(({ id }) => id),
    quorum: quorum ? String(quorum) : '',
    ...Object.fromEntries(people.map(({ id, travel }) => [travelField(id), String(travel)])),
    ...{ showsAnswers: box(showsAnswers), showsMails: box(showsMails), takesOptions: box(takesOptions) },
  }
}

/** The moments she had typed before she looked again. */
function ownIn(c: Context<Inside>): Body {
  const own = (c.req.queries(ownMoment) ?? []).filter(isLocalMoment).slice(0, ownRows.length)
  return Object.fromEntries(
    own.flatMap((at, nth) => [
      [`day${nth + 1}`, dayIn(at)],
      [`time${nth + 1}`, timeIn(at)],
    ]),
  )
}
