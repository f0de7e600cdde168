import { and, eq, isNull, sql } from 'drizzle-orm'
import type { Tx } from '#kit/db/database.ts'
import type { HouseForWorkers } from '#kit/http/types.ts'
import { isOurs } from '#kit/jobs/seal.ts'
import { outbox } from '#kit/jobs/tables.ts'
import { enqueue, type Workers } from '#kit/jobs/work.ts'
import { type Day, dayOf, dayPlus } from '#kit/time/day.ts'
import { forgetInvitations } from './invitations/actions.ts'

/** What each room forgets once its term has ended. The rooms do the work themselves, under these kinds. */
const forgetting = [
  'people.forget',
  'handovers.forget',
  'relations.forget',
  'plans.forget',
  'signals.forget',
  'requests.forget',
  'meetings.forget',
  'tandem.forget',
  'takeovers.forget',
  'agenda.forget',
  'welcome.forget',
  'integrations.forget',
  'sharing.forget',
] as const

/** Once a day, in the small hours: what must be forgotten is forgotten, and tomorrow is put ready. */
export const workers = ({ asKeeper }: HouseForWorkers): Workers => ({
  retention: () => asKeeper((tx) => putReady(tx, dayOf(new Date()))),
  'welcome.forget': async () => {
    await asKeeper((tx) => forgetInvitations(tx, new Date()))
  },
})

async function putReady(tx: Tx, today: Day) {
  for (const kind of forgetting) await enqueue(tx, kind, {})
  await once(tx, dayPlus(today, 1))
}

/** As the keeper, at every start: the daily round waits, exactly once. */
export async function startRetention(tx: Tx, today: Day): Promise<void> {
  if (!(await waiting(tx)).length) await once(tx, today)
}

/** Rounds that will be done: one that was sealed with another secret will not. */
async function waiting(tx: Tx, day?: Day) {
  const waits = and(eq(outbox.kind, 'retention'), isNull(outbox.doneAt), isNull(outbox.gaveUpAt))
  const rounds = await tx
    .select()
    .from(outbox)
    .where(and(waits, day ? sql`${outbox.payload} ->> 'day' = ${day}` : undefined))
  return rounds.filter(isOurs)
}

/** A round that is done again after a crash, or two rounds at once, put tomorrow ready only once. */
async function once(tx: Tx, day: Day) {
  await tx.execute(sql`select pg_advisory_xact_lock(7243802)`)
  if (!(await waiting(tx, day)).length) await enqueue(tx, 'retention', { day }, new Date(`${day}T02:00:00Z`))
}
