import assert from 'node:assert/strict'
import { test } from 'node:test'
import { type Day, dayPlus, weekdayOf } from '#kit/time/day.ts'
import { type Dated, lessonsOn, missedBetween, missedByGroup, noChanges, occursOn, presenceIn } from './rules.ts'

const [group, session, line] = ['4A', 'logo', 'spraakwijzer']
const hour = { weekday: 2, from: '08:45', until: '09:30' }
const standing = {
  id: 'plek',
  sessionId: session,
  weekday: 2,
  from: '09:00',
  spaceId: null,
  since: '2026-08-31',
  until: null,
}
const dated = (over: Partial<Dated> = {}): Dated => ({
  sessions: [{ id: session, relationId: line, minutes: 30, groups: [{ id: group }] }],
  placed: [standing],
  lessons: [{ groupId: group, ...hour, subject: 'Rekenen', protected: false }],
  bells: [],
  closed: [],
  changes: noChanges,
  ...over,
})
const nothing = { toDay: null, from: null, spaceId: null, reason: 'away' as const }
const cancelled = (day: Day) => ({ id: `c${day}`, sessionId: session, kind: 'cancelled' as const, day, ...nothing })
const moved = (day: Day, toDay: Day, from: string) => ({
  ...{ id: `m${day}`, sessionId: session, kind: 'moved' as const, day, toDay, from, spaceId: null },
  reason: 'swap' as const,
})
const away = (day: Day) => ({ id: 'a', relationId: line, kind: 'away' as const, day, until: null, ...nothing })
const changes = (over: Partial<Dated['changes']>) => ({ changes: { ...noChanges, ...over } })
const missed = (over: Partial<Dated>, from: Day, until: Day) => missedBetween(dated(over), { from, until })

test('four weeks are four times rekenen; a holiday, what was cancelled and an absent partner do not count', () => {
  const [from, until] = ['2026-11-02', '2026-11-29']
  assert.equal(missed({}, from, until).length, 4)
  assert.equal(missed({ closed: [{ day: '2026-11-03' }] }, from, until).length, 3)
  assert.equal(missed(changes({ sessions: [cancelled('2026-11-10')] }), from, until).length, 3)
  assert.equal(missed(changes({ presences: [away('2026-11-17')] }), from, until).length, 3)
  assert.equal(
    missed({ closed: [{ day: '2026-11-03' }], ...changes({ sessions: [cancelled('2026-11-03')] }) }, from, until)
      .length,
    3,
    'twice not held is once',
  )
})

test('what is moved is missed where it went, and not where it stood', () => {
  const lessons = [
    { groupId: group, ...hour, subject: 'rekenen', protected: false },
    { groupId: group, weekday: 4, from: '10:00', until: '11:00', subject: 'gym', protected: false },
  ]
  const found = missed(
    { lessons, ...changes({ sessions: [moved('2026-11-03', '2026-11-05', '10:15')] }) },
    '2026-11-02',
    '2026-11-15',
  )
  assert.deepEqual(
    found.map(({ day, subject }) => [day, subject]),
    [
      ['2026-11-05', 'gym'],
      ['2026-11-10', 'rekenen'],
    ],
  )
})

test('within the day it is told once, where it stands then; moved from a week it no longer stands in it is nowhere', () => {
  const same = dated(changes({ sessions: [moved('2026-11-03', '2026-11-03', '11:00')] }))
  assert.deepEqual(
    occursOn(same, '2026-11-03').map(({ from, gone }) => [from, gone]),
    [['11:00', undefined]],
  )
  const over = dated({
    placed: [{ ...standing, until: '2026-11-01' }],
    ...changes({ sessions: [moved('2026-11-03', '2026-11-05', '11:00')] }),
  })
  assert.deepEqual(occursOn(over, '2026-11-05'), [])
})

test('a lesson that was another one then counts as it was then', () => {
  const lessons = [
    { groupId: group, ...hour, subject: 'taal', protected: false, ends: '2026-11-08' },
    { groupId: group, ...hour, subject: 'rekenen', protected: false, since: '2026-11-09' },
  ]
  const rows = missedByGroup(dated({ lessons }), { from: '2026-11-02', until: '2026-11-29' }, '2026-11-17')
  assert.deepEqual(
    rows.map(({ subject, before, year }) => [subject, before, year]),
    [
      ['rekenen', 2, 3],
      ['taal', 1, 1],
    ],
  )
})

test('on one date a group has something else, is not there, or is left alone', () => {
  const day = '2026-11-03'
  const on = (kind: 'lesson' | 'protected' | 'out') =>
    lessonsOn(
      dated(
        changes({ groups: [{ id: 'g', groupId: group, kind, day, from: '09:00', until: '09:15', title: 'foto' }] }),
      ),
      group,
      day,
    ).map((one) => `${one.from} ${one.until} ${one.subject}${one.protected ? '!' : ''}`)
  assert.deepEqual(on('lesson').sort(), ['08:45 09:00 Rekenen', '09:00 09:15 foto', '09:15 09:30 Rekenen'])
  assert.deepEqual(on('protected').sort(), ['08:45 09:00 Rekenen', '09:00 09:15 foto!', '09:15 09:30 Rekenen'])
  assert.deepEqual(on('out').sort(), ['08:45 09:00 Rekenen', '09:15 09:30 Rekenen'])
  assert.deepEqual(lessonsOn(dated(), group, '2026-11-10').length, 1)
})

test('presence of one week: who is away is not there, who comes extra is', () => {
  const usual = [{ weekday: 2, from: '08:30', to: '12:00' }]
  const extra = { ...away('2026-11-05'), kind: 'extra' as const, from: '13:00', until: '14:00' }
  assert.deepEqual(presenceIn(usual, [away('2026-11-03'), extra], '2026-11-02'), [
    { weekday: 4, from: '13:00', to: '14:00' },
  ])
  assert.deepEqual(presenceIn(usual, [away('2026-11-03'), extra], '2026-11-09'), usual)
})

/** The same counted another way: every date apart, held or not by looking at each exception. */
function slowly({ placed, changes: { sessions, presences }, closed, lessons }: Dated, from: Day, until: Day): number {
  let count = 0
  for (let day = from; day <= until; day = dayPlus(day, 1)) {
    if (weekdayOf(day) > 5 || closed.some((one) => one.day === day)) continue
    const stood = (on: Day) =>
      placed.filter((one) => one.weekday === weekdayOf(on) && one.since <= on && (!one.until || one.until >= on))
    const times = [
      ...stood(day)
        .filter(() => !sessions.some((one) => one.kind !== 'extra' && one.day === day))
        .filter(() => !presences.some((one) => one.kind === 'away' && one.day === day))
        .map(({ from: at }) => at),
      ...sessions.flatMap((one) =>
        one.kind === 'moved' && one.toDay === day && stood(one.day).length && one.from ? [one.from] : [],
      ),
      ...sessions.flatMap((one) => (one.kind === 'extra' && one.day === day && one.from ? [one.from] : [])),
    ]
    for (const at of times) {
      const [hours = 0, minutes = 0] = at.split(':').map(Number)
      const end = new Date(Date.UTC(2026, 0, 1, hours, minutes + 30)).toISOString().slice(11, 16)
      count += new Set(
        lessons
          .filter((one) => one.weekday === weekdayOf(day) && one.from < end && at < one.until)
          .map(({ subject }) => subject),
      ).size
    }
  }
  return count
}

test('three hundred random years count the same when every date is looked at apart', () => {
  let seed = 7
  const below = (most: number) => {
    seed = (seed * 1103515245 + 12345) % 2147483648
    return Math.floor((seed / 2147483648) * most)
  }
  const clocks = ['08:30', '09:00', '09:45', '10:30', '11:15', '13:00']
  const day = () => dayPlus('2026-08-31', below(90))
  const clock = () => clocks[below(clocks.length)]!
  for (let turn = 0; turn < 300; turn += 1) {
    const one = dated({
      placed: Array.from({ length: 1 + below(2) }, (_, nth) => ({
        ...{ ...standing, id: `p${nth}`, weekday: 1 + nth * 2, from: clock(), since: '2026-08-31' },
        until: below(3) ? null : dayPlus('2026-08-30', 7 * (1 + below(12))),
      })),
      lessons: Array.from({ length: 8 }, () => {
        const from = below(clocks.length - 1)
        return {
          groupId: group,
          weekday: 1 + below(5),
          from: clocks[from]!,
          until: clocks[from + 1]!,
          subject: `vak${below(3)}`,
          protected: false,
        }
      }),
      closed: Array.from({ length: below(10) }, () => ({ day: day() })),
      changes: {
        groups: [],
        presences: Array.from({ length: below(3) }, () => away(day())),
        sessions: [
          ...new Map(
            Array.from({ length: below(6) }, () => (below(2) ? cancelled(day()) : moved(day(), day(), clock()))).map(
              (it) => [it.day, it],
            ),
          ).values(),
        ],
      },
    })
    assert.equal(
      missedBetween(one, { from: '2026-08-31', until: '2026-11-29' }).length,
      slowly(one, '2026-08-31', '2026-11-29'),
      `turn ${turn}`,
    )
  }
})
