export { closedBetween, closedOf, isOpenOn, yearInside, yearPlanOf } from './queries.ts'
export { type Closed, mondayOf, schoolYearOf, spanOf } from './rules.ts'
export { schoolDays, schoolRegions } from './tables.ts'
