import { and, eq, exists, isNotNull, isNull, or, type SQL, sql } from 'drizzle-orm'
import { pgPolicy } from 'drizzle-orm/pg-core'
import type { Actor } from '#kit/db/actor.ts'
import { always, holds, keeper, me, member, myOrganisation } from '#kit/db/policy.ts'
import { colleagues, isColleague, mayManage } from '#rooms/people/door.ts'
import { relations } from '#rooms/relations/door.ts'
import { type HandoverItem, handoverAnswers, handoverItems, handovers } from './tables.ts'

/** Who arranges a handing over for others. One's own, everybody may prepare. */
const arrangers = ['directeur', 'teamleider', 'administratie'] as const
const keeps = { for: 'all', to: keeper, using: always, withCheck: always } as const

// That somebody goes is told by herself or the school, in their own time: who is asked sees the thing, not the sitting.
const ours = and(eq(handovers.schoolId, myOrganisation), holds(colleagues)) as SQL
const arrange = and(ours, holds(arrangers)) as SQL
const mine = and(ours, eq(handovers.personId, me)) as SQL
export const whoArrangesSeesSittings = pgPolicy('who arranges and who goes see the sitting', {
  for: 'select',
  to: member,
  using: or(arrange, mine) as SQL,
}).link(handovers)
export const whoArrangesSits = pgPolicy('who arranges and who goes hold a sitting', {
  for: 'insert',
  to: member,
  withCheck: and(or(arrange, mine), eq(handovers.heldBy, me)) as SQL,
}).link(handovers)
export const whoArrangesChanges = pgPolicy('who arranges and who goes change the sitting', {
  for: 'update',
  to: member,
  using: or(arrange, mine) as SQL,
  withCheck: or(arrange, mine) as SQL,
}).link(handovers)
export const keeperTendsSittings = pgPolicy('the keeper tends sittings', keeps).link(handovers)

const ourItem = and(eq(handoverItems.schoolId, myOrganisation), holds(colleagues)) as SQL
// Of her own, except what only who arranges people gives away; or a line she holds, for which she asks somebody to stand in.
const askedAlone = and(
  isNull(handoverItems.handoverId),
  eq(handoverItems.kind, sql.raw(`'relations.deputy'`)),
  exists(sql`(select 1 from ${relations} where ${relations.schoolId} = ${handoverItems.schoolId}
    and ${relations.id}::text = ${handoverItems.thing} and ${relations.ownerId} = ${me})`),
)
const myItem = and(
  ourItem,
  eq(handoverItems.arranged, sql.raw('false')),
  or(and(isNotNull(handoverItems.handoverId), eq(handoverItems.fromId, me)), askedAlone),
) as SQL
const arrangeItem = and(ourItem, holds(arrangers)) as SQL
const toGive = or(arrangeItem, myItem) as SQL
export const whoIsAskedSees = pgPolicy('who goes, who arranges and who is asked see the thing', {
  for: 'select',
  to: member,
  using: and(
    ourItem,
    or(
      holds(arrangers),
      eq(handoverItems.fromId, me),
      eq(handoverItems.askedBy, me),
      eq(handoverItems.successorId, me),
    ),
  ) as SQL,
}).link(handoverItems)
export const whoGivesWrites = pgPolicy('who gives writes down what hangs', {
  for: 'insert',
  to: member,
  withCheck: toGive,
}).link(handoverItems)
export const whoGivesAsks = pgPolicy('who gives asks', {
  for: 'update',
  to: member,
  using: toGive,
  withCheck: toGive,
}).link(handoverItems)
export const keeperTendsItems = pgPolicy('the keeper tends what hangs', keeps).link(handoverItems)

// Who may see the thing may see what was said of it. Said by herself; written down for her by who asked.
const itsItem = (condition: SQL = always) =>
  exists(sql`(select 1 from ${handoverItems} where ${handoverItems.schoolId} = ${handoverAnswers.schoolId}
    and ${handoverItems.id} = ${handoverAnswers.itemId} and ${condition})`)
export const bothSeeAnswers = pgPolicy('who sees the thing sees the answer', {
  for: 'select',
  to: member,
  using: and(eq(handoverAnswers.schoolId, myOrganisation), itsItem()) as SQL,
}).link(handoverAnswers)
export const whoIsAskedAnswers = pgPolicy('who is asked answers', {
  for: 'insert',
  to: member,
  withCheck: and(
    eq(handoverAnswers.schoolId, myOrganisation),
    eq(handoverAnswers.saidBy, me),
    itsItem(eq(handoverItems.successorId, handoverAnswers.personId)),
    or(eq(handoverAnswers.personId, me), holds(arrangers)),
  ) as SQL,
}).link(handoverAnswers)
export const keeperTendsAnswers = pgPolicy('the keeper tends answers', keeps).link(handoverAnswers)

export const mayArrange = (actor: Actor) => isColleague(actor) && mayManage(actor)
/** May she hold a sitting for this colleague? For herself, everybody may. */
export const mayHandOver = (actor: Actor, personId: string) =>
  isColleague(actor) && (mayManage(actor) || personId === actor.personId)
export const mayGive = (actor: Actor, item: Pick<HandoverItem, 'arranged' | 'fromId'>) =>
  mayArrange(actor) || (!item.arranged && item.fromId === actor.personId)
