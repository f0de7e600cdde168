import assert from 'node:assert/strict'
import { test } from 'node:test'
import { asksInTime, isUnheard, type KnownLine, proposed, type Scope, touches, usualAskUntil } from './rules.ts'

const nothing: Scope = {
  ...{ lineId: null, visionId: null, topic: null, type: null, weekdays: [], spaceId: null, ownerId: null },
}
const line = (id: string, more: Partial<KnownLine> = {}): KnownLine => ({
  ...{ id, name: id, type: null, ownerId: null, deputyId: null, chosen: [], hours: [] },
  ...more,
})
const kinds = (scope: Partial<Scope>, one: KnownLine, usual: string[] = []) =>
  touches({ ...nothing, ...scope }, one, usual).map(({ kind }) => kind)

test('a decision that says nothing touches nobody, not even lines about which nothing is known', () => {
  assert.deepEqual(kinds({}, line('a')), [])
  assert.deepEqual(kinds({}, line('a', { ownerId: 'x', type: 'bso', hours: [{ weekday: 1, spaceId: null }] })), [])
})

test('each reason stands for itself', () => {
  const rich = line('a', {
    ...{ type: 'logopedist', ownerId: 'nadia', chosen: [{ visionId: 'lezen', topic: 'taal' }] },
    hours: [{ weekday: 3, spaceId: 'kamer' }],
  })
  assert.deepEqual(kinds({ lineId: 'a' }, rich), ['about'])
  assert.deepEqual(kinds({ visionId: 'lezen' }, rich), ['vision'])
  assert.deepEqual(kinds({ topic: 'taal' }, rich), ['topic'])
  assert.deepEqual(kinds({ weekdays: [3] }, rich), ['days'])
  assert.deepEqual(kinds({ spaceId: 'kamer' }, rich), ['space'])
  assert.deepEqual(kinds({ ownerId: 'nadia' }, rich), ['owner'])
  assert.deepEqual(kinds({ type: 'logopedist' }, rich), ['type'])
  assert.deepEqual(kinds({ topic: 'stotteren' }, rich, ['logopedist']), ['type'])
  assert.deepEqual(kinds({ visionId: 'rekenen', topic: 'natuur', weekdays: [1], ownerId: 'x', type: 'bso' }, rich), [])
})

test('in a room on certain days means both at once', () => {
  const hours = [
    { weekday: 1, spaceId: 'kamer' },
    { weekday: 3, spaceId: 'zaal' },
  ]
  assert.deepEqual(kinds({ weekdays: [3], spaceId: 'kamer' }, line('a', { hours })), [])
  assert.deepEqual(touches({ ...nothing, spaceId: 'kamer' }, line('a', { hours }), []), [
    { kind: 'space', weekdays: [1] },
  ])
  assert.deepEqual(touches({ ...nothing, weekdays: [1, 3] }, line('a', { hours }), []), [
    { kind: 'days', weekdays: [1, 3] },
  ])
})

test('whom it is about stands on top, then who is touched most, then by name', () => {
  const scope = { ...nothing, lineId: 'z', weekdays: [2], type: 'bso' }
  const in2 = { hours: [{ weekday: 2, spaceId: null }] }
  const lines = [line('b', in2), line('a', in2), line('c', { ...in2, type: 'bso' }), line('z'), line('none')]
  assert.deepEqual(
    proposed(scope, lines, []).map(({ line: { id } }) => id),
    ['z', 'c', 'a', 'b'],
  )
})

test('the order does not depend on how the lines came in', () => {
  for (let seed = 1; seed <= 200; seed += 1) {
    const lines = Array.from({ length: 1 + (seed % 9) }, (_, n) =>
      line(`l${n}`, { name: `n${(n * seed) % 3}`, hours: (n + seed) % 2 ? [{ weekday: 2, spaceId: null }] : [] }),
    )
    const scope = { ...nothing, weekdays: [2] }
    const ids = (some: KnownLine[]) => proposed(scope, some, []).map(({ line: { id } }) => id)
    assert.deepEqual(ids(lines), ids(lines.toReversed()))
  }
})

test('only who takes part is to be heard, and in time: before the day itself', () => {
  assert.equal(isUnheard({ way: 'involved', said: null }), true)
  assert.equal(isUnheard({ way: 'involved', said: 'geen bezwaar' }), false)
  assert.equal(isUnheard({ way: 'informed', said: null }), false)
  assert.equal(asksInTime('2026-12-10', '2026-12-10'), false)
  assert.equal(asksInTime('2026-12-09', '2026-12-10'), true)
  assert.equal(usualAskUntil('2026-12-10', '2026-11-22'), '2026-12-03')
  assert.equal(usualAskUntil('2026-12-10', '2026-12-08'), '2026-12-09')
  assert.equal(usualAskUntil('2026-12-10', '2026-12-10'), null)
})
