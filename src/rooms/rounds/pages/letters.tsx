import { type Day, sayDate, sayDay } from '#kit/time/day.ts'
import { fill, useLanguage } from '#kit/words/words.ts'
import { Page } from '#ui/frame.tsx'
import { Letter, PrintButton } from '#ui/sheet.tsx'
import type { LetterToPrint } from '../queries.ts'
import { words } from '../words/words.ts'

type Props = { letters: readonly LetterToPrint[]; today: Day }

/** A letter for each outcome, each on a sheet of its own: short, kind, and true. */
export const LettersPage = ({ letters, today }: Props) => {
  const t = words.use()
  return (
    <Page title={t['letter.title']} lead={t['letter.lead']} back={{ href: '/jaarronde', label: t['line.back'] }}>
      <PrintButton>{t['letter.print']}</PrintButton>
      {letters.map((letter) => (
        <ToPartner letter={letter} today={today} />
      ))}
    </Page>
  )
}

const ToPartner = ({ letter, today }: { letter: LetterToPrint; today: Day }) => {
  const t = words.use()
  const language = useLanguage()
  const { name, face, label, postcode, place, owner, school, decision, tell, successes } = letter
  const [last] = successes
  const success =
    last?.outcome === 'reached'
      ? fill(t['letter.reached'], { success: last.success })
      : last && last.outcome === null && last.lookOn > today && decision !== 'stop'
        ? fill(t['letter.ahead'], { success: last.success, day: sayDay(last.lookOn, language) })
        : ''
  const lines = label?.split('\n') ?? [name, [postcode, place].filter(Boolean).join(' ')]
  return (
    <Letter
      to={lines.filter(Boolean)}
      day={[place, sayDate(today, language)].filter(Boolean).join(', ')}
      subject={t['letter.subject']}
    >
      <p>{fill(t['letter.dear'], { name: face ?? name })}</p>
      <p>{t[`letter.${decision}`]}</p>
      {success && <p>{success}</p>}
      {tell?.split(/\n+/).map((line) => (
        <p>{line}</p>
      ))}
      <p>{t['letter.bye']}</p>
      <p class="letter-sign">{owner ? fill(t['letter.signed'], { owner, school }) : school}</p>
    </Letter>
  )
}
