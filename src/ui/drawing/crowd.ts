/** From how far a crowd may be taken for one point: its width by its distance. */
const blur = 0.9
const deepest = 30

/** Everybody pushes everybody away; crowds in the distance push as one (Barnes and Hut 1986). Adds to `moves`. */
export function crowd(places: Float32Array, mass: Float32Array, moves: Float32Array): void {
  const count = mass.length
  if (count < 2) return
  const tree = plant(places, mass)
  const todo = new Int32Array(4 * deepest + 8)
  for (let at = 0; at < count; at++) {
    const [x, y] = [places[2 * at]!, places[2 * at + 1]!]
    let [pushX, pushY, left] = [0, 0, 1]
    todo[0] = 0
    while (left > 0) {
      const cell = todo[--left]!
      const weight = tree.weight[cell]!
      const [dx, dy] = [x - tree.x[cell]!, y - tree.y[cell]!]
      const far = dx * dx + dy * dy
      const first = tree.first[cell]!
      if (first === 0 || tree.wide[cell]! ** 2 < blur * blur * far) {
        // One does not push oneself; two in the same spot are moved apart by the round after.
        if (far > 1e-9) {
          pushX += (dx * weight) / far
          pushY += (dy * weight) / far
        }
        continue
      }
      for (let part = first; part < first + 4; part++) if (tree.weight[part]! > 0) todo[left++] = part
    }
    moves[2 * at]! += mass[at]! ** 0.5 * pushX
    moves[2 * at + 1]! += mass[at]! ** 0.5 * pushY
  }
}

/** Cells of the tree side by side; the four parts of a cell begin at `first`, 0 when it has none. */
type Tree = { first: number[]; weight: number[]; x: number[]; y: number[]; wide: number[] }

function plant(places: Float32Array, mass: Float32Array): Tree {
  const tree: Tree = { first: [], weight: [], x: [], y: [], wide: [] }
  let [low, high] = [0, 0]
  for (const place of places) {
    low = Math.min(low, place)
    high = Math.max(high, place)
  }
  const add = (wide: number) => {
    tree.first.push(0)
    tree.weight.push(0)
    tree.x.push(0)
    tree.y.push(0)
    tree.wide.push(wide)
  }
  // Which point a leaf holds, to send it on when another comes.
  const holds: number[] = []
  add(high - low || 1)
  for (let point = 0; point < mass.length; point++) {
    const [x, y] = [places[2 * point]!, places[2 * point + 1]!]
    let [cell, left, top, wide] = [0, low, low, tree.wide[0]!]
    for (let depth = 0; ; depth++) {
      const was = tree.weight[cell]!
      const resident = holds[cell]
      if (was > 0 && tree.first[cell] === 0 && depth < deepest) {
        tree.first[cell] = tree.first.length
        for (let part = 0; part < 4; part++) add(wide / 2)
        if (resident !== undefined) settle(tree, holds, { places, mass, point: resident, cell, left, top })
        holds[cell] = -1
      }
      const weight = mass[point]!
      tree.x[cell] = (tree.x[cell]! * was + x * weight) / (was + weight)
      tree.y[cell] = (tree.y[cell]! * was + y * weight) / (was + weight)
      tree.weight[cell] = was + weight
      if (tree.first[cell] === 0) {
        holds[cell] = point
        break
      }
      wide /= 2
      const right = x >= left + wide ? 1 : 0
      const low = y >= top + wide ? 2 : 0
      cell = tree.first[cell]! + right + low
      if (right) left += wide
      if (low) top += wide
    }
  }
  return tree
}

type Moving = { places: Float32Array; mass: Float32Array; point: number; cell: number; left: number; top: number }

/** Who lived in a cell that was divided moves into one of its parts. */
function settle(tree: Tree, holds: number[], { places, mass, point, cell, left, top }: Moving) {
  const [x, y, half] = [places[2 * point]!, places[2 * point + 1]!, tree.wide[cell]! / 2]
  const part = tree.first[cell]! + (x >= left + half ? 1 : 0) + (y >= top + half ? 2 : 0)
  tree.x[part] = x
  tree.y[part] = y
  tree.weight[part] = mass[point]!
  holds[part] = point
}
