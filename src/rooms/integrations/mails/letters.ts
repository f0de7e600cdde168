import type { Letter } from '#kit/mail/send.ts'
import { type Day, sayDay } from '#kit/time/day.ts'
import { fill, type Language } from '#kit/words/words.ts'
import { words } from '../words/words.ts'

type Ends = { to: string; maker: string; name: string; until: Day; baseUrl: string; language: Language }

/** Two weeks before a token ends: which one, and where a new one is made. */
export function endsLetter({ to, maker, name, until, baseUrl, language }: Ends): Letter {
  const t = words.in(language)
  const link = `${baseUrl}/koppelingen`
  return {
    to,
    subject: t['letter.ends.subject'],
    text: fill(t['letter.ends.text'], { maker, name, day: sayDay(until, language), link }),
  }
}

type Stopped = Omit<Ends, 'until'>

/** Nothing arrived for days: the webhook is stopped, and can be made anew. */
export function stoppedLetter({ to, maker, name, baseUrl, language }: Stopped): Letter {
  const t = words.in(language)
  const text = fill(t['letter.stopped.text'], { maker, name, link: `${baseUrl}/koppelingen` })
  return { to, subject: t['letter.stopped.subject'], text }
}
