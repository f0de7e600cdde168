export { meetingsInFeed } from './fixing/queries.ts'
export { PollRow } from './pages/waiting.tsx'
export { type PollOnMe, pollsOnMe } from './queries.ts'
