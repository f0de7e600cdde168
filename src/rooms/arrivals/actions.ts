import { and, eq, isNull } from 'drizzle-orm'
import type { Actor } from '#kit/db/actor.ts'
import type { Tx } from '#kit/db/database.ts'
import type { Day } from '#kit/time/day.ts'
import type { DaySaid, PackSaid } from './forms.ts'
import { introductions, welcomePacks } from './tables.ts'

/** How the school works, written over as a whole. */
export async function writePack(tx: Tx, me: Actor, said: PackSaid, today: Day): Promise<void> {
  const pack = { ...said, writtenBy: me.personId, writtenOn: today }
  await tx
    .insert(welcomePacks)
    .values({ schoolId: me.organisationId, ...pack })
    .onConflictDoUpdate({ target: welcomePacks.schoolId, set: pack })
}

/** These partners are hers to meet, each on a day; who is on the list already keeps her day. */
export async function planIntroductions(
  tx: Tx,
  me: Actor,
  personId: string,
  days: ReadonlyMap<string, Day | null>,
): Promise<void> {
  const rows = [...days].map(([relationId, onDay]) => ({ schoolId: me.organisationId, personId, relationId, onDay }))
  if (rows.length) await tx.insert(introductions).values(rows).onConflictDoNothing()
}

/** Other days, and whom she has met by now. */
export async function setDays(tx: Tx, me: Actor, personId: string, said: readonly DaySaid[], today: Day) {
  for (const { id, onDay, met } of said) {
    const its = and(
      eq(introductions.schoolId, me.organisationId),
      eq(introductions.personId, personId),
      eq(introductions.id, id),
    )
    await tx.update(introductions).set({ onDay }).where(its)
    if (met)
      await tx
        .update(introductions)
        .set({ metOn: today })
        .where(and(its, isNull(introductions.metOn)))
    else await tx.update(introductions).set({ metOn: null }).where(its)
  }
}
