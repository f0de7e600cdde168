import { and, eq, isNull } from 'drizzle-orm'
import type { Actor } from '#kit/db/actor.ts'
import type { Tx } from '#kit/db/database.ts'
import { enqueue } from '#kit/jobs/work.ts'
import { type Day, dayPlus } from '#kit/time/day.ts'
import { isColleague } from '#rooms/people/door.ts'
import { isMaker } from '../access.ts'
import { findMeeting, inviteesOf, namesOf } from '../queries.ts'
import { dayIn, momentAt, mostInvited, mostOptions, type Objection, objectionTo, stateOf, timeIn } from '../rules.ts'
import { meetingAddresses, meetingAnswers, meetingInvitees, meetingLinks, meetingOptions, meetings } from '../tables.ts'
import { keepWishes, type Travels, travelsBefore } from '../wishes/actions.ts'
import type { AskSaid, MakeSaid } from './forms.ts'
import { whoCanBeAsked } from './queries.ts'
import { digestOf, reminderMoments, tokenOf } from './rules.ts'

type One = { schoolId: string; id: string }

export type Made =
  | { ok: true; id: string }
  | { ok: false; because: 'not-yours' | 'nobody' | 'many' | 'people' | Objection }

export type New = {
  personId: string | null
  faceId: string | null
  name: string
  mail: string | null
  travel?: number | undefined
}

/** A draft: what, how long and with whom. Nobody hears of it yet. */
export async function makeMeeting(tx: Tx, me: Actor, said: MakeSaid, today: Day): Promise<Made> {
  if (!isColleague(me)) return { ok: false, because: 'not-yours' }
  const known = await whoCanBeAsked(tx, me, today)
  const objection = objectionTo([said.title], known.adults)
  if (objection) return { ok: false, because: objection }
  const guests = guestsOf(said, known)
  if (!guests) return { ok: false, because: 'people' }
  if (!guests.length) return { ok: false, because: 'nobody' }
  if (guests.length >= mostInvited) return { ok: false, because: 'many' }
  const { name, place } = await namesOf(tx, me)
  const travels = await travelsBefore(tx, me, said.faces)
  const all: New[] = [
    { personId: me.personId, faceId: null, name, mail: known.me?.mail ?? null },
    ...guests.map((one) => ({ ...one, travel: travels.get(one.faceId ?? '') })),
  ]
  const meeting = { schoolId: me.organisationId, id: crypto.randomUUID() }
  const rows = all.map((one) => ({ ...one, id: crypto.randomUUID() }))
  await tx.insert(meetings).values({
    ...meeting,
    ...{ title: said.title, kind: said.kind, minutes: said.minutes, madeBy: me.personId },
    ...{ makerName: name, schoolName: place },
    invited: rows.flatMap(({ personId }) => personId ?? []),
  })
  await putInvitees(tx, meeting, rows)
  return { ok: true, id: meeting.id }
}

type Named = Pick<MakeSaid, 'colleagues' | 'faces' | 'outsiders'>
/** Whom she named, each once; undefined when somebody is not there to be asked. */
export function guestsOf(said: Named, known: Awaited<ReturnType<typeof whoCanBeAsked>>): New[] | undefined {
  const colleagues = known.colleagues.filter(({ personId }) => said.colleagues.includes(personId))
  const faces = known.faces.filter(({ id }) => said.faces.includes(id))
  if (colleagues.length !== new Set(said.colleagues).size || faces.length !== new Set(said.faces).size) return undefined
  const all: New[] = [
    ...colleagues.map(({ personId, name, mail }) => ({ personId, faceId: null, name, mail })),
    ...faces.map(({ id, name, mail }) => ({ personId: null, faceId: id, name, mail })),
    ...said.outsiders.map(({ name, mail }) => ({ personId: null, faceId: null, name, mail })),
  ]
  const mails = new Set([known.me?.mail?.toLowerCase()])
  return all.filter(({ mail }) => {
    if (!mail) return true
    const isNew = !mails.has(mail.toLowerCase())
    mails.add(mail.toLowerCase())
    return isNew
  })
}

/** Puts them on the list, each with a link and an address of her own. */
export async function putInvitees(tx: Tx, meeting: One, rows: readonly (New & { id: string })[], required = true) {
  const of = { schoolId: meeting.schoolId, meetingId: meeting.id }
  await tx.insert(meetingInvitees).values(
    rows.map(({ id, personId, faceId, name, travel = 0 }) => ({
      ...{ ...of, id, personId, faceId, name, required, travel },
    })),
  )
  await tx.insert(meetingLinks).values(
    rows.map(({ id, personId, faceId }) => ({
      ...{ ...of, id, personId, faceId, tokenDigest: digestOf(tokenOf(meeting, id)) },
    })),
  )
  const mailed = rows.flatMap(({ id, mail }) => (mail ? [{ ...of, id, mail }] : []))
  if (mailed.length) await tx.insert(meetingAddresses).values(mailed)
}

export type Asked =
  | { ok: true }
  | { ok: false; because: 'not-found' | 'not-now' | 'no-moment' | 'past' | 'many' | 'day' | 'quorum' }
export type At = { now: Date; today: Day }

/** Asks everybody when they can. The letters go, and reminders are put ready, when this is kept. */
export async function askAll(tx: Tx, me: Actor, id: string, said: AskSaid & Travels, at: At): Promise<Asked> {
  const { now, today } = at
  const because = objectionToAsking(said, at)
  if (because) return { ok: false, because }
  const kept = await keepWishes(tx, me, id, said)
  if (!kept.ok) return kept
  const one = { schoolId: me.organisationId, id }
  await tx
    .update(meetings)
    .set({ askedAt: now })
    .where(and(eq(meetings.schoolId, one.schoolId), eq(meetings.id, id)))
  await offer(tx, me, one, said.moment)
  await enqueue(tx, 'meetings.ask', one)
  const { before, after } = reminderMoments(today, said.answerBy)
  if (before) await enqueue(tx, 'meetings.remind', one, before)
  await enqueue(tx, 'meetings.due', one, after)
  return { ok: true }
}

function objectionToAsking({ moment, answerBy }: AskSaid, { now, today }: At) {
  if (!moment.length) return 'no-moment' as const
  if (new Set(moment).size > mostOptions) return 'many' as const
  if (moment.some((at) => isPast(at, now))) return 'past' as const
  return answerBy < today || answerBy > dayPlus(today, 90) ? ('day' as const) : undefined
}
const isPast = (at: string, now: Date) => momentAt(dayIn(at), timeIn(at)) <= now

/** What was offered is said once; the maker herself can at every moment she offers. */
async function offer(tx: Tx, me: Actor, { schoolId, id: meetingId }: One, at: readonly string[]) {
  const of = { schoolId, meetingId }
  const rows = [...new Set(at)].map((local) => ({
    ...of,
    ...{ id: crypto.randomUUID(), startsAt: momentAt(dayIn(local), timeIn(local)) },
  }))
  await tx.insert(meetingOptions).values(rows)
  const mine = (await inviteesOf(tx, { schoolId, id: meetingId })).find(({ personId }) => personId === me.personId)
  if (mine)
    await tx
      .insert(meetingAnswers)
      .values(rows.map(({ id }) => ({ ...of, optionId: id, inviteeId: mine.id, stage: 'yes' as const })))
}

/** A draft that nobody heard of goes without a trace on any page. */
export async function dropDraft(tx: Tx, me: Actor, id: string): Promise<{ ok: boolean }> {
  const gone = await tx
    .delete(meetings)
    .where(
      and(
        eq(meetings.schoolId, me.organisationId),
        eq(meetings.id, id),
        eq(meetings.madeBy, me.personId),
        isNull(meetings.askedAt),
      ),
    )
    .returning({ id: meetings.id })
  return { ok: gone.length > 0 }
}

/** The maker writes again to who has not answered, at most once a day for each meeting (the route counts). */
export async function remindNow(tx: Tx, me: Actor, id: string): Promise<{ ok: boolean }> {
  const meeting = await findMeeting(tx, me.organisationId, id)
  if (!meeting || !isMaker(me, meeting) || stateOf(meeting) !== 'asked') return { ok: false }
  await enqueue(tx, 'meetings.remind', { schoolId: me.organisationId, id })
  return { ok: true }
}
