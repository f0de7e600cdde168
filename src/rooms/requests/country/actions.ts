import type { Plot, Stretch } from '#kit/chance/country.ts'
import { insertMany } from '#kit/db/many.ts'
import { requestLinks, requestMoments, requests } from '../tables.ts'
import { type InventedRequest, inventRequests } from './rules.ts'

/** What each school asked in a year, and what became of it. */
export async function fill({ tx, plots, today }: Stretch): Promise<number> {
  const asked = plots.flatMap((plot) => askedAt(plot, today))
  const moments = asked.flatMap(({ schoolId, id: requestId, moments: there }) =>
    there.map((one) => ({ schoolId, requestId, ...one })),
  )
  const links = asked.flatMap(({ schoolId, id: requestId, link }) => (link ? [{ schoolId, requestId, ...link }] : []))
  const rows = [
    await insertMany(tx, requests, asked.map(requestOf)),
    await insertMany(tx, requestMoments, moments),
    await insertMany(tx, requestLinks, links),
  ]
  return rows.reduce((sum, many) => sum + many, 0)
}

function askedAt({ id: schoolId, name: school, chance, recall }: Plot, today: string) {
  const held = { staff: recall('staff'), lines: recall('lines'), faces: recall('faces'), school, today }
  return inventRequests(chance('requests'), held).map((one) => ({ schoolId, ...one }))
}

const requestOf = ({ moments: _, link: __, ...request }: InventedRequest & { schoolId: string }) => request
