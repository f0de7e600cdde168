import assert from 'node:assert/strict'
import { test } from 'node:test'
import { bloomOf, maybeHas } from '#kit/text/bloom.ts'
import { partsOf } from './compounds.ts'
import { distance, meantBy, soundsLike, spellingOf } from './spelling.ts'
import { wordsOf } from './text.ts'

const taught = new Map([
  ['dyslexie', 9],
  ['logopedist', 5],
  ['fiets', 4],
  ['overblijf', 3],
  ['meneer', 3],
  ['rekenen', 8],
])
const spelling = spellingOf(taught, bloomOf(['fietst', 'kietel'], 64))

test('typing errors lead to the word that was meant', () => {
  assert.equal(meantBy('dislexie', spelling), 'dyslexie')
  assert.equal(meantBy('dyslexei', spelling), 'dyslexie')
  assert.equal(meantBy('logopedisd', spelling), 'logopedist')
  assert.equal(meantBy('rekennen', spelling), 'rekenen')
})

test('a Dutch word is no typing error, and nonsense stays nonsense', () => {
  assert.equal(meantBy('fietst', spelling), undefined)
  assert.equal(meantBy('fiets', spelling), undefined)
  assert.equal(meantBy('xqzwvk', spelling), undefined)
})

test('distance counts a swap once and gives up in time', () => {
  assert.equal(distance('fiets', 'fites', 2), 1)
  assert.equal(distance('bril', 'brild', 2), 1)
  assert.ok(distance('bril', 'gordijn', 2) > 2)
  assert.equal(soundsLike('geit'), soundsLike('gijt'))
})

test('compounds fall apart into words that are known', () => {
  const known = new Set(['overblijf', 'meneer', 'reken', 'toets', 'school', 'plein', 'leerling', 'volg', 'systeem'])
  const isWord = (piece: string): boolean => known.has(piece)
  assert.deepEqual(partsOf('overblijfmeneer', isWord), ['overblijf', 'meneer'])
  assert.deepEqual(partsOf('rekentoets', isWord), ['reken', 'toets'])
  assert.deepEqual(partsOf('leerlingvolgsysteem', isWord), ['leerling', 'volg', 'systeem'])
  assert.deepEqual(partsOf('schoolsplein', isWord), ['school', 'plein'])
  assert.deepEqual(partsOf('gordijnrails', isWord), [])
})

test('the small set of Dutch words knows its words and few others', () => {
  const bits = bloomOf(
    Array.from({ length: 1000 }, (_, at) => `woord${at}`),
    1000,
  )
  assert.ok(maybeHas(bits, 'woord7'))
  const guesses = Array.from({ length: 1000 }, (_, at) => maybeHas(bits, `ander${at}`)).filter(Boolean).length
  assert.ok(guesses < 60, `${guesses} guesses`)
})

test('accents, capitals and chat letters do not matter', () => {
  assert.deepEqual(wordsOf("Hééééél erg, m'n dochter!"), ['heel', 'erg', 'mn', 'dochter'])
})
