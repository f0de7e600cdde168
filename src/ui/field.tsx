import type { Child } from 'hono/jsx'
import { Icon } from '#ui/icon.tsx'

/** What every field has. `value` and `error` come straight from what a form says back. */
export type FieldProps = {
  name: string
  label: Child
  hint?: Child
  error?: string | undefined
  /** The name, unless the page has two of it. Error summaries link to it. */
  id?: string | undefined
  required?: boolean | undefined
}
export type Said = string | string[] | number | null | undefined

/** What was typed, as one text: of a field that came twice, the first counts. */
export const said = (value: Said): string => String((Array.isArray(value) ? value[0] : value) ?? '')

/** Attributes that tie an input to its label, hint and error. */
export function tied({ name, id = name, hint, error, required }: FieldProps) {
  const about = [hint ? `${id}-hint` : '', error ? `${id}-error` : ''].filter(Boolean).join(' ')
  return {
    id,
    name,
    required,
    'aria-describedby': about || undefined,
    'aria-invalid': error ? ('true' as const) : undefined,
  }
}

/** Label, hint, error and input, in the order in which they are heard. */
export const Field = ({ label, hint, error, name, id = name, children }: FieldProps & { children?: Child }) => (
  <div class={error ? 'utrecht-form-field utrecht-form-field--invalid' : 'utrecht-form-field'}>
    <label class="utrecht-form-label" for={id}>
      {label}
    </label>
    <About id={id} hint={hint} error={error} />
    {children}
  </div>
)

/** A question with several boxes under it. */
export const FieldGroup = ({ label, hint, error, name, id = name, children }: FieldProps & { children?: Child }) => (
  <fieldset
    class={`utrecht-form-fieldset utrecht-form-fieldset--html-fieldset${error ? ' utrecht-form-fieldset--invalid' : ''}`}
    aria-describedby={tied({ name, id, label, hint, error })['aria-describedby']}
  >
    <legend class="utrecht-form-fieldset__legend utrecht-form-fieldset__legend--html-legend">{label}</legend>
    <About id={id} hint={hint} error={error} />
    {children}
  </fieldset>
)

const About = ({ id, hint, error }: { id: string; hint?: Child; error?: string | undefined }) => (
  <>
    {hint && (
      <div class="utrecht-form-field-description" id={`${id}-hint`}>
        {hint}
      </div>
    )}
    {error && (
      <div class="utrecht-form-field-error-message" id={`${id}-error`}>
        <Icon name="help" /> {error}
      </div>
    )}
  </>
)
