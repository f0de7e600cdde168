import type { Child } from 'hono/jsx'
import { ButtonLink } from '#ui/button.tsx'

export type SafetyCardProps = {
  /** The word above the title, such as "Safety". Always there: colour alone says nothing. */
  label: string
  title: string
  children?: Child
  /** What to do first; the first is the big button. */
  actions?: { href: string; label: string }[] | undefined
  id?: string | undefined
}

/** About safety, and unmistakably so: its shape, sign and words are used nowhere else. */
export const SafetyCard = ({ label, title, children, actions = [], id = 'safety' }: SafetyCardProps) => (
  <section class="safety" aria-labelledby={`${id}-title`}>
    <svg class="safety-sign" viewBox="0 0 48 48" aria-hidden="true">
      <path d="M15 2h18l13 13v18L33 46H15L2 33V15z" />
      <path d="M24 13v13m0 7v.5" />
    </svg>
    <div>
      <p class="safety-label">{label}</p>
      <h2 id={`${id}-title`}>{title}</h2>
    </div>
    <div class="safety-body">
      {children}
      {actions.length > 0 && (
        <div class="actions">
          {actions.map((action, place) => (
            <SafetyAction {...action} first={place === 0} />
          ))}
        </div>
      )}
    </div>
  </section>
)

const SafetyAction = ({ href, label, first }: { href: string; label: string; first: boolean }) =>
  first ? <ButtonLink href={href}>{label}</ButtonLink> : <a href={href}>{label}</a>
