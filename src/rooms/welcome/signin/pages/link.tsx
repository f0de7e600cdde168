import type { Said } from '#kit/form/form.ts'
import { ButtonForm, ButtonLink } from '#ui/button.tsx'
import { TextField } from '#ui/fields.tsx'
import { ErrorSummary, Form, Submit } from '#ui/form.tsx'
import { Page } from '#ui/frame.tsx'
import { useErrors } from '../../pages/sign-in.tsx'
import { words } from '../../words/words.ts'

const useBack = () => ({ href: '/inloggen', label: words.use()['in.title'] })

/** Asking for a letter with a link that signs in. */
export const AskLinkPage = ({ said }: { said: Said }) => {
  const t = words.use()
  const errors = useErrors(said)
  return (
    <Page title={t['link.title']} lead={t['link.lead']} back={useBack()} narrow>
      <ErrorSummary title={t['error.summary']} errors={errors} />
      <Form action="/inloggen/link">
        <input type="hidden" name="naar" value={String(said.values['naar'] ?? '')} />
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

export const LinkSentPage = () => {
  const t = words.use()
  return (
    <Page title={t['link.sent']} lead={t['reset.sent']} back={useBack()} narrow>
      <p>{t['link.sent.text']}</p>
    </Page>
  )
}

/** What the link in the letter opens: one button. */
export const LinkPage = ({ token, path }: { token: string; path: string }) => {
  const t = words.use()
  return (
    <Page title={t['link.in']} lead={t['link.in.lead']} narrow>
      <ButtonForm action={`/inloggen/link/${token}`} fields={{ naar: path }} label={t['in.button']} />
    </Page>
  )
}

/** Used, ended, or opened in another browser than the one that asked. */
export const LinkGonePage = () => {
  const t = words.use()
  return (
    <Page title={t['link.gone']} lead={t['link.gone.text']} narrow>
      <ButtonLink href="/inloggen/link">{t['link.again']}</ButtonLink>
    </Page>
  )
}
