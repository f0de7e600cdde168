import assert from 'node:assert/strict'
import { test } from 'node:test'
import { compareLocations, type Location, type Locations } from './locations.ts'
import { inCase } from './placename.ts'
import { coordinatesOf, distanceKm, readDuo, shippedLocations } from './shipped.ts'

const bytes = (text: string) => new TextEncoder().encode(text)
const read = (reading: Locations) => {
  assert.ok(reading.ok, reading.ok ? '' : reading.because)
  return reading
}

test('the shipped list is read whole', async () => {
  const shipped = read(await shippedLocations())
  assert.equal(shipped.rows.length, 6107)
  assert.deepEqual(shipped.bad, [])
  assert.deepEqual([shipped.encoding, shipped.separator], ['cp1252', ';'])
  assert.deepEqual(
    shipped.doubts.map(({ line, because, value }) => [line, because, value]),
    [
      [1792, 'website-unclear', 'www.boerhaaveschoolo2g2..nl'],
      [2880, 'website-unclear', 'www.jozefrijen.n'],
      [3961, 'website-unclear', 'go.to./morgenster'],
    ],
  )
  assert.equal(new Set(shipped.rows.map(({ code }) => code)).size, 6107)
  assert.equal(
    shipped.rows.every(({ latitude }) => latitude !== null),
    true,
  )
  assert.deepEqual([...new Set(shipped.rows.map(({ holidayRegion }) => holidayRegion))].sort(), [
    'midden',
    'noord',
    'zuid',
  ])
})

test('the first row as DUO has it, nicely written', async () => {
  assert.deepEqual(read(await shippedLocations()).rows[0], {
    code: '32JK00',
    institution: '32JK',
    boardNumber: '20091',
    name: 'BBS de Verwondering',
    street: 'Melkweg',
    houseNumber: '13',
    postcode: '9306 TC',
    place: 'Alteveer',
    municipalityCode: '1699',
    municipality: 'Noordenveld',
    province: 'Drenthe',
    denomination: 'Algemeen bijzonder',
    phone: '',
    website: '',
    holidayRegion: 'noord',
    latitude: 53.1125,
    longitude: 6.4317,
  })
})

test('places and names have their capitals, accents and curly quotes', async () => {
  const { rows } = read(await shippedLocations())
  const places = new Set(rows.map(({ place }) => place))
  for (const place of [
    "'s-Gravenhage",
    'IJmuiden',
    '2e Exloërmond',
    "Stad aan 't Haringvliet",
    'Berg en Dal',
    'Capelle aan den IJssel',
    'Nieuwerkerk aan den IJssel',
    'Oudega',
    'De Lutte',
    'Wijk bij Duurstede',
    'Sint Odiliënberg',
    "'t Harde",
  ]) {
    assert.ok(places.has(place), place)
  }
  assert.deepEqual(
    [...places].filter((place) => / gem\b| (gld|nb|nh|zh)$/i.test(place)),
    [],
  )
  assert.deepEqual([...new Set(rows.map(({ municipality }) => municipality))].length, 342)
  assert.ok(rows.some(({ municipality }) => municipality === 'Súdwest-Fryslân'))
  assert.ok(rows.some(({ name }) => name === 'Dalton Kindcentrum ’t Kompas'))
  assert.ok(rows.some(({ name }) => name.includes('"Kla4"')))
  assert.equal(inCase('OUDERKERK AAN DE AMSTEL'), 'Ouderkerk aan de Amstel')
})

test('the other channel: commas, every field quoted, a byte order mark, other names', async () => {
  const file =
    '\ufeff"INSTELLINGSCODE","VESTIGINGSCODE","NAAM_VESTIGING","STRAATNAAM","HUISNUMMER_TOEVOEGING","POSTCODE","PLAATSNAAM","GEMEENTENUMMER","BEVOEGD_GEZAG_NUMMER","TELEFOONNUMMER"\r\n"99ZZ","99ZZ00","De Vuurtoren, ""noord""","Kade","3-A","1971 AB","IJMUIDEN","0453","00012","0255123456"\r\n'
  const { rows, encoding, separator } = read(await readDuo(bytes(file)))
  assert.deepEqual([encoding, separator], ['utf-8-bom', ','])
  assert.deepEqual(
    rows.map(({ code, name, houseNumber, place, municipality, boardNumber, phone }) => [
      code,
      name,
      houseNumber,
      place,
      municipality,
      boardNumber,
      phone,
    ]),
    [['99ZZ00', 'De Vuurtoren, "noord"', '3-A', 'IJmuiden', 'Velsen', '00012', '0255123456']],
  )
})

test('older names of the columns, locations numbered within the institution, zeros eaten', async () => {
  const file =
    'BRIN NUMMER;VESTIGINGSNUMMER;INSTELLINGSNAAM;POSTCODE;PLAATSNAAM;GEMEENTENUMMER;BEVOEGD GEZAG NUMMER\n99ZZ;0;De Kade;1971AB;IJMUIDEN;453;12\n99ZZ;1;De Kade dep.;1971AB;IJMUIDEN;453;12\n'
  const { rows } = read(await readDuo(bytes(file)))
  assert.deepEqual(
    rows.map(({ code, municipalityCode, boardNumber, postcode }) => [code, municipalityCode, boardNumber, postcode]),
    [
      ['99ZZ00', '0453', '00012', '1971 AB'],
      ['99ZZ01', '0453', '00012', '1971 AB'],
    ],
  )
})

test('bad rows are told with their line, the good ones stay', async () => {
  const file =
    'VESTIGINGSCODE;VESTIGINGSNAAM;POSTCODE;PLAATSNAAM;TELEFOONNUMMER\n99ZZ00;A;1971 AB;IJMUIDEN;\n;B;1971 AB;IJMUIDEN;\n99Z;C;1971 AB;IJMUIDEN;\n\n99ZZ00;D;1971 AB;IJMUIDEN;\n99ZZ01; ;1971 AB;IJMUIDEN;\n99ZZ02;E;197 AB;IJMUIDEN;bel even\n'
  const found = read(await readDuo(bytes(file)))
  assert.deepEqual(
    found.rows.map(({ code }) => code),
    ['99ZZ00', '99ZZ02'],
  )
  assert.deepEqual(found.bad, [
    { line: 3, because: 'no-code', value: '' },
    { line: 4, because: 'code-unclear', value: '99Z' },
    { line: 6, because: 'twice', value: '99ZZ00' },
    { line: 7, because: 'no-name', value: '99ZZ01' },
  ])
  assert.deepEqual(found.doubts, [
    { line: 8, because: 'postcode-unclear', value: '197 AB' },
    { line: 8, because: 'no-coordinates', value: '' },
    { line: 8, because: 'phone-unclear', value: 'bel even' },
  ])
})

test('another table is not taken for a list of schools', async () => {
  assert.deepEqual(await readDuo(bytes('Naam;Postcode\nGGD;1971 AB\n')), {
    ok: false,
    because: 'not-duo',
    missing: ['code', 'name', 'postcode', 'place'],
  })
  assert.deepEqual(await readDuo(new Uint8Array(50_000_000)), { ok: false, because: 'too-large' })
})

test('a later file: what is new, gone and changed', async () => {
  const { rows } = read(await shippedLocations())
  const [first, second, third] = rows as [Location, Location, Location]
  const later = [
    { ...second, name: 'De Nieuwe Naam', phone: '0599000000' },
    ...rows.slice(2),
    { ...third, code: '99ZZ00' },
  ]
  const found = compareLocations(rows, later)
  assert.deepEqual(
    {
      new: found.new.map(({ code }) => code),
      gone: found.gone.map(({ code }) => code),
      changed: found.changed,
      total: found.total,
    },
    { new: ['99ZZ00'], gone: [first.code], changed: [{ code: second.code, fields: ['name', 'phone'] }], total: 6107 },
  )
  assert.deepEqual(compareLocations(rows, rows), { new: [], gone: [], changed: [], total: 6107 })
})

test('a postcode has a place on the map, also one of several places, or one the table forgot', () => {
  assert.deepEqual(coordinatesOf('5591 AB', 'Heeze'), { latitude: 51.3816, longitude: 5.5722, from: 'postcode' })
  assert.deepEqual(coordinatesOf('5591 AB', 'Baarlo'), { latitude: 51.3319, longitude: 6.0817, from: 'postcode' })
  assert.equal(coordinatesOf('8269 AB', 'Kampen')?.from, 'place')
  assert.equal(coordinatesOf('5156 AB', 'Oud-Heusden')?.from, 'nearest')
  assert.equal(coordinatesOf('0000 AA'), undefined)
})

test('distance as the crow flies', () => {
  const utrecht = { latitude: 52.0907, longitude: 5.1214 }
  const amsterdam = { latitude: 52.3728, longitude: 4.8936 }
  assert.equal(Math.round(distanceKm(utrecht, amsterdam)), 35)
  assert.equal(distanceKm(utrecht, utrecht), 0)
})
