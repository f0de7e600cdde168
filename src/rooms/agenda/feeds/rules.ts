import { createHash, randomBytes } from 'node:crypto'
import { type Day, dayPlus, weekdayOf } from '#kit/time/day.ts'
import { mondayOf } from '#rooms/days/door.ts'
import { later, type PresenceChange, type SessionChange } from '../exceptions/rules.ts'
import { momentAt, type Single, type Weekly } from '../ical/write.ts'
import type { Expected, Shown } from './queries.ts'

export const mostFeeds = 20
export const newSecret = () => randomBytes(32).toString('base64url')
export const digestOfFeed = (secret: string) => createHash('sha256').update(secret).digest('base64url')

type Dates = { closed: readonly Day[]; changes: readonly PresenceChange[] }
type From = { madeOn: Day; host: string }

/** The week in which the address was made: so that what is fetched stays the same while nothing changes. */
export function weeklyOf(shown: readonly Shown[], { madeOn, host }: From, datesOf: (one: Shown) => Dates): Weekly[] {
  const monday = mondayOf(madeOn)
  return shown.flatMap((one) => {
    const { id, title, weekday, from, until, last, sequence } = one
    const day = dayPlus(monday, weekday - 1)
    if (last && last < day) return []
    const { closed, changes } = datesOf(one)
    const away = changes.flatMap(({ kind, day: date }) => (kind === 'away' ? [date] : []))
    const except = onWeekday([...closed, ...away], day)
    return {
      uid: `${id}@${host}`,
      day,
      from,
      until,
      title,
      place: placeOf(one),
      last: last ?? undefined,
      except,
      sequence,
    }
  })
}

const onWeekday = (days: readonly Day[], first: Day) =>
  [...new Set(days)].filter((one) => one >= first && weekdayOf(one) === weekdayOf(first)).sort()
const placeOf = ({ space, school }: { space: string | null; school: string }) =>
  [space, school].filter(Boolean).join(', ')

/** Who comes extra on a date. */
export const extrasOf = (found: readonly Extra[], { madeOn, host }: From): Single[] =>
  found
    .filter(({ day }) => day >= mondayOf(madeOn))
    .map(({ id, day, from, until, title, ...at }) => ({
      ...{ uid: `${id}@${host}`, start: momentAt(day, from), end: momentAt(day, until), title, sequence: 0 },
      place: placeOf(at),
    }))
export type Extra = {
  id: string
  day: Day
  from: string
  until: string
  title: string
  space: string | null
  school: string
}

type Changed = SessionChange & { space: string | null }

/**
 * The sessions of every week, without what is not held and with what is elsewhere; and what comes once more. Of one room only
 * what is held in it: the weeks that stand there but for the dates that went elsewhere, and each date that came to it.
 */
export function sessionsIn(
  found: readonly Expected[],
  changes: readonly Changed[],
  { room, ...from }: From & { room?: string | undefined },
  datesOf: (one: Expected) => Dates,
): { entries: Weekly[]; singles: Single[] } {
  const here = (at: { spaceId: string | null }) => room === undefined || at.spaceId === room
  const weeks = found.flatMap((one) => weekOf(one, changes, from, datesOf(one)))
  const entries = weeks.flatMap(({ one, moved, entry }): Weekly[] => {
    if (!here(one)) return []
    const left = moved.filter((change) => !here(change)).map(({ day }) => day)
    return [{ ...entry, moved: moved.filter(here), except: [...entry.except, ...left].sort() }]
  })
  const arrived = weeks.flatMap(({ one, moved }) =>
    here(one)
      ? []
      : moved.filter(here).map(({ id, toDay, from, until, space }) => ({ ...one, id, day: toDay, from, until, space })),
  )
  const extra = changes.flatMap((change) => {
    const one = found.find(({ sessionId }) => sessionId === change.sessionId)
    return change.kind === 'extra' && change.from && one && here(change)
      ? [
          {
            ...one,
            id: change.id,
            day: change.day,
            from: change.from,
            until: later(change.from, one.minutes),
            space: change.space,
          },
        ]
      : []
  })
  return { entries, singles: extrasOf([...arrived, ...extra], from) }
}

/** One place in the week, with the dates on which it is held at another time or in another room. */
function weekOf(one: Expected, changes: readonly Changed[], { madeOn, host }: From, dates: Dates) {
  const monday = mondayOf(madeOn)
  const first = one.since && one.since > monday ? mondayOf(one.since) : monday
  const day = dayPlus(first, one.weekday - 1)
  const last = [one.until, one.last].filter((end) => end !== null).sort()[0]
  if (last && last < day) return []
  const { closed, changes: presence } = dates
  const own = changes.filter((change) => change.sessionId === one.sessionId && change.kind !== 'extra')
  const stands = (change: SessionChange) =>
    change.day >= day &&
    weekdayOf(change.day) === one.weekday &&
    (!last || change.day <= last) &&
    !closed.includes(change.day)
  const moved = own.flatMap((change) => {
    const { kind, from, toDay, space, spaceId, id } = change
    if (kind !== 'moved' || !from || !toDay || !stands(change)) return []
    const place = placeOf({ space, school: one.school })
    return [{ id, spaceId, space, day: change.day, toDay, from, until: later(from, one.minutes), place }]
  })
  const gone = own.filter(({ kind }) => kind === 'cancelled').map((change) => change.day)
  const away = presence.flatMap((change) => (change.kind === 'away' ? [change.day] : []))
  const kept = new Set(moved.map((change) => change.day))
  const entry = {
    ...{ uid: `${one.id}@${host}`, day, from: one.from, until: later(one.from, one.minutes), title: one.title },
    ...{ place: placeOf(one), last, sequence: one.sequence },
    except: onWeekday([...closed, ...gone, ...away], day).filter((date) => !kept.has(date)),
  }
  return [{ one, moved, entry }]
}
