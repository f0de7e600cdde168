import { and, eq, isNotNull, isNull, sql } from 'drizzle-orm'
import type { Tx } from '#kit/db/database.ts'
import { memberships, people } from '#rooms/people/door.ts'
import { relations } from '#rooms/relations/door.ts'
import { asTyped, digestOf } from './rules.ts'
import { setups } from './tables.ts'

/** As the keeper: a code that this account has used and has not yet set a school up with. */
export async function openSetupOf(tx: Tx, accountId: string) {
  const [setup] = await tx
    .select()
    .from(setups)
    .where(and(eq(setups.usedBy, accountId), isNull(setups.organisationId)))
  return setup
}

/** How far a school is with setting itself up. */
export async function howFar(tx: Tx, schoolId: string): Promise<{ people: number; partners: number }> {
  const [counts] = await tx
    .select({
      people: sql<number>`(select count(*) from ${memberships} where ${memberships.organisationId} = ${schoolId})::int`,
      partners: sql<number>`(select count(*) from ${relations} where ${relations.schoolId} = ${schoolId})::int`,
    })
    .from(sql`(select 1) as one`)
  return counts ?? { people: 0, partners: 0 }
}

/** As the keeper: does this code still open the house? Without a code: does any? */
export async function codeStands(tx: Tx, code?: string): Promise<boolean> {
  const open = await tx.select({ digest: setups.codeDigest }).from(setups).where(isNull(setups.usedBy))
  return code === undefined ? open.length > 0 : open.some(({ digest }) => digest === digestOf(asTyped(code)))
}

/** As the keeper: does anybody belong anywhere in this house yet? */
export async function isAnyoneHere(tx: Tx): Promise<boolean> {
  const found = await tx.select({ id: memberships.id }).from(memberships).limit(1)
  return found.length > 0
}

/** As the keeper: the language that who has an account with this address chose for her letters. */
export async function languageFor(tx: Tx, mail: string): Promise<string | undefined> {
  const [found] = await tx
    .select({ language: people.language })
    .from(people)
    .where(and(sql`lower(${people.mail}) = ${mail.toLowerCase()}`, isNotNull(people.accountId)))
    .limit(1)
  return found?.language ?? undefined
}
