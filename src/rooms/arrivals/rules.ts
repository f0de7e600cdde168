import { type Day, dayPlus, weekdayOf } from '#kit/time/day.ts'

type Bell = { weekday: number; from: string; until: string }
export type Opening = { days: number[]; from: string; until: string }

/** Days with the same beginning and end together: “ma, di, do, vr 8.30–14.45”. */
export function openingsOf(bells: readonly Bell[]): Opening[] {
  const byTimes = new Map<string, Opening>()
  for (const weekday of [1, 2, 3, 4, 5]) {
    const day = bells.filter((bell) => bell.weekday === weekday)
    if (!day.length) continue
    const from = day.map((bell) => bell.from.slice(0, 5)).sort()[0]!
    const until = day
      .map((bell) => bell.until.slice(0, 5))
      .sort()
      .at(-1)!
    const same = byTimes.get(`${from}-${until}`) ?? { days: [], from, until }
    byTimes.set(`${from}-${until}`, { ...same, days: [...same.days, weekday] })
  }
  return [...byTimes.values()]
}

type Frame = { works: readonly number[]; from: Day; closed: ReadonlySet<Day> }
type Met = { id: string; weekdays: readonly number[] }
const perWeek = 2
/** As far ahead as days are looked for. */
export const aheadOf = (from: Day) => ({ from, until: dayPlus(from, farthest) })
const farthest = 140

/**
 * A day for each partner: when it is in the building and she works, the first first and two a week at most; the others on
 * days she works; never while the school is closed. So that she meets them one by one and not all in her first week.
 */
export function daysToMeet(partners: readonly Met[], { works, from, closed }: Frame) {
  const hers = works.length ? works : [1, 2, 3, 4, 5]
  const inWeek = new Map<Day, number>()
  const taken = new Set<Day>()
  const free = (day: Day) => !closed.has(day) && !taken.has(day) && (inWeek.get(mondayOf(day)) ?? 0) < perWeek
  return new Map(
    partners.map(({ id, weekdays }) => {
      const common = hers.filter((weekday) => weekdays.includes(weekday))
      const day = firstDay(from, (one) => (common.length ? common : hers).includes(weekdayOf(one)) && free(one))
      if (day) {
        taken.add(day)
        inWeek.set(mondayOf(day), (inWeek.get(mondayOf(day)) ?? 0) + 1)
      }
      return [id, day] as const
    }),
  )
}

const mondayOf = (day: Day): Day => dayPlus(day, 1 - weekdayOf(day))
function firstDay(from: Day, suits: (day: Day) => boolean): Day | null {
  for (let ahead = 1; ahead <= farthest; ahead += 1) if (suits(dayPlus(from, ahead))) return dayPlus(from, ahead)
  return null
}
