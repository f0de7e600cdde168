import { and, eq, sql } from 'drizzle-orm'
import type { Tx } from '#kit/db/database.ts'
import type { From, Hung } from '#kit/http/hanging.ts'
import { nameOf, roleAndFallbacks } from '#rooms/trade/door.ts'
import { groups, groupTeachers, memberships, people } from '../tables.ts'
import { isTask } from './rules.ts'

/** For whom she stands in. */
export async function colleaguesStoodInFor(tx: Tx, { organisationId, personId, today }: From): Promise<Hung[]> {
  const rows = await tx
    .select({ id: memberships.personId, name: people.name, roles: memberships.roles, until: memberships.until })
    .from(memberships)
    .innerJoin(people, eq(people.id, memberships.personId))
    .where(and(eq(memberships.organisationId, organisationId), eq(memberships.deputyId, personId)))
    .orderBy(sql`${people.name} collate "und-x-icu"`)
  return rows
    .filter(({ until }) => until === null || until >= today)
    .map(({ id, name, roles }) => ({ id, name, roles, href: `/school/mensen/${id}` }))
}

/** Tasks beside her work: who teaches or leads is no task that one hands over. */
export async function tasksOf(tx: Tx, { organisationId, personId }: From): Promise<Hung[]> {
  const [row] = await tx
    .select({ roles: memberships.roles })
    .from(memberships)
    .where(and(eq(memberships.organisationId, organisationId), eq(memberships.personId, personId)))
  const tasks = (row?.roles ?? []).filter(isTask)
  return tasks.map((id) => ({ id, name: nameOf('role', id, 'nl'), roles: roleAndFallbacks(id).slice(1) }))
}

const others = sql<string | null>`(select other.person_id from ${groupTeachers} other
  where other.school_id = ${groupTeachers.schoolId} and other.group_id = ${groupTeachers.groupId}
  and other.person_id <> ${groupTeachers.personId} order by other.person_id limit 1)`

/** Groups she teaches; with two, the other takes it by nature. */
export const groupsTaught = (tx: Tx, { organisationId, personId }: From): Promise<Hung[]> =>
  tx
    .select({ id: groups.id, name: groups.name, next: others })
    .from(groupTeachers)
    .innerJoin(groups, and(eq(groups.schoolId, groupTeachers.schoolId), eq(groups.id, groupTeachers.groupId)))
    .where(and(eq(groupTeachers.schoolId, organisationId), eq(groupTeachers.personId, personId)))
    .orderBy(groups.name)
