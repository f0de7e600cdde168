import { and, asc, eq, sql } from 'drizzle-orm'
import type { Tx } from '#kit/db/database.ts'
import { awaitsAnswer, stateOf } from '../rules.ts'
import { type MomentKind, requestLinks, requestMoments, requests, requestVisits } from '../tables.ts'

const shown = {
  schoolId: requests.schoolId,
  id: requests.id,
  asker: requests.askerName,
  school: requests.schoolName,
  level: requests.level,
  what: requests.what,
  forWhom: requests.forWhom,
  wishDay: requests.wishDay,
  answerBy: requests.answerBy,
}
const link = {
  id: requestLinks.id,
  name: requestLinks.name,
  mail: requestLinks.mail,
  expiresAt: requestLinks.expiresAt,
}
const ofLink = and(eq(requests.schoolId, requestLinks.schoolId), eq(requests.id, requestLinks.requestId))

/** As a guest with a key: her link, with the request when it still opens it. What a key does not open is not there. */
export async function openedBy(tx: Tx, digest: string) {
  const [found] = await tx
    .select({ link: { ...link, schoolId: requestLinks.schoolId, requestId: requestLinks.requestId }, request: shown })
    .from(requestLinks)
    .leftJoin(requests, ofLink)
    .where(eq(requestLinks.tokenDigest, digest))
  return found
}

/** As a guest with a reply address. */
export async function openedByReply(tx: Tx, digest: string) {
  const [found] = await tx
    .select({ link, request: shown })
    .from(requestLinks)
    .innerJoin(requests, ofLink)
    .where(eq(requestLinks.replyDigest, digest))
  return found
}
export type Opened = NonNullable<Awaited<ReturnType<typeof openedByReply>>>

type Told = { kind: MomentKind; at: string }
const told = sql<
  Told[]
>`coalesce((select json_agg(json_build_object('kind', ${requestMoments.kind}, 'at', ${requestMoments.at})
  order by ${requestMoments.at}) from ${requestMoments} where ${requestMoments.schoolId} = ${requests.schoolId}
  and ${requestMoments.requestId} = ${requests.id}), '[]'::json)`

// What still waits for her answer before what does not.
const rankOf = ({ moments }: { moments: Parameters<typeof stateOf>[0] }) => (awaitsAnswer(stateOf(moments)) ? 0 : 1)

/** As a guest whose visit was proved: all requests sent to her address, once each, what waits on her first due on top. */
export async function openedByVisit(tx: Tx) {
  const rows = await tx
    .selectDistinctOn([requests.schoolId, requests.id], { link, request: shown, told })
    .from(requestLinks)
    .innerJoin(requests, ofLink)
    .orderBy(asc(requests.schoolId), asc(requests.id), sql`${requestLinks.sentAt} desc`)
  return rows
    .map(({ told: moments, ...row }) => ({
      ...row,
      moments: moments.map(({ kind, at }) => ({ kind, at: new Date(at) })),
    }))
    .sort((a, b) => rankOf(a) - rankOf(b) || a.request.answerBy.localeCompare(b.request.answerBy))
}
export type Visited = Awaited<ReturnType<typeof openedByVisit>>[number]

/** As a guest: the visit that her browser speaks of, while it lasts. */
export async function myVisit(tx: Tx) {
  const [visit] = await tx
    .select({ mail: requestVisits.mail, provedAt: requestVisits.provedAt })
    .from(requestVisits)
    .where(sql`${requestVisits.expiresAt} > now()`)
  return visit
}
