export { mayTend, mayTendNetwork, networkKeepers } from './access.ts'
export { type Face, faces, levels, obligations, type Reason, reasons, type Relation, relations, scales } from './tables.ts'
