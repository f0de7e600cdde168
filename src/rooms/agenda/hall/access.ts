import { and, eq, type SQL, sql } from 'drizzle-orm'
import { type AnyPgColumn, type PgTable, pgPolicy } from 'drizzle-orm/pg-core'
import type { Actor } from '#kit/db/actor.ts'
import { always, guest, holds, keeper, member, myKey, myOrganisation } from '#kit/db/policy.ts'
import { schoolDays, schoolRegions } from '#rooms/days/door.ts'
import { organisations } from '#rooms/organisations/door.ts'
import { colleagues, isColleague, managers, spaces } from '#rooms/people/door.ts'
import { mayTendNetwork, networkKeepers, relations } from '#rooms/relations/door.ts'
import { presences } from '../tables.ts'
import { hallHours, hallPartners, hallScreens } from './tables.ts'

/** Who arranges the screen: who arranges the school, and who keeps the network. */
const arrangers = [...managers, ...networkKeepers] as const
export const mayArrangeHall = (me: Actor) =>
  isColleague(me) && (mayTendNetwork(me) || me.roles.some((role) => (managers as readonly string[]).includes(role)))

// Whoever stands before the screen of this school: the address is the key.
const hasScreen = (schoolId: AnyPgColumn) =>
  sql`exists (select 1 from ${hallScreens} where ${hallScreens.schoolId} = ${schoolId} and ${hallScreens.tokenDigest} = ${myKey})`

const hall = (table: PgTable & { schoolId: AnyPgColumn }, what: string) => {
  const ours = and(eq(table.schoolId, myOrganisation), holds(colleagues)) as SQL
  const arrange = and(ours, holds(arrangers)) as SQL
  return [
    pgPolicy(`we see ${what}`, { for: 'select', to: member, using: ours }).link(table),
    pgPolicy(`who arranges the hall tends ${what}`, {
      ...{ for: 'all', to: member, using: arrange, withCheck: arrange },
    }).link(table),
    pgPolicy(`the keeper tends ${what}`, { for: 'all', to: keeper, using: always, withCheck: always }).link(table),
  ] as const
}
export const [seeScreens, tendScreens, keepScreens] = hall(hallScreens, 'the screen in the hall')
export const [seeHallPartners, tendHallPartners, keepHallPartners] = hall(hallPartners, 'who is on the screen')
export const [seeHallHours, tendHallHours, keepHallHours] = hall(hallHours, 'hours on the screen')

const shows = (table: PgTable, what: string, using: SQL) =>
  pgPolicy(`the screen in the hall shows ${what}`, { for: 'select', to: guest, using }).link(table)

export const screenIsFound = shows(hallScreens, 'itself', eq(hallScreens.tokenDigest, myKey))
// Who agreed is shown as long as the line lasts: from the day after its last nothing of it is on the screen.
const ended = sql`exists (select 1 from ${relations} where ${relations.schoolId} = ${hallPartners.schoolId}
  and ${relations.id} = ${hallPartners.relationId} and ${relations.until} < (now() at time zone 'Europe/Amsterdam')::date)`
export const screenShowsPartners = shows(
  hallPartners,
  'who agreed',
  sql`${hasScreen(hallPartners.schoolId)} and not ${ended}`,
)
export const screenSeesWhetherLinesLast = shows(relations, 'whether a line lasts', hasScreen(relations.schoolId))
export const screenShowsHours = shows(hallHours, 'open hours', hasScreen(hallHours.schoolId))
export const screenShowsPresence = shows(
  presences,
  'when they are there',
  sql`exists (select 1 from ${hallPartners} where ${hallPartners.schoolId} = ${presences.schoolId} and ${hallPartners.relationId} = ${presences.relationId})`,
)
export const screenShowsRooms = shows(spaces, 'in which room', hasScreen(spaces.schoolId))
export const screenShowsSchool = shows(organisations, 'which school it is', hasScreen(organisations.id))
export const screenShowsDays = shows(schoolDays, 'when school is closed', hasScreen(schoolDays.schoolId))
export const screenShowsRegion = shows(schoolRegions, 'its holidays', hasScreen(schoolRegions.schoolId))
