import { safeHref } from '#ui/href.ts'
import { Icon } from '#ui/icon.tsx'

type Turn = { href: string; label: string } | undefined
export type PagerProps = {
  label: string
  previous?: Turn
  next?: Turn
  /** Where we are: "21 to 40 of 63". */
  text?: string | undefined
}

/** One page on, one page back. */
export const Pager = ({ label, previous, next, text }: PagerProps) => (
  <nav class="pager" aria-label={label}>
    {previous && (
      <a href={safeHref(previous.href)} rel="prev">
        <Icon name="back" /> {previous.label}
      </a>
    )}
    {text && <span class="soft">{text}</span>}
    {next && (
      <a href={safeHref(next.href)} rel="next">
        {next.label} <Icon name="next" />
      </a>
    )}
  </nav>
)
