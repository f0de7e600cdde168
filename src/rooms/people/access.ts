import { and, eq, exists, isNull, or, type SQL, sql } from 'drizzle-orm'
import { type AnyPgColumn, type PgTable, pgPolicy } from 'drizzle-orm/pg-core'
import type { Actor } from '#kit/db/actor.ts'
import { always, holds, keeper, me, member, myAccount, myOrganisation } from '#kit/db/policy.ts'
import { organisations } from '#rooms/organisations/door.ts'
import { bellTimes, groups, groupTeachers, memberships, people, signInRules, spaces } from './tables.ts'

/** Who arranges the school: staff, groups, rooms, bell times. */
export const managers = ['directeur', 'teamleider', 'administratie', 'partnercontact', 'bestuurder'] as const
/** Who leads, and therefore says who leads. The office arranges nearly everything, but gives nobody more than it has. */
export const leaders = ['directeur', 'teamleider', 'bestuurder'] as const
/** Who works inside a school: sees and tends its network. Partners and boards do not. */
export const colleagues = [
  'directeur',
  'teamleider',
  'ib',
  'leerkracht',
  'onderwijsassistent',
  'cultuurcoordinator',
  'taalcoordinator',
  'rekencoordinator',
  'eventmanager',
  'gedragsspecialist',
  'hb_specialist',
  'pestcoordinator',
  'vertrouwenspersoon',
  'aandachtsfunctionaris',
  'brugfunctionaris',
  'gezondheidscoordinator',
  'sportcoordinator',
  'natuurtechniekcoordinator',
  'verkeerscoordinator',
  'schoolopleider',
  'ict',
  'preventiemedewerker',
  'administratie',
  'concierge',
] as const

const myMembership = eq(memberships.personId, me)
const inMyOrganisation = eq(memberships.organisationId, myOrganisation)
const weManage = and(inMyOrganisation, holds(managers)) as SQL

// A person's own row is found by account, before she is anyone: that is how the gate learns who she can be.
const myself = eq(people.accountId, myAccount)
const shared = exists(
  sql`(select 1 from ${memberships} where ${memberships.personId} = ${people.id} and ${memberships.organisationId} = ${myOrganisation})`,
)
const ourNote = and(eq(people.notedBy, myOrganisation), isNull(people.accountId), holds(managers)) as SQL

export const weSeeOurPeople = pgPolicy('people are seen through a shared organisation', {
  for: 'select',
  to: member,
  using: or(myself, shared, ourNote) as SQL,
}).link(people)
export const managersNotePeople = pgPolicy('managers note people', {
  for: 'insert',
  to: member,
  withCheck: or(ourNote, myself) as SQL,
}).link(people)
export const oneTendsOneself = pgPolicy('one tends oneself, managers whom they noted', {
  for: 'update',
  to: member,
  using: or(myself, ourNote) as SQL,
  withCheck: or(myself, ourNote) as SQL,
}).link(people)
export const managersForgetPeople = pgPolicy('managers forget whom they noted', {
  for: 'delete',
  to: member,
  using: ourNote,
}).link(people)
export const keeperTendsPeople = pgPolicy('the keeper tends people', {
  for: 'all',
  to: keeper,
  using: always,
  withCheck: always,
}).link(people)

// The rule asks for the person by setting, or by her account while she has not chosen a place yet; it must not read
// `people`, whose own policy reads this table.
export const weSeeWhoIsWho = pgPolicy('we see who is who', {
  for: 'select',
  to: member,
  using: or(inMyOrganisation, myMembership) as SQL,
}).link(memberships)
// Whom they may take in is in db/ground/guards.sql: a policy here that read `people` would go round in circles.
export const managersArrange = pgPolicy('managers arrange who is who', {
  for: 'insert',
  to: member,
  withCheck: weManage,
}).link(memberships)
export const managersRearrange = pgPolicy('managers rearrange', {
  for: 'update',
  to: member,
  using: weManage,
  withCheck: weManage,
}).link(memberships)
export const managersEnd = pgPolicy('managers end', { for: 'delete', to: member, using: weManage }).link(memberships)
export const keeperTendsMemberships = pgPolicy('the keeper tends memberships', {
  for: 'all',
  to: keeper,
  using: always,
  withCheck: always,
}).link(memberships)

/** A school's own furniture: everyone there sees it, managers arrange it. */
const furniture = (table: PgTable, schoolId: AnyPgColumn, what: string) => {
  const ours = eq(schoolId, myOrganisation)
  const arrange = and(ours, holds(managers)) as SQL
  return [
    pgPolicy(`we see our ${what}`, { for: 'select', to: member, using: ours }).link(table),
    pgPolicy(`managers arrange our ${what}`, { for: 'all', to: member, using: arrange, withCheck: arrange }).link(
      table,
    ),
    pgPolicy(`the keeper tends ${what}`, { for: 'all', to: keeper, using: always, withCheck: always }).link(table),
  ] as const
}
export const [seeGroups, arrangeGroups, keepGroups] = furniture(groups, groups.schoolId, 'groups')
export const [seeTeachers, arrangeTeachers, keepTeachers] = furniture(
  groupTeachers,
  groupTeachers.schoolId,
  'group teachers',
)
export const [seeSpaces, arrangeSpaces, keepSpaces] = furniture(spaces, spaces.schoolId, 'rooms')
export const [seeBells, arrangeBells, keepBells] = furniture(bellTimes, bellTimes.schoolId, 'bell times')

const has = (me: Actor, roles: readonly string[]) => me.roles.some((role) => roles.includes(role))
/** May she arrange who is who; and when `roles` are said, may she give these to somebody new? */
export const mayManage = (me: Actor, roles: readonly string[] = []) => has(me, managers) && mayGive(me, roles)
export const mayLead = (me: Actor) => has(me, leaders)

const leadingOf = (roles: readonly string[]) => leaders.filter((role) => roles.includes(role)).join()

/**
 * May she give these roles to somebody who had `before`? Who does not lead leaves leading as it is; and who arranges a
 * partner's people gives them what she has herself. db/ground/guards.sql holds the same.
 */
export function mayGive(me: Actor, given: readonly string[], before: readonly string[] = []): boolean {
  if (mayLead(me)) return true
  if (leadingOf(given) !== leadingOf(before)) return false
  return isColleague(me) || given.every((role) => role === 'partnercontact' || before.includes(role))
}
export const isLeading = (roles: readonly string[]) => leadingOf(roles) !== ''
export const isColleague = (me: Actor) => has(me, colleagues)
/** As what she speaks for an organisation that is no school: a colleague she lets in does so too. */
export const speaksAs = (me: Actor) =>
  isColleague(me) ? undefined : ['partnercontact', 'bestuurder'].find((role) => me.roles.includes(role))

// Who belongs to a school, or to its board, may know what it asks of her; nobody else need know who asks less.
const asksMe = exists(
  sql`(select 1 from ${memberships} join ${organisations} on ${organisations.id} = ${memberships.organisationId}
    where ${memberships.personId} = ${me} and ${signInRules.organisationId} in (${organisations.id}, ${organisations.boardId}))`,
)
const heads = ['directeur', 'bestuurder'] as const
const oursToAsk = and(eq(signInRules.organisationId, myOrganisation), holds(heads)) as SQL
export const oneKnowsWhatIsAsked = pgPolicy('one knows what is asked of one', {
  for: 'select',
  to: member,
  using: asksMe,
}).link(signInRules)
export const headsAskASecondStep = pgPolicy('heads ask a second step', {
  for: 'all',
  to: member,
  using: oursToAsk,
  withCheck: oursToAsk,
}).link(signInRules)
export const keeperTendsSignInRules = pgPolicy('the keeper tends rules of signing in', {
  for: 'all',
  to: keeper,
  using: always,
  withCheck: always,
}).link(signInRules)
/** Who may ask a second step of everybody: the head, and a board for its schools. */
export const mayAsk = (me: Actor) => me.roles.some((role) => (heads as readonly string[]).includes(role))
