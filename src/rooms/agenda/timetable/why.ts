import { greedy } from './greedy.ts'
import type { Instance } from './instance.ts'
import { modelOf, type Wish } from './model.ts'
import { limitOf, momentsOf, takenFrom } from './moments.ts'
import { isOpen, kindsOf, needsRoom } from './rooms.ts'
import { solve, type Watch } from './solve.ts'

/**
 * Why a session found no place: its external is never there long enough; it is there only outside the lessons of the
 * group, or only at protected moments; more pupils than may be away; no room for it is open then; on too few days for how
 * often it is wished; or others are in the way (`together`).
 */
export type Because = 'presence' | 'lessons' | 'protected' | 'pupils' | 'room' | 'days' | 'together'
/** A wish that, let go, would give everything a place. */
export type Help = {
  what: 'presence' | 'protected' | 'lessons' | 'rooms' | 'outAtOnce'
  by?: number
  externals?: readonly string[]
}

export function becauseOf(instance: Instance, place: number): Because {
  const session = instance.sessions[place]!
  const moments = momentsOf(instance, place)
  if (!momentsOf(instance, place, { lessons: false, protect: false }).length) return 'presence'
  if (!momentsOf(instance, place, { lessons: true, protect: false }).length) return 'lessons'
  if (!moments.length) return 'protected'
  if (session.groups.some(({ id }) => takenFrom(instance, session, id) > limitOf(instance, id))) return 'pupils'
  const kinds = kindsOf(instance)
  const roomed = moments.filter((moment) => !needsRoom(instance, session) || kinds.some((kind) => isOpen(kind, moment)))
  if (!roomed.length) return 'room'
  return new Set(roomed.map(({ weekday }) => weekday)).size < session.times ? 'days' : 'together'
}

const wishes: { help: Help; wish: Wish }[] = [
  { help: { what: 'rooms', by: 1 }, wish: { mayStayOut: false, moreRooms: 1 } },
  { help: { what: 'outAtOnce', by: 1 }, wish: { mayStayOut: false, moreOut: 1 } },
  { help: { what: 'outAtOnce', by: 4 }, wish: { mayStayOut: false, moreOut: 4 } },
  { help: { what: 'protected' }, wish: { mayStayOut: false, rules: { lessons: true, protect: false } } },
  { help: { what: 'lessons' }, wish: { mayStayOut: false, rules: { lessons: false, protect: true } } },
]

/** Lets go of one wish at a time, and sees whether all fits then. `out` is who found no place for everything. */
export async function helps(instance: Instance, out: readonly string[], watch: Watch): Promise<Help[]> {
  const found: Help[] = []
  const longer = { help: { what: 'presence', externals: [...out] }, wish: { mayStayOut: false, longer: out } } as const
  for (const { help, wish } of [longer, ...wishes]) {
    if (watch.stopped?.() || found.some(({ what }) => what === help.what)) continue
    const model = modelOf(instance, wish)
    // Only whether: what it would cost is not asked.
    const asked = { ...model, costs: model.costs.map(() => 0) }
    const wished = instance.sessions.reduce((sum, { times, placed }) => sum + times - placed.length, 0)
    const quick = greedy(instance, model).length === wished
    const solved = quick ? { state: 'best' } : await solve(asked, 2, [], watch)
    if (solved.state === 'best' || solved.state === 'good') found.push(help)
  }
  return found
}
