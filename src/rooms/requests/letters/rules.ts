import { createHash, randomBytes, randomInt } from 'node:crypto'

export const digestOf = (secret: string) => createHash('sha256').update(secret).digest('base64url')

/** 256 bits in an address. */
export const freshToken = () => randomBytes(32).toString('base64url')
export const isToken = (text: string) => /^[\w-]{43}$/.test(text)

/** 128 bits before the @, in signs that every post office leaves as they are. */
export const freshReplyAddress = () => `vraag-${randomBytes(16).toString('hex')}`
export const isReplyAddress = (text: string) => /^vraag-[0-9a-f]{32}$/.test(text)

export const freshCode = () => String(randomInt(1_000_000)).padStart(6, '0')
/** What a visit is opened with: what the browser keeps (here its digest) and what the letter said, together. */
export const visitKeyOf = (keyDigest: string, code: string) => digestOf(`${keyDigest}.${code}`)

const day = 86_400_000
/** A link works a month past the day on which an answer was due, and at least a month. */
export const linkEnds = (now: Date, answerBy: string) =>
  new Date(Math.max(now.getTime(), Date.parse(`${answerBy}T22:00:00Z`)) + 30 * day)

type Choosable = { id: string; name: string; mail: string | null; source: string }
/** Who gets the letter: whom the asker chose, else who got the one before, else the first with an address. */
export function faceFor(faces: readonly Choosable[], chosen: string | null, before: string | null) {
  const mailed = faces.flatMap((face) => (face.mail ? [{ ...face, mail: face.mail }] : []))
  return mailed.find(({ id }) => id === chosen) ?? mailed.find(({ id }) => id === before) ?? mailed[0]
}
