export { giveName, openPage } from './actions.ts'
