export { openSignals } from './queries.ts'
export type { Signal } from './rules.ts'
