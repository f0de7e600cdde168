import type { Tx } from '#kit/db/database.ts'
import type { Chance } from './chance.ts'

/**
 * A whole country, invented from one seed, to see what it costs when everybody is in. It is filled a stretch at a time:
 * some organisations in one area, each room its own part, in one transaction of the keeper's.
 */
export type CountryPart = {
  /** Where everything stands: takes the public list over if it is not there yet. One room knows. */
  lay?: (tx: Tx, today: string) => Promise<Site[]>
  /** Is there anybody here who was not invented for this country? */
  hasOthers?: (tx: Tx, source: string) => Promise<boolean>
  /** This room's rows for a stretch; says how many. */
  fill?: (stretch: Stretch) => Promise<number>
}

/** One organisation of the public list, to be filled. */
export type Site = { id: string; code: string; name: string; place: string; postcode: string; area: Area }
export type Area = { code: string; name: string; postcodes: readonly string[]; sites: number }

/** Something one room made and a later room goes on with: its id, and what may be known of it. */
export type Thing = { id: string; as: readonly string[] }

export type Plot = Site & {
  /** Chance for one purpose: the same for the same seed and site, whatever else was drawn. */
  chance: (purpose: string) => Chance
  remember: (what: string, things: readonly Thing[]) => void
  recall: (what: string) => readonly Thing[]
}

export type Stretch = {
  tx: Tx
  today: string
  /** What stands as the source of all that is invented, so that it is known for what it is. */
  source: string
  plots: readonly Plot[]
  /** The area they lie in; what is remembered here is shared by its plots. */
  around: Pick<Plot, 'chance' | 'remember' | 'recall'> & { area: Area }
}
