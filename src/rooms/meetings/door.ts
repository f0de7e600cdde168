export { meetingsInFeed } from './fixing/queries.ts'
export { type PollOnMe, pollsOnMe } from './queries.ts'
