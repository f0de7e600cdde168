import { and, eq, isNull, sql } from 'drizzle-orm'
import type { Tx } from '#kit/db/database.ts'
import { organisations } from '#rooms/organisations/door.ts'
import { memberships, people } from '#rooms/people/door.ts'
import { relations } from '#rooms/relations/door.ts'
import { asTyped, digestOf } from './rules.ts'
import { invitations, setups } from './tables.ts'

/** A colleague who may be invited: her name, her mail, and for which organisation. */
export async function findInvitee(tx: Tx, organisationId: string, personId: string) {
  const [found] = await tx
    .select({
      name: people.name,
      mail: people.mail,
      hasAccount: sql<boolean>`${people.accountId} is not null`,
      organisation: organisations.name,
    })
    .from(memberships)
    .innerJoin(people, eq(people.id, memberships.personId))
    .innerJoin(organisations, eq(organisations.id, memberships.organisationId))
    .where(and(eq(memberships.organisationId, organisationId), eq(memberships.personId, personId)))
  return found
}

/** As the keeper: the invitation of a token, by its digest. */
export async function findInvitation(tx: Tx, tokenDigest: string) {
  const [found] = await tx
    .select({
      id: invitations.id,
      organisationId: invitations.organisationId,
      personId: invitations.personId,
      mail: invitations.mail,
      relationId: invitations.relationId,
      expiresAt: invitations.expiresAt,
      acceptedAt: invitations.acceptedAt,
      withdrawnAt: invitations.withdrawnAt,
      name: people.name,
      organisation: organisations.name,
      roles: sql<string[]>`coalesce(${memberships.roles}, '{}')`,
    })
    .from(invitations)
    .innerJoin(people, eq(people.id, invitations.personId))
    .innerJoin(organisations, eq(organisations.id, invitations.organisationId))
    .leftJoin(
      memberships,
      and(eq(memberships.organisationId, invitations.organisationId), eq(memberships.personId, invitations.personId)),
    )
    .where(eq(invitations.tokenDigest, tokenDigest))
  return found
}

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
