import { and, eq, exists, or, type SQL, sql } from 'drizzle-orm'
import { pgPolicy } from 'drizzle-orm/pg-core'
import { always, holds, keeper, me, member, myOrganisation } from '#kit/db/policy.ts'
import { colleagues } from '#rooms/people/door.ts'
import { relations } from '#rooms/relations/door.ts'
import { tends } from '../resolutions/access.ts'
import { involvements, resolutions } from '../resolutions/tables.ts'
import { resolutionLetters } from './tables.ts'

// A letter goes to a partner that is ticked as involved or informed, written by who says so of it; what has gone has gone.
const ourLetter = and(eq(resolutionLetters.schoolId, myOrganisation), holds(colleagues)) as SQL
const isTicked =
  exists(sql`(select 1 from ${involvements} where ${involvements.schoolId} = ${resolutionLetters.schoolId}
  and ${involvements.resolutionId} = ${resolutionLetters.resolutionId}
  and ${involvements.relationId} = ${resolutionLetters.relationId} and ${involvements.way} <> 'not')`)
const recordedByMe =
  exists(sql`(select 1 from ${resolutions} where ${resolutions.schoolId} = ${resolutionLetters.schoolId}
  and ${resolutions.id} = ${resolutionLetters.resolutionId} and ${tends})`)
const toMyLine = exists(sql`(select 1 from ${relations} where ${relations.schoolId} = ${resolutionLetters.schoolId}
  and ${relations.id} = ${resolutionLetters.relationId} and (${relations.ownerId} = ${me} or ${relations.deputyId} = ${me}))`)
export const weSeeWhoWasWritten = pgPolicy('we see which partners were written to', {
  for: 'select',
  to: member,
  using: ourLetter,
}).link(resolutionLetters)
export const holdersWrite = pgPolicy('recorders and holders write to partners', {
  for: 'insert',
  to: member,
  withCheck: and(ourLetter, isTicked, or(recordedByMe, toMyLine), eq(resolutionLetters.sentBy, me)) as SQL,
}).link(resolutionLetters)
export const keeperTendsResolutionLetters = pgPolicy('the keeper tends letters about decisions', {
  for: 'all',
  to: keeper,
  using: always,
  withCheck: always,
}).link(resolutionLetters)
