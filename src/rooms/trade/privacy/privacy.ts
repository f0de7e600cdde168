import { fold } from '#kit/text/fold.ts'
import { firstNames } from './names.ts'

export type Warning = 'names' | 'bsn' | 'birth-date'

/** Which words are first names, and which of those may also just be a word. */
export type Names = { isFirstName: (word: string) => boolean; isOrdinary: (word: string) => boolean }

/** What is left of a question once what may point at a person is taken out. */
export type Cleared = { text: string; warnings: Warning[] }

/** Names, citizen numbers and birth dates are taken out. Who knows more words than the shipped lists brings her own. */
export function cleared(question: string, names: Names = firstNames()): Cleared {
  const withoutBsn = question.replace(bsnLike, (digits) => (isBsn(digits) ? ' ' : digits))
  const withoutDate = withoutBsn.replace(bornOn, ' ').replace(birthDate, ' ')
  const withoutNames = namesOut(withoutDate, names)
  const warnings: Warning[] = []
  if (withoutNames !== withoutDate) warnings.push('names')
  if (withoutBsn !== question) warnings.push('bsn')
  if (withoutDate !== withoutBsn) warnings.push('birth-date')
  return { text: withoutNames.replace(/\s+/g, ' ').trim(), warnings }
}

const bsnLike = /(?<![\d+])(?:\d{8,9}|\d{4}[. ]\d{2}[. ]\d{3}|\d{3}[. ]\d{3}[. ]\d{3})(?!\d)/g

/** A citizen number passes the eleven test: 9·a + 8·b + … + 2·h − i is a multiple of eleven. */
export function isBsn(text: string): boolean {
  const digits = text.replace(/\D/g, '').padStart(9, '0')
  if (digits.length !== 9 || /^0{2}|^(\d)\1+$/.test(digits)) return false
  const sum = [...digits].reduce((total, digit, at) => total + Number(digit) * (at === 8 ? -1 : 9 - at), 0)
  return sum % 11 === 0
}

const months = 'jan|feb|mrt|maart|apr|mei|jun|jul|aug|sep|okt|nov|dec'
const day = `\\d{1,2}[-/. ](?:\\d{1,2}|(?:${months})[a-z]*)[-/. ]`

/** Planning is done in years to come; a date with a year that has gone is somebody's birthday. */
const birthDate = new RegExp(
  `\\b${day}(?:19\\d\\d|20[01]\\d|202[0-3])\\b|\\b(?:19[3-9]\\d|20[012]\\d)-\\d\\d-\\d\\d\\b`,
  'gi',
)
const bornOn = new RegExp(
  `\\b(?:geb|geboren|geboortedatum|born)\\b[. :]*(?:op|on|in)?\\s*(?:${day}\\d{2,4}|\\d{4})\\b`,
  'gi',
)

const between = new Set(['van', 'de', 'den', 'der', 'het', 'ten', 'ter', 'el', 'al', 'ben', 'bin', "'t"])

function namesOut(text: string, names: Names): string {
  const words = text.split(/(\s+)/)
  const out: string[] = []
  for (let at = 0; at < words.length; at++) {
    const word = words[at] ?? ''
    const first = startsSentence(out) && !hasSurname(words, at)
    const length = isName(word, first, names) ? nameLength(words, at) : 0
    if (length > 0) at += length - 1
    else out.push(word)
  }
  return out.join('')
}

const startsSentence = (before: readonly string[]): boolean =>
  /[.!?]$/.test(before.findLast((piece) => piece.trim() !== '')?.trimEnd() ?? '.')

/** "Mark" with a capital inside a sentence is a name; "mark" or "Roos" as the first word may well be a word. */
function isName(word: string, first: boolean, names: Names): boolean {
  const bare = word.replace(/[^\p{L}'’-]/gu, '').replace(/['’]s$/, '')
  if (!names.isFirstName(fold(bare))) return false
  return !names.isOrdinary(fold(bare)) || (/^\p{Lu}/u.test(bare) && !first)
}

/** "Sem de Vries" opens a sentence with a name, "Sem aan de deur" need not. */
function hasSurname(words: string[], start: number): boolean {
  return nameLength(words, start) > 1
}

/** How many pieces (words and the spaces between) the name takes: "Sem de Vries" is five. */
function nameLength(words: string[], start: number): number {
  if (/[,.;:!?]$/.test(words[start] ?? '')) return 1
  let at = start + 2
  while (between.has((words[at] ?? '').toLowerCase())) at += 2
  const surname = /^\p{Lu}\p{Ll}+/u.test(words[at] ?? '')
  return surname ? at - start + 1 : 1
}

// Not a child: a colleague called by her trade, a sentence that begins with a verb, or somebody with whom one works.
const calledSo =
  /^(?:Juf|Meester|Mevrouw|Meneer|Vraag|Bel|Mail|App|Groep|Team|Stuur|Overleg|School|Kamer|Bureau|Stichting|Vereniging|Gemeente|Bibliotheek|Museum|Theater|Veilig|Muziekschool|Basisschool)$/
const twoNames =
  /(\p{Lu}[\p{Ll}’'-]+)\s+(?:(?:van|de|der|den|het|ten|ter|el|al)\s+)*\p{Lu}[\p{Ll}’'-]+[\s,(]{1,3}([^.!?\n]{0,24})/gu
const ageOrGroup = /^(?:die |uit |in |zit in |van |is )*(?:groep\s*\d|\d[a-e]?\b|\d{1,2}\s*jaar|leerling|geb)/i

/** Does a text about how we work name a child: two capitalised words with an age or a group, or a citizen number? */
export function namesAChild(text: string): 'name' | 'bsn' | undefined {
  const numbersIn = text.match(/(?<!\d)\d(?:[ .-]?\d){7,8}(?!\d)/g) ?? []
  if (numbersIn.some(isBsn)) return 'bsn'
  return namesAPupil(text) ? 'name' : undefined
}

/** Word by word, for a sentence begins with a capital too: in “Bespreking Sem Visser groep 5” the name is not the first two. */
function namesAPupil(text: string): boolean {
  const pairs = new RegExp(twoNames)
  for (let found = pairs.exec(text); found; found = pairs.exec(text)) {
    const [whole, first = '', after = ''] = found
    const called = calledSo.test(first)
    if (!called && ageOrGroup.test(after)) return true
    pairs.lastIndex = found.index + (called ? whole.length - after.length : first.length)
  }
  return false
}
