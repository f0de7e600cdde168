import assert from 'node:assert/strict'
import { test } from 'node:test'
import { farness, findAmong } from './rules.ts'

const one = (name: string, also: string[] = [], about: string[] = []) => ({ name, names: [name], also, about })
const all = [
  one('Bibliotheek Wilgenveen', ['bibliotheek'], ['Leesmotivatie']),
  one('Centrum voor Jeugd en Gezin'),
  one('Logopedie Spraakwijzer', ['logopedist', 'Wilgenveen'], ['Dyslexie']),
  one('Sanne ter Horst'),
]
const found = (wish: string) => findAmong(wish, all).map(({ name }) => name)

test('a bit of the name, in any order, with or without accents', () => {
  assert.deepEqual(found('spraak'), ['Logopedie Spraakwijzer'])
  assert.deepEqual(found('wijzer logo'), ['Logopedie Spraakwijzer'])
  assert.deepEqual(found('SÁNNE'), ['Sanne ter Horst'])
})

test('a typing error is forgiven, two in a long word, none in a short one', () => {
  assert.deepEqual(found('bibliotehek'), ['Bibliotheek Wilgenveen'])
  assert.deepEqual(found('logopdie'), ['Logopedie Spraakwijzer'])
  assert.deepEqual(found('hotst'), ['Sanne ter Horst'])
  assert.deepEqual(found('bibliotehke'), ['Bibliotheek Wilgenveen'])
  assert.equal(farness('ter', 'tar'), Infinity)
})

test('one letter added, left out, changed or swapped is always forgiven, wherever it stands', () => {
  for (const word of ['spraakwijzer', 'logopedie', 'horst', 'bibliotheek'])
    for (let at = 0; at < word.length; at += 1)
      for (const wrong of [
        `${word.slice(0, at)}q${word.slice(at)}`,
        word.slice(0, at) + word.slice(at + 1),
        `${word.slice(0, at)}q${word.slice(at + 1)}`,
        word.slice(0, at) + (word[at + 1] ?? '') + word[at] + word.slice(at + 2),
      ])
        assert.ok(farness(wrong, word) <= 3, `${wrong} for ${word}: ${farness(wrong, word)}`)
})

test('half a word with an error in it', () => assert.deepEqual(found('bibloi'), ['Bibliotheek Wilgenveen']))

test('by its letters', () => assert.deepEqual(found('cjg'), ['Centrum voor Jeugd en Gezin']))

test('a name says more than a place, a place more than a topic', () => {
  assert.deepEqual(found('wilgenveen'), ['Bibliotheek Wilgenveen', 'Logopedie Spraakwijzer'])
  assert.deepEqual(found('dyslexie'), ['Logopedie Spraakwijzer'])
})

test('every word counts, and what says nothing finds nothing', () => {
  assert.deepEqual(found('bibliotheek spraakwijzer'), [])
  for (const wish of ['', ' ', 'a', '...', '%', '_']) assert.deepEqual(found(wish), [])
})
