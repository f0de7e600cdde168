import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { test } from 'node:test'
import { actingAs } from '#kit/db/database.ts'
import { readSheet } from '#kit/sheet/read.ts'
import { relations } from '#rooms/relations/door.ts'
import { startTakeover } from '#rooms/takeovers/door.ts'
import { aSmallTown } from '#test/small-town.ts'
import { partnerTaker } from './actions.ts'
import { besideList } from './queries.ts'
import { fullestSheet, keepOf, layBeside, mappingOf, takingsOf } from './rules.ts'

// Made by somebody who had not seen the importer. EXPECT.md beside them: 20 + 12 − 3 = 29 different partners.
const files = ['Externe contacten.xlsx', 'oud lijstje partners.txt'] as const
const folder = join(import.meta.dirname, '../../../../test/material/van-een-ander')
const today = '2026-11-21'

type Town = Awaited<ReturnType<typeof aSmallTown>>

/** With nothing changed of what the pages propose. */
async function bring({ db, head }: Town, file: string) {
  const reading = await readSheet(new Uint8Array(readFileSync(join(folder, file))), file)
  assert.ok(reading.ok)
  const kept = keepOf(file, reading.sheets)
  assert.ok(kept)
  const sheet = fullestSheet(kept.sheets)
  return actingAs(db, head, async (tx) => {
    const beside = await besideList(tx, head.organisationId, today)
    const preview = layBeside({ kept, sheet, mapping: mappingOf(kept, sheet), beside })
    const rows = takingsOf(preview, new Map(), 'lijst')
    await startTakeover(tx, head, partnerTaker, { rows, source: 'lijst', today })
    return preview
  })
}
const linesOf = ({ db, head }: Town) => actingAs(db, head, (tx) => tx.select().from(relations))

for (const order of [files, files.toReversed()])
  test(`twenty-nine partners from two lists, ${order[0]} first`, async () => {
    const town = await aSmallTown()
    for (const file of order) await bring(town, file)
    assert.equal((await linesOf(town)).length, 29)
    for (const file of order) await bring(town, file)
    assert.equal((await linesOf(town)).length, 29, 'and the same lists once more add none')
  })

test('until when a line lasts is read; when they last spoke is said to be left out, line by line', async () => {
  const town = await aSmallTown()
  const { read } = await bring(town, files[0])
  const until = Object.fromEntries((await linesOf(town)).map((line) => [line.name, line.until]))
  assert.equal(until['Samenwerkingsverband PO Kwarrelstreek'], '2027-07-31')
  assert.equal(until['KDV + BSO Het Hommelhuis'], '2030-07-31')
  assert.equal(until['Theater De Kromme Coulisse'], '2027-07-01')
  assert.equal(until['Zwembad De Plonsput'], null, '31-8-2026 is past: the line is not ended for somebody')
  const told = (because: string) => read.notes.filter((note) => note.because === because)
  assert.deepEqual(
    told('ended-already').map(({ line, value }) => [line, value]),
    [[21, '2026-08-31']],
  )
  assert.deepEqual(
    told('day-unclear').map(({ line, value }) => [line, value]),
    [[12, 'einde schooljaar']],
  )
  assert.deepEqual(
    told('not-taken').map(({ line }) => line),
    [5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 17, 18, 19, 20, 21, 22, 23, 24, 25].filter((line) => line !== 16),
  )
})
