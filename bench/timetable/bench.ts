// A week of externals: npm run bench timetable. Figures are printed, never asserted.
//   --weeks N    so many different schools (5)
import { chanceOf } from '#kit/chance/chance.ts'
import { inventedSchool } from '#rooms/agenda/timetable/invented.ts'
import { byPencil, plan } from '#rooms/agenda/timetable/plan.ts'

const at = process.argv.indexOf('--weeks')
const weeks = at > 0 ? Number(process.argv[at + 1]) || 5 : 5

console.log('16 groups, 12 externals, 70 sessions, 4 rooms, at most 10 seconds\n')
console.log('| school | seconds | points | bound | best? | placed | pencil: points | placed |')
console.log('|---|---|---|---|---|---|---|---|')
for (let nth = 1; nth <= weeks; nth++) {
  const size = { groups: 16, externals: 12, sessions: 70, rooms: 4, seconds: 10 }
  const instance = inventedSchool(chanceOf(`school ${nth}`), size)
  const began = performance.now()
  const found = await plan(instance)
  const took = (performance.now() - began) / 1000
  const pencil = byPencil(instance)
  const proven = found.proven ? 'proven' : `${found.points.total - found.bound} from it`
  const row = [nth, took.toFixed(1), found.points.total, found.bound, proven, found.placed.length]
  console.log(`| ${[...row, pencil.points.total, pencil.placed.length].join(' | ')} |`)
}
