import { and, eq, inArray } from 'drizzle-orm'
import type { Actor } from '#kit/db/actor.ts'
import type { Tx } from '#kit/db/database.ts'
import { type Day, dayPlus } from '#kit/time/day.ts'
import { dayPlan, spaces } from '#rooms/people/door.ts'
import { mayMakeWeek } from '../lessons/access.ts'
import type { SessionSaid, SpotSaid } from './forms.ts'
import { partnersOf } from './queries.ts'
import { standsIn } from './rules.ts'
import { type Placement, placements, sessionGroups, sessions, weekLimits } from './tables.ts'

export type Done = { ok: true; id: string } | { ok: false; because: 'not-yours' | 'not-found' | 'no-such-space' }
const no = (because: Exclude<Done, { ok: true }>['because']): Done => ({ ok: false, because })

/** What an external will come for; it has no place in the week yet. */
export async function addSession(tx: Tx, me: Actor, { groups, ...said }: SessionSaid, today: Day): Promise<Done> {
  if (!mayMakeWeek(me)) return no('not-yours')
  const schoolId = me.organisationId
  const partners = await partnersOf(tx, schoolId, today)
  const known = (await dayPlan(tx, schoolId)).groups.map(({ id }) => id)
  if (!partners.some(({ id }) => id === said.relationId)) return no('not-found')
  if (!groups.every(({ id }) => known.includes(id))) return no('not-found')
  if (!(await hasSpace(tx, schoolId, said.spaceId))) return no('no-such-space')
  const [added] = await tx
    .insert(sessions)
    .values({ schoolId, ...said })
    .returning({ id: sessions.id })
  const id = added!.id
  await tx
    .insert(sessionGroups)
    .values(groups.map((group) => ({ schoolId, sessionId: id, groupId: group.id, pupils: group.pupils })))
  return { ok: true, id }
}

async function hasSpace(tx: Tx, schoolId: string, id: string | null): Promise<boolean> {
  if (!id) return true
  const found = await tx
    .select({ id: spaces.id })
    .from(spaces)
    .where(and(eq(spaces.schoolId, schoolId), eq(spaces.id, id)))
  return found.length > 0
}

export async function removeSession(tx: Tx, me: Actor, id: string): Promise<Done> {
  if (!mayMakeWeek(me)) return no('not-yours')
  const [gone] = await tx.delete(sessions).where(sessionIs(me, id)).returning({ id: sessions.id })
  return gone ? { ok: true, id } : no('not-found')
}

const sessionIs = (me: Actor, id: string) => and(eq(sessions.schoolId, me.organisationId), eq(sessions.id, id))
const placementIs = (me: Actor, id: string) => and(eq(placements.schoolId, me.organisationId), eq(placements.id, id))

export async function placementsBy(tx: Tx, me: Actor, ids: readonly string[]): Promise<Placement[]> {
  const ours = and(eq(placements.schoolId, me.organisationId), inArray(placements.id, [...ids]))
  return ids.length ? tx.select().from(placements).where(ours) : []
}

/** Puts a session in the week, from this Monday on. */
export async function place(tx: Tx, me: Actor, sessionId: string, spot: SpotSaid, monday: Day): Promise<Done> {
  if (!mayMakeWeek(me)) return no('not-yours')
  const [found] = await tx.select({ id: sessions.id }).from(sessions).where(sessionIs(me, sessionId))
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
      .set({ until: dayPlus(monday, -1) })
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
