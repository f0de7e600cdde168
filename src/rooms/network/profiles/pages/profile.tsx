import type { Said } from '#kit/form/form.ts'
import { sayKey } from '#kit/words/words.ts'
import { TextArea } from '#ui/fields.tsx'
import { ErrorSummary, Form, Submit } from '#ui/form.tsx'
import { Page } from '#ui/frame.tsx'
import { words } from '../../words/words.ts'

/** What a partner says of itself. */
export const ProfilePage = ({ said }: { said: Said }) => {
  const t = words.use()
  const errors: Record<string, string> = Object.fromEntries(
    Object.entries(said.errors).map(([field, key]) => [field, sayKey(t, key ?? '')]),
  )
  return (
    <Page title={t['profile.title']} lead={t['profile.lead']} narrow>
      <ErrorSummary title={t['error.summary']} errors={errors} />
      <Form action="/profiel">
        {(['can', 'wants', 'gives', 'asks'] as const).map((part) => (
          <TextArea
            name={part}
            label={t[`profile.${part}`]}
            hint={t[`profile.${part}.hint`]}
            value={said.values[part]}
            error={errors[part]}
            rows={3}
          />
        ))}
        <Submit>{t['profile.save']}</Submit>
      </Form>
    </Page>
  )
}
