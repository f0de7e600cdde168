import type { Hours, Instance, Session } from './instance.ts'

/** A session at a moment, and what it costs there. */
export type Moment = {
  session: number
  weekday: number
  from: number
  until: number
  core: number
  moved: number
  /** Which subjects of which groups are missed. */
  misses: string[]
}
export type Held = Moment & { room: string | null }

const within = (hours: readonly Hours[], { weekday, from, until }: Hours) => {
  let reached = from
  for (const one of hours.filter((hour) => hour.weekday === weekday).sort((a, b) => a.from - b.from))
    if (one.from <= reached) reached = Math.max(reached, one.until)
  return reached >= until
}
export const overlap = (a: Hours, b: Hours) =>
  a.weekday === b.weekday ? Math.max(0, Math.min(a.until, b.until) - Math.max(a.from, b.from)) : 0

export type Rules = { lessons: boolean; protect: boolean }
const all: Rules = { lessons: true, protect: true }

/** Whether a session may be held then, by presence, lessons and protected moments. */
export function mayBe(instance: Instance, session: Session, hours: Hours, { lessons, protect }: Rules = all): boolean {
  const external = instance.externals.find(({ id }) => id === session.external)!
  if (!within(external.presence, hours)) return false
  return session.groups.every(({ id }) => {
    const group = instance.groups.find((one) => one.id === id)!
    if (lessons && !within(group.lessons, hours)) return false
    return !protect || !group.lessons.some((lesson) => lesson.protected && overlap(lesson, hours) > 0)
  })
}

/** Every moment at which a session could be held, on the steps of the clock. */
export function momentsOf(instance: Instance, place: number, rules: Rules = all): Moment[] {
  const session = instance.sessions[place]!
  const external = instance.externals.find(({ id }) => id === session.external)!
  const found: Moment[] = []
  for (const weekday of new Set(external.presence.map((one) => one.weekday)))
    for (let from = 0; from + session.minutes <= 1440; from += instance.step) {
      const hours = { weekday, from, until: from + session.minutes }
      if (mayBe(instance, session, hours, rules)) found.push(costed(instance, place, hours))
    }
  return found
}

/** Points: each started quarter of an hour of a core subject per group; and being elsewhere than last week. */
export function costed(instance: Instance, place: number, hours: Hours): Moment {
  const session = instance.sessions[place]!
  let core = 0
  const misses = new Set<string>()
  for (const { id } of session.groups)
    for (const lesson of instance.groups.find((one) => one.id === id)!.lessons) {
      const lost = overlap(lesson, hours)
      if (!lost) continue
      if (lesson.core) core += Math.ceil(lost / 15) * instance.weights.core
      if (lesson.subject) misses.add(lesson.subject)
    }
  const stayed = session.last.some(({ weekday, from }) => weekday === hours.weekday && from === hours.from)
  const moved = session.last.length && !stayed ? instance.weights.moved : 0
  return { session: place, ...hours, core, moved, misses: [...misses] }
}

/** What was placed by hand: it stays, whatever it costs. */
export const heldOf = (instance: Instance): Held[] =>
  instance.sessions.flatMap((session, place) =>
    session.placed.map(({ weekday, from, room }) => ({
      ...costed(instance, place, { weekday, from, until: from + session.minutes }),
      room,
    })),
  )

/** How many of a group are away; “all” leaves nobody else to go. */
export function takenFrom(instance: Instance, session: Session, group: string): number {
  const there = session.groups.find(({ id }) => id === group)
  if (!there) return 0
  return there.pupils === 'all' ? Math.max(1, limitOf(instance, group)) : there.pupils
}
export const limitOf = (instance: Instance, group: string) =>
  instance.groups.find(({ id }) => id === group)!.outAtOnce ?? instance.outAtOnce

/** How often a subject is missed once more: every time after the first, and each when it was missed before. */
export function againOf(instance: Instance, place: number, moments: readonly Moment[]): number {
  const { missed } = instance.sessions[place]!
  const counts = new Map<string, number>()
  for (const { misses } of moments) for (const subject of misses) counts.set(subject, (counts.get(subject) ?? 0) + 1)
  let again = 0
  for (const [subject, times] of counts) again += times - (missed[subject] ? 0 : 1)
  return again * instance.weights.again
}
