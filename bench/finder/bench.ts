// How long it takes to find a moment: npm run bench finder. Figures are printed, never asserted.
import { chanceOf } from '#kit/chance/chance.ts'
import { clockOf } from '#kit/time/clock.ts'
import { find, type Problem } from '#rooms/meetings/finder/find.ts'

const clock = clockOf('Europe/Amsterdam')!
const from = Date.parse('2026-09-07T00:00:00+02:00')
const until = from + 84 * 86_400_000

function draw(seed: string, required: number, aDay: number): Problem {
  const chance = chanceOf(seed)
  const busy = () =>
    Array.from({ length: 84 * aDay }, () => {
      const start = from + chance.below(84 * 96) * 900_000
      return { from: start, until: start + chance.between(1, 8) * 900_000 }
    })
  const people = Array.from({ length: 30 }, (_, nth) => ({
    ...{ id: `p${nth}`, required: nth < required, busy: busy() },
    windows: [1, 2, 3, 4, 5].map((weekday) => ({ weekday, from: 8 * 60, until: 17 * 60 })),
  }))
  const rooms = Array.from({ length: 4 }, (_, nth) => ({ id: `r${nth}`, busy: busy() }))
  return { clock, from, until, minutes: 45, step: 5, quorum: 10, people, rooms, limit: 10 }
}

function measure(name: string, required: number, aDay: number) {
  const problems = Array.from({ length: 20 }, (_, nth) => draw(`${name} ${nth}`, required, aDay))
  const times = problems.map((problem) => {
    const began = performance.now()
    const { slots } = find(problem)
    return { took: performance.now() - began, found: slots.length }
  })
  const first = times[0]!.took
  const sorted = times.map(({ took }) => took).sort((a, b) => a - b)
  const found = times.filter((one) => one.found).length
  console.log(
    `${name}: median ${sorted[10]!.toFixed(1)} ms, worst ${sorted[19]!.toFixed(1)} ms, the first ${first.toFixed(1)} ms; ${found} of 20 have a moment, the others a concession`,
  )
}

console.log('30 people, 12 weeks, every 5 minutes, 4 rooms')
measure('5 required, 10 of 30 are enough, 3 appointments a day each', 5, 3)
measure('all 30 required, 8 appointments a day each', 30, 8)
