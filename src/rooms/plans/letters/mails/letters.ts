import type { Letter } from '#kit/mail/send.ts'
import { type Day, sayDate } from '#kit/time/day.ts'
import { fill, type Language } from '#kit/words/words.ts'
import { words } from '../../resolutions/words/words.ts'

export type About = {
  /** Whom it is for, at the partner. */
  name: string
  school: string
  title: string
  about: string | null
  decidesOn: Day
  askUntil: Day | null
  way: 'involved' | 'informed'
  /** The day has passed: it is told afterwards. */
  past: boolean
  asker: string
}

/** What a partner reads about a decision that touches it: what, when, and what it can do. The same by mail and on paper. */
export function letterText(said: About, language: Language): string {
  const t = words.in(language)
  const { name, school, title, about, asker, decidesOn, askUntil, way, past } = said
  const day = (on: Day) => sayDate(on, language)
  const ask = past
    ? t['letter.past.ask']
    : way === 'informed'
      ? t['letter.informed.ask']
      : askUntil
        ? fill(t['letter.involved.until'], { day: day(askUntil) })
        : t['letter.involved.ask']
  const begun = fill(t[past ? 'letter.past.text' : 'letter.text'], { name, school, day: day(decidesOn) })
  const what = [title, about].filter(Boolean).join('\n')
  return [begun, what, ask, fill(t['letter.bye'], { asker, school })].join('\n\n')
}

export const letterSubject = (school: string, language: Language) =>
  fill(words.in(language)['letter.subject'], { school })

/** By mail: who reads it answers to whoever sends it. Of what it is about nothing stands in the subject. */
export const resolutionLetter = (
  { to, replyTo, ...said }: About & { to: string; replyTo: string | undefined },
  language: Language = 'nl',
): Letter => ({
  ...{ to, subject: letterSubject(said.school, language), text: letterText(said, language) },
  ...(replyTo ? { replyTo } : {}),
})
