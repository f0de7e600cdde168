import type { Stretch } from '#kit/chance/country.ts'
import { insertMany } from '#kit/db/many.ts'
import { mondayOf } from '../rules.ts'
import { schoolDays } from '../tables.ts'
import { inventDays } from './rules.ts'

/** When each school is closed otherwise than the country says, and what it holds. */
export const fill = ({ tx, plots, today }: Stretch): Promise<number> =>
  insertMany(
    tx,
    schoolDays,
    plots.flatMap(({ id: schoolId, chance }) =>
      inventDays(chance('days'), mondayOf(today)).map((one) => ({ schoolId, ...one })),
    ),
  )
