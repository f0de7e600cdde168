import assert from 'node:assert/strict'
import { test } from 'node:test'
import { unabbreviate } from './abbreviation.ts'
import { isRemark, isShouted } from './remark.ts'

test('a sentence about the table is told from a row of it', () => {
  for (const text of ['LET OP: dit is oud', 'rood = klaar', 'weg na mei??', 'deze lijst is nog van vorig jaar'])
    assert.ok(isRemark(text), text)
  for (const text of ['Jansen & Zoon', 'De Boer, A.', "'t Hof", 'Art.nr. 7']) assert.ok(!isShouted(text), text)
  for (const text of ['De Groene Tuin', 'Anja van den Berg', 'Stichting Niet Normaal']) assert.ok(!isRemark(text), text)
})

test('a short word means the only one that begins so', () => {
  const colours = ['Rood', 'Roze', 'Groengeel']
  const meant = (short: string) => unabbreviate(short, colours, (word) => [word])
  assert.deepEqual(
    [meant('roo.'), meant('GROEN'), meant('ro.'), meant('blauw')],
    ['Rood', 'Groengeel', undefined, undefined],
  )
  assert.equal(
    unabbreviate('rooz', ['Rood', 'Roze'], (word) => [word]),
    undefined,
  )
})
