import assert from 'node:assert/strict'
import { test } from 'node:test'
import { takenBy } from './fixing/rules.ts'
import { endOf, localOf, momentAt, type Offered, stateOf, weighed, whyOf } from './rules.ts'
import type { Stage } from './tables.ts'

const invited = [
  { id: 'a', name: 'Ans', required: true },
  { id: 'b', name: 'Bo', required: true },
  { id: 'c', name: 'Cem', required: false },
]
const option = (id: string, day: string, said: Partial<Record<'a' | 'b' | 'c', Stage>>): Offered => ({
  ...{ id, startsAt: momentAt(day, '15:00') },
  answers: Object.entries(said).map(([inviteeId, stage]) => ({ inviteeId, stage })),
})

test('the best moment first: who must come can, then the fewest missing, the fewest “if need be”, the earliest', () => {
  const ranked = weighed(
    [
      option('nobody', '2026-12-01', {}),
      option('must', '2026-12-02', { a: 'no', b: 'yes', c: 'yes' }),
      option('others', '2026-12-03', { a: 'yes', b: 'yes', c: 'no' }),
      option('ifNeeded', '2026-12-04', { a: 'yes', b: 'if_needed', c: 'yes' }),
      option('later', '2026-12-08', { a: 'yes', b: 'yes', c: 'yes' }),
      option('all', '2026-12-07', { a: 'yes', b: 'yes', c: 'yes' }),
    ],
    invited,
    null,
  )
  assert.deepEqual(
    ranked.map((one) => [one.id, whyOf(one)]),
    [
      ['all', 'all'],
      ['later', 'all'],
      ['ifNeeded', 'ifNeeded'],
      ['others', 'others'],
      ['must', 'required'],
      ['nobody', 'silent'],
    ],
  )
  assert.deepEqual(ranked[4]?.requiredMissing, ['Ans'])
})

test('what too few of the others can comes after what suits who must come; who is silent may still make up for it', () => {
  const four = ['c', 'd', 'e'].map((id) => ({ id, name: id, required: false }))
  const all = [invited[0]!, ...four]
  const said = (id: string, day: string, answers: Record<string, Stage>) => option(id, day, answers)
  const options = [
    said('one', '2026-12-01', { a: 'yes', c: 'yes', d: 'no', e: 'no' }),
    said('perhaps', '2026-12-02', { a: 'yes', c: 'yes', d: 'no' }),
    said('two', '2026-12-03', { a: 'yes', c: 'if_needed', d: 'if_needed', e: 'no' }),
    said('must', '2026-12-04', { a: 'no', c: 'yes', d: 'yes', e: 'yes' }),
  ]
  const ranked = (quorum: number | null) => weighed(options, all, quorum).map((one) => [one.id, whyOf(one)])
  assert.deepEqual(ranked(2), [
    ['two', 'others'],
    ['perhaps', 'silent'],
    ['one', 'quorum'],
    ['must', 'required'],
  ])
  assert.deepEqual(ranked(null)[0], ['two', 'others'])
  assert.ok(ranked(null).every(([, why]) => why !== 'quorum'))
})

test('what the clock shows stays what was said, around both changes of the clock', () => {
  for (const day of ['2027-03-27', '2027-03-28', '2027-03-29', '2026-10-25', '2026-10-26'])
    assert.equal(localOf(momentAt(day, '15:00')), `${day}T15:00`)
  assert.equal(momentAt('2027-03-26', '15:00').toISOString(), '2027-03-26T14:00:00.000Z')
  assert.equal(momentAt('2027-03-29', '15:00').toISOString(), '2027-03-29T13:00:00.000Z')
})

test('a room is taken by a meeting or by a partner on her hours; what only touches does not stand in the way', () => {
  const room = {
    meetings: [{ start: '2026-12-01T14:00:00Z', end: '2026-12-01T15:00:00Z', title: 'Overleg' }],
    others: [{ day: '2026-12-01', from: '09:00', until: '12:00', by: 'Spraakwater' }],
  }
  const at = (time: string) => takenBy(room, momentAt('2026-12-01', time), endOf(momentAt('2026-12-01', time), 30))
  assert.deepEqual(['08:30', '08:45', '11:45', '12:00', '14:30', '14:45', '15:45', '16:00'].map(at), [
    undefined,
    'Spraakwater',
    'Spraakwater',
    undefined,
    undefined,
    'Overleg',
    'Overleg',
    undefined,
  ])
})

test('its state is read from what happened', () => {
  const at = new Date()
  assert.equal(stateOf({ askedAt: null, startsAt: null, cancelledAt: null }), 'draft')
  assert.equal(stateOf({ askedAt: at, startsAt: null, cancelledAt: null }), 'asked')
  assert.equal(stateOf({ askedAt: at, startsAt: at, cancelledAt: null }), 'fixed')
  assert.equal(stateOf({ askedAt: at, startsAt: at, cancelledAt: at }), 'cancelled')
})
