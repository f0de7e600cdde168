import type { Instance } from './instance.ts'
import type { Plan } from './plan.ts'

const clock = (minutes: number) =>
  `${String(Math.floor(minutes / 60)).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`

/** A plan as `agenda timetable --json` tells it (docs/timetable.md). */
export function sayPlan(instance: Instance, { placed, clashes, ...plan }: Plan) {
  const placements = placed.map(({ session: place, weekday, from, until, room }) => {
    const session = instance.sessions[place]!
    const byHand = session.placed.some((one) => one.weekday === weekday && one.from === from)
    return {
      session: session.id,
      external: session.external,
      weekday,
      from: clock(from),
      to: clock(until),
      room,
      byHand,
    }
  })
  const { fits, proven, points, bound, unplaced, wouldHelp, seconds } = plan
  const gap = points.total - bound
  return {
    ...{ fits, proven, points, bound, gap, placements, unplaced, wouldHelp },
    clashes: clashes.map(({ from, ...one }) => ({ ...one, from: clock(from) })),
    seconds: Math.round(seconds * 100) / 100,
  }
}
