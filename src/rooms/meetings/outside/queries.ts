import { sql } from 'drizzle-orm'
import { rowsOf, type Tx } from '#kit/db/database.ts'
import type { Outsider } from '#kit/http/hanging.ts'
import type { Day } from '#kit/time/day.ts'
import { memberships } from '#rooms/people/door.ts'
import { faces, relations } from '#rooms/relations/door.ts'
import { tokenOf } from '../asking/rules.ts'
import type { PollOnMe } from '../queries.ts'
import { meetingInvitees, meetingLinks, meetings } from '../tables.ts'

/** Meetings still to come to which she is invited. */
export const meetingsOfHers = ({ organisationId, outsiderId }: Outsider) =>
  sql`select i.id::text as id, m.title as name, '/bijeenkomsten/' || m.id as href from ${meetingInvitees} i
    join ${meetings} m on m.school_id = i.school_id and m.id = i.meeting_id
    where i.school_id = ${organisationId} and i.face_id = ${outsiderId} and m.asked_at is not null
    and m.cancelled_at is null and (m.ends_at is null or coalesce(m.over_at, m.ends_at) > now())`

type Row = Record<'school_id' | 'meeting_id' | 'invitee_id' | 'title' | 'maker_name' | 'school_name', string>
/**
 * As somebody at a partner: the polls of every school in which my answer is awaited, each with my own link. Mine is what
 * went to the address I sign in with, which the database finds itself (polls.sql).
 */
export async function pollsOnFace(tx: Tx, now: Date): Promise<PollOnMe[]> {
  const rows = await rowsOf<Row & { answer_by: Day | null }>(
    tx,
    sql`select * from house_polls_on_face(${now.toISOString()}::timestamptz)`,
  )
  return rows.map((row) => ({
    ...{ id: row.invitee_id, title: row.title, makerName: row.maker_name, school: row.school_name },
    ...{ answerBy: row.answer_by },
    href: `/bijeenkomst/${tokenOf({ schoolId: row.school_id, id: row.meeting_id }, row.invitee_id)}`,
  }))
}

/** Who does not belong any more: a colleague or a face that left, or whose line ended. `i` is the invitee. */
export const hasLeft = (today: Day) => sql`(
  (i.person_id is not null and not exists (select from ${memberships} m where m.organisation_id = i.school_id
    and m.person_id = i.person_id and (m.until is null or m.until >= ${today}::date)))
  or (i.face_id is not null and not exists (select from ${faces} f join ${relations} r on r.school_id = f.school_id
    and r.id = f.relation_id where f.school_id = i.school_id and f.id = i.face_id
    and (f.left_on is null or f.left_on > ${today}::date) and (r.until is null or r.until >= ${today}::date))))`

const daysAfter = 30
/** Of a link: whoever holds it left, or its meeting was a month ago, or was called off that long ago. */
export const linkIsOver = (today: Day) => sql`exists (select from ${meetingInvitees} i join ${meetings} m
  on m.school_id = i.school_id and m.id = i.meeting_id where i.school_id = ${meetingLinks.schoolId}
  and i.meeting_id = ${meetingLinks.meetingId} and i.id = ${meetingLinks.id}
  and (${hasLeft(today)} or coalesce(m.cancelled_at, m.over_at, m.ends_at) < ${today}::date - ${daysAfter}::int))`
