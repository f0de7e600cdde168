import type { Child } from 'hono/jsx'

export type DetailsProps = {
  summary: Child
  children?: Child
  open?: boolean | undefined
  id?: string | undefined
  /** Folded on a phone only: where there is room, and on paper, everything is in sight. */
  spread?: boolean | undefined
}

/** Folded until somebody wants it. */
export const Details = ({ summary, children, open, id, spread }: DetailsProps) => (
  <details class={spread ? 'details spread' : 'details'} open={open} id={id}>
    <summary>{summary}</summary>
    <div>{children}</div>
  </details>
)
