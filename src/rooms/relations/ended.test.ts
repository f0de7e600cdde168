import assert from 'node:assert/strict'
import { test } from 'node:test'
import { sql } from 'drizzle-orm'
import { actingAs, actingAsKeeper, rowsOf, type Tx } from '#kit/db/database.ts'
import { engine } from '#test/engine.ts'
import { aSmallTown } from '#test/small-town.ts'

test(`a partner sees a line until its last day, and nothing of it after that (${engine})`, async () => {
  const { db, school, partner, head, teacher, therapist } = await aSmallTown()
  const [line] = await actingAsKeeper(db, (tx) =>
    rowsOf<{ id: string }>(
      tx,
      sql`insert into relations (school_id, organisation_id, name, levels, owner_id) values (${school}, ${partner}, 'Spraakwater', '{pupil}', ${teacher.personId}) returning id`,
    ),
  )
  await actingAsKeeper(db, async (tx) => {
    await tx.execute(
      sql`insert into faces (school_id, relation_id, rank, name, days, source) values (${school}, ${line!.id}, 0, 'Lotte', '{1}', 'test')`,
    )
    await tx.execute(
      sql`insert into presences (school_id, relation_id, weekday, "from", until) values (${school}, ${line!.id}, 1, '09:00', '10:00')`,
    )
  })
  const count = async (tx: Tx, table: string, where = sql`true`) =>
    (await rowsOf(tx, sql`select 1 from ${sql.identifier(table)} where ${where}`)).length
  const seen = (who: typeof therapist) =>
    actingAs(db, who, async (tx) => [
      await count(tx, 'relations'),
      await count(tx, 'faces'),
      await count(tx, 'presences'),
      await count(tx, 'people', sql`id = ${teacher.personId}`),
    ])
  const ends = (day: string) =>
    actingAsKeeper(db, (tx) => tx.execute(sql`update relations set until = ${sql.raw(day)} where id = ${line!.id}`))
  assert.deepEqual(await seen(therapist), [1, 1, 1, 1])
  await ends('current_date')
  assert.deepEqual(await seen(therapist), [1, 1, 1, 1])
  await ends('current_date - 1')
  assert.deepEqual(await seen(therapist), [0, 0, 0, 0])
  assert.deepEqual(await seen(head), [1, 1, 1, 1])
  const tends = await actingAs(db, therapist, (tx) =>
    rowsOf(tx, sql`update presences set until = '11:00' where relation_id = ${line!.id} returning 1`),
  )
  assert.equal(tends.length, 0)
})
