export type Weekday = 'mon' | 'tue' | 'wed' | 'thu' | 'fri' | 'sat' | 'sun'

export const WEEK: readonly Weekday[] = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun']

/** The weekday a word means, if any; also as the head of a column. */
export function dayOf(word: string): Weekday | undefined {
  const tidy = word.toLowerCase().replace(/[.\s]+$/, '')
  return WEEK.find((day) => NAMES[day].includes(tidy))
}

/** Brings all ways to say it down to: names of days, t/m, vm, nm, 1/2, omweek, evenweek, onevenweek, niet. */
export function plainWords(text: string): string {
  return PLAIN.reduce((said, [words, short]) => said.replace(words, short), withoutDaysOff(text.toLowerCase()))
}

/** "wo vrij" alone is every day but Wednesday; beside days that are named it adds nothing. */
function withoutDaysOff(text: string): string {
  const off = [...text.matchAll(OFF)].map(([, day]) => day)
  const rest = text.replace(OFF, ' ')
  if (off.length === 0) return text
  return /\b(ma|di|wo|do|vr)[a-z]{0,6}\b/.test(rest.replace(/\b(wtf|dag(en)?|vrij|maar)\b/g, ''))
    ? rest
    : `${rest} ma t/m vr niet ${off.join(' ')}`
}

const OFF = /\b(ma|di|wo|do|vr|(?:maan|dins|woens|donder|vrij)dag) (?:is )?vrij\b/g

const PLAIN: readonly (readonly [RegExp, string])[] = [
  [/½/g, ' 1/2 '],
  [/\b(elke|iedere|alle) (?=(och|mor|mid)\p{L}*)/gu, ' ma t/m vr '],
  [/\b(maandag|dinsdag|woensdag|donderdag|vrijdag)(ochtend|morgen|middag)(en|s)?(?![\p{L}])/gu, '$1 $2'],
  [/\bt\s?[/.-]?\s?e?\.?m\.?(?![\p{L}])|\btot en met\b|\btot\b|\bthrough\b|\.\.+|–|—/gu, ' t/m '],
  [/('s )?\b(ochtends?|ochtenden|och\.?|morgens?|voormiddag|v\.?m\.?|mornings?)(?![\p{L}])/gu, ' vm '],
  [/('s )?\b(middags?|namiddag|n\.?m\.?|afternoons?)(?![\p{L}])/gu, ' nm '],
  [/\b(ma|di|wo|do|vr)[- ]?(vm|nm)\b/g, '$1 $2'],
  [
    /\b(om de (andere )?(week|wk)|om en om|2[- ]?wekelijks|tweewekelijks|(eens|1x|1 x) per (twee|2) weken)\b/g,
    ' omweek ',
  ],
  [/\(?\boneven (weken|week|wkn?)\b\.?\)?/g, ' onevenweek '],
  [/\(?\beven (weken|week|wkn?)\b\.?\)?/g, ' evenweek '],
  [/\b(halve|1\/2) (dag|dagen)\b|\bhal(f|ve)\b/g, ' 1/2 '],
  [/\b(behalve|m\.?u\.?v\.?|niet|geen|except)( op)?\b/g, ' niet '],
  [/\b(elke dag|iedere dag|dagelijks|alle dagen|(de )?hele week|full-?time|ft|5 dagen)\b/g, ' ma t/m vr '],
]

const NAMES: Record<Weekday, readonly string[]> = {
  mon: ['ma', 'maandag', 'maandags', 'mon', 'monday', 'maa', 'mo'],
  tue: ['di', 'dinsdag', 'dinsdags', 'tue', 'tuesday', 'tues', 'din'],
  wed: ['wo', 'woensdag', 'woensdags', 'wed', 'wednesday', 'woe'],
  thu: ['do', 'donderdag', 'donderdags', 'thu', 'thursday', 'thur', 'thurs', 'don'],
  fri: ['vr', 'vrijdag', 'vrijdags', 'fri', 'friday'],
  sat: ['za', 'zaterdag', 'sat', 'saturday'],
  sun: ['zo', 'zondag', 'sun', 'sunday'],
}
