import { listenTo } from './hands.ts'
import { type Colours, paint, type Scene } from './paint.ts'
import { onlyAddress, type PanelWords, showPanel } from './panel.ts'
import type { Sketch } from './sketch.ts'
import { fit, type View } from './view.ts'

/** Milliseconds at a stretch for painting: what is left waits for the next frame. */
const stretch = 24

export type Given = { source: string; worker: string; words: PanelWords }

/** Fetches what is to be drawn, has it laid out beside the page, and paints it. Gives back how to stop. */
export async function open(figure: HTMLElement, { source, worker, words }: Given): Promise<() => void> {
  const canvas = figure.querySelector('canvas')!
  const pen = canvas.getContext('2d')!
  const panel = figure.querySelector<HTMLElement>('[data-part=panel]')!
  const answer = await fetch(source, { headers: { accept: 'application/json' } })
  if (!answer.ok) throw new Error(`${answer.status}`)
  const sketch = (await answer.json()) as Sketch
  const scene = sceneOf(sketch)
  const stop = new AbortController()
  let ownView = false
  let frame = 0

  const repaint = () => {
    cancelAnimationFrame(frame)
    frame = requestAnimationFrame(() => onward(paint(pen, scene)))
  }
  const onward = (steps: Generator<void>) => {
    const until = performance.now() + stretch
    while (performance.now() < until) if (steps.next().done) return
    frame = requestAnimationFrame(() => onward(steps))
  }
  const resize = () => {
    const { width, height } = canvas.getBoundingClientRect()
    if (!width) return
    const dense = Math.min(2, devicePixelRatio || 1)
    canvas.width = Math.round(width * dense)
    canvas.height = Math.round(height * dense)
    pen.setTransform(dense, 0, 0, dense, 0, 0)
    Object.assign(scene, { width, height, colours: coloursOf(figure) })
    if (!ownView) scene.view = fit(scene.places, scene)
    repaint()
  }
  const choose = (point: number) => {
    scene.chosen = point
    scene.beside = new Set(sketch.lines.flatMap(([from, to]) => (from === point ? [to] : to === point ? [from] : [])))
    showPanel(panel, sketch, point, words)
    repaint()
  }
  const look = (view: View | undefined) => {
    ownView = view !== undefined
    scene.view = view ?? fit(scene.places, scene)
    repaint()
  }
  const layer = new Worker(worker)
  layer.addEventListener('message', ({ data }: MessageEvent<Float32Array>) => {
    scene.places = data
    if (!ownView) scene.view = fit(data, scene)
    repaint()
    figure.dataset['places'] = String(Number(figure.dataset['places'] ?? 0) + 1)
  })
  layer.postMessage({
    count: sketch.points.length,
    // Only who is tied to whom; in which manner does not matter for a place.
    lines: Int32Array.from(sketch.lines.flat().filter((_, at) => at % 3 < 2)),
  })

  const watcher = new ResizeObserver(resize)
  watcher.observe(canvas)
  const only = (point: number) => {
    const link = panel.querySelector<HTMLAnchorElement>(`a[href="${onlyAddress(sketch.points[point]![0])}"]`)
    link?.click()
  }
  listenTo(figure, canvas, scene, { choose, look, only, signal: stop.signal })
  matchMedia('(prefers-color-scheme: dark)').addEventListener('change', resize, { signal: stop.signal })
  onPaper(stop.signal, () => {
    scene.colours = coloursOf(figure)
    cancelAnimationFrame(frame)
    for (const _ of paint(pen, scene));
  })
  return () => {
    stop.abort()
    layer.terminate()
    watcher.disconnect()
    cancelAnimationFrame(frame)
  }
}

function sceneOf(sketch: Sketch): Scene {
  const count = sketch.points.length
  const beside = new Int32Array(count)
  for (const [from, to] of sketch.lines) {
    beside[from]! += 1
    beside[to]! += 1
  }
  const most = Math.max(1e-9, ...sketch.points.map(([, , , weight]) => weight))
  // Many points are drawn smaller, so that they do not hide one another.
  const unit = Math.max(0.45, Math.min(1, 9 / Math.sqrt(count)))
  const sizeOf = ([, , kind, weight]: Sketch['points'][number]) =>
    unit * (sketch.kinds[kind]?.fixed ? 7 : 5 + 9 * Math.sqrt(Math.max(0, weight) / most))
  const worth = (point: number) => (sketch.kinds[sketch.points[point]![2]]?.fixed ? 1e6 : 0) + beside[point]!
  return {
    sketch,
    places: new Float32Array(2 * count),
    radius: Float32Array.from(sketch.points, sizeOf),
    view: { scale: 1, left: 0, top: 0 },
    ...{ width: 0, height: 0, chosen: -1, beside: new Set<number>() },
    colours: { ink: '', soft: '', rule: '', paper: '', do: '', hues: [] },
    named: sketch.points.map((_, at) => at).sort((a, b) => worth(b) - worth(a) || a - b),
  }
}

function coloursOf(figure: HTMLElement): Colours {
  const style = getComputedStyle(figure)
  const colour = (name: string) => style.getPropertyValue(`--${name}`).trim()
  return {
    ...{ ink: colour('ink'), soft: colour('ink-soft'), rule: colour('edge'), paper: colour('sheet'), do: colour('do') },
    hues: Array.from({ length: 10 }, (_, at) => colour(`hue-${at + 1}`)),
  }
}

/** Paper is white: what is dark on the screen is painted light for the printer, at once and whole. */
function onPaper(signal: AbortSignal, paintNow: () => void) {
  const { dataset } = document.documentElement
  let before: string | undefined
  addEventListener(
    'beforeprint',
    () => {
      before = dataset['theme']
      dataset['theme'] = 'light'
      paintNow()
    },
    { signal },
  )
  addEventListener(
    'afterprint',
    () => {
      if (before === undefined) delete dataset['theme']
      else dataset['theme'] = before
      paintNow()
    },
    { signal },
  )
}
