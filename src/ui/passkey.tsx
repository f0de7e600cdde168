import type { Child } from 'hono/jsx'
import { type ButtonKind, buttonLook } from '#ui/button.tsx'
import { safeHref } from '#ui/href.ts'
import { Icon } from '#ui/icon.tsx'

export type PasskeyFormProps = {
  /** Where what was signed is sent, and where the question is asked. */
  action: string
  task: string
  kind: 'make' | 'use'
  label: string
  /** Said where the browser cannot, and where it did not work out. */
  without: string
  failed: string
  look?: ButtonKind | undefined
  fields?: Record<string, string> | undefined
  children?: Child
}

/** A button that lets the device sign with a passkey. Without script it stays away and says so. */
export const PasskeyForm = ({
  action,
  task,
  kind,
  label,
  without,
  failed,
  look = 'quiet',
  fields = {},
  children,
}: PasskeyFormProps) => (
  <form
    class="form"
    method="post"
    action={safeHref(action)}
    novalidate
    data-controller="passkey"
    data-passkey-task-value={task}
    data-passkey-kind-value={kind}
    data-action="passkey#ask"
  >
    {children}
    {Object.entries(fields).map(([name, value]) => (
      <input type="hidden" name={name} value={value} />
    ))}
    <input type="hidden" name="answer" data-passkey-target="answer" />
    <div class="actions" id="answer">
      <button class={buttonLook(look)} type="submit" hidden data-passkey-target="button">
        <Icon name="lock" />
        {label}
      </button>
    </div>
    <p data-passkey-target="without">{without}</p>
    <p role="alert" hidden data-passkey-target="failed">
      {failed}
    </p>
  </form>
)
