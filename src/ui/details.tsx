import type { Child } from 'hono/jsx'

export type DetailsProps = { summary: Child; children?: Child; open?: boolean | undefined; id?: string | undefined }

/** Folded until somebody wants it. */
export const Details = ({ summary, children, open, id }: DetailsProps) => (
  <details class="details" open={open} id={id}>
    <summary>{summary}</summary>
    <div>{children}</div>
  </details>
)
