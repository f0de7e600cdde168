import type { KeptLetter } from '#kit/mail/send.ts'
import { fill } from '#kit/words/words.ts'
import { Card } from '#ui/card.tsx'
import { Details } from '#ui/details.tsx'
import { Empty } from '#ui/empty.tsx'
import { Page } from '#ui/frame.tsx'
import { words } from '../words/words.ts'
import { useMoment } from './moment.tsx'

/** Every letter of the demo town, newest first. */
export const MailboxPage = ({ letters }: { letters: KeptLetter[] }) => {
  const t = words.use()
  const sayMoment = useMoment()
  return (
    <Page title={t['mailbox.title']} lead={t['mailbox.lead']} narrow>
      {letters.length === 0 && <Empty title={t['mailbox.empty']}>{t['mailbox.empty.text']}</Empty>}
      {letters.map((letter) => (
        <Card title={letter.subject}>
          <p>
            {fill(t['mailbox.to'], { to: letter.recipient })} · {sayMoment(letter.at)}
          </p>
          <p class="letter">{withLinks(letter.text)}</p>
          {letter.calendar && (
            <Details summary={t['mailbox.calendar']}>
              <p class="letter">{unfolded(letter.calendar)}</p>
            </Details>
          )}
        </Card>
      ))}
    </Page>
  )
}

/** Lines of a calendar are cut at 75 bytes (RFC 5545); to read they are whole again. */
const unfolded = (calendar: string) => calendar.replace(/\r?\n[ \t]/g, '').trim()

const withLinks = (text: string) =>
  text.split(/(https?:\/\/\S+)/).map((part) => (/^https?:\/\//.test(part) ? <a href={part}>{part}</a> : part))
