import { readPhone } from '#kit/sheet/contact.ts'
import { plain } from '#kit/sheet/layout.ts'
import { guessType } from './guesstype.ts'

/** What is compared: a row of a file, or a partner the school already has. */
export type Known = {
  name: string
  place?: string | null
  website?: string | null
  phone?: string | null
  mail?: string | null
  contacts?: readonly { phone: string; mail: string }[]
}

export type Why = 'same-name' | 'near-name' | 'same-website' | 'same-mail' | 'same-phone' | 'same-domain'

export type Duplicate<Existing> = { row: number; existing: Existing; because: Why; sure: number }

/** For each row the partner the school may already have, the likeliest first. Above 0.8 it is almost certainly the same. */
export function findDuplicates<Existing extends Known>(
  rows: readonly Known[],
  existing: readonly Existing[],
): Duplicate<Existing>[] {
  const marks = existing.map((one) => ({ one, mark: markOf(one) }))
  return rows.flatMap((row, at) => {
    const own = markOf(row)
    return marks
      .flatMap(({ one, mark }) => {
        const found = one === (row as Known) ? undefined : compare(own, mark)
        return found ? [{ row: at, existing: one, ...found }] : []
      })
      .sort((one, other) => other.sure - one.sure)
  })
}

type Mark = {
  name: string
  /** What its name says it is, when that is beyond doubt. */
  type: string | null
  words: string[]
  place: string
  site: string
  domains: string[]
  mails: string[]
  phones: string[]
}

function markOf({ name, place, website, phone, mail, contacts = [] }: Known): Mark {
  const mails = [mail, ...contacts.map((one) => one.mail)].filter((one) => one).map((one) => (one ?? '').toLowerCase())
  const site = (website ?? '')
    .toLowerCase()
    .replace(/^https?:\/\//, '')
    .replace(/^www\./, '')
    .replace(/\/$/, '')
  const domains = [...mails.map((one) => one.split('@')[1] ?? ''), site.split('/')[0] ?? ''].filter(
    (one) => one && !PUBLIC.test(one),
  )
  const words = wordsOf(name).filter((word) => word !== fold(place ?? ''))
  const phones = [phone, ...contacts.map((one) => one.phone)].flatMap((one) => (one ? (readPhone(one) ?? one) : []))
  const guess = guessType(name)
  const type = guess.sure >= 0.7 ? guess.type : null
  return { type, name: words.join(''), words, place: fold(place ?? ''), site, domains, mails, phones }
}

function compare(row: Mark, known: Mark): { because: Why; sure: number } | undefined {
  const elsewhere = row.place !== '' && known.place !== '' && row.place !== known.place
  // "Pabo Oeverland" and "GGD Oeverland" share a region, no more.
  const differ = row.type !== null && known.type !== null && row.type !== known.type
  const near = differ ? 0 : nearness(row, known)
  const [because, sure]: [Why | undefined, number] =
    row.name !== '' && row.name === known.name
      ? ['same-name', elsewhere ? 0.6 : 0.95]
      : row.site !== '' && row.site === known.site
        ? ['same-website', 0.85]
        : row.mails.some((mail) => known.mails.includes(mail))
          ? ['same-mail', 0.8]
          : near > 0
            ? ['near-name', elsewhere ? near * 0.6 : near]
            : row.phones.some((phone) => known.phones.includes(phone))
              ? ['same-phone', 0.7]
              : row.domains.some((domain) => known.domains.includes(domain))
                ? ['same-domain', 0.4]
                : [undefined, 0]
  return because && { because, sure: Number(sure.toFixed(2)) }
}

/** Names that differ by a slip of the pen, or by one word in four. */
function nearness(row: Mark, known: Mark): number {
  const longest = Math.max(row.name.length, known.name.length)
  const slips = longest >= 5 && Math.abs(row.name.length - known.name.length) <= 2 ? distance(row.name, known.name) : 99
  if (slips <= (longest >= 9 ? 2 : 1)) return 0.85 - slips * 0.05
  const shared = row.words.filter((word) => known.words.includes(word)).join('').length
  const all = new Set([...row.words, ...known.words])
  const share = shared / Math.max([...all].join('').length, 1)
  return share >= 0.6 ? Math.min(share, 0.75) : 0
}

/** How many signs must change. */
function distance(one: string, other: string): number {
  let above = Array.from({ length: other.length + 1 }, (_, at) => at)
  for (let row = 1; row <= one.length; row++) {
    const here = [row]
    for (let column = 1; column <= other.length; column++) {
      const same = one[row - 1] === other[column - 1] ? 0 : 1
      here.push(Math.min((above[column] ?? 0) + 1, (here[column - 1] ?? 0) + 1, (above[column - 1] ?? 0) + same))
    }
    above = here
  }
  return above[other.length] ?? 0
}

/** "Stichting CJG Oeverdam" and "Centrum v. Jeugd & Gezin Oeverdam" have the same words. */
function wordsOf(name: string): string[] {
  const short = SHORT.reduce(
    (text, [long, abbreviation]) => text.replace(long, abbreviation),
    ` ${plain(name).replace(/&/g, 'en')} `,
  )
  const words = short.split(' ').filter((word) => word && !EMPTY.has(word))
  return words.length > 0 ? words : [fold(name)]
}

/** A name without capitals, accents, spaces and signs. */
export const fold = (name: string) => plain(name).replace(/[^\p{L}\p{N}]/gu, '')

const EMPTY = new Set(
  'de het een van voor der den en te in bv b v nv vof stichting vereniging st ver t s praktijk organisatie afdeling locatie'.split(
    ' ',
  ),
)
const SHORT: readonly (readonly [RegExp, string])[] = [
  [/ centrum (voor|v) jeugd en gezin /, ' cjg '],
  [/ gemeentelijke gezondheidsdienst /, ' ggd '],
  [/ samenwerkingsverband( passend onderwijs)? /, ' swv '],
  [/ (bibliotheek|bieb) /, ' bieb '],
  [/ jeugdgezondheidszorg /, ' jgz '],
  [/ schoolmaatschappelijk werk /, ' smw '],
  [/ kinderdagverblijf /, ' kdv '],
  [/ buitenschoolse opvang /, ' bso '],
  [/ gemeente /, ' gem '],
  [/ logopedie(praktijk)? | logopedist(e)? /, ' logopedie '],
  [/ (kinder)?fysio(therapie|therapeut)?(praktijk)? /, ' fysio '],
]
const PUBLIC =
  /^(gmail|hotmail|outlook|live|ziggo|kpnmail|kpnplanet|planet|xs4all|icloud|yahoo|home|upcmail|casema|msn|telfort|tele2|hetnet|quicknet|online|me)\.[a-z]+$/
