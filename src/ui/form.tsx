import type { Child } from 'hono/jsx'
import { Button, type ButtonProps } from '#ui/button.tsx'
import { safeHref } from '#ui/href.ts'

export type FormProps = {
  action: string
  method?: 'post' | 'get' | undefined
  children?: Child
  /** The form holds a FileField. */
  upload?: boolean | undefined
  /** Keeps what was typed on this device under this key until sent. Never for anything confidential. */
  draft?: string | undefined
  /** Asks this before leaving with words unsent. For forms that may keep no draft. */
  unsaved?: string | undefined
  id?: string | undefined
}

/** A form. We check it ourselves, in plain words, so the browser does not. */
export const Form = ({ action, method = 'post', children, upload, draft, unsaved, id }: FormProps) => (
  <form
    class="form"
    id={id}
    method={method}
    action={safeHref(action)}
    enctype={upload ? 'multipart/form-data' : undefined}
    novalidate
    {...keeping(draft, unsaved)}
  >
    {children}
  </form>
)

function keeping(draft: string | undefined, unsaved: string | undefined) {
  if (draft) {
    return {
      'data-controller': 'keep-draft',
      'data-keep-draft-key-value': draft,
      'data-action': 'input->keep-draft#keep submit->keep-draft#forget',
    }
  }
  if (unsaved) {
    return {
      'data-controller': 'unsaved',
      'data-unsaved-question-value': unsaved,
      'data-action':
        'input->unsaved#typed submit->unsaved#sent turbo:before-visit@document->unsaved#ask beforeunload@window->unsaved#ask',
    }
  }
  return {}
}

/** The button that sends the form: a verb with an object. */
export const Submit = (props: Omit<ButtonProps, 'type'>) => <Button {...props} type="submit" />

export type ErrorSummaryProps = {
  title: string
  /** Text per field name, in the order of the page. Absent or empty: no summary. */
  errors: Partial<Record<string, string>>
}

/** All that is not right yet, with links to the fields; gets focus when the page comes back. */
export const ErrorSummary = ({ title, errors }: ErrorSummaryProps) => {
  const said = Object.entries(errors).filter(([, text]) => text)
  // The same sentence at four fields is one thing to mend: said once, and it leads to the first.
  const wrong = said.filter(([, text], place) => said.findIndex(([, other]) => other === text) === place)
  if (wrong.length === 0) return null
  return (
    <div class="error-summary" role="alert" tabindex={-1} autofocus aria-labelledby="error-summary">
      <h2 id="error-summary">{title}</h2>
      <ul>
        {wrong.map(([field, text]) => (
          <li>
            <a href={`#${field}`}>{text}</a>
          </li>
        ))}
      </ul>
    </div>
  )
}
