import assert from 'node:assert/strict'
import { test } from 'node:test'
import { findDuplicates, type Known } from './duplicates.ts'

const found = (row: Known, existing: Known) => {
  const [duplicate] = findDuplicates([row], [existing])
  return duplicate && [duplicate.because, duplicate.sure]
}

test('the same partner under another spelling', () => {
  assert.deepEqual(found({ name: 'GGD Oeverland' }, { name: 'ggd oeverland ' }), ['same-name', 0.95])
  assert.deepEqual(found({ name: 'Stichting CJG Oeverdam' }, { name: 'Centrum voor Jeugd & Gezin Oeverdam' }), [
    'same-name',
    0.95,
  ])
  assert.deepEqual(found({ name: 'De Bibliotheek Oeverdam', place: 'Oeverdam' }, { name: 'bieb', place: 'Oeverdam' }), [
    'same-name',
    0.95,
  ])
  assert.deepEqual(found({ name: 'Logopedie Spraakwatre' }, { name: 'Logopediepraktijk Spraakwater' }), [
    'near-name',
    0.75,
  ])
  assert.deepEqual(found({ name: 'Het Anker', place: 'Oeverdam' }, { name: 'Het Anker', place: 'Elders' }), [
    'same-name',
    0.6,
  ])
})

test('the same by website, mail, phone or domain', () => {
  assert.deepEqual(found({ name: 'A', website: 'https://www.x.nl/' }, { name: 'Beter', website: 'http://x.nl' }), [
    'same-website',
    0.85,
  ])
  assert.deepEqual(found({ name: 'A', mail: 'p@x.nl' }, { name: 'Beter', contacts: [{ phone: '', mail: 'P@x.nl' }] }), [
    'same-mail',
    0.8,
  ])
  assert.deepEqual(found({ name: 'A', phone: '0299123456' }, { name: 'Beter', phone: '0299123456' }), [
    'same-phone',
    0.7,
  ])
  assert.deepEqual(found({ name: 'Leerplicht', mail: 'a@oeverdam.nl' }, { name: 'Inkomen', mail: 'b@oeverdam.nl' }), [
    'same-domain',
    0.4,
  ])
})

test('neighbours with the same mail provider are not the same', () => {
  assert.equal(found({ name: 'Anja', mail: 'a@gmail.com' }, { name: 'Piet', mail: 'p@gmail.com' }), undefined)
  assert.equal(found({ name: 'BSO Zon' }, { name: 'BSO Maan' }), undefined)
  assert.equal(found({ name: '' }, { name: '' }), undefined)
})

test('each row gets its own likeliest first', () => {
  const existing = [{ name: 'GGD Overland' }, { name: 'GGD Oeverland' }]
  assert.deepEqual(
    findDuplicates([{ name: 'Halt' }, { name: 'GGD Oeverland' }], existing).map(
      ({ row, existing: { name }, because }) => [row, name, because],
    ),
    [
      [1, 'GGD Oeverland', 'same-name'],
      [1, 'GGD Overland', 'near-name'],
    ],
  )
})
