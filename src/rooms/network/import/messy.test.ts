import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { test } from 'node:test'
import { readSheet } from '#kit/sheet/read.ts'
import { findColleague, whyOpen } from './colleague.ts'
import { findDuplicates } from './duplicates.ts'
import { proposeMapping } from './mapping.ts'
import { readPartners } from './rows.ts'

// Made by somebody who had not seen the importer; EXPECT.md beside the files says what is really in them.
async function partnersIn(file: string) {
  const path = new URL(`../../../../test/material/van-een-ander/${encodeURI(file)}`, import.meta.url)
  const reading = await readSheet(readFileSync(path), file)
  assert.ok(reading.ok)
  const [sheet] = reading.sheets
  assert.ok(sheet)
  return readPartners(sheet, proposeMapping(sheet))
}
const workbook = () => partnersIn('Externe contacten.xlsx')
const text = () => partnersIn('oud lijstje partners.txt')

const team = (
  [
    ['Wim Tibbelaar', 'directeur'],
    ['Anneloes van der Moesker', 'ib taalcoordinator'],
    ['Renée ter Wispel', 'leerkracht'],
    ['Joke Kievelaar-de Brug', 'leerkracht'],
    ['Meryem Özdalar', 'leerkracht'],
    ['Björn Hakkelaar', 'leerkracht'],
    ['Sanne de Pluimert', 'leerkracht'],
    ['Loïs van den Ouwenhof', 'leerkracht rekencoordinator'],
    ['Jorrit Smallegraaf', 'leerkracht ict'],
    ['Chantal D’Hoogbeke', 'leerkracht cultuurcoordinator'],
    ['Fenna van ’t Zoutman', 'leerkracht'],
    ['Marijke Veldkornet', 'leerkracht pestcoordinator vertrouwenspersoon'],
    ['Dyon Rap', 'onderwijsassistent'],
    ['Sanne Ballegooi', 'sportcoordinator'],
    ['Henk v.d. Stal', 'concierge'],
    ['Gerda Uilenstede', 'administratie'],
  ] as const
).map(([name, roles]) => ({ name, roles: roles.split(' ') }))
const who = (said: string) => findColleague(said, team)?.name.split(' ').slice(0, 2).join(' ') ?? '–'

test('a workbook nobody tidied: twenty partners, and the legend is none of them', async () => {
  const { good, bad } = await workbook()
  assert.deepEqual(
    good.flatMap(({ lines }) => lines),
    [5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 17, 18, 19, 20, 21, 22, 23, 24, 25],
  )
  const legend = 'rood = nog bellen, * = kerstkaart'
  assert.deepEqual(bad, [{ line: 27, because: 'remark', value: legend, remedy: 'leave-out' }])
})

test('thirty-two people are named in it, and nobody who is only a desk or a remark', async () => {
  const { good } = await workbook()
  assert.deepEqual(
    good.map(({ contacts }) => contacts.length),
    [2, 2, 2, 2, 1, 2, 1, 2, 1, 2, 1, 2, 1, 1, 2, 1, 2, 1, 3, 1],
  )
  const names = good.flatMap(({ contacts }) => contacts.map(({ name }) => name))
  for (const name of ['Noor v. Asperdijk', 'Noëlle d’Aquarelle', 'Mo Zebrapad', 'Kayleigh', 'Rens'])
    assert.ok(names.includes(name), name)
  for (const name of names) assert.doesNotMatch(name, /balie|bureau|stagiaires|achterwacht|BSO|assistente/)
})

test('a heading in the column of kinds helps to tell the type, and is no kind itself', async () => {
  const { good } = await workbook()
  const type = (line: number) => good.find(({ lines }) => lines.includes(line))?.type
  assert.deepEqual([5, 6, 11, 15, 17, 18, 19, 20, 22, 24].map(type), [
    'swv',
    'jgz',
    'bibliotheek',
    'kunstdocent',
    'gem_leerplicht',
    'gem_openbare_ruimte',
    'wijkagent',
    'sportvereniging',
    'zorginstelling_buurt',
    'kdv_ve',
  ])
  assert.ok(good.every(({ kind, sector }) => kind === '' && sector !== ''))
})

test('house numbers that became days, and numbers that lost a zero, come back', async () => {
  const { good } = await workbook()
  const of = (line: number) => good.find(({ lines }) => lines.includes(line))
  assert.deepEqual(
    [6, 8, 9, 12, 14, 19, 23, 25].map((line) => of(line)?.houseNumber),
    ['3-3', '12-5', '3-3', '5-1', '2-11', '6-8', '4-2', '10-4'],
  )
  assert.deepEqual([of(21)?.contacts[0]?.phone, of(7)?.contacts[0]?.phone], ['0199 44 33 00', '06 00 77 12 01'])
})

test('who of us: by task, by name with a hint, by two names; nobody is guessed', async () => {
  const { good } = await workbook()
  assert.deepEqual(
    good.map(({ owner, deputy }) => (deputy ? `${who(owner)} + ${who(deputy)}` : who(owner))),
    [
      'Anneloes van',
      'Anneloes van',
      'Anneloes van + Wim Tibbelaar',
      'Anneloes van + Meryem Özdalar',
      'Anneloes van',
      'Sanne Ballegooi',
      'Chantal D’Hoogbeke + Anneloes van',
      'Chantal D’Hoogbeke',
      'Chantal D’Hoogbeke',
      'Chantal D’Hoogbeke + –',
      '–',
      'Wim Tibbelaar',
      'Wim Tibbelaar + Henk v.d.',
      'Marijke Veldkornet',
      'Sanne Ballegooi',
      '–',
      'Jorrit Smallegraaf',
      '–',
      'Renée ter + Gerda Uilenstede',
      '–',
    ],
  )
  assert.deepEqual(whyOpen('Sanne', team), {
    because: 'owner-several',
    value: 'Sanne (Sanne de Pluimert, Sanne Ballegooi)',
  })
  const other = [...team, { name: 'Petra Vink', roles: [] }]
  assert.equal(whyOpen('Petra (weg per 1-8)', other)?.because, 'owner-unknown')
  assert.equal(whyOpen('kleuterjuffen', team)?.because, 'owner-several')
  assert.deepEqual([whyOpen('Anneloes', team), whyOpen('', team)], [undefined, undefined])
})

test('a list as plain text: twelve partners, one of them a neighbour, one a man alone, one a group', async () => {
  const { good, bad } = await text()
  assert.deepEqual(
    good.map(({ lines, name, form }) => [...lines, name, form]),
    [
      [2, 'De bieb in Kwarrelveen', 'organisation'],
      [3, 'SWV Kwarrelstreek', 'organisation'],
      [5, 'Buurvrouw Truus (Zandpad 9)', 'person'],
      [6, 'Imker Bart Zwermhuis', 'person'],
      [7, 'De leesopa’s en -oma’s (vrijwilligers, ± 8)', 'group'],
      [8, 'Brandweer Kwarrelveen', 'organisation'],
      [12, 'Buurtsuper De Korenmand', 'organisation'],
      [13, 'Logopedie Spraakwater', 'organisation'],
      [14, 'Schaakclub De Scheve Toren', 'organisation'],
      [15, 'Historische Kring Oud-Kwarrel', 'organisation'],
      [16, 'Scouting Kwarrelhorst', 'organisation'],
      [18, 'Voedseltuin De Pieperkuil', 'organisation'],
    ],
  )
  assert.deepEqual(
    bad.map(({ line, because, remedy }) => [line, because, remedy]),
    [[11, 'remark', 'leave-out']],
  )
})

test('in that list too: who of us, and numbers with blanks that are no blanks', async () => {
  const { good } = await text()
  assert.deepEqual(
    good.map(({ owner }) => who(owner)),
    [
      ...['Anneloes van', 'Anneloes van', 'Henk v.d.', 'Jorrit Smallegraaf', '–', '–', 'Gerda Uilenstede'],
      ...['Meryem Özdalar', 'Björn Hakkelaar', '–', 'Sanne Ballegooi', '–'],
    ],
  )
  assert.equal(whyOpen('juf Sanne', team)?.because, 'owner-several')
  assert.deepEqual([good[0]?.contacts[0]?.phone, good[5]?.phone], ['0199 44 20 07', '0199 44 11 20'])
  assert.deepEqual(
    [good[8]?.contacts[0]?.mail, good[8]?.contacts[0]?.phone],
    ['kees@schevetoren.example', '06 00 55 33 11'],
  )
})

test('three partners of the one list are in the other under another name, and no others', async () => {
  const [{ good: known }, { good: rows }] = [await workbook(), await text()]
  const likely = findDuplicates(rows, known).filter(({ sure }) => sure >= 0.6)
  assert.deepEqual(
    likely.map(({ row, existing, because }) => [rows[row]?.lines[0], existing.lines[0], because]),
    [
      [2, 11, 'same-name'],
      [3, 5, 'same-mail'],
      [13, 8, 'same-name'],
    ],
  )
})
