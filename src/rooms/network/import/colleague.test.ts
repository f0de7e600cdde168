import assert from 'node:assert/strict'
import { test } from 'node:test'
import { findColleague } from './colleague.ts'

const team = [
  { id: '1', name: 'Anja de Jong' },
  { id: '2', name: 'Kees Bos' },
  { id: '3', name: 'Kees Vink' },
]
const who = (text: string) => findColleague(text, team)?.id

test('a colleague is found by what people call her', () => {
  for (const text of [
    'Anja de Jong',
    'anja',
    'A. de Jong',
    'Jong, A. de',
    'Anja (IB)',
    'juf Anja',
    'de Jong',
    'Anja de J.',
  ])
    assert.equal(who(text), '1', text)
  assert.equal(who('Kees V.'), '3')
  assert.equal(who('Bos'), '2')
})

test('nobody, or one of two, is not guessed', () => {
  for (const text of ['Kees', 'Piet', 'IB', '', '?']) assert.equal(who(text), undefined, text)
})
