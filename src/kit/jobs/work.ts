import { setTimeout as pause, setImmediate as turn } from 'node:timers/promises'
import { sql } from 'drizzle-orm'
import { actingAsKeeper, type Database, rowsOf, type Tx } from '#kit/db/database.ts'
import { isOurs, sealOf } from './seal.ts'
import { outbox } from './tables.ts'

export type Worker = ((payload: Record<string, unknown>) => Promise<void>) & { slow?: true }
export type Workers = Record<string, Worker>

/** Work that takes seconds, or waits for somebody elsewhere: it has a queue of its own, so that no letter waits for it. */
export const slowly = (worker: (payload: Record<string, unknown>) => Promise<void>): Worker =>
  Object.assign(worker, { slow: true as const })
type Lane = { but: readonly string[] } | { only: readonly string[] }

/** Puts work in the outbox, in the caller's own transaction. */
export async function enqueue(tx: Tx, kind: string, payload: Record<string, unknown>, notBefore?: Date) {
  const work = { id: crypto.randomUUID(), kind, payload }
  await tx.insert(outbox).values({ ...work, seal: sealOf(work), ...(notBefore ? { notBefore } : {}) })
}

const mostAttempts = 8

/** Does one waiting job, if there is one. A job whose worker dies is taken up again; each try waits longer. */
export async function workOnce(db: Database, workers: Workers, lane: Lane = { but: [] }): Promise<boolean> {
  const job = await actingAsKeeper(db, (tx) => claim(tx, lane))
  if (!job) return false
  const worker = workers[job.kind]
  // A fact is stated by the database itself, which cannot seal; the policies let nobody else state one.
  if (!isFact(job) && !isOurs(job)) {
    await actingAsKeeper(db, (tx) => refuse(tx, job))
    return true
  }
  try {
    // A fact that nobody listens to is no fault.
    if (!worker && !isFact(job)) throw new Error(`no worker for ${job.kind}`)
    await worker?.(job.payload ?? {})
    await actingAsKeeper(db, (tx) =>
      tx.execute(sql`update outbox set done_at = now(), payload = null, last_error = null where id = ${job.id}`),
    )
  } catch (error) {
    await actingAsKeeper(db, (tx) => postpone(tx, job, error))
  }
  return true
}

const isFact = ({ kind }: Pick<Claimed, 'kind'>) => kind.startsWith('fact:')

type Claimed = {
  id: string
  kind: string
  payload: Record<string, unknown> | null
  attempts: number
  seal: string | null
}

async function claim(tx: Tx, lane: Lane): Promise<Claimed | undefined> {
  const kinds = JSON.stringify('only' in lane ? lane.only : lane.but)
  const among = sql`kind in (select jsonb_array_elements_text(${kinds}::jsonb))`
  const inLane = 'only' in lane ? among : sql`not (${among})`
  const [job] = await rowsOf<Claimed>(
    tx,
    sql`
    update outbox set attempts = attempts + 1, not_before = now() + interval '30 seconds' * power(2, attempts)
    where id = (select id from outbox where done_at is null and gave_up_at is null and not_before <= now() and ${inLane}
                order by not_before limit 1 for update skip locked)
    returning id, kind, payload, attempts, seal`,
  )
  return job
}

const postpone = (tx: Tx, job: Claimed, error: unknown) =>
  tx.execute(sql`update outbox set last_error = ${String(error).slice(0, 200)},
    gave_up_at = case when attempts >= ${mostAttempts} then now() end,
    payload = case when attempts >= ${mostAttempts} then null else payload end where id = ${job.id}`)

/** Somebody wrote this in the database herself, or it comes from a house with another secret. It is never done. */
const refuse = (tx: Tx, job: Claimed) =>
  tx.execute(sql`update outbox set last_error = 'not sealed by this house', gave_up_at = now(), payload = null
    where id = ${job.id}`)

/**
 * The embedded database answers without ever leaving this thread: work that goes on and on would let nobody in. Between
 * two jobs everybody else comes first for so many milliseconds; within a long one, let others in with `letOthersIn`.
 */
const breath = 10
export const letOthersIn = () => turn()

/** Works until stopped; looks again every few seconds and at once after `nudge`. */
export function keepWorking(db: Database, workers: Workers, every = 3000) {
  let stopped = false
  const slow = Object.keys(workers).filter((kind) => workers[kind]?.slow)
  const lanes: { lane: Lane; busy: Promise<void> }[] = [{ lane: { but: slow }, busy: Promise.resolve() }]
  if (slow.length) lanes.push({ lane: { only: slow }, busy: Promise.resolve() })
  const empty = async (lane: Lane) => {
    while (!stopped && (await workOnce(db, workers, lane))) await pause(breath)
  }
  const nudge = () => {
    for (const one of lanes) one.busy = one.busy.then(() => empty(one.lane)).catch(() => {})
  }
  const timer = setInterval(nudge, every)
  nudge()
  return {
    nudge,
    async stop() {
      stopped = true
      clearInterval(timer)
      await Promise.all(lanes.map(({ busy }) => busy))
    },
  }
}
