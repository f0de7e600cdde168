export { writeRoute } from './actions.ts'
export { AskForm } from './pages/ask.tsx'
export { PresentList } from './pages/odd.tsx'
export { findRoute } from './queries.ts'
