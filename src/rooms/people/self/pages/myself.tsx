import type { Said } from '#kit/form/form.ts'
import { sayKey } from '#kit/words/words.ts'
import { TextField } from '#ui/fields.tsx'
import { ErrorSummary, Form, Submit } from '#ui/form.tsx'
import { Page } from '#ui/frame.tsx'
import { words } from '../../words/words.ts'

/** My own name and number. */
export const MyselfPage = ({ said }: { said: Said }) => {
  const t = words.use()
  const errors = Object.fromEntries(Object.entries(said.errors).map(([field, key]) => [field, sayKey(t, key ?? '')]))
  return (
    <Page title={t['myself.title']} lead={t['myself.lead']} back={{ href: '/mij', label: t['myself.back'] }} narrow>
      <ErrorSummary title={t['error.summary']} errors={errors} />
      <Form action="/mij/gegevens">
        <TextField
          name="name"
          label={t['person.name']}
          value={said.values['name']}
          error={errors['name']}
          autocomplete="name"
        />
        <TextField
          name="phone"
          type="tel"
          label={t['person.phone']}
          value={said.values['phone']}
          error={errors['phone']}
          autocomplete="tel"
        />
        <Submit>{t['myself.save']}</Submit>
      </Form>
    </Page>
  )
}
