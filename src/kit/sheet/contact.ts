export type Mail = { mail: string; repaired: boolean }

/** The mail addresses in a text, small letters; "piet@x,nl" is mended and says so. */
export function findMails(text: string): Mail[] {
  const tidy = text.replace(AT, '@').replace(/ ?@ ?/g, '@')
  return Array.from(tidy.matchAll(MAIL), ([raw]) => {
    const mail = raw
      .replace(/^mailto:/i, '')
      .replace(/[.,]+$/, '')
      .replace(/,(?=[a-z]+$)/i, '.')
      .toLowerCase()
    return { mail, repaired: mail.includes('@') && !raw.toLowerCase().includes(mail) }
  }).filter(({ mail }) => isMail(mail))
}

/** The text without its mail addresses. */
export const withoutMails = (text: string) => text.replace(AT, '@').replace(/ ?@ ?/g, '@').replace(MAIL, ' ')

export const isMail = (text: string) =>
  /^[^\s@"(),:;<>[\]\\]+@[\p{L}\d-]+(\.[\p{L}\d-]+)*\.\p{L}{2,}$/u.test(text) && !/\.\.|^\.|\.@/.test(text)

export type Phone = { phone: string; from: number; to: number }

/** The phone numbers in a text, as 0612345678 or, from abroad, +3212345678. */
export function findPhones(text: string): Phone[] {
  const found: Phone[] = []
  for (const match of text.matchAll(PHONE)) {
    const phone = readPhone(match[0])
    if (phone) found.push({ phone, from: match.index, to: match.index + match[0].length })
    else found.push(...shorter(match[0], match.index))
  }
  return found
}

/** "0523-123456/06-12345678" and "0523 123456 06 12345678" are two numbers. */
function shorter(text: string, offset: number): Phone[] {
  const digits = [...text.matchAll(/\d/g)].map(({ index }) => index)
  for (let size = digits.length - 6; size >= 6; size--) {
    const cut = (digits[size - 1] ?? 0) + 1
    const [first, rest] = [readPhone(text.slice(0, cut)), text.slice(cut)]
    const second = readPhone(rest.replace(/^[\s/.-]+/, ''))
    if (!first || !second) continue
    const from = offset + cut + rest.search(/[+\d(]/)
    return [
      { phone: first, from: offset, to: offset + cut },
      { phone: second, from, to: offset + text.length },
    ]
  }
  return []
}

/** One number in any notation, also one whose leading zero a spreadsheet ate; undefined when it is none. */
export function readPhone(text: string): string | undefined {
  const tidy = text
    .replace(/^\s*(?:tel(?:efoon)?|t|m(?:ob(?:iel)?)?)[\s.:]+/i, '')
    .replace(/\(0\)/g, '')
    .trim()
  if (!/^\+?[\d\s()./–-]+$/.test(tidy) || /^\d{1,2}[-./]\d{1,2}[-./]\d{2,4}$/.test(tidy)) return undefined
  const digits = tidy.replace(/[^\d+]/g, '').replace(/^00(?=[1-9])/, '+')
  const abroad = /^\+(?!31)\d{8,14}$/.test(digits)
  if (abroad) return digits
  // A spreadsheet eats the plus of +31 as well.
  const home = digits.replace(/^\+31|^31(?=\d{9}$)/, '0').replace(/^00/, '0')
  if (/^(112|144|113|14\d{3,4}|116\d{3}|0(800|900|906|909)\d{4}(\d{3})?)$/.test(home)) return home
  const full = /^[1-9]\d{8}$/.test(home) ? `0${home}` : home
  return /^0[1-9]\d{8}$/.test(full) ? full : undefined
}

/** A number as people write it: 06 12 34 56 78, 0299 12 34 56, 010 123 45 67. What is no number here stays as it is. */
export function showPhone(text: string): string {
  const phone = readPhone(text)
  const parts = SHOWN.flatMap(
    (shape) =>
      shape
        .exec(phone ?? '')
        ?.slice(1)
        .filter(Boolean)
        .join(' ') ?? [],
  )
  return parts[0] ?? phone ?? text
}

/** "www.x.nl", "x.nl/pad" or a full address, as https://x.nl/pad. */
export function readWebsite(text: string): string | undefined {
  const tidy = mendWebsite(text)
  const found = /^(https?:\/\/)?([\p{L}\d_-]+(?:\.[\p{L}\d_-]+)*\.\p{L}{2,})(:\d+)?((?:[/?#]\S*)?)$/iu.exec(tidy)
  if (!found) return undefined
  const [, scheme = 'https://', host = '', port = '', path = ''] = found
  return `${scheme.toLowerCase()}${host.toLowerCase()}${port}${path.replace(/\/$/, '')}`
}

function mendWebsite(text: string): string {
  return text
    .trim()
    .replace(/^(?:site|website|web)\s*:\s*/i, '')
    .replace(/^<|>$|[.,]+$/g, '')
    .replace(/^www\.\s+/i, 'www.')
    .replace(/,(nl|com|org|eu)$/i, '.$1')
}

export function readPostcode(text: string): string | undefined {
  const found = /(?<!\d)([1-9]\d{3})\s?([A-Za-z]{2})(?![A-Za-z\d])/.exec(text)
  return found ? `${found[1]} ${found[2]?.toUpperCase()}` : undefined
}

// Area codes of three digits; all others here have four.
const SHORT_AREA = '01[035]|02[0346]|03[03568]|04[0356]|05[0358]|07\\d|08[4578]|091'
const SHOWN: readonly RegExp[] = [
  /^(06)(\d\d)(\d\d)(\d\d)(\d\d)$/,
  /^(14)(\d{3,4})$/,
  /^(0[89]0\d)(\d{4})$/,
  /^(0[89]0\d)(\d{3})(\d\d)(\d\d)$/,
  new RegExp(`^(${SHORT_AREA})(\\d{3})(\\d\\d)(\\d\\d)$`),
  /^(0\d{3})(\d\d)(\d\d)(\d\d)$/,
]
// Each begins where a word begins, and blanks are counted: from every place anew, 100 kB would take half a minute.
const AT = /\s{0,9}(?:\(at\)|\[at\])\s*/gi
const MAIL =
  /(?<![^\s@"(),:;<>[\]\\/|])(?:mailto:)?[^\s@"(),:;<>[\]\\/|]+@(?:[\p{L}\d-]+(?:\.[\p{L}\d-]+)+|[\p{L}\d-]+,(?:nl|com|org|eu|net|be|de|info|example)(?![\p{L}\d])|[\p{L}\d-]+)/giu
const PHONE = /(?<![\d@\w])(?:\+|\(?0|14 ?\d|11[234])[\d\s()./–-]*\d(?![\d\w])/g
