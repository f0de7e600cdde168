import assert from 'node:assert/strict'
import { test } from 'node:test'
import { parse } from 'csv-parse/sync'
import { readPasted, readSheet } from './read.ts'
import type { Reading } from './sheet.ts'
import { writeCsv } from './write.ts'

const bytes = (text: string) => new TextEncoder().encode(text)
const raw = (...parts: (string | number)[]) =>
  Uint8Array.from(
    parts.flatMap((part) => (typeof part === 'number' ? [part] : [...part].map((sign) => sign.charCodeAt(0)))),
  )

async function read(content: Uint8Array | string) {
  const reading: Reading = await readSheet(typeof content === 'string' ? bytes(content) : content)
  assert.ok(reading.ok, reading.ok ? '' : reading.because)
  return { ...reading, rows: reading.sheets[0]?.rows ?? [] }
}
const refusal = async (content: Uint8Array) => {
  const reading = await readSheet(content)
  return reading.ok ? 'read' : reading.because
}

test('the encoding is found, and the text is right', async () => {
  const expected = [
    ['Naam', 'Café'],
    ['Zoë', '’t'],
  ]
  const wide = (text: string, swap: boolean) => {
    const le = Buffer.from(text, 'utf16le')
    return new Uint8Array(swap ? le.swap16() : le)
  }
  const text = 'Naam;Café\nZoë;’t'
  const cases: [Uint8Array, string][] = [
    [bytes(text), 'utf-8'],
    [bytes(`\ufeff${text}`), 'utf-8-bom'],
    [wide(`\ufeff${text}`, false), 'utf-16le'],
    [wide(`\ufeff${text}`, true), 'utf-16be'],
    [wide(text, false), 'utf-16le'],
    [wide(text, true), 'utf-16be'],
    [raw('Naam;Caf', 0xe9, '\nZo', 0xeb, ';', 0x92, 't'), 'cp1252'],
    [raw('Naam;Caf', 0x8e, '\rZo', 0x91, ';', 0xd5, 't'), 'mac-roman'],
    [raw('Naam;Caf', 0xe9, '\nZo', 0xc3, 0xab, ';', 0x92, 't'), 'mixed'],
    [bytes('Naam;CafÃ©\nZoÃ«;â€™t'), 'utf-8-twice'],
  ]
  for (const [content, encoding] of cases) {
    const found = await read(content)
    assert.deepEqual([found.encoding, found.rows], [encoding, expected], encoding)
  }
})

test('the separator is found, also among tempting commas', async () => {
  const cases: [string, string, string[]][] = [
    ['Naam;Rol\nJong, A. de;IB\nVos, P.;lkr', ';', ['Jong, A. de', 'IB']],
    ['Naam,Rol\nAnja,"IB; taal"\nPiet,lkr', ',', ['Anja', 'IB; taal']],
    ['Naam\tRol\nJong, A. de\tIB, taal', '\t', ['Jong, A. de', 'IB, taal']],
    ['Naam|Rol\nAnja|IB', '|', ['Anja', 'IB']],
    ['Naam    Rol\nAnja de Jong    IB\nPiet Vos   lkr gr 3', 'spaces', ['Anja de Jong', 'IB']],
    ['Anja\nPiet\nKees', '', ['Piet']],
  ]
  for (const [text, separator, second] of cases) {
    const found = await read(text)
    assert.deepEqual([found.separator, found.rows[1]], [separator, second], text)
  }
  assert.deepEqual((await read('sep=;\nNaam;Rol\nA;B')).rows, [[''], ['Naam', 'Rol'], ['A', 'B']])
})

test('a cell over several lines is one row, blank and ragged rows keep their place', async () => {
  const { rows } = await read('a;b;c\r\n\r\n1;"x\ny";3\r\n4\r\n5;6;7;8\r\n')
  assert.deepEqual(rows, [['a', 'b', 'c'], [''], ['1', 'x\ny', '3'], ['4'], ['5', '6', '7', '8']])
})

test('a quote that never closes costs one sign, not the rest of the file', async () => {
  const found = await read('a;b\n1;"x\n2;"y"\n3;5" buis;\n4;z')
  assert.deepEqual(found.rows, [
    ['a', 'b'],
    ['1', '"x'],
    ['2', 'y'],
    ['3', '5" buis', ''],
    ['4', 'z'],
  ])
  assert.deepEqual(found.oddities, [{ line: 2, because: 'quote-never-closes' }])
})

test('quotes within quotes, and a NUL that disappears', async () => {
  assert.deepEqual((await read('a;b\n"zij zei ""ja""";"de "Hoek" 3"\n')).rows[1], ['zij zei "ja"', 'de "Hoek" 3'])
  assert.deepEqual((await read('a;b\n1\0;2')).rows[1], ['1', '2'])
})

test('well-formed files are read exactly as csv-parse reads them', async () => {
  const signs = ['a', 'é', '"', ';', ',', '\n', '\r\n', ' ', '\t', '1', '😀'] // no apostrophe: that is ours to take off
  const dice = random(7)
  for (let turn = 0; turn < 200; turn++) {
    const grid = Array.from({ length: 4 }, () => Array.from({ length: 3 }, () => word(dice, signs)))
    const csv = grid.map((row) => row.map((cell) => `"${cell.replaceAll('"', '""')}"`).join(';')).join('\r\n')
    const found = await readSheet(bytes(`\ufeff${csv}`))
    const expected: string[][] = parse(csv, { delimiter: ';' })
    if (found.ok) assert.deepEqual(found.sheets[0]?.rows, expected)
    else assert.ok(found.because === 'empty' && csv.trim() === '')
  }
})

test('what is written can be read, whatever it is, and no formula is left to run', async () => {
  const nasty = [
    '=1+1',
    "'=1+1",
    "''@x",
    '+31612345678',
    '-3',
    '@sum',
    '\tx',
    '\r',
    ' =a',
    '"',
    '";"',
    'a\nb',
    '＝1',
    "'",
    ' x ',
    '\u202e',
    '😀',
    '#N/A',
    'CafÃ©',
    'sep=;',
  ]
  const grid = [
    ['kop', 'kop'],
    ...nasty.flatMap((cell) => [
      [cell, 'x'],
      ['x', cell],
    ]),
  ]
  const written = writeCsv(grid)
  assert.deepEqual((await read(written)).rows, grid)
  const cells: string[][] = parse(new TextDecoder().decode(written), { delimiter: ';' })
  assert.deepEqual(
    cells.flat().filter((cell) => /^[=+\-@\t\r＝]/.test(cell)),
    [],
  )
})

test('what is no table is refused with a code', async () => {
  const ole = (word: string) =>
    Uint8Array.from([
      0xd0,
      0xcf,
      0x11,
      0xe0,
      0xa1,
      0xb1,
      0x1a,
      0xe1,
      ...Buffer.alloc(64),
      ...Buffer.from(word, 'utf16le'),
    ])
  assert.equal(await refusal(new Uint8Array(0)), 'empty')
  assert.equal(await refusal(bytes(' \n\n ;')), 'read')
  assert.equal(await refusal(bytes('  \n \n')), 'empty')
  assert.equal(await refusal(new Uint8Array(50_000_000)), 'too-large')
  assert.equal(await refusal(bytes('%PDF-1.7 ...')), 'not-a-table')
  assert.equal(await refusal(bytes('<html><table>')), 'not-a-table')
  assert.equal(await refusal(raw(0x89, 'PNG\r\n', 0x1a)), 'not-a-table')
  assert.equal(await refusal(ole('Workbook')), 'old-xls')
  assert.equal(await refusal(ole('EncryptedPackage')), 'password')
  assert.equal(await refusal(raw('PK', 3, 4, 'and then nothing')), 'broken')
  assert.equal(await refusal(bytes(`${'a;'.repeat(600)}\n`)), 'too-large')
})

test('random bytes and broken tables never throw', async () => {
  const dice = random(11)
  for (let turn = 0; turn < 400; turn++) {
    const size = Math.floor(dice() * 600)
    const noise = Uint8Array.from({ length: size }, () => Math.floor(dice() * 256))
    if (turn % 4 === 1) noise.set(raw('PK', 3, 4).subarray(0, size))
    const some = turn % 2 ? noise : bytes(word(dice, ['"', ';', '\n', 'a', '=', "'", '\t', ' ', '\0', '\r']).repeat(20))
    const reading = await readSheet(some)
    assert.equal(typeof (reading.ok ? reading.separator : reading.because), 'string')
  }
})

test('a million unclosed quotes are read in a breath', async () => {
  const started = performance.now()
  await readSheet(bytes('"a;'.repeat(400).concat('\n').repeat(2000)))
  await readSheet(bytes('";"a\n'.repeat(90_000)))
  assert.ok(performance.now() - started < 5000)
})

test('openings after a blank, which each look for an end to the whole file, are read in a breath too', async () => {
  const started = performance.now()
  for (const list of [' "a; \n'.repeat(60_000), `${' "a; \n'.repeat(60_000)};"b`, ' "a""; \n'.repeat(60_000)])
    await readSheet(bytes(`naam;soort\n${list}`))
  assert.ok(performance.now() - started < 5000, String(performance.now() - started))
})

test('pasted text is read as it stands', async () => {
  const reading = await readPasted('Naam\tRol\nZoë\tCafÃ©')
  assert.deepEqual(reading.ok && reading.sheets[0]?.rows, [
    ['Naam', 'Rol'],
    ['Zoë', 'CafÃ©'],
  ])
})

function word(dice: () => number, signs: string[]): string {
  return Array.from({ length: Math.floor(dice() * 6) }, () => signs[Math.floor(dice() * signs.length)]).join('')
}

/** The same dice every time, so that a failure can be looked at. */
function random(seed: number): () => number {
  let state = seed
  return () => {
    state = (state * 1_103_515_245 + 12_345) % 2_147_483_648
    return state / 2_147_483_648
  }
}
