import type { CalendarPart, Letter } from '#kit/mail/send.ts'
import { type Day, sayDay, sayLongDay } from '#kit/time/day.ts'
import { fill, type Language } from '#kit/words/words.ts'
import { dayIn, localOf, timeIn } from '../rules.ts'
import type { Repeat } from '../tables.ts'
import { words } from '../words/words.ts'

export type About = { title: string; minutes: number; makerName: string; schoolName: string }
export type Reader = { name: string; mail: string; link: string; inside: boolean; language: Language }

/** When can you? With a page that needs no account; who is of the school is said “je”. */
export function askLetter(about: About, reader: Reader, answerBy: Day, again: boolean): Letter {
  const { name, mail, link, inside, language } = reader
  const t = words.in(language)
  const values = { name, link, title: about.title, minutes: about.minutes, maker: about.makerName }
  const text = fill(t[inside ? 'letter.ask.team' : 'letter.ask.guest'], {
    ...{ ...values, school: about.schoolName, day: sayDay(answerBy, language), dayEn: sayDay(answerBy, 'en') },
  })
  const subject = fill(t[`letter.${again ? 'again' : 'ask'}.${inside ? 'team' : 'guest'}.subject`], {
    school: about.schoolName,
  })
  return { to: mail, subject, text }
}

/** To the maker: everybody has answered, or the day is over. */
export function makerLetter(
  kind: 'complete' | 'due',
  { title }: About,
  to: Omit<Reader, 'inside'> & { answered: number; invited: number },
): Letter {
  const { name, mail, link, answered, invited, language } = to
  const t = words.in(language)
  return {
    to: mail,
    subject: t[`letter.${kind}.subject`],
    text: fill(t[`letter.${kind}.text`], { name, title, link, answered, invited }),
  }
}

/** `due`: of one date of a series, when it was to be. `series`: how the whole repeats, and its dates. */
export type Appointment = About & { startsAt: Date; endsAt: Date; place: string; series?: SaidSeries; due?: Date }
type SaidSeries = { repeats: Repeat | null; dates: readonly { startsAt: Date; off: string | null }[] }

/** “Elke week, t/m …”, on a line of its own; nothing when it happens once. */
function saidSeries({ repeats, dates }: SaidSeries, language: Language) {
  const on = dates.filter(({ off }) => off === null).map(({ startsAt }) => dayIn(localOf(startsAt)))
  if (!repeats || !on.length) return ''
  const values = { times: on.length, day: sayDay(on.sort().at(-1)!, language) }
  return `\n${fill(words.in(language)[`repeats.${repeats}`], values)}`
}

/** The appointment, its move or its end: in words, and for a calendar to take up. */
export function appointmentLetter(
  kind: 'fixed' | 'moved' | 'cancelled' | 'date.moved' | 'date.cancelled',
  about: Appointment,
  { name, mail, link, inside, language }: Reader,
  calendar: CalendarPart,
  replyTo: string | undefined,
): Letter {
  const t = words.in(language)
  const local = localOf(about.startsAt)
  const text = fill(t[`letter.${kind}.text`], {
    ...{ name, title: about.title, maker: about.makerName, school: about.schoolName, link },
    ...{ day: sayLongDay(dayIn(local), language), from: timeIn(local), until: timeIn(localOf(about.endsAt)) },
    ...{
      place: about.place || t[inside ? 'letter.noPlace.team' : 'letter.noPlace.guest'],
      dayEn: sayLongDay(dayIn(local), 'en'),
      repeats: about.series ? saidSeries(about.series, language) : '',
      due: sayLongDay(dayIn(localOf(about.due ?? about.startsAt)), language),
    },
  })
  return {
    to: mail,
    subject: fill(t[`letter.${kind}.subject`], { school: about.schoolName }),
    text,
    calendar,
    replyTo,
  }
}

/** A poll that ended without a moment. */
export function endedLetter(
  about: About,
  { name, mail, language }: Pick<Reader, 'name' | 'mail' | 'language'>,
): Letter {
  const t = words.in(language)
  return {
    to: mail,
    subject: fill(t['letter.ended.subject'], { school: about.schoolName }),
    text: fill(t['letter.ended.text'], {
      name,
      title: about.title,
      maker: about.makerName,
      school: about.schoolName,
    }),
  }
}

/** She need not come, or answer, any more. */
export function leftOutLetter(
  { title, makerName: maker, schoolName: school }: About,
  { name, mail, language }: Pick<Reader, 'name' | 'mail' | 'language'>,
  calendar: CalendarPart | undefined,
  replyTo: string | undefined,
): Letter {
  const t = words.in(language)
  const text = fill(t[calendar ? 'letter.out.text' : 'letter.out.asked'], { name, title, maker, school })
  return { to: mail, subject: fill(t['letter.out.subject'], { school }), text, calendar, replyTo }
}
