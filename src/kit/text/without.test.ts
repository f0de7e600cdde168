import assert from 'node:assert/strict'
import { test } from 'node:test'
import { without } from './without.ts'

test('names go out whole and by their first word, and only as words of their own', () => {
  const known = ['Jan Smit', 'Bieb (noord)', 'Élise Bos', 'De Molen', 'A']
  assert.equal(without('Jan Smit en Jan, Élise.', known), ' en , .')
  assert.equal(without('Bieb (noord) belt', known), ' belt')
  for (const other of ['Janneke uit groep 4', 'over Arjan', 'Elise', 'Jané', 'Demi'])
    assert.equal(without(other, known), other)
})
