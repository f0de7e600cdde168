import { and, asc, eq, notExists, sql } from 'drizzle-orm'
import type { Tx } from '#kit/db/database.ts'
import { agreements, keepings } from '#rooms/agreements/door.ts'
import { people } from '#rooms/people/door.ts'
import { handoverNotes } from './tables.ts'

/** The three sentences of a line, and who wrote them when. */
export async function noteOf(tx: Tx, schoolId: string, relationId: string) {
  const [note] = await tx
    .select({
      ...{ grown: handoverNotes.grown, careful: handoverNotes.careful, promised: handoverNotes.promised },
      ...{ writtenOn: handoverNotes.writtenOn, writer: people.name },
    })
    .from(handoverNotes)
    .leftJoin(people, eq(people.id, handoverNotes.writtenBy))
    .where(and(eq(handoverNotes.schoolId, schoolId), eq(handoverNotes.relationId, relationId)))
  return note
}
export type Note = NonNullable<Awaited<ReturnType<typeof noteOf>>>

/** What was agreed with this partner and nobody has a word on yet, the first due on top. */
export const openAgreements = (tx: Tx, schoolId: string, relationId: string) =>
  tx
    .select({ what: agreements.what, until: agreements.until, person: people.name })
    .from(agreements)
    .leftJoin(people, eq(people.id, agreements.personId))
    .where(and(eq(agreements.schoolId, schoolId), eq(agreements.relationId, relationId), notExists(wordsOn(tx))))
    .orderBy(asc(agreements.until))
    .limit(6)
export type OpenAgreement = Awaited<ReturnType<typeof openAgreements>>[number]

const wordsOn = (tx: Tx) =>
  tx
    .select({ one: sql`1` })
    .from(keepings)
    .where(and(eq(keepings.schoolId, agreements.schoolId), eq(keepings.agreementId, agreements.id)))
