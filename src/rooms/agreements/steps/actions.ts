import { and, eq, isNull } from 'drizzle-orm'
import type { Actor } from '#kit/db/actor.ts'
import type { Tx } from '#kit/db/database.ts'
import type { Day } from '#kit/time/day.ts'
import { mayTend } from '#rooms/relations/door.ts'
import { letSleep } from '../actions.ts'
import { lineOf, namesAnother } from '../queries.ts'
import { lineSteps, type Step } from './tables.ts'

export type Deciding = {
  relationId: string
  /** What is still to be done; nothing when it was decided otherwise. */
  step: Step | null
  /** Where the decision stands. */
  path: string
  today: Day
  /** Said at once, the line sleeps at once (or wakes, with null), and nothing waits. */
  sleepsUntil?: Day | null
}

/** After a decision about a line: what follows from it waits on who holds the line, until done or refused with a reason. */
export async function decideAbout(tx: Tx, me: Actor, { relationId, step, path, today, ...given }: Deciding) {
  const schoolId = me.organisationId
  await tx
    .delete(lineSteps)
    .where(and(eq(lineSteps.schoolId, schoolId), eq(lineSteps.path, path), isNull(lineSteps.closedOn)))
  if (given.sleepsUntil !== undefined) await letSleep(tx, me, relationId, given.sleepsUntil)
  if (step && !given.sleepsUntil)
    await tx.insert(lineSteps).values({ schoolId, relationId, step, path, decidedOn: today, askedBy: me.personId })
}

export type Closed = { ok: true } | { ok: false; because: 'not-found' | 'names' }
type Close = { relationId: string; today: Day }

/** The line goes to sleep until that day, as was decided. */
export async function sleepNow(tx: Tx, me: Actor, { relationId, today }: Close, until: Day): Promise<Closed> {
  const slept = await letSleep(tx, me, relationId, until)
  if (!slept.ok) return { ok: false, because: 'not-found' }
  await close(tx, me, { relationId, today }, null)
  return { ok: true }
}

/** It is not done after all: said with a reason, by who tends the line. */
export async function declineStep(tx: Tx, me: Actor, at: Close, reason: string): Promise<Closed> {
  const line = await lineOf(tx, me.organisationId, at.relationId)
  if (!line || !mayTend(me, line)) return { ok: false, because: 'not-found' }
  const about = { schoolId: line.schoolId, relationId: line.id, name: line.name }
  if (await namesAnother(tx, about, reason)) return { ok: false, because: 'names' }
  return (await close(tx, me, at, reason)) ? { ok: true } : { ok: false, because: 'not-found' }
}

async function close(tx: Tx, me: Actor, { relationId, today }: Close, declined: string | null) {
  const closed = await tx
    .update(lineSteps)
    .set({ closedOn: today, closedBy: me.personId, declined })
    .where(
      and(
        ...[eq(lineSteps.schoolId, me.organisationId), eq(lineSteps.relationId, relationId)],
        isNull(lineSteps.closedOn),
      ),
    )
    .returning({ id: lineSteps.id })
  return closed.length > 0
}
