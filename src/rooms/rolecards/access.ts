import { and, eq, type SQL } from 'drizzle-orm'
import { pgPolicy } from 'drizzle-orm/pg-core'
import type { Actor } from '#kit/db/actor.ts'
import { always, holds, keeper, member, myOrganisation } from '#kit/db/policy.ts'
import { colleagues } from '#rooms/people/door.ts'
import { roleCards } from './tables.ts'

/** Who says what a role is at this school. */
const writers = ['directeur', 'teamleider'] as const

const ours = and(eq(roleCards.schoolId, myOrganisation), holds(colleagues)) as SQL
const oursToWrite = and(ours, holds(writers)) as SQL

export const weReadRoleCards = pgPolicy('we read our role cards', { for: 'select', to: member, using: ours }).link(
  roleCards,
)
export const leadersWriteRoleCards = pgPolicy('who leads the school writes its role cards', {
  for: 'all',
  to: member,
  using: oursToWrite,
  withCheck: oursToWrite,
}).link(roleCards)
export const keeperTendsRoleCards = pgPolicy('the keeper tends role cards', {
  for: 'all',
  to: keeper,
  using: always,
  withCheck: always,
}).link(roleCards)

export const mayWriteCards = (actor: Actor) => actor.roles.some((role) => (writers as readonly string[]).includes(role))
