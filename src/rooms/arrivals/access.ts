import { and, eq, exists, or, type SQL, sql } from 'drizzle-orm'
import { pgPolicy } from 'drizzle-orm/pg-core'
import type { Actor } from '#kit/db/actor.ts'
import { always, holds, keeper, me, member, myOrganisation } from '#kit/db/policy.ts'
import { colleagues, isColleague, memberships } from '#rooms/people/door.ts'
import { mayTendNetwork, networkKeepers } from '#rooms/relations/door.ts'
import { introductions, welcomePacks } from './tables.ts'

/** Who shows new colleagues around. */
const guides = ['directeur', 'teamleider', 'administratie', 'schoolopleider', 'ib'] as const
const keeps = { for: 'all', to: keeper, using: always, withCheck: always } as const

const ourPack = and(eq(welcomePacks.schoolId, myOrganisation), holds(colleagues)) as SQL
const toWrite = and(ourPack, holds(networkKeepers)) as SQL
export const weReadOurPack = pgPolicy('colleagues read how the school works', {
  for: 'select',
  to: member,
  using: ourPack,
}).link(welcomePacks)
export const keepersWriteOurPack = pgPolicy('who tends the network writes how the school works', {
  for: 'all',
  to: member,
  using: toWrite,
  withCheck: toWrite,
}).link(welcomePacks)
export const keeperTendsPacks = pgPolicy('the keeper tends welcome packs', keeps).link(welcomePacks)

const ours = and(eq(introductions.schoolId, myOrganisation), holds(colleagues)) as SQL
const belongs = exists(sql`(select 1 from ${memberships} where ${memberships.organisationId} = ${introductions.schoolId}
  and ${memberships.personId} = ${introductions.personId})`)
const guideOrSelf = and(ours, or(holds(guides), eq(introductions.personId, me)), belongs) as SQL
export const newColleaguesMeet = pgPolicy('guides and who is new see and tend her introductions', {
  for: 'all',
  to: member,
  using: guideOrSelf,
  withCheck: guideOrSelf,
}).link(introductions)
export const keeperTendsIntroductions = pgPolicy('the keeper tends introductions', keeps).link(introductions)

const has = (actor: Actor, roles: readonly string[]) => actor.roles.some((role) => roles.includes(role))
export const mayWritePack = (actor: Actor) => isColleague(actor) && mayTendNetwork(actor)
export const mayGuide = (actor: Actor, personId: string) =>
  isColleague(actor) && (has(actor, guides) || personId === actor.personId)
