import assert from 'node:assert/strict'
import { test } from 'node:test'
import {
  aYearBefore,
  holdsLine,
  inOrder,
  kmBetween,
  listAddress,
  missingTypes,
  nextRank,
  pageOf,
  usesFolded,
} from './rules.ts'

const partner = (name: string, type: string | null, rank: number | null) => ({ name, type, rank })

test('first whom this school chose, then the usual kinds in their order, then by name', () => {
  const all = [
    partner('Zus', 'obd', null),
    partner('Bo', 'dyslexiezorg', null),
    partner('An', 'dyslexiezorg', null),
    partner('Tweede', 'x', 1),
    partner('Eerste', null, 0),
  ]
  assert.deepEqual(
    inOrder(all, ['dyslexiezorg', 'obd']).map(({ name }) => name),
    ['Eerste', 'Tweede', 'An', 'Bo', 'Zus'],
  )
})

test('which usual kinds a school has nobody of', () => {
  assert.deepEqual(missingTypes(['a', 'b', 'c'], [{ type: 'b' }, { type: null }]), ['a', 'c'])
})

test('an assurance of a year ago or longer is due', () => {
  assert.equal(aYearBefore('2026-11-21'), '2025-11-21')
  assert.equal(aYearBefore('2028-02-29'), '2027-02-28')
})

test('pages of fifty, and a wish beyond the end is the last', () => {
  assert.deepEqual(pageOf({ count: 61, wish: 2, size: 50 }), { page: 2, pages: 2, from: 51, until: 61 })
  assert.deepEqual(pageOf({ count: 61, wish: 9, size: 50 }), { page: 2, pages: 2, from: 51, until: 61 })
  assert.deepEqual(pageOf({ count: 0, wish: 1, size: 50 }), { page: 1, pages: 1, from: 0, until: 0 })
})

test('the address of the list says what was wished for and nothing else', () => {
  assert.equal(listAddress({ zoek: '', niveau: null, zonder: false, volgorde: 'naam' }, 1), '/netwerk')
  assert.equal(
    listAddress({ zoek: 'a&b', zonder: true, volgorde: 'klopt', pagina: 3 }, 2),
    '/netwerk?zoek=a%26b&zonder=yes&volgorde=klopt&pagina=2',
  )
})

test('a fold opens when something in it is in use', () => {
  assert.equal(usesFolded({ zoek: 'x', niveau: 'group', volgorde: 'naam' }), false)
  assert.equal(usesFolded({ sector: 'sport', volgorde: 'naam' }), true)
  assert.equal(usesFolded({ volgorde: 'klopt' }), true)
})

test('a distance needs both ends', () => {
  const school = { latitude: 52.09, longitude: 5.12 }
  const km = kmBetween(school, '3511 AB', 'Utrecht')
  assert.ok(km !== undefined && km < 3, String(km))
  assert.equal(kmBetween(school, null, null), undefined)
  assert.equal(kmBetween({ latitude: null, longitude: null }, '3511 AB', null), undefined)
})

test('a new answer comes behind the others', () => {
  assert.equal(nextRank([]), 0)
  assert.equal(nextRank([0, 4]), 5)
})

test('a line waits for its holder and her deputy, and for everyone while nobody holds it', () => {
  const held = { ownerId: 'a', deputyId: 'b' }
  assert.deepEqual(
    ['a', 'b', 'c'].map((one) => holdsLine(one, held)),
    [true, true, false],
  )
  assert.equal(holdsLine('c', { ownerId: null, deputyId: null }), true)
})
