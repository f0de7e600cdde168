import type { Child } from 'hono/jsx'
import { safeHref } from '#ui/href.ts'
import { Waits } from '#ui/tag.tsx'

/** Rows that say enough not to be opened. */
export const List = ({ children, label }: { children?: Child; label?: string | undefined }) => (
  // biome-ignore lint/a11y/noRedundantRoles: Safari forgets that it is a list when the bullets are gone.
  <ul class="list" role="list" aria-label={label}>
    {children}
  </ul>
)

export type RowProps = {
  title: Child
  href?: string | undefined
  line?: Child
  when?: Child
  /** Words for "this waits for you"; gives the warm edge too. */
  waits?: string | undefined
  /** A tag, a face or a sign before the words. */
  before?: Child
  tag?: Child
  /** A button of its own at the end. */
  action?: Child
  noPrefetch?: boolean | undefined
}

export const Row = ({ title, href, line, when, waits, before, tag, action, noPrefetch }: RowProps) => (
  <li class={waits ? 'row row-waits' : 'row'}>
    {before}
    <div class="row-words">
      <p class="row-title">
        {href ? (
          <a href={safeHref(href)} data-turbo-prefetch={noPrefetch ? 'false' : undefined}>
            {title}
          </a>
        ) : (
          title
        )}
      </p>
      {line && <p class="row-line">{line}</p>}
    </div>
    {tag}
    {waits && <Waits>{waits}</Waits>}
    {when && <p class="row-when">{when}</p>}
    {action && <div class="row-do">{action}</div>}
  </li>
)
