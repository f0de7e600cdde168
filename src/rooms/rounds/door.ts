export { DecisionsAbout } from './pages/line.tsx'
export { type Decided, decidedAbout } from './queries.ts'
export { roundDecisions, rounds } from './tables.ts'
