import { and, eq, sql } from 'drizzle-orm'
import type { Tx } from '#kit/db/database.ts'
import { dayOf } from '#kit/time/day.ts'
import { busyOf, presences } from '#rooms/agenda/door.ts'
import { closedBetween } from '#rooms/days/door.ts'
import { dayPlan, memberships } from '#rooms/people/door.ts'
import { faces } from '#rooms/relations/door.ts'
import { roomsInUse } from '../fixing/queries.ts'
import { taking } from '../series/queries.ts'
import { type Meeting, meetingInvitees, meetings } from '../tables.ts'

type Hours = { weekday: number; from: string; until: string }
type Taken = { start: string; end: string }
type Frame = { from: Date; until: Date }

/** Who is invited, with what this house knows of when she can: working days, hours in the building, other meetings. */
const peopleToFind = (tx: Tx, { schoolId, id }: Meeting, { from, until }: Frame) =>
  tx
    .select({
      id: meetingInvitees.id,
      name: meetingInvitees.name,
      personId: meetingInvitees.personId,
      required: meetingInvitees.required,
      days: sql<number[] | null>`coalesce(${memberships.days}, ${faces.days})`,
      hours: sql<Hours[]>`coalesce((select json_agg(json_build_object('weekday', ${presences.weekday},
        'from', to_char(${presences.from}, 'HH24:MI'), 'until', to_char(${presences.until}, 'HH24:MI'))) from ${presences}
        where ${presences.schoolId} = ${faces.schoolId} and ${presences.relationId} = ${faces.relationId}), '[]'::json)`,
      taken: sql<Taken[]>`coalesce((select json_agg(json_build_object('start', ${taking.start}, 'end', ${taking.end}))
        from ${meetings} ${taking.beside} where ${meetings.schoolId} = ${meetingInvitees.schoolId} and ${taking.happens}
        and ${meetings.invited} @> array[${meetingInvitees.personId}] and ${taking.start} < ${until.toISOString()}
        and ${taking.end} > ${from.toISOString()}), '[]'::json)`,
    })
    .from(meetingInvitees)
    .leftJoin(
      memberships,
      and(eq(memberships.organisationId, meetingInvitees.schoolId), eq(memberships.personId, meetingInvitees.personId)),
    )
    .leftJoin(faces, and(eq(faces.schoolId, meetingInvitees.schoolId), eq(faces.id, meetingInvitees.faceId)))
    .where(and(eq(meetingInvitees.schoolId, schoolId), eq(meetingInvitees.meetingId, id)))
    .orderBy(sql`${meetingInvitees.name} collate "und-x-icu"`)

/** All that is known of when they can: their own calendars and the school's free days too. Six questions to the database. */
export async function whatIsKnown(tx: Tx, meeting: Meeting, frame: Frame) {
  const people = await peopleToFind(tx, meeting, frame)
  const colleagues = people.flatMap(({ personId }) => personId ?? [])
  const own = await busyOf(tx, meeting.schoolId, colleagues, frame)
  const closed = await closedBetween(tx, meeting.schoolId, { from: dayOf(frame.from), until: dayOf(frame.until) })
  const { week, groups } = await dayPlan(tx, meeting.schoolId, 1)
  const rooms = await roomsInUse(tx, meeting.schoolId, frame)
  return {
    people: people.map((one) => ({ ...one, own: own.get(one.personId ?? '') ?? [] })),
    closed: closed.map(({ day }) => day),
    ...{ week, groups, rooms },
  }
}
export type Known = Awaited<ReturnType<typeof whatIsKnown>>
