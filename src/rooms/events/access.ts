import { and, eq, exists, isNull, or, type SQL, sql } from 'drizzle-orm'
import { type AnyPgColumn, type PgTable, pgPolicy } from 'drizzle-orm/pg-core'
import type { Actor } from '#kit/db/actor.ts'
import { always, holds, keeper, me, member, myOrganisation } from '#kit/db/policy.ts'
import { colleagues, isColleague, memberships } from '#rooms/people/door.ts'
import { playbookPartners, playbooks, playbookTasks } from './tables.ts'

/** Who directs every event of the school; others direct those they hold. */
export const directors = ['directeur', 'teamleider', 'eventmanager'] as const

const ours = (schoolId: AnyPgColumn) => and(eq(schoolId, myOrganisation), holds(colleagues)) as SQL
const isOurs = (schoolId: AnyPgColumn, personId: AnyPgColumn) =>
  or(
    isNull(personId),
    exists(sql`(select 1 from ${memberships} where ${memberships.organisationId} = ${schoolId}
      and ${memberships.personId} = ${personId})`),
  )
const iHold = (schoolId: AnyPgColumn, playbookId: AnyPgColumn) =>
  exists(sql`(select 1 from ${playbooks} where ${playbooks.schoolId} = ${schoolId} and ${playbooks.id} = ${playbookId}
    and ${playbooks.ownerId} = ${me})`)
/** The owner of this one, and who directs them all. */
const directs = (schoolId: AnyPgColumn, playbookId: AnyPgColumn) =>
  and(ours(schoolId), or(holds(directors), iHold(schoolId, playbookId))) as SQL

const seen = (table: PgTable, schoolId: AnyPgColumn, what: string) =>
  [
    pgPolicy(`we see our ${what}`, { for: 'select', to: member, using: ours(schoolId) }).link(table),
    pgPolicy(`the keeper tends ${what}`, { for: 'all', to: keeper, using: always, withCheck: always }).link(table),
  ] as const
export const [seePlaybooks, keepPlaybooks] = seen(playbooks, playbooks.schoolId, 'playbooks')
export const [seeTasks, keepTasks] = seen(playbookTasks, playbookTasks.schoolId, 'tasks of a playbook')
export const [seePartners, keepPartners] = seen(playbookPartners, playbookPartners.schoolId, 'partners of a playbook')

const mine = and(ours(playbooks.schoolId), or(holds(directors), eq(playbooks.ownerId, me))) as SQL
const heldByOurs = isOurs(playbooks.schoolId, playbooks.ownerId)
// Whoever works here may begin one of her own.
export const colleaguesBegin = pgPolicy('a colleague begins a playbook of her own, a director any', {
  for: 'insert',
  to: member,
  withCheck: and(mine, heldByOurs) as SQL,
}).link(playbooks)
export const ownersChange = pgPolicy('who holds a playbook changes it', {
  for: 'update',
  to: member,
  using: mine,
  withCheck: and(ours(playbooks.schoolId), heldByOurs) as SQL,
}).link(playbooks)
export const ownersRemove = pgPolicy('who holds a playbook removes it', {
  for: 'delete',
  to: member,
  using: mine,
}).link(playbooks)

const task = playbookTasks
const tasksDirected = directs(task.schoolId, task.playbookId)
export const ownersSetTasks = pgPolicy('who holds a playbook sets its tasks', {
  for: 'all',
  to: member,
  using: tasksDirected,
  withCheck: and(tasksDirected, isOurs(task.schoolId, task.doerId)) as SQL,
}).link(task)
const myTask = and(ours(task.schoolId), eq(task.doerId, me)) as SQL
export const whoDoesItTicksOff = pgPolicy('who does a task says that it is done', {
  for: 'update',
  to: member,
  using: myTask,
  withCheck: myTask,
}).link(task)

const partnersDirected = directs(playbookPartners.schoolId, playbookPartners.playbookId)
export const ownersInvite = pgPolicy('who holds a playbook says who takes part', {
  for: 'all',
  to: member,
  using: partnersDirected,
  withCheck: partnersDirected,
}).link(playbookPartners)

export const mayDirectAll = (actor: Actor) =>
  isColleague(actor) && actor.roles.some((role) => (directors as readonly string[]).includes(role))
export const mayDirect = (actor: Actor, { ownerId }: { ownerId: string | null }) =>
  isColleague(actor) && (mayDirectAll(actor) || ownerId === actor.personId)
export const mayTick = (actor: Actor, playbook: { ownerId: string | null }, { doerId }: { doerId: string | null }) =>
  mayDirect(actor, playbook) || (isColleague(actor) && doerId === actor.personId)
