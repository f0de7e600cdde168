import { and, asc, eq, gte, lte, sql } from 'drizzle-orm'
import type { AnyPgColumn } from 'drizzle-orm/pg-core'
import type { Tx } from '#kit/db/database.ts'
import type { Day } from '#kit/time/day.ts'
import { relations } from '#rooms/relations/door.ts'
import type { GroupChange } from './rules.ts'
import { groupChanges, presenceChanges, sessionChanges } from './tables.ts'

const hour = (column: AnyPgColumn) => sql`to_char(${column}, 'HH24:MI')`

/** All exceptions of a school from a day on, as a piece of a larger question: `Changes`. */
export const changesSince = (schoolId: string, from: Day) => sql`json_build_object(
  'sessions', coalesce((select json_agg(json_build_object('id', ${sessionChanges.id}, 'sessionId', ${sessionChanges.sessionId},
    'kind', ${sessionChanges.kind}, 'day', ${sessionChanges.day}, 'toDay', ${sessionChanges.toDay}, 'from', ${hour(sessionChanges.from)},
    'spaceId', ${sessionChanges.spaceId}, 'reason', ${sessionChanges.reason}) order by ${sessionChanges.day}, ${sessionChanges.id})
    from ${sessionChanges} where ${sessionChanges.schoolId} = ${schoolId} and ${sessionChanges.day} >= ${from}), '[]'::json),
  'presences', coalesce((select json_agg(json_build_object('id', ${presenceChanges.id}, 'relationId', ${presenceChanges.relationId},
    'kind', ${presenceChanges.kind}, 'day', ${presenceChanges.day}, 'from', ${hour(presenceChanges.from)},
    'until', ${hour(presenceChanges.until)}, 'spaceId', ${presenceChanges.spaceId}, 'reason', ${presenceChanges.reason})
    order by ${presenceChanges.day}, ${presenceChanges.id})
    from ${presenceChanges} where ${presenceChanges.schoolId} = ${schoolId} and ${presenceChanges.day} >= ${from}), '[]'::json),
  'groups', coalesce((select json_agg(json_build_object('id', ${groupChanges.id}, 'groupId', ${groupChanges.groupId},
    'kind', ${groupChanges.kind}, 'day', ${groupChanges.day}, 'from', ${hour(groupChanges.from)},
    'until', ${hour(groupChanges.until)}, 'title', ${groupChanges.title}) order by ${groupChanges.day}, ${groupChanges.from}, ${groupChanges.id})
    from ${groupChanges} where ${groupChanges.schoolId} = ${schoolId} and ${groupChanges.day} >= ${from}), '[]'::json))`

/** On which dates one partner is otherwise in the building, from a day on. */
export const datesOfPartner = (tx: Tx, schoolId: string, relationId: string, from: Day) =>
  tx
    .select()
    .from(presenceChanges)
    .where(
      and(
        eq(presenceChanges.schoolId, schoolId),
        eq(presenceChanges.relationId, relationId),
        gte(presenceChanges.day, from),
      ),
    )
    .orderBy(asc(presenceChanges.day), asc(presenceChanges.from))
export type PartnerDate = Awaited<ReturnType<typeof datesOfPartner>>[number]

/** Who of the partners does not come between two days. */
export const awayBetween = (tx: Tx, schoolId: string, { from, until }: { from: Day; until: Day }) =>
  tx
    .select({ day: presenceChanges.day, relationId: presenceChanges.relationId, partner: relations.name })
    .from(presenceChanges)
    .innerJoin(
      relations,
      and(eq(relations.schoolId, presenceChanges.schoolId), eq(relations.id, presenceChanges.relationId)),
    )
    .where(
      and(
        eq(presenceChanges.schoolId, schoolId),
        eq(presenceChanges.kind, 'away'),
        gte(presenceChanges.day, from),
        lte(presenceChanges.day, until),
      ),
    )
    .orderBy(asc(presenceChanges.day), asc(relations.name))
export type Away = Awaited<ReturnType<typeof awayBetween>>[number]

export type Otherwise = Pick<GroupChange, 'groupId' | 'kind' | 'title'> & { from: string; until: string }
/** What groups have otherwise on one day, as a piece of a larger question: `Otherwise[]`. */
export const otherwiseOn = (schoolId: string, day: Day) => sql`coalesce((select json_agg(json_build_object(
  'groupId', ${groupChanges.groupId}, 'kind', ${groupChanges.kind}, 'title', ${groupChanges.title},
  'from', ${hour(groupChanges.from)}, 'until', ${hour(groupChanges.until)}) order by ${groupChanges.from}, ${groupChanges.id})
  from ${groupChanges} where ${groupChanges.schoolId} = ${schoolId} and ${groupChanges.day} = ${day}), '[]'::json)`
