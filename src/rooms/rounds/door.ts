export { DecisionsAbout } from './pages/line.tsx'
export { type Decided, decidedOnLine } from './queries.ts'
export { roundDecisions, rounds } from './tables.ts'
