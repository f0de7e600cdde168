import assert from 'node:assert/strict'
import { test } from 'node:test'
import { chanceOf } from '#kit/chance/chance.ts'
import { dayPlus, weekdayOf } from '#kit/time/day.ts'
import { type BuildingFacts, type OfPartner, takenBetween } from './rules.ts'

const span = { from: '2026-11-30', until: '2026-12-20' }
const days = Array.from({ length: 21 }, (_, nth) => dayPlus(span.from, nth))
const [early, late] = ['2026-11-30', '2026-12-20']
const clock = (minutes: number) =>
  `${String(Math.floor(minutes / 60)).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`

/** A building nobody made up by hand: three partners, their hours, sessions and what is otherwise on some dates. */
function drawn(seed: string): BuildingFacts {
  const chance = chanceOf(seed)
  const [partners, rooms] = [
    ['a', 'b', 'c'],
    ['r', 's', null],
  ]
  const day = () => chance.pick(days)
  const weekday = () => chance.between(1, 5)
  const sessions = partners.flatMap((relationId) =>
    [1, 2].map((nth) => ({ id: `${relationId}${nth}`, relationId, minutes: 15 * chance.between(1, 4) })),
  )
  const changed = sessions.flatMap(({ id }) =>
    chance.some(days, chance.below(4)).map((on, nth) => {
      const kind = chance.pick(['cancelled', 'moved', 'extra'] as const)
      const at = kind === 'cancelled' ? null : clock(540 + 15 * chance.below(20))
      const toDay = kind === 'moved' ? day() : null
      return {
        id: `${id}-${nth}`,
        sessionId: id,
        kind,
        day: on,
        toDay,
        from: at,
        spaceId: chance.pick(rooms),
        reason: 'swap' as const,
      }
    }),
  )
  return {
    partners: partners.map((id) => ({ id, name: id.toUpperCase(), last: id === 'c' ? '2026-12-10' : null })),
    presences: partners.flatMap((relationId) =>
      chance.falls(80)
        ? [{ relationId, weekday: weekday(), from: '09:00', until: '12:00', spaceId: chance.pick(rooms) }]
        : [],
    ),
    sessions,
    placed: sessions.map(({ id }) => ({
      ...{
        id: `p${id}`,
        sessionId: id,
        weekday: weekday(),
        from: clock(540 + 15 * chance.below(8)),
        spaceId: chance.pick(rooms),
      },
      ...{ since: chance.falls(30) ? '2026-12-07' : early, until: chance.falls(30) ? '2026-12-13' : null },
    })),
    changes: {
      sessions: changed,
      presences: partners.flatMap((relationId) =>
        chance.some(days, chance.below(4)).map((on, nth) => {
          const away = chance.falls(50)
          const at = away ? { from: null, until: null } : { from: '13:00', until: '15:00' }
          const kind = away ? ('away' as const) : ('extra' as const)
          return {
            id: `${relationId}${nth}`,
            relationId,
            kind,
            day: on,
            ...at,
            spaceId: chance.pick(rooms),
            reason: 'away' as const,
          }
        }),
      ),
      groups: [],
    },
  }
}

/** The same by another road: first everything every week would give, then each exception strikes out or adds. */
function struck({ partners, presences, sessions, placed, changes }: BuildingFacts) {
  const found = new Map<string, OfPartner>()
  const put = (key: string, relationId: string, day: string, from: string, until: string, spaceId: string | null) => {
    const partner = partners.find(({ id }) => id === relationId)!
    if (day >= early && day <= late && (!partner.last || day <= partner.last))
      found.set(key, { relationId, partner: partner.name, day, from, until, spaceId })
  }
  const end = (from: string, minutes: number) => clock(Number(from.slice(0, 2)) * 60 + Number(from.slice(3)) + minutes)
  for (const day of days) {
    for (const [nth, one] of presences.entries())
      if (one.weekday === weekdayOf(day)) put(`h${nth}${day}`, one.relationId, day, one.from, one.until, one.spaceId)
    for (const one of placed) {
      const { relationId, minutes, id } = sessions.find(({ id }) => id === one.sessionId)!
      const stands = one.weekday === weekdayOf(day) && one.since <= day && (!one.until || one.until >= day)
      if (stands) put(`s${id}${day}`, relationId, day, one.from, end(one.from, minutes), one.spaceId)
    }
  }
  for (const { kind, relationId, day, from, until, spaceId, id } of changes.presences)
    if (kind === 'extra') put(`e${id}`, relationId, day, from!, until!, spaceId)
  // Who is away is not there, nor what she would have held; what was put on that date by hand she holds.
  for (const { kind, relationId, day } of changes.presences)
    if (kind === 'away')
      for (const [key, one] of found)
        if (one.relationId === relationId && one.day === day && !key.startsWith('e')) found.delete(key)
  for (const { kind, sessionId, day, toDay, from, spaceId, id } of changes.sessions) {
    const { relationId, minutes } = sessions.find((one) => one.id === sessionId)!
    if (kind !== 'extra') found.delete(`s${sessionId}${day}`)
    const stood = placed.some(
      (one) =>
        one.sessionId === sessionId &&
        one.weekday === weekdayOf(day) &&
        one.since <= day &&
        (!one.until || one.until >= day),
    )
    if (kind === 'extra') put(`x${id}`, relationId, day, from!, end(from!, minutes), spaceId)
    if (kind === 'moved' && stood) put(`x${id}`, relationId, toDay!, from!, end(from!, minutes), spaceId)
  }
  return [...found.values()]
}

const inOrder = (all: readonly OfPartner[]) => all.map((one) => JSON.stringify(Object.entries(one).sort())).sort()

test('two hundred buildings date by date, as by striking out and adding by hand', () => {
  let otherwise = 0
  for (let nth = 0; nth < 200; nth++) {
    const facts = drawn(`building ${nth}`)
    const { present, sessions } = takenBetween(facts, span)
    assert.deepEqual(inOrder([...present, ...sessions]), inOrder(struck(facts)), `building ${nth}`)
    otherwise += facts.changes.sessions.length + facts.changes.presences.length
  }
  assert.ok(otherwise > 1000, String(otherwise))
})

test('of days that lie a century apart, only those are looked at', () => {
  const facts = drawn('far')
  const on = [early, '2199-12-31']
  const found = takenBetween(facts, { from: early, until: '2199-12-31' }, on)
  const near = takenBetween(facts, { from: early, until: early })
  const looked = (day: string) => (one: { day: string }) => one.day === day
  assert.deepEqual(found.present.filter(looked(early)), near.present)
  assert.deepEqual(found.sessions.filter(looked(early)), near.sessions)
  assert.ok([...found.present, ...found.sessions].every(({ day }) => on.includes(day)))
})
