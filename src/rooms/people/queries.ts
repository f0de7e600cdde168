import { and, asc, eq, getTableColumns, gt, gte, isNull, or, type SQL, sql } from 'drizzle-orm'
import { alias } from 'drizzle-orm/pg-core'
import { rowsOf, type Tx } from '#kit/db/database.ts'
import type { Day } from '#kit/time/day.ts'
import { organisations, themes } from '#rooms/organisations/door.ts'
import { bellTimes, type Group, groups, groupTeachers, memberships, people, signInRules, spaces } from './tables.ts'

/** Somewhere a signed-in person belongs today, and as what. */
export type Place = {
  organisationId: string
  name: string
  kind: 'school' | 'board' | 'municipality' | 'partner'
  roles: string[]
  /** How its board likes it to look. */
  accent: string | null
  brand: string | null
  /** From which day it, or its board, asks a second step. */
  secondStepFrom: Day | null
}
export type Who = { personId: string; name: string; places: Place[] }

/**
 * Who this account is, and where she belongs on this day. Asked by the gate before anyone is somebody: the
 * transaction knows the account only, and learns the person from her own row.
 */
export async function whoIsThis(tx: Tx, accountId: string, today: Day): Promise<Who | undefined> {
  // One question finds her, makes her somebody, and then, as her, asks where she belongs: a subquery in the list of what is
  // selected is answered for each row of the part before it, which is worked out first.
  const [who] = await rowsOf<Who>(
    tx,
    sql`with me as materialized (
        select ${people.id} as id, ${people.name} as name, set_config('house.person', ${people.id}::text, true) as become
        from ${people} where ${people.accountId} = ${accountId})
      select me.id as "personId", me.name, me.become, coalesce((
        select json_agg(json_build_object('organisationId', ${organisations.id}, 'name', ${organisations.name},
          'kind', ${organisations.kind}, 'roles', ${memberships.roles}, 'accent', ${themes.accent}, 'brand', ${themes.brand},
          'secondStepFrom', (select min(${signInRules.secondStepFrom}) from ${signInRules}
            where ${signInRules.organisationId} in (${organisations.id}, ${organisations.boardId}))) order by ${organisations.name})
        from ${memberships} join ${organisations} on ${organisations.id} = ${memberships.organisationId}
          left join ${themes} on ${themes.organisationId} = coalesce(${organisations.boardId}, ${organisations.id})
        where ${memberships.personId} = me.id and (${memberships.from} is null or ${memberships.from} <= ${today})
          and (${memberships.until} is null or ${memberships.until} >= ${today})), '[]'::json) as places from me`,
  )
  return who && { personId: who.personId, name: who.name, places: who.places }
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
  /** In which she gets letters, once she chose one. */
  language: string | null
  deputyId: string | null
  deputy: string | null
  from: Day | null
  until: Day | null
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
  language: people.language,
  roles: memberships.roles,
  days: memberships.days,
  deputyId: memberships.deputyId,
  deputy: deputies.name,
  from: memberships.from,
  until: memberships.until,
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

/** The same, some at a time in the order of their ids: for programs. */
export const colleaguePage = (
  tx: Tx,
  organisationId: string,
  { today, after, most }: { today: Day; after: string | undefined; most: number },
): Promise<Colleague[]> =>
  tx
    .select(colleagueFields)
    .from(memberships)
    .innerJoin(people, eq(people.id, memberships.personId))
    .leftJoin(deputies, eq(deputies.id, memberships.deputyId))
    .where(
      and(
        eq(memberships.organisationId, organisationId),
        or(isNull(memberships.until), gte(memberships.until, today)),
        after ? gt(memberships.personId, after) : undefined,
      ),
    )
    .orderBy(asc(memberships.personId))
    .limit(most)

export async function findColleague(tx: Tx, organisationId: string, personId: string): Promise<Colleague | undefined> {
  const [found] = await tx
    .select(colleagueFields)
    .from(memberships)
    .innerJoin(people, eq(people.id, memberships.personId))
    .leftJoin(deputies, eq(deputies.id, memberships.deputyId))
    .where(and(eq(memberships.organisationId, organisationId), eq(memberships.personId, personId)))
  return found
}

export type Teacher = { personId: string; name: string; days: number[] }
export type GroupRow = Group & { teachers: Teacher[] }

/** The classes of a school in the order of the years, with who teaches them on which days. */
export const groupsOf = (tx: Tx, schoolId: string): Promise<GroupRow[]> => groupsWith(tx, schoolId, {})

const groupsWith = <More extends Record<string, SQL>>(tx: Tx, schoolId: string, more: More) =>
  tx
    .select({ ...getTableColumns(groups), teachers, ...more })
    .from(groups)
    .leftJoin(groupTeachers, and(eq(groupTeachers.schoolId, groups.schoolId), eq(groupTeachers.groupId, groups.id)))
    .leftJoin(people, eq(people.id, groupTeachers.personId))
    .leftJoin(memberships, and(eq(memberships.organisationId, groups.schoolId), eq(memberships.personId, people.id)))
    .where(eq(groups.schoolId, schoolId))
    .groupBy(groups.schoolId, groups.id)
    .orderBy(groups.years, groups.name)

// Her days with this group, or else the days she works.
const teachers = sql<Teacher[]>`coalesce(json_agg(json_build_object('personId', ${people.id}, 'name', ${people.name},
  'days', case when cardinality(${groupTeachers.days}) > 0 then ${groupTeachers.days} else coalesce(${memberships.days}, '{}') end)
  order by ${people.name}) filter (where ${people.id} is not null), '[]'::json)`

type Bell = Pick<typeof bellTimes.$inferSelect, 'weekday' | 'from' | 'until' | 'part'>
const bells = sql<Bell[]>`coalesce((select json_agg(json_build_object('weekday', ${bellTimes.weekday},
  'from', to_char(${bellTimes.from}, 'HH24:MI'), 'until', to_char(${bellTimes.until}, 'HH24:MI'), 'part', ${bellTimes.part})
  order by ${bellTimes.weekday}, ${bellTimes.from}) from ${bellTimes} where ${bellTimes.schoolId} = ${groups.schoolId}), '[]'::json)`

/**
 * What a day at school looks like: when the bell goes, and which groups there are. One question to the database, and one more
 * where there is no group; without a day there is no bell.
 */
export async function dayPlan(tx: Tx, schoolId: string, weekday?: number) {
  if (weekday === undefined) return { bells: [], week: [], groups: await groupsOf(tx, schoolId) }
  const rows = await groupsWith(tx, schoolId, { bells })
  const times =
    rows[0]?.bells ??
    (await bellTimesOf(tx, schoolId)).map(({ from, until, ...time }) => ({
      ...{ ...time, from: from.slice(0, 5), until: until.slice(0, 5) },
    }))
  return {
    bells: times.filter((time) => time.weekday === weekday).map(({ from, until, part }) => ({ from, until, part })),
    /** Of the whole week. */
    week: times.map(({ weekday: day, from, until }) => ({ weekday: day, from, until })),
    groups: rows.map(({ bells: _, ...group }): GroupRow => group),
  }
}

export const findGroup = async (tx: Tx, schoolId: string, id: string) =>
  (await groupsOf(tx, schoolId)).find((group) => group.id === id)

export const spacesOf = (tx: Tx, schoolId: string) =>
  tx.select().from(spaces).where(eq(spaces.schoolId, schoolId)).orderBy(sql`${spaces.name} collate "und-x-icu"`)

export const bellTimesOf = (tx: Tx, schoolId: string) =>
  tx.select().from(bellTimes).where(eq(bellTimes.schoolId, schoolId)).orderBy(bellTimes.weekday, bellTimes.from)
