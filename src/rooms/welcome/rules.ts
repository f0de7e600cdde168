import { createHash, randomInt } from 'node:crypto'

export const digestOf = (secret: string) => createHash('sha256').update(secret.trim()).digest('hex')

// Without signs that look alike on a screen or sound alike when read out.
const letters = 'ABCDEFGHJKMNPQRSTUVWXYZ23456789'

/** A code that can be read from a screen and typed: four groups of four, about 79 bits. */
export const freshCode = () =>
  [1, 2, 3, 4].map(() => Array.from({ length: 4 }, () => letters[randomInt(letters.length)]).join('')).join('-')

export const asTyped = (code: string) =>
  code
    .toUpperCase()
    .replace(/[^A-Z0-9]/g, '')
    .replace(/(.{4})(?=.)/g, '$1-')

/** Where to go after signing in: a path of our own, never another site. */
export const ownPath = (wish: string | undefined) => (wish && /^\/(?![/\\])[\w\-/%.]*$/.test(wish) ? wish : '/')
