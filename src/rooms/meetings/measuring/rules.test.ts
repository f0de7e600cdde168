import assert from 'node:assert/strict'
import { test } from 'node:test'
import { figuresOf } from './rules.ts'

test('the middle number of days, and how many answers came without a mail; of fewer than five nothing is told', () => {
  const fixed = [1, 2.26, 9, 30, 3, 4].map((days, nth) => ({ days, asked: nth + 1 }))
  assert.deepEqual(figuresOf(fixed), { meetings: 6, median: 3.5, withinWeek: 4, answers: 21 })
  assert.deepEqual(figuresOf(fixed.slice(0, 5)), { meetings: 5, median: 3, withinWeek: 3, answers: 15 })
  assert.equal(figuresOf(fixed.slice(0, 4)), undefined)
})
