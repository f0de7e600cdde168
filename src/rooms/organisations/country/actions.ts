import type { Site, Stretch } from '#kit/chance/country.ts'
import type { Tx } from '#kit/db/database.ts'
import { insertMany } from '#kit/db/many.ts'
import { takeOverList } from '../actions.ts'
import { shippedLocations } from '../duo/shipped.ts'
import { countSchools } from '../queries.ts'
import { organisations } from '../tables.ts'
import { sitesOfTheList } from './queries.ts'
import { partnersOfArea } from './rules.ts'

/** The schools are DUO's own list; only what goes on in them is invented. */
export async function lay(tx: Tx, today: string): Promise<Site[]> {
  if ((await countSchools(tx)) === 0) {
    const list = await shippedLocations()
    if (!list.ok) throw new Error(`The list of schools that ships with the product cannot be read: ${list.because}`)
    await takeOverList(tx, list.rows, today)
  }
  return sitesOfTheList(tx)
}

/** The partners of the area that speak for themselves. */
export async function fill({ tx, around }: Stretch): Promise<number> {
  const partners = partnersOfArea(around.chance('partners'), around.area)
  around.remember(
    'partners',
    partners.map(({ id, type, name, postcode, phone }) => ({
      id,
      as: [type ?? '', name, postcode ?? '', phone ?? ''],
    })),
  )
  return insertMany(tx, organisations, partners, { unlessThere: true })
}
