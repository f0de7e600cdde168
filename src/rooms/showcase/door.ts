export { shownWithUs } from './queries.ts'
