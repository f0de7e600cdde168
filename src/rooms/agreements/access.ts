import { and, eq, exists, isNull, or, type SQL, sql } from 'drizzle-orm'
import { type AnyPgColumn, type PgTable, pgPolicy } from 'drizzle-orm/pg-core'
import { always, holds, keeper, me, member, myOrganisation } from '#kit/db/policy.ts'
import { colleagues, memberships } from '#rooms/people/door.ts'
import { networkKeepers, relations } from '#rooms/relations/door.ts'
import { agreements, aims, keepings, manners } from './tables.ts'

/** A row of ours, for who works at the school. */
export const ours = (schoolId: AnyPgColumn) => and(eq(schoolId, myOrganisation), holds(colleagues)) as SQL

const line = (schoolId: AnyPgColumn, relationId: AnyPgColumn, is: SQL) =>
  exists(sql`(select 1 from ${relations} where ${relations.schoolId} = ${schoolId} and ${relations.id} = ${relationId}
    and ${is})`)
/** A row of ours, for who tends the line it is about: those who tend the network, and who holds it. */
export const tended = (schoolId: AnyPgColumn, relationId: AnyPgColumn) =>
  and(
    ours(schoolId),
    or(
      holds(networkKeepers),
      line(schoolId, relationId, or(eq(relations.ownerId, me), eq(relations.deputyId, me)) as SQL),
    ),
  ) as SQL
/** A row about the line a school has with my organisation. The policies of lines close it when the line ends. */
export const withUs = (schoolId: AnyPgColumn, relationId: AnyPgColumn) =>
  line(schoolId, relationId, eq(relations.organisationId, myOrganisation))

export const kept = (table: PgTable, what: string) =>
  pgPolicy(`the keeper tends ${what}`, { for: 'all', to: keeper, using: always, withCheck: always }).link(table)

export const bothSidesSeeAims = pgPolicy('both sides see what counts as success', {
  for: 'select',
  to: member,
  using: or(ours(aims.schoolId), withUs(aims.schoolId, aims.relationId)) as SQL,
}).link(aims)
export const holdersSetAims = pgPolicy('holders say what counts as success', {
  for: 'all',
  to: member,
  using: tended(aims.schoolId, aims.relationId),
  withCheck: tended(aims.schoolId, aims.relationId),
}).link(aims)
export const keeperTendsAims = kept(aims, 'aims')

export const bothSidesSeeAgreements = pgPolicy('both sides see an agreement', {
  for: 'select',
  to: member,
  using: or(ours(agreements.schoolId), withUs(agreements.schoolId, agreements.relationId)) as SQL,
}).link(agreements)
// The school's part is done by one of its own: whoever does it is seen by the partner.
const byOneOfUs = or(
  isNull(agreements.personId),
  exists(sql`(select 1 from ${memberships} where ${memberships.organisationId} = ${agreements.schoolId}
    and ${memberships.personId} = ${agreements.personId})`),
)
export const holdersAgree = pgPolicy('holders write agreements', {
  for: 'all',
  to: member,
  using: tended(agreements.schoolId, agreements.relationId),
  withCheck: and(tended(agreements.schoolId, agreements.relationId), byOneOfUs) as SQL,
}).link(agreements)
export const keeperTendsAgreements = kept(agreements, 'agreements')

// Whoever sees an agreement sees what was said of it. Each side says its own: the school those who tend the line or do
// the school's part, the partner those who speak for it.
const ofAgreement = (is: SQL) =>
  exists(sql`(select 1 from ${agreements} where ${agreements.schoolId} = ${keepings.schoolId}
    and ${agreements.id} = ${keepings.agreementId} and ${is})`)
const bySchool = and(
  sql`${keepings.side} = 'school'`,
  ofAgreement(
    and(
      ours(agreements.schoolId),
      or(eq(agreements.personId, me), tended(agreements.schoolId, agreements.relationId)),
    ) as SQL,
  ),
)
const byPartner = and(
  sql`${keepings.side} = 'partner'`,
  ofAgreement(withUs(agreements.schoolId, agreements.relationId)),
)
const bySide = and(or(bySchool, byPartner), eq(keepings.personId, me)) as SQL
export const bothSidesSeeKeepings = pgPolicy('both sides see what was kept', {
  for: 'select',
  to: member,
  using: ofAgreement(always),
}).link(keepings)
export const eachSideSays = pgPolicy('each side says whether it was kept', {
  for: 'insert',
  to: member,
  withCheck: bySide,
}).link(keepings)
export const eachSideTakesBack = pgPolicy('each side takes its own word back', {
  for: 'delete',
  to: member,
  using: or(bySchool, byPartner) as SQL,
}).link(keepings)
export const keeperTendsKeepings = kept(keepings, 'keepings')

export const weSeeOurManners = pgPolicy('we see how we go about a line', {
  for: 'select',
  to: member,
  using: ours(manners.schoolId),
}).link(manners)
export const holdersSetManners = pgPolicy('holders say how we go about a line', {
  for: 'all',
  to: member,
  using: tended(manners.schoolId, manners.relationId),
  withCheck: tended(manners.schoolId, manners.relationId),
}).link(manners)
export const keeperTendsManners = kept(manners, 'manners')
