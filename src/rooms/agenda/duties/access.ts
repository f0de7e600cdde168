import { and, eq, type SQL } from 'drizzle-orm'
import { pgPolicy } from 'drizzle-orm/pg-core'
import { always, holds, keeper, me, member, myOrganisation } from '#kit/db/policy.ts'
import { colleagues } from '#rooms/people/door.ts'
import { duties } from './tables.ts'

const ours = and(eq(duties.schoolId, myOrganisation), holds(colleagues)) as SQL
const mine = and(ours, eq(duties.personId, me)) as SQL

// Colleagues look for a moment with her: they see when, and no word of what.
export const colleaguesSeeDuties = pgPolicy('colleagues see regular duties', {
  for: 'select',
  to: member,
  using: ours,
}).link(duties)
export const everybodyTendsHerDuties = pgPolicy('everybody tends her own regular duties', {
  for: 'all',
  to: member,
  using: mine,
  withCheck: mine,
}).link(duties)
export const keeperTendsDuties = pgPolicy('the keeper tends regular duties', {
  for: 'all',
  to: keeper,
  using: always,
  withCheck: always,
}).link(duties)
