import { and, eq, isNull } from 'drizzle-orm'
import type { Actor } from '#kit/db/actor.ts'
import type { Tx } from '#kit/db/database.ts'
import type { Day } from '#kit/time/day.ts'
import { decideAbout, namesAnother } from '#rooms/agreements/door.ts'
import { mayTendNetwork } from '#rooms/relations/door.ts'
import type { DecisionSaid } from './forms.ts'
import { lastRound, preparedFor } from './queries.ts'
import { needsReason, wakesOn } from './rules.ts'
import { roundDecisions, rounds } from './tables.ts'

export type Refusal = 'not-found' | 'not-yours' | 'reason' | 'names' | 'tell'
export type Done = { ok: true } | { ok: false; because: Refusal }
const no = (because: Refusal): Done => ({ ok: false, because })

/** A new look at all lines. One at a time: what goes on already stays as it is. */
export async function openRound(tx: Tx, me: Actor, today: Day): Promise<Done> {
  if (!mayTendNetwork(me)) return no('not-yours')
  const last = await lastRound(tx, me.organisationId)
  if (last && last.closedOn === null) return { ok: true }
  await tx.insert(rounds).values({ schoolId: me.organisationId, openedOn: today })
  return { ok: true }
}

export async function closeRound(tx: Tx, me: Actor, today: Day): Promise<Done> {
  if (!mayTendNetwork(me)) return no('not-yours')
  const closed = await tx
    .update(rounds)
    .set({ closedOn: today })
    .where(and(eq(rounds.schoolId, me.organisationId), isNull(rounds.closedOn)))
    .returning({ id: rounds.id })
  return closed.length ? { ok: true } : no('not-found')
}

/** People decide; this writes it down, with why and when. A sleeping line stops asking for contact. */
export async function decide(
  tx: Tx,
  me: Actor,
  relationId: string,
  said: DecisionSaid & { today: Day },
): Promise<Done> {
  if (!mayTendNetwork(me)) return no('not-yours')
  const { decision, reason, tell, today } = said
  const round = await lastRound(tx, me.organisationId)
  const line = round?.closedOn === null ? await preparedFor(tx, me.organisationId, relationId) : undefined
  if (!round || !line) return no('not-found')
  if (needsReason(decision) && !reason) return no('reason')
  const about = { schoolId: me.organisationId, relationId, name: line.name }
  if (reason && (await namesAnother(tx, about, reason))) return no('names')
  if (tell && (await namesAnother(tx, about, tell))) return no('tell')
  const key = { schoolId: me.organisationId, roundId: round.id, relationId }
  await tx
    .delete(roundDecisions)
    .where(
      and(
        eq(roundDecisions.schoolId, key.schoolId),
        eq(roundDecisions.roundId, key.roundId),
        eq(roundDecisions.relationId, relationId),
      ),
    )
  await tx.insert(roundDecisions).values({ ...key, decision, reason, tell, decidedOn: today, personId: me.personId })
  const sleepsUntil = decision === 'sleep' ? wakesOn(today) : null
  const step = decision === 'stop' ? 'ends' : null
  await decideAbout(tx, me, { relationId, step, path: `/jaarronde/${relationId}`, today, sleepsUntil })
  return { ok: true }
}
