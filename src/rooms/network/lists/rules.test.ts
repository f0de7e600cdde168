import assert from 'node:assert/strict'
import { test } from 'node:test'
import { emptyPartner } from '../import/partner.ts'
import { gatherNotes, withoutChildren } from './rules.ts'

test('mended house numbers are told in one sentence, all else line by line', () => {
  const mended = (line: number, value: string) => ({ line, because: 'house-number-mended' as const, value })
  const notes = [
    mended(6, '3-mrt → 3-3'),
    { line: 7, because: 'shifted' as const, value: 'x' },
    mended(8, '12-mei → 12-5'),
  ]
  assert.deepEqual(gatherNotes(notes), [
    { because: 'house-number-mended', value: '3-mrt → 3-3, 12-mei → 12-5', lines: [6, 8] },
    { because: 'shifted', value: 'x', lines: [7] },
  ])
  assert.deepEqual(gatherNotes([]), [])
})

test('a remark of a list that names a child is left out, and it is said', () => {
  const row = (name: string, line: number, note: string) => ({
    ...emptyPartner(),
    name,
    note,
    lines: [line],
    typeSure: 1,
  })
  const note = 'komt op dinsdag\nSem de Vries uit groep 4\nbsn 123456782'
  const read = withoutChildren({ good: [row('Fysio', 2, note), row('Bieb', 3, 'belt graag')], bad: [], notes: [] })
  assert.deepEqual(
    read.good.map((one) => one.note),
    ['komt op dinsdag', 'belt graag'],
  )
  assert.deepEqual(read.notes, [{ line: 2, because: 'names-child', value: 'Fysio' }])
})
