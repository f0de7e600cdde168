import assert from 'node:assert/strict'
import { test } from 'node:test'
import { gatherNotes } from './rules.ts'

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
