import assert from 'node:assert/strict'
import { test } from 'node:test'
import { clock, leavesBeforeComing, weekAround } from './rules.ts'

test('on Wednesday one sees Monday to Friday of this week, and which day it is', () => {
  const week = weekAround('2026-11-25')
  assert.deepEqual(
    week.map(({ day }) => day),
    ['2026-11-23', '2026-11-24', '2026-11-25', '2026-11-26', '2026-11-27'],
  )
  assert.deepEqual(
    week.filter(({ isToday }) => isToday).map(({ weekday }) => weekday),
    [3],
  )
})

test('at the weekend one sees the week to come', () => {
  for (const day of ['2026-11-21', '2026-11-22']) {
    assert.equal(weekAround(day)[0]?.day, '2026-11-23')
    assert.ok(weekAround(day).every(({ isToday }) => !isToday))
  }
})

test('one leaves after one came', () => {
  assert.equal(leavesBeforeComing({ from: '09:00', until: '09:00' }), true)
  assert.equal(leavesBeforeComing({ from: '09:00', until: '10:00' }), false)
  assert.equal(clock('09:00:00'), '09:00')
})
