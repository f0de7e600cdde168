import assert from 'node:assert/strict'
import { test } from 'node:test'
import { isMail } from './contact.ts'
import { fillIdem, findHeader, linesBelow, plain, undoShift } from './layout.ts'
import type { Merge } from './sheet.ts'

const sheet = (rows: string[][], merged: Merge[] = []) => ({ name: '', rows, merged })
const isKnown = (head: string) => ['naam', 'tel', 'mail', 'dagen'].includes(plain(head))

test('the heads are found below titles and blank rows', () => {
  const header = findHeader(
    sheet([
      ['Partners van de school', '', ''],
      [],
      ['bijgewerkt', 'mei'],
      ['Naam ', 'Tel.', 'E-mail'],
      ['A', '1', '2'],
    ]),
    isKnown,
  )
  assert.deepEqual(header, { row: 3, depth: 1, heads: ['Naam', 'Tel.', 'E-mail'] })
})

test('a table without heads has none, a list with one head has one', () => {
  assert.equal(
    findHeader(
      sheet([
        ['Anja', 'IB'],
        ['Piet', 'tel'],
      ]),
      isKnown,
    ),
    undefined,
  )
  assert.deepEqual(findHeader(sheet([['Naam'], ['Anja']]), isKnown)?.row, 0)
})

test('a merged head over two columns goes with both', () => {
  const rows = [
    ['', 'Contactpersoon', '', 'Dagen'],
    ['Naam', 'naam', 'tel', ''],
    ['A', 'B', '06', 'ma'],
  ]
  const header = findHeader(sheet(rows, [{ top: 0, left: 1, bottom: 0, right: 2 }]), isKnown)
  assert.deepEqual(header, { row: 1, depth: 2, heads: ['Naam', 'Contactpersoon naam', 'Contactpersoon tel', ''] })
})

test('merged cells count for every row, blank rows are left out, lines stay those of the file', () => {
  const rows = [['Naam', 'Tel'], ['GGD', '1'], ['', '2'], [], ['CJG', '3']]
  const table = sheet(rows, [{ top: 1, left: 0, bottom: 2, right: 0 }])
  assert.deepEqual(linesBelow(table, { row: 0, depth: 1, heads: [] }), [
    { line: 2, cells: ['GGD', '1'] },
    { line: 3, cells: ['GGD', '2'] },
    { line: 5, cells: ['CJG', '3'] },
  ])
})

test('idem takes the value above, also through another idem', () => {
  const lines = [
    ['GGD', 'Zwolle'],
    ['idem', '"'],
    ['CJG', 'idem'],
  ].map((cells, at) => ({ line: at + 2, cells }))
  assert.deepEqual(
    fillIdem(lines).map(({ cells }) => cells),
    [
      ['GGD', 'Zwolle'],
      ['GGD', 'Zwolle'],
      ['CJG', 'Zwolle'],
    ],
  )
})

test('a row that slid to the right goes back, one with an empty first cell does not', () => {
  const suits = (cell: string, column: number) => (column === 1 ? (isMail(cell) ? 1 : -1) : 0)
  const lines = [
    ['GGD', 'a@x.nl'],
    ['', 'CJG', 'b@x.nl'],
    ['', 'c@x.nl'],
  ].map((cells, at) => ({ line: at + 1, cells }))
  assert.deepEqual(undoShift(lines, 2, suits), [
    { line: 1, cells: ['GGD', 'a@x.nl'], by: 0 },
    { line: 2, cells: ['CJG', 'b@x.nl'], by: 1 },
    { line: 3, cells: ['', 'c@x.nl'], by: 0 },
  ])
})
