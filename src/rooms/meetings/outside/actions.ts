import { sql } from 'drizzle-orm'
import { rowsOf, type Tx } from '#kit/db/database.ts'
import type { PassedOutside } from '#kit/http/hanging.ts'
import type { Day } from '#kit/time/day.ts'
import { meetingInvitees, meetings } from '../tables.ts'
import { hasLeft } from './queries.ts'

/** Stands where a key stood, so that how many were asked can still be counted. No link has this as its digest. */
const ended = 'ended'

/** As the keeper: her link opens the meeting no more. Who comes after her is invited by whoever made it. */
export async function endLink(tx: Tx, { organisationId, id }: PassedOutside) {
  const closed = await rowsOf<{ id: string }>(
    tx,
    sql`update ${meetings} m set keys = array_replace(m.keys, i.token_digest, ${ended}::text) from ${meetingInvitees} i
      where i.school_id = ${organisationId} and i.id = ${id} and m.school_id = i.school_id and m.id = i.meeting_id
      and m.keys @> array[i.token_digest] returning m.id`,
  )
  return closed.length ? ('ended' as const) : ('gone' as const)
}

const daysAfter = 30
/** As the keeper, once a day: links of who left, and of meetings a month ago, open nothing any more. Says how many. */
export async function endLinks(tx: Tx, today: Day): Promise<number> {
  const closed = await rowsOf<{ id: string }>(
    tx,
    sql`with over as (select i.school_id, i.meeting_id, i.token_digest as digest
        from ${meetingInvitees} i join ${meetings} m on m.school_id = i.school_id and m.id = i.meeting_id
        where m.keys @> array[i.token_digest]
          and (${hasLeft(today)} or m.ends_at < ${today}::date - ${daysAfter}::int))
      update ${meetings} m set keys = (select array_agg(case when k.digest in (select o.digest from over o
            where o.school_id = m.school_id and o.meeting_id = m.id) then ${ended}::text else k.digest end order by k.at)
          from unnest(m.keys) with ordinality k(digest, at))
        where (m.school_id, m.id) in (select o.school_id, o.meeting_id from over o)
      returning m.id`,
  )
  return closed.length
}
