export { act, ask, type Deed, type Question } from './actions.ts'
export { findRequest, type Part, type RequestRow, requestsOf, waitingOn } from './queries.ts'
export { type State, stateOf, waitsOn } from './rules.ts'
export { requestLinks, requestMoments, requests } from './tables.ts'
