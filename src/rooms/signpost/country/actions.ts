import type { Stretch } from '#kit/chance/country.ts'
import { insertMany } from '#kit/db/many.ts'
import { routes } from '../tables.ts'
import { inventRoutes } from './rules.ts'

/** How each school does some things in its own way. */
export const fill = ({ tx, plots, today }: Stretch): Promise<number> =>
  insertMany(
    tx,
    routes,
    plots.flatMap(({ id: schoolId, chance, recall }) =>
      inventRoutes(chance('routes'), recall('staff'), today).map((route) => ({ schoolId, ...route })),
    ),
  )
