import assert from 'node:assert/strict'
import { test } from 'node:test'
import { dashed, nth } from './dashed.ts'

test('a name and its place, in plain letters', () => {
  assert.equal(dashed('De Waterlelie', 'Wilgenveen', 'school'), 'de-waterlelie-wilgenveen')
  assert.equal(dashed("'t Škôlhûs", 'Sint-Anna', 'school'), 't-skolhus-sint-anna')
  assert.equal(dashed('Daltonschool Utrecht Oost', 'Utrecht', 'school'), 'daltonschool-utrecht-oost')
  assert.equal(dashed('الأمل', null, 'school'), 'school')
  assert.ok(dashed('x'.repeat(200), 'Lutjebroek', 'school').length <= 60)
})

test('the second of a name gets a number', () => {
  assert.equal(nth('de-regenboog-ede', 1), 'de-regenboog-ede')
  assert.equal(nth('de-regenboog-ede', 3), 'de-regenboog-ede-3')
})
