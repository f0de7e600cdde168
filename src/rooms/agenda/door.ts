export { addPresence } from './actions.ts'
export { type InBuilding, weekOf, whoIsIn } from './queries.ts'
export { presences } from './tables.ts'
