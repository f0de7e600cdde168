import { and, eq, getTableColumns, gte, isNull, or, sql } from 'drizzle-orm'
import { alias } from 'drizzle-orm/pg-core'
import { rowsOf, type Tx } from '#kit/db/database.ts'
import type { Day } from '#kit/time/day.ts'
import { organisations } from '#rooms/organisations/door.ts'
import { bellTimes, type Group, groups, groupTeachers, memberships, people, spaces } from './tables.ts'

/** Somewhere a signed-in person belongs today, and as what. */
export type Place = {
  organisationId: string
  name: string
  kind: 'school' | 'board' | 'municipality' | 'partner'
  roles: string[]
}
export type Who = { personId: string; name: string; places: Place[] }

/**
 * Who this account is, and where she belongs on this day. Asked by the gate before anyone is somebody: the
 * transaction knows the account only, and learns the person from her own row.
 */
export async function whoIsThis(tx: Tx, accountId: string, today: Day): Promise<Who | undefined> {
  const [person] = await tx
    .select({ id: people.id, name: people.name })
    .from(people)
    .where(eq(people.accountId, accountId))
  if (!person) return undefined
  await rowsOf(tx, sql`select set_config('house.person', ${person.id}, true)`)
  const places = await tx
    .select({
      organisationId: organisations.id,
      name: organisations.name,
      kind: organisations.kind,
      roles: memberships.roles,
    })
    .from(memberships)
    .innerJoin(organisations, eq(organisations.id, memberships.organisationId))
    .where(sql`${memberships.personId} = ${person.id} and (${memberships.from} is null or ${memberships.from} <= ${today})
      and (${memberships.until} is null or ${memberships.until} >= ${today})`)
    .orderBy(organisations.name)
  return { personId: person.id, name: person.name, places }
}

/** A colleague as lists and cards show her. */
export type Colleague = {
  personId: string
  membershipId: string
  name: string
  mail: string | null
  phone: string | null
  roles: string[]
  days: number[]
  deputyId: string | null
  deputy: string | null
  from: Day | null
  until: Day | null
  public: boolean
  source: string
  hasAccount: boolean
}

const deputies = alias(people, 'deputies')
const colleagueFields = {
  personId: people.id,
  membershipId: memberships.id,
  name: people.name,
  mail: people.mail,
  phone: people.phone,
  roles: memberships.roles,
  days: memberships.days,
  deputyId: memberships.deputyId,
  deputy: deputies.name,
  from: memberships.from,
  until: memberships.until,
  public: memberships.public,
  source: people.source,
  hasAccount: sql<boolean>`${people.accountId} is not null`,
}

/** Everyone who belongs to this organisation today or later, by name. */
export const colleaguesOf = (tx: Tx, organisationId: string, today: Day): Promise<Colleague[]> =>
  tx
    .select(colleagueFields)
    .from(memberships)
    .innerJoin(people, eq(people.id, memberships.personId))
    .leftJoin(deputies, eq(deputies.id, memberships.deputyId))
    .where(
      and(eq(memberships.organisationId, organisationId), or(isNull(memberships.until), gte(memberships.until, today))),
    )
    .orderBy(sql`${people.name} collate "und-x-icu"`)

export async function findColleague(tx: Tx, organisationId: string, personId: string): Promise<Colleague | undefined> {
  const [found] = await tx
    .select(colleagueFields)
    .from(memberships)
    .innerJoin(people, eq(people.id, memberships.personId))
    .leftJoin(deputies, eq(deputies.id, memberships.deputyId))
    .where(and(eq(memberships.organisationId, organisationId), eq(memberships.personId, personId)))
  return found
}

export type GroupRow = Group & { teachers: { personId: string; name: string }[] }

/** The classes of a school with who teaches them, in the order of the years. */
export const groupsOf = (tx: Tx, schoolId: string): Promise<GroupRow[]> =>
  tx
    .select({
      ...getTableColumns(groups),
      teachers: sql<
        GroupRow['teachers']
      >`coalesce((select json_agg(json_build_object('personId', ${people.id}, 'name', ${people.name}) order by ${people.name})
        from ${groupTeachers} join ${people} on ${people.id} = ${groupTeachers.personId}
        where ${groupTeachers.schoolId} = ${groups.schoolId} and ${groupTeachers.groupId} = ${groups.id}), '[]'::json)`,
    })
    .from(groups)
    .where(eq(groups.schoolId, schoolId))
    .orderBy(groups.years, groups.name)

export const findGroup = async (tx: Tx, schoolId: string, id: string) =>
  (await groupsOf(tx, schoolId)).find((group) => group.id === id)

export const spacesOf = (tx: Tx, schoolId: string) =>
  tx.select().from(spaces).where(eq(spaces.schoolId, schoolId)).orderBy(sql`${spaces.name} collate "und-x-icu"`)

export const bellTimesOf = (tx: Tx, schoolId: string) =>
  tx.select().from(bellTimes).where(eq(bellTimes.schoolId, schoolId)).orderBy(bellTimes.weekday, bellTimes.from)

/** As the keeper: does anybody belong anywhere in this house yet? */
export async function isAnyoneHere(tx: Tx): Promise<boolean> {
  const found = await tx.select({ id: memberships.id }).from(memberships).limit(1)
  return found.length > 0
}
