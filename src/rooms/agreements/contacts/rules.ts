import { createHash, randomBytes } from 'node:crypto'

export type Note = { line: string; agreed: string; next: string }
const prompts = [
  ['line', 'waarover|about'],
  ['agreed', 'afgesproken|agreed'],
  ['next', 'vervolg|next'],
] as const
const anyPrompt = prompts.map(([, said]) => said).join('|')
// With a colon a heading may stand anywhere, for a paste into one line loses its line ends; without, on a line of its own.
const heading = new RegExp(`(?:^[-*# \\t]*|\\s)(${anyPrompt})[ \\t]*:|^[-*# \\t]*(${anyPrompt})[ \\t]*$`, 'gimu')
const startsWithHeading = new RegExp(`^[-*#\\s]{0,9}(?:${anyPrompt})[ \\t]*:`, 'iu')
const longestPaste = 5000

/** A whole text with the three prompts as headings, pasted into one field, goes to the three. Without a heading it stays. */
export function spread(said: Note): Note {
  const found: Note = { line: '', agreed: '', next: '' }
  for (const [field] of prompts)
    for (const [to, part] of partsOf(said[field].replace(/\r\n?/g, '\n'), field))
      found[to] = [found[to], part].filter(Boolean).join('\n')
  return found
}

type Field = keyof Note
function partsOf(text: string, field: Field): (readonly [Field, string])[] {
  const heads = text.length > longestPaste ? [] : [...text.matchAll(heading)]
  if (heads.length < 2 && !(heads.length && startsWithHeading.test(text))) return [[field, text.trim()]]
  const parts = heads.map((head, at) => {
    const to =
      prompts.find(([, words]) => words.split('|').includes((head[1] ?? head[2] ?? '').toLowerCase()))?.[0] ?? field
    return [to, text.slice(head.index + head[0].length, heads[at + 1]?.index).trim()] as const
  })
  return [[field, text.slice(0, heads[0]?.index).trim()], ...parts]
}

export const mostLines = 5
/** Enough, and not more: lines with something on them, in all three together. */
export const isShort = (said: readonly (string | null | undefined)[]) =>
  said.flatMap((text) => text?.split('\n').filter((line) => line.trim()) ?? []).length <= mostLines

export const digestOf = (secret: string) => createHash('sha256').update(secret).digest('base64url')

/** 128 bits before the @, in signs that every post office leaves as they are. */
export const freshCopyAddress = () => `lijn-${randomBytes(16).toString('hex')}`
export const isCopyAddress = (text: string) => /^lijn-[0-9a-f]{32}$/.test(text)

/** The same letter to the same line has the same id: a post office that did not hear our yes sends it again. */
export function idOfCopy(key: string, letter: string): string {
  const digest = createHash('sha256').update(`${key}\n${letter}`).digest('hex')
  return [
    digest.slice(0, 8),
    digest.slice(8, 12),
    `4${digest.slice(13, 16)}`,
    `8${digest.slice(17, 20)}`,
    digest.slice(20, 32),
  ].join('-')
}
