import assert from 'node:assert/strict'
import { test } from 'node:test'
import { readDays, readMark, type WorkDay } from './weekdays.ts'

const short = ({ day, part, weeks }: WorkDay) =>
  day +
  { whole: '', morning: ' am', afternoon: ' pm', half: ' ½' }[part] +
  { every: '', even: ' even', odd: ' odd', other: ' /2' }[weeks]
const days = (text: string) => readDays(text).days.map(short).join(', ')

test('a list of days in any joints', () => {
  for (const text of [
    'ma di wo',
    'Ma, di en wo',
    'ma/di/wo',
    'ma-di-wo',
    'maandag, dinsdag & woensdag',
    'wo ma di',
    'ma t/m wo',
    'ma tm wo',
    'ma t.e.m. wo',
    'maandag tot en met woensdag',
    'ma – wo',
    'mon tue wed',
    'ma+di+wo.',
  ]) {
    assert.equal(days(text), 'mon, tue, wed', text)
  }
})

test('half days, mornings and other weeks stay with their day', () => {
  assert.equal(days('ma di 1/2 wo'), 'mon, tue, wed ½')
  assert.equal(days('ma, di, wo ½'), 'mon, tue, wed ½')
  assert.equal(days('1/2 wo'), 'wed ½')
  assert.equal(days('di-ochtend en do-middag'), 'tue am, thu pm')
  assert.equal(days('dinsdagochtend, donderdagmiddag'), 'tue am, thu pm')
  assert.equal(days('ma t/m do vm'), 'mon am, tue am, wed am, thu am')
  assert.equal(days('om de week vr'), 'fri /2')
  assert.equal(days('vr (even weken), do (oneven weken)'), 'thu odd, fri even')
  assert.equal(days('ma vm, wo nm'), 'mon am, wed pm')
})

test('the whole week, and the week without a day', () => {
  assert.equal(days('fulltime'), 'mon, tue, wed, thu, fri')
  assert.equal(days('alle dagen behalve wo'), 'mon, tue, thu, fri')
  assert.equal(days('elke dag, niet op vrijdag'), 'mon, tue, wed, thu')
  assert.equal(days('0,8 (wo vrij)'), 'mon, tue, thu, fri')
  assert.equal(days('ma di, wo vrij'), 'mon, tue')
  assert.equal(days('wo, do, vr (om en om)'), 'wed, thu, fri /2')
})

test('the share of the week decides between two readings', () => {
  assert.deepEqual(readDays('0,6 ma-di-wo vm'), {
    days: [
      { day: 'mon', part: 'whole', weeks: 'every' },
      { day: 'tue', part: 'whole', weeks: 'every' },
      { day: 'wed', part: 'morning', weeks: 'every' },
    ],
    share: 0.6,
    guessed: false,
    rest: '',
  })
  assert.equal(days('0,4 ma-do'), 'mon, thu')
  assert.equal(days('wtf 0.8 ma-do'), 'mon, tue, wed, thu')
  assert.deepEqual([days('ma-do'), readDays('ma-do').guessed], ['mon, tue, wed, thu', true])
  assert.equal(readDays('ma t/m do').guessed, false)
})

test('hours are read beside the days', () => {
  const { from, until } = readDays('di 8.30 - 12.00 uur')
  assert.deepEqual([days('di 8.30 - 12.00 uur'), from, until], ['tue', '08:30', '12:00'])
  assert.deepEqual(
    [readDays('do 13u-15u').from, readDays('do 13u-15u').until, days('do 13u-15u')],
    ['13:00', '15:00', 'thu'],
  )
  assert.deepEqual([readDays('wo 9-12').from, days('wo 9-12')], ['09:00', 'wed'])
})

test('what is no day is left over', () => {
  assert.deepEqual(readDays('op afspraak'), { days: [], guessed: false, rest: 'afspraak' })
})

test('marks in day columns', () => {
  assert.deepEqual(readMark('x'), { part: 'whole', weeks: 'every' })
  assert.deepEqual(readMark('✓'), { part: 'whole', weeks: 'every' })
  assert.deepEqual(readMark('1'), { part: 'whole', weeks: 'every' })
  assert.deepEqual(readMark('vm'), { part: 'morning', weeks: 'every' })
  assert.deepEqual(readMark('½'), { part: 'half', weeks: 'every' })
  assert.deepEqual(readMark('0,5'), { part: 'half', weeks: 'every' })
  assert.deepEqual(readMark('om de week'), { part: 'whole', weeks: 'other' })
  for (const none of ['', '-', '0', 'vrij', ' ']) assert.equal(readMark(none), undefined, none)
})

test('days told by what is not worked, by a full week or by every morning', () => {
  const days = (text: string) =>
    readDays(text).days.map(({ day, part, weeks }) =>
      [day, part, weeks].filter((word) => !/whole|every/.test(word)).join('-'),
    )
  assert.deepEqual(days('0,8 (niet op wo)'), ['mon', 'tue', 'thu', 'fri'])
  assert.deepEqual(days('niet op ma en di'), ['wed', 'thu', 'fri'])
  assert.deepEqual(days('0,6 niet op wo'), [])
  assert.deepEqual(days('niet bekend'), [])
  assert.deepEqual([days('1,0').length, readDays('1,0').guessed, days('0,9').length], [5, true, 0])
  assert.deepEqual(days('iedere ochtend')[4], 'fri-morning')
  assert.deepEqual(days('wo do vr (even wkn ook di)'), ['tue-even', 'wed', 'thu', 'fri'])
  assert.deepEqual(days('ma/di/wo och'), ['mon', 'tue', 'wed-morning'])
})

test('a cell of blanks is read in no time', () => {
  const started = performance.now()
  readDays(`ma${' '.repeat(100_000)}di`)
  assert.ok(performance.now() - started < 2000)
})
