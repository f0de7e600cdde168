import { and, eq, lt } from 'drizzle-orm'
import type { Actor } from '#kit/db/actor.ts'
import type { Tx } from '#kit/db/database.ts'
import { type Day, dayPlus } from '#kit/time/day.ts'
import { namesAnother } from '#rooms/agreements/door.ts'
import { namesAChild } from '#rooms/trade/door.ts'
import { seesAll } from './access.ts'
import type { RestSaid, Which } from './forms.ts'
import { type Asking, allSignals } from './queries.ts'
import { mayRest, type Signal } from './rules.ts'
import { signalRests } from './tables.ts'

export type Refusal = 'not-found' | 'until' | 'names'
export type Done = { ok: true } | { ok: false; because: Refusal }
const no = (because: Refusal): Done => ({ ok: false, because })

export const longestRest = 365

/** The signal in the address, when it is there today and I may let it rest. */
export async function signalAt(tx: Tx, me: Actor, at: Which, asking: Asking): Promise<Signal | undefined> {
  const sources = asking.sources.filter(({ kind }) => kind === at.soort)
  const found = (await allSignals(tx, me, { ...asking, sources })).find(({ thing }) => thing === at.over)
  return found && mayRest({ personId: me.personId, all: seesAll(me) }, found) ? found : undefined
}

/** Quiet until that day, with why. It comes back by itself. */
export async function letRest(tx: Tx, me: Actor, at: Which, said: RestSaid, asking: Asking): Promise<Done> {
  const found = await signalAt(tx, me, at, asking)
  if (!found) return no('not-found')
  const { until, why } = said
  if (until <= asking.today || until > dayPlus(asking.today, longestRest)) return no('until')
  const { line, kind, thing } = found
  const about = line && { schoolId: me.organisationId, relationId: line.id, name: line.name }
  if (about ? await namesAnother(tx, about, why) : namesAChild(why)) return no('names')
  const set = { until, why, saidBy: me.personId, saidAt: new Date() }
  await tx
    .insert(signalRests)
    .values({ schoolId: me.organisationId, kind, thing, relationId: line?.id ?? null, ...set })
    .onConflictDoUpdate({ target: [signalRests.schoolId, signalRests.kind, signalRests.thing], set })
  return { ok: true }
}

/** It wants an eye again. */
export async function wake(tx: Tx, me: Actor, at: Which): Promise<Done> {
  const woken = await tx
    .delete(signalRests)
    .where(
      and(eq(signalRests.schoolId, me.organisationId), eq(signalRests.kind, at.soort), eq(signalRests.thing, at.over)),
    )
    .returning({ thing: signalRests.thing })
  return woken.length ? { ok: true } : no('not-found')
}

/** As the keeper: what rested until a year ago. Says how much. */
export async function forgetRests(tx: Tx, today: Day): Promise<number> {
  const gone = await tx
    .delete(signalRests)
    .where(lt(signalRests.until, dayPlus(today, -365)))
    .returning({ thing: signalRests.thing })
  return gone.length
}
