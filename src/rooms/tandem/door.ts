export { isOfTheTwo } from './access.ts'
