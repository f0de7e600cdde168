import { ne } from 'drizzle-orm'
import type { Tx } from '#kit/db/database.ts'
import { people } from '../tables.ts'

/** Is there anybody here who was not invented under this name? */
export async function hasOthers(tx: Tx, source: string): Promise<boolean> {
  const [somebody] = await tx.select({ id: people.id }).from(people).where(ne(people.source, source)).limit(1)
  return somebody !== undefined
}
