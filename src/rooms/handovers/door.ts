export { AskedOfMe } from './pages/asked.tsx'
export { askedOfMe, type ItemRow } from './queries.ts'
