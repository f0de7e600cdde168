import { buttonLook } from '#ui/button.tsx'
import { cornersOf, type Kind } from '#ui/drawing/sketch.ts'
import { useFrame } from '#ui/frame.tsx'

export type DrawingProps = {
  id: string
  title: string
  /** Where what is drawn can be fetched (#ui/drawing/sketch.ts). */
  source: string
  legend: { title: string; kinds: readonly Kind[]; notes: readonly string[] }
  words: Record<
    'label' | 'keys' | 'without' | 'wait' | 'failed' | 'nearer' | 'farther' | 'whole' | 'only' | 'open' | 'none',
    string
  >
}

/** A network of points and lines. It adds to a list on the same page; without script it says that it is not there. */
export const Drawing = ({ id, title, source, legend, words }: DrawingProps) => {
  const { drawing } = useFrame().assets
  const { only, open, none, wait, failed } = words
  if (!drawing) return null
  return (
    <section
      id={id}
      class="drawing"
      data-controller="drawing"
      data-drawing-script-value={drawing.js}
      data-drawing-worker-value={drawing.worker}
      data-drawing-source-value={source}
      data-drawing-words-value={JSON.stringify({ only, open, none, wait, failed })}
    >
      <h2>{title}</h2>
      <p role="status" data-drawing-target="status">
        {words.without}
      </p>
      <div class="drawing-stage" data-drawing-target="stage" hidden>
        <div class="actions">
          <Look part="nearer" label={words.nearer} />
          <Look part="farther" label={words.farther} />
          <Look part="whole" label={words.whole} />
        </div>
        <div
          class="drawing-window"
          role="application"
          tabindex={0}
          aria-label={words.label}
          aria-describedby={`${id}-keys`}
        >
          <canvas />
        </div>
        <div class="drawing-panel" data-part="panel" aria-live="polite" />
        <p class="soft" id={`${id}-keys`}>
          {words.keys}
        </p>
      </div>
      <h3>{legend.title}</h3>
      <ul class="drawing-legend">
        {legend.kinds.map((kind) => (
          <li>
            <Sign kind={kind} /> {kind.name}
          </li>
        ))}
        {legend.notes.map((note) => (
          <li>{note}</li>
        ))}
      </ul>
    </section>
  )
}

const Look = ({ part, label }: { part: string; label: string }) => (
  <button class={buttonLook('quiet')} type="button" data-part={part}>
    {label}
  </button>
)

const Sign = ({ kind: { shape, hue } }: { kind: Kind }) => {
  const corners = cornersOf(shape).map((corner) => corner.map((part) => (10 + 8 * part).toFixed(1)).join(','))
  const look = `drawing-sign drawing-hue-${hue}${shape === 'ring' ? ' drawing-open' : ''}`
  return (
    <svg class={look} viewBox="0 0 20 20" aria-hidden="true">
      {corners.length ? <polygon points={corners.join(' ')} /> : <circle cx="10" cy="10" r="7" />}
    </svg>
  )
}
