import { readFileSync } from 'node:fs'
import { maybeHas } from '#kit/text/bloom.ts'
import type { Names } from './privacy.ts'

let shipped: Names | undefined

/** First names, and which of them may also be a word, from the lists that ship with the product (data/language). */
export function firstNames(): Names {
  shipped ??= read()
  return shipped
}

function read(): Names {
  const names = new Set(file('first-names.txt').toString('utf8').split('\n'))
  const dutch = file('dutch-words.bloom')
  return { isFirstName: (word) => word !== '' && names.has(word), isOrdinary: (word) => maybeHas(dutch, word) }
}

const file = (name: string) => readFileSync(new URL(`../../../../data/language/${name}`, import.meta.url))
