import { createHash, randomBytes } from 'node:crypto'

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
