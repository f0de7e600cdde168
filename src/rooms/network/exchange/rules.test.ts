import assert from 'node:assert/strict'
import { test } from 'node:test'
import { findColleague } from '../import/colleague.ts'
import { emptyPartner, type Partner } from '../import/partner.ts'
import { relationOf } from './rules.ts'

const colleagues = [
  { personId: '1', name: 'Marijke de Wit' },
  { personId: '2', name: 'José Vos' },
  { personId: '3', name: 'Karin Vos' },
]
const spaces = [{ id: 's', name: 'Spreekkamer' }]
const read = (row: Partial<Partner>) =>
  relationOf({ ...emptyPartner(), name: 'Bieb', ...row }, { colleagues, spaces, source: 'lijst', today: '2026-11-21' })

test('a colleague is known by her full name, first name, initial or surname, when only she can be meant', () => {
  const meant = (said: string) => findColleague(said, colleagues)?.personId
  assert.deepEqual(['Marijke de Wit', 'juf Marijke', 'M. de Wit', 'mevr. de Wit', 'JOSE', 'Karin  Vos'].map(meant), [
    '1',
    '1',
    '1',
    '1',
    '2',
    '3',
  ])
  assert.deepEqual(['Vos', 'Petra', '', 'juf'].map(meant), [undefined, undefined, undefined, undefined])
})

test('what has no column of its own is kept in words', () => {
  const { about } = read({
    street: 'Kade',
    houseNumber: '12',
    kind: 'iets bijzonders',
    owner: 'Petra',
    room: 'zolder',
    presence: { days: [2, 4], from: '', until: '', text: 'even weken' },
    note: 'Bel gerust',
  })
  assert.equal(
    about,
    'Bel gerust\nKade 12\niets bijzonders\nAanwezig: di, do even weken\nRuimte: zolder\nWie bij ons: Petra',
  )
})

test('hours are hours only when day, beginning and end are known and in order', () => {
  const at = (presence: Partner['presence'], room = '') => read({ presence, room }).hours
  assert.deepEqual(at({ days: [1, 6], from: '09:00', until: '10:00', text: 'vragen' }, 'spreekkamer'), [
    { weekday: 1, from: '09:00', until: '10:00', spaceId: 's', what: 'vragen' },
  ])
  for (const presence of [
    { days: [1], from: '10:00', until: '09:00', text: '' },
    { days: [1], from: '9 uur', until: '10:00', text: '' },
    { days: [], from: '09:00', until: '10:00', text: '' },
  ])
    assert.deepEqual(at(presence), [])
  assert.deepEqual(
    at({ days: [], from: '', until: '', text: 'ma 09:00-10:00; vr 13:00-14:00 [Spreekkamer] a; b' }).map(
      ({ weekday, spaceId, what }) => [weekday, spaceId, what],
    ),
    [
      [1, null, null],
      [5, 's', 'a; b'],
    ],
  )
})

test('a general mail address becomes a face under the name of the partner', () => {
  const contact = { name: 'Sanne', work: '', phone: '06', mail: 's@b.nl', days: [], moment: '' }
  assert.deepEqual(
    read({ mail: 'info@b.nl', contacts: [contact] }).faces.map(({ name, mail }) => [name, mail]),
    [
      ['Sanne', 's@b.nl'],
      ['Bieb', 'info@b.nl'],
    ],
  )
  assert.deepEqual(read({ mail: 's@b.nl', contacts: [contact] }).faces.length, 1)
  assert.deepEqual(read({ contacts: [{ ...contact, name: '' }] }).faces[0]?.name, 'Bieb')
})

test('kinds, motives and questions that nobody knows are no kinds, motives or questions', () => {
  const { type, motives, topics } = read({
    type: 'raar',
    motives: ['preventie', 'raar'],
    topics: ['dyslexie', 'Leesplezier, boeken en leesbevordering (3)', 'raar', 'dyslexie (2)'],
  })
  assert.deepEqual([type, motives], [null, ['preventie']])
  assert.deepEqual(topics, [
    { topic: 'dyslexie', rank: undefined },
    { topic: 'leesmotivatie', rank: 2 },
  ])
})

test('nobody is her own deputy', () => {
  assert.deepEqual(read({ owner: 'Marijke', deputy: 'Marijke de Wit' }).deputyId, null)
})
