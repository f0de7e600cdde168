import { createHash, randomBytes } from 'node:crypto'
import { type Day, dayPlus, weekdayOf } from '#kit/time/day.ts'
import type { Weekly } from '../ical/write.ts'
import type { Shown } from './queries.ts'

export const mostFeeds = 20
export const newSecret = () => randomBytes(32).toString('base64url')
export const digestOfFeed = (secret: string) => createHash('sha256').update(secret).digest('base64url')

/** The week in which the address was made: so that what is fetched stays the same while nothing changes. */
export function weeklyOf(shown: readonly Shown[], madeOn: Day, host: string, closed: readonly Day[] = []): Weekly[] {
  const monday = dayPlus(madeOn, 1 - weekdayOf(madeOn))
  return shown.flatMap(({ id, partner, weekday, from, until, space, school, last }) => {
    const day = dayPlus(monday, weekday - 1)
    if (last && last < day) return []
    const place = [space, school].filter(Boolean).join(', ')
    const except = closed.filter((one) => one >= day && weekdayOf(one) === weekday)
    return { uid: `${id}@${host}`, day, from, until, title: partner, place, last: last ?? undefined, except }
  })
}
