import { sql } from 'drizzle-orm'
import type { AnyPgColumn } from 'drizzle-orm/pg-core'
import type { Day } from '#kit/time/day.ts'
import { schoolYearOf, spanOf } from '#rooms/days/door.ts'
import { relations } from '#rooms/relations/door.ts'
import { changesSince } from '../exceptions/queries.ts'
import { presences } from '../tables.ts'
import { placements, sessions } from '../week/tables.ts'

const hour = (column: AnyPgColumn) => sql`to_char(${column}, 'HH24:MI')`

/**
 * What takes partners and rooms from a day on, with what is otherwise on one date, as a piece of a larger question:
 * `BuildingFacts`. What was moved is looked up from the beginning of the school year, as the week itself does.
 */
export const buildingFacts = (schoolId: string, from: Day) => sql`json_build_object(
  'partners', coalesce((select json_agg(json_build_object('id', ${relations.id}, 'name', ${relations.name}, 'last', ${relations.until}))
    from ${relations} where ${relations.schoolId} = ${schoolId} and (${relations.until} is null or ${relations.until} >= ${from})), '[]'::json),
  'presences', coalesce((select json_agg(json_build_object('relationId', ${presences.relationId}, 'weekday', ${presences.weekday},
    'from', ${hour(presences.from)}, 'until', ${hour(presences.until)}, 'spaceId', ${presences.spaceId}))
    from ${presences} where ${presences.schoolId} = ${schoolId}), '[]'::json),
  'sessions', coalesce((select json_agg(json_build_object('id', ${sessions.id}, 'relationId', ${sessions.relationId}, 'minutes', ${sessions.minutes}))
    from ${sessions} where ${sessions.schoolId} = ${schoolId} and ${sessions.removedAt} is null), '[]'::json),
  'placed', coalesce((select json_agg(json_build_object('id', ${placements.id}, 'sessionId', ${placements.sessionId},
    'weekday', ${placements.weekday}, 'from', ${hour(placements.from)}, 'spaceId', ${placements.spaceId},
    'since', ${placements.since}, 'until', ${placements.until})) from ${placements} where ${placements.schoolId} = ${schoolId}
    and (${placements.until} is null or ${placements.until} >= ${yearOf(from)})), '[]'::json),
  'changes', ${changesSince(schoolId, yearOf(from))})`

const yearOf = (day: Day) => spanOf(schoolYearOf(day)).from
