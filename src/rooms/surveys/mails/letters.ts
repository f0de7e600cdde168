import type { Letter } from '#kit/mail/send.ts'
import { type Day, sayDay } from '#kit/time/day.ts'
import { fill, type Language } from '#kit/words/words.ts'
import type { PollKind } from '../tables.ts'
import { words } from '../words/words.ts'

type Told = { kind: PollKind; schoolName: string; closesOn: Day }
type To = { name: string; mail: string; link: string; language: Language }

/** Where to vote and until when. The question itself stands behind the link. */
export function voteLetter(
  { kind, schoolName, closesOn, name, mail, link, language }: Told & To,
  again: boolean,
): Letter {
  const t = words.in(language)
  const text = fill(t[kind === 'sounding' ? 'letter.text.sounding' : 'letter.text'], {
    ...{ name, school: schoolName, link, day: sayDay(closesOn, language) },
    how: t[`letter.${kind}`],
  })
  return { to: mail, subject: fill(t[again ? 'letter.again' : 'letter.subject'], { school: schoolName }), text }
}
