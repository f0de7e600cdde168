import { childcare } from './childcare.ts'
import { culture } from './culture.ts'
import { education } from './education.ts'
import { health } from './health.ts'
import type { DemoLine } from './line.ts'
import { municipality } from './municipality.ts'
import { neighbourhood } from './neighbourhood.ts'
import { youthCare } from './youth-care.ts'

/** The lines of De Waterlelie, sector by sector. */
export const linesOfWaterlelie: DemoLine[] = [
  ...municipality,
  ...youthCare,
  ...health,
  ...childcare,
  ...education,
  ...culture,
  ...neighbourhood,
]
