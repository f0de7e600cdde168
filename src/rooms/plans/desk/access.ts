import { and, eq, isNull, or, type SQL, sql } from 'drizzle-orm'
import { pgPolicy } from 'drizzle-orm/pg-core'
import type { Actor } from '#kit/db/actor.ts'
import { always, guest, holds, keeper, me, member, myOrganisation } from '#kit/db/policy.ts'
import { organisations } from '#rooms/organisations/door.ts'
import { colleagues, isColleague } from '#rooms/people/door.ts'
import { mayTendNetwork, networkKeepers } from '#rooms/relations/door.ts'
import { deciders } from '../vision/access.ts'
import { planBounds } from '../vision/tables.ts'
import { deskAddresses, type Proposal, proposals } from './tables.ts'

const keeps = { for: 'all', to: keeper, using: always, withCheck: always } as const
const ours = and(eq(proposals.schoolId, myOrganisation), holds(colleagues)) as SQL
// Who tends the network reads what comes in; a colleague reads what was laid before her.
const oursToRead = and(ours, or(holds(networkKeepers), eq(proposals.passedTo, me))) as SQL

export const weReadProposals = pgPolicy('we read what comes in', { for: 'select', to: member, using: oursToRead }).link(
  proposals,
)
export const keepersWriteProposals = pgPolicy('keepers write what comes in', {
  for: 'insert',
  to: member,
  withCheck: and(ours, holds(networkKeepers), sql`${proposals.kind} in ('typed')`) as SQL,
}).link(proposals)
export const readersAnswerProposals = pgPolicy('readers answer what comes in', {
  for: 'update',
  to: member,
  using: oursToRead,
  withCheck: ours,
}).link(proposals)
export const keepersRemoveProposals = pgPolicy('keepers remove what comes in', {
  for: 'delete',
  to: member,
  using: and(ours, holds(networkKeepers)) as SQL,
}).link(proposals)
export const keeperTendsProposals = pgPolicy('the keeper tends what comes in', keeps).link(proposals)

// A passer-by lays something on an open desk, and sees nothing of what lies there.
export const everybodyOffers = pgPolicy('everybody offers at an open desk', {
  for: 'insert',
  to: guest,
  withCheck: and(
    sql`${proposals.kind} in ('form')`,
    sql`${proposals.stage} in ('new')`,
    isNull(proposals.passedTo),
    isNull(proposals.choiceId),
    isNull(proposals.answeredBy),
    sql`exists (select 1 from ${planBounds} where ${planBounds.schoolId} = ${proposals.schoolId})`,
  ) as SQL,
}).link(proposals)

const ourAddress = and(eq(deskAddresses.organisationId, myOrganisation), holds(colleagues)) as SQL
export const weSeeOurAddress = pgPolicy('we see our desk', { for: 'select', to: member, using: ourAddress }).link(
  deskAddresses,
)
export const whoLeadsGivesAddress = pgPolicy('who leads gives the desk its address', {
  for: 'insert',
  to: member,
  withCheck: and(ourAddress, holds(deciders)) as SQL,
}).link(deskAddresses)
export const everybodyFindsOpenDesks = pgPolicy('everybody finds an open desk', {
  for: 'select',
  to: guest,
  using: sql`exists (select 1 from ${planBounds} where ${planBounds.schoolId} = ${deskAddresses.organisationId})`,
}).link(deskAddresses)
export const keeperTendsAddresses = pgPolicy('the keeper tends desks', keeps).link(deskAddresses)
export const everybodySeesWhoseDesk = pgPolicy('everybody sees whose desk it is', {
  for: 'select',
  to: guest,
  using: sql`exists (select 1 from ${planBounds} where ${planBounds.schoolId} = ${organisations.id})`,
}).link(organisations)

export const mayRead = (actor: Actor, proposal: Pick<Proposal, 'passedTo'>) =>
  isColleague(actor) && (mayTendNetwork(actor) || proposal.passedTo === actor.personId)
