/** The value below which this share of the measured values lies. */
export function quantile(values: readonly number[], share: number): number {
  const sorted = [...values].sort((a, b) => a - b)
  return sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))] ?? Number.NaN
}
export const median = (values: readonly number[]) => quantile(values, 0.5)

export const ms = (value: number) => (Number.isFinite(value) ? value.toFixed(2) : '–')
export const whole = (value: number) => (Number.isFinite(value) ? value.toFixed(0) : '–')
export const times = (value: number) => (Number.isFinite(value) ? value.toFixed(2) : '–')

/** A table as Markdown, its columns as wide as they need to be. */
export function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const widths = head.map((name, place) => Math.max(name.length, ...rows.map((row) => (row[place] ?? '').length)))
  const line = (cells: readonly string[]) =>
    `| ${cells.map((cell, place) => (place ? cell.padStart(widths[place]!) : cell.padEnd(widths[place]!))).join(' | ')} |`
  const rule = `| ${widths.map((width, place) => (place ? `${'-'.repeat(width - 1)}:` : '-'.repeat(width))).join(' | ')} |`
  return [line(head), rule, ...rows.map(line)].join('\n')
}
