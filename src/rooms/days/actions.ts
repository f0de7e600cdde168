import { and, eq } from 'drizzle-orm'
import type { Actor } from '#kit/db/actor.ts'
import type { Tx } from '#kit/db/database.ts'
import { isColleague } from '#rooms/people/door.ts'
import { mayPlan } from './access.ts'
import type { DaySaid } from './forms.ts'
import type { Region } from './rules.ts'
import { schoolDays, schoolRegions } from './tables.ts'

type Done = { ok: true; id: string } | { ok: false; because: 'not-yours' | 'not-found' }
const plansHere = (me: Actor) => isColleague(me) && mayPlan(me)

export async function addDay(tx: Tx, me: Actor, { until, ...said }: DaySaid): Promise<Done> {
  if (!plansHere(me)) return { ok: false, because: 'not-yours' }
  const row = { schoolId: me.organisationId, ...said, until: until ?? said.from }
  const [added] = await tx.insert(schoolDays).values(row).returning({ id: schoolDays.id })
  return { ok: true, id: added!.id }
}

export async function removeDay(tx: Tx, me: Actor, id: string): Promise<Done> {
  if (!plansHere(me)) return { ok: false, because: 'not-yours' }
  const [gone] = await tx
    .delete(schoolDays)
    .where(and(eq(schoolDays.schoolId, me.organisationId), eq(schoolDays.id, id)))
    .returning({ id: schoolDays.id })
  return gone ? { ok: true, id } : { ok: false, because: 'not-found' }
}

export async function sayRegion(tx: Tx, me: Actor, region: Region): Promise<Done> {
  if (!plansHere(me)) return { ok: false, because: 'not-yours' }
  await tx
    .insert(schoolRegions)
    .values({ schoolId: me.organisationId, region })
    .onConflictDoUpdate({ target: schoolRegions.schoolId, set: { region } })
  return { ok: true, id: me.organisationId }
}
