import assert from 'node:assert/strict'
import { globSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { test } from 'node:test'
import { clockOf } from '#kit/time/clock.ts'
import { busyIn } from '#rooms/agenda/ical/busy.ts'
import { differences } from './differences.ts'
import { byIcalJs, byNodeIcal, type Reading } from './rivals.ts'

// Floating times are read where one is; node-ical takes that from the process.
process.env['TZ'] = 'Europe/Amsterdam'
const folder = join(import.meta.dirname, '..', 'material', 'calendars')
const files = globSync('**/*.ics', { cwd: folder }).sort()
const reader = clockOf('Europe/Amsterdam')!

/** Two years from the first event; what repeats every second is no agenda and is looked at elsewhere. */
function windowOf(text: string) {
  const body = text.slice(Math.max(0, text.indexOf('BEGIN:VEVENT')))
  const years = [...body.matchAll(/(?:DTSTART|RECURRENCE-ID)[^:]*:(\d{4})/g)].map(([, year]) => Number(year))
  const first = Math.min(...years.filter((year) => year > 1995 && year < 2040), 2040)
  const year = first === 2040 ? 2020 : first
  return { from: Date.UTC(year, 0, 1), until: Date.UTC(year + 2, 0, 1) }
}

/** Both libraries read a DTEND without a zone as floating; given the zone of its DTSTART they can be compared. */
const mended = (text: string) =>
  text.replace(
    /(DTSTART)(;TZID=[^:;]*)([^:\n]*:[0-9T]+\r?\n(?:(?!END:VEVENT)[^\n]*\n)*?DTEND)(:[0-9T]+)(?=\r?\n)/g,
    '$1$2$3$2$4',
  )

function ours(text: string, window: { from: number; until: number }) {
  // The libraries know events only.
  const events = text.replace(/^FREEBUSY/gim, 'X-FREEBUSY')
  const { busy, problems } = busyIn(new TextEncoder().encode(events), { ...window, reader })
  return {
    often: busy.length > 3000 || problems.some(({ what }) => what === 'often'),
    lines: busy.map(({ start, end }) => `${new Date(start).toISOString()} ${new Date(end).toISOString()}`).sort(),
  }
}

const same = (reading: Reading, lines: string[]) =>
  Array.isArray(reading) && reading.length === lines.length && reading.every((line, place) => line === lines[place])

test('every calendar is read in a moment, whatever is wrong with it', () => {
  assert.ok(files.length > 400)
  for (const file of files) {
    const bytes = readFileSync(join(folder, file))
    const began = performance.now()
    const { busy, problems } = busyIn(bytes, { from: Date.UTC(1990, 0, 1), until: Date.UTC(2030, 0, 1), reader })
    assert.ok(performance.now() - began < 3000, `${file} took too long`)
    for (const { start, end } of busy) assert.ok(start < end && Number.isInteger(start), file)
    assert.ok(problems.every(({ at }) => at >= 0))
  }
})

test('two other libraries read the same, but for the differences that are written down', () => {
  const quiet = console.warn
  console.warn = () => {}
  const found: Record<string, string[]> = {}
  for (const file of files) {
    const text = new TextDecoder().decode(readFileSync(join(folder, file)))
    const window = windowOf(text)
    const { often, lines } = ours(text, window)
    const known = differences[file] ?? {}
    if (often) continue
    const against = {
      icaljs: known.icaljs === 'hangs' || same(byIcalJs(mended(text), window), lines),
      nodeical: known.nodeical === 'hangs' || same(byNodeIcal(mended(text), window), lines),
    }
    const differ = Object.entries(against).filter(([, is]) => !is)
    if (differ.length) found[file] = differ.map(([library]) => library)
  }
  console.warn = quiet
  const written = Object.fromEntries(
    Object.entries(differences)
      .map(
        ([file, known]) =>
          [
            file,
            Object.entries(known)
              .filter(([, why]) => why !== 'hangs')
              .map(([library]) => library),
          ] as const,
      )
      .filter(([, libraries]) => libraries.length),
  )
  assert.deepEqual(found, written)
})
