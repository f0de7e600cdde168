import { and, eq, exists, isNotNull, or, type SQL, sql } from 'drizzle-orm'
import { type AnyPgColumn, type PgTable, pgPolicy } from 'drizzle-orm/pg-core'
import type { Actor } from '#kit/db/actor.ts'
import { always, guest, holds, keeper, me, member, myOrganisation } from '#kit/db/policy.ts'
import { organisations } from '#rooms/organisations/door.ts'
import { colleagues, isColleague, managers, mayManage } from '#rooms/people/door.ts'
import { relations } from '#rooms/relations/door.ts'
import { showcaseAddresses, showcaseLines, showcaseObjections, showcases } from './tables.ts'

const isSchool = exists(
  sql`(select 1 from ${organisations} where ${organisations.id} = ${myOrganisation} and ${organisations.kind} = 'school')`,
)
const ours = (schoolId: AnyPgColumn) => and(eq(schoolId, myOrganisation), holds(colleagues)) as SQL
const weArrange = (schoolId: AnyPgColumn) => and(ours(schoolId), holds(managers), isSchool) as SQL
// Which pages a passer-by may see is worked out by the page's own policy: open ones, and no others.
const isOpen = (schoolId: AnyPgColumn) =>
  exists(sql`(select 1 from ${showcases} where ${showcases.schoolId} = ${schoolId})`)
const line = (schoolId: AnyPgColumn, relationId: AnyPgColumn, is: SQL) =>
  exists(sql`(select 1 from ${relations} where ${relations.schoolId} = ${schoolId} and ${relations.id} = ${relationId}
    and ${is})`)
const kept = (table: PgTable, what: string) =>
  pgPolicy(`the keeper tends ${what}`, { for: 'all', to: keeper, using: always, withCheck: always }).link(table)

/** The school sees it, managers arrange it, and everybody reads it while the page is open. */
const onThePage = (table: PgTable, schoolId: AnyPgColumn, what: string, open: SQL, check: SQL = always) =>
  [
    pgPolicy(`we see our ${what}`, { for: 'select', to: member, using: ours(schoolId) }).link(table),
    pgPolicy(`managers arrange our ${what}`, {
      for: 'all',
      to: member,
      using: weArrange(schoolId),
      withCheck: and(weArrange(schoolId), check) as SQL,
    }).link(table),
    pgPolicy(`everybody reads open ${what}`, { for: 'select', to: guest, using: open }).link(table),
    kept(table, what),
  ] as const

export const [seeShowcases, arrangeShowcases, readShowcases, keepShowcases] = onThePage(
  showcases,
  showcases.schoolId,
  'page about partners',
  isNotNull(showcases.openedAt),
)
export const [seeAddresses, arrangeAddresses, readAddresses, keepAddresses] = onThePage(
  showcaseAddresses,
  showcaseAddresses.organisationId,
  'address of the page about partners',
  isOpen(showcaseAddresses.organisationId),
)

const { schoolId, relationId } = showcaseLines
// Never a person on her own, and never who said no.
const mayStand = and(
  line(schoolId, relationId, sql`${relations.form} <> 'person'`),
  sql`not exists (select 1 from ${showcaseObjections} where ${showcaseObjections.schoolId} = ${schoolId}
    and ${showcaseObjections.relationId} = ${relationId})`,
  eq(showcaseLines.addedBy, me),
) as SQL
export const [seeLines, arrangeLines, readLines, keepLines] = onThePage(
  showcaseLines,
  schoolId,
  'partners on the page',
  isOpen(schoolId),
  mayStand,
)
// Of the line behind it a passer-by sees whether it lasts, and no more (db/ground/grants.sql).
export const everybodySeesWhetherItLasts = pgPolicy('a partner on an open page shows how long its line lasts', {
  for: 'select',
  to: guest,
  using: exists(sql`(select 1 from ${showcaseLines} where ${showcaseLines.schoolId} = ${relations.schoolId}
    and ${showcaseLines.relationId} = ${relations.id})`),
}).link(relations)

// The partner itself: sees what is said of it, takes it off, and says that it does not want it.
const isTheirs = (school: AnyPgColumn, relation: AnyPgColumn) =>
  and(line(school, relation, eq(relations.organisationId, myOrganisation)), sql`${holds(['partnercontact'])}`) as SQL
export const theySeeThemselves = pgPolicy('a partner sees where it stands', {
  for: 'select',
  to: member,
  using: isTheirs(schoolId, relationId),
}).link(showcaseLines)
export const theyTakeThemselvesOff = pgPolicy('a partner takes itself off', {
  for: 'delete',
  to: member,
  using: isTheirs(schoolId, relationId),
}).link(showcaseLines)

const objection = isTheirs(showcaseObjections.schoolId, showcaseObjections.relationId)
export const bothSeeObjections = pgPolicy('both sides see that a partner does not want it', {
  for: 'select',
  to: member,
  using: or(ours(showcaseObjections.schoolId), objection) as SQL,
}).link(showcaseObjections)
export const theyObject = pgPolicy('a partner says that it does not want it', {
  for: 'insert',
  to: member,
  withCheck: and(objection, eq(showcaseObjections.personId, me)) as SQL,
}).link(showcaseObjections)
export const theyTakeItBack = pgPolicy('a partner takes that back', {
  for: 'delete',
  to: member,
  using: objection,
}).link(showcaseObjections)
export const keepObjections = kept(showcaseObjections, 'objections')

export const everybodySeesOpenSchools = pgPolicy('everybody sees a school with an open page about partners', {
  for: 'select',
  to: guest,
  using: isOpen(organisations.id),
}).link(organisations)

/** Who arranges the page: a manager who works at the school itself, as with the page for parents. */
export const mayArrange = (actor: Actor) => isColleague(actor) && mayManage(actor)
export const speaksForPartner = (actor: Actor) => actor.roles.includes('partnercontact')
