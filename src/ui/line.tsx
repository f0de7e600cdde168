import type { Child } from 'hono/jsx'
import { Person, type PersonProps } from '#ui/person.tsx'

export type LineProps = {
  from: PersonProps
  to: PersonProps
  /** How the two reach each other: "rings", "comes by". */
  how: Child
  when?: Child
  /** Names the whole for who hears it. */
  label?: string | undefined
}

/** The short line: from the person near you to the one further on, with how and when on the line. */
export const Line = ({ from, to, how, when, label }: LineProps) => (
  // biome-ignore lint/a11y/useSemanticElements: a fieldset is for fields.
  <div class="line" role="group" aria-label={label}>
    <Person {...from} />
    <div class="line-how">
      <p class="line-way">{how}</p>
      {when && <p class="line-when">{when}</p>}
    </div>
    <Person {...to} />
  </div>
)
