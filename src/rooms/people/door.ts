export { colleagues, isColleague, managers, mayManage } from './access.ts'
export { letIn } from './joining/actions.ts'
export {
  type Colleague,
  colleaguesOf,
  dayPlan,
  type GroupRow,
  type Place,
  spacesOf,
  type Who,
  whoIsThis,
} from './queries.ts'
export { memberships, people, spaces } from './tables.ts'
