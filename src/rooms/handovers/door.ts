export { lineFunds } from './funds/tables.ts'
export { AskedOfMe } from './pages/asked.tsx'
export { type WaitingParting, waitsOnMe } from './queries.ts'
