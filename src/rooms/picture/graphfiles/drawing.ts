/** What programs that draw networks take in: things with facts, and lines between them with facts. */
export type Value = string | number | boolean | null
export type Column = { id: string; title: string; type: 'string' | 'integer' | 'double' | 'boolean' }
export type Facts = Readonly<Record<string, Value>>

export type Drawing = {
  title: string
  /** The day on which it was so, YYYY-MM-DD. */
  day: string
  directed: boolean
  nodeColumns: readonly Column[]
  edgeColumns: readonly Column[]
  nodes: readonly { id: string; label: string; facts: Facts }[]
  edges: readonly { id: string; source: string; target: string; weight: number; facts: Facts }[]
}

/** The facts that are known, each with its column. */
export const known = (columns: readonly Column[], facts: Facts) =>
  columns.flatMap((column) => {
    const value = facts[column.id]
    return value === null || value === undefined ? [] : [{ column, value: say(value) }]
  })

/** A number as every program reads it, also one that has no end. */
export const say = (value: Exclude<Value, null>) => String(value)
