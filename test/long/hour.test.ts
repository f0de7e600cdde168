import assert from 'node:assert/strict'
import { availableParallelism } from 'node:os'
import { after, test } from 'node:test'
import { openPostgres } from '#kit/db/postgres.ts'
import { ask, hangUp, type Reply } from '../../bench/house/ask.ts'
import { type Filled, filledDatabases } from '../../bench/house/databases.ts'
import { median, quantile } from '../../bench/house/figures.ts'
import { type Page, pages } from '../../bench/house/pages.ts'
import { signedIn, type Visitor } from '../../bench/house/people.ts'
import { type Running, startHouse, usage } from '../../bench/house/running.ts'

/**
 * An hour at a hundred requests a second, on PostgreSQL: no error, and no growth of memory. MINUTES, PER_SECOND and
 * SCHOOLS make it shorter or smaller; what was run is printed.
 */
const minutes = Number(process.env['MINUTES'] ?? 60)
const perSecond = Number(process.env['PER_SECOND'] ?? 100)
const schools = Number(process.env['SCHOOLS'] ?? 300)
const processes = Number(process.env['PROCESSES'] ?? availableParallelism())
const cleanUp: (() => unknown)[] = [hangUp]
after(async () => {
  for (const one of cleanUp.reverse()) await one()
})

test(`${minutes} minutes at ${perSecond} requests a second`, { timeout: (minutes + 20) * 60_000 }, async () => {
  const server = await filledDatabases([{ name: 'hour', schools }])
  cleanUp.push(server.stop)
  const [filled] = server.databases as [Filled]
  const db = await openPostgres({ serving: filled.serving, owner: filled.owner })
  const visitors = await signedIn(db, 100).finally(() => db.close())
  const house = await startHouse({ ...filled.env, PROCESSES: String(processes) })
  cleanUp.push(house.stop)
  const mix = await pagesThatAre(house, visitors[0]!)

  const told = await keepAsking(house, visitors, mix)
  const slope = growthPerHour(told.memory)
  const reached = told.times.length / told.seconds
  console.error(
    `  ${minutes} min, ${mix.length} pages, ${schools} schools, ${processes} processes: ${told.times.length} answers (${reached.toFixed(1)} a second), ` +
      `median ${median(told.times).toFixed(1)} ms, p99 ${quantile(told.times, 0.99).toFixed(1)} ms, ${told.late} begun late; ` +
      `memory ${told.memory
        .map(({ mb }) => mb.toFixed(0))
        .filter((_, place, all) => place % Math.ceil(all.length / 12) === 0)
        .join(' ')} MB, ` +
      `${slope.toFixed(1)} MB an hour after warming up`,
  )
  assert.deepEqual([...told.wrong], [], 'every request is answered as it should be')
  assert.ok(reached > perSecond * 0.95, `it kept up: ${reached.toFixed(1)} a second`)
  // What is never let go of adds up, request after request. A short trial says nothing: the heap is still finding its size.
  const bytesPerRequest = (slope * 2 ** 20) / (perSecond * 3600)
  if (minutes >= 10)
    assert.ok(bytesPerRequest < 200, `${bytesPerRequest.toFixed(0)} bytes stay behind of every request`)
})

async function pagesThatAre(house: Running, visitor: Visitor): Promise<Page[]> {
  const there: Page[] = []
  for (const page of pages)
    if ((await ask(house.url, visitor.cookie, page.ask(visitor, 0))).status === 200) there.push(page)
  assert.ok(there.length >= 4, 'the pages to ask for are there')
  return there
}

type Told = {
  times: number[]
  wrong: Map<string, number>
  late: number
  seconds: number
  memory: { at: number; mb: number }[]
}

/** Begins a request at every tick of the clock, whether or not those before it have been answered. */
async function keepAsking(house: Running, visitors: readonly Visitor[], mix: readonly Page[]): Promise<Told> {
  const told: Told = { times: [], wrong: new Map(), late: 0, seconds: 0, memory: [] }
  const wrong = (what: string) => told.wrong.set(what, (told.wrong.get(what) ?? 0) + 1)
  const note = (page: Page, reply: Reply) => {
    told.times.push(reply.ms)
    if (reply.status !== 200) wrong(`${page.name}: ${reply.status}`)
    if (reply.bytes < 500) wrong(`${page.name}: only ${reply.bytes} bytes`)
  }
  const began = performance.now()
  const all = minutes * 60 * perSecond
  const under = new Set<Promise<void>>()
  const everyMemory = Math.max(1, Math.floor(all / 240))
  for (let turn = 0; turn < all; turn += 1) {
    const due = began + (turn * 1000) / perSecond
    const early = due - performance.now()
    if (early > 1) await new Promise((resolve) => setTimeout(resolve, early))
    else if (early < -1000) told.late += 1
    const [page, visitor] = [mix[turn % mix.length]!, visitors[turn % visitors.length]!]
    const one: Promise<void> = ask(house.url, visitor.cookie, page.ask(visitor, turn))
      .then((reply) => note(page, reply))
      .catch((error: NodeJS.ErrnoException) => void wrong(`${page.name}: ${error.code ?? error.message}`))
      .finally(() => under.delete(one))
    under.add(one)
    if (turn % everyMemory === 0) told.memory.push({ at: performance.now() - began, mb: usage(house.pid).memory })
  }
  await Promise.all(under)
  told.seconds = (performance.now() - began) / 1000
  return told
}

/**
 * MB per hour: a straight line through the least of every tenth part of the time (what a collector leaves lying about
 * comes and goes), after the first third, in which everything is still warming up.
 */
function growthPerHour(memory: Told['memory']): number {
  const last = memory.at(-1)?.at ?? 0
  const parts = Map.groupBy(
    memory.filter(({ at }) => at > last / 3),
    ({ at }) => Math.floor((at / last) * 15),
  )
  const least = [...parts.values()].map((part) => part.reduce((low, one) => (one.mb < low.mb ? one : low)))
  const mean = (values: number[]) => values.reduce((sum, value) => sum + value, 0) / values.length
  const [atMean, mbMean] = [mean(least.map(({ at }) => at)), mean(least.map(({ mb }) => mb))]
  const above = least.reduce((sum, { at, mb }) => sum + (at - atMean) * (mb - mbMean), 0)
  const below = least.reduce((sum, { at }) => sum + (at - atMean) ** 2, 0)
  return (above / below) * 3_600_000
}
