import assert from 'node:assert/strict'
import { test } from 'node:test'
import { dayPlus } from '#kit/time/day.ts'
import { holidays } from './content/holidays.ts'
import {
  busyWeeks,
  closedIn,
  closedOn,
  type Kept,
  linesOfYear,
  offIn,
  schoolYearOf,
  spanOf,
  withOthers,
} from './rules.ts'

const longOf = ({ from, until }: { from: string; until: string }) =>
  Math.round((Date.parse(until) - Date.parse(from)) / 86_400_000) + 1
const own = (kind: Kept['kind'], from: string, until = from, title: string = kind): Kept => ({
  id: title,
  kind,
  title,
  from,
  until,
})
const zuid = { region: 'zuid' as const, kept: [] }

test('two rows of the source were wrong: the spring holidays of Zuid in 2027 and 2029 last nine days here', () => {
  for (const [from, until] of [
    ['2027-02-13', '2027-02-21'],
    ['2029-02-10', '2029-02-18'],
  ]) {
    const spring = holidays.find((one) => one.from === from && one.regions?.includes('zuid'))
    assert.equal(spring?.until, until)
    assert.equal(closedOn(holidays, zuid, dayPlus(until!, 1)), undefined, 'the Monday after there is school again')
    assert.equal(closedOn(holidays, zuid, dayPlus(until!, -2))?.nl, 'Voorjaarsvakantie')
  }
})

test('every school holiday lasts 9, 16 or 44 days, and every year has five of them in every region', () => {
  const school = holidays.filter(({ kind }) => kind === 'holiday')
  assert.equal(school.length, 97)
  for (const one of school) assert.ok([9, 16, 44].includes(longOf(one)), `${one.from} ${one.nl}: ${longOf(one)}`)
  for (const region of ['noord', 'midden', 'zuid'] as const)
    for (let year = 2020; year < 2030; year++) {
      const { from, until } = spanOf(year)
      const begun = school.filter((one) => one.regions?.includes(region) && one.from >= from && one.from <= until)
      assert.equal(begun.length, 5, `${region} ${year}`)
    }
})

test('what the school says goes before what the country says', () => {
  const day = '2026-10-19'
  assert.equal(closedOn(holidays, zuid, day)?.nl, 'Herfstvakantie')
  assert.equal(closedOn(holidays, { region: 'noord', kept: [] }, day), undefined)
  assert.equal(closedOn(holidays, { ...zuid, kept: [own('open', day)] }, day), undefined)
  assert.equal(closedOn(holidays, { ...zuid, kept: [own('study', '2026-11-24')] }, '2026-11-24')?.kind, 'study')
  assert.equal(closedOn(holidays, { ...zuid, kept: [own('event', '2026-11-24')] }, '2026-11-24'), undefined)
})

test('who has no region has the public holidays', () => {
  const year = { region: undefined, kept: [] }
  assert.equal(closedOn(holidays, year, '2027-03-29')?.nl, 'Tweede paasdag')
  assert.equal(closedOn(holidays, year, '2026-12-22'), undefined)
  assert.equal(offIn(holidays, '2027-03-29'), 'all')
  assert.deepEqual([...offIn(holidays, '2026-10-19')].sort(), ['midden', 'zuid'])
  assert.deepEqual(offIn(holidays, '2026-11-24'), [])
})

test('only weekdays are counted, and a school year goes from August until July', () => {
  assert.deepEqual(
    closedIn(holidays, zuid, { from: '2026-10-15', until: '2026-10-26' }).map(({ day }) => day),
    [...['2026-10-19', '2026-10-20', '2026-10-21', '2026-10-22', '2026-10-23']],
  )
  assert.deepEqual([schoolYearOf('2026-07-31'), schoolYearOf('2026-08-01')], [2025, 2026])
})

test('an event on a day that the school is closed is said; a holiday in a holiday is not', () => {
  const kept = [own('event', '2026-12-22'), own('event', '2026-12-15', '2026-12-15', 'kerst')]
  const lines = linesOfYear(holidays, { region: 'zuid', kept }, spanOf(2026))
  assert.deepEqual(
    lines.filter(({ shut }) => shut).map(({ from }) => from),
    ['2026-12-22'],
  )
  assert.ok(!lines.some(({ nl }) => nl === 'Eerste kerstdag'))
  assert.ok(lines.some(({ nl }) => nl === 'Tweede paasdag'))
})

test('three things in one week make it busy; a long programme counts where it begins and ends', () => {
  const week = [own('event', '2026-12-08'), own('study', '2026-12-07'), own('event', '2026-12-10', '2026-12-10', 'c')]
  assert.deepEqual(busyWeeks(week, spanOf(2026)), [{ monday: '2026-12-07', titles: ['event', 'study', 'c'] }])
  assert.deepEqual(busyWeeks(week.slice(1), spanOf(2026)), [])
  const long = own('programme', '2026-11-30', '2026-12-18')
  assert.deepEqual(busyWeeks([...week.slice(1), long], spanOf(2026)), [])
})

test('what other rooms say of the year stands in it once, with the way there', () => {
  const kept = [own('event', '2026-12-04', '2026-12-04', 'Sinterklaas'), own('study', '2026-12-07')]
  const others = [
    { day: '2026-12-04', title: 'sinterklaas', href: '/a' },
    { day: '2026-12-05', title: 'Sinterklaas', href: '/b' },
  ]
  const year = withOthers(kept, others)
  assert.deepEqual(
    year.map(({ id, href, from }) => [Boolean(id), href, from]),
    [
      [true, '/a', '2026-12-04'],
      [true, undefined, '2026-12-07'],
      [false, '/b', '2026-12-05'],
    ],
  )
  const lines = linesOfYear(holidays, { region: undefined, kept: year }, spanOf(2026))
  assert.deepEqual(
    lines.flatMap(({ href }) => href ?? []),
    ['/a', '/b'],
  )
})
