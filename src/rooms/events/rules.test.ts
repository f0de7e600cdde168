import assert from 'node:assert/strict'
import { test } from 'node:test'
import { dayPlus, weekdayOf } from '#kit/time/day.ts'
import { cleared, partnerTypeOf } from '#rooms/trade/door.ts'
import { draftFrom } from './content/templates.ts'
import { anonymous, draftOf, textOf } from './copies/rules.ts'
import { withoutFigures } from './naming/rules.ts'
import { dateOf, eventKinds, furthest, inOrder, momentIn, momentOf, spanAround, typesToFind } from './rules.ts'

const never = () => false

test('a task falls on a school day: before the day earlier, after it later, on the day itself as it is', () => {
  // 2026-12-04 is a Friday.
  assert.equal(dateOf('2026-12-04', -42, never), '2026-10-23')
  assert.equal(dateOf('2026-12-04', -5, never), '2026-11-27', 'a Sunday becomes the Friday before')
  assert.equal(dateOf('2026-12-04', 1, never), '2026-12-07', 'a Saturday becomes the Monday after')
  assert.equal(dateOf('2026-12-05', 0, never), '2026-12-05', 'a Saturday may be the day')
  const autumn = (day: string) => day >= '2026-10-17' && day <= '2026-10-25'
  assert.equal(dateOf('2026-12-04', -42, autumn), '2026-10-16')
  assert.equal(dateOf('2026-10-16', 7, autumn), '2026-10-26')
  assert.equal(
    dateOf('2026-12-04', -1, () => true),
    '2026-12-03',
    'a school that is always closed keeps what was meant',
  )
})

test('whatever the day and the moment: never in a weekend, never on the wrong side, and within what is asked', () => {
  for (let one = 0; one < 400; one++) {
    const day = dayPlus('2026-08-01', (one * 37) % 400)
    const offset = ((one * 53) % (2 * furthest)) - furthest
    const isClosed = (other: string) => Number(other.slice(8)) % 3 === one % 3
    const date = dateOf(day, offset, isClosed)
    const { from, until } = spanAround(day, [offset])
    assert.ok(from <= date && date <= until)
    if (offset === 0) assert.equal(date, day)
    else {
      assert.ok(weekdayOf(date) < 6 && !isClosed(date), `${day} ${offset}`)
      assert.ok(offset < 0 ? date <= dayPlus(day, offset) : date >= dayPlus(day, offset))
    }
  }
})

test('the moment is read out of the line', () => {
  const endless = '\r\n'.repeat(500_000)
  assert.deepEqual(momentIn(endless), { what: endless, offset: undefined }, 'at once, and left to the form to refuse')
  const said = (text: string) => Object.values(momentIn(text))
  assert.deepEqual(said('springkussen bestellen, 6 weken ervoor'), ['springkussen bestellen', -42])
  assert.deepEqual(said('6 weken ervoor: springkussen bestellen'), ['springkussen bestellen', -42])
  assert.deepEqual(said('Brief (een week vooraf)'), ['Brief', -7])
  assert.deepEqual(said('broodjes halen de dag ervoor'), ['broodjes halen', -1])
  assert.deepEqual(said('Vlag ophangen op de dag zelf'), ['Vlag ophangen', 0])
  assert.deepEqual(said('bedanken 3 dagen erna'), ['bedanken', 3])
  assert.deepEqual(said('order the tent, two weeks before'), ['order the tent', -14])
  assert.deepEqual(said('say thanks one day after'), ['say thanks', 1])
  assert.deepEqual(said('een maand van tevoren zaal'), ['zaal', -28])
  assert.deepEqual(said('koffie voor de ouders'), ['koffie voor de ouders', undefined])
})

test('moments are said in weeks where they are whole', () => {
  assert.deepEqual(momentOf(-42), { count: 6, unit: 'week', side: 'before' })
  assert.deepEqual(momentOf(3), { count: 3, unit: 'day', side: 'after' })
  assert.deepEqual(momentOf(0), { count: 0, unit: 'day', side: 'on' })
})

test('what comes stands first, without a day last; what was, the latest first', () => {
  const books = ['2026-12-04', null, '2025-04-24', '2026-11-21', '2026-04-24'].map((day) => ({ day }))
  const { coming, past } = inOrder(books, '2026-11-21')
  assert.deepEqual(
    coming.map(({ day }) => day),
    ['2026-11-21', '2026-12-04', null],
  )
  assert.deepEqual(
    past.map(({ day }) => day),
    ['2026-04-24', '2025-04-24'],
  )
  assert.deepEqual(typesToFind(['bso', 'vo'], [{ type: 'vo' }]), ['bso'])
})

test('every template is whole in both languages, names nobody, and asks kinds of partner that exist', () => {
  for (const kind of eventKinds) {
    if (kind === 'other') continue
    for (const language of ['nl', 'en']) {
      const draft = draftFrom(kind, language)
      assert.ok(draft.tasks.length >= 10 && draft.materials && draft.risks)
      assert.ok(
        draft.tasks.every(({ what, offset }) => what.length > 8 && what.length <= 160 && Math.abs(offset) <= furthest),
      )
      assert.deepEqual(cleared(withoutFigures(textOf(draft))).warnings, [], `${kind} ${language}`)
      for (const type of draft.partnerTypes) assert.ok(partnerTypeOf(type), type)
    }
  }
})

test('a copy names nobody and no day, and of a partner only its kind', () => {
  const known = {
    people: ['Annet de Bakker', 'Roos Vos', 'Willem Molenaar'],
    partners: [
      { name: 'Boerderij De Haan', kind: 'Kinderboerderij (ook natuur), tuin' },
      { name: 'De Haan', kind: null },
    ],
  }
  const say = (text: string) => anonymous(text, known)
  assert.equal(say('Annet belt Boerderij De Haan vóór 24 april'), '… belt kinderboerderij vóór …')
  assert.equal(say('bakker bellen, juf de Bakker weet wie'), 'bakker bellen, juf … weet wie')
  assert.equal(say('roosters en 20 roos voor Roos Vos'), 'roosters en 20 roos voor …')
  assert.equal(say('groep 1/2 en 2 marktkramen, op 3-4-2027'), 'groep 1/2 en 2 marktkramen, op …')
  assert.equal(say('Willem komt 2 mei 2027 om 8.30'), '… komt … om 8.30')
  const whole = {
    ...{ title: 'Feest bij De Haan', kind: 'trip' as const, tasks: [{ what: 'Roos belt', offset: -7, personId: 'x' }] },
    ...{ materials: 'touw van Annet\n\nbal', risks: null, remarks: null, partnerTypes: ['vo'] },
    partners: [
      { type: 'nme', id: 'geheim' },
      { type: null, id: 'geheim' },
    ],
    ...{ day: '2027-04-24', ownerId: 'geheim' },
  }
  assert.deepEqual(draftOf(whole, known), {
    ...{ title: 'Feest bij …', kind: 'trip', tasks: [{ what: '… belt', offset: -7 }], materials: 'touw van …\nbal' },
    ...{ risks: null, remarks: null, partnerTypes: ['vo', 'nme'] },
  })
})
