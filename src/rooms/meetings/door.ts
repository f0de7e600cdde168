export { meetingsInFeed } from './fixing/queries.ts'
export { pollsOnFace } from './outside/queries.ts'
export { PollRow } from './pages/waiting.tsx'
export { type PollOnMe, pollsOnMe } from './queries.ts'
