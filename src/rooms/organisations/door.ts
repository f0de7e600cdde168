export { maySpeakFor } from './access.ts'
export { type NewOrganisation, type Organisation, organisations } from './tables.ts'
