import autocannon from 'autocannon'
import type pg from 'pg'
import { ask } from './ask.ts'
import type { Page } from './pages.ts'
import type { Visitor } from './people.ts'
import { usage } from './running.ts'

/** A house that is running, with who comes to it. */
export type Variant = {
  name: string
  url: string
  pid: number
  visitors: readonly Visitor[]
  backends: () => Promise<number[]>
}
export type Timed = { times: number[]; bytes: number; cpu: number }

/** One after the other, the variants in turn, so that whatever else the machine does falls on all of them alike. */
export async function timeInTurn(
  page: Page,
  variants: readonly Variant[],
  { rounds, each }: { rounds: number; each: number },
) {
  const timed = new Map(variants.map(({ name }): [string, Timed] => [name, { times: [], bytes: 0, cpu: 0 }]))
  // The first round warms up and is not counted.
  for (let round = -1; round < rounds; round += 1)
    for (const variant of variants) {
      const told = await timeSome(page, variant, { each, from: (round + 1) * each })
      const sum = timed.get(variant.name)!
      if (round < 0) continue
      sum.times.push(...told.times)
      sum.bytes = told.bytes
      sum.cpu += told.cpu / (rounds * each)
    }
  return timed
}

async function timeSome(
  page: Page,
  { url, pid, visitors, backends }: Variant,
  { each, from }: { each: number; from: number },
) {
  const times: number[] = []
  let bytes = 0
  const all = [pid, ...(await backends())]
  const before = cpuOf(all)
  for (let turn = from; turn < from + each; turn += 1) {
    const visitor = visitors[turn % visitors.length]!
    const reply = await ask(url, visitor.cookie, page.ask(visitor, turn))
    if (reply.status !== 200) throw new Error(`${page.name} answered ${reply.status}`)
    times.push(reply.ms)
    bytes = reply.bytes
  }
  return { times, bytes, cpu: (cpuOf(all) - before) * 1000 }
}

const cpuOf = (pids: readonly number[]) => pids.reduce((sum, pid) => sum + (usage(pid).cpu || 0), 0)

/** The processes that PostgreSQL has for this database. */
export const backendsOf = (client: pg.Client, database: string) => async () => {
  const { rows } = await client.query<{ pid: number }>('select pid from pg_stat_activity where datname = $1', [
    database,
  ])
  return rows.map(({ pid }) => pid)
}

export type Rate = { name: string; perSecond: () => Promise<number> }

/** Requests per second of several ways, each for a slice in turn; the middle one of the slices counts. */
export async function ratesInTurn(ways: readonly Rate[], slices: number): Promise<Map<string, number[]>> {
  const rates = new Map(ways.map(({ name }): [string, number[]] => [name, []]))
  for (let slice = 0; slice < slices; slice += 1)
    for (const { name, perSecond } of ways) rates.get(name)!.push(await perSecond())
  return rates
}

export const atOnce = 8

/** As fast as it goes over so many lines at once. */
export async function loadOf(url: string, visitors: readonly Visitor[], page: Page, seconds: number): Promise<number> {
  const requests = visitors.map((visitor, turn) => {
    const { method, path, body } = page.ask(visitor, turn)
    const form = body === undefined ? {} : { body, headers: { 'content-type': 'application/x-www-form-urlencoded' } }
    const headers = { cookie: visitor.cookie, 'accept-encoding': 'gzip', origin: url, ...form.headers }
    return { method, path, ...form, headers }
  })
  const told = await autocannon({ url, connections: atOnce, duration: seconds, requests })
  if (told.errors || told.non2xx)
    throw new Error(`${page.name}: ${told.errors} errors, ${told.non2xx} refusals under load`)
  return told.requests.total / told.duration
}
