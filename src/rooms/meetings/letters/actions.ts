import { and, eq, inArray, isNull, lt, or, sql } from 'drizzle-orm'
import type { Config } from '#kit/config/read.ts'
import { rowsOf, type Tx } from '#kit/db/database.ts'
import { enqueueMail } from '#kit/mail/send.ts'
import { type Day, dayOf } from '#kit/time/day.ts'
import { eraseContents, eraseRemoved } from '#kit/trail/erase.ts'
import { type Invitation, sayInvitation } from '#rooms/agenda/door.ts'
import { tokenOf } from '../asking/rules.ts'
import { languageOf, makerOf } from '../fixing/queries.ts'
import { bareAddress, uidOf } from '../fixing/rules.ts'
import { appointmentLetter, askLetter, endedLetter, leftOutLetter, makerLetter, type Reader } from '../mails/letters.ts'
import { findMeeting, type ToWrite, toWrite } from '../queries.ts'
import { isOver, stateOf } from '../rules.ts'
import { datesIn, overAt } from '../series/queries.ts'
import { dueAt, seriesOf } from '../series/rules.ts'
import { type Meeting, meetingAddresses, meetingPoints, meetings } from '../tables.ts'

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
export async function writeAsk(
  tx: Tx,
  house: House,
  { only, ...one }: One & { only?: readonly string[] | undefined },
  again: boolean,
  now = new Date(),
): Promise<number> {
  const meeting = await findMeeting(tx, one.schoolId, one.id)
  if (!meeting?.answerBy || stateOf(meeting) !== 'asked') return 0
  const silent = (await toWrite(tx, one, now)).filter(({ id, lacks }) => lacks > 0 && (!only || only.includes(id)))
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

/**
 * As the keeper: the appointment as it is now, to everybody who has not heard of its last change. What was changed for all
 * since has a letter of its own; who was invited later is the only one who gets one. What is over goes into no calendar.
 */
export async function writeAppointment(tx: Tx, house: House, one: One & { sequence: number }, now: Date) {
  const meeting = await findMeeting(tx, one.schoolId, one.id)
  if (!meeting || one.sequence < meeting.changed || isOver(meeting, now)) return 0
  const all = await toWrite(tx, one, now)
  if (!meeting.startsAt || !meeting.endsAt) return writeEnd(tx, house, meeting, all)
  const dates = await datesIn(tx, meeting)
  const { startsAt, endsAt } = meeting
  const about = {
    ...meeting,
    startsAt,
    endsAt,
    place: meeting.place ?? '',
    series: { repeats: meeting.repeats, dates },
  }
  const maker = await makerOf(tx, meeting)
  const when = { start: startsAt, end: endsAt, place: about.place, series: seriesOf(meeting, dates) }
  const untold = all.filter(({ mail, told }) => mail !== null && (told === null || told < meeting.changed))
  for (const each of untold)
    for (const reader of readerOf(house, one, each)) {
      const mine = isMine(meeting, each)
      const replyTo = mine ? undefined : (maker.mail ?? undefined)
      const calendar = calendarFor(house, meeting, when, { maker, all, reader: each, mine, now })
      // Called off before she ever got it: there is nothing to take out of a calendar.
      const letter =
        meeting.cancelledAt && each.told === null
          ? endedLetter(meeting, reader)
          : appointmentLetter(kindOf(meeting, each), about, reader, calendar, replyTo)
      await enqueueMail(tx, letter)
    }
  await markTold(tx, meeting, untold)
  return untold.length
}

const isMine = ({ madeBy }: Meeting, { personId }: ToWrite) => personId !== null && personId === madeBy
const kindOf = ({ cancelledAt }: Meeting, { told }: ToWrite) =>
  cancelledAt ? ('cancelled' as const) : told === null ? ('fixed' as const) : ('moved' as const)

async function writeEnd(tx: Tx, house: House, meeting: Meeting, all: readonly ToWrite[]) {
  const others = all.filter((each) => !isMine(meeting, each))
  for (const reader of others.flatMap((each) => readerOf(house, meeting, each)))
    await enqueueMail(tx, endedLetter(meeting, reader))
  return others.length
}

async function markTold(tx: Tx, { schoolId, id, sequence }: Meeting, told: readonly ToWrite[]) {
  if (!told.length) return
  const ids = told.map((one) => one.id)
  await tx
    .update(meetingAddresses)
    .set({ told: sequence })
    .where(
      and(
        ...[eq(meetingAddresses.schoolId, schoolId), eq(meetingAddresses.meetingId, id)],
        inArray(meetingAddresses.id, ids),
      ),
    )
}

export type LeftOut = One & {
  sequence: number
  name: string
  mail: string
  required: boolean
  personId: string | null
  /** In which she read her link. */
  language?: string | null | undefined
  hadIt: boolean
}
/** As the keeper: to who is not invited any more; out of her calendar too, when it was in it. */
export async function writeLeftOut(tx: Tx, house: House, { hadIt, ...one }: LeftOut, now: Date) {
  const meeting = await findMeeting(tx, one.schoolId, one.id)
  if (!meeting || meeting.cancelledAt) return 0
  const { startsAt, endsAt } = meeting
  const dates = await datesIn(tx, meeting)
  const maker = await makerOf(tx, meeting)
  const { name, mail, required } = one
  const reader = { name, mail, required, personId: null }
  const language = await languageOf(tx, one.personId, one.language)
  const calendar =
    hadIt && startsAt && endsAt
      ? calendarFor(
          house,
          { ...meeting, showsMails: false },
          { start: startsAt, end: endsAt, place: meeting.place ?? '', series: seriesOf(meeting, dates) },
          { maker, all: [], reader, mine: false, now, method: 'CANCEL' },
        )
      : undefined
  await enqueueMail(tx, leftOutLetter(meeting, { name, mail, language }, calendar, maker.mail ?? undefined))
  return 1
}

/**
 * As the keeper: one date of a series was moved or called off. Who has not had the series yet gets it whole, with this in it.
 */
export async function writeDate(
  tx: Tx,
  house: House,
  { day, sequence, ...one }: One & { day: Day; sequence: number },
  now: Date,
) {
  const meeting = await findMeeting(tx, one.schoolId, one.id)
  if (!meeting?.startsAt || meeting.cancelledAt) return 0
  const date = (await datesIn(tx, meeting)).find((each) => each.day === day)
  if (!date || date.sequence !== sequence) return 0
  const all = await toWrite(tx, one, now)
  const maker = await makerOf(tx, meeting)
  const due = dueAt(meeting.startsAt, day)
  const when = { start: date.startsAt, end: date.endsAt, place: date.place ?? '', date: due }
  const about = { ...meeting, startsAt: date.startsAt, endsAt: date.endsAt, place: when.place }
  const told = all.filter((each) => each.told !== null)
  for (const each of told)
    for (const reader of readerOf(house, one, each)) {
      const mine = isMine(meeting, each)
      const off = date.off ? { method: 'CANCEL' as const } : {}
      const calendar = calendarFor(house, meeting, when, { maker, all, reader: each, mine, now, ...off })
      const kind = date.off ? 'date.cancelled' : 'date.moved'
      await enqueueMail(
        tx,
        appointmentLetter(kind, { ...about, due }, reader, calendar, mine ? undefined : (maker.mail ?? undefined)),
      )
    }
  return told.length
}

type Attends = Pick<ToWrite, 'name' | 'mail' | 'required' | 'personId'>
type For = {
  maker: { name: string; mail: string | null }
  all: readonly Attends[]
  reader: Attends
  mine: boolean
  now: Date
  method?: 'CANCEL'
}
type When = Pick<Invitation, 'start' | 'end' | 'place' | 'series' | 'date'>

/** Whoever organises gets it as a thing of her own: calendars take no invitation from oneself. */
function calendarFor(
  { baseUrl, mailFrom }: House,
  meeting: Meeting,
  when: When,
  { maker, all, reader, mine, now, ...said }: For,
) {
  const house = bareAddress(mailFrom)
  const told = meeting.showsMails ? all : [reader]
  const method: Invitation['method'] = said.method ?? (meeting.cancelledAt ? 'CANCEL' : mine ? 'PUBLISH' : 'REQUEST')
  const content = sayInvitation({
    ...{ method, uid: uidOf(meeting, baseUrl), sequence: meeting.sequence, stamp: now },
    ...{ ...when, title: meeting.title },
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
  const over = or(lt(overAt, aYearAgo), and(isNull(meetings.endsAt), lt(meetings.createdAt, aYearAgo)))
  const gone = await tx.select({ schoolId: meetings.schoolId, id: meetings.id }).from(meetings).where(over)
  const meetingIds = gone.map(({ id }) => id)
  const invitees = await everInvited(tx, gone)
  const points = await tx
    .select({ id: meetingPoints.id })
    .from(meetingPoints)
    .innerJoin(meetings, and(eq(meetings.schoolId, meetingPoints.schoolId), eq(meetings.id, meetingPoints.meetingId)))
    .where(over)
  await tx.delete(meetings).where(over)
  await eraseContents(tx, 'meetings', meetingIds)
  await eraseContents(
    tx,
    'meeting_points',
    points.map(({ id }) => id),
  )
  for (const table of ['meeting_invitees', 'meeting_links', 'meeting_addresses'])
    await eraseContents(tx, table, invitees)
  // Of a draft that was dropped, too: who was to be asked, and where, stood in the trail still.
  const tables = ['meetings', 'meeting_invitees', 'meeting_links', 'meeting_addresses', 'meeting_points']
  await eraseRemoved(tx, tables, dayOf(aYearAgo))
  return gone.length
}

/** Whoever was invited to these, also who was taken off later: of her the trail alone still knows. */
async function everInvited(tx: Tx, gone: readonly One[]): Promise<string[]> {
  if (!gone.length) return []
  const [schools, ids] = [gone.map(({ schoolId }) => schoolId), gone.map(({ id }) => id)]
  const rows = await rowsOf<{ id: string }>(
    tx,
    sql`select distinct row_id as id from trail where school_id in ${schools} and table_name = 'meeting_invitees'
      and contents ->> 'meeting_id' in ${ids}`,
  )
  return rows.map(({ id }) => id)
}
