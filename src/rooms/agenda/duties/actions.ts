import { and, eq, gte, isNull, notExists, or } from 'drizzle-orm'
import type { Actor } from '#kit/db/actor.ts'
import type { Tx } from '#kit/db/database.ts'
import type { Day } from '#kit/time/day.ts'
import { isColleague, memberships } from '#rooms/people/door.ts'
import type { DutySaid } from './forms.ts'
import { dutiesOf } from './queries.ts'
import { duties } from './tables.ts'

export const mostDuties = 30
export type Done = { ok: true } | { ok: false; because: 'not-yours' | 'not-found' | 'order' | 'many' }

/** Said twice, it stands once. */
export async function addDuty(tx: Tx, me: Actor, said: DutySaid): Promise<Done> {
  if (!isColleague(me)) return { ok: false, because: 'not-yours' }
  if (said.until <= said.from) return { ok: false, because: 'order' }
  const there = await dutiesOf(tx, me)
  if (there.some((one) => one.weekday === said.weekday && one.from === said.from && one.until === said.until))
    return { ok: true }
  if (there.length >= mostDuties) return { ok: false, because: 'many' }
  await tx.insert(duties).values({ schoolId: me.organisationId, personId: me.personId, ...said })
  return { ok: true }
}

export async function removeDuty(tx: Tx, me: Actor, id: string): Promise<Done> {
  const gone = await tx
    .delete(duties)
    .where(and(eq(duties.schoolId, me.organisationId), eq(duties.personId, me.personId), eq(duties.id, id)))
    .returning({ id: duties.id })
  return gone.length ? { ok: true } : { ok: false, because: 'not-found' }
}

/** As the keeper, once a day: whoever works here no longer has no duties here either. */
export const forgetDuties = (tx: Tx, today: Day) =>
  tx.delete(duties).where(
    notExists(
      tx
        .select({ id: memberships.id })
        .from(memberships)
        .where(
          and(
            eq(memberships.organisationId, duties.schoolId),
            eq(memberships.personId, duties.personId),
            or(isNull(memberships.until), gte(memberships.until, today)),
          ),
        ),
    ),
  )
