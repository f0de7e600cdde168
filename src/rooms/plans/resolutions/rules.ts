import { type Day, dayPlus } from '#kit/time/day.ts'
import type { Involving } from './tables.ts'

/** What a decision is about, as far as it says whom it touches. */
export type Scope = {
  lineId: string | null
  visionId: string | null
  topic: string | null
  type: string | null
  weekdays: readonly number[]
  spaceId: string | null
  ownerId: string | null
}
/** A line with what is known of it: what it was chosen for, and when it is in the building. */
export type KnownLine = {
  id: string
  name: string
  type: string | null
  ownerId: string | null
  deputyId: string | null
  chosen: readonly { visionId: string | null; topic: string | null }[]
  hours: readonly { weekday: number; spaceId: string | null }[]
}
/** Why a decision touches a partner. Each is a sentence on the page. */
export type Touch =
  | { kind: 'about' | 'vision' | 'topic' | 'type' | 'owner' }
  | { kind: 'days' | 'space'; weekdays: number[] }
export type Touched = { line: KnownLine; because: Touch[] }

/** Why this partner is touched, none when it is not. `usual` are the kinds of partner that are asked about its theme. */
export function touches(scope: Scope, line: KnownLine, usual: readonly string[]): Touch[] {
  const kindIsMeant = line.type !== null && (line.type === scope.type || usual.includes(line.type))
  return [
    ...said('about', line.id === scope.lineId),
    ...said(
      'vision',
      same(
        scope.visionId,
        line.chosen.map(({ visionId }) => visionId),
      ),
    ),
    ...said(
      'topic',
      same(
        scope.topic,
        line.chosen.map(({ topic }) => topic),
      ),
    ),
    ...inTheBuilding(scope, line.hours),
    ...said('owner', same(scope.ownerId, [line.ownerId])),
    ...said('type', kindIsMeant),
  ]
}

const said = (kind: 'about' | 'vision' | 'topic' | 'type' | 'owner', is: boolean): Touch[] => (is ? [{ kind }] : [])
const same = (wanted: string | null, there: readonly (string | null)[]) => wanted !== null && there.includes(wanted)

/** In that room, when one was named; else in the building on those days. Neither was named: nobody is. */
function inTheBuilding({ weekdays, spaceId }: Scope, hours: KnownLine['hours']): Touch[] {
  if (!weekdays.length && spaceId === null) return []
  const met = hours.filter(
    (hour) => (spaceId === null || hour.spaceId === spaceId) && (!weekdays.length || weekdays.includes(hour.weekday)),
  )
  if (!met.length) return []
  const days = [...new Set(met.map(({ weekday }) => weekday))].sort((a, b) => a - b)
  return [{ kind: spaceId === null ? 'days' : 'space', weekdays: days }]
}

/** Everybody it touches: whom it is about on top, then for the most reasons, then by name. */
export function proposed(scope: Scope, lines: readonly KnownLine[], usual: readonly string[]): Touched[] {
  const isAbout = ({ because }: Touched) => Number(because[0]?.kind === 'about')
  return lines
    .map((line) => ({ line, because: touches(scope, line, usual) }))
    .filter(({ because }) => because.length > 0)
    .sort(
      (a, b) =>
        isAbout(b) - isAbout(a) ||
        b.because.length - a.because.length ||
        a.line.name.localeCompare(b.line.name, 'nl') ||
        a.line.id.localeCompare(b.line.id),
    )
}

type Heard = { way: Involving; said: string | null }
/** Takes part, and has not said yet what it thinks. */
export const isUnheard = ({ way, said: view }: Heard) => way === 'involved' && !view
/** Until the day itself there is something to wait for. */
export const isAhead = (decidesOn: Day, today: Day) => decidesOn >= today

/** A view is asked before the day: the day itself is too late to weigh it. */
export const asksInTime = (askUntil: Day | null, decidesOn: Day) => askUntil === null || askUntil < decidesOn
/** The usual day: a week before, else the day before; none when it is decided today. */
export const usualAskUntil = (decidesOn: Day, today: Day): Day | null =>
  [dayPlus(decidesOn, -7), dayPlus(decidesOn, -1)].find((day) => day >= today) ?? null
