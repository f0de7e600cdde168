import { and, eq, or, type SQL } from 'drizzle-orm'
import { pgPolicy } from 'drizzle-orm/pg-core'
import type { Actor } from '#kit/db/actor.ts'
import { always, holds, keeper, me, member, myOrganisation } from '#kit/db/policy.ts'
import { colleagues } from '#rooms/people/door.ts'
import { mayTendNetwork, networkKeepers } from '#rooms/relations/door.ts'
import { type Tip, tips } from './tables.ts'

const ours = and(eq(tips.schoolId, myOrganisation), holds(colleagues)) as SQL
const mine = and(ours, eq(tips.authorId, me)) as SQL

export const weSeeOurTips = pgPolicy('we see our tips', { for: 'select', to: member, using: ours }).link(tips)
export const colleaguesGiveTips = pgPolicy('colleagues give tips', {
  for: 'insert',
  to: member,
  withCheck: mine,
}).link(tips)
export const authorsChangeTips = pgPolicy('authors change their tips', {
  for: 'update',
  to: member,
  using: mine,
  withCheck: mine,
}).link(tips)
export const authorsAndKeepersRemoveTips = pgPolicy('authors and keepers remove tips', {
  for: 'delete',
  to: member,
  using: and(ours, or(eq(tips.authorId, me), holds(networkKeepers))) as SQL,
}).link(tips)
export const keeperTendsTips = pgPolicy('the keeper tends tips', {
  for: 'all',
  to: keeper,
  using: always,
  withCheck: always,
}).link(tips)

export const isMine = (actor: Actor, tip: Pick<Tip, 'authorId'>) => tip.authorId === actor.personId
export const mayRemove = (actor: Actor, tip: Pick<Tip, 'authorId'>) => isMine(actor, tip) || mayTendNetwork(actor)
