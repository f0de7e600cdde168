import { and, eq, isNotNull, isNull, or, sql } from 'drizzle-orm'
import type { Actor } from '#kit/db/actor.ts'
import type { Tx } from '#kit/db/database.ts'
import { enqueue, letOthersIn } from '#kit/jobs/work.ts'
import { type Deed, takeBack } from '#kit/trail/deeds.ts'
import { mentionedSince, newestLink } from '#kit/trail/mentioned.ts'
import { mayOversee } from '../access.ts'
import { type Ended, isSealed, moved, ofTakeover, type RowNow, unlessWrong, writeRows } from '../actions.ts'
import { findTakeover, lastRows } from '../queries.ts'
import { batchSize, canBeTakenBack, isShort } from '../rules.ts'
import { type TakeoverRow, takeoverRows, takeovers } from '../tables.ts'

/** Takes a list back as one, in the name of who asks. A short one is out at once. */
export async function undoTakeover(tx: Tx, me: Actor, id: string): Promise<Ended> {
  const takeover = await findTakeover(tx, me.organisationId, id)
  if (!takeover || !mayOversee(me, takeover)) return { ok: false, because: 'not-found' }
  if (!canBeTakenBack(takeover)) return { ok: false, because: 'over' }
  const asked = await tx
    .update(takeovers)
    .set({ undoBy: me.personId, undoAccount: me.accountId, undoAt: sql`now()` })
    .where(
      and(isThis(me, id), isNull(takeovers.undoAt), or(isNotNull(takeovers.doneAt), isNotNull(takeovers.stoppedAt))),
    )
    .returning({ id: takeovers.id })
  if (!asked.length) return { ok: false, because: 'over' }
  if (isShort(takeover.total)) await undoRows(tx, me, id, Number.MAX_SAFE_INTEGER)
  else await enqueueUndo(tx, me, id)
  return { ok: true }
}

const isThis = (me: Actor, id: string) => and(eq(takeovers.schoolId, me.organisationId), eq(takeovers.id, id))
const enqueueUndo = (tx: Tx, me: Actor, id: string) =>
  enqueue(tx, 'takeovers.undo', { school: me.organisationId, takeover: id })

/** The last few rows out, and work for those before. Two workers at once find different rows, or none. */
export async function undoSome(tx: Tx, me: Actor, id: string): Promise<void> {
  const takeover = await findTakeover(tx, me.organisationId, id)
  if (!takeover?.undoAt || takeover.undoneAt || takeover.undoBy !== me.personId) return
  if (await undoRows(tx, me, id, batchSize)) await enqueueUndo(tx, me, id)
}

/** Says whether more have to come out. */
async function undoRows(tx: Tx, me: Actor, id: string, size: number): Promise<boolean> {
  await moved(tx, me.organisationId, id)
  const undoFrom = await newestLink(tx, me.organisationId)
  const rows = await lastRows(tx, me.organisationId, id, Math.min(size, 10_000))
  const used = rows.length ? await usedSince(tx, me, id) : new Set<string>()
  const undone: RowNow[] = []
  for (const row of rows) {
    undone.push(await undoRow(tx, row, used))
    await letOthersIn()
  }
  const undoTo = await newestLink(tx, me.organisationId)
  // Nothing of it has to be remembered now, but what somebody has to be told.
  await writeRows(
    tx,
    me.organisationId,
    id,
    undone,
    sql`deeds = null, seal = null, undone = now.undone,
    because = now.because, undo_from = ${undoFrom}, undo_to = ${undoTo}`,
  )
  const more = (await lastRows(tx, me.organisationId, id, 1)).length > 0
  if (!more)
    await tx
      .update(takeovers)
      .set({ undoneAt: sql`now()` })
      .where(and(isThis(me, id), isNull(takeovers.undoneAt)))
  return more
}

/** Every id that somebody wrote since, the list itself left aside. */
async function usedSince(tx: Tx, me: Actor, id: string): Promise<Set<string>> {
  const [first] = await tx
    .select({ after: sql<string | null>`min(${takeoverRows.trailFrom})` })
    .from(takeoverRows)
    .where(ofTakeover(me.organisationId, id))
  const isOurs = sql`exists (select from ${takeoverRows} where ${ofTakeover(me.organisationId, id)}
    and ((seq > ${takeoverRows.trailFrom} and seq <= ${takeoverRows.trailTo})
      or (seq > ${takeoverRows.undoFrom} and seq <= ${takeoverRows.undoTo})))`
  return mentionedSince(tx, me.organisationId, { after: Number(first?.after ?? 0), except: isOurs })
}

type Undone = { undone: 'back' | 'kept'; because: string | null }

async function undoRow(tx: Tx, row: TakeoverRow, used: ReadonlySet<string>): Promise<RowNow> {
  const deeds = isSealed(row, row.deeds) ? (row.deeds ?? []) : undefined
  const undo = row.outcome === 'added' ? undoAdded : undoCompleted
  const undone: Undone = deeds
    ? await unlessWrong<Undone>(tx, { undone: 'kept', because: 'used' }, (inner) => undo(inner, deeds, used))
    : { undone: 'kept', because: 'unknown' }
  return { at: row.at, ...undone }
}

const newIds = (deeds: readonly Deed[]) =>
  deeds.flatMap(({ was, now }) => (was ? [] : [now['id']].filter((id): id is string => typeof id === 'string')))

class Half extends Error {
  code = '23000'
}

/** What was new goes as a whole, or stays as a whole: also when the database lets only part of it go. */
async function undoAdded(tx: Tx, deeds: readonly Deed[], used: ReadonlySet<string>): Promise<Undone> {
  if (newIds(deeds).some((id) => used.has(id))) return { undone: 'kept', because: 'used' }
  if (!(await takeBack(tx, deeds))) throw new Half('only part of it went')
  return { undone: 'back', because: null }
}

/** What was there already stays, without what the list filled in; except where somebody wrote something else since. */
async function undoCompleted(tx: Tx, deeds: readonly Deed[], used: ReadonlySet<string>): Promise<Undone> {
  const free = deeds.filter((deed) => !newIds([deed]).some((id) => used.has(id)))
  const all = await takeBack(tx, free)
  return all && free.length === deeds.length ? { undone: 'back', because: null } : { undone: 'kept', because: 'partly' }
}
