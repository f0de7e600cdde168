import { cornersOf, type Sketch } from './sketch.ts'
import { spotOf, type View } from './view.ts'

export type Scene = {
  sketch: Sketch
  places: Float32Array
  radius: Float32Array
  view: View
  width: number
  height: number
  /** The chosen point, or -1; and who stands beside it. */
  chosen: number
  beside: ReadonlySet<number>
  colours: Colours
  /** Points in the order in which their names are worth showing. */
  named: readonly number[]
}
export type Colours = { ink: string; soft: string; rule: string; paper: string; do: string; hues: readonly string[] }

const chunk = 250

/** Paints in small steps, so that whoever paints can look at the clock in between. */
export function* paint(pen: CanvasRenderingContext2D, scene: Scene): Generator<void> {
  pen.clearRect(0, 0, scene.width, scene.height)
  yield* lines(pen, scene)
  for (let kind = 0; kind < scene.sketch.kinds.length; kind++) yield* points(pen, scene, kind)
  mark(pen, scene)
  yield* names(pen, scene)
}

function* lines(pen: CanvasRenderingContext2D, { sketch, places, view, chosen, colours }: Scene) {
  for (const [style, { dotted }] of sketch.styles.entries())
    for (const near of chosen < 0 ? [false] : [false, true]) {
      const these = sketch.lines.filter(
        ([from, to, own]) => own === style && (chosen >= 0 && (from === chosen || to === chosen)) === near,
      )
      pen.setLineDash(dotted ? [3, 4] : [])
      pen.strokeStyle = near ? colours.do : colours.rule
      pen.lineWidth = near ? 2.5 : 1.25
      for (let at = 0; at < these.length; at += chunk) {
        pen.beginPath()
        for (const [from, to] of these.slice(at, at + chunk)) {
          pen.moveTo(...spotOf(view, places, from))
          pen.lineTo(...spotOf(view, places, to))
        }
        pen.stroke()
        yield
      }
    }
  pen.setLineDash([])
}

function* points(pen: CanvasRenderingContext2D, scene: Scene, kind: number) {
  const { sketch, colours, chosen, beside } = scene
  const { hue, shape } = sketch.kinds[kind]!
  const corners = cornersOf(shape)
  const colour = hue === 0 ? colours.ink : (colours.hues[hue - 1] ?? colours.ink)
  const mine = sketch.points.flatMap(([, , own], at) => (own === kind && isInWindow(scene, at) ? [at] : []))
  for (const faint of chosen < 0 ? [false] : [true, false]) {
    pen.globalAlpha = faint ? 0.3 : 1
    const these = mine.filter((at) => chosen < 0 || (at !== chosen && !beside.has(at)) === faint)
    for (let at = 0; at < these.length; at += chunk) {
      pen.beginPath()
      for (const point of these.slice(at, at + chunk)) trace(pen, scene, point, corners)
      pen.fillStyle = shape === 'ring' ? colours.paper : colour
      pen.fill()
      pen.lineWidth = shape === 'ring' ? 2 : 1
      pen.strokeStyle = shape === 'ring' ? colour : colours.paper
      pen.stroke()
      yield
    }
  }
  pen.globalAlpha = 1
}

function isInWindow({ view, places, width, height }: Scene, point: number): boolean {
  const [x, y] = spotOf(view, places, point)
  return x > -30 && y > -30 && x < width + 30 && y < height + 30
}

function trace(
  pen: CanvasRenderingContext2D,
  { view, places, radius }: Scene,
  point: number,
  corners: [number, number][],
) {
  const [x, y] = spotOf(view, places, point)
  const wide = radius[point]!
  if (!corners.length) {
    pen.moveTo(x + wide, y)
    pen.arc(x, y, wide, 0, 2 * Math.PI)
    return
  }
  // What has corners is drawn a little larger, so that all seem of one size.
  corners.forEach(([dx, dy], at) => {
    if (at === 0) pen.moveTo(x + 1.15 * wide * dx, y + 1.15 * wide * dy)
    else pen.lineTo(x + 1.15 * wide * dx, y + 1.15 * wide * dy)
  })
  pen.closePath()
}

function mark(pen: CanvasRenderingContext2D, { view, places, radius, chosen, colours }: Scene) {
  if (chosen < 0) return
  const [x, y] = spotOf(view, places, chosen)
  pen.beginPath()
  pen.arc(x, y, radius[chosen]! + 6, 0, 2 * Math.PI)
  pen.lineWidth = 3
  pen.strokeStyle = colours.do
  pen.stroke()
}

/** Names where there is room, the chosen one's first. */
function* names(pen: CanvasRenderingContext2D, scene: Scene) {
  const { sketch, view, places, radius, chosen, beside, colours, named } = scene
  const taken: [number, number, number, number][] = []
  pen.font = '13px system-ui, sans-serif'
  pen.textBaseline = 'middle'
  pen.lineJoin = 'round'
  const first = chosen < 0 ? named : [chosen, ...named.filter((point) => beside.has(point))]
  let steps = 0
  for (const point of first.slice(0, 400)) {
    if (!isInWindow(scene, point)) continue
    const [x, y] = spotOf(view, places, point)
    const name = shorten(sketch.points[point]![1])
    const left = x + radius[point]! + 4
    const box: [number, number, number, number] = [left, y - 8, left + pen.measureText(name).width, y + 8]
    if (point !== chosen && taken.some((other) => overlaps(other, box))) continue
    taken.push(box)
    pen.lineWidth = 4
    pen.strokeStyle = colours.paper
    pen.strokeText(name, left, y)
    pen.fillStyle = colours.ink
    pen.fillText(name, left, y)
    if (++steps % 10 === 0) yield
  }
}

const shorten = (name: string) => (name.length > 28 ? `${name.slice(0, 27)}…` : name)
const overlaps = ([a, b, c, d]: [number, number, number, number], [e, f, g, h]: [number, number, number, number]) =>
  a < g && e < c && b < h && f < d
