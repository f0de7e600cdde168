import type { Graph } from './graph.ts'

const mostRounds = 20_000
const stillEnough = 1e-13

/**
 * Who is known by those who are known: the first eigenvector, over the ways in, of length one, as in networkx. There is
 * none when nothing goes round (a directed graph without circles), nor when two parts weigh exactly the same and
 * feed one another: then it is undefined.
 */
export function eigenvector({ ids, directed, edges, into }: Graph): number[] | undefined {
  const size = ids.length
  if (edges === 0 || (directed && !goesRound(into, size))) return undefined
  let now = new Float64Array(size).fill(1 / Math.sqrt(size))
  let next = new Float64Array(size)
  // A round costs one look at every line: a large graph gets fewer, and still thousands.
  const rounds = Math.min(mostRounds, Math.ceil(1e9 / (edges + size)))
  for (let round = 0; round < rounds; round++) {
    let length = 0
    for (let node = 0; node < size; node++) {
      // Adding oneself keeps a graph of two sides, such as a star, from swinging to and fro for ever.
      let sum = now[node]!
      for (let at = into.start[node]!; at < into.start[node + 1]!; at++) sum += now[into.to[at]!]! * into.weight[at]!
      next[node] = sum
      length += sum * sum
    }
    length = Math.sqrt(length)
    let moved = 0
    for (let node = 0; node < size; node++) {
      next[node]! /= length
      moved += Math.abs(next[node]! - now[node]!)
    }
    ;[now, next] = [next, now]
    if (moved < stillEnough * Math.max(1, Math.sqrt(size))) return Array.from(now)
  }
  return undefined
}

/** Whether one can come back to where one was: taking away, again and again, whoever nobody leads to, leaves somebody. */
function goesRound({ start, to }: Graph['into'], size: number): boolean {
  const left = new Int32Array(size)
  for (let at = 0; at < to.length; at++) left[to[at]!]! += 1
  const free: number[] = []
  for (let node = 0; node < size; node++) if (left[node] === 0) free.push(node)
  let gone = 0
  for (let node = free.pop(); node !== undefined; node = free.pop()) {
    gone += 1
    for (let at = start[node]!; at < start[node + 1]!; at++) {
      left[to[at]!]! -= 1
      if (left[to[at]!] === 0) free.push(to[at]!)
    }
  }
  return gone < size
}

const stay = 0.85

/** Where one ends up who follows lines and, once in a while, begins anywhere. Sums to one. A weight is a strength. */
export function pagerank({ ids, out, into }: Graph): number[] {
  const size = ids.length
  const strength = Float64Array.from(ids, (_, node) =>
    out.weight.subarray(out.start[node]!, out.start[node + 1]!).reduce((sum, weight) => sum + weight, 0),
  )
  let now = new Float64Array(size).fill(1 / size)
  let next = new Float64Array(size)
  for (let round = 0; round < 1000; round++) {
    let stranded = 0
    for (let node = 0; node < size; node++) if (strength[node] === 0) stranded += now[node]!
    const anywhere = (1 - stay + stay * stranded) / size
    let moved = 0
    for (let node = 0; node < size; node++) {
      let sum = 0
      for (let at = into.start[node]!; at < into.start[node + 1]!; at++) {
        const from = into.to[at]!
        sum += (now[from]! * into.weight[at]!) / strength[from]!
      }
      next[node] = anywhere + stay * sum
      moved += Math.abs(next[node]! - now[node]!)
    }
    ;[now, next] = [next, now]
    if (moved < 1e-14) break
  }
  return Array.from(now)
}
