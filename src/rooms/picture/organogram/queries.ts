import { eq } from 'drizzle-orm'
import type { Tx } from '#kit/db/database.ts'
import { organisations } from '#rooms/organisations/door.ts'
import { declaredHours } from '#rooms/plans/door.ts'

export async function nameOfSchool(tx: Tx, schoolId: string): Promise<string> {
  const [school] = await tx
    .select({ name: organisations.name })
    .from(organisations)
    .where(eq(organisations.id, schoolId))
  return school?.name ?? ''
}

/** Hours a year that were agreed with each colleague for working with partners. */
export async function hoursAgreed(tx: Tx, schoolId: string): Promise<Map<string, number>> {
  const rows = await tx
    .select({ personId: declaredHours.personId, hours: declaredHours.hours })
    .from(declaredHours)
    .where(eq(declaredHours.schoolId, schoolId))
  return new Map(rows.map(({ personId, hours }) => [personId, hours]))
}
