import { ButtonForm } from '#ui/button.tsx'
import { Page } from '#ui/frame.tsx'
import { words } from '../../words/words.ts'

/** Unknown, withdrawn or renewed: which of these is not said. */
export const GonePage = () => {
  const t = words.use()
  return (
    <Page title={t['guest.gone.title']} narrow>
      <p>{t['guest.gone.text']}</p>
    </Page>
  )
}

/** Run out: a new one goes to the address the old one went to, and to no other. */
export const ExpiredPage = ({ at }: { at: string }) => {
  const t = words.use()
  return (
    <Page title={t['guest.expired.title']} narrow>
      <p>{t['guest.expired.text']}</p>
      <ButtonForm action={`${at}/link`} label={t['guest.expired.send']} icon="mail" />
    </Page>
  )
}

/** One sentence: what is under way, or that one should wait. */
export const SaidPage = ({ title, text }: { title: string; text: string }) => (
  <Page title={title} narrow>
    <p>{text}</p>
  </Page>
)
