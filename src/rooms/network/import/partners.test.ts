import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { test } from 'node:test'
import { readSheet } from '#kit/sheet/read.ts'
import type { Sheet } from '#kit/sheet/sheet.ts'
import { type PartnerMapping, proposeMapping } from './mapping.ts'
import { type Contact, emptyPartner, type PartnerRow } from './partner.ts'
import { readPartners } from './rows.ts'

async function material(name: string): Promise<Sheet> {
  const reading = await readSheet(readFileSync(new URL(`../../../../test/material/${name}`, import.meta.url)))
  assert.ok(reading.ok)
  return reading.sheets[0] ?? { name: '', rows: [], merged: [] }
}

const read = (sheet: Sheet) => readPartners(sheet, proposeMapping(sheet))
const fields = ({ columns }: PartnerMapping) => columns.map(({ field }) => field)
const face = ({ name, work, phone, mail, days, moment }: Contact) =>
  [name, work, phone, mail, days.join(''), moment].join('|')

/** What a row says beyond an empty partner. */
const said = (row: PartnerRow) =>
  Object.fromEntries(
    Object.entries({ ...row, contacts: row.contacts.map(face) }).filter(
      ([key, value]) =>
        key !== 'typeSure' && JSON.stringify(value) !== JSON.stringify({ ...emptyPartner() }[key as 'name']),
    ),
  )

test('the messy list from Windows: heads below titles, sections, idem, days that were house numbers', async () => {
  const sheet = await material('partners-windows.csv')
  const mapping = proposeMapping(sheet)
  assert.equal(mapping.header?.row, 3)
  assert.deepEqual(fields(mapping), [
    'name',
    'kind',
    'contact',
    'contactReach',
    'address',
    'houseNumber',
    'address',
    'since',
    'owner',
  ])
  assert.deepEqual(mapping.columns[3]?.examples, [
    '0299-123456 / svandam@buurtteamzuid.example',
    't.kok@buurtteamzuid.example',
    '612345670',
  ])
  const { good, bad, notes } = read(sheet)
  assert.deepEqual(good.map(said), [
    {
      name: 'GGD Oeverland',
      type: 'jgz',
      kind: 'jeugdgezondheidszorg',
      sector: 'ZORG',
      street: 'Kadeweg',
      houseNumber: '12-5',
      postcode: '1999 AB',
      place: 'Oeverdam',
      since: '2019-01-01',
      owner: 'Anja de Jong',
      deputy: 'Kees',
      contacts: [
        'Anja||06 12 34 56 78||123|',
        'Piet|||p@ggdoeverland.example||',
        'Hoofd planning|||planning@ggdoeverland.example||',
      ],
      lines: [6, 16],
    },
    {
      name: 'Buurtteam Zuid',
      type: 'jgz',
      kind: 'jeugdgezondheidszorg',
      sector: 'ZORG',
      street: 'Brink',
      houseNumber: '3-1',
      postcode: '1999 AC',
      place: 'Oeverdam',
      since: '2021-09-01',
      owner: 'Anja de Jong',
      contacts: [
        'S. van Dam|gezinswerker|0299 12 34 56|svandam@buurtteamzuid.example||',
        'T. Kok|vervanger||t.kok@buurtteamzuid.example||',
      ],
      lines: [7, 8],
    },
    {
      name: 'Logopediepraktijk Spraakwater',
      type: 'logopedist',
      kind: 'logopedist',
      sector: 'ZORG',
      street: 'Dorpsstraat',
      houseNumber: '4a',
      postcode: '1999 AD',
      place: 'Oeverdam',
      since: '2019-08-01',
      owner: 'IB',
      contacts: ['Renée||06 12 34 56 70|||'],
      lines: [9],
    },
    {
      name: 'Bibliotheek Oeverdam',
      type: 'bibliotheek',
      sector: 'CULTUUR',
      street: 'Plein',
      houseNumber: '1',
      place: 'Oeverdam',
      mail: 'bieb@oeverdam.example',
      since: '2019-08-01',
      owner: 'taalco',
      contacts: ['Mila Hof|Leesconsulent||||'],
      lines: [12],
    },
    {
      name: 'Muziekschool "De Toon"',
      type: 'kunstencentrum',
      sector: 'CULTUUR',
      note: 'Tel/mail: 0299 - 12 34 5\nal jaren',
      lines: [13],
    },
    {
      name: 'Bram Post',
      form: 'person',
      type: 'wijkagent',
      kind: 'Wijkagent',
      sector: 'CULTUUR',
      owner: 'dir',
      contacts: ['Bram Post||06 12 34 56 71|||'],
      lines: [14],
    },
  ])
  assert.deepEqual(bad, [{ line: 15, because: 'not-a-name', value: '06-12345672', remedy: 'check-columns' }])
  assert.deepEqual(notes, [
    { line: 6, because: 'house-number-mended', value: '12-mei → 12-5' },
    { line: 6, because: 'only-year', value: '2019' },
    { line: 7, because: 'house-number-mended', value: '3-jan → 3-1' },
    { line: 7, because: 'type-guessed', value: 'jgz' },
    { line: 8, because: 'added-to-above', value: 'Buurtteam Zuid' },
    { line: 12, because: 'only-year', value: 'schooljaar 2019-2020' },
    { line: 13, because: 'phone-unclear', value: '0299 - 12 34 5' },
    { line: 13, because: 'day-unclear', value: 'al jaren' },
    { line: 16, because: 'merged', value: '6' },
  ])
})

test('a workbook with merged cells, two contacts in a cell and heads in two rows', async () => {
  const sheet = await material('partners-samengevoegd.xlsx')
  assert.deepEqual(fields(proposeMapping(sheet)), [
    'name',
    'contactName',
    'contactPhone',
    'contactMail',
    'houseNumber',
    'since',
    'owner',
  ])
  const { good, bad, notes } = read(sheet)
  assert.deepEqual(good.map(said), [
    {
      name: 'Schoolmaatschappelijk werk De Steiger',
      type: 'smw',
      sector: 'Jeugdhulp',
      houseNumber: '12-5',
      since: '2018-09-03',
      owner: 'Anja',
      contacts: [
        'Noor Bos||06 12 34 56 01|noor@desteiger.example|24|',
        'Sem Dijk||06 12 34 56 02|sem@desteiger.example||',
      ],
      lines: [6, 7],
    },
    {
      name: 'Jeugd-ggz Het Anker',
      type: 'jh_ggz',
      sector: 'Jeugdhulp',
      houseNumber: '3-19',
      since: '2020-01-01',
      owner: 'Anja',
      contacts: [
        'P. Zee||0299 34 56 01|zee@hetanker.example||',
        'K. Lindeman|achterwacht|0299 34 56 02|lindeman@hetanker.example||',
      ],
      lines: [8],
    },
    {
      name: 'VV Oeverdam',
      type: 'sportvereniging',
      sector: 'Sport',
      houseNumber: '7',
      phone: '0299 34 56 03',
      owner: 'Kees',
      note: 'kantine',
      lines: [11],
    },
    {
      name: 'Zwembad De Plons',
      type: 'sportvereniging',
      sector: 'Sport',
      mail: 'info@deplons.example',
      since: '2021-01-01',
      owner: 'Kees',
      lines: [12],
    },
  ])
  assert.deepEqual(bad, [])
  assert.deepEqual(
    notes.map(({ line, because }) => [line, because]),
    [
      [6, 'house-number-mended'],
      [7, 'merged'],
      [8, 'house-number-mended'],
      [8, 'only-year'],
      [11, 'word-unclear'],
      [11, 'type-guessed'],
      [12, 'only-year'],
    ],
  )
})

test('lines of two encodings, rows that slid to the right, a note over two lines', async () => {
  const { good, bad, notes } = read(await material('partners-gemengd-verschoven.csv'))
  assert.deepEqual(
    good.map(({ lines, name, phone, mail, presence, room, note }) => [
      lines[0],
      name,
      phone,
      mail,
      presence.days.join(''),
      presence.from,
      room,
      note,
    ]),
    [
      [
        2,
        'Kinderfysio De Beweging',
        '0299 23 45 67',
        'info@debeweging.example',
        '2',
        '09:00',
        'spreekkamer 2',
        'komt alleen\nna afspraak',
      ],
      [3, 'Sportservice Oeverland', '0299 23 45 68', 'info@sportservice.example', '3', '', 'gymzaal', ''],
      [4, 'Café-zaal ’t Hoekje', '', 'zaal@hoekje.example', '', '', '', 'mooie zaal voor de musical'],
      [5, 'Kinderboerderij De Geit', '0299 23 45 69', 'geit@degeit.example', '', '', '', ''],
      [6, 'Jeugdfonds Zoë', '', 'post@jeugdfonds.example', '', '', '', 'zie www'],
    ],
  )
  assert.deepEqual(bad, [])
  assert.deepEqual(notes, [
    { line: 3, because: 'shifted', value: 'Sportservice Oeverland' },
    { line: 5, because: 'shifted', value: 'Kinderboerderij De Geit' },
  ])
})

test('a few lines pasted from a page', async () => {
  const { good, bad } = read(await material('partners-plakken.txt'))
  assert.deepEqual(
    good.map(({ lines, name, type, phone, mail, contacts }) => [
      lines[0],
      name,
      type,
      phone,
      mail,
      ...contacts.map(face),
    ]),
    [
      [2, 'Veilig Thuis Oeverland', 'veilig_thuis', '0800 2000', ''],
      [3, 'Samenwerkingsverband Waterkant', 'swv', '', '', 'Loes Vink|||l.vink@swv-waterkant.example||'],
      [4, 'Politie Oeverdam', 'wijkagent', '', '', 'Bram Post||06 12 34 56 71|||'],
      [5, 'Pabo Oeverstad', 'pabo', '', 'stagebureau@pabo-oeverstad.example', 'Kim de Boer|||||', 'Ali Kaya|||||'],
    ],
  )
  assert.deepEqual(bad, [])
})

test('a second general number is a number: it is told, and kept in the note', async () => {
  const text =
    'Naam\tTelefoon algemeen\tMail algemeen\nBibliotheek\t0591 680000 / 06-44445555\tinfo@bieb.example, balie@bieb.example'
  const reading = await readSheet(new TextEncoder().encode(text))
  assert.ok(reading.ok)
  const { good, notes } = read(reading.sheets[0] ?? { name: '', rows: [], merged: [] })
  assert.deepEqual(
    notes.filter(({ because }) => because !== 'type-guessed').map(({ because, value }) => [because, value]),
    [
      ['phone-more', '06 44 44 55 55'],
      ['mail-more', 'balie@bieb.example'],
    ],
  )
  assert.match(good[0]?.note ?? '', /06 44 44 55 55/)
})
