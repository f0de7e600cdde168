import assert from 'node:assert/strict'
import { test } from 'node:test'
import { asksAgain, countBySector, field, leftOut, missingOf, unansweredOf, weightOf } from './rules.ts'

const line = (type: string | null, topics: string[] = []) => ({ type, topics })
const out = (kind: 'type' | 'topic', what: string, decidedOn = '2026-11-01') => ({ kind, what, decidedOn })

test('a school without partners misses the whole field, first what the law speaks of, then the core sectors', () => {
  const missing = missingOf([], [])
  assert.equal(missing.length, field.length)
  const weights = missing.map(({ weight }) => weight)
  assert.deepEqual(
    weights,
    [...weights].sort((a, b) => 'lcr'.indexOf(a[0]!) - 'lcr'.indexOf(b[0]!)),
  )
  assert.equal(missing.find(({ type }) => type.id === 'swv')?.weight, 'law')
  assert.equal(missing.find(({ type }) => type.id === 'wijkteam')?.weight, 'core')
  assert.equal(missing.find(({ type }) => type.id === 'museum_theater')?.weight, 'rest')
})

test('112 and the confidential inspector are always there: nobody needs a line to them', () => {
  assert.ok(!field.some(({ id }) => id === 'noodhulp' || id === 'vertrouwensinspecteur'))
})

test('what is known or left out on purpose is not missing', () => {
  const ids = missingOf([line('swv')], [out('type', 'tso')]).map(({ type }) => type.id)
  assert.ok(!ids.includes('swv') && !ids.includes('tso') && ids.includes('jgz'))
})

test('a kind brings first the topics that nobody answers yet', () => {
  const [jgz] = missingOf([line('cjg')], []).filter(({ type }) => type.id === 'jgz')
  const brings = jgz!.brings.map(({ id }) => id)
  // The CJG answers sleep already; hearing nobody does.
  assert.ok(brings.indexOf('gehoor') < brings.indexOf('slaap'))
})

test('a topic has somebody when one was chosen for it or is of a usual kind', () => {
  const ids = (lines: ReturnType<typeof line>[], left = [] as ReturnType<typeof out>[]) =>
    unansweredOf(lines, left).map(({ id }) => id)
  assert.ok(ids([]).includes('natuur'))
  assert.ok(!ids([line('nme')]).includes('natuur'))
  assert.ok(!ids([line(null, ['natuur'])]).includes('natuur'))
  assert.ok(!ids([], [out('topic', 'natuur')]).includes('natuur'))
})

test('a topic of which every usual kind was left out is left out too', () => {
  const kinds = ['gem_huisvesting', 'bouwpartij', 'schoolbestuur'].map((type) => out('type', type))
  assert.ok(!unansweredOf([], kinds).some(({ id }) => id === 'huisvesting'))
  assert.ok(unansweredOf([], kinds.slice(1)).some(({ id }) => id === 'huisvesting'))
})

test('topics about safety are no white spots: they have a card', () => {
  assert.ok(!unansweredOf([], []).some(({ id }) => ['huiselijk_geweld', 'acute_nood'].includes(id)))
})

test('per sector the numbers add up', () => {
  for (const { kinds, known, left, missing } of countBySector([line('swv')], [out('type', 'tso'), out('type', 'swv')]))
    assert.equal(kinds, known + left + missing)
  assert.equal(
    countBySector([], []).reduce((sum, { kinds }) => sum + kinds, 0),
    field.length,
  )
})

test('what was left out and came all the same is no longer shown as left out; the oldest stands first', () => {
  const left = [out('type', 'tso', '2026-05-01'), out('type', 'swv'), out('topic', 'natuur', '2025-01-01')]
  assert.deepEqual(
    leftOut([line('swv')], left).map(({ what }) => what),
    ['natuur', 'tso'],
  )
})

test('after a year it is asked again', () => {
  assert.equal(asksAgain({ decidedOn: '2025-11-22' }, '2026-11-21'), false)
  assert.equal(asksAgain({ decidedOn: '2025-11-21' }, '2026-11-21'), true)
})

test('law weighs more than sector', () => {
  assert.equal(weightOf({ sector: 'gemeente', mandatory: { by_law: true, note: '' } }), 'law')
})
