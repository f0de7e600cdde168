import assert from 'node:assert/strict'
import { test } from 'node:test'
import ICAL from 'ical.js'
import { chanceOf } from '#kit/chance/chance.ts'
import { clockOf } from '#kit/time/clock.ts'
import { type Day, dayPlus } from '#kit/time/day.ts'
import { sayInvitation } from '#rooms/agenda/door.ts'
import { busyIn } from '#rooms/agenda/ical/busy.ts'
import { sayCalendar } from '#rooms/agenda/ical/write.ts'
import { endOf, momentAt } from '#rooms/meetings/rules.ts'
import { datesOf, dueAt, seriesOf } from '#rooms/meetings/series/rules.ts'
import type { MeetingDate, Repeat } from '#rooms/meetings/tables.ts'

/** Series as this house keeps them, expanded by two readers from what we write: the same times, once each. */
type Made = {
  first: Date
  minutes: number
  repeats: Repeat
  dates: Pick<MeetingDate, 'day' | 'startsAt' | 'endsAt' | 'place' | 'off'>[]
}
const kinds = ['week', 'two_weeks', 'month_weekday', 'month_day'] as const

function invented(seed: number): Made {
  const chance = chanceOf(`series ${seed}`)
  const below = (most: number) => chance.below(most)
  const day: Day = dayPlus('2026-08-17', below(400))
  const time = `${String(7 + below(14)).padStart(2, '0')}:${['00', '15', '30', '45'][below(4)]}`
  const repeats = kinds[below(4)]!
  const minutes = [15, 30, 60, 120][below(4)]!
  const closed = new Set(Array.from({ length: below(60) }, () => dayPlus(day, below(360))))
  const until = below(2) ? dayPlus(day, 20 + below(340)) : null
  const planned = datesOf(day, { repeat: repeats, until, times: until ? null : 2 + below(30) }, closed)
  const first = momentAt(day, time)
  const dates = planned.map(({ day: on, closed: off }) => {
    const due = dueAt(first, on)
    const startsAt = below(6) ? due : new Date(due.getTime() + (below(4 * 24 * 4) - 100) * 900_000)
    const place = below(9) ? 'Spreekkamer' : 'Aula'
    const why = off ? ('closed' as const) : below(7) ? null : ('cancelled' as const)
    return { day: on, startsAt, endsAt: endOf(startsAt, minutes), place, off: why }
  })
  return { first, minutes, repeats, dates }
}

const happening = ({ dates }: Made) =>
  dates
    .filter(({ off }) => off === null)
    .map(({ startsAt, endsAt }) => `${startsAt.toISOString()}/${endsAt.toISOString()}`)
    .sort()
const window = { from: Date.parse('2026-01-01'), until: Date.parse('2029-12-31') }

function byOurs(text: string): string[] {
  const { busy, problems } = busyIn(Buffer.from(text), { ...window, reader: clockOf('Europe/Amsterdam')! })
  assert.deepEqual(problems, [])
  return busy.map(({ start, end }) => `${new Date(start).toISOString()}/${new Date(end).toISOString()}`).sort()
}

function byIcalJs(text: string): string[] {
  const calendar = new ICAL.Component(ICAL.parse(text))
  const zone = new ICAL.Timezone(calendar.getFirstSubcomponent('vtimezone')!)
  ICAL.TimezoneService.register(zone)
  const parts = calendar.getAllSubcomponents('vevent')
  const whole = parts.find((part) => !part.hasProperty('recurrence-id'))!
  const others = parts.filter((part) => part !== whole)
  const event = new ICAL.Event(whole, { exceptions: others.map((part) => new ICAL.Event(part)) })
  const found: string[] = []
  const every = event.iterator()
  for (let next = every.next(); next; next = every.next()) {
    const { startDate, endDate } = event.getOccurrenceDetails(next)
    found.push(`${startDate.toJSDate().toISOString()}/${endDate.toJSDate().toISOString()}`)
  }
  return found.sort()
}

test('300 series over both changes of the clock: invitation and feed expand to the dates on the page', () => {
  let [moved, off, changes] = [0, 0, 0]
  for (let seed = 1; seed <= 300; seed++) {
    const made = invented(seed)
    const { first, minutes, repeats, dates } = made
    const start = { start: first, end: endOf(first, minutes), place: 'Spreekkamer' }
    const series = seriesOf({ startsAt: first, endsAt: start.end, place: start.place, repeats }, dates)
    assert.ok(series)
    moved += series.moved.length
    off += series.except.length
    changes += new Set(dates.map(({ startsAt }) => clockOf('Europe/Amsterdam')!.aheadAt(startsAt.getTime()))).size - 1
    const shared = { uid: `${seed}@huis.example`, sequence: 3, title: 'Werkgroep', ...start, series }
    const stamp = new Date('2026-11-23T08:00:00Z')
    const letter = sayInvitation({
      ...{ ...shared, method: 'REQUEST', stamp, attendees: [] },
      organizer: { name: 'Joris', mail: 'joris@school.example' },
    })
    const feed = sayCalendar({ uid: 'feed', name: 'x', entries: [], singles: [shared], stamp })
    const expected = happening(made)
    assert.deepEqual(byOurs(letter), expected, `ours, ${seed}`)
    assert.deepEqual(byIcalJs(letter), expected, `ical.js, ${seed}`)
    assert.deepEqual(byIcalJs(feed), expected, `the feed, ${seed}`)
    // In the calendar of a building it takes nobody's time; read as if it did, it is the same.
    assert.deepEqual(
      byOurs(feed.replaceAll('TRANSP:TRANSPARENT', 'TRANSP:OPAQUE')),
      expected,
      `the feed, ours, ${seed}`,
    )
  }
  assert.ok(moved > 300 && off > 300 && changes > 150, `${moved} moved, ${off} off, ${changes} over a change`)
})

test('a fifth weekday is the last of the month; a 31st skips short months; what is closed does not count', () => {
  const days = (first: Day, repeat: Repeat, times: number, closed: Day[] = []) =>
    datesOf(first, { repeat, until: null, times }, new Set(closed)).map(({ day, closed }) =>
      closed ? `(${day})` : day,
    )
  assert.deepEqual(days('2026-09-29', 'month_weekday', 4), ['2026-09-29', '2026-10-27', '2026-11-24', '2026-12-29'])
  assert.deepEqual(days('2026-09-08', 'month_weekday', 3), ['2026-09-08', '2026-10-13', '2026-11-10'])
  assert.deepEqual(days('2026-08-31', 'month_day', 3), ['2026-08-31', '2026-10-31', '2026-12-31'])
  assert.deepEqual(days('2026-12-15', 'week', 3, ['2026-12-22', '2026-12-29']), [
    ...['2026-12-15', '(2026-12-22)', '(2026-12-29)', '2027-01-05', '2027-01-12'],
  ])
  assert.deepEqual(
    datesOf('2026-12-01', { repeat: 'two_weeks', until: '2026-12-29', times: null }, new Set()).length,
    3,
    'the last day counts',
  )
})
