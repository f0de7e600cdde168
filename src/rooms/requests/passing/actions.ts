import { and, eq } from 'drizzle-orm'
import type { Tx } from '#kit/db/database.ts'
import type { From, HandedOn } from '#kit/http/hanging.ts'
import { enqueue } from '#kit/jobs/work.ts'
import { requestLinks, requestMoments, requests } from '../tables.ts'
import { questionsBetween } from './queries.ts'

/** As the keeper: the answer comes to another. */
export async function handQuestion(tx: Tx, { organisationId, id, from, to }: HandedOn) {
  if (!from) return 'gone' as const
  const handed = await tx
    .update(requests)
    .set({ askedBy: to })
    .where(and(eq(requests.schoolId, organisationId), eq(requests.id, id), eq(requests.askedBy, from)))
    .returning({ id: requests.id })
  return handed.length ? ('handed' as const) : ('gone' as const)
}

/**
 * As the keeper, when she is gone: what she asked a colleague is withdrawn, what a colleague asked her comes back to
 * that colleague. A third never reads it.
 */
export async function closeQuestions(tx: Tx, from: From & { now: Date }): Promise<number> {
  const open = await questionsBetween(tx, from)
  for (const { id, isToHer } of open) {
    const request = { schoolId: from.organisationId, requestId: id, at: from.now }
    if (isToHer) {
      await tx.insert(requestMoments).values({ ...request, kind: 'declined', side: 'asked', reason: 'other' })
      // She may have come by a link: it is hers no more to read either.
      const its = and(eq(requestLinks.schoolId, from.organisationId), eq(requestLinks.requestId, id))
      await tx.update(requestLinks).set({ revokedAt: from.now }).where(its)
    } else await tx.insert(requestMoments).values({ ...request, kind: 'withdrawn', side: 'asking' })
    const [about, to] = isToHer ? ['declined', 'asking'] : ['withdrawn', 'asked']
    await enqueue(tx, 'requests.tell', { schoolId: from.organisationId, id, about, to })
  }
  return open.length
}
