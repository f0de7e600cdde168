import type { Plot, Stretch } from '#kit/chance/country.ts'
import { insertMany } from '#kit/db/many.ts'
import { mondayOf } from '#rooms/days/door.ts'
import { inventedDates } from '../exceptions/actions.ts'
import { inventedLessons } from '../lessons/actions.ts'
import { presences } from '../tables.ts'
import { inventedWeeks } from '../week/actions.ts'
import { inventLessons, inventPresence, inventWeek } from './rules.ts'

/** Who of the partners is in the building when, the lessons of every group, and the week of externals. */
export async function fill({ tx, plots, today }: Stretch): Promise<number> {
  const schools = plots.map((plot) => schoolOf(plot, mondayOf(today)))
  const rows = [
    await insertMany(tx, presences, schools.flatMap(of(({ presence }) => presence))),
    await inventedLessons(tx, schools.flatMap(of(({ taught }) => taught))),
    await inventedWeeks(tx, {
      sessions: schools.flatMap(of(({ week }) => week.sessions)),
      groups: schools.flatMap(of(({ week }) => week.groups)),
      placements: schools.flatMap(of(({ week }) => week.placements)),
    }),
    await inventedDates(tx, schools.flatMap(of(({ week }) => week.changes))),
  ]
  return rows.reduce((sum, many) => sum + many, 0)
}

function schoolOf({ id: schoolId, chance, recall }: Plot, monday: string) {
  const groups = recall('groups')
  const presence = inventPresence(chance('presence'), recall('lines'), recall('spaces'))
  const week = inventWeek(chance('sessions'), { presence, groups, monday })
  return { schoolId, presence, taught: inventLessons(chance('lessons'), groups), week }
}
type School = ReturnType<typeof schoolOf>

/** What a school has, each row with its school. */
const of =
  <Row extends object>(rowsOf: (school: School) => readonly Row[]) =>
  (school: School) =>
    rowsOf(school).map((row) => ({ schoolId: school.schoolId, ...row }))
