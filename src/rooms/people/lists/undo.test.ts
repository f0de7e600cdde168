import assert from 'node:assert/strict'
import { test } from 'node:test'
import { eq, sql } from 'drizzle-orm'
import { actingAs, actingAsKeeper, rowsOf } from '#kit/db/database.ts'
import { readPasted } from '#kit/sheet/read.ts'
import { startTakeover } from '#rooms/takeovers/door.ts'
import { takeoverWorker, workers as takeoverWorkers } from '#rooms/takeovers/jobs.ts'
import { tellTakeover } from '#rooms/takeovers/queries.ts'
import { undoTakeover } from '#rooms/takeovers/undo/actions.ts'
import { atWork, workAll } from '#test/at-work.ts'
import { aSmallTown } from '#test/small-town.ts'
import { addGroup } from '../actions.ts'
import { readStaff } from '../import/staff.ts'
import { proposeStaff } from '../import/staffcolumns.ts'
import { colleaguesOf } from '../queries.ts'
import { people } from '../tables.ts'
import { staffTaker } from './actions.ts'
import { staffRows } from './rules.ts'

type Town = Awaited<ReturnType<typeof aSmallTown>>
const today = '2026-11-21'
const team = `Naam\tFunctie\tDagen\tMail\tVervanger
Ans van Dam\tleerkracht\tma di\tans@school.example\tBo Smit
Bo Smit\tleerkracht\two do\tbo@school.example\tAns van Dam
Ineke Begeleider\ttaalcoördinator\tma\t\tBo Smit
`

async function bring({ db, head }: Town, text: string) {
  const reading = await readPasted(text)
  assert.ok(reading.ok && reading.sheets[0])
  const rows = staffRows(readStaff(reading.sheets[0], proposeStaff(reading.sheets[0])).good)
  const started = await actingAs(db, head, (tx) =>
    startTakeover(tx, head, staffTaker, { rows, source: 'lijst', today }),
  )
  assert.ok(started.ok)
  return started
}
const here = ({ db, head }: Town) => actingAs(db, head, (tx) => colleaguesOf(tx, head.organisationId, today))
const all = ({ db }: Town) =>
  actingAsKeeper(db, (tx) =>
    rowsOf<{ row: string }>(
      tx,
      sql`select to_jsonb(p)::text as row from people p union all select to_jsonb(m)::text from memberships m order by 1`,
    ),
  )
const undo = ({ db, head }: Town, id: string) => actingAs(db, head, (tx) => undoTakeover(tx, head, id))
const work = ({ db }: Town) =>
  workAll(db, { ...takeoverWorkers(atWork(db)), ...takeoverWorker(atWork(db), staffTaker) })

test('a team list comes in with who stands in for whom, also both ways, and goes out without a trace', async () => {
  const town = await aSmallTown()
  const was = await all(town)
  const { id, added, completed } = await bring(town, team)
  assert.deepEqual([added, completed], [2, 1])
  const deputies = Object.fromEntries((await here(town)).map(({ name, deputy }) => [name, deputy]))
  assert.equal(deputies['Ans van Dam'], 'Bo Smit')
  assert.equal(deputies['Bo Smit'], 'Ans van Dam')
  assert.equal(deputies['Ineke Begeleider'], 'Bo Smit')
  assert.deepEqual(await undo(town, id), { ok: true })
  assert.deepEqual(await all(town), was)
})

test('who was given a group since stays, and her colleague of the same list goes', async () => {
  const town = await aSmallTown()
  const { db, head } = town
  const { id } = await bring(town, team)
  const ans = (await here(town)).find(({ name }) => name === 'Ans van Dam')!
  await actingAs(db, head, (tx) => addGroup(tx, head, { name: '3', years: [3], pupils: 20, teachers: [ans.personId] }))
  await undo(town, id)
  const names = (await here(town)).map(({ name }) => name)
  assert.ok(names.includes('Ans van Dam') && !names.includes('Bo Smit'))
  const told = await actingAs(db, head, (tx) => tellTakeover(tx, head.organisationId, id))
  assert.deepEqual(
    told?.rows.map(({ name, because }) => [name, because]),
    [['Ans van Dam', 'used']],
  )
})

test('who signed in since is not taken away', async () => {
  const town = await aSmallTown()
  const { id } = await bring(town, team)
  await actingAsKeeper(town.db, (tx) => tx.update(people).set({ accountId: 'bo' }).where(eq(people.name, 'Bo Smit')))
  await undo(town, id)
  assert.ok((await here(town)).some(({ name }) => name === 'Bo Smit'))
})

test('a long team list comes in in the background, and twice the same list brings nobody twice', async () => {
  const town = await aSmallTown()
  const surnames = [...'ABCDEFGHIJKLMNOPQRSTUVWXYZ'].flatMap((one) => [`${one}akker`, `${one}eerd`])
  const text = `Naam\tFunctie\n${surnames.map((surname) => `Jo ${surname}\tleerkracht`).join('\n')}\n`
  const [first, second] = [await bring(town, text), await bring(town, text)]
  assert.deepEqual([first.finished, second.finished], [false, false])
  await work(town)
  assert.equal((await here(town)).length, 3 + 52)
  await undo(town, second.id)
  await work(town)
  assert.equal((await here(town)).length, 3 + 52, 'the second only found them there')
  await undo(town, first.id)
  await work(town)
  assert.equal((await here(town)).length, 3)
})

test('a stand-in who is not found is told', async () => {
  const town = await aSmallTown()
  const { id } = await bring(town, 'Naam\tFunctie\tVervanger\nAns van Dam\tleerkracht\tPetra\n')
  const told = await actingAs(town.db, town.head, (tx) => tellTakeover(tx, town.school, id))
  assert.deepEqual(told?.rows, [{ name: 'Ans van Dam – Petra', because: 'no-such-deputy', undone: null }])
})
