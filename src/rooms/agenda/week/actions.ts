import { and, eq, inArray, isNotNull, isNull, lt, sql } from 'drizzle-orm'
import type { Actor } from '#kit/db/actor.ts'
import type { Tx } from '#kit/db/database.ts'
import { insertMany } from '#kit/db/many.ts'
import { type Day, dayPlus } from '#kit/time/day.ts'
import { dayPlan, spaces } from '#rooms/people/door.ts'
import { mayMakeWeek } from '../lessons/access.ts'
import type { SessionSaid, SpotSaid } from './forms.ts'
import { partnersOf } from './queries.ts'
import { standsIn } from './rules.ts'
import { type Placement, placements, type Session, sessionGroups, sessions, weekLimits } from './tables.ts'

export type Done = { ok: true; id: string } | { ok: false; because: 'not-yours' | 'not-found' | 'no-such-space' }
const no = (because: Exclude<Done, { ok: true }>['because']): Done => ({ ok: false, because })

/** What an external will come for; it has no place in the week yet. */
export async function addSession(tx: Tx, me: Actor, said: SessionSaid, today: Day): Promise<Done> {
  const wrong = await unfitFor(tx, me, said, today)
  if (wrong) return no(wrong)
  const { groups, ...session } = said
  const [added] = await tx
    .insert(sessions)
    .values({ schoolId: me.organisationId, ...session })
    .returning({ id: sessions.id })
  await tx.insert(sessionGroups).values(rowsOf(me, added!.id, groups))
  return { ok: true, id: added!.id }
}

/** The whole session said anew; where it stands in the week it stays, and what cannot be so shows there. */
export async function changeSession(tx: Tx, me: Actor, id: string, said: SessionSaid, today: Day): Promise<Done> {
  const wrong = await unfitFor(tx, me, said, today)
  if (wrong) return no(wrong)
  const { groups, ...session } = said
  const [there] = await tx.select().from(sessions).where(sessionIs(me, id))
  if (!there || there.removedAt) return no('not-found')
  // Whose it is does not change in a row: another partner is another session, at the same places.
  if (there.relationId !== session.relationId) return handOn(tx, me, there, said)
  await tx.update(sessions).set(settings(session)).where(sessionIs(me, id))
  await tx
    .delete(sessionGroups)
    .where(and(eq(sessionGroups.schoolId, me.organisationId), eq(sessionGroups.sessionId, id)))
  await tx.insert(sessionGroups).values(rowsOf(me, id, groups))
  await countUp(tx, me, id)
  return { ok: true, id }
}

const settings = ({ minutes, times, place, spaceId }: Omit<SessionSaid, 'groups'>) => ({
  ...{ minutes, times, place, spaceId },
})
const rowsOf = (me: Actor, sessionId: string, groups: SessionSaid['groups']) =>
  groups.map(({ id, pupils }) => ({ schoolId: me.organisationId, sessionId, groupId: id, pupils }))

/** The same session by another partner: a new one where the old one stands, and the old one is taken away. */
async function handOn(tx: Tx, me: Actor, old: Session, { groups, ...session }: SessionSaid): Promise<Done> {
  const schoolId = me.organisationId
  const [added] = await tx
    .insert(sessions)
    .values({ schoolId, ...session })
    .returning({ id: sessions.id })
  const id = added!.id
  await tx.insert(sessionGroups).values(rowsOf(me, id, groups))
  const there = await tx
    .select()
    .from(placements)
    .where(and(eq(placements.schoolId, schoolId), eq(placements.sessionId, old.id), isNull(placements.until)))
  for (const { weekday, from, spaceId, since, byHand } of there)
    await tx.insert(placements).values({ schoolId, sessionId: id, weekday, from, spaceId, since, byHand })
  await tx.update(sessions).set({ removedAt: new Date() }).where(sessionIs(me, old.id))
  return { ok: true, id }
}

type Unfit = Exclude<Done, { ok: true }>['because']
async function unfitFor(tx: Tx, me: Actor, said: SessionSaid, today: Day): Promise<Unfit | undefined> {
  if (!mayMakeWeek(me)) return 'not-yours'
  const partners = await partnersOf(tx, me.organisationId, today)
  const known = (await dayPlan(tx, me.organisationId)).groups.map(({ id }) => id)
  if (!partners.some(({ id }) => id === said.relationId)) return 'not-found'
  if (!said.groups.every(({ id }) => known.includes(id))) return 'not-found'
  return (await hasSpace(tx, me.organisationId, said.spaceId)) ? undefined : 'no-such-space'
}

/** Something of it changed: calendars that have it take the newest. */
export const countUp = (tx: Tx, me: Actor, sessionId: string) =>
  tx
    .update(placements)
    .set({ sequence: sql`${placements.sequence} + 1` })
    .where(and(eq(placements.schoolId, me.organisationId), eq(placements.sessionId, sessionId)))

export async function hasSpace(tx: Tx, schoolId: string, id: string | null): Promise<boolean> {
  if (!id) return true
  const found = await tx
    .select({ id: spaces.id })
    .from(spaces)
    .where(and(eq(spaces.schoolId, schoolId), eq(spaces.id, id)))
  return found.length > 0
}

/** Out of the week with all its places; for a month it can be put back as it was. */
export async function removeSession(tx: Tx, me: Actor, id: string, now: Date): Promise<Done> {
  if (!mayMakeWeek(me)) return no('not-yours')
  const [gone] = await tx
    .update(sessions)
    .set({ removedAt: now })
    .where(and(sessionIs(me, id), isNull(sessions.removedAt)))
    .returning({ id: sessions.id })
  return gone ? { ok: true, id } : no('not-found')
}

/** One step back. */
export async function restoreSession(tx: Tx, me: Actor, id: string): Promise<Done> {
  if (!mayMakeWeek(me)) return no('not-yours')
  const [back] = await tx
    .update(sessions)
    .set({ removedAt: null })
    .where(and(sessionIs(me, id), isNotNull(sessions.removedAt)))
    .returning({ id: sessions.id })
  return back ? { ok: true, id } : no('not-found')
}

/** As the keeper, once a day: what was taken away a month ago is forgotten. */
export const forgetSessions = (tx: Tx, before: Date) => tx.delete(sessions).where(lt(sessions.removedAt, before))

const sessionIs = (me: Actor, id: string) => and(eq(sessions.schoolId, me.organisationId), eq(sessions.id, id))
const placementIs = (me: Actor, id: string) => and(eq(placements.schoolId, me.organisationId), eq(placements.id, id))

export async function placementsBy(tx: Tx, me: Actor, ids: readonly string[]): Promise<Placement[]> {
  const ours = and(eq(placements.schoolId, me.organisationId), inArray(placements.id, [...ids]))
  return ids.length ? tx.select().from(placements).where(ours) : []
}

/** Puts a session in the week, from this Monday on. */
export async function place(tx: Tx, me: Actor, sessionId: string, spot: SpotSaid, monday: Day): Promise<Done> {
  if (!mayMakeWeek(me)) return no('not-yours')
  const [found] = await tx
    .select({ id: sessions.id })
    .from(sessions)
    .where(and(sessionIs(me, sessionId), isNull(sessions.removedAt)))
  if (!found) return no('not-found')
  if (!(await hasSpace(tx, me.organisationId, spot.spaceId))) return no('no-such-space')
  return stand(tx, me, { sessionId, ...spot, byHand: true }, monday)
}

type Spot = Pick<Placement, 'sessionId' | 'weekday' | 'from' | 'spaceId' | 'byHand'>
async function stand(tx: Tx, me: Actor, spot: Spot, since: Day): Promise<Done> {
  const row = { schoolId: me.organisationId, ...spot, since, until: null }
  const [added] = await tx.insert(placements).values(row).returning({ id: placements.id })
  return { ok: true, id: added!.id }
}

/** What stands from this Monday on goes; what stood in the weeks before is kept, for what was missed then. */
async function endAt(tx: Tx, me: Actor, one: Placement, monday: Day): Promise<void> {
  if (one.since >= monday) await tx.delete(placements).where(placementIs(me, one.id))
  else
    await tx
      .update(placements)
      .set({ until: dayPlus(monday, -1), sequence: sql`${placements.sequence} + 1` })
      .where(placementIs(me, one.id))
}

async function found(tx: Tx, me: Actor, id: string, monday: Day): Promise<Placement | undefined> {
  const [one] = await placementsBy(tx, me, [id])
  return one && standsIn(monday, one) ? one : undefined
}

/** Elsewhere in the week from this Monday on; done by a person, so the machine leaves it there. */
export async function movePlacement(tx: Tx, me: Actor, id: string, spot: SpotSaid, monday: Day): Promise<Done> {
  if (!mayMakeWeek(me)) return no('not-yours')
  const one = await found(tx, me, id, monday)
  if (!one) return no('not-found')
  if (!(await hasSpace(tx, me.organisationId, spot.spaceId))) return no('no-such-space')
  await endAt(tx, me, one, monday)
  return stand(tx, me, { sessionId: one.sessionId, ...spot, byHand: true }, monday)
}

/** Each at the other's time; rooms stay with whom they are. */
export async function swapPlacements(tx: Tx, me: Actor, id: string, other: string, monday: Day): Promise<Done> {
  if (!mayMakeWeek(me)) return no('not-yours')
  const [a, b] = [await found(tx, me, id, monday), await found(tx, me, other, monday)]
  if (!a || !b || a.id === b.id) return no('not-found')
  const spot = (of: Placement, at: Placement) => ({ weekday: at.weekday, from: at.from, spaceId: of.spaceId })
  await movePlacement(tx, me, b.id, spot(b, a), monday)
  return movePlacement(tx, me, a.id, spot(a, b), monday)
}

export async function unplace(tx: Tx, me: Actor, id: string, monday: Day): Promise<Done> {
  if (!mayMakeWeek(me)) return no('not-yours')
  const one = await found(tx, me, id, monday)
  if (!one) return no('not-found')
  await endAt(tx, me, one, monday)
  return { ok: true, id }
}

/** Fixed: the machine leaves it; loose: it may go elsewhere. */
export async function pin(tx: Tx, me: Actor, id: string, byHand: boolean): Promise<Done> {
  if (!mayMakeWeek(me)) return no('not-yours')
  const [done] = await tx.update(placements).set({ byHand }).where(placementIs(me, id)).returning({ id: placements.id })
  return done ? { ok: true, id } : no('not-found')
}

export async function sayLimit(tx: Tx, me: Actor, outAtOnce: number): Promise<Done> {
  if (!mayMakeWeek(me)) return no('not-yours')
  await tx
    .insert(weekLimits)
    .values({ schoolId: me.organisationId, outAtOnce })
    .onConflictDoUpdate({ target: weekLimits.schoolId, set: { outAtOnce } })
  return { ok: true, id: me.organisationId }
}

/** A whole week in place of what stands, from this Monday on; what stays where it is is not touched. */
export async function replaceWeek(
  tx: Tx,
  me: Actor,
  { standing, next }: { standing: readonly Placement[]; next: readonly Spot[] },
  monday: Day,
): Promise<void> {
  const key = (one: Spot) => [one.sessionId, one.weekday, one.from.slice(0, 5), one.spaceId].join()
  const wished = new Set(next.map(key))
  const there = new Set(standing.map(key))
  for (const one of standing) if (!wished.has(key(one))) await endAt(tx, me, one, monday)
  for (const one of next) if (!there.has(key(one))) await stand(tx, me, one, monday)
}

type Invented = {
  sessions: readonly (typeof sessions.$inferInsert)[]
  groups: readonly (typeof sessionGroups.$inferInsert)[]
  placements: readonly (typeof placements.$inferInsert)[]
}
/** As the keeper: weeks that were invented, many at once. */
export const inventedWeeks = async (tx: Tx, rows: Invented) =>
  (await insertMany(tx, sessions, rows.sessions)) +
  (await insertMany(tx, sessionGroups, rows.groups)) +
  (await insertMany(tx, placements, rows.placements))
