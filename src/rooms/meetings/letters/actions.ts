import { and, eq, isNull, lt, or, sql } from 'drizzle-orm'
import type { Config } from '#kit/config/read.ts'
import type { Tx } from '#kit/db/database.ts'
import { enqueueMail } from '#kit/mail/send.ts'
import { eraseContents } from '#kit/trail/erase.ts'
import { type Invitation, sayInvitation } from '#rooms/agenda/door.ts'
import { tokenOf } from '../asking/actions.ts'
import { makerOf } from '../fixing/queries.ts'
import { bareAddress, uidOf } from '../fixing/rules.ts'
import { appointmentLetter, askLetter, endedLetter, makerLetter, type Reader } from '../mails/letters.ts'
import { findMeeting, type ToWrite, toWrite } from '../queries.ts'
import { stateOf } from '../rules.ts'
import { type Meeting, meetingInvitees, meetings } from '../tables.ts'

export type House = Pick<Config, 'baseUrl' | 'mailFrom'>
type One = { schoolId: string; id: string }

const readerOf = ({ baseUrl }: House, meeting: One, one: ToWrite): Reader[] =>
  one.mail
    ? [
        {
          ...{ name: one.name, mail: one.mail, inside: one.personId !== null, language: one.language ?? 'nl' },
          link: `${baseUrl}/bijeenkomst/${tokenOf(meeting, one.id)}`,
        },
      ]
    : []

/** As the keeper: asks everybody, or reminds who has not said of every moment whether she can. */
export async function writeAsk(tx: Tx, house: House, one: One, again: boolean, now = new Date()): Promise<number> {
  const meeting = await findMeeting(tx, one.schoolId, one.id)
  if (!meeting?.answerBy || stateOf(meeting) !== 'asked') return 0
  const silent = (await toWrite(tx, one, now)).filter(({ lacks }) => lacks > 0)
  const readers = silent.flatMap((each) => readerOf(house, one, each))
  for (const reader of readers) await enqueueMail(tx, askLetter(meeting, reader, meeting.answerBy, again))
  return readers.length
}

/** As the keeper: tells the maker that everybody has answered, once; or, the day after, how many did. */
export async function tellMaker(tx: Tx, house: House, one: One, kind: 'complete' | 'due', now: Date): Promise<boolean> {
  const meeting = await findMeeting(tx, one.schoolId, one.id)
  if (!meeting || stateOf(meeting) !== 'asked' || meeting.completeAt) return false
  const all = await toWrite(tx, one, now)
  const answered = all.filter(({ lacks }) => lacks === 0).length
  if (kind === 'complete') {
    if (answered < all.length) return false
    await tx.update(meetings).set({ completeAt: now }).where(its(one))
  }
  const maker = await makerOf(tx, meeting)
  if (!maker.mail) return false
  const link = `${house.baseUrl}/bijeenkomsten/${one.id}`
  const { name, mail, language } = maker
  await enqueueMail(tx, makerLetter(kind, meeting, { name, mail, language, link, answered, invited: all.length }))
  return true
}

const its = ({ schoolId, id }: One) => and(eq(meetings.schoolId, schoolId), eq(meetings.id, id))

/** As the keeper: the appointment as it is now, to everybody. What was changed since has a letter of its own. */
export async function writeAppointment(tx: Tx, house: House, one: One & { sequence: number }, now: Date) {
  const meeting = await findMeeting(tx, one.schoolId, one.id)
  if (!meeting || meeting.sequence !== one.sequence) return 0
  const all = await toWrite(tx, one, now)
  if (!meeting.startsAt || !meeting.endsAt) {
    const others = all.filter(({ personId }) => personId === null || personId !== meeting.madeBy)
    for (const reader of others.flatMap((each) => readerOf(house, one, each)))
      await enqueueMail(tx, endedLetter(meeting, reader))
    return others.length
  }
  const about = { ...meeting, startsAt: meeting.startsAt, endsAt: meeting.endsAt, place: meeting.place ?? '' }
  const kind = meeting.cancelledAt ? 'cancelled' : meeting.sequence > 0 ? 'moved' : 'fixed'
  const maker = await makerOf(tx, meeting)
  let written = 0
  for (const each of all)
    for (const reader of readerOf(house, one, each)) {
      const mine = each.personId !== null && each.personId === meeting.madeBy
      const calendar = calendarFor(house, about, { maker, all, reader: each, mine, now })
      const replyTo = mine ? undefined : (maker.mail ?? undefined)
      await enqueueMail(tx, appointmentLetter(kind, about, reader, calendar, replyTo))
      written += 1
    }
  return written
}

type For = {
  maker: { name: string; mail: string | null }
  all: readonly ToWrite[]
  reader: ToWrite
  mine: boolean
  now: Date
}
type Dated = Meeting & { startsAt: Date; endsAt: Date; place: string }

/** Whoever organises gets it as a thing of her own: calendars take no invitation from oneself. */
function calendarFor({ baseUrl, mailFrom }: House, meeting: Dated, { maker, all, reader, mine, now }: For) {
  const house = bareAddress(mailFrom)
  const told = meeting.showsMails ? all : [reader]
  const method: Invitation['method'] = meeting.cancelledAt ? 'CANCEL' : mine ? 'PUBLISH' : 'REQUEST'
  const content = sayInvitation({
    ...{ method, uid: uidOf(meeting, baseUrl), sequence: meeting.sequence, stamp: now },
    ...{ start: meeting.startsAt, end: meeting.endsAt, title: meeting.title, place: meeting.place },
    organizer: maker.mail ? { name: maker.name, mail: maker.mail, sentBy: house } : { name: maker.name, mail: house },
    attendees: told.flatMap(({ name, mail, required, personId }) =>
      mail && (personId === null || personId !== meeting.madeBy) ? [{ name, mail, required }] : [],
    ),
  })
  return { method, content }
}

/** As the keeper, once a day: a year after it was, or was asked, a meeting is gone with all that was said. */
export async function forgetMeetings(tx: Tx, now: Date): Promise<number> {
  const aYearAgo = new Date(now.getTime() - 365 * 86_400_000)
  const over = or(lt(meetings.endsAt, aYearAgo), and(isNull(meetings.endsAt), lt(meetings.createdAt, aYearAgo)))
  const gone = await tx.select({ schoolId: meetings.schoolId, id: meetings.id }).from(meetings).where(over)
  const invitees = await tx
    .select({ id: meetingInvitees.id })
    .from(meetingInvitees)
    .where(
      sql`(${meetingInvitees.schoolId}, ${meetingInvitees.meetingId}) in (select ${meetings.schoolId}, ${meetings.id} from ${meetings} where ${over})`,
    )
  await tx.delete(meetings).where(over)
  const ids = invitees.map(({ id }) => id)
  await eraseContents(
    tx,
    'meetings',
    gone.map(({ id }) => id),
  )
  for (const table of ['meeting_invitees', 'meeting_addresses']) await eraseContents(tx, table, ids)
  return gone.length
}
