import type { Letter } from '#kit/mail/send.ts'
import { type Day, sayDay } from '#kit/time/day.ts'
import { fill } from '#kit/words/words.ts'
import type { PollKind } from '../tables.ts'
import { words } from '../words/words.ts'

type Told = { kind: PollKind; schoolName: string; closesOn: Day; name: string; mail: string; link: string }

/** Where to vote and until when. The question itself stands behind the link. */
export function voteLetter({ kind, schoolName, closesOn, name, mail, link }: Told, again: boolean): Letter {
  const t = words.in('nl')
  const text = fill(t[kind === 'sounding' ? 'letter.text.sounding' : 'letter.text'], {
    ...{ name, school: schoolName, link, day: sayDay(closesOn, 'nl') },
    how: t[`letter.${kind}`],
  })
  return { to: mail, subject: fill(t[again ? 'letter.again' : 'letter.subject'], { school: schoolName }), text }
}
