import { type Day, dayPlus, weekdayOf } from '#kit/time/day.ts'
import {
  type Changes,
  later,
  lessonsOn,
  missedBetween,
  noChanges,
  type Occurrence,
  occursOn,
  presenceIn,
  type SessionChange,
  type Standing,
} from '../exceptions/rules.ts'
import type { LessonOf } from '../lessons/queries.ts'
import { isCore } from '../lessons/rules.ts'
import { type Instance, instanceForm } from '../timetable/instance.ts'
import { overlap } from '../timetable/moments.ts'

export type SessionOf = {
  id: string
  relationId: string
  partner: string
  /** The last day of the line. */
  last: Day | null
  minutes: number
  times: number
  place: 'any' | 'own' | 'space'
  spaceId: string | null
  groups: { id: string; pupils: number | null }[]
  presence: { weekday: number; from: string; to: string }[]
}
export type Placed = Standing & { byHand: boolean }
export type Facts = {
  monday: Day
  /** The day from which it is counted what was missed. */
  begins: Day
  sessions: SessionOf[]
  placed: Placed[]
  rooms: { id: string; name: string }[]
  groups: { id: string; name: string; pupils: number | null }[]
  bells: { weekday: number; from: string; until: string }[]
  lessons: LessonOf[]
  closed: { day: Day; nl: string; en: string }[]
  outAtOnce: number
  changes: Changes
  /** One week as it really is, exceptions and all: what stands in it is no rule for other weeks. */
  exact?: boolean
}

export const minutesOf = (time: string) => Number(time.slice(0, 2)) * 60 + Number(time.slice(3, 5))
export const timeOf = (minutes: number) =>
  `${String(Math.floor(minutes / 60)).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`

export const standsIn = (monday: Day, { since, until }: { since: Day; until: Day | null }) =>
  since <= dayPlus(monday, 6) && (until === null || until >= monday)
/** What stands in the week one looks at. */
export const standing = ({ placed, monday }: Facts) => placed.filter((one) => standsIn(monday, one))

type Lesson = { weekday: number; from: string; to: string; subject: string; core: boolean; protected: boolean }
/** A group of which no lessons were typed is in class whenever the bell says so. */
function lessonsFor({ lessons, bells, monday, exact }: Facts, groupId: string): Lesson[] {
  const typed = lessons.filter((one) => one.groupId === groupId && holdsIn(monday, one))
  return typed.length || exact
    ? typed.map(({ weekday, from, until, subject, protected: kept }) => ({
        ...{ weekday, from, to: until, subject: subject.toLowerCase(), core: isCore(subject), protected: kept },
      }))
    : bells.map(({ weekday, from, until }) => ({
        ...{ weekday, from, to: until, subject: '', core: false, protected: false },
      }))
}

const holdsIn = (monday: Day, { since, ends }: LessonOf) =>
  (!since || since <= dayPlus(monday, 6)) && (!ends || ends >= monday)

/** The dates of the week one looks at. */
export const datesOf = ({ monday }: Pick<Facts, 'monday'>) => [0, 1, 2, 3, 4].map((days) => dayPlus(monday, days))

/** The week as it really is: what is held on its dates, who is there, and what each group has then. */
export function exactly(facts: Facts): Facts {
  const dates = datesOf(facts)
  const held = dates.flatMap((day) => occursOn(facts, day)).filter(({ gone }) => !gone)
  return {
    ...facts,
    exact: true,
    changes: noChanges,
    placed: held.map((one) => asPlaced(facts, one)),
    sessions: facts.sessions.map((session) => {
      const mine = facts.changes.presences.filter(({ relationId }) => relationId === session.relationId)
      return { ...session, presence: presenceIn(session.presence, mine, facts.monday) }
    }),
    lessons: facts.groups.flatMap(({ id: groupId }) =>
      dates.flatMap((day) =>
        lessonsOn(facts, groupId, day).map((one) => ({ ...one, groupId, weekday: weekdayOf(day) })),
      ),
    ),
  }
}

const asPlaced = (facts: Facts, { id, placementId, sessionId, day, from, spaceId }: Occurrence): Placed => ({
  ...{ id, sessionId, weekday: weekdayOf(day), from, spaceId, since: facts.monday, until: dayPlus(facts.monday, 6) },
  byHand: facts.placed.find((one) => one.id === placementId)?.byHand ?? false,
})

/**
 * The week as the planner takes it. `placed` is what it must leave where it is. Of what is more than the planner takes, the
 * first: a partner who says a hundred hours, or a teacher who brings a thousand lessons, closes nobody's week.
 */
export function instanceOf(all: Facts, seconds: number, { keep }: { keep: 'by-hand' | 'all' }): Instance {
  const lines = new Set([...new Set(all.sessions.map(({ relationId }) => relationId))].slice(0, 200))
  const first = all.sessions.filter(({ relationId }) => lines.has(relationId)).slice(0, 500)
  const facts = { ...all, groups: all.groups.slice(0, 200), sessions: first }
  const known = new Set(facts.groups.map(({ id }) => id))
  const ofOurs = (groups: SessionOf['groups']) => groups.filter(({ id }) => known.has(id)).slice(0, 40)
  const now = standing(facts)
  const counts = facts.exact ? new Map() : missedBefore(facts)
  const sessions = facts.sessions.filter(({ groups }) => ofOurs(groups).length > 0)
  const at = ({ weekday, from, spaceId }: Placed) => ({ weekday, from, room: spaceId })
  return instanceForm.parse({
    ...{ seconds, outAtOnce: facts.outAtOnce },
    externals: [...new Map(sessions.map(({ relationId, presence }) => [relationId, presence]))].map(
      ([id, presence]) => ({
        ...{ id, presence: presence.slice(0, 100) },
      }),
    ),
    rooms: facts.rooms.slice(0, 100).map(({ id }) => ({ id })),
    groups: facts.groups.map(({ id }) => ({ id, lessons: lessonsFor(facts, id).slice(0, 500) })),
    sessions: sessions.map(({ id, relationId, minutes, times, place, spaceId, groups }) => {
      const mine = now.filter(({ sessionId }) => sessionId === id)
      return {
        ...{ id, external: relationId, minutes, times },
        groups: ofOurs(groups).map((group) => ({
          id: group.id,
          pupils: group.pupils === null ? 'all' : Math.max(1, group.pupils),
        })),
        ...(place === 'own' ? { rooms: [] } : place === 'space' && spaceId ? { rooms: [spaceId] } : {}),
        placed: mine
          .filter(({ byHand }) => keep === 'all' || byHand)
          .slice(0, times)
          .map(at),
        last: mine.slice(0, 5).map(at),
        missed: counts.get(id) ?? {},
      }
    }),
  })
}

export type Counts = Map<string, Record<string, number>>
/** How often the pupils of a session missed a subject in the school year before this week, counted date by date. */
export function missedBefore(facts: Facts): Counts {
  const counts: Counts = new Map()
  const seen = new Set<string>()
  const until = dayPlus(facts.monday, -1)
  for (const { sessionId, day, from, subject } of missedBetween(facts, { from: facts.begins, until })) {
    const key = [sessionId, day, from, subject].join()
    if (seen.has(key)) continue
    seen.add(key)
    // Without a prototype: a lesson may be called anything.
    const mine: Record<string, number> = counts.get(sessionId) ?? Object.create(null)
    mine[subject] = (mine[subject] ?? 0) + 1
    counts.set(sessionId, mine)
  }
  return counts
}

/** Which lessons lie behind a session at this time. */
export function subjectsMissed(
  facts: Facts,
  { minutes, groups }: SessionOf,
  { weekday, from }: { weekday: number; from: string },
): string[] {
  const start = minutesOf(from)
  const hours = { weekday, from: start, until: start + minutes }
  const found = groups.flatMap(({ id }) =>
    lessonsFor(facts, id)
      .filter((one) => overlap({ ...one, from: minutesOf(one.from), until: minutesOf(one.to) }, hours) > 0)
      .map(({ subject }) => subject),
  )
  return [...new Set(found)].filter(Boolean)
}

export type Behind = { subject: string; times: number }
export type CardView = {
  id: string
  sessionId: string
  partner: string
  weekday: number
  from: string
  until: string
  room: string | undefined
  groups: { name: string; pupils: number | null }[]
  behind: Behind[]
  byHand: boolean
  /** For once: moved here or extra; or not held, and why. */
  change?: SessionChange | undefined
  gone?: Occurrence['gone']
}

/** A session where it stands, with the lessons behind it and how often those are missed by now. */
export function cardsOf(facts: Facts): CardView[] {
  const before = missedBefore(facts)
  const week = exactly(facts)
  const here: Record<string, number> = {}
  return datesOf(facts).flatMap((day) =>
    occursOn(facts, day).flatMap((one) => {
      const session = facts.sessions.find(({ id }) => id === one.sessionId)
      if (!session) return []
      const missed = one.gone ? [] : subjectsMissed(week, session, { weekday: weekdayOf(day), from: one.from })
      const behind = missed.map((subject) => {
        const key = `${session.id} ${subject}`
        here[key] = (here[key] ?? 0) + 1
        return { subject, times: (before.get(session.id)?.[subject] ?? 0) + here[key] }
      })
      return [cardOf(facts, session, one, behind)]
    }),
  )
}

const cardOf = (facts: Facts, session: SessionOf, one: Occurrence, behind: Behind[]): CardView => ({
  ...{ id: one.id, sessionId: session.id, partner: session.partner, from: one.from, behind },
  ...{ change: one.change, gone: one.gone, weekday: weekdayOf(one.day), until: later(one.from, session.minutes) },
  room: facts.rooms.find(({ id }) => id === one.spaceId)?.name,
  groups: groupsOf(facts, session),
  byHand: asPlaced(facts, one).byHand,
})

export const groupsOf = ({ groups }: Facts, session: SessionOf) =>
  groups.flatMap(({ id, name }) => {
    const there = session.groups.find((one) => one.id === id)
    return there ? [{ name, pupils: there.pupils }] : []
  })

/** Sessions that stand in the week less often than they should, and how often still. */
export const unplacedIn = (facts: Facts) => {
  const now = standing(facts)
  return facts.sessions.flatMap((session) => {
    const left = session.times - now.filter(({ sessionId }) => sessionId === session.id).length
    return left > 0 ? [{ session, left }] : []
  })
}
