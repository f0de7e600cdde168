import { sayKey } from '#kit/words/words.ts'
import type { Takeover } from '#rooms/takeovers/door.ts'
import { FileField, TextArea } from '#ui/fields.tsx'
import { ErrorSummary, Form, Submit } from '#ui/form.tsx'
import { Page } from '#ui/frame.tsx'
import { List, Row } from '#ui/list.tsx'
import { words } from '../words/words.ts'
import { Whole } from './mapping.tsx'

type Props = { error?: string; pasted?: string; earlier?: readonly Takeover[] }

/** The first step: a list, chosen or pasted. */
export const UploadPage = ({ error, pasted = '', earlier = [] }: Props) => {
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
      {earlier.length > 0 && (
        <section>
          <h2>{t['lists.earlier']}</h2>
          <p class="soft">{t['lists.earlier.text']}</p>
          <List label={t['lists.earlier']}>
            {earlier.map(({ id, source, undoneAt }) => (
              <Row href={`/overname/${id}`} title={source} line={undoneAt ? t['lists.earlier.undone'] : undefined} />
            ))}
          </List>
        </section>
      )}
    </Page>
  )
}
