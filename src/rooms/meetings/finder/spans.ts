/** Stretches of time, from and until; sorted and apart. All in milliseconds. */
export type Span = { from: number; until: number }

/** In order, with what touches or overlaps joined. */
export function joined(spans: readonly Span[]): Span[] {
  const found: Span[] = []
  for (const { from, until } of [...spans].sort((a, b) => a.from - b.from)) {
    const last = found.at(-1)
    if (until <= from) continue
    if (last && from <= last.until) last.until = Math.max(last.until, until)
    else found.push({ from, until })
  }
  return found
}

/** What is left of the one when the other is taken away. Both joined. */
export function without(spans: readonly Span[], taken: readonly Span[]): Span[] {
  const found: Span[] = []
  let place = 0
  for (const { from, until } of spans) {
    while (place < taken.length && taken[place]!.until <= from) place++
    let begun = from
    for (let next = place; next < taken.length && taken[next]!.from < until; next++) {
      if (taken[next]!.from > begun) found.push({ from: begun, until: taken[next]!.from })
      begun = Math.max(begun, taken[next]!.until)
    }
    if (begun < until) found.push({ from: begun, until })
  }
  return found
}

/** How much of a time lies within spans, asked for times that only go forward. */
export function covering(spans: readonly Span[]): (from: number, until: number) => number {
  let place = 0
  return (from, until) => {
    while (place < spans.length && spans[place]!.until <= from) place++
    let covered = 0
    for (let next = place; next < spans.length && spans[next]!.from < until; next++)
      covered += Math.min(until, spans[next]!.until) - Math.max(from, spans[next]!.from)
    return covered
  }
}
