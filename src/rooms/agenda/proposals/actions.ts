import { and, eq, isNull, lt, sql } from 'drizzle-orm'
import type { Actor } from '#kit/db/actor.ts'
import { rowsOf, type Tx } from '#kit/db/database.ts'
import { enqueue } from '#kit/jobs/work.ts'
import type { Day } from '#kit/time/day.ts'
import { mayMakeWeek } from '../lessons/access.ts'
import type { Progress } from '../timetable/solve.ts'
import { placementsBy, replaceWeek } from '../week/actions.ts'
import { factsOf } from '../week/queries.ts'
import { instanceOf, standing } from '../week/rules.ts'
import { findPlan, underWay } from './queries.ts'
import { digestOf, type Found, thinking } from './rules.ts'
import { weekPlans } from './tables.ts'

export type Done =
  | { ok: true; id: string; monday: Day }
  | { ok: false; because: 'not-yours' | 'not-found' | 'nothing' | 'changed' }

/** One deed at a time with the proposals of a school: nobody asks twice, and no week is taken over twice. */
const oneAtATime = (tx: Tx, schoolId: string) =>
  rowsOf(tx, sql`select pg_advisory_xact_lock(hashtextextended(${`week plans ${schoolId}`}, 0))`)

/**
 * Asks the machine for a week. It goes on by itself; what people put somewhere stays there. A school has one under way at a
 * time: whoever asks again sees that one, and the machine has time for others.
 */
export async function askPlan(tx: Tx, me: Actor, monday: Day): Promise<Done> {
  if (!mayMakeWeek(me)) return { ok: false, because: 'not-yours' }
  const schoolId = me.organisationId
  await oneAtATime(tx, schoolId)
  const running = await underWay(tx, schoolId)
  if (running) return { ok: true, ...running }
  const instance = instanceOf(await factsOf(tx, schoolId, monday), thinking.usual, { keep: 'by-hand' })
  if (!instance.sessions.length) return { ok: false, because: 'nothing' }
  const [made] = await tx
    .insert(weekPlans)
    .values({ schoolId, personId: me.personId, monday, digest: digestOf(instance), most: thinking.usual })
    .returning({ id: weekPlans.id })
  await enqueue(tx, 'agenda.plan', { school: schoolId, plan: made!.id })
  return { ok: true, id: made!.id, monday }
}

const planIs = (schoolId: string, id: string) => and(eq(weekPlans.schoolId, schoolId), eq(weekPlans.id, id))

/** Enough: the best it has found so far counts. */
export async function stopPlan(tx: Tx, me: Actor, id: string, now: Date): Promise<Done> {
  if (!mayMakeWeek(me)) return { ok: false, because: 'not-yours' }
  const [stopped] = await tx
    .update(weekPlans)
    .set({ stopAt: now })
    .where(and(planIs(me.organisationId, id), isNull(weekPlans.doneAt)))
    .returning({ monday: weekPlans.monday })
  return stopped ? { ok: true, id, monday: stopped.monday } : { ok: false, because: 'not-found' }
}

export async function dropPlan(tx: Tx, me: Actor, id: string): Promise<Done> {
  if (!mayMakeWeek(me)) return { ok: false, because: 'not-yours' }
  const [gone] = await tx.delete(weekPlans).where(planIs(me.organisationId, id)).returning({ monday: weekPlans.monday })
  return gone ? { ok: true, id, monday: gone.monday } : { ok: false, because: 'not-found' }
}

/** The proposal becomes the week, unless something it was made from has changed. */
export async function takePlan(tx: Tx, me: Actor, id: string, now: Date): Promise<Done> {
  if (!mayMakeWeek(me)) return { ok: false, because: 'not-yours' }
  await oneAtATime(tx, me.organisationId)
  const plan = await findPlan(tx, me.organisationId, id)
  if (!plan?.found || plan.takenAt) return { ok: false, because: 'not-found' }
  const facts = await factsOf(tx, me.organisationId, plan.monday)
  if (digestOf(instanceOf(facts, 1, { keep: 'by-hand' })) !== plan.digest) return { ok: false, because: 'changed' }
  const next = plan.found.placements.map(({ session, weekday, from, room, byHand }) => ({
    ...{ sessionId: session, weekday, from, spaceId: room, byHand },
  }))
  const rows = await placementsBy(
    tx,
    me,
    standing(facts).map((one) => one.id),
  )
  await replaceWeek(tx, me, { standing: rows, next }, plan.monday)
  await tx.update(weekPlans).set({ takenAt: now }).where(planIs(me.organisationId, id))
  return { ok: true, id, monday: plan.monday }
}

/** As the keeper: how far it is; and whether somebody has had enough, or threw it away. */
export async function tellProgress(tx: Tx, of: { school: string; plan: string }, at: Progress): Promise<boolean> {
  const whole = (number: number | null) => (number === null ? null : Math.round(number))
  const [row] = await tx
    .update(weekPlans)
    .set({ seconds: Math.round(at.seconds), points: whole(at.points), bound: whole(at.bound) })
    .where(planIs(of.school, of.plan))
    .returning({ stopAt: weekPlans.stopAt })
  return !row || row.stopAt !== null
}

export const keepFound = (tx: Tx, of: { school: string; plan: string }, found: Found, now: Date) =>
  tx
    .update(weekPlans)
    .set({ found, doneAt: now, seconds: Math.round(found.seconds), points: found.points.total, bound: found.bound })
    .where(planIs(of.school, of.plan))

/** As the keeper, once a day: proposals of a month ago are nobody's week any more. */
export const forgetPlans = (tx: Tx, before: Date) => tx.delete(weekPlans).where(lt(weekPlans.askedAt, before))
