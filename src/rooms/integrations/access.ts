import { and, eq, isNull, type SQL } from 'drizzle-orm'
import { type AnyPgColumn, pgPolicy } from 'drizzle-orm/pg-core'
import type { Actor } from '#kit/db/actor.ts'
import {
  always,
  guest,
  holds,
  keeper,
  machine,
  me,
  member,
  myAccount,
  myKey,
  myOrganisation,
  myToken,
  scribe,
} from '#kit/db/policy.ts'
import { integrations, machineReplies, webhooks } from './tables.ts'

/** Who answers for what leaves the house by program: not everyone who arranges it. */
export const makers = ['directeur', 'bestuurder', 'partnercontact'] as const

const ours = (organisationId: AnyPgColumn) => and(eq(organisationId, myOrganisation), holds(makers)) as SQL
const ourTokens = ours(integrations.organisationId)
// A token acts as its maker, so nobody makes one for somebody else. Afterwards it can only be revoked (grants.sql).
const mine = and(ourTokens, eq(integrations.personId, me), eq(integrations.accountId, myAccount)) as SQL
const brought = and(eq(integrations.tokenDigest, myKey), isNull(integrations.revokedAt)) as SQL

export const makersSeeTokens = pgPolicy('makers see tokens', { for: 'select', to: member, using: ourTokens }).link(
  integrations,
)
export const makersMakeTokens = pgPolicy('makers make their own tokens', {
  for: 'insert',
  to: member,
  withCheck: mine,
}).link(integrations)
export const makersRevokeTokens = pgPolicy('makers revoke tokens', {
  for: 'update',
  to: member,
  using: ourTokens,
  withCheck: ourTokens,
}).link(integrations)
export const whoBringsItIsKnown = pgPolicy('who brings a token finds it', {
  for: 'select',
  to: guest,
  using: brought,
}).link(integrations)
export const useIsNoted = pgPolicy('its last day of use is noted', {
  for: 'update',
  to: guest,
  using: brought,
  withCheck: brought,
}).link(integrations)
export const keeperTendsTokens = pgPolicy('the keeper tends tokens', {
  for: 'all',
  to: keeper,
  using: always,
  withCheck: always,
}).link(integrations)

const ownReply = eq(machineReplies.tokenId, myToken)
export const machinesKeepTheirReplies = pgPolicy('a program keeps its own answers', {
  for: 'all',
  to: machine,
  using: ownReply,
  withCheck: ownReply,
}).link(machineReplies)
export const keeperClearsReplies = pgPolicy('the keeper clears answers', {
  for: 'all',
  to: keeper,
  using: always,
  withCheck: always,
}).link(machineReplies)

const ourHooks = ours(webhooks.organisationId)
export const makersTendWebhooks = pgPolicy('makers tend webhooks', {
  for: 'all',
  to: member,
  using: ourHooks,
  withCheck: and(ourHooks, eq(webhooks.personId, me)) as SQL,
}).link(webhooks)
// Only to know whether anybody listens at all: without a webhook no fact is stated.
export const scribeKnowsOfListeners = pgPolicy('the scribe knows whether somebody listens', {
  for: 'select',
  to: scribe,
  using: isNull(webhooks.stoppedAt),
}).link(webhooks)
export const keeperTendsWebhooks = pgPolicy('the keeper tends webhooks', {
  for: 'all',
  to: keeper,
  using: always,
  withCheck: always,
}).link(webhooks)

export const mayIntegrate = (actor: Pick<Actor, 'roles'>) =>
  actor.roles.some((role) => (makers as readonly string[]).includes(role))
