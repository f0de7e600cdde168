export type PersonName = { name: string; given: string; infix: string; family: string }

/** "Jong, A. de", "JONG, A. DE" and "mw. A. de Jong" are A. de Jong. */
export function readName(text: string): PersonName {
  const tidy = calm(
    text
      .replace(/\s+/g, ' ')
      .trim()
      .replace(TITLES, '')
      .replace(/[,;.:\s-]+$/, (end) => (end.startsWith('.') ? '.' : '')),
  )
  const comma = tidy.indexOf(',')
  return comma > 0 ? inverted(tidy.slice(0, comma), tidy.slice(comma + 1)) : straight(tidy)
}

/** From columns of their own: Voornaam, Tussenvoegsel, Achternaam. "Boer, Anneke de" in one of them is read as well. */
export function joinName({ given, infix, family }: Omit<PersonName, 'name'>): PersonName {
  const [last = '', after = ''] = infix.trim() === '' ? family.split(',') : [family]
  const beyond = after.trim().split(' ').filter(Boolean)
  const called = beyond.filter((word) => !isInfix(word)).join(' ')
  if (given.trim() === '' && infix.trim() === '' && isName(family) && (called || !family.includes(',')))
    return readName(family)
  const parts = {
    given: calm(given.trim() || called),
    infix: (infix.trim() || beyond.filter(isInfix).join(' ')).toLowerCase(),
    family: calm(last.trim()),
  }
  return { ...parts, name: whole(parts.given, parts.infix, parts.family) }
}

function inverted(before: string, after: string): PersonName {
  const bracket = /^(.*?)\s*\(([^)]+)\)$/.exec(before.trim())
  const words = (bracket?.[1] ?? before).trim().split(' ')
  const lead = takeInfix(words)
  const rest = after.trim().split(' ').filter(Boolean)
  const trail: string[] = []
  while (rest.length > 1 && isInfix(rest.at(-1) ?? '')) trail.unshift(rest.pop() ?? '')
  const infix = [...lead, ...(bracket?.[2] ?? '').split(' ').filter(Boolean), ...trail].join(' ').toLowerCase()
  const [given, family] = [rest.join(' '), words.join(' ')]
  return { given, infix, family, name: whole(given, infix, family) }
}

function straight(name: string): PersonName {
  const words = name.split(' ').filter(Boolean)
  const at = words.findIndex((word, place) => place > 0 && place < words.length - 1 && isInfix(word))
  const first = at > 0 ? at : words.length > 1 ? firstOfFamily(words) : 1
  const rest = words.slice(first)
  const infix = takeInfix(rest)
  return {
    given: words.slice(0, first).join(' '),
    infix: infix.join(' '),
    family: rest.join(' '),
    name: words.join(' '),
  }
}

/** Initials belong together: "A. B. Jong" is A. B. and Jong. */
function firstOfFamily(words: string[]): number {
  if (isInfix(words[0] ?? '')) return 0
  const at = words.findIndex((word) => !/^(\p{Lu}\p{Ll}?\.?)+\.$/u.test(word))
  return at > 0 ? at : 1
}

function takeInfix(words: string[]): string[] {
  const infix: string[] = []
  while (words.length > 1 && isInfix(words[0] ?? '')) infix.push(words.shift() ?? '')
  return infix
}

/** Shouting becomes speaking: "JONG" is Jong, "DE" is de; initials and "AB" stay. */
function calm(text: string): string {
  if (/\p{Ll}/u.test(text) || text.replace(/[^\p{L}]/gu, '').length < 4) return text
  return text
    .split(/([ -])/)
    .map((word) =>
      isInfix(word) ? word.toLowerCase() : word.includes('.') ? word : word.slice(0, 1) + word.slice(1).toLowerCase(),
    )
    .join('')
}

/** Looks like what people are called: capitals, small words between, nothing else. */
export function isName(text: string): boolean {
  const words = text.replace(TITLES, '').split(/[ ,]+/).filter(Boolean)
  const proper = words.filter((word) => /^(?:d['’])?\p{Lu}[\p{L}.'’-]*$/u.test(word))
  return (
    words.length > 0 &&
    words.length <= 6 &&
    proper.length > 0 &&
    words.every((word) => proper.includes(word) || isInfix(word))
  )
}

const whole = (...parts: string[]) => parts.filter(Boolean).join(' ')
const isInfix = (word: string) => INFIX.has(word.toLowerCase())

const INFIX = new Set(
  "van de den der ter ten te 't ’t het in op aan bij la le el al du von zu uit onder over v. v.d. v/d vd d".split(' '),
)
const TITLES = /^((mw|mevr|mevrouw|dhr|de heer|hr|heer|mr|mrs|ms|drs|dr|ir|ing|prof)\b\.?\s+)+(?=\S)/i
