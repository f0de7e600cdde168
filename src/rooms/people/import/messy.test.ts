import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { test } from 'node:test'
import { readPasted, readSheet } from '#kit/sheet/read.ts'
import { readStaff } from './staff.ts'
import { proposeStaff } from './staffcolumns.ts'

// Made by somebody who had not seen the importer; EXPECT.md beside the file says what is really in it.
const file = 'team 2026-2027 DEF (2).csv'
const material = new URL(`../../../../test/material/van-een-ander/${encodeURI(file)}`, import.meta.url)

async function staffIn(content: Uint8Array | string) {
  const reading = typeof content === 'string' ? await readPasted(content) : await readSheet(content, file)
  assert.ok(reading.ok)
  const [sheet] = reading.sheets
  assert.ok(sheet)
  return readStaff(sheet, proposeStaff(sheet))
}

test('a team list nobody tidied: sixteen people, with the tasks, groups and days that were meant', async () => {
  const { good } = await staffIn(readFileSync(material))
  assert.deepEqual(
    good.map(({ lines, name, roles, groups, days }) => [
      ...lines,
      name,
      roles.join(' '),
      groups.join(' '),
      days.join(''),
    ]),
    [
      [5, 'Wim Tibbelaar', 'directeur', '', '12345'],
      [6, 'Anneloes van der Moesker', 'ib taalcoordinator', '', '124'],
      [7, 'Renée ter Wispel', 'leerkracht', '1/2A', '123'],
      [8, 'Joke Kievelaar-de Brug', 'leerkracht', '1/2B', '1245'],
      [9, 'Meryem Özdalar', 'leerkracht', '1/2C', '12345'],
      [10, 'Björn Hakkelaar', 'leerkracht', '3', '12345'],
      [11, 'Sanne de Pluimert', 'leerkracht', '3/4', '123'],
      [12, 'Loïs van den Ouwenhof', 'leerkracht rekencoordinator', '4', '2345'],
      [14, 'Jorrit Smallegraaf', 'leerkracht ict', '5', '1234'],
      [15, "Chantal D'Hoogbeke", 'leerkracht cultuurcoordinator', '6', '2345'],
      [16, 'Fenna van ’t Zoutman', 'leerkracht', '6/7', '123'],
      [18, 'Marijke Veldkornet', 'leerkracht pestcoordinator vertrouwenspersoon', '8', '1245'],
      [19, 'Dyon Rap', 'onderwijsassistent', '', '124'],
      [20, 'Sanne Ballegooi', 'sportcoordinator', '', '25'],
      [21, 'Henk v.d. Stal', 'concierge', '', '12345'],
      [22, 'Gerda Uilenstede', 'administratie', '', '134'],
    ],
  )
})

test('parts of days and weeks, sizes, and names in the wrong column', async () => {
  const { good } = await staffIn(readFileSync(material))
  const of = (line: number) => good.find(({ lines }) => lines.includes(line))
  assert.deepEqual(of(11)?.workDays.at(-1), { day: 'wed', part: 'morning', weeks: 'every' })
  assert.deepEqual(of(15)?.workDays[0], { day: 'tue', part: 'whole', weeks: 'even' })
  assert.ok(of(21)?.workDays.every(({ part }) => part === 'morning'))
  assert.deepEqual([of(8)?.share, of(10)?.share, of(16)?.share, of(19)?.share], [0.8, 1, 0.6, 0.6])
  assert.deepEqual([of(19)?.given, of(19)?.family], ['Dyon', 'Rap'])
  assert.deepEqual([of(21)?.given, of(21)?.infix, of(21)?.family], ['Henk', 'v.d.', 'Stal'])
})

test('fifteen mail addresses, none with blanks or capitals; private numbers stay where they are', async () => {
  const { good } = await staffIn(readFileSync(material))
  const mails = good.map(({ mail }) => mail).filter(Boolean)
  assert.equal(mails.length, 15)
  assert.ok(mails.includes('j.kievelaar@dewindwijzel.example') && mails.includes('f.vantzoutman@dewindwijzel.example'))
  assert.ok(mails.every((mail) => mail === mail.trim().toLowerCase()))
  assert.deepEqual(
    good.filter(({ phone }) => phone),
    [],
  )
})

test('a remark between the people is nobody, with its line, what is wrong and what helps', async () => {
  const { bad, notes } = await staffIn(readFileSync(material))
  const remark = 'LET OP: groep 7 nog vacature!! Wim belt bestuur'
  assert.deepEqual(bad, [{ line: 17, because: 'remark', value: remark, remedy: 'leave-out' }])
  assert.deepEqual(notes, [
    { line: 10, because: 'days-guessed', value: '1,0' },
    { line: 11, because: 'days-guessed', value: 'ma/di/wo och' },
  ])
})

test('the same with other words: places nobody fills, remarks, short words, a number for work', async () => {
  const { good, bad } = await staffIn(
    'Naam\tFunctie\tDagen\tTelefoon\njuf Ans van Dam\tvertrouwensp.\tniet op vr\t0299123456\n' +
      'Vacature\tgroep 4\tma di\t\nstaat nog open voor na de zomer\t\t\t\nMeester Bo\tgedragssp.\tiedere middag\t\nPrive Kees\toverblijf?\t\t\n',
  )
  assert.deepEqual(
    good.map(({ name, roles, days, phone }) => [name, roles.join(' '), days.join(''), phone]),
    [
      ['Ans van Dam', 'vertrouwenspersoon', '1234', '0299 12 34 56'],
      ['Bo', 'gedragsspecialist', '12345', ''],
      ['Prive Kees', '', '', ''],
    ],
  )
  assert.deepEqual(
    bad.map(({ line, because }) => [line, because]),
    [
      [3, 'not-a-name'],
      [4, 'not-a-name'],
    ],
  )
})
