import assert from 'node:assert/strict'
import { test } from 'node:test'
import { gapsOf, type Held, isSilent, onOnePerson, type Used } from './rules.ts'

const held: Held = { form: 'organisation', obligation: null, owner: 'Ans', deputy: 'Bo', faces: ['Cor', 'Do'] }

test('a line with two people on both sides lacks nothing', () => assert.deepEqual(gapsOf(held), []))

test('it says what hangs on one person, our side first', () => {
  assert.deepEqual(gapsOf({ ...held, deputy: null, faces: ['Cor'] }), ['no-deputy', 'one-face'])
  assert.deepEqual(gapsOf({ ...held, owner: null, deputy: null, faces: [] }), ['no-owner', 'no-face'])
})

test('a neighbour is one person, and may be', () =>
  assert.deepEqual(gapsOf({ ...held, form: 'person', faces: ['Cor'] }), []))

test('what the law asks comes first, then what nobody holds', () => {
  const lines = [
    { ...held, name: 'a', faces: ['Cor'] },
    { ...held, name: 'b', owner: null },
    { ...held, name: 'c', obligation: 'law' as const, deputy: null },
    { ...held, name: 'd' },
  ]
  assert.deepEqual(
    onOnePerson(lines).map(({ name }) => name),
    ['c', 'b', 'a'],
  )
})

const used: Used = {
  ...{ obligation: 'choice', assuredOn: null, since: '2015-08-01', addedOn: '2026-01-01', lastTip: null },
  isPresent: false,
}
const silent = (more: Partial<Used>) => isSilent({ ...used, ...more }, { today: '2026-11-21', settledBy: '2026-08-23' })

test('silent: not in the building, no tip of this year, not checked in a year', () => {
  assert.ok(silent({}))
  assert.ok(!silent({ isPresent: true }))
  assert.ok(!silent({ assuredOn: '2026-02-01' }) && silent({ assuredOn: '2025-02-01' }))
  assert.ok(!silent({ lastTip: '2026-03-01' }) && silent({ lastTip: '2025-03-01' }))
})

test('what the law prescribes is not asked about, nor what has only just begun', () => {
  assert.ok(!silent({ obligation: 'law' }))
  assert.ok(!silent({ since: '2026-03-01' }))
  assert.ok(!silent({ since: null, addedOn: '2026-11-01' }) && silent({ since: null }))
})
