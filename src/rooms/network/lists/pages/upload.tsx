import { sayKey } from '#kit/words/words.ts'
import { FileField, TextArea } from '#ui/fields.tsx'
import { ErrorSummary, Form, Submit } from '#ui/form.tsx'
import { Page } from '#ui/frame.tsx'
import { words } from '../words/words.ts'
import { Whole } from './mapping.tsx'

/** The first step: a list, chosen or pasted. */
export const UploadPage = ({ error, pasted = '' }: { error?: string; pasted?: string }) => {
  const t = words.use()
  const wrong = error && sayKey(t, `lists.error.${error}`)
  const errors: Record<string, string> = wrong ? { file: wrong } : {}
  return (
    <Page title={t['lists.title']} lead={t['lists.lead']} back={{ href: '/netwerk', label: t['card.back'] }} narrow>
      <ErrorSummary title={t['error.summary']} errors={errors} />
      <Whole>
        <Form action="/netwerk/lijst" upload>
          <FileField
            name="file"
            label={t['lists.file']}
            hint={t['lists.file.hint']}
            error={errors.file}
            accept=".csv,.xlsx,.txt,.tsv,text/csv"
          />
          <TextArea name="pasted" label={t['lists.paste']} hint={t['lists.paste.hint']} value={pasted} rows={8} />
          <Submit>{t['lists.look']}</Submit>
        </Form>
      </Whole>
    </Page>
  )
}
