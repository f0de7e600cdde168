import type { Letter } from '#kit/mail/send.ts'
import { fill, type Language } from '#kit/words/words.ts'
import { words } from '../words/words.ts'

export type Declined = { contact: string | null; name: string; school: string; asker: string; atOnce: boolean }

/** The polite no. Nothing of what was offered stands in it, nor why exactly: only that the school chose. */
export function noText({ contact, name, school, asker, atOnce }: Declined, language: Language = 'nl'): string {
  const t = words.in(language)
  const reason = t[atOnce ? 'letter.no.restraint' : 'letter.no.later']
  return fill(t['letter.no.text'], { name: contact ?? name, school, asker, reason })
}

export const noLetter = (to: string, said: Declined, language: Language = 'nl'): Letter => ({
  to,
  subject: fill(words.in(language)['letter.no.subject'], { school: said.school }),
  text: noText(said, language),
})
