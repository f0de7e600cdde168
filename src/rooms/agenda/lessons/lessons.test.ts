import assert from 'node:assert/strict'
import { test } from 'node:test'
import { readLessons } from '../import/lessons.ts'
import { asTime, isCore, readGrid, rowsOf, typedRows } from './rules.ts'

const groups = [
  { id: 'a', name: '4A' },
  { id: 'b', name: '5B' },
]
const read = (...lines: string[]) =>
  readLessons(
    lines.map((line) => line.split(';')),
    groups,
  )

test('lines are read with or without names above the columns, and in another order', () => {
  const own = read('4A;ma;08:30;09:30;rekenen;ja', 'groep 5b;Vrijdag;8.30;0930;taal;')
  assert.deepEqual(own.unread, [])
  assert.deepEqual(own.byGroup.get('a'), [
    { weekday: 1, from: '08:30', until: '09:30', subject: 'rekenen', protected: true },
  ])
  const other = read('vak;van;tot;dag;klas', 'gym!;09:00;10:00;do;Klas 5B')
  assert.equal(other.head, true)
  assert.deepEqual(other.byGroup.get('b'), [
    { weekday: 4, from: '09:00', until: '10:00', subject: 'gym', protected: true },
  ])
})

test('what cannot be read is told by line, with its reason; the rest is kept', () => {
  const { unread, byGroup } = read(
    ...['groep;dag;van;tot;vak;beschermd', '4A;ma;08:30;09:30;rekenen;nee', '9Z;ma;09:00;10:00;taal;', ''],
    ...['4A;za;09:00;10:00;taal;', '4A;wo;9;10:00;taal;', '4A;ma;09:00;09:45;taal;', '4A;do;10:00;09:00;taal;'],
    ...['4A;vr;09:00;10:00;;', '4A;vr;09:00;10:00;taal;soms', `4A;vr;09:00;10:00;${'x'.repeat(41)};`],
  )
  assert.deepEqual(
    unread.map(({ line, because }) => `${line} ${because}`),
    [...['3 group', '5 day', '6 time', '7 overlap', '8 order', '9 subject', '10 protected', '11 long']],
  )
  assert.equal(byGroup.get('a')?.length, 1)
})

test('a grid and its lessons are the same thing', () => {
  const rows = [
    { from: '8.30', until: '09:15', cells: { 1: 'kring!', 2: 'lezen' } },
    { from: '09:15', until: '10:00', cells: { 1: 'rekenen' } },
  ]
  const { lessons, errors } = readGrid(rows)
  assert.deepEqual(errors, {})
  assert.deepEqual(rowsOf(lessons), [{ ...rows[0], from: '08:30' }, rows[1]])
})

test('signs that no database takes are left out', () => {
  const { lessons } = readGrid(typedRows({ 'from-0': '08:30', 'until-0': '09:30', 'cell-0-1': 'ta\u0000al\ud800' }))
  assert.match(lessons[0]!.subject, /^ta\s?al/)
  // biome-ignore lint/suspicious/noControlCharactersInRegex: these are what has to go.
  assert.doesNotMatch(lessons[0]!.subject, /[\u0000\ud800]/)
})

test('a mistake in a grid stands at its field', () => {
  const row = (from: string, until: string, cell: string) => ({ from, until, cells: { 1: cell } })
  const { errors } = readGrid([
    row('x', '09:00', 'taal'),
    row('10:00', '09:00', 'taal'),
    row('', '', ''),
    row('11:00', '12:00', '!'),
    row('13:00', '14:00', 'taal'),
    row('13:30', '14:30', 'gym'),
    row('15:00', '16:00', 'x'.repeat(50)),
  ])
  assert.deepEqual(errors, {
    ...{ 'from-0': 'time', 'until-1': 'order', 'cell-3-1': 'subject', 'cell-5-1': 'overlap', 'cell-6-1': 'long' },
  })
})

test('times as people write them; core subjects by their name', () => {
  assert.deepEqual(['8.30', '8:30', '0830', '08:30:00', '8u30', 'x'].map(asTime), [
    ...['08:30', '08:30', '08:30', '08:30', '08:30', 'x'],
  ])
  for (const one of ['rekenen', 'Rekenen 2', 'Begrijpend lezen', 'taal']) assert.ok(isCore(one), one)
  for (const one of ['gym', 'tekenen', 'muziek']) assert.ok(!isCore(one), one)
})
