import type { Child } from 'hono/jsx'
import { Icon } from '#ui/icon.tsx'

export type TagProps = { children?: Child; kind?: 'plain' | 'done' | 'quiet' | undefined }

/** A short word about the thing beside it. */
export const Tag = ({ children, kind = 'plain' }: TagProps) => <span class={`tag tag-${kind}`}>{children}</span>

/** The warm accent, kept for one thing: this waits for you. */
export const Waits = ({ children }: { children?: Child }) => (
  <span class="waits">
    <Icon name="clock" />
    {children}
  </span>
)

/** Ten shapes beside ten hues, so that grey print and any eye can tell them apart. */
const shapes = [
  'M8 1a7 7 0 1 0 0 14A7 7 0 0 0 8 1z',
  'M2 2h12v12H2z',
  'M8 1l7.5 13.5H.5z',
  'M8 0l8 8-8 8-8-8z',
  'M8 1a7 7 0 1 0 0 14A7 7 0 0 0 8 1zm0 4a3 3 0 1 1 0 6 3 3 0 0 1 0-6z',
  'M6 1h4v5h5v4h-5v5H6v-5H1V6h5z',
  'M.5 1.5h15L8 15z',
  'M1 12a7 7 0 0 1 14 0z',
  'M4.5 1h7L16 8l-4.5 7h-7L0 8z',
  'M1 2h14v4H1zm0 8h14v4H1z',
]

export type Hue = 1 | 2 | 3 | 4 | 5 | 6 | 7 | 8 | 9 | 10

/** A kind of party: always hue, shape and name together. */
export const SectorTag = ({ hue, label }: { hue: Hue; label: string }) => (
  <span class="sector">
    <svg class={`hue-${hue}`} viewBox="0 0 16 16" aria-hidden="true">
      <path fill-rule="evenodd" d={shapes[hue - 1]} />
    </svg>
    {label}
  </span>
)
