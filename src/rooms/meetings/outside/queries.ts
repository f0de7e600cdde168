import { sql } from 'drizzle-orm'
import type { Outsider } from '#kit/http/hanging.ts'
import { meetingInvitees, meetings } from '../tables.ts'

/** Meetings still to come to which she is invited. */
export const meetingsOfHers = ({ organisationId, outsiderId }: Outsider) =>
  sql`select i.id::text as id, m.title as name, '/bijeenkomsten/' || m.id as href from ${meetingInvitees} i
    join ${meetings} m on m.school_id = i.school_id and m.id = i.meeting_id
    where i.school_id = ${organisationId} and i.face_id = ${outsiderId} and m.asked_at is not null
    and m.cancelled_at is null and (m.ends_at is null or m.ends_at > now())`
