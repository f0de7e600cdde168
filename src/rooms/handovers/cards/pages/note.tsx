import type { Said } from '#kit/form/form.ts'
import { fill, sayKey } from '#kit/words/words.ts'
import { TextArea } from '#ui/fields.tsx'
import { ErrorSummary, Form, Submit } from '#ui/form.tsx'
import { Page } from '#ui/frame.tsx'
import { words } from '../../words/words.ts'
import { sentences } from '../forms.ts'

/** Three sentences, each may be empty. About the work, never about a person. */
export const NotePage = ({ line, said }: { line: { id: string; name: string }; said: Said }) => {
  const t = words.use()
  const at = `/netwerk/${line.id}/overdracht`
  const errors: Record<string, string> = Object.fromEntries(
    Object.entries(said.errors).map(([field, key]) => [field, sayKey(t, key ?? '')]),
  )
  return (
    <Page
      title={t['note.title']}
      lead={t['note.lead']}
      back={{ href: at, label: fill(t['note.back'], { name: line.name }) }}
      narrow
    >
      <Form action={`${at}/zinnen`}>
        <ErrorSummary title={t['error.summary']} errors={errors} />
        {sentences.map((field) => (
          <TextArea
            name={field}
            label={t[`note.${field}`]}
            hint={t[`note.${field}.hint`]}
            rows={2}
            maxlength={300}
            value={said.values[field]}
            error={errors[field]}
          />
        ))}
        <Submit>{t['note.save']}</Submit>
      </Form>
    </Page>
  )
}
