import { and, eq, exists, gte, isNull, or, type SQL, sql } from 'drizzle-orm'
import { type AnyPgColumn, pgPolicy } from 'drizzle-orm/pg-core'
import type { Actor } from '#kit/db/actor.ts'
import { always, holds, keeper, me, member, myOrganisation } from '#kit/db/policy.ts'
import { colleagues, memberships, people } from '#rooms/people/door.ts'
import { faces, type Relation, reasons, relations } from './tables.ts'

/** Who tends the whole network; others tend the lines they hold or stand in for. */
export const networkKeepers = [
  'directeur',
  'teamleider',
  'ib',
  'administratie',
  'cultuurcoordinator',
  'taalcoordinator',
  'rekencoordinator',
  'eventmanager',
  'gezondheidscoordinator',
  'sportcoordinator',
  'natuurtechniekcoordinator',
  'verkeerscoordinator',
  'brugfunctionaris',
  'schoolopleider',
  'ict',
] as const

const ours = and(eq(relations.schoolId, myOrganisation), holds(colleagues)) as SQL
// Ended, the line is the school's memory only. The policies of faces, presence and people ask this table, so they close
// with it, the day after its last.
const lasts = or(isNull(relations.until), gte(relations.until, sql`current_date`)) as SQL
const theirs = and(eq(relations.organisationId, myOrganisation), lasts) as SQL
const iHoldIt = or(eq(relations.ownerId, me), eq(relations.deputyId, me)) as SQL
const oursToTend = and(ours, or(holds(networkKeepers), iHoldIt)) as SQL
// A line is held by our own people. Whoever holds one is seen by the partner, so a stranger's id must not stand there.
const isOurs = (personId: AnyPgColumn) =>
  or(
    isNull(personId),
    exists(sql`(select 1 from ${memberships} where ${memberships.organisationId} = ${relations.schoolId}
    and ${memberships.personId} = ${personId})`),
  )
const heldByOurs = and(ours, isOurs(relations.ownerId), isOurs(relations.deputyId)) as SQL
// Tying a line to an organisation is the partner's own deed, and done by the keeper.
const untied = and(heldByOurs, isNull(relations.organisationId)) as SQL

export const bothSidesSeeTheLine = pgPolicy('both sides see the line', {
  for: 'select',
  to: member,
  using: or(ours, theirs) as SQL,
}).link(relations)
export const colleaguesAddLines = pgPolicy('colleagues add lines', {
  for: 'insert',
  to: member,
  withCheck: untied,
}).link(relations)
export const holdersTendLines = pgPolicy('holders and keepers tend lines', {
  for: 'update',
  to: member,
  using: oursToTend,
  withCheck: heldByOurs,
}).link(relations)
export const keepersRemoveLines = pgPolicy('keepers remove lines', {
  for: 'delete',
  to: member,
  using: and(ours, holds(networkKeepers)) as SQL,
}).link(relations)
export const keeperSeesLines = pgPolicy('the keeper tends lines', {
  for: 'all',
  to: keeper,
  using: always,
  withCheck: always,
}).link(relations)

// A relation I may see is a row of mine, worked out by the policies above.
const ofOurs = (schoolId: AnyPgColumn) => and(eq(schoolId, myOrganisation), holds(colleagues)) as SQL
const tends = (schoolId: AnyPgColumn, relationId: AnyPgColumn) =>
  and(
    ofOurs(schoolId),
    or(
      holds(networkKeepers),
      exists(sql`(select 1 from ${relations}
    where ${relations.schoolId} = ${schoolId} and ${relations.id} = ${relationId} and (${relations.ownerId} = ${me} or ${relations.deputyId} = ${me}))`),
    ),
  ) as SQL
const tendsReason = tends(reasons.schoolId, reasons.relationId)
const tendsFace = tends(faces.schoolId, faces.relationId)

export const weSeeOurReasons = pgPolicy('we see our reasons', {
  for: 'select',
  to: member,
  using: ofOurs(reasons.schoolId),
}).link(reasons)
export const holdersGiveReasons = pgPolicy('holders give reasons', {
  for: 'all',
  to: member,
  using: tendsReason,
  withCheck: tendsReason,
}).link(reasons)
export const keeperTendsReasons = pgPolicy('the keeper tends reasons', {
  for: 'all',
  to: keeper,
  using: always,
  withCheck: always,
}).link(reasons)

const facesOfTheirs = exists(sql`(select 1 from ${relations} where ${relations.schoolId} = ${faces.schoolId}
  and ${relations.id} = ${faces.relationId} and ${relations.organisationId} = ${myOrganisation})`)

export const bothSidesSeeFaces = pgPolicy('both sides see the faces', {
  for: 'select',
  to: member,
  using: or(ofOurs(faces.schoolId), facesOfTheirs) as SQL,
}).link(faces)
export const holdersTendFaces = pgPolicy('holders tend faces', {
  for: 'all',
  to: member,
  using: tendsFace,
  withCheck: tendsFace,
}).link(faces)
export const keeperTendsFaces = pgPolicy('the keeper tends faces', {
  for: 'all',
  to: keeper,
  using: always,
  withCheck: always,
}).link(faces)

// A partner's professional sees who holds the line at the school: a person is visible through a shared relation.
export const partnersSeeWhoHoldsTheLine = pgPolicy('partners see who holds the line', {
  for: 'select',
  to: member,
  using: exists(sql`(select 1 from ${relations} where ${relations.organisationId} = ${myOrganisation}
    and (${relations.ownerId} = ${people.id} or ${relations.deputyId} = ${people.id}))`),
}).link(people)

const has = (actor: Actor, roles: readonly string[]) => actor.roles.some((role) => roles.includes(role))
export const mayTendNetwork = (actor: Actor) => has(actor, networkKeepers)
export const mayTend = (actor: Actor, relation: Pick<Relation, 'schoolId' | 'ownerId' | 'deputyId'>) =>
  relation.schoolId === actor.organisationId &&
  has(actor, colleagues) &&
  (mayTendNetwork(actor) || relation.ownerId === actor.personId || relation.deputyId === actor.personId)
