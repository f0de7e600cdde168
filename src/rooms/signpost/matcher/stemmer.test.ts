import assert from 'node:assert/strict'
import { test } from 'node:test'
import { stemsOf } from './features.ts'
import { stem } from './stemmer.ts'

const together = (...words: string[]): void => assert.equal(new Set(words.map(stem)).size, 1, words.join(' '))

test('plurals, verbs and adjectives come down to one stem', () => {
  together('fiets', 'fietsen')
  together('boek', 'boeken', 'boekje', 'boekjes')
  together('moeilijk', 'moeilijke')
  together('kat', 'katten')
  together('begeleiding', 'begeleidingen')
  together('mogelijkheid', 'mogelijkheden')
})

test('diminutives lose their tail', () => {
  together('straat', 'straatje', 'straatjes', 'straten')
  together('ketting', 'kettinkje')
  together('raam', 'raampje')
  together('bol', 'bolletje')
})

test('strong verbs come from the table', () => {
  together('slaan', 'slaat', 'sloeg', 'geslagen')
  together('lopen', 'liep', 'gelopen')
  together('mama', 'moeder', 'ma')
})

test('a participle and a third person also count as their root', () => {
  assert.ok(stemsOf('gepest').includes(stem('pesten')))
  assert.ok(stemsOf('struikelt').includes(stem('struikelen')))
})

test('words that differ stay apart', () => {
  assert.notEqual(stem('school'), stem('schol'))
  assert.notEqual(stem('horen'), stem('haren'))
  assert.equal(stem('112'), '112')
})
