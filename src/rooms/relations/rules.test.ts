import assert from 'node:assert/strict'
import { test } from 'node:test'
import { fillIn, firstFaceOf, hasLeft, isDue, isOpen, sameName, sooner, standsInForHerself } from './rules.ts'

test('a card is asked about when nobody ever looked at it, and a year after somebody did', () => {
  assert.equal(isDue(null, '2026-11-21'), true)
  assert.equal(isDue('2025-11-22', '2026-11-21'), false)
  assert.equal(isDue('2025-11-21', '2026-11-21'), true)
  assert.equal(isDue('2024-02-29', '2025-02-28'), false)
  assert.equal(isDue('2024-02-29', '2025-03-01'), true)
})

test('on its last day a line is still open', () => {
  assert.equal(isOpen({ until: null }, '2026-11-21'), true)
  assert.equal(isOpen({ until: '2026-11-21' }, '2026-11-21'), true)
  assert.equal(isOpen({ until: '2026-11-20' }, '2026-11-21'), false)
})

test('who left is gone from that day, and forgotten a year later', () => {
  assert.equal(hasLeft({ leftOn: '2026-11-21' }, '2026-11-21'), true)
  assert.equal(hasLeft({ leftOn: null }, '2026-11-21'), false)
})

test('one place sooner, but never before the first', () => {
  assert.deepEqual(sooner(['a', 'b', 'c'], 'c'), ['a', 'c', 'b'])
  assert.deepEqual(sooner(['a', 'b'], 'a'), ['a', 'b'])
  assert.deepEqual(sooner(['a', 'b'], 'x'), ['a', 'b'])
})

test('what is new fills what was empty and writes over nothing', () => {
  const known = { phone: '1', mail: null, days: [] as number[], work: '' }
  assert.deepEqual(fillIn(known, { phone: '2', mail: null, days: [1], work: 'x' }), { days: [1], work: 'x' })
})

test('names are the same whatever the capitals, accents and blanks', () => {
  assert.ok(sameName('José  Vos', 'jose vos'))
  assert.ok(!sameName('Jos Vos', 'Jose Vos'))
})

test('nobody stands in for herself', () => {
  assert.equal(standsInForHerself({ ownerId: 'a', deputyId: 'a' }), true)
  assert.equal(standsInForHerself({ ownerId: null, deputyId: null }), false)
})

test('a neighbour with only a number is her own face; a partner without any has none yet', () => {
  const nothing = {
    name: 'Buurvrouw Ans',
    faceName: null,
    faceWork: null,
    facePhone: null,
    faceMail: null,
    faceDays: [],
    faceMoment: null,
  }
  assert.deepEqual(firstFaceOf(nothing), [])
  assert.equal(firstFaceOf({ ...nothing, facePhone: '0611112222' })[0]?.name, 'Buurvrouw Ans')
  assert.equal(firstFaceOf({ ...nothing, faceName: 'Kim' })[0]?.name, 'Kim')
})
