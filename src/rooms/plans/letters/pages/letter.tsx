import { type Day, dayOf, sayDate, sayDay } from '#kit/time/day.ts'
import { fill, useLanguage } from '#kit/words/words.ts'
import { Actions, ButtonForm, ButtonLink } from '#ui/button.tsx'
import { Page } from '#ui/frame.tsx'
import { CalmLine, Notice } from '#ui/notice.tsx'
import { Letter, PrintButton } from '#ui/sheet.tsx'
import { words } from '../../resolutions/words/words.ts'
import { type About, letterSubject, letterText } from '../mails/letters.ts'
import type { LetterAt } from '../queries.ts'

type Props = { found: LetterAt; about: About; language: string; today: Day }

/** The letter as it will be read, before it goes; on paper the same words on a sheet of their own. */
export const LetterPage = ({ found, about, language, today }: Props) => {
  const t = words.use()
  const { line, resolution, label, schoolPlace, face, gone, goneTo } = found
  const at = `/besluiten/${resolution.id}`
  const address = label?.split('\n') ?? [line.name, [line.postcode, line.place].filter(Boolean).join(' ')]
  return (
    <Page
      title={fill(t['write.title'], { name: line.name })}
      lead={gone ? undefined : t['write.lead']}
      back={{ href: at, label: t['partner.back'] }}
    >
      {gone ? (
        <Gone gone={gone} to={goneTo} today={today} />
      ) : (
        <Languages at={`${at}/partners/${line.id}/brief`} chosen={language} />
      )}
      <Letter
        to={address.filter(Boolean)}
        day={[schoolPlace, sayDate(today, language)].filter(Boolean).join(', ')}
        subject={letterSubject(about.school, language)}
      >
        {letterText(about, language)
          .split('\n\n')
          .map((part) => (
            <p>
              {part.split('\n').map((one, place) => (
                <>
                  {place > 0 && <br />}
                  {one}
                </>
              ))}
            </p>
          ))}
      </Letter>
      {!gone && (
        <Send at={`${at}/partners/${line.id}/brief`} mail={face?.mail ?? null} to={about.name} language={language} />
      )}
      {!gone && !face?.mail && <CalmLine>{t['write.noMail']}</CalmLine>}
      <PrintButton>{t['write.print']}</PrintButton>
    </Page>
  )
}

type GoneProps = { gone: NonNullable<LetterAt['gone']>; to: string; today: Day }
const Gone = ({ gone, to, today }: GoneProps) => {
  const t = words.use()
  const language = useLanguage()
  const { way, sentAt } = gone
  return (
    <Notice kind="tell" text={fill(t[`written.${way}`], { name: to, day: sayDay(dayOf(sentAt), language, today) })} />
  )
}

/** It goes in the language she wants her letters in; where nobody knows, one chooses. */
const Languages = ({ at, chosen }: { at: string; chosen: string }) => {
  const t = words.use()
  return (
    <Actions>
      {(['nl', 'en'] as const)
        .filter((code) => code !== chosen)
        .map((code) => (
          <ButtonLink href={`${at}?taal=${code}`} kind="quiet">
            {t[`write.language.${code}`]}
          </ButtonLink>
        ))}
    </Actions>
  )
}

type SendProps = { at: string; mail: string | null; to: string; language: string }
const Send = ({ at, mail, to, language }: SendProps) => {
  const t = words.use()
  return (
    <Actions>
      {mail && (
        <ButtonForm
          action={at}
          fields={{ way: 'mail', taal: language }}
          label={fill(t['write.mail'], { name: to, mail })}
          icon="mail"
        />
      )}
      <ButtonForm action={at} fields={{ way: 'paper', taal: language }} label={t['write.paper']} kind="quiet" />
    </Actions>
  )
}
