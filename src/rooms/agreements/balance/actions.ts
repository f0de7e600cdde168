import { and, eq, sql } from 'drizzle-orm'
import type { Actor } from '#kit/db/actor.ts'
import { rowsOf, type Tx } from '#kit/db/database.ts'
import type { Day } from '#kit/time/day.ts'
import { schoolYearOf } from '#rooms/days/door.ts'
import { mayTend } from '#rooms/relations/door.ts'
import { lineOf, namesAnother } from '../queries.ts'
import { pointsAtSomebody } from '../rules.ts'
import { lineWithUs } from '../sides/queries.ts'
import type { TableLink } from '../sides/tables.ts'
import type { Side } from '../tables.ts'
import type { BalanceSaid } from './forms.ts'
import { balancesOf } from './queries.ts'
import { mayWeigh } from './rules.ts'
import { balances } from './tables.ts'

export type Weighed = { ok: true } | { ok: false; because: 'not-found' | 'names' | 'stands' }
const no = (because: 'not-found' | 'names' | 'stands'): Weighed => ({ ok: false, because })

/** The school says how it weighs giving and taking this year. */
export async function weigh(tx: Tx, me: Actor, relationId: string, said: BalanceSaid, today: Day): Promise<Weighed> {
  const line = await lineOf(tx, me.organisationId, relationId)
  if (!line || !mayTend(me, line)) return no('not-found')
  const { schoolId, name } = line
  if (said.line && (await namesAnother(tx, { schoolId, relationId, name }, said.line))) return no('names')
  return put(tx, { schoolId, relationId, side: 'school', personId: me.personId }, said, today)
}

/** A partner with an account says it. */
export async function weighOpposite(
  tx: Tx,
  me: Actor,
  relationId: string,
  said: BalanceSaid,
  today: Day,
): Promise<Weighed> {
  const line = await lineWithUs(tx, me.organisationId, relationId)
  if (!line) return no('not-found')
  if (said.line && pointsAtSomebody(said.line, [line.name, line.school])) return no('names')
  return put(tx, { schoolId: line.schoolId, relationId, side: 'partner', personId: me.personId }, said, today)
}

/** As a guest: the same, for whoever holds a link to the table. */
export async function weighByLink(tx: Tx, link: TableLink, said: BalanceSaid, today: Day): Promise<Weighed> {
  const { schoolId, relationId, name, schoolName, partnerName } = link
  if (said.line && pointsAtSomebody(said.line, [name, schoolName, partnerName])) return no('names')
  return put(tx, { schoolId, relationId, side: 'partner', personId: null }, said, today)
}

type Row = { schoolId: string; relationId: string; side: Side; personId: string | null }
async function put(tx: Tx, row: Row, said: BalanceSaid, today: Day): Promise<Weighed> {
  const { schoolId, relationId, side } = row
  // The two may answer at once: then one waits for the other, and after both it stands.
  await rowsOf(tx, sql`select pg_advisory_xact_lock(hashtextextended(${relationId}, 7246))`)
  const schoolYear = schoolYearOf(today)
  if (!mayWeigh(await balancesOf(tx, schoolId, relationId), schoolYear)) return no('stands')
  const mine = [eq(balances.schoolYear, schoolYear), eq(balances.side, side)]
  await tx.delete(balances).where(and(eq(balances.schoolId, schoolId), eq(balances.relationId, relationId), ...mine))
  await tx.insert(balances).values({ ...row, schoolYear, ...said, saidOn: today })
  return { ok: true }
}
