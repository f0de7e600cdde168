import type { Actor } from '#kit/db/actor.ts'
import type { Tx } from '#kit/db/database.ts'
import type { Hangings } from '#kit/http/hanging.ts'

/** She stands in herself, from this moment: nobody is asked, and as she tends the line nothing waits for the keeper. */
export async function standIn(
  tx: Tx,
  { organisationId, personId }: Actor,
  { id, deputyId: from }: { id: string; deputyId: string | null },
  { kinds }: Hangings,
): Promise<{ ok: boolean }> {
  const side = kinds.find(({ kind }) => kind === 'relations.deputy')
  const given = { organisationId, id, from, to: personId, how: 'for-good' } as const
  return { ok: (await side?.handTo(tx, given)) === 'handed' }
}
