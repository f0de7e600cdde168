import { and, eq, exists, or, type SQL, sql } from 'drizzle-orm'
import { pgPolicy } from 'drizzle-orm/pg-core'
import type { Actor } from '#kit/db/actor.ts'
import { always, holds, keeper, me, member, myOrganisation } from '#kit/db/policy.ts'
import { colleagues, isColleague } from '#rooms/people/door.ts'
import { networkKeepers, relations } from '#rooms/relations/door.ts'
import { answers, profiles } from './tables.ts'

const ours = and(eq(answers.schoolId, myOrganisation), holds(colleagues)) as SQL
const iHoldIt = exists(sql`(select 1 from ${relations} where ${relations.schoolId} = ${answers.schoolId}
  and ${relations.id} = ${answers.relationId} and (${relations.ownerId} = ${me} or ${relations.deputyId} = ${me}))`)
const tends = and(ours, or(holds(networkKeepers), iHoldIt)) as SQL

export const weSeeOurAnswers = pgPolicy('we see our answers', { for: 'select', to: member, using: ours }).link(answers)
export const holdersTendAnswers = pgPolicy('holders tend answers', {
  for: 'all',
  to: member,
  using: tends,
  withCheck: tends,
}).link(answers)
export const keeperTendsAnswers = pgPolicy('the keeper tends answers', {
  for: 'all',
  to: keeper,
  using: always,
  withCheck: always,
}).link(answers)

const own = and(
  eq(profiles.organisationId, myOrganisation),
  holds(['partnercontact', 'bestuurder', 'directeur']),
) as SQL

export const everyoneSeesProfiles = pgPolicy('everyone sees profiles', {
  for: 'select',
  to: member,
  using: always,
}).link(profiles)
export const anOrganisationSpeaks = pgPolicy('an organisation speaks for itself', {
  for: 'all',
  to: member,
  using: own,
  withCheck: own,
}).link(profiles)
export const keeperTendsProfiles = pgPolicy('the keeper tends profiles', {
  for: 'all',
  to: keeper,
  using: always,
  withCheck: always,
}).link(profiles)

const has = (actor: Actor, roles: readonly string[]) => actor.roles.some((role) => roles.includes(role))
/** Somebody who speaks for a partner or a board, and sees its schools side by side. */
export const speaksForPartner = (actor: Actor) => has(actor, ['partnercontact', 'bestuurder']) && !isColleague(actor)
