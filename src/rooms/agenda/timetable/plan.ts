import { type Clash, clashesIn } from './check.ts'
import { greedy } from './greedy.ts'
import type { Instance } from './instance.ts'
import { type Model, modelOf, stayingOut } from './model.ts'
import { againOf, type Held } from './moments.ts'
import { shareRooms } from './rooms.ts'
import { type Progress, type Solved, solve, type Watch } from './solve.ts'
import { type Because, becauseOf, type Help, helps } from './why.ts'

export type Points = { core: number; again: number; moved: number; total: number }
export type Unplaced = { session: string; times: number; because: Because }
export type Plan = {
  /** null: time was up before it was known. */
  fits: boolean | null
  proven: boolean
  points: Points
  /** No plan that places as many has fewer points. */
  bound: number
  placed: Held[]
  unplaced: Unplaced[]
  wouldHelp: Help[]
  clashes: Clash[]
  seconds: number
}
export type { Progress }

/** A week in which everything has its place, with as few points as can be; when there is none, what stands in the way. */
export async function plan(instance: Instance, watch: Watch = {}): Promise<Plan> {
  const whole = modelOf(instance, { mayStayOut: false })
  const first = await solve(whole, instance.seconds, beginning(instance, whole), watch)
  if (first.chosen.length || first.state === 'best') return planOf(instance, whole, first, first.seconds)
  const rest = modelOf(instance, { mayStayOut: true })
  const left = Math.max(first.state === 'none' ? instance.seconds - first.seconds : 0, 2)
  const second = await solve(rest, left, beginning(instance, rest), watch)
  const found = planOf(instance, rest, second, first.seconds + second.seconds)
  if (!found.unplaced.length) return found
  const out = new Set(found.unplaced.map(({ session }) => instance.sessions.find(({ id }) => id === session)!.external))
  const wouldHelp = await helps(instance, [...out], watch)
  return { ...found, wouldHelp, fits: first.state === 'none' ? false : null }
}

function planOf(instance: Instance, model: Model, solved: Solved, seconds: number): Plan {
  const chosen = solved.chosen.map((nth) => model.columns[nth]!)
  const placed = [...model.held, ...shareRooms(model.kinds, chosen)].sort(
    (a, b) => a.weekday - b.weekday || a.from - b.from,
  )
  const points = pointsOf(instance, placed)
  const unplaced = instance.sessions.flatMap((session, place) => {
    const times = session.times - placed.filter((one) => one.session === place).length
    return times > 0 ? [{ session: session.id, times, because: becauseOf(instance, place) }] : []
  })
  const out = unplaced.reduce((sum, { times }) => sum + times, 0)
  // What was placed by hand costs points that no column has.
  const bound = Math.max(0, solved.bound + points.total - (solved.value - out * stayingOut) - out * stayingOut)
  return {
    ...{ fits: true, proven: solved.state === 'best', points, bound: Math.min(bound, points.total), placed, unplaced },
    ...{ wouldHelp: [], clashes: clashesIn(instance, model.held), seconds },
  }
}

export function pointsOf(instance: Instance, placed: readonly Held[]): Points {
  const sum = (of: (one: Held) => number) => placed.reduce((total, one) => total + of(one), 0)
  const bySession = Map.groupBy(placed, ({ session }) => session)
  const again = [...bySession].reduce((total, [place, mine]) => total + againOf(instance, place, mine), 0)
  const points = { core: sum(({ core }) => core), again, moved: sum(({ moved }) => moved) }
  return { ...points, total: points.core + points.again + points.moved }
}

/** Where a pencil would come, as a place to begin for the solver; nothing when it does not come to the end. */
function beginning(instance: Instance, model: Model): number[] {
  const chosen = greedy(instance, model)
  const values = model.costs.map(() => 0)
  for (const nth of chosen) values[nth] = 1
  for (const { columns, values: with_, lower } of model.rows) {
    const sum = columns.reduce((total, nth, place) => total + with_[place]! * values[nth]!, 0)
    const last = columns.at(-1)
    if (last === undefined) return []
    const isMore = with_.at(-1) === -1
    if (isMore) values[last] = Math.max(0, sum - 1)
    else if (sum < lower && model.out.includes(last)) values[last] = lower - sum
    else if (sum < lower) return []
  }
  return values
}

/** What the pencil makes of it, to lay beside the solver's. */
export function byPencil(instance: Instance): { placed: Held[]; points: Points; unplaced: number } {
  const model = modelOf(instance, { mayStayOut: false })
  const chosen = greedy(instance, model).map((nth) => model.columns[nth]!)
  const placed = [...model.held, ...shareRooms(model.kinds, chosen)]
  const wished = instance.sessions.reduce((sum, { times }) => sum + times, 0)
  return { placed, points: pointsOf(instance, placed), unplaced: wished - placed.length }
}
