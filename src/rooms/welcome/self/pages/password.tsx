import type { Said } from '#kit/form/form.ts'
import { TextField } from '#ui/fields.tsx'
import { ErrorSummary, Form, Submit } from '#ui/form.tsx'
import { Page } from '#ui/frame.tsx'
import { useErrors } from '../../pages/sign-in.tsx'
import { words } from '../../words/words.ts'

/** Another password, with the old one as proof. */
export const PasswordPage = ({ said }: { said: Said }) => {
  const t = words.use()
  const errors = useErrors(said)
  return (
    <Page
      title={t['self.password']}
      lead={t['self.password.lead']}
      back={{ href: '/mij', label: t['self.title'] }}
      narrow
    >
      <ErrorSummary title={t['error.summary']} errors={errors} />
      <Form action="/mij/wachtwoord">
        <TextField
          name="current"
          type="password"
          label={t['self.password.current']}
          error={errors['current']}
          autocomplete="current-password"
        />
        <TextField
          name="next"
          type="password"
          label={t['self.password.next']}
          hint={t['invitation.password.hint']}
          error={errors['next']}
          autocomplete="new-password"
        />
        <Submit>{t['reset.save']}</Submit>
      </Form>
    </Page>
  )
}
