import { type Day, dayPlus, weekdayOf } from '#kit/time/day.ts'

/** Why, in one neutral word. Never that somebody is ill: that is about a person, and nobody else's business. */
export const reasons = ['away', 'swap', 'outing', 'room', 'school', 'other'] as const
export type Reason = (typeof reasons)[number]
export const sessionKinds = ['cancelled', 'moved', 'extra'] as const
export const presenceKinds = ['away', 'extra'] as const
/** Something else one may be taken out of, something nobody is taken out of, or not in class. */
export const groupKinds = ['lesson', 'protected', 'out'] as const

/** Which of the three is undone, as its address says. */
export type Undone = 'sessies' | 'groepen' | 'partners'

export type SessionChange = {
  id: string
  sessionId: string
  kind: (typeof sessionKinds)[number]
  day: Day
  toDay: Day | null
  from: string | null
  spaceId: string | null
  reason: Reason
}
export type PresenceChange = {
  id: string
  relationId: string
  kind: (typeof presenceKinds)[number]
  day: Day
  from: string | null
  until: string | null
  spaceId: string | null
  reason: Reason
}
export type GroupChange = {
  id: string
  groupId: string
  kind: (typeof groupKinds)[number]
  day: Day
  from: string
  until: string
  title: string
}
export type Changes = { sessions: SessionChange[]; presences: PresenceChange[]; groups: GroupChange[] }
export const noChanges: Changes = { sessions: [], presences: [], groups: [] }

export type Slot = { from: string; until: string }
export type DayLesson = Slot & { subject: string; protected: boolean }
type Session = { id: string; relationId: string; last?: Day | null; minutes: number; groups: readonly { id: string }[] }
/** Where a session stands, from which week until which. */
export type Standing = {
  id: string
  sessionId: string
  weekday: number
  from: string
  spaceId: string | null
  since: Day
  until: Day | null
}
/** What is needed to say what is held on a date. */
export type Dated = {
  sessions: readonly Session[]
  placed: readonly Standing[]
  lessons: readonly (DayLesson & { groupId: string; weekday: number; since?: Day | null; ends?: Day | null })[]
  bells: readonly (Slot & { weekday: number })[]
  closed: readonly { day: Day }[]
  changes: Changes
}

const lasts = (day: Day, since: Day | null | undefined, until: Day | null | undefined) =>
  (!since || since <= day) && (!until || until >= day)

/** The lessons of a group on a date. A group of which none were typed is in class whenever the bell says so. */
export function lessonsOn({ lessons, bells, changes }: Dated, groupId: string, day: Day): DayLesson[] {
  const weekday = weekdayOf(day)
  const typed = lessons.filter((one) => one.groupId === groupId && lasts(day, one.since, one.ends))
  const base: readonly (Slot & { weekday: number; subject?: string; protected?: boolean })[] = typed.length
    ? typed
    : bells
  const usual = base
    .filter((one) => one.weekday === weekday)
    .map(({ from, until, subject = '', protected: kept = false }) => ({ from, until, subject, protected: kept }))
  return changes.groups.filter((one) => one.groupId === groupId && one.day === day).reduce(instead, usual)
}

/** What is otherwise that day stands in the place of what would be there. */
function instead(usual: DayLesson[], { kind, from, until, title }: GroupChange): DayLesson[] {
  const left = usual.flatMap((one) =>
    [
      { ...one, until: one.until < from ? one.until : from },
      { ...one, from: one.from > until ? one.from : until },
    ].filter((piece) => piece.from < piece.until),
  )
  return kind === 'out' ? left : [...left, { from, until, subject: title, protected: kind === 'protected' }]
}

export type Occurrence = {
  /** The place in the week it comes from; of what is moved or extra, of the exception. */
  id: string
  placementId: string | null
  sessionId: string
  day: Day
  from: string
  spaceId: string | null
  change: SessionChange | undefined
  /** Not held, and why; else it is. */
  gone: 'cancelled' | 'moved' | 'away' | 'closed' | undefined
}

const standsOn = ({ weekday, since, until }: Standing, day: Day, dayOfWeek: number) =>
  weekday === dayOfWeek && lasts(day, since, until)

/** Everything that stands on a date or would have: also what is not held, with why. What was put on a closed day by hand stays. */
export function occursOn({ sessions, placed, changes, closed }: Dated, day: Day): Occurrence[] {
  const found: Occurrence[] = []
  const shut = closed.some((one) => one.day === day)
  const weekday = weekdayOf(day)
  for (const { id, sessionId, from, spaceId } of placed.filter((one) => standsOn(one, day, weekday))) {
    const session = sessions.find((one) => one.id === sessionId)
    if (!session || isOver(session, day)) continue
    const change = changes.sessions.find((one) => isFor(one, sessionId, day))
    // What moves within the day is told where it stands now.
    if (change?.kind === 'moved' && change.toDay === day) continue
    const away = changes.presences.some(
      (one) => one.kind === 'away' && one.relationId === session.relationId && one.day === day,
    )
    const usual = shut ? 'closed' : away ? 'away' : undefined
    const gone = change ? (change.kind === 'moved' ? 'moved' : 'cancelled') : usual
    found.push({ id, placementId: id, sessionId, day, from, spaceId, change, gone })
  }
  for (const change of changes.sessions) {
    const { id, sessionId, from, spaceId } = change
    const session = sessions.find((one) => one.id === sessionId)
    if (from && session && !isOver(session, day) && isOn(change, placed, day))
      found.push({ id, placementId: null, sessionId, day, from, spaceId, change, gone: undefined })
  }
  return found
}

const isOver = ({ last }: Session, day: Day) => Boolean(last && day > last)

const isFor = ({ kind, sessionId, day }: SessionChange, session: string, on: Day) =>
  kind !== 'extra' && sessionId === session && day === on

/** Today, or the Monday to come: the day a form begins with. */
export const schoolDayFrom = (today: Day) => dayPlus(today, weekdayOf(today) > 5 ? 8 - weekdayOf(today) : 0)

/** What was moved comes only as long as it would have been held where it stood. */
const isOn = ({ kind, sessionId, day, toDay }: SessionChange, placed: readonly Standing[], on: Day) =>
  kind === 'extra'
    ? day === on
    : kind === 'moved' &&
      toDay === on &&
      placed.some((one) => one.sessionId === sessionId && standsOn(one, day, weekdayOf(day)))

export type Missed = { day: Day; from: string; sessionId: string; groupId: string; subject: string }

/** Every lesson a group misses between two days, date by date: as the lessons were then, and only when it was held. */
export function missedBetween(dated: Dated, { from, until }: { from: Day; until: Day }): Missed[] {
  const closed = new Set(dated.closed.map(({ day }) => day))
  const sessions = new Map(dated.sessions.map((one) => [one.id, one]))
  // Over a school year this asks for the lessons of a group some thousands of times.
  const lessons = Map.groupBy(dated.lessons, ({ groupId }) => groupId)
  const found: Missed[] = []
  for (let day = from; day && day <= until; day = dayPlus(day, 1)) {
    if (weekdayOf(day) > 5 || closed.has(day)) continue
    for (const one of occursOn(dated, day)) {
      const session = sessions.get(one.sessionId)
      if (!session || one.gone) continue
      const end = later(one.from, session.minutes)
      for (const { id: groupId } of session.groups) {
        const behind = lessonsOn({ ...dated, lessons: lessons.get(groupId) ?? [] }, groupId, day).filter(
          (lesson) => lesson.from < end && one.from < lesson.until,
        )
        for (const subject of new Set(behind.map((lesson) => lesson.subject.toLowerCase())))
          if (subject) found.push({ day, from: one.from, sessionId: one.sessionId, groupId, subject })
      }
    }
  }
  return found
}

/** The clock so many minutes later, on the same day. */
export function later(from: string, minutes: number): string {
  const at = Math.min(Number(from.slice(0, 2)) * 60 + Number(from.slice(3, 5)) + minutes, 1440)
  return `${String(Math.floor(at / 60)).padStart(2, '0')}:${String(at % 60).padStart(2, '0')}`
}

/** When a partner is in the building in one week: the fixed hours, but for the dates on which it is otherwise. */
export function presenceIn(
  usual: readonly { weekday: number; from: string; to: string }[],
  changes: readonly PresenceChange[],
  monday: Day,
) {
  const on = (weekday: number) => changes.filter(({ day }) => day === dayPlus(monday, weekday - 1))
  const extra = changes.flatMap(({ kind, day, from, until }) =>
    kind === 'extra' && from && until && day >= monday && day <= dayPlus(monday, 6)
      ? [{ weekday: weekdayOf(day) as number, from, to: until }]
      : [],
  )
  return [...usual.filter(({ weekday }) => !on(weekday).some(({ kind }) => kind === 'away')), ...extra]
}

export type MissedRow = { groupId: string; sessionId: string; subject: string; before: number; year: number }
/** Per group and session how often a subject is missed: until today, and in the whole of the year. */
export function missedByGroup(dated: Dated, year: { from: Day; until: Day }, today: Day): MissedRow[] {
  const rows = new Map<string, MissedRow>()
  for (const { day, groupId, sessionId, subject } of missedBetween(dated, year)) {
    const key = [groupId, sessionId, subject].join()
    const row = rows.get(key) ?? { groupId, sessionId, subject, before: 0, year: 0 }
    row.year += 1
    if (day <= today) row.before += 1
    rows.set(key, row)
  }
  return [...rows.values()].sort((a, b) => b.year - a.year || a.subject.localeCompare(b.subject))
}
