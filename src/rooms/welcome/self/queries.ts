import { eq } from 'drizzle-orm'
import type { Tx } from '#kit/db/database.ts'
import { people } from '#rooms/people/door.ts'

/** What we know of me. */
export async function findMyself(tx: Tx, personId: string) {
  const [row] = await tx
    .select({ name: people.name, mail: people.mail, phone: people.phone, source: people.source })
    .from(people)
    .where(eq(people.id, personId))
  return row
}
export type Myself = NonNullable<Awaited<ReturnType<typeof findMyself>>>
