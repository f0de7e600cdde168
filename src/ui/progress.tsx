export type ProgressProps = {
  id: string
  /** Names the bar for who hears it. */
  label: string
  /** The same in words. */
  said: string
  done: number
  total: number
  /** Whether it is worth looking again. */
  moving: boolean
  /** The page itself: how one looks again without script. */
  again: { href: string; label: string }
}

/** How far something is that goes on by itself. With script it looks again by itself. */
export const Progress = ({ id, label, said, done, total, moving, again }: ProgressProps) => (
  <div class="progress" id={id} data-controller={moving ? 'again' : undefined}>
    <progress aria-label={label} value={String(done)} max={String(Math.max(total, 1))} data-again-part="bar" />
    <p class="whole" data-again-part="said">
      {said}
    </p>
    <p data-again-target="link">
      <a href={again.href}>{again.label}</a>
    </p>
  </div>
)
