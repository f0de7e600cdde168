import assert from 'node:assert/strict'
import { test } from 'node:test'
import { fiveOf, freshOf, isSetUp, type LineAtHome, partOfDay, unownedOf, waitingForMe, waitingOf } from './rules.ts'

const today = '2026-11-24'
const line = (id: string, more: Partial<LineAtHome> = {}): LineAtHome => ({
  id,
  name: id,
  ownerId: 'me',
  deputyId: 'you',
  assuredOn: '2026-09-01',
  until: null,
  createdAt: new Date('2025-01-01'),
  ...more,
})

test('one greets by the clock in the Netherlands', () => {
  assert.equal(partOfDay(new Date('2026-11-24T10:59:00Z')), 'morning')
  assert.equal(partOfDay(new Date('2026-11-24T11:00:00Z')), 'afternoon')
  assert.equal(partOfDay(new Date('2026-11-24T17:00:00Z')), 'evening')
})

test('what waits for me are the lines I hold that nobody looked at for a year', () => {
  const lines = [
    line('fresh'),
    line('never', { assuredOn: null }),
    line('old', { assuredOn: '2025-11-24' }),
    line('hers', { ownerId: 'you', assuredOn: null }),
  ]
  assert.deepEqual(
    waitingForMe(lines, 'me', today).map((one) => one.id),
    ['never', 'old'],
  )
})

test('five numbers about the network, none about a person', () => {
  const lines = [
    line('good'),
    line('new', { createdAt: new Date('2026-11-20') }),
    line('stuck', { assuredOn: null }),
    line('ending', { until: '2026-12-31' }),
    line('unowned', { ownerId: null }),
    line('alone', { deputyId: null }),
  ]
  assert.deepEqual(fiveOf(lines, today), { new: 1, stuck: 1, ending: 1, unowned: 2, good: 2 })
  assert.deepEqual(
    unownedOf(lines).map((one) => one.id),
    ['unowned', 'alone'],
  )
})

test('a school is set up when there are colleagues and partners', () => {
  assert.equal(isSetUp({ people: 1, partners: 3 }), false)
  assert.equal(isSetUp({ people: 5, partners: 0 }), false)
  assert.equal(isSetUp({ people: 5, partners: 3 }), true)
})

test('what is overdue rises, then what is due first; what waits on nobody is not here', () => {
  const asked = (id: string, waits: 'me' | 'other' | undefined, answerBy: string, overdue = false) => ({
    ...{ id, waits, answerBy, overdue },
  })
  const { onMe, onOther } = waitingOf([
    asked('later', 'me', '2026-12-10'),
    asked('sooner', 'me', '2026-12-01'),
    asked('theirs', 'other', '2026-12-01'),
    asked('late', 'other', '2026-11-20', true),
    asked('closed', undefined, '2026-11-01'),
  ])
  assert.deepEqual(
    [onMe, onOther].map((list) => list.map(({ id }) => id)),
    [
      ['sooner', 'later'],
      ['late', 'theirs'],
    ],
  )
})

test('new is what came in the last two weeks, the newest first', () => {
  const lines = [
    line('old', { createdAt: new Date('2026-11-09') }),
    line('new', { createdAt: new Date('2026-11-12') }),
    line('newest', { createdAt: new Date('2026-11-23') }),
  ]
  assert.deepEqual(
    freshOf(lines, today).map((one) => one.id),
    ['newest', 'new'],
  )
})
