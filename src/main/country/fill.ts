import type { Site } from '#kit/chance/country.ts'
import type { Tx } from '#kit/db/database.ts'
import { beginChains, chainsBegun, writeInBulk } from '#kit/trail/begin.ts'
import { rooms } from '../rooms.ts'
import { prepare, sourceOf, stretchesOf } from './plots.ts'

export type Filling = {
  asKeeper: <T>(work: (tx: Tx) => Promise<T>) => Promise<T>
  today: string
  seed: number
  /** How many schools; all of them when not said. */
  schools?: number | undefined
  stopped: () => boolean
  report: (done: { schools: number; of: number; rows: number }) => void
}
export type Filled =
  | { ok: true; schools: number; already: number; of: number; rows: number }
  | { ok: false; because: 'others' }

/** Fills the country a stretch at a time. What has been filled stays; filling again goes on with what has not. */
export async function fillCountry(given: Filling): Promise<Filled> {
  const { asKeeper, today, seed, stopped, report } = given
  if (await asKeeper((tx) => hasOthers(tx, sourceOf(seed)))) return { ok: false, because: 'others' }
  const { sites, begun } = await asKeeper(async (tx) => ({ sites: await lay(tx, today), begun: await chainsBegun(tx) }))
  const wished = sites.slice(0, given.schools ?? sites.length)
  const open = wished.filter(({ id }) => !begun.has(id))
  const filled = { schools: 0, of: wished.length, already: wished.length - open.length, rows: 0 }
  for (const stretch of stretchesOf(open)) {
    if (stopped()) break
    filled.rows += await asKeeper((tx) => fillStretch(tx, stretch, given))
    filled.schools += stretch.length
    report({ schools: filled.already + filled.schools, of: filled.of, rows: filled.rows })
  }
  return { ok: true, ...filled }
}

/** All of a stretch, or nothing: a school that is there at all is there whole. */
async function fillStretch(tx: Tx, sites: readonly Site[], { today, seed }: Filling): Promise<number> {
  await writeInBulk(tx)
  const stretch = prepare(sites, { tx, today, seed })
  let rows = 0
  for (const { country } of rooms) rows += (await country?.fill?.(stretch)) ?? 0
  const ids = [...sites, ...stretch.around.recall('partners')].map(({ id }) => id)
  await beginChains(tx, ids, { tableName: '(country)', contents: { made: sourceOf(seed), by: 'demo country' } })
  return rows
}

async function hasOthers(tx: Tx, source: string): Promise<boolean> {
  for (const { country } of rooms) if (await country?.hasOthers?.(tx, source)) return true
  return false
}

async function lay(tx: Tx, today: string): Promise<Site[]> {
  for (const { country } of rooms) if (country?.lay) return country.lay(tx, today)
  return []
}
