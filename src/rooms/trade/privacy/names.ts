import { readFileSync } from 'node:fs'
import { maybeHas } from '#kit/text/bloom.ts'
import type { Names } from './privacy.ts'

let shipped: Names | undefined

/** First names, and which of them may also be a word, from the lists that ship with the product (data/language). */
export function firstNames(): Names {
  shipped ??= read()
  return shipped
}

// Of the first names, those that stand in English sentences too: “you can come at ten” names nobody.
const english = new Set(
  `amber april art august autumn bay bill can carol chance chase christian cliff dale dawn dean don drew eve faith frank
  gene glen grace grant guy hazel heath holly hope ivy jade jasmine jean joy june lily mark max may miles olive pat pearl
  penny pierce ray reed rich rob robin rose ruby sandy see sky sue summer van wade will winter`.split(/\s+/),
)

function read(): Names {
  const names = new Set(file('first-names.txt').toString('utf8').split('\n'))
  const dutch = file('dutch-words.bloom')
  return {
    isFirstName: (word) => word !== '' && names.has(word),
    isOrdinary: (word) => english.has(word) || maybeHas(dutch, word),
  }
}

const file = (name: string) => readFileSync(new URL(`../../../../data/language/${name}`, import.meta.url))
