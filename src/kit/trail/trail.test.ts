import assert from 'node:assert/strict'
import { test } from 'node:test'
import { sql } from 'drizzle-orm'
import { actingAs, actingAsKeeper, type Database, rowsOf } from '#kit/db/database.ts'
import { aSmallTown } from '#test/small-town.ts'

const brokenAt = async (db: Database, school: string) => {
  const [row] = await actingAsKeeper(db, (tx) =>
    rowsOf<{ at: string | number | null }>(tx, sql`select house_trail_broken_at(${school}) as at`),
  )
  return row?.at === null ? null : Number(row?.at)
}
const links = (db: Database, school: string) =>
  actingAsKeeper(db, (tx) =>
    rowsOf<{ seq: number; deed: string; table_name: string; person_id: string | null }>(
      tx,
      sql`select seq::int, deed, table_name, person_id from trail where school_id = ${school} order by seq`,
    ),
  )

test('every write of a school is a link, with who did it, and the chain holds', async () => {
  const { db, head } = await aSmallTown()
  const before = (await links(db, head.organisationId)).length
  await actingAs(db, head, (tx) =>
    tx.execute(sql`insert into spaces (school_id, name) values (${head.organisationId}, 'Spreekkamer')`),
  )
  await actingAs(db, head, (tx) => tx.execute(sql`update spaces set note = 'boven' where name = 'Spreekkamer'`))
  await actingAs(db, head, (tx) => tx.execute(sql`delete from spaces where name = 'Spreekkamer'`))
  const added = (await links(db, head.organisationId)).slice(before)
  assert.deepEqual(
    added.map(({ deed, table_name, person_id }) => [deed, table_name, person_id]),
    ['insert', 'update', 'delete'].map((deed) => [deed, 'spaces', head.personId]),
  )
  assert.equal(await brokenAt(db, head.organisationId), null)
})

test('what was rolled back left no link', async () => {
  const { db, head } = await aSmallTown()
  const before = (await links(db, head.organisationId)).length
  const failing = actingAs(db, head, async (tx) => {
    await tx.execute(sql`insert into spaces (school_id, name) values (${head.organisationId}, 'Nooit')`)
    throw new Error('after all not')
  })
  await assert.rejects(failing, /after all not/)
  assert.equal((await links(db, head.organisationId)).length, before)
})

test('contents can be erased and the chain still verifies; a rewritten link is found', async () => {
  const { db, head, asOwner } = await aSmallTown()
  const school = head.organisationId
  await actingAs(db, head, (tx) =>
    tx.execute(sql`insert into spaces (school_id, name) values (${school}, 'Ouderkamer')`),
  )
  await actingAsKeeper(db, (tx) =>
    tx.execute(sql`update trail set contents = null where school_id = ${school} and seq = 1`),
  )
  assert.equal(await brokenAt(db, school), null)

  await assert.rejects(() =>
    actingAsKeeper(db, (tx) => tx.execute(sql`update trail set person_id = null where school_id = ${school}`)),
  )
  await assert.rejects(() => actingAs(db, head, (tx) => tx.execute(sql`delete from trail where school_id = ${school}`)))
  await asOwner(sql`update trail set person_id = gen_random_uuid() where school_id = ${school} and seq = 2`)
  assert.equal(await brokenAt(db, school), 2)
})

test('the neighbour school sees nothing of our trail', async () => {
  const { db, head, neighbour } = await aSmallTown()
  await actingAs(db, head, (tx) =>
    tx.execute(sql`insert into spaces (school_id, name) values (${head.organisationId}, 'Spreekkamer')`),
  )
  const asked = (me: typeof head) =>
    actingAs(db, me, (tx) =>
      rowsOf<{ newest: number; ids: number }>(
        tx,
        sql`select house_newest_link(${head.organisationId})::int as newest,
          (select count(*)::int from house_mentions(${head.organisationId}, 0)) as ids`,
      ),
    )
  assert.deepEqual(await asked(neighbour), [{ newest: 0, ids: 0 }])
  const [ours] = await asked(head)
  assert.ok(ours!.newest > 0 && ours!.ids > 0)
})

// In it stands every row as it was written: also what one colleague asked another, who leaves, and a vote that was open.
test('no member reads the trail, for there she would read what she may not see elsewhere', async () => {
  const { db, head, teacher, ib, therapist } = await aSmallTown()
  for (const me of [head, teacher, ib, therapist])
    for (const table of [sql`trail`, sql`trail_heads`])
      await assert.rejects(
        actingAs(db, me, (tx) => rowsOf(tx, sql`select * from ${table}`)),
        (error: Error & { cause?: { code?: string } }) => error.cause?.code === '42501',
      )
})

// A box of votes with totals only writes none: its steps would tell who voted what.
test('every table of a school writes its trail', async () => {
  const { db } = await aSmallTown()
  const silent = await actingAsKeeper(db, (tx) =>
    rowsOf(
      tx,
      sql`select c.relname from pg_class c join pg_namespace n on n.oid = c.relnamespace and n.nspname = 'public'
      where c.relkind = 'r' and c.relname not in ('trail', 'trail_heads', 'takeover_rows', 'poll_boxes')
        and exists (select from pg_attribute a where a.attrelid = c.oid and a.attname = 'school_id')
        and not exists (select from pg_trigger t where t.tgrelid = c.oid and t.tgname = 'house_trail')`,
    ),
  )
  assert.deepEqual(silent, [])
})
