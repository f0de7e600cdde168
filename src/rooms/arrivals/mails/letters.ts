import type { Letter } from '#kit/mail/send.ts'
import { fill, type Language } from '#kit/words/words.ts'
import { words } from '../words/words.ts'

export type Part = { title: string; lines: readonly string[] }

/** The starter pack as a letter: what stands on the sheet, in the same words. */
export function packLetter(
  { to, name, school, asker }: { to: string; name: string; school: string; asker: string },
  parts: readonly Part[],
  language: Language = 'nl',
): Letter {
  const t = words.in(language)
  const said = parts.map(({ title, lines }) => `${title}\n${lines.map((line) => `- ${line}`).join('\n')}`).join('\n\n')
  return {
    to,
    subject: fill(t['letter.subject'], { school }),
    text: fill(t['letter.text'], { name, school, parts: said, asker }),
  }
}
