import { buttonLook } from '#ui/button.tsx'
import { Icon } from '#ui/icon.tsx'

export type CopyProps = { text: string; label: string; done: string }

/** A piece of text with a button that copies it. Without script the text can still be selected. */
export const Copy = ({ text, label, done }: CopyProps) => (
  <p class="actions" data-controller="copy" data-copy-done-value={done}>
    <code data-copy-target="text">{text}</code>
    <button class={buttonLook('quiet')} type="button" hidden data-copy-target="button" data-action="copy#copy">
      <Icon name="copy" /> <span data-copy-target="label">{label}</span>
    </button>
    <span class="only-heard" role="status" data-copy-target="said" />
  </p>
)
