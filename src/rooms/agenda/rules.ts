import { type Day, dayPlus, type Weekday, weekdayOf } from '#kit/time/day.ts'

export const schoolDays: readonly Weekday[] = [1, 2, 3, 4, 5]

/** The five school days of the week we are in; at the weekend those of the week to come. */
export function weekAround(today: Day): { weekday: Weekday; day: Day; isToday: boolean }[] {
  const now = weekdayOf(today)
  const monday = dayPlus(today, now > 5 ? 8 - now : 1 - now)
  return schoolDays.map((weekday) => {
    const day = dayPlus(monday, weekday - 1)
    return { weekday, day, isToday: day === today }
  })
}

export const leavesBeforeComing = ({ from, until }: { from: string; until: string }) => until <= from

/** The database says 09:00:00; people say 09:00. */
export const clock = (time: string) => time.slice(0, 5)
