import type { Child } from 'hono/jsx'
import { safeHref } from '#ui/href.ts'
import { Icon, type IconName } from '#ui/icon.tsx'

export type ButtonKind = 'do' | 'quiet' | 'danger'
const looks: Record<ButtonKind, string> = {
  do: 'utrecht-button utrecht-button--primary-action',
  quiet: 'utrecht-button utrecht-button--secondary-action',
  danger: 'utrecht-button utrecht-button--primary-action utrecht-button--danger',
}
export const buttonLook = (kind: ButtonKind) => looks[kind]

export type ButtonProps = {
  children?: Child
  kind?: ButtonKind | undefined
  icon?: IconName | undefined
  type?: 'submit' | 'button' | undefined
  name?: string | undefined
  value?: string | undefined
  disabled?: boolean | undefined
  /** Sends the form around it elsewhere. */
  action?: string | undefined
}

/** A button: a verb with an object ("Ask the library"). */
export const Button = ({
  children,
  kind = 'do',
  icon,
  type = 'submit',
  name,
  value,
  disabled,
  action,
}: ButtonProps) => (
  <button
    class={looks[kind]}
    type={type}
    name={name}
    value={value}
    disabled={disabled}
    formaction={action && safeHref(action)}
  >
    {icon && <Icon name={icon} />}
    {children}
  </button>
)

export type ButtonLinkProps = {
  href: string
  children?: Child
  kind?: ButtonKind | undefined
  icon?: IconName | undefined
  /** Do not fetch this page ahead, because being read is written down there. */
  noPrefetch?: boolean | undefined
}

/** A link that is the next step, so it looks like one. */
export const ButtonLink = ({ href, children, kind = 'do', icon, noPrefetch }: ButtonLinkProps) => (
  <a class={looks[kind]} href={safeHref(href)} data-turbo-prefetch={noPrefetch ? 'false' : undefined}>
    {icon && <Icon name={icon} />}
    {children}
  </a>
)

export type ButtonFormProps = {
  action: string
  label: Child
  kind?: ButtonKind | undefined
  icon?: IconName | undefined
  /** Sent along, unseen. */
  fields?: Record<string, string> | undefined
  /** Names what the button is about, for who hears it out of its place. */
  about?: string | undefined
}

/** One button that posts: a moment such as accepting or taking back. */
export const ButtonForm = ({ action, label, kind = 'do', icon, fields = {}, about }: ButtonFormProps) => (
  <form method="post" action={safeHref(action)}>
    {Object.entries(fields).map(([name, value]) => (
      <input type="hidden" name={name} value={value} />
    ))}
    <Button kind={kind} icon={icon}>
      {label}
      {about && <span class="only-heard"> {about}</span>}
    </Button>
  </form>
)

/** A row of buttons; the first is the one most people want. */
export const Actions = ({ children }: { children?: Child }) => <div class="actions">{children}</div>
