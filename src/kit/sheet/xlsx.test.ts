import assert from 'node:assert/strict'
import { test } from 'node:test'
import { deflateRawSync } from 'node:zlib'
import { readSheet as libraryReads } from 'read-excel-file/node'
import writeXlsx from 'write-excel-file/node'
import { linesBelow } from './layout.ts'
import { readSheet } from './read.ts'

const NS = 'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"'
const REL = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'

type Parts = { sheet: string; strings?: string; styles?: string; book?: string; path?: string }

/** A workbook written by hand, to hold what no library writes. */
function workbook({
  sheet,
  strings = '',
  styles = '',
  book = '',
  path = 'xl/worksheets/sheet1.xml',
}: Parts): Uint8Array {
  const rel = (id: string, kind: string, target: string) =>
    `<Relationship Id="${id}" Type="${REL}/${kind}" Target="${target}"/>`
  return zip({
    '_rels/.rels': `<Relationships>${rel('rId1', 'officeDocument', 'xl/workbook.xml')}</Relationships>`,
    'xl/workbook.xml': `<workbook ${NS} xmlns:r="${REL}">${book}<sheets><sheet name="Blad &amp; 1" sheetId="1" r:id="rId1"/></sheets></workbook>`,
    'xl/_rels/workbook.xml.rels': `<Relationships>${rel('rId1', 'worksheet', path.replace('xl/', ''))}${rel('rId2', 'sharedStrings', 'sharedStrings.xml')}${rel('rId3', 'styles', 'styles.xml')}</Relationships>`,
    'xl/sharedStrings.xml': `<sst ${NS}>${strings}</sst>`,
    'xl/styles.xml': `<styleSheet ${NS}>${styles}</styleSheet>`,
    [path]: sheet,
  })
}

type Fake = { flags?: number }

function zip(files: Record<string, string | Buffer>, { flags = 0 }: Fake = {}): Uint8Array {
  const locals: Buffer[] = []
  const central: Buffer[] = []
  let at = 0
  for (const [name, content] of Object.entries(files)) {
    const packed = deflateRawSync(content)
    const local = Buffer.alloc(30)
    local.writeUInt32LE(0x04034b50, 0)
    local.writeUInt16LE(name.length, 26)
    const entry = Buffer.alloc(46)
    entry.writeUInt32LE(0x02014b50, 0)
    entry.writeUInt16LE(flags, 8)
    entry.writeUInt16LE(8, 10)
    entry.writeUInt32LE(packed.length, 20)
    entry.writeUInt16LE(name.length, 28)
    entry.writeUInt32LE(at, 42)
    locals.push(local, Buffer.from(name), packed)
    central.push(entry, Buffer.from(name))
    at += 30 + name.length + packed.length
  }
  const end = Buffer.alloc(22)
  end.writeUInt32LE(0x06054b50, 0)
  end.writeUInt16LE(central.length / 2, 10)
  end.writeUInt32LE(at, 16)
  return new Uint8Array(Buffer.concat([...locals, ...central, end]))
}

const cells = (inner: string, more = '') => `<worksheet ${NS}><sheetData>${inner}</sheetData>${more}</worksheet>`

async function rowsOf(file: Uint8Array): Promise<string[][]> {
  const reading = await readSheet(file)
  assert.ok(reading.ok, reading.ok ? '' : reading.because)
  return reading.sheets[0]?.rows ?? []
}

test('texts, numbers, days, months, times and truth as somebody sees them', async () => {
  const styles =
    '<numFmts><numFmt numFmtId="165" formatCode="0000000000"/><numFmt numFmtId="166" formatCode="[$-413]d mmmm yyyy;@"/><numFmt numFmtId="167" formatCode="&quot;dag&quot; 0.0"/></numFmts>' +
    '<cellStyleXfs><xf numFmtId="14"/></cellStyleXfs><cellXfs><xf numFmtId="0"/><xf numFmtId="14"/><xf numFmtId="16"/><xf numFmtId="17"/><xf numFmtId="20"/><xf numFmtId="165"/><xf numFmtId="166"/><xf numFmtId="22"/><xf numFmtId="167"/></cellXfs>'
  const strings =
    '<si><t>Anja</t></si><si><r><t>Zo</t></r><r><t xml:space="preserve">ë </t></r><rPh><t>zoo</t></rPh></si><si><t>a_x000D_b &lt;&#235;&gt;</t></si>'
  const sheet = cells(
    '<row r="2"><c r="A2" t="s"><v>0</v></c><c r="B2" t="s"><v>1</v></c><c r="D2" t="s"><v>2</v></c></row>' +
      '<row r="4"><c r="A4" s="1"><v>43678</v></c><c r="B4" s="2"><v>46154</v></c><c r="C4" s="3"><v>43525</v></c><c r="D4" s="4"><v>0.354166666666667</v></c><c r="E4" s="5"><v>612345678</v></c><c r="F4" s="6"><v>43678</v></c><c r="G4" s="7"><v>43678.5</v></c><c r="H4" s="8"><v>3</v></c></row>' +
      '<row><c t="b"><v>1</v></c><c t="e"><v>#N/A</v></c><c t="str"><f>A1&amp;B1</f></c><c t="str"><f>x</f><v>samen</v></c><c t="inlineStr"><is><t>los</t></is></c><c><v>0.30000000000000004</v></c><c t="s"><v>99</v></c></row>',
  )
  assert.deepEqual(await rowsOf(workbook({ sheet, strings, styles })), [
    [],
    ['Anja', 'Zoë ', '', 'a\rb <ë>'],
    [],
    ['2019-08-01', '12-mei', 'mrt-19', '08:30', '0612345678', '2019-08-01', '2019-08-01 12:00', '3'],
    ['TRUE', '', '', 'samen', 'los', '0.3'],
  ])
})

test('merged cells are told, the older calendar of the Mac is known', async () => {
  const sheet = cells(
    '<row r="1"><c r="A1" s="1"><v>42216</v></c></row>',
    '<mergeCells><mergeCell ref="A1:B3"/></mergeCells>',
  )
  const file = workbook({
    sheet,
    styles: '<cellXfs><xf numFmtId="0"/><xf numFmtId="14"/></cellXfs>',
    book: '<workbookPr date1904="1"/>',
  })
  const reading = await readSheet(file)
  assert.deepEqual(reading.ok && reading.sheets, [
    { name: 'Blad & 1', rows: [['2019-08-01']], merged: [{ top: 0, left: 0, bottom: 2, right: 1 }] },
  ])
})

test('prefixed tags are read too', async () => {
  const sheet = `<x:worksheet xmlns:x="y"><x:sheetData><x:row r="1"><x:c r="A1" t="inlineStr"><x:is><x:t>ja</x:t></x:is></x:c></x:row></x:sheetData></x:worksheet>`
  assert.deepEqual(await rowsOf(workbook({ sheet })), [['ja']])
})

test('on what both can read, read-excel-file reads the same', async () => {
  const grid = [
    ['Naam', 'Sinds', 'Aantal'],
    ['Zoë & <co>', 'x', 3],
    ['"q"', null, 0.1],
  ]
  const file = await writeXlsx(grid.map((row) => row.map((value) => (value === null ? null : { value })))).toBuffer()
  const theirs = (await libraryReads(file)).map((row) => row.map((value) => (value === null ? '' : String(value))))
  assert.deepEqual(await rowsOf(new Uint8Array(file)), theirs)
})

test('why not read-excel-file: one formula without a stored value and the whole workbook is refused', async () => {
  const file = workbook({ sheet: cells('<row r="1"><c r="A1" t="str"><f>B1</f></c><c r="B1"><v>1</v></c></row>') })
  await assert.rejects(libraryReads(Buffer.from(file)))
  assert.deepEqual(await rowsOf(file), [['', '1']])
})

test('zips that are something else, locked, broken or a bomb', async () => {
  const refusal = async (file: Uint8Array) => {
    const reading = await readSheet(file)
    return reading.ok ? 'read' : reading.because
  }
  assert.equal(await refusal(zip({ 'word/document.xml': '<w/>' })), 'not-a-table')
  assert.equal(await refusal(zip({ 'photo.jpg': 'x' })), 'not-a-table')
  assert.equal(await refusal(zip({ 'content.xml': '<ods/>' })), 'other-spreadsheet')
  assert.equal(await refusal(zip({ 'xl/workbook.bin': 'x' })), 'old-xls')
  assert.equal(await refusal(zip({ 'xl/workbook.xml': 'x' }, { flags: 1 })), 'password')
  assert.equal(await refusal(zip({ 'xl/workbook.xml': Buffer.alloc(120_000_000, 32) })), 'too-large')
  assert.equal(await refusal(workbook({ sheet: cells('') })), 'empty')
  assert.equal(
    await refusal(workbook({ sheet: cells('<row r="1048576"><c r="A1048576"><v>1</v></c></row>') })),
    'too-large',
  )
  const whole = workbook({ sheet: cells('<row><c><v>1</v></c></row>') })
  for (let size = 4; size < whole.length; size += 7) assert.equal(await refusal(whole.subarray(0, size)), 'broken')
})

test('a small workbook that would be read for hours, or fill the house, is refused or read in a breath', async () => {
  const often = `<workbook ${NS} xmlns:r="${REL}"><sheets>${'<sheet name="x" r:id="rId1"/>'.repeat(400)}</sheets></workbook>`
  const rel = `<Relationship Id="rId1" Type="${REL}/worksheet" Target="worksheets/sheet1.xml"/>`
  const named = zip({
    'xl/workbook.xml': often,
    'xl/_rels/workbook.xml.rels': `<Relationships>${rel}</Relationships>`,
    'xl/worksheets/sheet1.xml': cells(`<row><c><v>1</v></c></row>${'<c/>'.repeat(100_000)}`),
  })
  const wide = Array.from({ length: 90_000 }, (_, at) => `<row r="${at + 1}"><c r="SF${at + 1}"><v>1</v></c></row>`)
  const empties = workbook({ sheet: cells('<c/>'.repeat(12_000_000)) })
  const merged = `<mergeCells>${'<mergeCell ref="A1:A9999999"/>'.repeat(3000)}</mergeCells>`
  const tall = workbook({
    sheet: cells('<row r="1"><c><v>1</v></c></row><row r="99999"><c><v>1</v></c></row>', merged),
  })
  const started = performance.now()
  const reading = await readSheet(named)
  assert.equal(reading.ok && reading.sheets.length, 1, 'one part of the file is one sheet')
  assert.deepEqual(await readSheet(workbook({ sheet: cells(wide.join('')) })), { ok: false, because: 'too-large' })
  const read = await readSheet(tall)
  assert.equal(read.ok && linesBelow(read.sheets[0]!, undefined).length, 99_999)
  const small = performance.now() - started
  assert.ok(small < 8000, String(small))
  assert.deepEqual(await readSheet(empties), { ok: false, because: 'too-large' })
  assert.ok(performance.now() - started - small < 15_000, String(performance.now() - started))
})

test('a workbook with any byte turned over never throws', async () => {
  const whole = workbook({
    sheet: cells('<row r="1"><c r="A1"><v>1</v></c></row>', '<mergeCells><mergeCell ref="A1:B2"/></mergeCells>'),
  })
  for (let at = 0; at < whole.length; at++) {
    const hurt = whole.slice()
    hurt[at] = (hurt[at] ?? 0) ^ (1 << (at % 8))
    const reading = await readSheet(hurt)
    assert.equal(typeof reading.ok, 'boolean')
  }
})
