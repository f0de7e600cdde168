import { and, eq, exists, isNotNull, type SQL, sql } from 'drizzle-orm'
import { type AnyPgColumn, type PgTable, pgPolicy } from 'drizzle-orm/pg-core'
import type { Actor } from '#kit/db/actor.ts'
import { always, guest, holds, keeper, me, member, myOrganisation } from '#kit/db/policy.ts'
import { organisations, themes } from '#rooms/organisations/door.ts'
import { colleagues, isColleague, managers, mayManage, memberships, people } from '#rooms/people/door.ts'
import { parentAddresses, parentNames, parentOffers, parentPages, parentTopics } from './tables.ts'

const isSchool = exists(
  sql`(select 1 from ${organisations} where ${organisations.id} = ${myOrganisation} and ${organisations.kind} = 'school')`,
)
const ours = (schoolId: AnyPgColumn) => and(eq(schoolId, myOrganisation), holds(colleagues)) as SQL
const weArrange = (schoolId: AnyPgColumn) => and(ours(schoolId), holds(managers), isSchool) as SQL
// What a passer-by may see of the pages is worked out by the page's own policy: open ones, and no others.
const isOpen = (schoolId: AnyPgColumn) =>
  exists(sql`(select 1 from ${parentPages} where ${parentPages.schoolId} = ${schoolId})`)

/** The school sees it, managers arrange it, and everybody reads it while the page is open. */
const onThePage = (table: PgTable, schoolId: AnyPgColumn, what: string, open: SQL) =>
  [
    pgPolicy(`we see our ${what}`, { for: 'select', to: member, using: ours(schoolId) }).link(table),
    pgPolicy(`managers arrange our ${what}`, {
      for: 'all',
      to: member,
      using: weArrange(schoolId),
      withCheck: weArrange(schoolId),
    }).link(table),
    pgPolicy(`everybody reads open ${what}`, { for: 'select', to: guest, using: open }).link(table),
    pgPolicy(`the keeper tends ${what}`, { for: 'all', to: keeper, using: always, withCheck: always }).link(table),
  ] as const

export const [seePages, arrangePages, readPages, keepPages] = onThePage(
  parentPages,
  parentPages.schoolId,
  'page for parents',
  isNotNull(parentPages.openedAt),
)
export const [seeAddresses, arrangeAddresses, readAddresses, keepAddresses] = onThePage(
  parentAddresses,
  parentAddresses.organisationId,
  'address for parents',
  isOpen(parentAddresses.organisationId),
)
export const [seeTopics, arrangeTopics, readTopics, keepTopics] = onThePage(
  parentTopics,
  parentTopics.schoolId,
  'topics for parents',
  isOpen(parentTopics.schoolId),
)
export const [seeOffers, arrangeOffers, readOffers, keepOffers] = onThePage(
  parentOffers,
  parentOffers.schoolId,
  'offers for families',
  isOpen(parentOffers.schoolId),
)

// A name: colleagues see who agreed, nobody but she herself gives or takes back. Not her head, not the keeper.
const mine = and(eq(parentNames.personId, me), ours(parentNames.schoolId)) as SQL
export const weSeeWhoAgreed = pgPolicy('we see who agreed', {
  for: 'select',
  to: member,
  using: ours(parentNames.schoolId),
}).link(parentNames)
export const sheGivesHerName = pgPolicy('she gives her own name', { for: 'insert', to: member, withCheck: mine }).link(
  parentNames,
)
export const sheTakesItBack = pgPolicy('she takes it back', { for: 'delete', to: member, using: mine }).link(
  parentNames,
)
export const everybodyReadsGivenNames = pgPolicy('everybody reads who agreed, on an open page', {
  for: 'select',
  to: guest,
  using: isOpen(parentNames.schoolId),
}).link(parentNames)
export const keeperSeesWhoAgreed = pgPolicy('the keeper sees who agreed', {
  for: 'select',
  to: keeper,
  using: always,
}).link(parentNames)
export const keeperRestoresNames = pgPolicy('the keeper puts back what a backup holds', {
  for: 'insert',
  to: keeper,
  withCheck: sql`current_setting('house.restoring', true) = 'on'`,
}).link(parentNames)

// Of other rooms a passer-by sees the least: which columns is said in db/ground/grants.sql.
export const everybodySeesOpenSchools = pgPolicy('everybody sees a school with an open page', {
  for: 'select',
  to: guest,
  using: isOpen(organisations.id),
}).link(organisations)
const shown = sql`exists (select 1 from ${parentNames} where ${parentNames.schoolId} = ${memberships.organisationId}
  and ${parentNames.personId} = ${memberships.personId})`
export const everybodySeesTasksOfWhoAgreed = pgPolicy('everybody sees the tasks of who agreed', {
  for: 'select',
  to: guest,
  using: and(
    sql`coalesce(${memberships.from}, current_date) <= current_date and coalesce(${memberships.until}, current_date) >= current_date`,
    shown,
  ) as SQL,
}).link(memberships)
export const everybodySeesWhoAgreed = pgPolicy('everybody sees the name of who agreed', {
  for: 'select',
  to: guest,
  using: exists(sql`(select 1 from ${parentNames} where ${parentNames.personId} = ${people.id})`),
}).link(people)
export const everybodySeesTheirColours = pgPolicy('everybody sees the colours of an open page', {
  for: 'select',
  to: guest,
  using: exists(sql`(select 1 from ${organisations} where ${organisations.boardId} = ${themes.organisationId})`),
}).link(themes)

/** Who arranges the page: a manager who works at the school itself. */
export const mayArrange = (actor: Actor) => isColleague(actor) && mayManage(actor)
