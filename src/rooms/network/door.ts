export { nearOnes } from './profiles/queries.ts'
export { findCard, type PartnerAnswer, partnersFor } from './queries.ts'
export { missingTypes } from './rules.ts'
export { answers } from './tables.ts'
