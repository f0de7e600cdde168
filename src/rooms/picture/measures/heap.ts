/** The nearest first; a node stands in it at most once and moves up when a shorter way is found. */
export type Heap = ReturnType<typeof heapOf>

export function heapOf(most: number) {
  const nodes = new Int32Array(most)
  const ways = new Float64Array(most)
  // Where a node stands, one more than its place; 0 when it stands nowhere.
  const places = new Int32Array(most)
  let size = 0

  const put = (at: number, node: number, way: number) => {
    nodes[at] = node
    ways[at] = way
    places[node] = at + 1
  }

  return {
    isEmpty: () => size === 0,
    holds: (node: number) => places[node] !== 0,

    push(node: number, way: number) {
      let at = places[node]! - 1
      if (at < 0) at = size++
      while (at > 0) {
        const above = (at - 1) >> 1
        if (ways[above]! <= way) break
        put(at, nodes[above]!, ways[above]!)
        at = above
      }
      put(at, node, way)
    },

    pop(): number {
      const first = nodes[0]!
      places[first] = 0
      size -= 1
      if (size === 0) return first
      const [node, way] = [nodes[size]!, ways[size]!]
      let at = 0
      for (;;) {
        let below = 2 * at + 1
        if (below >= size) break
        if (below + 1 < size && ways[below + 1]! < ways[below]!) below += 1
        if (ways[below]! >= way) break
        put(at, nodes[below]!, ways[below]!)
        at = below
      }
      put(at, node, way)
      return first
    },
  }
}
