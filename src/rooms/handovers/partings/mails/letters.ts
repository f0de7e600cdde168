import type { Letter } from '#kit/mail/send.ts'
import { fill, type Language } from '#kit/words/words.ts'
import { words } from '../words/words.ts'

/** Asks who follows. Who stops stands behind the link and not in the letter. */
export function whoFollowsLetter(
  given: { to: string; name: string; school: string; link: string },
  language: Language = 'nl',
): Letter {
  const t = words.in(language)
  const { to, ...said } = given
  return {
    to,
    subject: fill(t['letter.follows.subject'], { school: given.school }),
    text: fill(t['letter.follows.text'], said),
  }
}

/** To who holds the line: something was said about who follows. */
export function namedLetter(
  { to, name, link }: { to: string; name: string; link: string },
  language: Language = 'nl',
): Letter {
  const t = words.in(language)
  return { to, subject: t['letter.named.subject'], text: fill(t['letter.named.text'], { name, link }) }
}
