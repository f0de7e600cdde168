import { type Clock, clockOf, fixedClock } from '#kit/time/clock.ts'
import type { Problem } from './lines.ts'
import { observed } from './observed.ts'
import { lineOf, type Part } from './parts.ts'
import type { Clocks } from './values.ts'
import { windowsZones } from './windows.ts'

/**
 * Which clock a TZID means. A place of the IANA list or a name of Windows is that clock, whatever VTIMEZONE came with it
 * (those are often cut short or out of date); another name is what its VTIMEZONE says; then what the name itself tells:
 * a place in it, or hours ahead. Else it floats, and that is told.
 */
export function clocksOf(
  zones: readonly Part[],
  reader: Clock,
  until: number,
  tell: (problem: Problem) => void,
): Clocks {
  const defined = new Map<string, Part>()
  for (const zone of zones) {
    const name = plain(lineOf(zone, 'TZID')?.value ?? '')
    // Said twice, what is said last holds; a definition without a single observance says nothing.
    if (name && zone.parts.length) defined.set(name, zone)
  }
  const known = new Map<string, Clock>()
  const utc = clockOf('UTC')!
  const find = (tzid: string): Clock | undefined =>
    place(tzid) ?? byWindows(tzid) ?? byDefinition(defined.get(tzid), until, utc) ?? clockOf(tzid) ?? byName(tzid)
  return {
    reader,
    utc,
    named(tzid, at) {
      const name = plain(tzid)
      const clock = known.get(name) ?? find(name) ?? lost(at)
      known.set(name, clock)
      return clock
    },
  }
  function lost(at: number) {
    tell({ what: 'zone', at })
    return reader
  }
}

/** No name of a place is longer; longer ones would keep the patterns below busy. */
const longest = 200
const plain = (tzid: string) =>
  tzid
    .slice(0, longest)
    .replaceAll('\\', '')
    .replace(/^"|"$/g, '')
    .replace(/^TZID=/i, '')
    .trim()
const place = (name: string) => (/\/|^(UTC|GMT|Z)$/i.test(name) ? clockOf(name === 'Z' ? 'UTC' : name) : undefined)

function byWindows(name: string): Clock | undefined {
  const found = windowsZones.get(name.toLowerCase())
  return found ? clockOf(found) : undefined
}

function byDefinition(zone: Part | undefined, until: number, utc: Clock): Clock | undefined {
  if (!zone) return undefined
  const there = lineOf(zone, 'X-LIC-LOCATION')?.value
  return (there ? place(there) : undefined) ?? observed(zone, until, utc)
}

/** “/mozilla.org/2007/Europe/Berlin”, “(UTC-05:00) Eastern Time (US & Canada)”, “GMT +01:00”. */
function byName(name: string): Clock | undefined {
  const pieces = name.split('/')
  for (let from = 1; from < pieces.length - 1; from++) {
    const found = place(pieces.slice(from).join('/'))
    if (found) return found
  }
  const time = /([A-Z][A-Za-z. ]+) Time\b/.exec(name.replace(/^\([^)]*\)\s*/, ''))
  return (time && byWindows(`${time[1]!.replace(/ Standard$/, '')} Standard Time`)) || byCity(name) || byHours(name)
}

let cities: Map<string, string> | undefined

function byCity(name: string): Clock | undefined {
  cities ??= new Map(Intl.supportedValuesOf('timeZone').map((zone) => [cityOf(zone), zone]))
  for (const piece of name.replace(/^\([^)]*\)\s*/, '').split(/[,;:/]/)) {
    const found = cities.get(cityOf(piece))
    if (found) return clockOf(found)
  }
  return undefined
}

const cityOf = (zone: string) => zone.split('/').at(-1)!.trim().replaceAll('_', ' ').toLowerCase()

function byHours(name: string): Clock | undefined {
  const found = /^\(?(?:UTC|GMT)?\s*([+-])(\d{1,2})(?::?(\d{2}))?\)?(?:\s|$)/i.exec(name)
  if (!found || Number(found[2]) > 14) return undefined
  const ahead = (Number(found[2]) * 60 + Number(found[3] ?? 0)) * 60_000
  return fixedClock(found[1] === '-' ? -ahead : ahead)
}
