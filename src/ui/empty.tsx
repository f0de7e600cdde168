import type { Child } from 'hono/jsx'
import { ButtonLink } from '#ui/button.tsx'

export type EmptyProps = {
  title: string
  children?: Child
  /** What it looks like once there is something. */
  example?: Child
  action?: { href: string; label: string } | undefined
}

/** Nothing here yet: teaches the first step with an example. */
export const Empty = ({ title, children, example, action }: EmptyProps) => (
  <div class="empty">
    <h2>{title}</h2>
    {children && <p>{children}</p>}
    {example && <p class="empty-example">{example}</p>}
    {action && <ButtonLink href={action.href}>{action.label}</ButtonLink>}
  </div>
)
