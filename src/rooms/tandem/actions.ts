import { and, eq, isNull, lt } from 'drizzle-orm'
import type { Actor } from '#kit/db/actor.ts'
import type { Tx } from '#kit/db/database.ts'
import { without } from '#kit/text/without.ts'
import { type Day, dayPlus } from '#kit/time/day.ts'
import { linesKept } from '#rooms/network/door.ts'
import { colleaguesOf } from '#rooms/people/door.ts'
import type { Group } from '#rooms/signals/door.ts'
import { cleared } from '#rooms/trade/door.ts'
import { isOfTheTwo } from './access.ts'
import { type Asking, chosenDay, findPoint, pointsOf, signalsNow } from './queries.ts'
import { daysKept, nextTime, timeAfter, toPropose } from './rules.ts'
import { tandemPoints, tandems } from './tables.ts'

export type Done = { ok: true } | { ok: false; because: Because }
type Because = 'not-found' | 'names' | 'past' | 'settled'
const no = (because: Because): Done => ({ ok: false, because })
const open = (me: Actor, id: string) =>
  and(eq(tandemPoints.schoolId, me.organisationId), eq(tandemPoints.id, id), isNull(tandemPoints.settledOn))

/** The other of the two may have been first. */
const notOpen = async (tx: Tx, me: Actor, id: string) =>
  no((await findPoint(tx, me.organisationId, id)) ? 'settled' : 'not-found')

/** A point of their own. Partners and colleagues may be named in it; anybody else may be a child. */
export async function addPoint(tx: Tx, me: Actor, what: string, today: Day): Promise<Done> {
  if (!isOfTheTwo(me)) return no('not-found')
  if (await pointsAtSomebody(tx, me, what, today)) return no('names')
  await tx.insert(tandemPoints).values({ schoolId: me.organisationId, what })
  return { ok: true }
}

type Taking = { kind: string; asking: Asking; say: (group: Group) => string }
/** A signal becomes a point, in the words of now; it is proposed no more until a fortnight after they settled it. */
export async function takeSignal(tx: Tx, me: Actor, { kind, asking, say }: Taking): Promise<Done> {
  if (!isOfTheTwo(me)) return no('not-found')
  const points = await pointsOf(tx, me.organisationId)
  const proposed = toPropose(await signalsNow(tx, me, asking), points, asking.today)
  const signal = proposed.find((one) => one.kind === kind)
  if (!signal) return no('not-found')
  await tx.insert(tandemPoints).values({ schoolId: me.organisationId, what: say(signal), signal: kind })
  return { ok: true }
}

/** They spoke about it, and this is what they agreed. */
export async function settle(tx: Tx, me: Actor, id: string, outcome: string, today: Day): Promise<Done> {
  if (!isOfTheTwo(me)) return no('not-found')
  if (await pointsAtSomebody(tx, me, outcome, today)) return no('names')
  const done = await tx.update(tandemPoints).set({ outcome, settledOn: today }).where(open(me, id)).returning()
  return done.length ? { ok: true } : notOpen(tx, me, id)
}

/** Not this time: the time after. */
export async function carry(tx: Tx, me: Actor, id: string, today: Day): Promise<Done> {
  if (!isOfTheTwo(me)) return no('not-found')
  const carriedTo = timeAfter(nextTime(await chosenDay(tx, me.organisationId), today))
  const done = await tx.update(tandemPoints).set({ carriedTo }).where(open(me, id)).returning()
  return done.length ? { ok: true } : notOpen(tx, me, id)
}

/** After all for next time. */
export async function fetchBack(tx: Tx, me: Actor, id: string): Promise<Done> {
  if (!isOfTheTwo(me)) return no('not-found')
  const done = await tx.update(tandemPoints).set({ carriedTo: null }).where(open(me, id)).returning()
  return done.length ? { ok: true } : notOpen(tx, me, id)
}

export async function removePoint(tx: Tx, me: Actor, id: string): Promise<Done> {
  if (!isOfTheTwo(me)) return no('not-found')
  const gone = await tx.delete(tandemPoints).where(open(me, id)).returning()
  return gone.length ? { ok: true } : notOpen(tx, me, id)
}

export async function chooseDay(tx: Tx, me: Actor, nextOn: Day, today: Day): Promise<Done> {
  if (!isOfTheTwo(me)) return no('not-found')
  if (nextOn < today) return no('past')
  await tx
    .insert(tandems)
    .values({ schoolId: me.organisationId, nextOn })
    .onConflictDoUpdate({ target: tandems.schoolId, set: { nextOn } })
  return { ok: true }
}

/** As the keeper: what was settled half a year ago is removed. */
export const forgetPoints = (tx: Tx, today: Day) =>
  tx.delete(tandemPoints).where(lt(tandemPoints.settledOn, dayPlus(today, -daysKept)))

async function pointsAtSomebody(tx: Tx, me: Actor, text: string, today: Day): Promise<boolean> {
  const staff = await colleaguesOf(tx, me.organisationId, today)
  const lines = await linesKept(tx, me.organisationId, today)
  const grownUps = [...staff.map(({ name }) => name), ...lines.flatMap(({ name, faces }) => [name, ...faces])]
  return cleared(without(text, grownUps)).warnings.length > 0
}
