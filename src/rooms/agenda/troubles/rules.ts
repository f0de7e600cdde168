import { dayPlus } from '#kit/time/day.ts'
import { clashesIn } from '../timetable/check.ts'
import type { Instance } from '../timetable/instance.ts'
import { costed, type Held, mayBe } from '../timetable/moments.ts'
import { exactly, type Facts, instanceOf, minutesOf, type Placed, standing } from '../week/rules.ts'

export type Trouble = {
  what: 'external' | 'room' | 'noRoom' | 'group' | 'day' | 'absent' | 'lessons' | 'protected' | 'closed'
  placement: string
  /** Placements that are in the way. */
  with: string[]
}

/** What cannot be so in the week as it is; each once. */
export function troublesIn(usual: Facts): Trouble[] {
  const facts = exactly(usual)
  const now = standing(facts)
  const instance = instanceOf(facts, 1, { keep: 'by-hand' })
  const held = now.flatMap((one) => heldOf(instance, one) ?? [])
  const placeOf = (session: string, weekday: number, from: number) =>
    now.find((one) => one.sessionId === session && one.weekday === weekday && minutesOf(one.from) === from)
  const found: Trouble[] = []
  for (const { what, sessions, weekday, from } of clashesIn(instance, held)) {
    const [own, ...others] = sessions
    const mine = placeOf(own!, weekday, from)
    const rest = others.flatMap(
      (id) => now.find((one) => one.sessionId === id && one.weekday === weekday && one !== mine) ?? [],
    )
    if (mine)
      found.push({
        what: whatOf(instance, what, mine, rest.length > 0),
        placement: mine.id,
        with: rest.map(({ id }) => id),
      })
  }
  const shut = facts.closed.filter(({ day }) => day >= facts.monday)
  for (const one of now)
    if (shut.some(({ day }) => day === dayPlus(facts.monday, one.weekday - 1)))
      found.push({ what: 'closed', placement: one.id, with: [] })
  return withoutEchoes(onceEach(found))
}

/** Who is in two places at once is in two rooms, or twice in one: that is told as the first only. */
function withoutEchoes(found: readonly Trouble[]): Trouble[] {
  const pair = ({ placement, with: others }: Trouble) => [placement, ...others].sort().join()
  const twice = new Set(found.filter(({ what }) => what === 'external').map(pair))
  return found.filter((one) => one.what !== 'room' || !twice.has(pair(one)))
}

function whatOf(instance: Instance, what: string, placed: Placed, others: boolean): Trouble['what'] {
  if (what === 'room') return others ? 'room' : 'noRoom'
  if (what !== 'hours') return what as Trouble['what']
  const session = instance.sessions.find(({ id }) => id === placed.sessionId)!
  const from = minutesOf(placed.from)
  const hours = { weekday: placed.weekday, from, until: from + session.minutes }
  if (!mayBe(instance, session, hours, { lessons: false, protect: false })) return 'absent'
  return mayBe(instance, session, hours, { lessons: true, protect: false }) ? 'protected' : 'lessons'
}

/** Two that are in each other's way are told once. */
function onceEach(found: readonly Trouble[]): Trouble[] {
  const seen = new Set<string>()
  return found.filter(({ what, placement, with: others }) => {
    const key = [what, ...[placement, ...others].sort()].join()
    return !seen.has(key) && seen.add(key)
  })
}

export function heldOf(instance: Instance, placed: Placed): Held | undefined {
  const place = instance.sessions.findIndex(({ id }) => id === placed.sessionId)
  const session = instance.sessions[place]
  if (!session) return undefined
  const from = minutesOf(placed.from)
  const hours = { weekday: placed.weekday, from, until: from + session.minutes }
  return { ...costed(instance, place, hours), room: placed.spaceId }
}
