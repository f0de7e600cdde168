export { type Outcome, startTakeover, type Taker } from './actions.ts'
export { takeoverWorker } from './jobs.ts'
export { takeoversOf } from './queries.ts'
export type { Takeover } from './tables.ts'
