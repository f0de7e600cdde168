import type { Actor } from '#kit/db/actor.ts'
import type { Tx } from '#kit/db/database.ts'
import { speaksForPartner } from '../access.ts'
import { profiles } from '../tables.ts'
import type { ProfileSaid } from './forms.ts'

export type Told = { ok: true } | { ok: false; because: 'not-yours' }

/** What an organisation can, wants, gives and asks: one text for all schools. */
export async function tellProfile(tx: Tx, me: Actor, said: ProfileSaid, now: Date): Promise<Told> {
  if (!speaksForPartner(me)) return { ok: false, because: 'not-yours' }
  const profile = { ...said, updatedAt: now }
  await tx
    .insert(profiles)
    .values({ organisationId: me.organisationId, ...profile })
    .onConflictDoUpdate({ target: profiles.organisationId, set: profile })
  return { ok: true }
}
