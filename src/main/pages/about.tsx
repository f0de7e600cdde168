import { Page } from '#ui/frame.tsx'
import { words } from '../words/words.ts'

/** What this is, whom to write to about this house, and whose data it shows. */
export const AboutPage = ({ contact }: { contact: string | undefined }) => {
  const t = words.use()
  return (
    <Page title={t['about.title']} lead={t['about.lead']} narrow>
      <h2>{t['about.contact']}</h2>
      <p>
        {t[contact ? 'about.contact.text' : 'about.contact.none']}{' '}
        {contact && <a href={`mailto:${contact}`}>{contact}</a>}
      </p>
      <h2>{t['about.data']}</h2>
      <ul>
        <li>{t['about.duo']}</li>
        <li>{t['about.geonames']}</li>
        <li>{t['about.cbs']}</li>
      </ul>
      <p>{t['about.licence']}</p>
    </Page>
  )
}
