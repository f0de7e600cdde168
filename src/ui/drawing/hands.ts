import type { Scene } from './paint.ts'
import { isArrow, nextPoint, pointAt, spotOf, type View, zoomed } from './view.ts'

export type Deeds = {
  choose: (point: number) => void
  /** Shows this part; without one, all of it. */
  look: (view: View | undefined) => void
  only: (point: number) => void
  signal: AbortSignal
}

const closer = 1.35

/** How a hand works the drawing: mouse, touch, keys and buttons. */
export function listenTo(figure: HTMLElement, canvas: HTMLCanvasElement, scene: Scene, deeds: Deeds): void {
  const options = { signal: deeds.signal }
  const middle = (): [number, number] => [scene.width / 2, scene.height / 2]
  const zoom = (by: number, [x, y] = middle()) => deeds.look(zoomed(scene.view, by, x, y))
  const buttons = { nearer: () => zoom(closer), farther: () => zoom(1 / closer), whole: () => deeds.look(undefined) }
  for (const [part, deed] of Object.entries(buttons))
    figure.querySelector(`[data-part=${part}]`)?.addEventListener('click', deed, options)
  canvas.addEventListener(
    'wheel',
    (event) => {
      // Without a key held down the wheel moves the page, as it does everywhere.
      if (!event.ctrlKey && !event.metaKey) return
      event.preventDefault()
      zoom(Math.exp(-event.deltaY / 200), [event.offsetX, event.offsetY])
    },
    { ...options, passive: false },
  )
  canvas.parentElement?.addEventListener('keydown', (event) => onKey(event, scene, deeds, zoom), options)
  onPointers(canvas, scene, deeds)
}

function onKey(event: KeyboardEvent, scene: Scene, deeds: Deeds, zoom: (by: number) => void) {
  const { key } = event
  if (event.ctrlKey || event.metaKey || event.altKey) return
  if (isArrow(key)) {
    const point = nextPoint(scene.places, scene.chosen, key)
    deeds.choose(point)
    keepInWindow(scene, point, deeds)
  } else if (key === '+' || key === '=') zoom(closer)
  else if (key === '-') zoom(1 / closer)
  else if (key === 'Enter' && scene.chosen >= 0) deeds.only(scene.chosen)
  else if (key === 'Escape' && scene.chosen >= 0) deeds.choose(-1)
  else return
  event.preventDefault()
}

function keepInWindow(scene: Scene, point: number, { look }: Deeds) {
  const { view, width, height } = scene
  const [x, y] = spotOf(view, scene.places, point)
  if (x > 20 && y > 20 && x < width - 20 && y < height - 20) return
  look({ ...view, left: view.left + width / 2 - x, top: view.top + height / 2 - y })
}

type Spot = [number, number]

/** One finger chooses or shifts, two fingers look closer. */
function onPointers(canvas: HTMLCanvasElement, scene: Scene, { choose, look, signal }: Deeds) {
  const down = new Map<number, Spot>()
  let travelled = 0
  const begin = (event: PointerEvent) => {
    if (!down.size) travelled = 0
    down.set(event.pointerId, [event.offsetX, event.offsetY])
    canvas.setPointerCapture(event.pointerId)
  }
  const move = (event: PointerEvent) => {
    const before = down.get(event.pointerId)
    if (!before) return
    const now: Spot = [event.offsetX, event.offsetY]
    const [dx, dy] = [now[0] - before[0], now[1] - before[1]]
    travelled += Math.hypot(dx, dy)
    const other = [...down].find(([id]) => id !== event.pointerId)?.[1]
    down.set(event.pointerId, now)
    if (travelled < 5) return
    const { view } = scene
    if (!other) look({ ...view, left: view.left + dx, top: view.top + dy })
    else {
      const apart = (spot: Spot) => Math.hypot(spot[0] - other[0], spot[1] - other[1]) || 1
      look(zoomed(view, apart(now) / apart(before), (now[0] + other[0]) / 2, (now[1] + other[1]) / 2))
    }
  }
  const end = (event: PointerEvent) => {
    const spot = down.get(event.pointerId)
    down.delete(event.pointerId)
    if (event.type === 'pointerup' && spot && travelled < 5 && !down.size)
      choose(pointAt(scene.view, scene.places, spot, event.pointerType === 'mouse' ? 16 : 28))
  }
  canvas.addEventListener('pointerdown', begin, { signal })
  canvas.addEventListener('pointermove', move, { signal })
  canvas.addEventListener('pointerup', end, { signal })
  canvas.addEventListener('pointercancel', end, { signal })
}
