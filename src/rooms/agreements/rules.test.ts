import assert from 'node:assert/strict'
import { test } from 'node:test'
import { isShort, spread } from './contacts/rules.ts'
import {
  byTurn,
  hasFirstStep,
  isLate,
  isNear,
  isToLookAt,
  pointsAtSomebody,
  stateOfAgreement,
  turnOf,
  wasBeforeTheStart,
} from './rules.ts'

const today = '2026-11-21'
const spoke = (lastOn: string | null) => ({ lastOn, knownOn: '2026-11-01' })

test('a goal is near: tomorrow till a year from now', () => {
  assert.deepEqual(
    [today, '2026-11-22', '2027-11-22', '2027-11-23'].map((day) => isNear(day, today)),
    [false, true, true, false],
  )
  assert.ok(hasFirstStep(today, [{ until: '2027-01-02' }]))
  assert.ok(!hasFirstStep(today, [{ until: '2027-01-03' }]))
  assert.ok(wasBeforeTheStart({ startsOn: today, writtenOn: today }))
  assert.ok(!wasBeforeTheStart({ startsOn: '2026-11-20', writtenOn: today }))
  assert.ok(
    isToLookAt({ lookOn: today, outcome: null }, today) && !isToLookAt({ lookOn: today, outcome: 'reached' }, today),
  )
})

test('each side has its own word; where they differ, both are heard', () => {
  const [we, they] = [
    { side: 'school', kept: true },
    { side: 'partner', kept: false },
  ] as const
  assert.equal(stateOfAgreement([]), 'open')
  assert.equal(stateOfAgreement([we]), 'kept')
  assert.equal(stateOfAgreement([they]), 'not-kept')
  assert.equal(stateOfAgreement([we, they]), 'differs')
  assert.ok(isLate({ until: '2026-11-20' }, [], today) && !isLate({ until: today }, [], today))
  assert.ok(!isLate({ until: '2026-11-20' }, [we], today))
})

test('whose turn it is follows from the day that was set, the rhythm, or a long silence', () => {
  const rhythm = { everyWeeks: 6, nextOn: null, sleepsUntil: null }
  assert.deepEqual(turnOf(rhythm, spoke('2026-10-10'), today), { kind: 'turn', on: '2026-11-21', isLate: false })
  assert.deepEqual(turnOf(rhythm, spoke('2026-10-11'), today), { kind: 'later', on: '2026-11-22' })
  assert.deepEqual(turnOf(rhythm, spoke('2026-09-01'), today), { kind: 'turn', on: '2026-10-13', isLate: true })
  // A day that was set goes before the rhythm, until one has spoken on or after it.
  assert.deepEqual(turnOf({ ...rhythm, nextOn: '2026-12-01' }, spoke('2026-09-01'), today), {
    kind: 'later',
    on: '2026-12-01',
  })
  assert.deepEqual(turnOf({ ...rhythm, nextOn: '2026-11-01' }, spoke('2026-11-01'), today), {
    kind: 'later',
    on: '2026-12-13',
  })
  assert.deepEqual(turnOf(null, spoke(null), today), { kind: 'quiet', since: null })
  assert.equal(turnOf(null, spoke('2026-10-01'), today).kind, 'later')
  assert.equal(turnOf({ ...rhythm, sleepsUntil: '2027-08-01' }, spoke(null), today).kind, 'asleep')
  // A rhythm without any contact yet counts from when the line was written down.
  assert.deepEqual(turnOf(rhythm, spoke(null), today), { kind: 'later', on: '2026-12-13' })
})

test('the longest waiting come first', () => {
  const lines = [
    { name: 'b', turn: turnOf({ everyWeeks: 2, nextOn: null, sleepsUntil: null }, spoke('2026-11-01'), today) },
    { name: 'c', turn: turnOf(null, spoke(null), today) },
    { name: 'a', turn: turnOf({ everyWeeks: 2, nextOn: null, sleepsUntil: null }, spoke('2026-08-01'), today) },
    { name: 'd', turn: turnOf({ everyWeeks: 2, nextOn: null, sleepsUntil: null }, spoke('2026-11-20'), today) },
  ]
  assert.deepEqual(
    lines.sort(byTurn).map(({ name }) => name),
    ['a', 'b', 'c', 'd'],
  )
})

test('the adults of this line may be named, nobody else', () => {
  const adults = ['Sanne ter Horst', 'Bibliotheek Wilgenveen']
  assert.ok(!pointsAtSomebody('Gebeld met Sanne over het rooster', adults))
  assert.ok(!pointsAtSomebody('Gebeld over het rooster van de kleuters', adults))
  assert.ok(pointsAtSomebody('Gebeld met Sanne over Daan', adults))
  assert.ok(pointsAtSomebody('bsn 123456782', adults))
})

test('a note with headings is spread, one without stays, and five lines are enough', () => {
  const note = (line: string) => spread({ line, agreed: '', next: '' })
  assert.deepEqual(note('Gebeld over wat er is afgesproken'), {
    ...{ line: 'Gebeld over wat er is afgesproken', agreed: '', next: '' },
  })
  assert.deepEqual(note('Even gebeld\n- Afgesproken\nzij bellen\nwij ook\n# Vervolg:\nin mei'), {
    ...{ line: 'Even gebeld', agreed: 'zij bellen\nwij ook', next: 'in mei' },
  })
  assert.deepEqual(note('About: the week Agreed: they ring Next: May'), {
    ...{ line: 'the week', agreed: 'they ring', next: 'May' },
  })
  assert.deepEqual(spread({ line: 'kort', agreed: 'Afgesproken: een\nVervolg: twee', next: 'drie' }), {
    ...{ line: 'kort', agreed: 'een', next: 'twee\ndrie' },
  })
  assert.deepEqual(
    [isShort(['1', '2\n3', '\n4\n5\n']), isShort(['1\n2\n3', '4', '5\n6']), isShort([null])],
    [true, false, true],
  )
  const began = Date.now()
  for (const nasty of ['afgesproken '.repeat(400), ' '.repeat(4900), '\nvervolg'.repeat(600), '- '.repeat(90_000)])
    note(nasty)
  assert.ok(Date.now() - began < 500, 'no text keeps it busy')
})
