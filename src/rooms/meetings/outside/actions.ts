import { sql } from 'drizzle-orm'
import { rowsOf, type Tx } from '#kit/db/database.ts'
import type { PassedOutside } from '#kit/http/hanging.ts'
import { meetingInvitees, meetings } from '../tables.ts'

/** As the keeper: her link opens the meeting no more. Who comes after her is invited by whoever made it. */
export async function endLink(tx: Tx, { organisationId, id }: PassedOutside) {
  const ended = await rowsOf<{ id: string }>(
    tx,
    sql`update ${meetings} m set keys = array_remove(m.keys, i.token_digest) from ${meetingInvitees} i
      where i.school_id = ${organisationId} and i.id = ${id} and m.school_id = i.school_id and m.id = i.meeting_id
      and m.keys @> array[i.token_digest] returning m.id`,
  )
  return ended.length ? ('ended' as const) : ('gone' as const)
}
