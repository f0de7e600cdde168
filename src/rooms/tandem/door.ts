export { isOfTheTwo } from './access.ts'
export { type TandemToday, tandemToday } from './queries.ts'
