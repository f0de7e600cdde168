import type { Letter } from '#kit/mail/send.ts'
import { fill, type Language } from '#kit/words/words.ts'
import { words } from '../words/words.ts'

type To = { to: string; name: string; link: string; language: Language }

/** Who goes, and what hangs on her, stands behind the sign-in and not in a letter. */
export function letterAbout(about: 'asked' | 'declined' | 'fell', { to, name, link, language }: To): Letter {
  const t = words.in(language)
  return { to, subject: t[`letter.${about}.subject`], text: fill(t[`letter.${about}.text`], { name, link }) }
}
