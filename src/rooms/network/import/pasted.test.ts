import assert from 'node:assert/strict'
import { test } from 'node:test'
import { readPasted } from '#kit/sheet/read.ts'
import type { Sheet } from '#kit/sheet/sheet.ts'
import { type PartnerMapping, proposeMapping } from './mapping.ts'
import type { Contact, ReadPartners } from './partner.ts'
import { readPartners } from './rows.ts'

async function sheetOf(text: string): Promise<Sheet> {
  const reading = await readPasted(text)
  assert.ok(reading.ok && reading.sheets[0])
  return reading.sheets[0]
}

async function pasted(text: string): Promise<ReadPartners> {
  const sheet = await sheetOf(text)
  return readPartners(sheet, proposeMapping(sheet))
}

const fields = ({ columns }: PartnerMapping) => columns.map(({ field }) => field)
const face = ({ name, work, phone, mail, days, moment }: Contact) =>
  [name, work, phone, mail, days.join(''), moment].join('|')

test('levels, scale, obligation and motives in the words of schools', async () => {
  const { good, notes } = await pasted(
    'Partner\tNiveau\tSchaal\tVerplicht?\tMotief\tOnderwerpen\nSWV\tleerling, organisatie\tregio\tja, wettelijk\tverplicht / preventie; werkdruk, kansen\tTLV; dyslexie\nKerk\tgroep\tom de hoek\tnee\t\t',
  )
  const [swv, church] = good
  assert.deepEqual(
    [swv?.levels, swv?.scale, swv?.obligation, swv?.motives, swv?.topics],
    [
      ['pupil', 'organisation'],
      'regio',
      'law',
      ['zorg_verplicht', 'preventie', 'ontlasten_personeel'],
      ['TLV', 'dyslexie'],
    ],
  )
  assert.deepEqual(
    [church?.levels, church?.scale, church?.obligation, church?.note],
    [['group'], '', 'choice', 'Schaal: om de hoek'],
  )
  assert.deepEqual(notes, [
    { line: 2, because: 'too-many-motives', value: 'kansengelijkheid_extra_tijd' },
    { line: 3, because: 'word-unclear', value: 'om de hoek' },
  ])
})

test('no heads: what is in the cells tells the column', async () => {
  const reading = await readPasted('GGD Oeverland;info@ggd.example;0299-111111\nVeilig Thuis;vt@vt.example;0800-2000\n')
  assert.ok(reading.ok && reading.sheets[0])
  const mapping = proposeMapping(reading.sheets[0])
  assert.equal(mapping.header, undefined)
  assert.deepEqual(fields(mapping), ['name', 'mail', 'phone'])
  assert.deepEqual(
    readPartners(reading.sheets[0], mapping).good.map(({ name, mail, phone }) => [name, mail, phone]),
    [
      ['GGD Oeverland', 'info@ggd.example', '0299 11 11 11'],
      ['Veilig Thuis', 'vt@vt.example', '0800 2000'],
    ],
  )
})

test('columns that are numbered belong to the first, second, third contact', async () => {
  const { good } = await pasted(
    'Instelling\tContact 1\tTel 1\tContact 2\tTel 2\nCJG\tNoor Bos\t06-11111111\tSem Dijk\t06-22222222',
  )
  assert.deepEqual(good[0]?.contacts.map(face), ['Noor Bos||06 11 11 11 11|||', 'Sem Dijk||06 22 22 22 22|||'])
})

test('a mapping changed by somebody is followed', async () => {
  const reading = await readPasted('Foo\tBar\nGGD\tPleinzicht')
  assert.ok(reading.ok && reading.sheets[0])
  const header = { row: 0, depth: 1 as const, heads: ['Foo', 'Bar'] }
  const column = { head: '', sure: 1, examples: [] }
  const mapping: PartnerMapping = {
    exact: false,
    header,
    columns: [
      { ...column, index: 0, field: 'name' },
      { ...column, index: 1, field: 'room' },
    ],
  }
  assert.deepEqual(
    readPartners(reading.sheets[0], mapping).good.map(({ name, room }) => [name, room]),
    [['GGD', 'Pleinzicht']],
  )
})

test('a name nobody could mean, and none at all, are refused with the line', async () => {
  const { good, bad } = await pasted(
    `Partner\tPlaats\tOpmerking\n\tOeverdam\tmooi\n\n12345\tx\ty\n${'a'.repeat(250)}\tz\tz\nGGD\tOeverdam\t`,
  )
  assert.deepEqual(bad, [
    { line: 2, because: 'no-name', value: 'Oeverdam', remedy: 'type-name' },
    { line: 4, because: 'not-a-name', value: '12345', remedy: 'check-columns' },
    { line: 5, because: 'too-long', value: 'a'.repeat(60), remedy: 'shorten' },
  ])
  assert.deepEqual(
    good.map(({ lines, name }) => [lines, name]),
    [[[6], 'GGD']],
  )
})

test('lines without columns', async () => {
  const { good, bad } = await pasted(
    'Externe partners\nGGD - jeugdarts - Mw. Bakker - 06-12345678\nLogopedie: Spraakwater, Renée Klaver, renee@spraakwater.example\nWijkteam Noord, Hans Pot (0299-123123)\nBuurvrouw Toos, helpt met de moestuin',
  )
  assert.deepEqual(
    good.map(({ lines, name, type, kind, contacts }) => [lines[0], name, type, kind, ...contacts.map(face)]),
    [
      [2, 'GGD', 'jgz', '', 'Bakker|jeugdarts|06 12 34 56 78|||'],
      [3, 'Spraakwater', 'logopedist', 'Logopedie', 'Renée Klaver|||renee@spraakwater.example||'],
      [4, 'Wijkteam Noord', 'wijkteam', '', 'Hans Pot||0299 12 31 23|||'],
      [5, 'Buurvrouw Toos', 'buurtbewoners', 'helpt met de moestuin'],
    ],
  )
  assert.deepEqual(bad, [])
})

test('a list by person: who, and from which organisation', async () => {
  const { good } = await pasted(
    'Wie\tVan welke organisatie\tTelefoon\tMail\tWaarvoor\tContact via\nMarloes\tGGD\t06-11223344\tmarloes@ggd.example\tgroei\tIB\nIne + Tom\tBibliotheek\t-\tbieb@bieb.example\tlezen\ttaalco\nJoke de Vries (logopedist)\t\t0655443322\tn.v.t.\tspraak\tib',
  )
  assert.deepEqual(
    good.map(({ name, form, type, owner, phone, mail, contacts }) => [
      name,
      form,
      type,
      owner,
      phone,
      mail,
      ...contacts.map(face),
    ]),
    [
      ['GGD', 'organisation', 'jgz', 'IB', '06 11 22 33 44', '', 'Marloes|||marloes@ggd.example||'],
      ['Bibliotheek', 'organisation', 'bibliotheek', 'taalco', '', 'bieb@bieb.example', 'Ine|||||', 'Tom|||||'],
      ['Joke de Vries', 'person', 'logopedist', 'ib', '06 55 44 33 22', '', 'Joke de Vries|logopedist||||'],
    ],
  )
})

test('general addresses are the partner’s, personal ones the contact’s; empty signs are nothing', async () => {
  const { good, notes } = await pasted(
    'Naam instelling\tStraat + nr\tPostcode + plaats\tTel. nr.\tE-mailadres\tNaam contactpersoon\tVerplicht j/n\nLijn 4\tKade 1-3\t1999AC  OEVERDAM\t+31 299 555666\tmail@lijn4.example / jan@lijn4.example\tJan Tak & Els Berk\tn\nSparta\t-\t-\t-\t-\t?\tj',
  )
  assert.deepEqual(
    good.map(({ street, houseNumber, postcode, place, phone, mail, obligation, contacts, note }) => [
      street,
      houseNumber,
      postcode,
      place,
      phone,
      mail,
      obligation,
      note,
      ...contacts.map(face),
    ]),
    [
      [
        'Kade',
        '1-3',
        '1999 AC',
        'Oeverdam',
        '0299 55 56 66',
        'mail@lijn4.example',
        'choice',
        '',
        'Jan Tak|||jan@lijn4.example||',
        'Els Berk|||||',
      ],
      ['', '', '', '', '', '', 'law', ''],
    ],
  )
  assert.deepEqual(
    notes.map(({ because }) => because),
    ['type-unknown', 'type-unknown'],
  )
})

test('whatever is in the cells, nothing is thrown and nothing takes long', async () => {
  const long = ['a ', 'A. ', '1-', '(', 'Jong, A. ', '06 ', 'ma-', 'x@', 'gr 1/2 ', 'Anja, ', '; ', '/ ']
  const started = performance.now()
  const heads = ['Partner', 'Contactpersoon', 'Tel/mail', 'Adres', 'Sinds', 'Dagen in huis', 'Onderwerpen']
  for (const piece of long) {
    const row = (cell: string) => ['A', ...Array<string>(6).fill(cell)]
    const filled = piece.repeat(Math.floor(1900 / piece.length))
    const sheet: Sheet = { name: '', rows: [heads, row(filled), row(piece.repeat(8000))], merged: [] }
    const { good, bad } = readPartners(sheet, proposeMapping(sheet))
    assert.deepEqual([good.length, bad.map(({ line, because }) => [line, because])], [1, [[3, 'too-long']]], piece)
  }
  assert.ok(performance.now() - started < 4000)
})
