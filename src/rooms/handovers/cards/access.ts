import { and, eq, exists, or, type SQL, sql } from 'drizzle-orm'
import { pgPolicy } from 'drizzle-orm/pg-core'
import { always, holds, keeper, me, member, myOrganisation } from '#kit/db/policy.ts'
import { colleagues } from '#rooms/people/door.ts'
import { networkKeepers, relations } from '#rooms/relations/door.ts'
import { handoverNotes } from './tables.ts'

const ours = and(eq(handoverNotes.schoolId, myOrganisation), holds(colleagues)) as SQL
const iHoldIt = exists(sql`(select 1 from ${relations} where ${relations.schoolId} = ${handoverNotes.schoolId}
  and ${relations.id} = ${handoverNotes.relationId} and (${relations.ownerId} = ${me} or ${relations.deputyId} = ${me}))`)
const tends = and(ours, or(holds(networkKeepers), iHoldIt)) as SQL

// The school's own memory: the partner has no part in it, though it may ask what stands there of a person.
export const weSeeHandoverNotes = pgPolicy('colleagues read what is handed on', {
  for: 'select',
  to: member,
  using: ours,
}).link(handoverNotes)
export const holdersWriteHandoverNotes = pgPolicy('holders write what is handed on', {
  for: 'all',
  to: member,
  using: tends,
  withCheck: tends,
}).link(handoverNotes)
export const keeperTendsHandoverNotes = pgPolicy('the keeper tends what is handed on', {
  for: 'all',
  to: keeper,
  using: always,
  withCheck: always,
}).link(handoverNotes)
