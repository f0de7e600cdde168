import type { Instance } from './instance.ts'
import type { Model } from './model.ts'

/**
 * As somebody with a pencil would: who has fewest moments first, each where it costs least at that time. Quick, and
 * never better than the solver, which it gives a place to begin.
 */
export function greedy({ sessions }: Instance, model: Model): number[] {
  const left = model.rows.map(({ upper }) => upper)
  const rowsOf: { row: number; value: number }[][] = model.costs.map(() => [])
  for (const [row, { columns, values }] of model.rows.entries())
    for (const [place, nth] of columns.entries()) rowsOf[nth]!.push({ row, value: values[place]! })
  const bySession = Map.groupBy(
    model.columns.map(({ moment }, nth) => ({ moment, nth })),
    ({ moment }) => moment.session,
  )
  const chosen: number[] = []
  const fits = (nth: number) => rowsOf[nth]!.every(({ row, value }) => value <= left[row]! || isSoft(model, row))
  for (const [place, mine] of [...bySession].sort(([, a], [, b]) => a.length - b.length)) {
    const days = new Set<number>()
    const { times, placed } = sessions[place]!
    for (let nth = placed.length; nth < times; nth++) {
      const possible = mine.filter((one) => !days.has(one.moment.weekday) && fits(one.nth))
      const best = possible.sort((a, b) => model.costs[a.nth]! - model.costs[b.nth]!)[0]
      if (!best) continue
      chosen.push(best.nth)
      days.add(best.moment.weekday)
      for (const { row, value } of rowsOf[best.nth]!) left[row]! -= value
    }
  }
  return chosen
}

/** A row that only counts what is missed again forbids nothing. */
const isSoft = ({ rows }: Model, row: number) => rows[row]!.values.at(-1) === -1
