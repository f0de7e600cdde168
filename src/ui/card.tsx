import type { Child } from 'hono/jsx'
import { safeHref } from '#ui/href.ts'
import { Waits } from '#ui/tag.tsx'

export type CardProps = {
  title?: Child
  href?: string | undefined
  level?: 2 | 3 | undefined
  children?: Child
  foot?: Child
  /** Words for "this waits for you". */
  waits?: string | undefined
}

/** One thing on its own sheet of paper. Never a card in a card. */
export const Card = ({ title, href, level = 2, children, foot, waits }: CardProps) => {
  const Heading = level === 2 ? 'h2' : 'h3'
  return (
    <article class={waits ? 'card card-waits' : 'card'}>
      {waits && (
        <p>
          <Waits>{waits}</Waits>
        </p>
      )}
      {title && <Heading>{href ? <a href={safeHref(href)}>{title}</a> : title}</Heading>}
      {children}
      {foot && <div class="card-foot">{foot}</div>}
    </article>
  )
}
