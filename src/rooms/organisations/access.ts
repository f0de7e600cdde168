import { and, eq, exists, type SQL, sql } from 'drizzle-orm'
import { pgPolicy } from 'drizzle-orm/pg-core'
import type { Actor } from '#kit/db/actor.ts'
import { always, holds, keeper, member, myAccount, myOrganisation } from '#kit/db/policy.ts'
import { organisations, themes } from './tables.ts'

/** Who may change what their own organisation shows to everyone. */
const speakers = ['directeur', 'teamleider', 'administratie', 'bestuurder', 'partnercontact'] as const

// What a register gives out, or another organisation has to say, is not for typing in.
const typedByMe = and(
  sql`${organisations.source} in ('typed', 'claimed')`,
  eq(organisations.typedBy, myAccount),
  sql`num_nonnulls(${organisations.code}, ${organisations.boardId}, ${organisations.partOf}) = 0`,
) as SQL
const oursToSay = and(eq(organisations.id, myOrganisation), holds(speakers)) as SQL

export const everyoneSees = pgPolicy('everyone sees public facts', { for: 'select', to: member, using: always }).link(
  organisations,
)
export const anyoneTypesIn = pgPolicy('anyone types in what no register knows', {
  for: 'insert',
  to: member,
  withCheck: typedByMe,
}).link(organisations)
export const weSayWhoWeAre = pgPolicy('an organisation says who it is', {
  for: 'update',
  to: member,
  using: oursToSay,
  withCheck: oursToSay,
}).link(organisations)
export const keeperTendsTheList = pgPolicy('the keeper tends the national list', {
  for: 'all',
  to: keeper,
  using: always,
  withCheck: always,
}).link(organisations)

// A board's look is its executive's to choose; whoever sees a school sees it.
const stylists = ['bestuurder'] as const
const ourLook = and(
  eq(themes.organisationId, myOrganisation),
  holds(stylists),
  exists(sql`(select 1 from ${organisations} where ${organisations.id} = ${themes.organisationId}
    and ${organisations.kind} = 'board')`),
) as SQL
export const everyoneSeesLooks = pgPolicy('everyone sees a look', { for: 'select', to: member, using: always }).link(
  themes,
)
export const boardsChooseTheirLook = pgPolicy('boards choose their look', {
  for: 'all',
  to: member,
  using: ourLook,
  withCheck: ourLook,
}).link(themes)
export const keeperTendsLooks = pgPolicy('the keeper tends looks', {
  for: 'all',
  to: keeper,
  using: always,
  withCheck: always,
}).link(themes)

export const mayStyle = (me: Actor) => me.roles.some((role) => (stylists as readonly string[]).includes(role))

export const maySpeakFor = (me: Actor, organisationId: string) =>
  me.organisationId === organisationId && me.roles.some((role) => (speakers as readonly string[]).includes(role))
