import { type Day, dayPlus, weekdayOf } from '#kit/time/day.ts'
import { type Changes, later, occursOn, type Standing } from '../exceptions/rules.ts'

export type BuildingFacts = {
  /** Whose line goes on, with its last day. */
  partners: readonly { id: string; name: string; last: Day | null }[]
  presences: readonly { relationId: string; weekday: number; from: string; until: string; spaceId: string | null }[]
  sessions: readonly { id: string; relationId: string; minutes: number }[]
  placed: readonly Standing[]
  changes: Changes
}
type Stretch = { day: Day; from: string; until: string }
export type OfPartner = Stretch & { relationId: string; partner: string; spaceId: string | null }
export type Taken = {
  /** When partners are in the building. */
  present: OfPartner[]
  /** When they are with children: then they sit in no meeting. */
  sessions: OfPartner[]
  /** On which dates a partner said that it does not come. */
  away: { relationId: string; day: Day }[]
  /** When a group has something else than every week. */
  groups: (Stretch & { groupId: string })[]
}

/**
 * Date by date what takes partners, rooms and groups: every week's, but for the dates on which it is otherwise. Who looks at
 * a few dates that anybody may have typed says which: the last may be a century on, and day after day takes half a minute.
 */
export function takenBetween(
  facts: BuildingFacts,
  { from, until }: { from: Day; until: Day },
  on: Iterable<Day> = daysBetween(from, until),
): Taken {
  const taken: Taken = { present: [], sessions: [], away: [], groups: [] }
  for (const day of on) {
    taken.present.push(...presentOn(facts, day))
    taken.sessions.push(...heldOn(facts, day))
  }
  const within = (one: { day: Day }) => one.day >= from && one.day <= until
  taken.away = facts.changes.presences.filter((one) => one.kind === 'away' && within(one))
  taken.groups = facts.changes.groups.filter(within)
  return taken
}

function* daysBetween(from: Day, until: Day) {
  for (let day = from; day && day <= until; day = dayPlus(day, 1)) yield day
}

const partnerOn = ({ partners }: BuildingFacts, relationId: string, day: Day) =>
  partners.find(({ id, last }) => id === relationId && (!last || last >= day))

/** The fixed hours of who did not say to be away, and who comes besides. */
function presentOn(facts: BuildingFacts, day: Day): OfPartner[] {
  const changed = facts.changes.presences.filter((one) => one.day === day)
  const away = new Set(changed.flatMap(({ kind, relationId }) => (kind === 'away' ? [relationId] : [])))
  const usual = facts.presences.filter((one) => one.weekday === weekdayOf(day) && !away.has(one.relationId))
  const extra = changed.flatMap(({ kind, from, until, ...one }) =>
    kind === 'extra' && from && until ? [{ ...one, from, until }] : [],
  )
  return [...usual, ...extra].flatMap(({ relationId, from, until, spaceId }) => {
    const partner = partnerOn(facts, relationId, day)
    return partner ? [{ relationId, partner: partner.name, day, from, until, spaceId }] : []
  })
}

/** The sessions that are held. A closed day is for whoever asks: nobody meets then, and what was put on it by hand stands. */
function heldOn(facts: BuildingFacts, day: Day): OfPartner[] {
  const sessions = facts.sessions.map((one) => ({ ...one, groups: [] }))
  return occursOn({ ...facts, sessions, lessons: [], bells: [], closed: [] }, day).flatMap((one) => {
    const session = sessions.find(({ id }) => id === one.sessionId)
    const partner = session && !one.gone ? partnerOn(facts, session.relationId, day) : undefined
    if (!session || !partner) return []
    const { from, spaceId } = one
    const until = later(from, session.minutes)
    return [{ relationId: session.relationId, partner: partner.name, day, from, until, spaceId }]
  })
}
