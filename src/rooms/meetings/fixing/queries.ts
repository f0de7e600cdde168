import { and, eq, gt, isNotNull, isNull, or, sql } from 'drizzle-orm'
import type { Config } from '#kit/config/read.ts'
import type { Actor } from '#kit/db/actor.ts'
import { rowsOf, type Tx } from '#kit/db/database.ts'
import { type Day, dayOf } from '#kit/time/day.ts'
import type { Language } from '#kit/words/words.ts'
import { type BuildingFacts, buildingFacts, type Single, type Taken, takenBetween } from '#rooms/agenda/door.ts'
import { people, spaces } from '#rooms/people/door.ts'
import { overAt, taking } from '../series/queries.ts'
import { seriesOf } from '../series/rules.ts'
import { type Meeting, type MeetingDate, meetingDates, meetings } from '../tables.ts'
import { uidOf } from './rules.ts'

export type RoomInUse = {
  id: string
  name: string
  meetings: { start: string; end: string; title: string }[]
  /** Partners on their hours, and sessions, as they are on each date. */
  others: { day: Day; from: string; until: string; by: string }[]
}
/** `starts`: only the days of these moments are looked at, however far they lie apart. */
type Frame = { from: Date; until: Date; except?: string | undefined; starts?: readonly Date[] | undefined }

/** The rooms of the building, with what takes them in a stretch of time; and who is in it then. One question. */
export async function buildingIn(
  tx: Tx,
  schoolId: string,
  { from, until, except, starts }: Frame,
): Promise<{ rooms: RoomInUse[]; taken: Taken }> {
  const days = { from: dayOf(from), until: dayOf(until) }
  const inRoom = sql`coalesce((select json_agg(json_build_object('start', ${taking.start}, 'end', ${taking.end}, 'title', ${meetings.title}))
    from ${meetings} ${taking.beside} where ${meetings.schoolId} = ${spaces.schoolId} and ${taking.space} = ${spaces.id}
    and ${taking.happens} and ${taking.start} < ${until.toISOString()} and ${taking.end} > ${from.toISOString()}
    and ${meetings.id} is distinct from ${except ?? null}::uuid), '[]'::json)`
  const [found] = await rowsOf<{ rooms: Omit<RoomInUse, 'others'>[]; facts: BuildingFacts }>(
    tx,
    sql`select coalesce((select json_agg(json_build_object('id', ${spaces.id}, 'name', ${spaces.name}, 'meetings', ${inRoom})
        order by ${spaces.name} collate "und-x-icu") from ${spaces} where ${spaces.schoolId} = ${schoolId}), '[]'::json) as rooms,
      ${buildingFacts(schoolId, days.from)} as facts`,
  )
  const { rooms, facts } = found!
  const taken = takenBetween(facts, days, starts && new Set(starts.map(dayOf)))
  const inUse = [...taken.present, ...taken.sessions]
  const othersIn = (room: string) =>
    inUse.flatMap(({ spaceId, day, from, until, partner: by }) => (spaceId === room ? [{ day, from, until, by }] : []))
  return { rooms: rooms.map((room) => ({ ...room, others: othersIn(room.id) })), taken }
}
export const roomsInUse = async (tx: Tx, schoolId: string, frame: Frame): Promise<RoomInUse[]> =>
  (await buildingIn(tx, schoolId, frame)).rooms

/** As the keeper: where the maker is reached herself. */
export async function makerOf(tx: Tx, { madeBy, makerName }: { madeBy: string | null; makerName: string }) {
  const [found] = madeBy
    ? await tx
        .select({ name: people.name, mail: people.mail, language: people.language })
        .from(people)
        .where(eq(people.id, madeBy))
    : []
  return { name: found?.name ?? makerName, mail: found?.mail ?? null, language: found?.language ?? 'nl' }
}

/** As the keeper: in which language letters to somebody are: the one she chose, or in which she answered her link; else Dutch. */
export async function languageOf(tx: Tx, personId: string | null, asGuest?: string | null): Promise<Language> {
  const [found] = personId
    ? await tx.select({ language: people.language }).from(people).where(eq(people.id, personId))
    : []
  return found?.language ?? asGuest ?? 'nl'
}

/** As whoever made a calendar: the fixed meetings that belong in it. Hers, of one room, or of the whole school. */
export async function meetingsInFeed(
  tx: Tx,
  me: Actor,
  { kind, spaceId }: { kind: string; spaceId: string | null },
  config: Config,
): Promise<Single[]> {
  const mine = or(eq(meetings.madeBy, me.personId), sql`${meetings.invited} @> array[${me.personId}::uuid]`)
  const room = kind === 'space' ? spaceId : null
  const dates = sql<Kept[]>`${sql`(select json_agg(json_build_object('day', ${meetingDates.day},
    'startsAt', ${meetingDates.startsAt}, 'endsAt', ${meetingDates.endsAt}, 'spaceId', ${meetingDates.spaceId},
    'place', ${meetingDates.place}, 'off', ${meetingDates.off}) order by ${meetingDates.day}) from ${meetingDates}
    where ${meetingDates.schoolId} = ${meetings.schoolId} and ${meetingDates.meetingId} = ${meetings.id})`}`
  const inRoom = sql`exists (select 1 from ${meetingDates} where ${meetingDates.schoolId} = ${meetings.schoolId}
    and ${meetingDates.meetingId} = ${meetings.id} and ${meetingDates.spaceId} = ${room})`
  const rows = await tx
    .select({ meeting: meetings, dates: sql<Kept[]>`coalesce(${dates}, '[]'::json)` })
    .from(meetings)
    .where(
      and(
        eq(meetings.schoolId, me.organisationId),
        isNotNull(meetings.startsAt),
        isNull(meetings.cancelledAt),
        gt(overAt, sql`now() - interval '1 year'`),
        kind === 'mine' ? mine : undefined,
        room ? or(eq(meetings.spaceId, room), inRoom) : undefined,
      ),
    )
    .orderBy(meetings.startsAt, meetings.id)
  return rows.flatMap((row) => singleIn(row, room, config))
}

type Kept = Pick<MeetingDate, 'day' | 'spaceId' | 'place' | 'off'> & { startsAt: string; endsAt: string }
type Row = { meeting: Meeting; dates: readonly Kept[] }

/** In the calendar of a room a series leaves out the dates on which it is in another. */
function singleIn({ meeting, dates }: Row, room: string | null, { baseUrl }: Config): Single[] {
  const { startsAt, endsAt, title, sequence } = meeting
  if (!startsAt || !endsAt) return []
  const kept = dates.map(({ off, spaceId, ...one }) => ({
    ...{ ...one, startsAt: new Date(one.startsAt), endsAt: new Date(one.endsAt) },
    off: room && spaceId !== room ? ('cancelled' as const) : off,
  }))
  const series = seriesOf(meeting, kept)
  const apart = room !== null && series !== undefined && meeting.spaceId !== room
  const place = meeting.place ?? ''
  return [{ uid: uidOf(meeting, baseUrl), start: startsAt, end: endsAt, title, place, sequence, series, apart }]
}
