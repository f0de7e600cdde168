import { and, eq, gte, isNull, or } from 'drizzle-orm'
import * as z from 'zod'
import type { Tx } from '#kit/db/database.ts'
import { fetchOutside } from '#kit/http/fetched.ts'
import type { HouseForWorkers } from '#kit/http/types.ts'
import { slowly, type Workers } from '#kit/jobs/work.ts'
import { dayOf } from '#kit/time/day.ts'
import { unlock } from '#kit/vault/vault.ts'
import { memberships } from '#rooms/people/door.ts'
import { hoursBeside } from '../ical/beside.ts'
import { about, forgetCalendar, keepHours } from './actions.ts'
import { sealOfCalendar } from './queries.ts'
import { mostBytes, type Read } from './rules.ts'

const payloads = z.object({ organisation: z.uuid(), calendar: z.uuid() })

/** Fetches one calendar, keeps when it says somebody is busy, and puts the next time ready. */
export const workers = ({ asKeeper, config }: HouseForWorkers): Workers => ({
  'agenda.calendar': slowly(async (payload) => {
    const { organisation, calendar } = payloads.parse(payload)
    const now = new Date()
    const seal = await asKeeper((tx) => sealOfCalendar(tx, organisation, calendar))
    // Two rounds may wait for one calendar, when somebody asked for it herself: the second finds it is not due.
    if (!seal?.sealed || (seal.dueAt && seal.dueAt.getTime() > now.getTime() + 60_000)) return
    if (!(await asKeeper((tx) => belongs(tx, seal, dayOf(now)))))
      return void (await asKeeper((tx) => forgetCalendar(tx, seal)))
    const read = await fetchHours(unlock(seal.sealed, about(calendar)), now.getTime(), config.development)
    await asKeeper((tx) => keepHours(tx, seal, read, new Date()))
  }),
})

async function fetchHours(address: string | undefined, now: number, near: boolean): Promise<Read> {
  if (!address) return { busy: [], trouble: 'sealed' }
  const fetched = await fetchOutside({ address, accept: 'text/calendar', mostBytes, near })
  return fetched.ok
    ? hoursBeside({ bytes: fetched.bytes, kind: 'address', now })
    : { busy: [], trouble: fetched.because }
}

async function belongs(
  tx: Tx,
  { organisationId, personId }: { organisationId: string; personId: string },
  today: string,
) {
  const [found] = await tx
    .select({ id: memberships.id })
    .from(memberships)
    .where(
      and(
        eq(memberships.organisationId, organisationId),
        eq(memberships.personId, personId),
        or(isNull(memberships.until), gte(memberships.until, today)),
      ),
    )
  return found !== undefined
}
