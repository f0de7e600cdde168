import { sql } from 'drizzle-orm'
import type { Outsider } from '#kit/http/hanging.ts'
import { sayWeekday, type Weekday } from '#kit/time/day.ts'
import { faces } from '#rooms/relations/door.ts'
import { presences } from '../tables.ts'

/** When the partner is in the building: it stays so, and one asks whether that is still right without her. */
export const hoursOfTheirs = ({ organisationId, outsiderId }: Outsider) =>
  sql`select p.id::text as id, p.weekday || ' ' || to_char(p."from", 'HH24:MI') || '–' || to_char(p.until, 'HH24:MI') as name,
      '/netwerk/' || p.relation_id || '/aanwezigheid' as href
    from ${presences} p join ${faces} f on f.school_id = p.school_id and f.relation_id = p.relation_id
    where f.school_id = ${organisationId} and f.id = ${outsiderId}`

/** “2 09:00–12:00” as people say it. */
export const sayHours = (name: string, language: string) =>
  `${sayWeekday(Number(name[0]) as Weekday, language)}${name.slice(1)}`
