import assert from 'node:assert/strict'
import { test } from 'node:test'
import { readSheet } from '#kit/sheet/read.ts'
import { writePartners } from './export.ts'
import { proposeMapping } from './mapping.ts'
import { emptyPartner, type Partner } from './partner.ts'
import { readPartners } from './rows.ts'

async function roundTrip(partners: Partner[]) {
  const reading = await readSheet(writePartners(partners))
  assert.ok(reading.ok && reading.sheets[0])
  const { good, bad, notes } = readPartners(reading.sheets[0], proposeMapping(reading.sheets[0]))
  return { partners: good.map(({ lines: _, typeSure: __, ...partner }) => partner), bad, notes }
}

test('what is exported is imported again without loss, whatever the texts', async () => {
  const dice = random(23)
  for (let turn = 0; turn < 150; turn++) {
    const partners = Array.from({ length: 1 + Math.floor(dice() * 5) }, () => anyPartner(dice))
    assert.deepEqual(await roundTrip(partners), { partners, bad: [], notes: [] })
  }
})

test('two partners of the same name stay two', async () => {
  const twice = [
    { ...emptyPartner(), name: 'GGD' },
    { ...emptyPartner(), name: 'GGD' },
  ]
  assert.deepEqual((await roundTrip(twice)).partners, twice)
})

test('no partner at all is an empty list', async () => {
  assert.deepEqual(await roundTrip([]), { partners: [], bad: [], notes: [] })
})

test('an export that went through a spreadsheet is read as well', async () => {
  const partner = {
    ...emptyPartner(),
    name: 'GGD',
    houseNumber: '12-5',
    phone: '0299 12 34 56',
    since: '2019-08-01',
    presence: { days: [1], from: '08:30', until: '12:00', text: '' },
  }
  const saved = new TextDecoder()
    .decode(writePartners([partner]))
    .replace('12-5', '12-mei')
    .replace('0299 12 34 56', '299123456')
    .replace('2019-08-01', '1-8-2019')
    .replace('08:30', '8:30')
  const reading = await readSheet(new TextEncoder().encode(saved))
  assert.ok(reading.ok && reading.sheets[0])
  const [read] = readPartners(reading.sheets[0], proposeMapping(reading.sheets[0])).good
  assert.deepEqual(read, { ...partner, lines: [2], typeSure: 0 })
})

test('an export with columns taken out is still understood by its heads', async () => {
  const reading = await readSheet(
    new TextEncoder().encode('Partner;Type;Plaats;Contact 1 naam;Contact 1 mail\nGGD;jgz;Oeverdam;Noor Bos;n@x.nl\n'),
  )
  assert.ok(reading.ok && reading.sheets[0])
  const mapping = proposeMapping(reading.sheets[0])
  const [read] = readPartners(reading.sheets[0], mapping).good
  assert.deepEqual(
    [mapping.exact, read?.name, read?.type, read?.place, read?.contacts[0]?.name, read?.contacts[0]?.mail],
    [false, 'GGD', 'jgz', 'Oeverdam', 'Noor Bos', 'n@x.nl'],
  )
})

function anyPartner(dice: () => number): Partner {
  const one = <T>(list: readonly T[]) => list[Math.floor(dice() * list.length)] as T
  const some = <T>(list: readonly T[]) => list.filter(() => dice() < 0.4)
  const text = () => Array.from({ length: Math.floor(dice() * 5) }, () => one(NASTY)).join('')
  const words = () => Array.from({ length: Math.floor(dice() * 4) }, () => `${text()}x${text()}`)
  return {
    name: `${text()}n${text()}`,
    form: one(['organisation', 'person', 'group'] as const),
    type: one(['', 'jgz', 'swv']),
    kind: text(),
    sector: text(),
    street: text(),
    houseNumber: one(['', '3-1', '12-5', '14 bis', '4a']),
    postcode: one(['', '1999 AB']),
    place: text(),
    website: one(['', 'https://www.x.nl/pad?a=1;b']),
    phone: one(['', '06 12 34 56 78', '+3221234567', 'bel even', '112']),
    mail: one(['', 'a@x.nl']),
    levels: some(['pupil', 'group', 'organisation'] as const),
    scale: one(['', 'building', 'wijk', 'gemeente', 'regio', 'landelijk'] as const),
    obligation: one(['', 'law', 'population', 'choice'] as const),
    motives: some(['preventie', 'nabijheid']),
    topics: words(),
    since: one(['', '2019-08-01', '1987-12-31']),
    ends: one(['', '2027-07-31', '2030-12-31']),
    owner: text(),
    deputy: text(),
    presence: { days: some([1, 2, 3, 4, 5, 6, 7]), from: one(['', '08:30']), until: one(['', '12:00']), text: text() },
    room: text(),
    note: text(),
    partOf: text(),
    reply: text(),
    contacts: Array.from({ length: Math.floor(dice() * 4) }, () => ({
      name: `${text()}c`,
      work: text(),
      phone: one(['', '06 12 34 56 78']),
      mail: one(['', 'c@x.nl']),
      days: some([1, 2, 3, 4, 5]),
      moment: text(),
    })),
  }
}

const NASTY = [
  '=1+1',
  '+',
  '-',
  '@',
  "'",
  '"',
  ';',
  ',',
  '\n',
  '\r\n',
  '\r',
  '\t',
  ' ',
  '|',
  ' | ',
  '\\',
  'idem',
  'é',
  'Ã©',
  '😀',
  '‮',
  '<b>',
  'Totaal',
  '06-12345678',
  'a@b.nl',
  '12-mei',
  '“',
  'null',
  '＝',
  '\u00a0',
  '%s',
  '\ufeff',
  'sep=;',
]

function random(seed: number): () => number {
  let state = seed
  return () => {
    state = (state * 1_103_515_245 + 12_345) % 2_147_483_648
    return state / 2_147_483_648
  }
}
