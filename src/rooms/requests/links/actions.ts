import { and, eq, gt, isNull, lt, sql } from 'drizzle-orm'
import type { Tx } from '#kit/db/database.ts'
import { enqueue } from '#kit/jobs/work.ts'
import type { At, Deed } from '../actions.ts'
import { momentsOf, oneAtATime } from '../queries.ts'
import { canDo, didEnough, type Objection, objectionTo, stateOf } from '../rules.ts'
import { requestMoments, requestVisits } from '../tables.ts'
import type { Opened } from './queries.ts'

export type Answered = { ok: true } | { ok: false; because: 'not-now' | 'wait' | Objection }

/** Does one thing with the request that a link opens. Her first deed says as well that she has seen it. */
export async function actByLink(
  tx: Tx,
  { request, link }: Opened,
  deed: Deed,
  { now }: Pick<At, 'now'>,
): Promise<Answered> {
  await oneAtATime(tx, request.id)
  const told = await momentsOf(tx, request.schoolId, request.id)
  if (!canDo('asked', stateOf(told), deed.kind)) return { ok: false, because: 'not-now' }
  if (didEnough(told, link.id, now)) return { ok: false, because: 'wait' }
  const objection = deed.text ? objectionTo([deed.text], [link.name, request.asker ?? '']) : undefined
  if (objection && objection !== 'one-child') return { ok: false, because: objection }
  const by = {
    schoolId: request.schoolId,
    requestId: request.id,
    linkId: link.id,
    byName: link.name,
    side: 'asked',
  } as const
  const seen = told.some(({ kind, linkId }) => kind === 'seen' && linkId === link.id)
  if (!seen) await tx.insert(requestMoments).values({ ...by, kind: 'seen', at: now })
  if (deed.kind === 'seen') return { ok: true }
  await tx.insert(requestMoments).values({ ...by, ...deed, text: deed.text || null, at: new Date(now.getTime() + 1) })
  await enqueue(tx, 'requests.tell', { schoolId: request.schoolId, id: request.id, about: deed.kind, to: 'asking' })
  return { ok: true }
}

/** A link that has run out: the keeper sends a new one to the address it went to. */
export const askNewLink = (tx: Tx, { schoolId, requestId }: { schoolId: string; requestId: string }) =>
  enqueue(tx, 'requests.link', { schoolId, id: requestId })

const minutesOfCode = 15
/** The second step: the keeper writes six digits to the address of this link. `keyDigest` is of what the browser keeps. */
export async function askCode(tx: Tx, linkDigest: string, keyDigest: string, now: Date): Promise<void> {
  const expiresAt = new Date(now.getTime() + minutesOfCode * 60_000)
  await tx.insert(requestVisits).values({ keyDigest, linkDigest, expiresAt })
  await enqueue(tx, 'requests.code', { keyDigest })
}

const mostTries = 5
/** Counts a try before it is made: a hundred at once count as a hundred. */
export async function mayTryCode(tx: Tx, keyDigest: string): Promise<boolean> {
  const counted = await tx
    .update(requestVisits)
    .set({ tries: sql`${requestVisits.tries} + 1` })
    .where(
      and(
        eq(requestVisits.keyDigest, keyDigest),
        isNull(requestVisits.provedAt),
        lt(requestVisits.tries, mostTries),
        gt(requestVisits.madeAt, sql`now() - make_interval(mins => ${minutesOfCode})`),
      ),
    )
    .returning({ tries: requestVisits.tries })
  return counted.length > 0
}

/** As a guest with the secret and the digits together: right when there is such a visit. */
export async function proveVisit(tx: Tx, visitKey: string, now: Date): Promise<boolean> {
  const proved = await tx
    .update(requestVisits)
    .set({ provedAt: now })
    .where(and(eq(requestVisits.visitDigest, visitKey), isNull(requestVisits.provedAt)))
    .returning({ mail: requestVisits.mail })
  return proved.length > 0
}

/** She closes it: what her browser kept opens nothing any more. */
export const endVisit = (tx: Tx, visitKey: string) =>
  tx.update(requestVisits).set({ provedAt: null, tries: mostTries }).where(eq(requestVisits.visitDigest, visitKey))
