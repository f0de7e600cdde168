import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { test } from 'node:test'
import { readPasted, readSheet } from '#kit/sheet/read.ts'
import type { Sheet } from '#kit/sheet/sheet.ts'
import { proposeGroups, readGroups } from './groups.ts'
import { readStaff, type Staff, staffLeftOut } from './staff.ts'
import { proposeStaff } from './staffcolumns.ts'

async function sheetOf(content: string): Promise<Sheet> {
  const reading =
    content.includes('.') && !/[\n\t]/.test(content)
      ? await readSheet(readFileSync(new URL(`../../../../test/material/${content}`, import.meta.url)))
      : await readPasted(content)
  assert.ok(reading.ok)
  return reading.sheets[0] ?? { name: '', rows: [], merged: [] }
}

async function staffOf(content: string) {
  const sheet = await sheetOf(content)
  return readStaff(sheet, proposeStaff(sheet))
}

const brief = ({ lines, name, mail, phone, roles, days, groups }: Staff) =>
  [lines.join('+'), name, mail, phone, roles.join(' '), days.join(''), groups.join(' ')].join(' | ')

test('a staff list from Windows with titles, sections, a shifted row and somebody twice', async () => {
  const { good, bad, notes } = await staffOf('teamlijst-windows.csv')
  assert.deepEqual(good.map(brief), [
    '6+16 | A. de Jong | a.dejong@waterlelie.example | 06 12 34 56 78 | ib taalcoordinator aandachtsfunctionaris | 124 | ',
    '7 | Piet van den Berg | p.vandenberg@waterlelie.example | 06 12 34 56 79 | leerkracht | 123 | 1/2A',
    '8 | Gül Özdemir | g.ozdemir@waterlelie.example | 06 12 34 56 80 | leerkracht | 45 | 1/2A',
    '10 | Zoë Bakker-Smit | z.bakker@waterlelie.example | 06 12 34 56 81 | leerkracht mr | 123 | 3',
    '12 | Kees de Wit | k.dewit@waterlelie.example | 06 12 34 56 82 | leerkracht ict | 12345 | 7/8',
    '13 | Fatima El Amrani | f.elamrani@waterlelie.example | 06 12 34 56 83 | onderwijsassistent | 1234 | ',
    '14 | Marije Post | marije.post@waterlelie.example |  |  | 35 | ',
    '17 | Hans Kuiper |  |  | concierge | 12345 | ',
  ])
  assert.deepEqual(bad, [{ line: 15, because: 'no-name', value: 'vakleerkracht gym', remedy: 'type-name' }])
  assert.deepEqual(notes, [
    { line: 13, because: 'shifted', value: 'Fatima El Amrani' },
    { line: 10, because: 'mail-repaired', value: 'z.bakker@waterlelie,example' },
    { line: 14, because: 'role-unclear', value: 'tovenaar' },
    { line: 14, because: 'phone-unclear', value: '06-1234568' },
    { line: 16, because: 'merged', value: '6' },
  ])
  assert.deepEqual(good[3]?.workDays, [
    { day: 'mon', part: 'whole', weeks: 'every' },
    { day: 'tue', part: 'whole', weeks: 'every' },
    { day: 'wed', part: 'morning', weeks: 'every' },
  ])
  assert.deepEqual([good[6]?.workDays[0]?.weeks, good[4]?.share], ['other', 1])
})

test('loose lines as somebody types them', async () => {
  const { good, bad, notes } = await staffOf('teamlijst-plakken.txt')
  assert.deepEqual(good.map(brief), [
    '2 | Anja de Jong | anja@waterlelie.example |  | ib | 1234 | ',
    '3 | Piet van den Berg |  |  | leerkracht | 123 | 1/2',
    '4 | P. de Jong |  |  | concierge | 1245 | ',
    '5 | Sanne |  |  | leerkracht | 45 | 5',
    '7 | Mo Yilmaz |  | 06 12 34 56 90 | directeur | 1234 | ',
  ])
  assert.deepEqual(bad, [
    { line: 1, because: 'not-a-name', value: 'Ons team', remedy: 'check-columns' },
    { line: 6, because: 'not-a-name', value: '- ???', remedy: 'check-columns' },
  ])
  assert.deepEqual(notes, [{ line: 2, because: 'days-guessed', value: 'ma-do' }])
})

test('crosses in columns of days', async () => {
  const { good } = await staffOf('Naam\tma\tdi\two\tdo\tvr\tgroep\nAnja\tx\tx\tvm\t\t-\t3\nPiet\t\t\t½\t1\tx\t3, 4b')
  assert.deepEqual(good.map(brief), [
    '2 | Anja |  |  | leerkracht | 123 | 3',
    '3 | Piet |  |  | leerkracht | 345 | 3 4B',
  ])
  assert.deepEqual(
    good.map(({ workDays }) => workDays.map(({ part }) => part)),
    [
      ['whole', 'whole', 'morning'],
      ['half', 'whole', 'whole'],
    ],
  )
})

test('a workbook with crosses, names in two columns and a merged role', async () => {
  const { good, bad, notes } = await staffOf('teamlijst-kruisjes.xlsx')
  assert.deepEqual(good.map(brief), [
    '3 | Anja de Jong |  |  | ib | 124 | ',
    '4 | Piet van den Berg |  |  | leerkracht | 123 | 1/2',
    '5 | Gül Özdemir |  |  | leerkracht | 345 | 1/2',
  ])
  assert.deepEqual([bad, notes], [[], []])
})

test('names in columns of their own', async () => {
  const { good } = await staffOf('Voornaam\tTussenvoegsel\tAchternaam\tFunctie\nAnja\tde\tJong\tIB\nPiet\t\tVos\tlkr')
  assert.deepEqual(good.map(brief), ['2 | Anja de Jong |  |  | ib |  | ', '3 | Piet Vos |  |  | leerkracht |  | '])
})

test('surname and given name in one column, and the name one is called by before initials', async () => {
  const names = async (text: string) => (await staffOf(text)).good.map(({ name }) => name)
  assert.deepEqual(await names('Achternaam, voornaam\tRol\nBoer, Anneke de\tIB\nJansen, Fatma\tlkr\nJong, de\tlkr'), [
    'Anneke de Boer',
    'Fatma Jansen',
    'de Jong',
  ])
  assert.deepEqual(await names('Achternaam, voorletters\tRoepnaam\tRol\nBoer, A. de\tAnneke\tIB'), ['Anneke de Boer'])
  assert.deepEqual(
    await names("Achternaam\tVoorvoegsel\tVoorletters\tRoepnaam\tRol\nHof\tvan 't\tJ.J.\tJan\tlkr\nBos\t\tA.\t\tIB"),
    ["Jan van 't Hof", 'Bos'],
  )
})

test('no heads at all: the cells tell what they are', async () => {
  const sheet = await sheetOf('Anja de Jong;a@x.example;IB;ma di\nPiet Vos;p@x.example;lkr gr 3;wo do')
  const mapping = proposeStaff(sheet)
  assert.deepEqual(
    mapping.columns.map(({ field }) => field),
    ['name', 'mail', 'role', 'days'],
  )
  assert.deepEqual(readStaff(sheet, mapping).good.map(brief), [
    '1 | Anja de Jong | a@x.example |  | ib | 12 | ',
    '2 | Piet Vos | p@x.example |  | leerkracht | 34 | 3',
  ])
})

test('two persons with one mail address are told', async () => {
  const { notes } = await staffOf('Naam\tMail\tRol\nAnja\tteam@x.example\tIB\nPiet\tteam@x.example\tlkr')
  assert.deepEqual(notes, [{ line: 3, because: 'mail-shared', value: 'team@x.example' }])
})

test('a second address, a second number and the columns nobody reads are told', async () => {
  const sheet = await sheetOf(
    'Naam\tMail\tTelefoon\tRol\tSchoenmaat\tOpmerking\tLeeg\nAnja Vos\tanja@x.example; av@y.example\t06-12345678 / 0299-123456\tIB\t39\tfietst\t\n',
  )
  const mapping = proposeStaff(sheet)
  const { good, notes } = readStaff(sheet, mapping)
  assert.deepEqual(good.map(brief), ['2 | Anja Vos | anja@x.example | 06 12 34 56 78 | ib |  | '])
  assert.deepEqual(notes, [
    { line: 2, because: 'mail-more', value: 'av@y.example' },
    { line: 2, because: 'phone-more', value: '0299 12 34 56' },
  ])
  assert.deepEqual(staffLeftOut(mapping), [
    { line: 1, because: 'column-left-out', value: 'Schoenmaat' },
    { line: 1, because: 'column-left-out', value: 'Opmerking' },
  ])
})

test('a list of groups that went through a spreadsheet', async () => {
  const sheet = await sheetOf('groepen-plakken.txt')
  const { good, bad, notes } = readGroups(sheet, proposeGroups(sheet))
  assert.deepEqual(
    good.map(({ line, name, years, pupils, teachers, room }) => [
      line,
      name,
      years.join(''),
      pupils,
      teachers.join(' + '),
      room,
    ]),
    [
      [2, '1/2', '12', 23, 'Piet + Gül', '1'],
      [3, '3', '3', 27, 'Zoë Bakker + Kees de Wit', '2'],
      [4, '4A', '4', 25, 'A. de Jong', ''],
      [5, '4B', '4', null, 'A. de Jong', 'gymzaal'],
      [7, '7/8', '78', null, 'Kees', '5'],
      [8, 'De Uilen', '', 12, '', '6'],
    ],
  )
  assert.deepEqual(bad, [{ line: 6, because: 'twice', value: '4A', remedy: 'remove-row' }])
  assert.deepEqual(notes, [
    { line: 7, because: 'pupils-unclear', value: 'vol' },
    { line: 8, because: 'years-unclear', value: 'De Uilen' },
  ])
})

test('groups in one cell each', async () => {
  const sheet = await sheetOf('groep 1/2A - 23 lln - Anja\ngroep 3 (27) Piet\ngroep 8')
  const { good } = readGroups(sheet, proposeGroups(sheet))
  assert.deepEqual(
    good.map(({ name, pupils, teachers }) => [name, pupils, ...teachers]),
    [
      ['1/2A', 23, 'Anja'],
      ['3', 27, 'Piet'],
      ['8', null],
    ],
  )
})

test('whatever is in the cells, nothing is thrown and nothing takes long', () => {
  const started = performance.now()
  for (const piece of ['a ', 'A. ', '1-', '(', 'Jong, A. ', 'ma-', 'gr 1/2 ', 'lkr gr 3, 4 en ', '½', "IB'er/"]) {
    for (const size of [1900, 30_000]) {
      const cell = piece.repeat(Math.floor(size / piece.length))
      const sheet: Sheet = {
        name: '',
        rows: [['Naam', 'Functie', 'Werkdagen', 'Groep'], ['Anja', cell, cell, cell], [cell]],
        merged: [],
      }
      assert.equal(readStaff(sheet, proposeStaff(sheet)).good.length >= (size < 2000 ? 1 : 0), true)
      const loose: Sheet = { name: '', rows: [[cell]], merged: [] }
      assert.ok(Array.isArray(readStaff(loose, proposeStaff(loose)).bad))
      assert.ok(Array.isArray(readGroups(loose, proposeGroups(loose)).bad))
    }
  }
  assert.ok(performance.now() - started < 6000)
})
