import assert from 'node:assert/strict'
import { test } from 'node:test'
import { readDay, undoDay } from './day.ts'

test('a day in Dutch notations, ISO and as a serial number', () => {
  for (const text of [
    '1-8-2019',
    '01/08/19',
    '1.8.2019',
    '1 aug 2019',
    '1 augustus 2019',
    'sinds 1 aug. 2019',
    '2019-08-01',
    '43678',
    'do 1-8-2019',
    "1-aug-'19",
  ]) {
    assert.deepEqual(readDay(text), { day: '2019-08-01', exact: 'day' }, text)
  }
})

test('months, years and seasons say how exact they are', () => {
  assert.deepEqual(readDay('aug 2019'), { day: '2019-08-01', exact: 'month' })
  assert.deepEqual(readDay('mrt-19'), { day: '2019-03-01', exact: 'month' })
  assert.deepEqual(readDay('8-2019'), { day: '2019-08-01', exact: 'month' })
  assert.deepEqual(readDay('2019'), { day: '2019-01-01', exact: 'year' })
  assert.deepEqual(readDay('2019/2020', '08-01'), { day: '2019-08-01', exact: 'year' })
  assert.deepEqual(readDay('boekjaar 2019-20', '08-01'), { day: '2019-08-01', exact: 'year' })
  assert.deepEqual(readDay('2019-2020'), { day: '2019-01-01', exact: 'year' })
})

test('what is no day is refused', () => {
  for (const text of ['31-2-2019', '12-mei', 'al jaren', '', '99999', '0612345678', '2019-13-01'])
    assert.equal(readDay(text), undefined, text)
})

test('house numbers that a spreadsheet took for days are given back', () => {
  assert.equal(undoDay('3-jan'), '3-1')
  assert.equal(undoDay('12-mei'), '12-5')
  assert.equal(undoDay('mrt-19'), '3-19')
  assert.equal(undoDay('2026-05-12'), '12-5')
  assert.equal(undoDay('12-5-2026'), '12-5')
  assert.equal(undoDay('12-5'), undefined)
  assert.equal(undoDay('14 bis'), undefined)
})
