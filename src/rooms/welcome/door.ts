export { setupCode } from './actions.ts'
export { startRetention } from './jobs.ts'
export { gateLetter } from './mails/letters.ts'
export { howFar, isAnyoneHere, languageFor } from './queries.ts'
