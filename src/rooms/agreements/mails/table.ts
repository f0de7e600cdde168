import type { Letter } from '#kit/mail/send.ts'
import { fill, type Language } from '#kit/words/words.ts'
import { words } from '../words/words.ts'

/** The invitation to fill in one's own side of the table. Of what the school wrote nothing stands here. */
export function tableLetter(
  given: { to: string; name: string; school: string; link: string },
  language: Language = 'nl',
): Letter {
  const t = words.in(language)
  const { to, ...said } = given
  return { to, subject: fill(t['letter.subject'], { school: given.school }), text: fill(t['letter.text'], said) }
}
