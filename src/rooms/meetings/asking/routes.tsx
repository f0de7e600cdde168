import { type Context, Hono } from 'hono'
import type { Said } from '#kit/form/form.ts'
import type { Inside } from '#kit/http/types.ts'
import { isColleague } from '#rooms/people/door.ts'
import { isMaker } from '../access.ts'
import { whatIsKnown } from '../finding/queries.ts'
import { frameFrom, momentsFor, tickedOf } from '../finding/rules.ts'
import { beginPoints } from '../points/actions.ts'
import { pointsOf } from '../points/queries.ts'
import { usualPoints } from '../points/words/words.ts'
import { findMeeting } from '../queries.ts'
import { stateOf } from '../rules.ts'
import type { Meeting } from '../tables.ts'
import { words } from '../words/words.ts'
import { askAll, dropDraft, makeMeeting } from './actions.ts'
import { askForm, makeForm, ownMoments } from './forms.ts'
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
    const form = askForm.safeParse(body)
    if (!form.success) return showDraft(c, meeting, { ask: askForm.sayBack(form.error, body) }, 422)
    const own = ownMoments(body)
    if (!own.ok) return showDraft(c, meeting, { ask: { values: body, errors: { [own.field]: 'error.moment' } } }, 422)
    const said = { ...form.data, moment: [...form.data.moment, ...own.moments] }
    const asked = await c.var.work((tx, me) => askAll(tx, me, meeting.id, said, c.var))
    if (!asked.ok && asked.because === 'not-found') return c.notFound()
    if (!asked.ok && asked.because === 'not-now') return tooLate(c, meeting)
    if (!asked.ok) {
      const error = asked.because === 'day' ? { answerBy: 'error.answerBy' } : { day1: `error.${asked.because}` }
      return showDraft(c, meeting, { ask: { values: body, errors: error } }, 422)
    }
    c.var.nudge()
    c.var.tell(say(c)['one.sent'])
    return c.redirect(`/bijeenkomsten/${meeting.id}`, 303)
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
  const [known, points] = await c.var.work(
    async (tx) => [await whatIsKnown(tx, meeting, frameFrom(today)), await pointsOf(tx, meeting)] as const,
  )
  const found = momentsFor(known, { minutes: meeting.minutes, today })
  const blank = askForm.blank({
    ...{
      answerBy: usualAnswerBy(today),
      required: known.people.filter(({ required }) => required).map(({ id }) => id),
    },
    moment: tickedOf(found),
  })
  const { people: invitees, rooms } = known
  return c.var.page(
    <DraftPage {...{ meeting, found, today, invitees, rooms, points }} said={back.ask ?? blank} fix={back.fix} />,
    status,
  )
}
