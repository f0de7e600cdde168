import type { Said } from '#kit/form/form.ts'
import { TextField } from '#ui/fields.tsx'
import { ErrorSummary, Form, Submit } from '#ui/form.tsx'
import { Page } from '#ui/frame.tsx'
import { words } from '../words/words.ts'
import { useErrors } from './sign-in.tsx'

/** Asking for a letter with a link. The answer is the same whether or not we know the address. */
export const ForgotPage = ({ said }: { said: Said }) => {
  const t = words.use()
  const errors = useErrors(said)
  return (
    <Page title={t['reset.title']} lead={t['reset.lead']} narrow>
      <ErrorSummary title={t['error.summary']} errors={errors} />
      <Form action="/wachtwoord">
        <TextField
          name="mail"
          type="email"
          label={t['in.mail']}
          value={said.values['mail']}
          error={errors['mail']}
          autocomplete="username"
        />
        <Submit>{t['reset.button']}</Submit>
      </Form>
    </Page>
  )
}

/** Choosing a new password with the link of the letter. */
export const NewPasswordPage = ({ said, token }: { said: Said; token: string }) => {
  const t = words.use()
  const errors = useErrors(said)
  return (
    <Page title={t['reset.new']} narrow>
      <ErrorSummary title={t['error.summary']} errors={errors} />
      <Form action={`/wachtwoord/${token}`}>
        <TextField
          name="password"
          type="password"
          label={t['in.password']}
          hint={t['invitation.password.hint']}
          error={errors['password']}
          autocomplete="new-password"
        />
        <Submit>{t['reset.save']}</Submit>
      </Form>
    </Page>
  )
}
