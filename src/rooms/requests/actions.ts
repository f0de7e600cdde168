import { and, eq, isNotNull, isNull, lt, notExists, or, sql } from 'drizzle-orm'
import type { Actor } from '#kit/db/actor.ts'
import type { Tx } from '#kit/db/database.ts'
import { enqueue } from '#kit/jobs/work.ts'
import { type Day, dayOf } from '#kit/time/day.ts'
import { eraseContents } from '#kit/trail/erase.ts'
import { colleaguesOf, isColleague } from '#rooms/people/door.ts'
import { findLineToAsk, findRequest, type LineToAsk, namesOf, oneAtATime, type RequestRow } from './queries.ts'
import { answerByFor, canDo, canSendOn, followUpBy, type Objection, objectionTo, reminderDays } from './rules.ts'
import {
  type DeclineReason,
  type MomentKind,
  type Outcome,
  type Request,
  requestLinks,
  requestMoments,
  requests,
  requestVisits,
} from './tables.ts'

/** To whom: a partner, by one of its faces or the first with a mail address, or a colleague. */
export type Addressee = { relationId: string; faceId?: string | null } | { personId: string }
export type Question = {
  level: Request['level']
  what: string
  forWhom: string
  wishDay: Day
  /** She says that it is not about one child, whatever it sounds like. Names and numbers must go all the same. */
  notOneChild?: boolean
}
export type Asking = { to: Addressee; now: Date; today: Day }
export type NotAsked = { ok: false; because: 'not-yours' | 'not-found' | 'not-now' | 'no-mail' | 'past' | Objection }
export type Asked = { ok: true; id: string } | NotAsked

/** Asks a partner or a colleague something. The letter goes, and reminders are put ready, when this is kept. */
export async function ask(tx: Tx, me: Actor, question: Question, asking: Asking): Promise<Asked> {
  const target = await targetOf(tx, me, asking)
  if (!target.ok) return target
  const because = objectionOf(question, target.adults, asking.today)
  if (because) return { ok: false, because }
  const { name, place } = await namesOf(tx, me)
  const by = { schoolId: me.organisationId, askedBy: me.personId, askerName: name, schoolName: place }
  const id = crypto.randomUUID()
  await putRequest(tx, by, question, { ...asking, faceId: target.faceId, id, followsId: null })
  return { ok: true, id }
}

type Target = { ok: true; name: string; adults: string[]; faceId: string | null } | NotAsked

/** Who can be asked, and how she hears of it. */
async function targetOf(tx: Tx, me: Actor, { to, today }: Asking): Promise<Target> {
  if (!isColleague(me)) return { ok: false, because: 'not-yours' }
  const colleagues = await colleaguesOf(tx, me.organisationId, today)
  const adults = colleagues.map(({ name }) => name)
  if ('personId' in to) {
    const colleague = colleagues.find(({ personId }) => personId === to.personId)
    if (!colleague || colleague.personId === me.personId) return { ok: false, because: 'not-found' }
    return colleague.mail || colleague.hasAccount
      ? { ok: true, name: colleague.name, adults, faceId: null }
      : { ok: false, because: 'no-mail' }
  }
  const line = await findLineToAsk(tx, me.organisationId, to.relationId, today)
  if (!line || (line.until && line.until < today)) return { ok: false, because: 'not-found' }
  const face = faceOf(line, to.faceId)
  if (face === 'none') return { ok: false, because: 'no-mail' }
  const there = [line.name, ...line.faces.map(({ name }) => name)]
  return { ok: true, name: line.name, adults: [...adults, ...there], faceId: face }
}

/** The face that gets the letter: the one she chose, or the first with a mail address. An account does as well. */
function faceOf({ faces, organisationId }: LineToAsk, wish: string | null | undefined): string | null | 'none' {
  const mailed = faces.filter(({ mail }) => mail)
  const chosen = wish ? mailed.find(({ id }) => id === wish) : mailed[0]
  return chosen?.id ?? (organisationId && !wish ? null : 'none')
}

function objectionOf(question: Question, adults: readonly string[], today: Day): 'past' | Objection | undefined {
  if (question.wishDay < today) return 'past'
  const objection = objectionTo([question.what, question.forWhom], adults)
  return objection === 'one-child' && question.notOneChild ? undefined : objection
}

type Putting = Asking & { faceId: string | null; id: string; followsId: string | null }
/** In whose name it is asked: hers who asks, also when a colleague whom she asked sends it on. */
type By = Pick<Request, 'schoolId' | 'askedBy' | 'askerName' | 'schoolName'>

async function putRequest(tx: Tx, by: By, question: Question, { to, now, today, faceId, id, followsId }: Putting) {
  const { level, what, forWhom, wishDay } = question
  const { schoolId, askedBy: personId, askerName: byName } = by
  const answerBy = answerByFor(today, wishDay)
  const addressee = 'personId' in to ? { personId: to.personId } : { relationId: to.relationId }
  await tx.insert(requests).values({
    ...{ ...by, id, followsId, ...addressee },
    ...{ level, what, forWhom: forWhom || null, wishDay, answerBy, createdAt: now },
  })
  const moment = { kind: 'asked', side: 'asking', personId, byName, at: now } as const
  await tx.insert(requestMoments).values({ schoolId, requestId: id, ...moment })
  await tell(tx, { schoolId, id, about: 'asked', to: 'asked', faceId })
  await remindLater(tx, { schoolId, id }, reminderDays(today, answerBy))
}

type OneRequest = { schoolId: string; id: string }
type NewMoment = Pick<
  typeof requestMoments.$inferInsert,
  'kind' | 'side' | 'byName' | 'text' | 'reason' | 'outcome' | 'at'
>
const putMoment = (tx: Tx, me: Actor, { schoolId, id: requestId }: OneRequest, moment: NewMoment) =>
  tx.insert(requestMoments).values({ schoolId, requestId, personId: me.personId, ...moment })

/** A letter about this, written by the keeper: who writes here knows neither addresses nor links. */
const tell = (tx: Tx, letter: OneRequest & { about: MomentKind; to: 'asking' | 'asked'; faceId?: string | null }) =>
  enqueue(tx, 'requests.tell', letter)

async function remindLater(tx: Tx, request: OneRequest, { before, after }: ReturnType<typeof reminderDays>) {
  const morning = (day: Day) => new Date(`${day}T06:30:00Z`)
  if (before) await enqueue(tx, 'requests.remind', { ...request, to: 'asked' }, morning(before))
  await enqueue(tx, 'requests.remind', { ...request, to: 'asking' }, morning(after))
}

export type Deed =
  | { kind: 'seen' | 'accepted' | 'withdrawn'; text?: string | null }
  | { kind: 'answered' | 'asked_on' | 'note'; text: string }
  | { kind: 'declined'; reason: DeclineReason; text?: string | null }
  | { kind: 'done'; outcome: Outcome; text?: string | null }
export type Acted = { ok: true; request: RequestRow } | { ok: false; because: 'not-found' | 'not-now' | Objection }
export type At = { now: Date; today: Day }

/** Does one thing with a request, for the side on which she stands: accept, decline, answer, withdraw, close… */
export async function act(tx: Tx, me: Actor, id: string, deed: Deed, { now, today }: At): Promise<Acted> {
  await oneAtATime(tx, id)
  const request = await findRequest(tx, me, id, today)
  if (!request?.party) return { ok: false, because: 'not-found' }
  if (!canDo(request.party, request.state, deed.kind)) return { ok: false, because: 'not-now' }
  const objection = personalIn(deed.text ?? '', await adultsAround(tx, me, request, today))
  if (objection) return { ok: false, because: objection }
  const { name } = await namesOf(tx, me)
  await putMoment(tx, me, request, { ...deed, text: deed.text || null, side: request.party, byName: name, at: now })
  if (deed.kind !== 'seen')
    await tell(tx, { ...idOf(request), about: deed.kind, to: request.party === 'asked' ? 'asking' : 'asked' })
  if (deed.kind === 'asked_on') await remindLater(tx, idOf(request), reminderDays(today, followUpBy(today)))
  return { ok: true, request }
}

const idOf = ({ schoolId, id }: OneRequest): OneRequest => ({ schoolId, id })

/** What may not stand in an answer either. Whether it sounds like one child is for who answers to judge. */
function personalIn(text: string, adults: readonly string[]): Objection | undefined {
  const objection = text ? objectionTo([text], adults) : undefined
  return objection === 'one-child' ? undefined : objection
}

const adultsAround = async (tx: Tx, me: Actor, request: RequestRow, today: Day): Promise<string[]> => {
  const here = await colleaguesOf(tx, me.organisationId, today)
  const line = request.relationId ? await findLineToAsk(tx, request.schoolId, request.relationId, today) : undefined
  const there = line ? [line.name, ...line.faces.map(({ name }) => name)] : []
  return [...here.map(({ name }) => name), request.asker ?? '', ...there]
}

export type SentOn = { ok: true; id: string; to: string } | NotAsked
type SendingOn = Asking & { text?: string | null }

/**
 * Sends a question on: the first is closed, and the next is asked the same, without seeing what went before. She who
 * asks does this, or the colleague whom she asked and who knows where it belongs: it stays the question of who asked.
 */
export async function reroute(tx: Tx, me: Actor, id: string, asking: SendingOn): Promise<SentOn> {
  await oneAtATime(tx, id)
  const request = await findRequest(tx, me, id, asking.today)
  const party = request?.party
  const isHers = party === 'asking' || request?.personId === me.personId
  if (!request || !party || !isHers || request.what === null) return { ok: false, because: 'not-found' }
  if (!canSendOn(request)) return { ok: false, because: 'not-now' }
  const objection = personalIn(asking.text ?? '', await adultsAround(tx, me, request, asking.today))
  if (objection) return { ok: false, because: objection }
  if ('personId' in asking.to && asking.to.personId === request.askedBy) return { ok: false, because: 'not-found' }
  const target = await targetOf(tx, me, asking)
  if (!target.ok) return target
  const { name } = await namesOf(tx, me)
  const sending = { ...asking, faceId: target.faceId, id: crypto.randomUUID(), followsId: id }
  if (party === 'asking') await askNext(tx, { ...request, askedBy: me.personId, name }, sending)
  // What a colleague asks on is not hers to read: the keeper asks it, in the name of who asked first.
  else
    await enqueue(tx, 'requests.sendOn', { ...idOf(request), to: asking.to, faceId: target.faceId, next: sending.id })
  const moment = { kind: 'rerouted', side: party, text: asking.text || null, byName: name, at: asking.now } as const
  await putMoment(tx, me, request, moment)
  if (party === 'asking') await endLinks(tx, request, asking.now)
  // Who said no knows already; who may still be at it hears that she need not, and who asked where it went.
  const to = party === 'asking' ? 'asked' : 'asking'
  if (request.state !== 'declined') await tell(tx, { ...idOf(request), about: 'rerouted', to })
  return { ok: true, id: sending.id, to: target.name }
}

type Before = OneRequest &
  Pick<Request, 'askedBy' | 'level' | 'what' | 'forWhom' | 'wishDay'> & { name: string | null; school: string }
/** The same question again, to another. A wish that has passed is a wish for today. */
async function askNext(tx: Tx, before: Before, sending: Putting) {
  const { schoolId, askedBy, name: askerName, school: schoolName, level, what, forWhom } = before
  const isPast = before.wishDay < sending.today
  const wishDay = isPast ? sending.today : before.wishDay
  const question = { level, what: what ?? '', forWhom: forWhom ?? '', wishDay }
  await putRequest(tx, { schoolId, askedBy, askerName, schoolName }, question, sending)
}

type Order = OneRequest & { to: Addressee; faceId: string | null; next: string }
/** As the keeper: asks on what a colleague sent on, once, and ends her own links to it. */
export async function sendOn(tx: Tx, { to, faceId, next, ...request }: Order, now: Date): Promise<void> {
  const its = and(eq(requests.schoolId, request.schoolId), eq(requests.id, request.id))
  const [before] = await tx.select().from(requests).where(its)
  const [done] = await tx.select({ id: requests.id }).from(requests).where(eq(requests.id, next))
  if (!before || before.what === null || done) return
  const sending = { to, now, today: dayOf(now), faceId, id: next, followsId: request.id }
  await askNext(tx, { ...before, name: before.askerName, school: before.schoolName }, sending)
  await endLinks(tx, request, now)
}

const linksIn = ({ schoolId, id }: OneRequest) =>
  and(eq(requestLinks.schoolId, schoolId), eq(requestLinks.requestId, id), isNull(requestLinks.revokedAt))
const endLinks = (tx: Tx, request: OneRequest, now: Date) =>
  tx.update(requestLinks).set({ revokedAt: now }).where(linksIn(request)).returning({ id: requestLinks.id })

export type LinkEnded = { ok: true; request: RequestRow } | { ok: false }
/** Ends every link of a request; `again` has the keeper send a new one, to the same person. */
export async function endLink(
  tx: Tx,
  me: Actor,
  id: string,
  { again, now, today }: At & { again: boolean },
): Promise<LinkEnded> {
  const request = await findRequest(tx, me, id, today)
  if (request?.party !== 'asking') return { ok: false }
  await endLinks(tx, request, now)
  if (again) await enqueue(tx, 'requests.link', idOf(request))
  return { ok: true, request }
}

/**
 * As the keeper: a year after the last thing that happened a request keeps when and how, and no longer what; links and
 * visits go when they have run out.
 */
export async function forgetRequests(tx: Tx, now: Date): Promise<number> {
  const aYearAgo = new Date(now.getTime() - 365 * 86_400_000)
  const later = tx
    .select({ id: requestMoments.id })
    .from(requestMoments)
    .where(
      and(
        eq(requestMoments.schoolId, requests.schoolId),
        eq(requestMoments.requestId, requests.id),
        sql`${requestMoments.at} >= ${aYearAgo.toISOString()}`,
      ),
    )
  const forgotten = await tx
    .update(requests)
    .set({ what: null, forWhom: null, askerName: null })
    .where(and(isNotNull(requests.what), notExists(later), lt(requests.createdAt, aYearAgo)))
    .returning({ schoolId: requests.schoolId, id: requests.id })
  for (const request of forgotten) await forgetMoments(tx, request)
  await eraseContents(
    tx,
    'requests',
    forgotten.map(({ id }) => id),
  )
  await forgetLinks(tx, now)
  return forgotten.length
}

async function forgetMoments(tx: Tx, { schoolId, id }: OneRequest) {
  const its = and(eq(requestMoments.schoolId, schoolId), eq(requestMoments.requestId, id))
  const silenced = await tx
    .update(requestMoments)
    .set({ text: null, byName: null })
    .where(its)
    .returning({ id: requestMoments.id })
  await eraseContents(
    tx,
    'request_moments',
    silenced.map((moment) => moment.id),
  )
}

const daysLinkKept = 90
async function forgetLinks(tx: Tx, now: Date) {
  const old = new Date(now.getTime() - daysLinkKept * 86_400_000)
  const gone = await tx
    .delete(requestLinks)
    .where(or(lt(requestLinks.expiresAt, old), lt(requestLinks.revokedAt, old)))
    .returning({ id: requestLinks.id })
  await eraseContents(
    tx,
    'request_links',
    gone.map(({ id }) => id),
  )
  await tx.delete(requestVisits).where(lt(requestVisits.expiresAt, now))
}
