import { sql } from 'drizzle-orm'
import type { Outsider } from '#kit/http/hanging.ts'
import { momentsWaitingOn } from '../rules.ts'
import { requestLinks, requestMoments, requests } from '../tables.ts'

/** Open questions of which she got the letter, by the day an answer is due. What was asked is not said here. */
export const questionsToHer = ({ organisationId, outsiderId }: Outsider) =>
  sql`select r.id::text as id, r.answer_by::text as name, '/vragen/' || r.id as href
    from ${requests} r where r.school_id = ${organisationId} and r.what is not null
    and exists (select 1 from ${requestLinks} l where l.school_id = r.school_id and l.request_id = r.id
      and l.face_id = ${outsiderId} and l.revoked_at is null)
    and not exists (select 1 from ${requestMoments} m where m.school_id = r.school_id and m.request_id = r.id
      and m.kind in (${sql.join(
        momentsWaitingOn(null).map((kind) => sql`${kind}`),
        sql`, `,
      )}))`
