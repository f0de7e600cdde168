import { and, eq, isNull } from 'drizzle-orm'
import type { Tx } from '#kit/db/database.ts'
import { dayOf, sayDay } from '#kit/time/day.ts'
import { fill } from '#kit/words/words.ts'
import { findOrganisation, typeInSchool } from '#rooms/organisations/door.ts'
import { letIn, memberships } from '#rooms/people/door.ts'
import { isAnyoneHere, openSetupOf } from './queries.ts'
import { asTyped, digestOf, freshCode } from './rules.ts'
import { setups } from './tables.ts'
import { words } from './words/words.ts'

/** As the keeper, at every start: a code for the very first person, as long as nobody is in. Only its digest is kept. */
export async function setupCode(tx: Tx): Promise<string | undefined> {
  if (await isAnyoneHere(tx)) return undefined
  const [used] = await tx.select().from(setups).where(isNull(setups.organisationId)).limit(1)
  if (used?.usedBy) return undefined
  await tx.delete(setups).where(isNull(setups.usedBy))
  return newCode(tx)
}

/** As the keeper: one more code, for one more school in this house. */
export async function newCode(tx: Tx): Promise<string> {
  const code = freshCode()
  await tx.insert(setups).values({ codeDigest: digestOf(code) })
  return code
}

/** As the keeper: this account used the code. Once. */
export async function useCode(
  tx: Tx,
  { code, accountId, now }: { code: string; accountId: string; now: Date },
): Promise<boolean> {
  const used = await tx
    .update(setups)
    .set({ usedAt: now, usedBy: accountId })
    .where(and(eq(setups.codeDigest, digestOf(asTyped(code))), isNull(setups.usedBy)))
    .returning()
  return used.length > 0
}

export type SetUp = { ok: true; organisationId: string } | { ok: false; because: 'no-code' | 'no-school' | 'taken' }
type Wish = {
  accountId: string
  name: string
  mail: string
  school: { organisationId: string } | { typed: { name: string; place: string; postcode: string | null } }
  now: Date
}

/** As the keeper: whoever used a code sets up one school, and is its first head teacher. */
export async function setUpSchool(tx: Tx, { accountId, name, mail, school, now }: Wish): Promise<SetUp> {
  const setup = await openSetupOf(tx, accountId)
  if (!setup) return { ok: false, because: 'no-code' }
  const organisationId =
    'typed' in school
      ? await typeInSchool(tx, accountId, { ...school.typed, street: null, houseNumber: null })
      : school.organisationId
  const found = await findOrganisation(tx, organisationId)
  if (found?.kind !== 'school') return { ok: false, because: 'no-school' }
  const [someone] = await tx
    .select({ id: memberships.id })
    .from(memberships)
    .where(eq(memberships.organisationId, organisationId))
    .limit(1)
  if (someone) return { ok: false, because: 'taken' }
  await letIn(tx, {
    organisationId,
    accountId,
    name,
    mail,
    roles: ['directeur'],
    source: fill(words.in('nl')['invitation.source'], { organisation: found.name, day: sayDay(dayOf(now), 'nl') }),
  })
  await tx.update(setups).set({ organisationId }).where(eq(setups.id, setup.id))
  return { ok: true, organisationId }
}
