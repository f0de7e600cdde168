import { eq } from 'drizzle-orm'
import type { Actor } from '#kit/db/actor.ts'
import type { Tx } from '#kit/db/database.ts'
import { type Day, dayPlus } from '#kit/time/day.ts'
import { mayAsk } from '../access.ts'
import { signInRules } from '../tables.ts'

/** So long has everybody to set it up. */
const graceDays = 7

/** From a week from now on everybody here takes two steps. Asking again changes nothing: the day that was said stands. */
export async function askSecondStep(tx: Tx, me: Actor, today: Day): Promise<boolean> {
  if (!mayAsk(me)) return false
  await tx
    .insert(signInRules)
    .values({ organisationId: me.organisationId, secondStepFrom: dayPlus(today, graceDays) })
    .onConflictDoNothing()
  return true
}

/** What this organisation asked it asks no longer; what its board asks stands. */
export async function askNoSecondStep(tx: Tx, me: Actor): Promise<boolean> {
  if (!mayAsk(me)) return false
  await tx.delete(signInRules).where(eq(signInRules.organisationId, me.organisationId))
  return true
}
