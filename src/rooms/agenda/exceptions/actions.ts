import { and, eq, sql } from 'drizzle-orm'
import type { Actor } from '#kit/db/actor.ts'
import type { Tx } from '#kit/db/database.ts'
import { insertMany } from '#kit/db/many.ts'
import { type Day, dayPlus, weekdayOf } from '#kit/time/day.ts'
import { dayPlan } from '#rooms/people/door.ts'
import { mayTendPresence } from '../access.ts'
import { mayMakeWeek, mayTypeLessons } from '../lessons/access.ts'
import { findLine } from '../queries.ts'
import { presences } from '../tables.ts'
import { countUp, hasSpace, placementsBy } from '../week/actions.ts'
import { sessions } from '../week/tables.ts'
import type { ExtraSaid, GroupSaid, MoveSaid, PartnerSaid } from './forms.ts'
import type { Reason, Undone } from './rules.ts'
import { groupChanges, presenceChanges, sessionChanges } from './tables.ts'

export type Done =
  | { ok: true; id: string; day: Day }
  | { ok: false; because: 'not-yours' | 'not-found' | 'no-such-space' | 'hours' }
const no = (because: Exclude<Done, { ok: true }>['because']): Done => ({ ok: false, because })

type Place = { id: string; monday: Day }
/** The session that stands here in this week, and the date of it. */
async function standingAt(tx: Tx, me: Actor, { id, monday }: Place) {
  const [one] = await placementsBy(tx, me, [id])
  const day = one && dayPlus(monday, one.weekday - 1)
  return one && day && one.since <= day && (!one.until || one.until >= day)
    ? { session: one.sessionId, day }
    : undefined
}

type Row = Pick<typeof sessionChanges.$inferInsert, 'kind' | 'toDay' | 'from' | 'spaceId' | 'reason'>
async function once(tx: Tx, me: Actor, at: Place, row: Row): Promise<Done> {
  if (!mayMakeWeek(me)) return no('not-yours')
  const found = await standingAt(tx, me, at)
  if (!found) return no('not-found')
  if (!(await hasSpace(tx, me.organisationId, row.spaceId ?? null))) return no('no-such-space')
  const [made] = await tx
    .insert(sessionChanges)
    .values({ schoolId: me.organisationId, sessionId: found.session, day: found.day, ...row })
    .onConflictDoUpdate({
      target: [sessionChanges.schoolId, sessionChanges.sessionId, sessionChanges.day],
      targetWhere: sql`${sessionChanges.kind} <> 'extra'`,
      set: row,
    })
    .returning({ id: sessionChanges.id })
  await countUp(tx, me, found.session)
  return { ok: true, id: made!.id, day: row.toDay ?? found.day }
}

/** Not held this time. */
export const cancelOnce = (tx: Tx, me: Actor, at: Place, reason: Reason) =>
  once(tx, me, at, { kind: 'cancelled', toDay: null, from: null, spaceId: null, reason })

/** This time on another day, at another hour or in another room. */
export const moveOnce = (tx: Tx, me: Actor, at: Place, { day, from, spaceId, reason }: MoveSaid) =>
  once(tx, me, at, { kind: 'moved', toDay: day, from, spaceId, reason })

/** Once more than every week. */
export async function addExtra(tx: Tx, me: Actor, said: ExtraSaid): Promise<Done> {
  if (!mayMakeWeek(me)) return no('not-yours')
  const { organisationId: schoolId } = me
  const [session] = await tx
    .select({ removedAt: sessions.removedAt })
    .from(sessions)
    .where(and(eq(sessions.schoolId, schoolId), eq(sessions.id, said.sessionId)))
  if (!session || session.removedAt) return no('not-found')
  if (!(await hasSpace(tx, schoolId, said.spaceId))) return no('no-such-space')
  const [made] = await tx
    .insert(sessionChanges)
    .values({ schoolId, kind: 'extra', ...said })
    .returning({ id: sessionChanges.id })
  return { ok: true, id: made!.id, day: said.day }
}

/** Groups have something else on a date; a row each, so that each can be undone. */
export async function changeGroups(tx: Tx, me: Actor, { groups, ...said }: GroupSaid): Promise<Done> {
  if (!mayTypeLessons(me)) return no('not-yours')
  const known = (await dayPlan(tx, me.organisationId)).groups.map(({ id }) => id)
  if (!groups.every((id) => known.includes(id))) return no('not-found')
  const rows = [...new Set(groups)].map((groupId) => ({ schoolId: me.organisationId, groupId, ...said }))
  const [made] = await tx.insert(groupChanges).values(rows).returning({ id: groupChanges.id })
  return { ok: true, id: made!.id, day: said.day }
}

/** A partner does not come on a date, or comes extra. */
export async function changePresence(tx: Tx, me: Actor, said: PartnerSaid): Promise<Done> {
  const line = await findLine(tx, said.relationId)
  if (!line) return no('not-found')
  if (!mayTendPresence(me, line)) return no('not-yours')
  const extra = said.kind === 'extra'
  if (extra && (!said.from || !said.until || said.until <= said.from)) return no('hours')
  if (extra && !(await hasSpace(tx, line.schoolId, said.spaceId))) return no('no-such-space')
  const hours = extra ? {} : { from: null, until: null, spaceId: null }
  const [made] = await tx
    .insert(presenceChanges)
    .values({ schoolId: line.schoolId, ...said, ...hours })
    .onConflictDoUpdate({
      target: [presenceChanges.schoolId, presenceChanges.relationId, presenceChanges.day],
      targetWhere: sql`${presenceChanges.kind} = 'away'`,
      set: { reason: said.reason },
    })
    .returning({ id: presenceChanges.id })
  await countPresence(tx, line.schoolId, said)
  return { ok: true, id: made!.id, day: said.day }
}

const countPresence = (tx: Tx, schoolId: string, { relationId, day }: { relationId: string; day: Day }) =>
  tx
    .update(presences)
    .set({ sequence: sql`${presences.sequence} + 1` })
    .where(
      and(
        eq(presences.schoolId, schoolId),
        eq(presences.relationId, relationId),
        eq(presences.weekday, weekdayOf(day)),
      ),
    )

/** As every week again. */
export async function undo(tx: Tx, me: Actor, what: Undone, id: string): Promise<Done> {
  if (what === 'partners') return undoPresence(tx, me, id)
  if (what === 'groepen') {
    if (!mayTypeLessons(me)) return no('not-yours')
    const [gone] = await tx
      .delete(groupChanges)
      .where(and(eq(groupChanges.schoolId, me.organisationId), eq(groupChanges.id, id)))
      .returning({ day: groupChanges.day })
    return gone ? { ok: true, id, day: gone.day } : no('not-found')
  }
  if (!mayMakeWeek(me)) return no('not-yours')
  const [gone] = await tx
    .delete(sessionChanges)
    .where(and(eq(sessionChanges.schoolId, me.organisationId), eq(sessionChanges.id, id)))
    .returning({ day: sessionChanges.day, sessionId: sessionChanges.sessionId })
  if (!gone) return no('not-found')
  await countUp(tx, me, gone.sessionId)
  return { ok: true, id, day: gone.day }
}

async function undoPresence(tx: Tx, me: Actor, id: string): Promise<Done> {
  const [there] = await tx.select().from(presenceChanges).where(eq(presenceChanges.id, id))
  const line = there && (await findLine(tx, there.relationId))
  if (!there || !line || !mayTendPresence(me, line)) return no('not-found')
  await tx.delete(presenceChanges).where(and(eq(presenceChanges.schoolId, there.schoolId), eq(presenceChanges.id, id)))
  await countPresence(tx, there.schoolId, there)
  return { ok: true, id, day: there.day }
}

/** As the keeper: dates that were invented, many at once. */
export const inventedDates = (tx: Tx, rows: readonly (typeof sessionChanges.$inferInsert)[]) =>
  insertMany(tx, sessionChanges, rows)
