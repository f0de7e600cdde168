import { eq } from 'drizzle-orm'
import type { Tx } from '#kit/db/database.ts'
import { organisations } from '#rooms/organisations/door.ts'

export async function nameOfSchool(tx: Tx, schoolId: string): Promise<string> {
  const [school] = await tx
    .select({ name: organisations.name })
    .from(organisations)
    .where(eq(organisations.id, schoolId))
  return school?.name ?? ''
}
