import type { Actor } from '#kit/db/actor.ts'
import type { Tx } from '#kit/db/database.ts'
import type { Day } from '#kit/time/day.ts'
import type { NoteSaid } from './forms.ts'
import { handoverNotes } from './tables.ts'

/** What whoever comes next should know. Written over as a whole; what stood there is in the trail. */
export async function writeNote(tx: Tx, me: Actor, relationId: string, said: NoteSaid, today: Day): Promise<void> {
  const note = { ...said, writtenBy: me.personId, writtenOn: today }
  await tx
    .insert(handoverNotes)
    .values({ schoolId: me.organisationId, relationId, ...note })
    .onConflictDoUpdate({ target: [handoverNotes.schoolId, handoverNotes.relationId], set: note })
}
