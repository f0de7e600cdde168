import { and, eq, isNull } from 'drizzle-orm'
import type { Tx } from '#kit/db/database.ts'
import type { PassedOutside } from '#kit/http/hanging.ts'
import { enqueue } from '#kit/jobs/work.ts'
import { toldOf } from '../letters/queries.ts'
import { waitsOn } from '../rules.ts'
import { requestLinks } from '../tables.ts'

/** As the keeper: her link opens it no more, and whoever comes after her, or is rung next there, gets one. */
export async function passQuestion(tx: Tx, { organisationId: schoolId, id, from, to, now }: PassedOutside) {
  const ended = await tx
    .update(requestLinks)
    .set({ revokedAt: now })
    .where(
      and(
        ...[eq(requestLinks.schoolId, schoolId), eq(requestLinks.requestId, id), eq(requestLinks.faceId, from)],
        isNull(requestLinks.revokedAt),
      ),
    )
    .returning({ id: requestLinks.id })
  if (!ended.length) return 'gone' as const
  const waits = waitsOn({ party: 'asked' }, await toldOf(tx, schoolId, id)) === 'me'
  await enqueue(tx, 'requests.tell', { schoolId, id, about: waits ? 'asked' : 'note', to: 'asked', faceId: to })
  return 'handed' as const
}
