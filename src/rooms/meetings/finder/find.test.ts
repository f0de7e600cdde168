import assert from 'node:assert/strict'
import { test } from 'node:test'
import { chanceOf } from '#kit/chance/chance.ts'
import { clockOf } from '#kit/time/clock.ts'
import { find, type Problem } from './find.ts'
import { byTrying, drawProblem, type Shown } from './oracle.ts'

const zone = 'Europe/Amsterdam'
const clock = clockOf(zone)!
const at = (text: string) => Date.parse(text)
const daily = (from: number, until: number) =>
  [1, 2, 3, 4, 5].map((weekday) => ({ weekday, from: from * 60, until: until * 60 }))
const problem = (given: Partial<Problem>): Problem => ({
  ...{ clock, from: at('2026-11-23T00:00:00+01:00'), until: at('2026-11-28T00:00:00+01:00') },
  ...{ minutes: 30, step: 15, quorum: 0, people: [], rooms: [], limit: 10, ...given },
})
const shortly = (moment: number) => new Date(moment).toISOString().slice(8, 16)

/** What a clock in the Netherlands shows, every five minutes, as the system itself says. */
function shownFrom(from: string, hours: number): Shown {
  const format = new Intl.DateTimeFormat('en-GB', {
    timeZone: zone,
    weekday: 'short',
    hour: '2-digit',
    minute: '2-digit',
  })
  return Array.from({ length: hours * 12 }, (_, nth) => {
    const moment = at(from) + nth * 300_000
    const parts = Object.fromEntries(format.formatToParts(moment).map(({ type, value }) => [type, value]))
    const weekday = ['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun'].indexOf(parts['weekday']!) + 1
    return { at: moment, weekday, minute: Number(parts['hour']) * 60 + Number(parts['minute']) }
  })
}

test('two thousand problems around both changes of the clock, as by trying everything', () => {
  const frames = [shownFrom('2026-03-27T20:00:00Z', 70), shownFrom('2026-10-23T20:00:00Z', 70)]
  const chance = chanceOf('when can we all')
  const seen = { slots: 0, concessions: 0, nothing: 0 }
  for (let nth = 0; nth < 2000; nth++) {
    const shown = frames[nth % 2]!
    const drawn = drawProblem(chance, shown, clock)
    const found = find(drawn)
    assert.deepEqual(found, byTrying(drawn, shown), `problem ${nth}`)
    if (found.slots.length) seen.slots++
    else if (found.concession) seen.concessions++
    else seen.nothing++
  }
  assert.ok(seen.slots > 400 && seen.concessions > 400 && seen.nothing >= 10, JSON.stringify(seen))
})

test('the first moment at which both can, and who is missing at others', () => {
  const people = [
    { id: 'juf', required: true, windows: daily(15, 17), busy: [] },
    { id: 'logopedist', required: false, windows: [{ weekday: 3, from: 900, until: 960 }], busy: [] },
  ]
  const { slots, concession } = find(problem({ people, limit: 4 }))
  assert.deepEqual(
    slots.map(({ start, missing }) => [shortly(start), missing]),
    [
      ['25T14:00', []],
      ['25T14:15', []],
      ['25T14:30', []],
      ['23T14:00', ['logopedist']],
    ],
  )
  assert.equal(concession, null)
})

test('when there is none: the logopedist comes a quarter earlier', () => {
  const people = [
    { id: 'juf', required: true, windows: daily(15, 16), busy: [] },
    { id: 'logopedist', required: true, windows: [{ weekday: 4, from: 15 * 60 + 45, until: 1020 }], busy: [] },
  ]
  const { slots, concession } = find(problem({ people }))
  assert.deepEqual(slots, [])
  assert.deepEqual([shortly(concession!.start), concession!.asks], ['26T14:30', [{ id: 'logopedist', minutes: 15 }]])
})

test('who travels must not be busy elsewhere on the way there and back; here, or at the edge of her hours, she may', () => {
  const elsewhere = { from: at('2026-11-25T10:00:00+01:00'), until: at('2026-11-25T11:00:00+01:00') }
  const startsFor = (travel: number, here = false) => {
    const windows = [{ weekday: 3, from: 540, until: 720 }]
    const people = [{ id: 'logopedist', required: true, windows, busy: [{ ...elsewhere, here }], travel }]
    return find(problem({ people, limit: 99 })).slots.map(({ start }) => shortly(start).slice(3))
  }
  const there = ['08:00', '08:15', '08:30', '10:00', '10:15', '10:30']
  assert.deepEqual(startsFor(0), there)
  assert.deepEqual(startsFor(20), ['08:00', '10:30'])
  assert.deepEqual(startsFor(30), ['08:00', '10:30'])
  assert.deepEqual(startsFor(31), [])
  assert.deepEqual(startsFor(60, true), there, 'she is in the same place already')
})

test('the concession counts the way too: who must set off while she is busy gives those minutes', () => {
  const busy = [{ from: at('2026-11-25T14:00:00+01:00'), until: at('2026-11-25T15:00:00+01:00') }]
  const people = [{ id: 'juf', required: true, windows: [{ weekday: 3, from: 900, until: 930 }], busy, travel: 10 }]
  const { slots, concession } = find(problem({ people }))
  assert.deepEqual(slots, [])
  assert.deepEqual([shortly(concession!.start), concession!.asks], ['25T14:00', [{ id: 'juf', minutes: 10 }]])
})

test('a room is needed where rooms are named', () => {
  const people = [{ id: 'juf', required: true, windows: daily(15, 16), busy: [] }]
  const full = { from: at('2026-11-23T00:00:00+01:00'), until: at('2026-11-27T15:30:00+01:00') }
  const { slots } = find(problem({ people, rooms: [{ id: 'spreekkamer', busy: [full] }] }))
  assert.deepEqual([slots.length, shortly(slots[0]!.start), slots[0]!.room], [1, '27T14:30', 'spreekkamer'])
})
