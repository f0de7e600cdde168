import assert from 'node:assert/strict'
import { test } from 'node:test'
import { clockOf } from '#kit/time/clock.ts'
import { busyIn } from './busy.ts'

const reader = clockOf('Europe/Amsterdam')!
const november = { from: Date.parse('2026-10-31T23:00:00Z'), until: Date.parse('2026-11-30T23:00:00Z'), reader }

function told(lines: string, window = november) {
  const text = `BEGIN:VCALENDAR\nVERSION:2.0\n${lines.trim()}\nEND:VCALENDAR\n`
  const { busy, problems } = busyIn(new TextEncoder().encode(text), window)
  return {
    busy: busy.map(({ start, end, allDay }) => `${short(start)}–${short(end)}${allDay ? ' day' : ''}`),
    problems: problems.map(({ what }) => what),
  }
}
const short = (moment: number) => new Date(moment).toISOString().slice(5, 16)
const event = (lines: string) => `BEGIN:VEVENT\n${lines}\nEND:VEVENT`
const tuesday = 'UID:a\nDTSTART;TZID=Europe/Amsterdam:20261103T090000\nDTEND;TZID=Europe/Amsterdam:20261103T100000'

test('a series leaves out, moves and adds', () => {
  const { busy } = told(`
${event(`${tuesday}\nRRULE:FREQ=WEEKLY;COUNT=4\nEXDATE;TZID=Europe/Amsterdam:20261110T090000\nRDATE;TZID=Europe/Amsterdam:20261106T130000`)}
${event('UID:a\nRECURRENCE-ID:20261117T080000Z\nDTSTART:20261118T120000Z\nDTEND:20261118T123000Z')}
${event('UID:a\nRECURRENCE-ID:20261124T080000Z\nSTATUS:CANCELLED\nDTSTART:20261124T080000Z\nDTEND:20261124T090000Z')}`)
  assert.deepEqual(busy, ['11-03T08:00–11-03T09:00', '11-06T12:00–11-06T13:00', '11-18T12:00–11-18T12:30'])
})

test('from one time on, all of a series is moved', () => {
  const { busy } = told(`
${event(`${tuesday}\nRRULE:FREQ=WEEKLY;COUNT=3`)}
${event('UID:a\nRECURRENCE-ID;RANGE=THISANDFUTURE:20261110T080000Z\nDTSTART;TZID=Europe/Amsterdam:20261111T140000\nDTEND;TZID=Europe/Amsterdam:20261111T143000')}`)
  assert.deepEqual(busy, ['11-03T08:00–11-03T09:00', '11-11T13:00–11-11T13:30', '11-18T13:00–11-18T13:30'])
})

test('what is free, cancelled or takes no time is not busy; what touches the window is told whole', () => {
  const { busy } = told(`
${event('UID:1\nDTSTART:20261105T100000Z\nDTEND:20261105T110000Z\nTRANSP:TRANSPARENT')}
${event('UID:2\nDTSTART:20261105T100000Z\nDTEND:20261105T110000Z\nSTATUS:CANCELLED')}
${event('UID:3\nDTSTART:20261105T100000Z')}
${event('UID:4\nDTSTART;VALUE=DATE:20261031\nDURATION:P2D')}
${event('UID:5\nDTSTART:20261130T220000Z\nDTEND:20261201T010000Z')}
${event('UID:6\nDTSTART:20261130T230000Z\nDTEND:20261201T010000Z')}`)
  assert.deepEqual(busy, ['10-30T23:00–11-01T23:00 day', '11-30T22:00–12-01T01:00'])
})

test('a clock that is changed: the hour that is not there, and the one that is there twice', () => {
  const both = { from: Date.parse('2026-03-27T00:00:00Z'), until: Date.parse('2026-10-27T00:00:00Z'), reader }
  const at = (day: string) => event(`UID:${day}\nDTSTART;TZID=Europe/Amsterdam:${day}T023000\nDURATION:PT1H`)
  assert.deepEqual(told(`${at('20260329')}\n${at('20261025')}`, both).busy, [
    '03-29T01:30–03-29T02:30',
    '10-25T00:30–10-25T01:30',
  ])
})

test('zones by the name of Windows, by their own description, by hours, and none that is known', () => {
  const zone = `BEGIN:VTIMEZONE\nTZID:Ours\nBEGIN:STANDARD\nDTSTART:19700101T000000\nTZOFFSETFROM:+0300\nTZOFFSETTO:+0300\nEND:STANDARD\nEND:VTIMEZONE`
  const at = (tzid: string) => event(`UID:${tzid}\nDTSTART;TZID="${tzid}":20261103T120000\nDURATION:PT1H`)
  const one = (tzid: string) => told(`${zone}\n${at(tzid)}`)
  assert.deepEqual(one('W. Europe Standard Time').busy, ['11-03T11:00–11-03T12:00'])
  assert.deepEqual(one('Ours').busy, ['11-03T09:00–11-03T10:00'])
  assert.deepEqual(one('(UTC-05:00) Eastern Time (US & Canada)').busy, ['11-03T17:00–11-03T18:00'])
  assert.deepEqual(one('UTC+11').busy, ['11-03T01:00–11-03T02:00'])
  assert.deepEqual(one('Nergens'), { busy: ['11-03T11:00–11-03T12:00'], problems: ['zone'] })
})

test('what is broken is told once, and the rest is used', () => {
  const { busy, problems } = told(
    `a line of nothing\n${event('UID:1\nDTSTART:INVALID')}\n${event(tuesday)}\nBEGIN:VEVENT\nUID:9`,
  )
  assert.deepEqual(busy, ['11-03T08:00–11-03T09:00'])
  assert.deepEqual([...new Set(problems)].sort(), ['line', 'not-closed', 'start'])
  assert.deepEqual(told('').busy, [])
  assert.deepEqual(busyIn(new Uint8Array([0, 1, 2]), november).problems[0]?.what, 'not-a-calendar')
})

test('every second for ever ends', () => {
  const began = performance.now()
  const { busy, problems } = told(event('UID:1\nDTSTART:19700101T000000Z\nDURATION:PT1S\nRRULE:FREQ=SECONDLY'))
  assert.ok(busy.length > 1000 && problems[0] === 'often')
  told(event('UID:1\nDTSTART:00010101T000000Z\nDURATION:PT1H\nRRULE:FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30;COUNT=5'))
  told(
    event(
      'UID:1\nDTSTART:19700101T000000Z\nDURATION:PT1H\nRRULE:FREQ=SECONDLY;BYMONTH=1;BYHOUR=3;BYSECOND=7;COUNT=999999999',
    ),
  )
  assert.ok(performance.now() - began < 4000)
})

test('a step beyond all calendars ends too, and so does every second of every day said as a list', () => {
  const began = performance.now()
  const repeating = (rule: string) =>
    told(event(`UID:1\nDTSTART:20251103T090000Z\nDURATION:PT1H\nRRULE:${rule}\nRDATE:20261104T090000Z`))
  for (const freq of ['SECONDLY', 'MINUTELY', 'HOURLY', 'DAILY', 'WEEKLY', 'MONTHLY', 'YEARLY'])
    for (const interval of ['400000', '99999999999999999999', `1${'0'.repeat(308)}`]) {
      if (interval === '400000' && often.includes(freq)) continue
      const { busy, problems } = repeating(`FREQ=${freq};INTERVAL=${interval}`)
      assert.deepEqual([busy, problems], [['11-04T09:00–11-04T10:00'], []], `${freq} ${interval}`)
    }
  const upTo = (many: number) => [...Array(many).keys()].join()
  const all = `BYHOUR=${upTo(24)};BYMINUTE=${upTo(60)};BYSECOND=${upTo(60)}`
  for (const rule of [`DAILY;COUNT=99999999;${all}`, `YEARLY;BYMONTHDAY=${upTo(32).slice(2)};${all}`, `HOURLY;${all}`])
    assert.deepEqual(repeating(`FREQ=${rule}`).problems, ['often'], rule)
  assert.ok(performance.now() - began < 10_000, `${performance.now() - began} ms`)
})

test('a zone without an end to its name is no zone, and keeps nobody busy', () => {
  const began = performance.now()
  for (const name of ['A', 'a/', 'A ', '(', '\\\\'])
    told(event(`UID:1\nDTSTART;TZID=${name.repeat(200_000)}:20261103T120000\nDURATION:PT1H`))
  assert.ok(performance.now() - began < 10_000, `${performance.now() - began} ms`)
})
const often = ['SECONDLY', 'MINUTELY', 'HOURLY']

test('a server that tells only when somebody is busy is believed', () => {
  const { busy } = told(
    'BEGIN:VFREEBUSY\nFREEBUSY:20261103T080000Z/PT1H\nFREEBUSY;FBTYPE=FREE:20261104T080000Z/PT1H\nEND:VFREEBUSY',
  )
  assert.deepEqual(busy, ['11-03T08:00–11-03T09:00'])
})
