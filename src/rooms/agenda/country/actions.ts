import type { Stretch } from '#kit/chance/country.ts'
import { insertMany } from '#kit/db/many.ts'
import { presences } from '../tables.ts'
import { inventPresence } from './rules.ts'

/** Who of the partners is in the building when. */
export const fill = ({ tx, plots }: Stretch): Promise<number> =>
  insertMany(
    tx,
    presences,
    plots.flatMap(({ id: schoolId, chance, recall }) =>
      inventPresence(chance('presence'), recall('lines'), recall('spaces')).map((one) => ({ schoolId, ...one })),
    ),
  )
