export { openSignals, signalsTogether } from './queries.ts'
export { type Group, grouped, type Signal } from './rules.ts'
