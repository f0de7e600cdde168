import { and, eq, isNull, lt, type SQL, sql } from 'drizzle-orm'
import type { Actor } from '#kit/db/actor.ts'
import type { Tx } from '#kit/db/database.ts'
import { isOurs, sealOf } from '#kit/jobs/seal.ts'
import { enqueue, letOthersIn } from '#kit/jobs/work.ts'
import type { Deed } from '#kit/trail/deeds.ts'
import { eraseContents } from '#kit/trail/erase.ts'
import { newestLink } from '#kit/trail/mentioned.ts'
import { mayOversee } from './access.ts'
import { type Counts, countsOf, findTakeover, nextRows } from './queries.ts'
import { batchSize, isShort, keptDays } from './rules.ts'
import { type Kind, type TakeoverRow, takeoverRows, takeovers } from './tables.ts'

/** What became of one row: in, with all that was written for it, or left as it was and why. */
export type Outcome = { outcome: 'added' | 'completed'; deeds: Deed[] } | { outcome: 'left'; because: string }
export type Around = { source: string; today: string }
/** How the room that owns what a list is about takes one row of it. */
export type Taker<Said> = {
  kind: Kind
  may: (me: Actor) => boolean
  take: (tx: Tx, me: Actor, said: Said, around: Around) => Promise<Outcome>
}
export type Given<Said> = { name: string; said: Said; counted?: boolean }
export type Started =
  | { ok: false; because: 'not-yours' }
  | ({ ok: true; id: string; finished: boolean } & Pick<Counts, 'added' | 'completed' | 'left'>)
type Beginning<Said> = Around & { rows: readonly Given<Said>[] }

/** Writes the list down. A short one is in at once; of a longer one the first few rows go in a moment later. */
export async function startTakeover<Said>(
  tx: Tx,
  me: Actor,
  taker: Taker<Said>,
  { rows, source, today }: Beginning<Said>,
): Promise<Started> {
  if (!taker.may(me)) return { ok: false, because: 'not-yours' }
  const schoolId = me.organisationId
  const id = crypto.randomUUID()
  const total = rows.filter(({ counted = true }) => counted).length
  const mine = { personId: me.personId, accountId: me.accountId }
  await tx.insert(takeovers).values({ schoolId, id, ...mine, kind: taker.kind, source, total })
  const all = rows.map(({ name, said, counted = true }, at) => {
    const place = { takeoverId: id, at }
    return { schoolId, ...place, name, said, counted, seal: sealOfRow(place, said) }
  })
  for (let from = 0; from < all.length; from += 200) await tx.insert(takeoverRows).values(all.slice(from, from + 200))
  if (isShort(total)) await takeRows(tx, me, taker, { id, size: all.length, today })
  else await enqueueNext(tx, schoolId, { id, kind: taker.kind, from: 0 })
  return { ok: true, id, finished: isShort(total), ...(await countsOf(tx, schoolId, id)) }
}

const enqueueNext = (tx: Tx, schoolId: string, { id, kind, from }: { id: string; kind: Kind; from: number }) =>
  enqueue(tx, `takeovers.${kind}`, { school: schoolId, takeover: id, from })

/** The next few rows, and work for those after. `from` keeps two workers from doing the same, or both going on. */
export async function takeSome<Said>(
  tx: Tx,
  me: Actor,
  taker: Taker<Said>,
  { id, from, today }: { id: string; from: number; today: string },
): Promise<void> {
  await oneAtATime(tx, me.organisationId)
  const takeover = await findTakeover(tx, me.organisationId, id)
  if (!takeover || takeover.kind !== taker.kind || takeover.doneAt || takeover.stoppedAt) return
  const [next] = await nextRows(tx, me.organisationId, id, 1)
  if (next && next.at !== from) return
  if (!taker.may(me)) return void (await endNow(tx, me.organisationId, id, 'stoppedAt'))
  const after = await takeRows(tx, me, taker, { id, size: batchSize, today })
  if (after !== undefined) await enqueueNext(tx, me.organisationId, { id, kind: taker.kind, from: after })
}

// Two lists for one school do not look whether a row is there already at the same moment, and both bring it.
const oneAtATime = (tx: Tx, schoolId: string) =>
  tx.execute(sql`select pg_advisory_xact_lock(hashtextextended(${`takeovers ${schoolId}`}, 0))`)

/** Puts these rows in. Gives the place of the first that has to wait for the next time, if there is one. */
async function takeRows<Said>(
  tx: Tx,
  me: Actor,
  taker: Taker<Said>,
  { id, size, today }: { id: string; size: number; today: string },
): Promise<number | undefined> {
  await oneAtATime(tx, me.organisationId)
  await moved(tx, me.organisationId, id)
  const from = await newestLink(tx, me.organisationId)
  const rows = await nextRows(tx, me.organisationId, id, size + 1)
  const now = rows.slice(0, size)
  const takeover = await findTakeover(tx, me.organisationId, id)
  const around = { source: takeover?.source ?? '', today }
  const taken: RowNow[] = []
  for (const row of now) {
    taken.push(await takeRow(tx, me, taker, { row, around }))
    await letOthersIn()
  }
  const to = await newestLink(tx, me.organisationId)
  await writeRows(
    tx,
    me.organisationId,
    id,
    taken,
    sql`said = null, outcome = now.outcome, because = now.because,
    deeds = now.deeds, seal = now.seal, trail_from = ${from}, trail_to = ${to}`,
  )
  if (rows.length <= size) await endNow(tx, me.organisationId, id, 'doneAt')
  return rows[size]?.at
}

/** Writes in the school's trail first: from here on until the end every new link of that chain is ours. */
export const moved = (tx: Tx, schoolId: string, id: string) =>
  tx
    .update(takeovers)
    .set({ movedAt: sql`clock_timestamp()` })
    .where(and(eq(takeovers.schoolId, schoolId), eq(takeovers.id, id)))

export const ofTakeover = (schoolId: string, id: string) =>
  and(eq(takeoverRows.schoolId, schoolId), eq(takeoverRows.takeoverId, id))

type Place = Pick<TakeoverRow, 'takeoverId' | 'at'>
const asWork = ({ takeoverId, at }: Place, payload: unknown) => ({
  id: `${takeoverId} ${at}`,
  kind: 'takeovers.row',
  payload,
})
const sealOfRow = (place: Place, what: unknown) => sealOf(asWork(place, what))
/** Whether this is what we wrote: one acts for whoever asked, so nobody else may have put words in her mouth. */
export const isSealed = (row: Place & Pick<TakeoverRow, 'seal'>, what: unknown) =>
  isOurs({ ...asWork(row, what), seal: row.seal })

type OneRow = { row: TakeoverRow; around: Around }

async function takeRow<Said>(tx: Tx, me: Actor, taker: Taker<Said>, { row, around }: OneRow): Promise<RowNow> {
  const failed: Outcome = { outcome: 'left', because: 'failed' }
  const outcome = isSealed(row, row.said)
    ? await unlessWrong<Outcome>(tx, failed, (inner) => taker.take(inner, me, row.said as Said, around))
    : failed
  const seal = outcome.outcome === 'left' ? null : sealOfRow(row, outcome.deeds)
  return { at: row.at, seal, ...outcome }
}

/** What became of a row, to be written down together with the others of its batch. */
export type RowNow = Partial<Pick<TakeoverRow, 'outcome' | 'because' | 'deeds' | 'seal' | 'undone'>> & { at: number }

export async function writeRows(tx: Tx, schoolId: string, id: string, rows: readonly RowNow[], what: SQL) {
  if (rows.length)
    await tx.execute(sql`update takeover_rows t set ${what}
      from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb)
        as now(at int, outcome text, because text, deeds jsonb, seal text, undone text)
      where t.school_id = ${schoolId} and t.takeover_id = ${id} and t.at = now.at`)
}

/** One bad row does not take the others with it; what is nobody's fault is tried again as a whole. */
export async function unlessWrong<T>(tx: Tx, otherwise: T, work: (inner: Tx) => Promise<T>): Promise<T> {
  try {
    return await tx.transaction((inner) => work(inner as unknown as Tx))
  } catch (error) {
    const code = (error as { cause?: { code?: string } }).cause?.code ?? (error as { code?: string }).code
    // The row itself, its neighbours, or what this person may do.
    if (code && /^(22|23|42501)/.test(code)) return otherwise
    throw error
  }
}

/** Over, with nothing left of what was on its way. */
async function endNow(tx: Tx, schoolId: string, id: string, moment: 'doneAt' | 'stoppedAt'): Promise<boolean> {
  const ended = await tx
    .update(takeovers)
    .set({ [moment]: sql`now()` })
    .where(
      and(
        eq(takeovers.schoolId, schoolId),
        eq(takeovers.id, id),
        isNull(takeovers.doneAt),
        isNull(takeovers.stoppedAt),
      ),
    )
    .returning({ id: takeovers.id })
  if (ended.length) await tx.update(takeoverRows).set({ said: null }).where(ofTakeover(schoolId, id))
  return ended.length > 0
}

export type Ended = { ok: true } | { ok: false; because: 'not-found' | 'over' }

/** No more rows from here on. What is going in at this moment goes in first. */
export async function stopTakeover(tx: Tx, me: Actor, id: string): Promise<Ended> {
  const takeover = await findTakeover(tx, me.organisationId, id)
  if (!takeover || !mayOversee(me, takeover)) return { ok: false, because: 'not-found' }
  return (await endNow(tx, me.organisationId, id, 'stoppedAt')) ? { ok: true } : { ok: false, because: 'over' }
}

/** As the keeper: whoever took it over has left, so nobody brings in the rest. */
export const stopForGone = (tx: Tx, schoolId: string, id: string) => endNow(tx, schoolId, id, 'stoppedAt')

/** As the keeper: thirty days later nothing is remembered of how a list came in. Says of how many. */
export async function forgetTakeovers(tx: Tx): Promise<number> {
  const gone = await tx
    .delete(takeovers)
    .where(lt(takeovers.createdAt, sql`now() - make_interval(days => ${keptDays})`))
    .returning({ id: takeovers.id })
  await eraseContents(
    tx,
    'takeovers',
    gone.map(({ id }) => id),
  )
  return gone.length
}
