import { readPhone, readPostcode, readWebsite } from '#kit/sheet/contact.ts'
import { findHeader, type Line, linesBelow } from '#kit/sheet/layout.ts'
import { readSheet } from '#kit/sheet/read.ts'
import type { Encoding, Refusal, Separator } from '#kit/sheet/sheet.ts'
import { type Column, isColumnName, NEEDED, placesOf } from './columns.ts'
import type { Gazetteer } from './gazetteer.ts'
import { placeName } from './placename.ts'

/** One location of a school as DUO lists it; '' where DUO says nothing. */
export type Location = Record<Column, string> & { latitude: number | null; longitude: number | null }

export type BadLocation = { line: number; because: 'no-code' | 'code-unclear' | 'no-name' | 'twice'; value: string }
export type Doubt = {
  line: number
  because: 'postcode-unclear' | 'phone-unclear' | 'website-unclear' | 'no-coordinates'
  value: string
}

export type Locations =
  | { ok: true; rows: Location[]; bad: BadLocation[]; doubts: Doubt[]; encoding: Encoding; separator: Separator }
  | { ok: false; because: Refusal }
  | { ok: false; because: 'not-duo'; missing: Column[] }

export type Locate = (postcode: string, place: string) => { latitude: number; longitude: number } | undefined

/** DUO's file of primary-school locations, from either channel, old or new, in whatever encoding it came. */
export async function readLocations(bytes: Uint8Array, gazetteer: Gazetteer, locate: Locate): Promise<Locations> {
  const reading = await readSheet(bytes)
  if (!reading.ok) return reading
  const [sheet] = reading.sheets
  const header = sheet && findHeader(sheet, isColumnName)
  const places = placesOf(header?.heads ?? [])
  const missing = NEEDED.filter((column) => places[column] === undefined)
  if (!sheet || missing.length > 0) return { ok: false, because: 'not-duo', missing }
  const read = readLines(linesBelow(sheet, header), places, { gazetteer, locate })
  return { ok: true, ...read, encoding: reading.encoding, separator: reading.separator }
}

type Help = { gazetteer: Gazetteer; locate: Locate }
type Read = { rows: Location[]; bad: BadLocation[]; doubts: Doubt[] }

function readLines(lines: Line[], places: Partial<Record<Column, number>>, help: Help): Read {
  const read: Read = { rows: [], bad: [], doubts: [] }
  const seen = new Set<string>()
  for (const { line, cells } of lines) {
    const cell = (column: Column) => (cells[places[column] ?? -1] ?? '').trim()
    const code = fullCode(cell('code'), cell('institution'))
    const because = refuse(code, cell('name'), seen)
    if (because) read.bad.push({ line, because, value: because === 'no-name' ? code : cell('code') })
    else read.rows.push(toLocation({ line, code, cell, read }, help))
    seen.add(code)
  }
  return read
}

/** Older files number the locations of one institution: 00AP with "0", "00" or "00AP00". */
function fullCode(code: string, institution: string): string {
  const tidy = code.toUpperCase()
  return /^\d{1,2}$/.test(tidy) && institution ? institution.toUpperCase() + tidy.padStart(2, '0') : tidy
}

function refuse(code: string, name: string, seen: Set<string>): BadLocation['because'] | undefined {
  if (code === '') return 'no-code'
  if (!/^\d\d[A-Z]{2}\d\d$/.test(code)) return 'code-unclear'
  if (seen.has(code)) return 'twice'
  return name === '' ? 'no-name' : undefined
}

type Raw = { line: number; code: string; cell: (column: Column) => string; read: Read }

function toLocation({ line, code, cell, read }: Raw, { gazetteer, locate }: Help): Location {
  const doubt = (because: Doubt['because'], value: string) => read.doubts.push({ line, because, value })
  const sure = (value: string, tidy: string | undefined, because: Doubt['because']) => {
    if (value !== '' && tidy === undefined) doubt(because, value)
    return tidy ?? ''
  }
  const postcode = sure(cell('postcode'), readPostcode(cell('postcode')), 'postcode-unclear')
  const place = placeName(cell('place'), postcode, gazetteer)
  const point = locate(postcode, place)
  if (!point) doubt('no-coordinates', postcode)
  const municipality = gazetteer.municipalities.get(cell('municipalityCode').padStart(4, '0'))
  return {
    code,
    institution: cell('institution').toUpperCase() || code.slice(0, 4),
    boardNumber: digits(cell('boardNumber'), 5),
    name: cell('name'),
    street: cell('street'),
    houseNumber: cell('houseNumber'),
    postcode,
    place,
    municipalityCode: digits(cell('municipalityCode'), 4),
    municipality: municipality?.name ?? placeName(cell('municipality'), '', gazetteer),
    province: municipality?.province ?? cell('province'),
    denomination: cell('denomination'),
    phone: sure(cell('phone'), readPhone(cell('phone')), 'phone-unclear'),
    website: sure(cell('website'), readWebsite(cell('website')), 'website-unclear'),
    holidayRegion: cell('holidayRegion').toLowerCase(),
    latitude: point?.latitude ?? null,
    longitude: point?.longitude ?? null,
  }
}

/** A spreadsheet eats leading zeros; these numbers have them. */
const digits = (text: string, size: number) => (/^\d+$/.test(text) ? text.padStart(size, '0') : text)

export type Comparison = {
  new: Location[]
  gone: Location[]
  changed: { code: string; fields: (keyof Location)[] }[]
  total: number
}

/** What a later file brings. A school is the same as long as its code is. */
export function compareLocations(old: readonly Location[], later: readonly Location[]): Comparison {
  const before = new Map(old.map((row) => [row.code, row]))
  const after = new Set(later.map(({ code }) => code))
  const changed = later.flatMap((row) => {
    const was = before.get(row.code)
    const fields = was ? (Object.keys(row) as (keyof Location)[]).filter((field) => row[field] !== was[field]) : []
    return fields.length > 0 ? [{ code: row.code, fields }] : []
  })
  return {
    new: later.filter(({ code }) => !before.has(code)),
    gone: old.filter(({ code }) => !after.has(code)),
    changed,
    total: later.length,
  }
}
