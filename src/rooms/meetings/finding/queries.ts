import { and, eq, sql } from 'drizzle-orm'
import { atOnce, rowsOf, type Tx } from '#kit/db/database.ts'
import { dayOf } from '#kit/time/day.ts'
import { busyOf } from '#rooms/agenda/door.ts'
import { closedBetween } from '#rooms/days/door.ts'
import { dayPlan, memberships } from '#rooms/people/door.ts'
import { faces } from '#rooms/relations/door.ts'
import { buildingIn } from '../fixing/queries.ts'
import type { ToFind } from '../hours/rules.ts'
import { taking } from '../series/queries.ts'
import { type Meeting, meetingInvitees, meetingPoints, meetings } from '../tables.ts'

type Frame = { from: Date; until: Date }

/** Who is invited, with what this house knows of when she can: working days, other meetings, her own calendar. */
const peopleToFind = (tx: Tx, { schoolId, id }: Meeting, { from, until }: Frame) =>
  tx
    .select({
      id: sql`${meetingInvitees.id}`.as('id'),
      name: sql`${meetingInvitees.name}`.as('name'),
      personId: sql`${meetingInvitees.personId}`.as('personId'),
      required: sql`${meetingInvitees.required}`.as('required'),
      travel: sql`${meetingInvitees.travel}`.as('travel'),
      days: sql`coalesce(${memberships.days}, ${faces.days})`.as('days'),
      relationId: sql`${faces.relationId}`.as('relationId'),
      taken: sql`coalesce((select json_agg(json_build_object('start', ${taking.start}, 'end', ${taking.end}))
        from ${meetings} ${taking.beside} where ${meetings.schoolId} = ${meetingInvitees.schoolId} and ${taking.happens}
        and ${meetings.invited} @> array[${meetingInvitees.personId}] and ${taking.start} < ${until.toISOString()}
        and ${taking.end} > ${from.toISOString()}), '[]'::json)`.as('taken'),
      own: busyOf(schoolId, sql`${meetingInvitees.personId}`, { from, until }).as('own'),
    })
    .from(meetingInvitees)
    .leftJoin(
      memberships,
      and(eq(memberships.organisationId, meetingInvitees.schoolId), eq(memberships.personId, meetingInvitees.personId)),
    )
    .leftJoin(faces, and(eq(faces.schoolId, meetingInvitees.schoolId), eq(faces.id, meetingInvitees.faceId)))
    .where(and(eq(meetingInvitees.schoolId, schoolId), eq(meetingInvitees.meetingId, id)))
    .orderBy(sql`${meetingInvitees.name} collate "und-x-icu"`)

/** Who is invited and what is spoken about, in one question: a page asks few. */
async function whoAndWhat(tx: Tx, meeting: Meeting, frame: Frame) {
  const people = peopleToFind(tx, meeting, frame).as('people_to_find')
  const [found] = await rowsOf<{ people: ToFind['people'][number][]; points: string[] }>(
    tx,
    sql`select (select coalesce(json_agg(row_to_json(people_to_find)), '[]'::json) from ${people}) as people,
      coalesce((select json_agg(${meetingPoints.point} order by ${meetingPoints.nr}) from ${meetingPoints}
        where ${meetingPoints.schoolId} = ${meeting.schoolId} and ${meetingPoints.meetingId} = ${meeting.id}), '[]'::json) as points`,
  )
  return found!
}

/** All that is known of when they can, and of the draft itself. Four questions to the database. */
export async function whatIsKnown(tx: Tx, meeting: Meeting, frame: Frame): Promise<Known> {
  const { asked, closed, plan, building } = await atOnce({
    asked: whoAndWhat(tx, meeting, frame),
    closed: closedBetween(tx, meeting.schoolId, { from: dayOf(frame.from), until: dayOf(frame.until) }),
    plan: dayPlan(tx, meeting.schoolId, 1),
    building: buildingIn(tx, meeting.schoolId, frame),
  })
  return {
    ...{ ...asked, week: plan.week, groups: plan.groups, quorum: meeting.quorum },
    ...{ rooms: building.rooms, building: building.taken, closed: closed.map(({ day }) => day) },
  }
}
export type Known = ToFind & { points: readonly string[] }
