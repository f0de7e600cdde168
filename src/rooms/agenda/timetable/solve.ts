import highsModule, { type Highs, type Model as Solver } from 'highs'
import type { Model } from './model.ts'

export type Progress = { points: number | null; bound: number | null; seconds: number }
export type Solved = {
  /** “none” is proven: there is no plan. “late”: time was up, or somebody stopped it, before there was one. */
  state: 'best' | 'good' | 'none' | 'late'
  chosen: number[]
  value: number
  bound: number
  seconds: number
}
export type Watch = { tell?: (progress: Progress) => void; stopped?: () => boolean }

// Its types speak of the CommonJS build; what Node loads is the function itself.
const loadHighs = highsModule as unknown as typeof highsModule.default
let loading: Promise<Highs> | undefined

/** By HiGHS. All costs are whole numbers, so a plan less than one point from the bound is the best. */
export async function solve(
  model: Model,
  seconds: number,
  start: readonly number[],
  watch: Watch = {},
): Promise<Solved> {
  loading ??= loadHighs()
  const highs = await loading
  if (model.rows.some((row) => !row.columns.length && row.lower > 0))
    return { state: 'none', chosen: [], value: 0, bound: 0, seconds: 0 }
  if (!model.costs.length) return { state: 'best', chosen: [], value: 0, bound: 0, seconds: 0 }
  return highs.withModel(dataOf(model, highs), (solver) => {
    solver.options.set({ output_flag: false, time_limit: seconds, mip_rel_gap: 0, mip_abs_gap: 0.999 })
    if (start.length) solver.setSolution({ colValue: Float64Array.from(start) })
    run(solver, highs, watch)
    return outcome(solver, highs, model)
  })
}

/** HiGHS asks now and then whether to go on: the moment to say how far it is, four times a second at most. */
function run(solver: Solver, highs: Highs, { tell, stopped }: Watch) {
  let told = Number.NEGATIVE_INFINITY
  solver.run({
    [highs.constants.callbackType.mipInterrupt](event) {
      const { mip_primal_bound: points, mip_dual_bound: bound, running_time: seconds = 0 } = event.data
      if (seconds - told >= 0.25) {
        told = seconds
        tell?.({ points: finite(points), bound: finite(bound), seconds })
      }
      if (stopped?.()) event.interrupt()
      return undefined
    },
  })
}

const finite = (number: number | undefined) => (number !== undefined && Math.abs(number) < 1e15 ? number : null)

function outcome(solver: Solver, highs: Highs, model: Model): Solved {
  const status = solver.getModelStatus()
  const { optimal, infeasible, unboundedOrInfeasible } = highs.constants.modelStatus
  const seconds = solver.getRunTime()
  if (status === infeasible || status === unboundedOrInfeasible)
    return { state: 'none', chosen: [], value: 0, bound: 0, seconds }
  const bound = Math.max(0, Math.ceil(Number(solver.info.get('mip_dual_bound')) - 1e-6))
  const values = solver.getSolution().colValue
  // Zero: no solution, one: not a feasible one, two: feasible.
  if (Number(solver.info.get('primal_solution_status')) !== 2)
    return { state: 'late', chosen: [], value: 0, bound, seconds }
  const chosen = model.columns.flatMap((_, nth) => ((values[nth] ?? 0) > 0.5 ? nth : []))
  const value = Math.round(solver.getObjectiveValue())
  return {
    state: status === optimal || bound >= value ? 'best' : 'good',
    chosen,
    value,
    bound: Math.min(bound, value),
    seconds,
  }
}

function dataOf({ costs, uppers, whole, rows }: Model, highs: Highs) {
  const starts = [0]
  for (const { columns } of rows) starts.push(starts.at(-1)! + columns.length)
  const { integer, continuous } = highs.constants.variableType
  return {
    ...{ numCols: costs.length, numRows: rows.length, colCost: costs, colLower: costs.map(() => 0), colUpper: uppers },
    rowLower: rows.map(({ lower }) => lower),
    rowUpper: rows.map(({ upper }) => upper),
    integrality: whole.map((is) => (is ? integer : continuous)),
    matrix: {
      ...{ format: 'csr' as const, numRows: rows.length, numCols: costs.length, starts },
      indices: rows.flatMap(({ columns }) => columns),
      values: rows.flatMap(({ values }) => values),
    },
  }
}
