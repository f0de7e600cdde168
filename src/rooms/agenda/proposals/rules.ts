import { createHash } from 'node:crypto'
import type { Instance } from '../timetable/instance.ts'
import type { sayPlan } from '../timetable/said.ts'
import {
  type CardView,
  type Facts,
  groupsOf,
  minutesOf,
  missedBefore,
  type Placed,
  subjectsMissed,
  timeOf,
} from '../week/rules.ts'

/** What the planner tells (docs/timetable.md). */
export type Found = ReturnType<typeof sayPlan>
export const thinking = { usual: 20, most: 60 }

/** Of everything a plan is made from: the same as long as nothing changed. */
export const digestOf = (instance: Instance) =>
  createHash('sha256')
    .update(JSON.stringify({ ...instance, seconds: 0 }))
    .digest('base64url')
    .slice(0, 22)

export type Proposed = CardView & { moved: boolean }

/** The proposal as cards; `moved` is what is not where it stands now. */
export function proposedCards(facts: Facts, found: Found, standing: readonly Placed[]): Proposed[] {
  const before = missedBefore(facts)
  const here: Record<string, number> = {}
  return found.placements.flatMap(({ session: id, weekday, from, room, byHand }, nth) => {
    const session = facts.sessions.find((one) => one.id === id)
    if (!session) return []
    const behind = subjectsMissed(facts, session, { weekday, from }).map((subject) => {
      const key = `${id} ${subject}`
      here[key] = (here[key] ?? 0) + 1
      return { subject, times: (before.get(id)?.[subject] ?? 0) + here[key] }
    })
    const stays = standing.some((one) => one.sessionId === id && one.weekday === weekday && one.from === from)
    return [
      {
        ...{ id: String(nth), sessionId: id, partner: session.partner, weekday, from, byHand, behind, moved: !stays },
        until: timeOf(minutesOf(from) + session.minutes),
        room: facts.rooms.find((one) => one.id === room)?.name,
        groups: groupsOf(facts, session),
      },
    ]
  })
}
