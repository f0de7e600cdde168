import assert from 'node:assert/strict'
import { test } from 'node:test'
import { isName, joinName, readName } from './personname.ts'

test('names come out as people say them', () => {
  const names: [string, string][] = [
    ['Jong, A. de', 'A. de Jong'],
    ['Jong, Anja de', 'Anja de Jong'],
    ['JONG, A. DE', 'A. de Jong'],
    ['de Jong, Anja', 'Anja de Jong'],
    ['Vries (de), Kees', 'Kees de Vries'],
    ['Berg, P. van den', 'P. van den Berg'],
    ['mw. drs. A. de Jong', 'A. de Jong'],
    ['Anja  de Jong ', 'Anja de Jong'],
    ['ANJA DE JONG', 'Anja de Jong'],
    ['Anja', 'Anja'],
    ['Bakker-Smit, J.', 'J. Bakker-Smit'],
  ]
  for (const [text, name] of names) assert.equal(readName(text).name, name)
})

test('the parts of a name', () => {
  assert.deepEqual(readName('Berg, Piet van den'), {
    given: 'Piet',
    infix: 'van den',
    family: 'Berg',
    name: 'Piet van den Berg',
  })
  assert.deepEqual(readName('Piet van den Berg'), {
    given: 'Piet',
    infix: 'van den',
    family: 'Berg',
    name: 'Piet van den Berg',
  })
  assert.deepEqual(readName('A. B. Smit'), { given: 'A. B.', infix: '', family: 'Smit', name: 'A. B. Smit' })
  assert.deepEqual(joinName({ given: 'Anja', infix: 'De', family: 'Jong' }).name, 'Anja de Jong')
  assert.deepEqual(joinName({ given: 'Anja', infix: '', family: 'Jong, de' }).name, 'Anja de Jong')
})

test('what looks like a name and what does not', () => {
  for (const name of ['Anja', 'mw. A. de Jong', 'Jong, A. de', 'Kees van ’t Hof', 'P.J. Smit-Bos'])
    assert.equal(isName(name), true, name)
  for (const other of ['jeugdarts', '06-123', 'Anja 06', '', 'de', 'bel op maandag'])
    assert.equal(isName(other), false, other)
})
