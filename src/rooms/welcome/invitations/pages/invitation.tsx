import type { Said } from '#kit/form/form.ts'
import { fill } from '#kit/words/words.ts'
import { TextField } from '#ui/fields.tsx'
import { ErrorSummary, Form, Submit } from '#ui/form.tsx'
import { Page } from '#ui/frame.tsx'
import { words } from '../words/words.ts'
import { useErrors } from './sign-in.tsx'

type Props = { said: Said; token: string; name: string; organisation: string; known: boolean }

/** Coming in for the first time, with the link of the letter. */
export const InvitationPage = ({ said, token, name, organisation, known }: Props) => {
  const t = words.use()
  const errors = useErrors(said)
  return (
    <Page
      title={fill(t['invitation.title'], { name })}
      lead={known ? t['invitation.known'] : fill(t['invitation.lead'], { organisation })}
      narrow
    >
      <ErrorSummary title={t['error.summary']} errors={errors} />
      <Form action={`/uitnodiging/${token}`}>
        <TextField
          name="password"
          type="password"
          label={known ? t['in.password'] : t['invitation.password']}
          hint={known ? undefined : t['invitation.password.hint']}
          error={errors['password']}
          autocomplete={known ? 'current-password' : 'new-password'}
        />
        <Submit>{t['invitation.button']}</Submit>
      </Form>
    </Page>
  )
}

export const InvitationGonePage = () => {
  const t = words.use()
  return (
    <Page title={t['invitation.gone']} narrow>
      <p>{t['invitation.gone.text']}</p>
    </Page>
  )
}
