import assert from 'node:assert/strict'
import { test } from 'node:test'
import { frameFrom, momentsFor, type ToFind, tickedOf } from './rules.ts'

const today = '2026-11-23'
const bells = [1, 2, 3, 4, 5].map((weekday) => ({ weekday, from: '08:30', until: weekday === 3 ? '12:30' : '14:45' }))
const someone = (name: string, more: Partial<ToFind['people'][number]> = {}): ToFind['people'][number] => ({
  ...{ id: name, name, personId: null, required: true, days: null, hours: [], taken: [], own: [], ...more },
})
const known = (more: Partial<ToFind>): ToFind => ({
  people: [],
  closed: [],
  week: bells,
  groups: [],
  rooms: [],
  ...more,
})
const joost = someone('Joost', { personId: 'joost', days: [1, 2, 4] })
const teaches = [{ teachers: [{ personId: 'joost', days: [1, 2, 4] }] }]
const moments = (given: ToFind, minutes = 30) =>
  momentsFor(given, { minutes, today }).proposals.map(({ local }) => local)

test('four days to answer, then three weeks', () => {
  const { from, until } = frameFrom(today)
  assert.deepEqual([from.toISOString(), until.toISOString()], ['2026-11-27T23:00:00.000Z', '2026-12-18T23:00:00.000Z'])
})

test('who has a group that day can before and after lessons, on her own days only', () => {
  const found = moments(known({ people: [joost], groups: teaches }))
  assert.deepEqual(found, [
    '2026-11-30T08:00',
    '2026-11-30T15:00',
    '2026-12-01T08:00',
    '2026-12-01T15:00',
    '2026-12-03T08:00',
    '2026-12-03T15:00',
  ])
})

test('a partner is asked for on her fixed hours, and nobody where another meeting has her', () => {
  const sanne = someone('Sanne', { hours: [{ weekday: 4, from: '13:00', until: '16:00' }] })
  const busy = [{ start: '2026-12-03T14:00:00Z', end: '2026-12-03T15:00:00Z' }]
  const people = [{ ...joost, taken: busy }, sanne]
  assert.deepEqual(moments(known({ people, groups: teaches })), ['2026-12-10T15:00', '2026-12-17T15:00'])
})

test('her own calendar counts, and nobody meets on a day off', () => {
  const own = [{ start: Date.parse('2026-11-30T06:00:00Z'), end: Date.parse('2026-11-30T18:00:00Z') }]
  const given = known({ people: [{ ...joost, own }], groups: teaches, closed: ['2026-12-03'] })
  const days = moments(given).map((local) => local.slice(0, 10))
  assert.equal(days[0], '2026-12-01')
  assert.ok(!days.includes('2026-11-30') && !days.includes('2026-12-03'))
})

test('a room must be free: not where a partner sits, nor where another meeting is', () => {
  const rooms = [
    {
      ...{ id: 'spreekkamer', name: 'Spreekkamer', presences: [{ weekday: 1, from: '08:00', until: '12:00' }] },
      meetings: [{ start: '2026-11-30T14:00:00Z', end: '2026-11-30T16:00:00Z' }],
    },
  ]
  const { proposals } = momentsFor(known({ people: [joost], groups: teaches, rooms }), { minutes: 30, today })
  assert.deepEqual(proposals[0], {
    ...{ local: '2026-12-01T08:00', room: 'Spreekkamer', missing: [], outside: [], breaks: false },
  })
})

test('when nothing suits all: who would have to give how much, and when she could come for this', () => {
  const early = someone('Sanne', { days: [1], hours: [{ weekday: 1, from: '09:00', until: '15:15' }] })
  const found = momentsFor(known({ people: [joost, early], groups: teaches }), { minutes: 30, today })
  assert.deepEqual(
    [found.concession?.local, found.concession?.asks],
    ['2026-11-30T14:45', [{ name: 'Joost', minutes: 15 }]],
  )
  assert.deepEqual(found.proposals[0], {
    ...{ local: '2026-11-30T08:00', room: undefined, missing: [], outside: ['Sanne'], breaks: true },
  })
  assert.deepEqual(tickedOf(found), [], 'no moment that breaks somebody who must come is ticked')
  const three = [joost, someone('Bo', { days: [3] }), someone('Cem', { days: [1, 3] })]
  const alone = momentsFor(known({ people: three, groups: teaches }), { minutes: 30, today })
  assert.equal(alone.concession?.asks.length, 1)
  assert.deepEqual(
    alone.proposals.slice(0, 2).map(({ local, missing }) => [local, missing]),
    [
      ['2026-11-30T08:00', ['Bo']],
      ['2026-11-30T15:00', ['Bo']],
    ],
    'where nothing suits all, the fewest are missing',
  )
  assert.deepEqual(tickedOf(alone), [])
  const maybe = three.map((one) => ({ ...one, required: one.name !== 'Bo' }))
  const without = momentsFor(known({ people: maybe, groups: teaches }), { minutes: 30, today })
  assert.deepEqual(
    [without.proposals[0]?.missing, tickedOf(without).length > 0],
    [['Bo'], true],
    'who may come is named, and the moment stays ticked',
  )
})
