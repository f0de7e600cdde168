import assert from 'node:assert/strict'
import { spawnSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, test } from 'node:test'
import ICAL from 'ical.js'
import { type Invitation, sayInvitation } from '#rooms/agenda/door.ts'

/** Invitations beside programs of others: what they make of a first letter, a move and an end. */
const pythons = ['python3', '/usr/bin/python3']
const python = pythons.find((program) => spawnSync(program, ['-c', 'import icalendar']).status === 0)
const khal = spawnSync('khal', ['--version']).status === 0
const vdirsyncer = spawnSync('vdirsyncer', ['--version']).status === 0
for (const [name, here] of Object.entries({ 'python icalendar': python, khal, vdirsyncer }))
  if (!here)
    console.error(`  ${name} is not on this machine (apt-get install khal vdirsyncer python3-icalendar): not asked`)

const home = mkdtempSync(join(tmpdir(), 'kortelijnen-clients-'))
after(() => rmSync(home, { recursive: true, force: true }))

const invitation = (more: Partial<Invitation> = {}) =>
  sayInvitation({
    ...{ method: 'REQUEST', uid: 'een@huis.example', sequence: 0, stamp: new Date('2026-11-23T08:00:00Z') },
    ...{ start: new Date('2027-03-26T14:00:00Z'), end: new Date('2027-03-26T14:30:00Z') },
    ...{ title: 'Voortgang; samenwerking, “kort”', place: `Spreekkamer ${'é'.repeat(60)}` },
    organizer: { name: 'Joris "Juf" de Vries', mail: 'joris@school.example', sentBy: 'huis@school.example' },
    attendees: [{ name: 'Lotte Logopedist', mail: 'lotte@water.example', required: true }],
    ...more,
  })
const moved = invitation({
  ...{ sequence: 1, stamp: new Date('2026-11-24T08:00:00Z') },
  ...{ start: new Date('2027-03-29T13:00:00Z'), end: new Date('2027-03-29T13:30:00Z') },
})
const cancelled = invitation({ method: 'CANCEL', sequence: 2, stamp: new Date('2026-11-25T08:00:00Z') })

const reader = `
import json, sys
from icalendar import Calendar
out = []
for text in json.load(sys.stdin):
    calendar = Calendar.from_ical(text)
    event = calendar.walk('VEVENT')[0]
    who = event['ATTENDEE']
    out.append({'method': str(calendar['METHOD']), 'uid': str(event['UID']), 'sequence': int(event['SEQUENCE']),
        'start': event['DTSTART'].dt.isoformat(), 'end': event['DTEND'].dt.isoformat(), 'title': str(event['SUMMARY']),
        'place': str(event['LOCATION']), 'status': str(event['STATUS']), 'organizer': str(event['ORGANIZER']),
        'attendee': str(who), 'rsvp': who.params['RSVP'], 'role': who.params['ROLE']})
print(json.dumps(out))
`

test('python icalendar reads the same in all three', { skip: !python }, () => {
  const ran = spawnSync(python!, ['-c', reader], {
    input: JSON.stringify([invitation(), moved, cancelled]),
    encoding: 'utf8',
  })
  assert.equal(ran.status, 0, ran.stderr)
  const read = JSON.parse(ran.stdout) as Record<string, unknown>[]
  assert.deepEqual(
    read.map(({ method, sequence, start, status }) => [method, sequence, start, status]),
    [
      ['REQUEST', 0, '2027-03-26T14:00:00+00:00', 'CONFIRMED'],
      ['REQUEST', 1, '2027-03-29T13:00:00+00:00', 'CONFIRMED'],
      ['CANCEL', 2, '2027-03-26T14:00:00+00:00', 'CANCELLED'],
    ],
  )
  const { title, place, organizer, attendee, rsvp, role, uid } = read[0]!
  assert.deepEqual(
    [title, place, organizer, attendee, rsvp, role, uid],
    [
      ...['Voortgang; samenwerking, “kort”', `Spreekkamer ${'é'.repeat(60)}`, 'mailto:joris@school.example'],
      ...['mailto:lotte@water.example', 'TRUE', 'REQ-PARTICIPANT', 'een@huis.example'],
    ],
  )
})

/** A calendar of its own for khal, on a clock in the Netherlands. */
function khalHome(named = 'khal'): { ask: (...args: string[]) => string; take: (name: string, text: string) => void } {
  const [config, calendar] = [join(home, `${named}.conf`), join(home, `${named}-calendar`)]
  mkdirSync(calendar, { recursive: true })
  const locale =
    'timeformat = %H:%M\ndateformat = %Y-%m-%d\nlongdateformat = %Y-%m-%d\ndatetimeformat = %Y-%m-%d %H:%M\nlongdatetimeformat = %Y-%m-%d %H:%M'
  const zone = 'local_timezone = Europe/Amsterdam\ndefault_timezone = Europe/Amsterdam'
  writeFileSync(
    config,
    `[calendars]\n[[school]]\npath = ${calendar}\n[locale]\n${zone}\n${locale}\n[sqlite]\npath = ${join(home, `${named}.db`)}\n`,
  )
  const ask = (...args: string[]) => {
    const ran = spawnSync('khal', ['-c', config, ...args], {
      encoding: 'utf8',
      env: { ...process.env, LC_ALL: 'C.UTF-8', LANG: 'C.UTF-8', HOME: home },
    })
    assert.equal(ran.status, 0, ran.stderr)
    return ran.stdout
  }
  return {
    ask,
    take(name, text) {
      const file = join(home, name)
      writeFileSync(file, text)
      ask('import', '--batch', '-a', 'school', file)
    },
  }
}

test('khal takes the invitation, and after the letter of the move shows it once, at the new time', {
  skip: !khal,
}, () => {
  const { ask, take } = khalHome()
  const list = () =>
    ask('list', '--format', '{start} {end} {title}', '--day-format', '', '2027-03-20', '2027-04-05')
      .trim()
      .split('\n')
      .filter(Boolean)
  take('een.ics', invitation())
  assert.deepEqual(list(), ['2027-03-26 15:00 2027-03-26 15:30 Voortgang; samenwerking, “kort”'])
  take('twee.ics', moved)
  assert.deepEqual(list(), ['2027-03-29 15:00 2027-03-29 15:30 Voortgang; samenwerking, “kort”'])
})

test('vdirsyncer carries a file of ours to another calendar as it is', { skip: !vdirsyncer }, () => {
  const [a, b, status] = ['a', 'b', 'status'].map((name) => join(home, 'vdir', name)) as [string, string, string]
  for (const place of [join(a, 'x'), join(b, 'x'), status]) mkdirSync(place, { recursive: true })
  writeFileSync(join(a, 'x', 'een.ics'), invitation({ method: 'PUBLISH' }))
  const config = join(home, 'vdirsyncer.conf')
  const storage = (name: string, path: string) =>
    `[storage ${name}]\ntype = "filesystem"\npath = "${path}"\nfileext = ".ics"\n`
  writeFileSync(
    config,
    `[general]\nstatus_path = "${status}"\n[pair p]\na = "een"\nb = "twee"\ncollections = ["x"]\n${storage('een', a)}${storage('twee', b)}`,
  )
  for (const verb of ['discover', 'sync']) {
    const ran = spawnSync('vdirsyncer', ['-c', config, verb], {
      encoding: 'utf8',
      input: 'y\ny\n',
      env: { ...process.env, LC_ALL: 'C.UTF-8', LANG: 'C.UTF-8' },
    })
    assert.equal(ran.status, 0, ran.stderr)
  }
  const carried = spawnSync('sh', ['-c', `cat ${join(b, 'x')}/*.ics`], { encoding: 'utf8' }).stdout
  assert.equal(
    carried.replace(/\r?\n/g, '\n').trim(),
    readFileSync(join(a, 'x', 'een.ics'), 'utf8')
      .replace(/\r?\n/g, '\n')
      .trim(),
  )
})

/** Wednesdays at three, over the change of the clock: one was moved, one is off. */
const [first, due, gone] = ['2027-03-17T14:00:00Z', '2027-03-31T13:00:00Z', '2027-04-07T13:00:00Z'].map(
  (at) => new Date(at),
) as [Date, Date, Date]
const later = (at: Date, minutes: number) => new Date(at.getTime() + minutes * 60_000)
const elsewhere = { at: due, start: later(due, 24 * 60 + 60), end: later(due, 24 * 60 + 90), place: 'Aula' }
const rule = 'FREQ=WEEKLY;COUNT=5'
const plain = { uid: 'reeks@huis.example', title: 'Werkgroep', place: 'Bieb', start: first, end: later(first, 30) }
const series = { rule, except: [gone], moved: [elsewhere] }
const letters = {
  whole: invitation({ ...plain, series: { rule, except: [], moved: [] } }),
  moved: invitation({ ...plain, ...elsewhere, sequence: 1, date: elsewhere.at }),
  off: invitation({ ...plain, method: 'CANCEL', sequence: 2, start: gone, end: later(gone, 30), date: gone }),
}

/** What a calendar that keeps RFC 5546 makes of the letters, in the order in which they come. */
function taken(all: readonly string[]): string {
  const kept: ICAL.Component[] = []
  for (const text of all) {
    const letter = new ICAL.Component(ICAL.parse(text))
    const named = (part: ICAL.Component) => part.getFirstPropertyValue('recurrence-id')?.toString()
    for (const part of letter.getAllSubcomponents('vevent')) {
      const place = kept.findIndex((one) => named(one) === named(part))
      if (place >= 0) kept.splice(place, 1)
      if (letter.getFirstPropertyValue('method') !== 'CANCEL') kept.push(part)
      else if (named(part)) {
        const name = part.getFirstProperty('recurrence-id')!
        const out = new ICAL.Property('exdate')
        out.setParameter('tzid', 'Europe/Amsterdam')
        out.setValue(name.getFirstValue() as ICAL.Time)
        kept.find((one) => one.hasProperty('rrule'))?.addProperty(out)
      } else kept.length = 0
    }
  }
  const calendar = new ICAL.Component(ICAL.parse(all[0]!))
  calendar.removeAllSubcomponents('vevent')
  calendar.removeProperty('method')
  for (const part of kept) calendar.addSubcomponent(part)
  return calendar.toString()
}

test('khal shows a series at the same hour over the change of the clock, and after each letter what it says', {
  skip: !khal,
}, () => {
  const { ask, take } = khalHome('reeks')
  const shown = (name: string, text: string) => {
    take(name, text)
    return ask('list', '--format', '{start} {end}', '--day-format', '', '2027-03-01', '2027-05-01')
      .trim()
      .split('\n')
      .filter(Boolean)
      .map((line) => line.trim())
  }
  const on = (day: string, time = '15:00', until = '15:30') => `${day} ${time} ${day} ${until}`
  const five = ['2027-03-17', '2027-03-24', '2027-03-31', '2027-04-07', '2027-04-14'].map((day) => on(day))
  assert.deepEqual(shown('whole.ics', letters.whole), five)
  const after = [five[0], five[1], on('2027-04-01', '16:00', '16:30'), five[3], five[4]]
  assert.deepEqual(shown('moved.ics', taken([letters.whole, letters.moved])), after)
  const without = after.filter((one) => one !== five[3])
  assert.deepEqual(shown('off.ics', taken([letters.whole, letters.moved, letters.off])), without)
  // Who is invited later gets all of it in one letter, and her calendar shows the same.
  assert.deepEqual(shown('late.ics', invitation({ ...plain, sequence: 3, series })), without)
})
