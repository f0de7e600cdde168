import assert from 'node:assert/strict'
import { test } from 'node:test'
import { type SQL, sql } from 'drizzle-orm'
import { actingAsKeeper, rowsOf } from '#kit/db/database.ts'
import { db, ids, who } from '../trial.test.ts'
import { remind, tell } from './actions.ts'

/** Whoever left the school or the partner gets no letter any more: not what is asked, not who asked it, not a link. */
const house = { baseUrl: 'https://huis.example' }
const now = new Date()
const put = (statement: SQL) => actingAsKeeper(db, (tx) => tx.execute(statement))
const written = async (deed: () => Promise<unknown>): Promise<string[]> => {
  await put(sql`delete from outbox`)
  await deed()
  const rows = await actingAsKeeper(db, (tx) =>
    rowsOf<{ to: string }>(tx, sql`select payload ->> 'to' as to from outbox where kind = 'mail' order by 1`),
  )
  return rows.map(({ to }) => to)
}
const last = (name: string, day: SQL) =>
  put(sql`update memberships set until = ${day} where person_id = ${who[name]!.personId}`)
const about = (id: string, to: 'asking' | 'asked') => () =>
  actingAsKeeper(db, (tx) => tell(tx, house, { schoolId: ids.school, id, about: 'note', to }, now))

await put(sql`update people set mail = replace(name, ' ', '.') || '@s.example'`)

test('a colleague who left is asked and reminded of nothing', async () => {
  const reminder = () =>
    actingAsKeeper(db, (tx) => remind(tx, house, { schoolId: ids.school, id: ids.toColleague, to: 'asked' }, now))
  assert.deepEqual(await written(about(ids.toColleague, 'asked')), ['asked@s.example'])
  await last('asked', sql`current_date - 1`)
  assert.deepEqual(await written(about(ids.toColleague, 'asked')), [])
  assert.deepEqual(await written(reminder), [])
  await last('asked', sql`null`)
})

test('an answer goes to who asked, and when she left to who holds the line', async () => {
  assert.deepEqual(await written(about(ids.toPartner, 'asking')), ['asker@s.example'])
  await last('asker', sql`current_date - 1`)
  assert.deepEqual(await written(about(ids.toPartner, 'asking')), ['holder@s.example'])
  await last('holder', sql`current_date - 1`)
  assert.deepEqual(await written(about(ids.toPartner, 'asking')), [])
})

test('who spoke for a partner and left is written to no more', async () => {
  assert.deepEqual(await written(about(ids.toPartner, 'asked')), ['partner@s.example'])
  await last('partner', sql`current_date - 1`)
  assert.deepEqual(await written(about(ids.toPartner, 'asked')), [])
})
