import { and, eq, exists, or, type SQL, sql } from 'drizzle-orm'
import { alias, type PgTable, pgPolicy } from 'drizzle-orm/pg-core'
import { always, holds, keeper, me, member, myOrganisation } from '#kit/db/policy.ts'
import { organisations } from '#rooms/organisations/door.ts'
import { colleagues } from '#rooms/people/door.ts'
import { networkKeepers } from '#rooms/relations/door.ts'
import { offerSchools, offerSources, offers, takings } from './tables.ts'

const giver = alias(organisations, 'giver')
const mine = alias(organisations, 'mine')
const weAndThey = (is: SQL) =>
  exists(sql`(select 1 from ${organisations} giver, ${organisations} mine
    where giver.id = ${offers.schoolId} and mine.id = ${myOrganisation} and mine.kind = 'school' and ${is})`)

const km = sql`6371 * sqrt(power(radians(${mine.latitude} - ${giver.latitude}), 2)
  + power(cos(radians(${giver.latitude})) * radians(${mine.longitude} - ${giver.longitude}), 2))`

const ofOneBoard = and(sql`${offers.audience} = 'board'`, weAndThey(eq(mine.boardId, giver.boardId))) as SQL
// Only a school of the national list is near: one that somebody typed in could be anywhere she likes.
const near = and(
  sql`${offers.audience} = 'near'`,
  weAndThey(sql`${mine.source} = 'duo' and ${mine.goneOn} is null and ${km} <= ${offers.km}`),
) as SQL
const chosen = and(
  sql`${offers.audience} = 'chosen'`,
  exists(sql`(select 1 from ${offerSchools} where ${offerSchools.schoolId} = ${offers.schoolId}
    and ${offerSchools.offerId} = ${offers.id} and ${offerSchools.toId} = ${myOrganisation})`),
) as SQL

const ours = (table: typeof offers | typeof offerSources | typeof offerSchools | typeof takings) =>
  and(eq(table.schoolId, myOrganisation), holds(colleagues)) as SQL
const oursToGive = (table: typeof offers | typeof offerSources | typeof offerSchools | typeof takings) =>
  and(ours(table), holds(networkKeepers)) as SQL

export const whomItIsOfferedToSeesIt = pgPolicy('we see what we offer and what is offered to us', {
  for: 'select',
  to: member,
  using: and(holds(colleagues), or(eq(offers.schoolId, myOrganisation), ofOneBoard, near, chosen)) as SQL,
}).link(offers)
export const keepersOffer = pgPolicy('who tends the network offers', {
  for: 'insert',
  to: member,
  withCheck: oursToGive(offers),
}).link(offers)
export const keepersWithdraw = pgPolicy('who tends the network withdraws', {
  for: 'delete',
  to: member,
  using: oursToGive(offers),
}).link(offers)

export const weSeeOurSources = pgPolicy('we see where our offers come from', {
  for: 'select',
  to: member,
  using: ours(offerSources),
}).link(offerSources)
export const keepersNoteSources = pgPolicy('who offers says from what', {
  for: 'insert',
  to: member,
  withCheck: and(oursToGive(offerSources), eq(offerSources.offeredBy, me)) as SQL,
}).link(offerSources)

export const bothSidesSeeTheChoice = pgPolicy('both sides see that a school was chosen', {
  for: 'select',
  to: member,
  using: and(
    holds(colleagues),
    or(eq(offerSchools.schoolId, myOrganisation), eq(offerSchools.toId, myOrganisation)),
  ) as SQL,
}).link(offerSchools)
export const keepersChoose = pgPolicy('who offers chooses schools', {
  for: 'insert',
  to: member,
  withCheck: oursToGive(offerSchools),
}).link(offerSchools)

export const weSeeWhatWeTook = pgPolicy('we see what we took over', {
  for: 'select',
  to: member,
  using: ours(takings),
}).link(takings)
export const keepersTake = pgPolicy('who tends the network takes over', {
  for: 'insert',
  to: member,
  withCheck: and(oursToGive(takings), eq(takings.takenBy, me)) as SQL,
}).link(takings)

const kept = (table: PgTable, what: string) =>
  pgPolicy(`the keeper tends ${what}`, { for: 'all', to: keeper, using: always, withCheck: always }).link(table)
export const keeperTendsOffers = kept(offers, 'offers')
export const keeperTendsSources = kept(offerSources, 'offer sources')
export const keeperTendsChoices = kept(offerSchools, 'chosen schools')
export const keeperTendsTakings = kept(takings, 'takings')
