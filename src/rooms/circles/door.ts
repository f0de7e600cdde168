export { WorksWithCircles } from './pages/line.tsx'
export { circlesOnLine } from './queries.ts'
