import assert from 'node:assert/strict'
import { test } from 'node:test'
import { dayPlus, weekdayOf } from '#kit/time/day.ts'
import { frameFrom, type ToFind } from '../hours/rules.ts'
import { momentsFor, tickedOf } from './rules.ts'

const today = '2026-11-23'
const bells = [1, 2, 3, 4, 5].map((weekday) => ({ weekday, from: '08:30', until: weekday === 3 ? '12:30' : '14:45' }))
const someone = (name: string, more: Partial<ToFind['people'][number]> = {}): ToFind['people'][number] => ({
  ...{ id: name, name, personId: null, required: true, travel: 0, days: null },
  ...{ relationId: null, taken: [], own: [], ...more },
})
/** Every week on this weekday, as far as is looked. */
const weekly = (relationId: string, weekday: number, from: string, until: string) =>
  Array.from({ length: 21 }, (_, nth) => dayPlus('2026-11-28', nth))
    .filter((day) => weekdayOf(day) === weekday)
    .map((day) => ({ relationId, day, from, until }))
const nothing = { present: [], sessions: [], away: [], groups: [] }
const known = (more: Partial<ToFind>): ToFind => ({
  people: [],
  closed: [],
  week: bells,
  groups: [],
  rooms: [],
  quorum: null,
  building: nothing,
  ...more,
})
const joost = someone('Joost', { personId: 'joost', days: [1, 2, 4] })
const teaches = [{ id: 'groep', teachers: [{ personId: 'joost', days: [1, 2, 4] }] }]
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
  const sanne = someone('Sanne', { relationId: 'sanne' })
  const building = { ...nothing, present: weekly('sanne', 4, '13:00', '16:00') }
  const busy = [{ start: '2026-12-03T14:00:00Z', end: '2026-12-03T15:00:00Z' }]
  const people = [{ ...joost, taken: busy }, sanne]
  assert.deepEqual(moments(known({ people, groups: teaches, building })), ['2026-12-10T15:00', '2026-12-17T15:00'])
})

test('her own calendar counts, and nobody meets on a day off', () => {
  const own = [{ start: Date.parse('2026-11-30T06:00:00Z'), end: Date.parse('2026-11-30T18:00:00Z') }]
  const given = known({ people: [{ ...joost, own }], groups: teaches, closed: ['2026-12-03'] })
  const days = moments(given).map((local) => local.slice(0, 10))
  assert.equal(days[0], '2026-12-01')
  assert.ok(!days.includes('2026-11-30') && !days.includes('2026-12-03'))
})

test('a regular duty counts, and so does the hour at which somebody else has her group', () => {
  const hour = (day: string, from: string, until: string, covered: boolean) => ({
    ...{ start: Date.parse(`${day}T${from}:00Z`), end: Date.parse(`${day}T${until}:00Z`), covered },
  })
  const own = [
    hour('2026-11-30', '09:00', '10:00', true),
    hour('2026-12-01', '06:00', '08:00', false),
    hour('2026-12-01', '13:45', '17:00', false),
  ]
  const found = moments(known({ people: [{ ...joost, own }], groups: teaches }))
  assert.ok(found.includes('2026-11-30T10:00'), 'in lessons, for she is covered')
  assert.ok(!found.some((local) => local.startsWith('2026-12-01')), 'on Tuesday she has something before and after')
})

test('a room must be free: not where a partner sits, nor where another meeting is', () => {
  const rooms = [
    {
      ...{ id: 'spreekkamer', name: 'Spreekkamer', others: weekly('x', 1, '08:00', '12:00') },
      meetings: [{ start: '2026-11-30T14:00:00Z', end: '2026-11-30T16:00:00Z' }],
    },
  ]
  const { proposals } = momentsFor(known({ people: [joost], groups: teaches, rooms }), { minutes: 30, today })
  assert.deepEqual(proposals[0], {
    ...{ local: '2026-12-01T08:00', room: 'Spreekkamer', missing: [], outside: [], breaks: false, others: undefined },
  })
})

test('when nothing suits all: who would have to give how much, and when she could come for this', () => {
  const early = someone('Sanne', { days: [1], relationId: 'sanne' })
  const building = { ...nothing, present: weekly('sanne', 1, '09:00', '15:15') }
  const found = momentsFor(known({ people: [joost, early], groups: teaches, building }), { minutes: 30, today })
  assert.deepEqual(
    [found.concession?.local, found.concession?.asks],
    ['2026-11-30T14:45', [{ name: 'Joost', minutes: 15, travels: false }]],
  )
  assert.deepEqual(found.proposals[0], {
    ...{ local: '2026-11-30T08:00', room: undefined, missing: [], outside: ['Sanne'], breaks: true, others: undefined },
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

test('on one date it is otherwise: she is away, comes extra, is with children, or a group is gone longer', () => {
  const sanne = someone('Sanne', { relationId: 'sanne' })
  const present = weekly('sanne', 4, '14:00', '16:00')
  const people = [joost, sanne]
  const startsOf = (building: ToFind['building']) => moments(known({ people, groups: teaches, building }))
  assert.deepEqual(startsOf({ ...nothing, present }), ['2026-12-03T15:00', '2026-12-10T15:00', '2026-12-17T15:00'])
  const notThird = present.filter(({ day }) => day !== '2026-12-03')
  const away = [{ relationId: 'sanne', day: '2026-12-03' }]
  const extra = { relationId: 'sanne', day: '2026-12-01', from: '15:00', until: '15:45' }
  assert.deepEqual(startsOf({ ...nothing, present: [...notThird, extra], away }), [
    ...['2026-12-01T15:00', '2026-12-10T15:00', '2026-12-17T15:00'],
  ])
  const moved = { relationId: 'sanne', day: '2026-12-10', from: '15:00', until: '15:15' }
  const out = { groupId: 'groep', day: '2026-12-17', from: '09:00', until: '15:30' }
  assert.deepEqual(startsOf({ ...nothing, present, sessions: [moved], groups: [out] }), [
    ...['2026-12-03T15:00', '2026-12-10T15:15', '2026-12-17T15:30'],
  ])
  const other = { ...out, groupId: 'een andere groep' }
  assert.equal(startsOf({ ...nothing, present, groups: [other] })[2], '2026-12-17T15:00')
  const gone = momentsFor(
    known({ people: [someone('Sanne', { relationId: 'sanne' })], building: { ...nothing, away } }),
    {
      ...{ minutes: 30, today },
    },
  )
  assert.ok(!gone.proposals.some(({ local }) => local.startsWith('2026-12-03')), 'nobody is asked to come on a day off')
})

test('who travels is not planned against what she has elsewhere; what a partner has here costs her no way', () => {
  const own = [{ start: Date.parse('2026-11-30T14:00:00Z'), end: Date.parse('2026-11-30T14:30:00Z') }]
  const monday = (travel: number) => {
    const traveller = { ...joost, own, travel }
    return moments(known({ people: [traveller], groups: teaches })).filter((local) => local.startsWith('2026-11-30'))
  }
  assert.deepEqual(monday(0), ['2026-11-30T08:00', '2026-11-30T15:30'])
  assert.deepEqual(monday(20), ['2026-11-30T16:00'], 'a lesson at half past eight and a calendar until half past three')
  const sanne = someone('Sanne', { relationId: 'sanne', travel: 20 })
  const present = weekly('sanne', 4, '14:00', '16:00')
  const sessions = weekly('sanne', 4, '14:00', '15:00')
  const found = moments(known({ people: [sanne], building: { ...nothing, present, sessions } }))
  assert.deepEqual(found, ['2026-12-03T15:00', '2026-12-10T15:00', '2026-12-17T15:00'])
})

test('it goes on from so many of the others: what has fewer is no moment, and what has enough says how many', () => {
  const others = ['Bo', 'Cem', 'Dee'].map((name, nth) => someone(name, { required: false, days: [nth + 1, 4] }))
  const people = [someone('Ans', { personId: 'ans', days: [1, 2, 4] }), ...others]
  const first = (quorum: number | null) => momentsFor(known({ people, quorum }), { minutes: 30, today }).proposals[0]
  assert.deepEqual([first(null)?.local.slice(0, 10), first(null)?.others], ['2026-12-03', undefined])
  assert.deepEqual([first(3)?.local.slice(0, 10), first(3)?.others], ['2026-12-03', { can: 3, of: 3 }])
  const closed = ['2026-12-03', '2026-12-10', '2026-12-17']
  const without = (quorum: number) => momentsFor(known({ people, quorum, closed }), { minutes: 30, today })
  assert.deepEqual([without(1).proposals[0]?.others, tickedOf(without(1)).length > 0], [{ can: 1, of: 3 }, true])
  const two = without(2)
  assert.equal(two.concession?.asks.length, 1, 'one of the others would have to come')
  assert.deepEqual(tickedOf(two), [], 'what too few can is offered, never ticked')
})
