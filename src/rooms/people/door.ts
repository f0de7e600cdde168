export { colleagues, isColleague, managers, mayManage } from './access.ts'
export { type Group, groups, groupTeachers, type Membership, memberships, type Person, people, type Space, spaces } from './tables.ts'
