import { answerAbove } from '#kit/mail/ownwords.ts'
import type { Letter } from '#kit/mail/send.ts'
import { type Day, sayDay } from '#kit/time/day.ts'
import { fill, type Language } from '#kit/words/words.ts'
import { words } from '../words/words.ts'

type To = { to: string; name: string; school: string; asker: string; language: Language }
/** A personal link, and the address to which one answers by mail when this house takes mail in. */
export type Way = { link: string; replyTo: string | undefined }

type Words = ReturnType<typeof words.in>

const howOf = (t: Words, { replyTo }: Way) => (replyTo ? t['letter.reply'] : t['letter.noReply'])
/** Above this line one answers, so that what stands under it is not taken for an answer. */
const framed = (t: Words, text: string, { replyTo }: Way) =>
  replyTo ? `${answerAbove} ${t['letter.above']} ${answerAbove.split('').reverse().join('')}\n\n${text}` : text

type Question = { what: string; forWhom: string | null; wishDay: Day; answerBy: Day; source: string | null }

/** The question itself, or a reminder of it, with a link that needs no account. */
export function askLetter(to: To, question: Question, way: Way, again: boolean): Letter {
  const { name, school, asker, language } = to
  const t = words.in(language)
  const { what, forWhom, wishDay, answerBy, source } = question
  const text = fill(t['letter.asked.text'], {
    ...{ name, asker, school, what, forWhom: forWhom ?? t['letter.forWhom.none'] },
    ...{ wish: sayDay(wishDay, language), day: sayDay(answerBy, language), link: way.link, how: howOf(t, way) },
    source: source ? fill(t['letter.source'], { source }) : '',
  })
  const subject = fill(t[again ? 'letter.reminder.subject' : 'letter.asked.subject'], { school })
  return { to: to.to, subject, text: framed(t, text, way), replyTo: way.replyTo }
}

/** There is something more to read, or a new link instead of the old. Of what was written nothing stands here. */
export function linkLetter(kind: 'more' | 'link', { to, name, school, asker, language }: To, way: Way): Letter {
  const t = words.in(language)
  const text = fill(t[`letter.${kind}.text`], { name, school, asker, link: way.link, how: howOf(t, way) })
  return {
    to,
    subject: fill(t[`letter.${kind}.subject`], { school }),
    text: framed(t, text, way),
    replyTo: way.replyTo,
  }
}

export function closedLetter({ to, name, school, language }: To): Letter {
  const t = words.in(language)
  const text = fill(t['letter.closed.text'], { name, school })
  return { to, subject: fill(t['letter.closed.subject'], { school }), text }
}

export type Left = 'quote' | 'attachment' | 'personal'
/** What came by mail was not kept whole: said once, so that nobody thinks that the school has it. */
export function leftOutLetter({ to, name, school, language }: To, left: readonly Left[]): Letter {
  const t = words.in(language)
  const said = left.map((what) => t[`left.${what}`]).join(' ')
  return {
    to,
    subject: fill(t['letter.left.subject'], { school }),
    text: fill(t['letter.left.text'], { name, school, left: said }),
  }
}

/** To whoever has an account: where to read it, and nothing of what it says. */
export function accountLetter({ to, name, school, asker, language }: To, link: string): Letter {
  const t = words.in(language)
  return {
    to,
    subject: fill(t['letter.account.subject'], { school }),
    text: fill(t['letter.account.text'], { name, school, asker, link }),
  }
}

/** To her who asked: there is news, or there is none. */
export function newsLetter(
  kind: 'news' | 'overdue',
  given: { to: string; name: string; about: string; link: string; language: Language },
): Letter {
  const { to, name, about, link, language } = given
  const t = words.in(language)
  return {
    to,
    subject: t[`letter.${kind}.subject`],
    text: fill(t[`letter.${kind}.text`], { name, to: about, link }),
  }
}

export function codeLetter(to: string, code: string, language: Language = 'nl'): Letter {
  const t = words.in(language)
  return { to, subject: t['letter.code.subject'], text: fill(t['letter.code.text'], { code }) }
}
