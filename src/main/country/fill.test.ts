import assert from 'node:assert/strict'
import { test } from 'node:test'
import { sql } from 'drizzle-orm'
import { recognise } from '#kit/db/actor.ts'
import { actingAs, actingAsKeeper, type Database, rowsOf } from '#kit/db/database.ts'
import { freshDatabase } from '#test/engine.ts'
import { somebody } from '#test/small-town.ts'
import { fillCountry } from './fill.ts'

const today = '2026-11-21'
const fill = (db: Database, schools: number, more: { seed?: number; stopped?: () => boolean } = {}) =>
  fillCountry({
    ...{ asKeeper: (work) => actingAsKeeper(db, work), today, seed: 1, schools, stopped: () => false },
    ...{ report: () => {}, ...more },
  })

/** All that is in a table, without what the list of schools and the clock differ in from one filling to the next. */
const contentOf = async (db: Database, table: string) => {
  const [row] = await actingAsKeeper(db, (tx) =>
    rowsOf<{ many: number; digest: string | null }>(
      tx,
      sql`select count(*)::int as many, md5(string_agg(text, E'\n' order by text)) as digest from (
        select (to_jsonb(t) - 'school_id' - 'organisation_id' - 'noted_by' - 'created_at' - 'updated_at')::text as text
        from ${sql.identifier(table)} t) rows`,
    ),
  )
  return row!
}
const tables = ['people', 'memberships', 'groups', 'group_teachers', 'spaces', 'bell_times', 'relations', 'reasons']
const more = ['faces', 'presences', 'answers', 'profiles', 'routes', 'requests', 'request_moments', 'request_links']
const contents = async (db: Database) =>
  Object.fromEntries(await Promise.all([...tables, ...more].map(async (table) => [table, await contentOf(db, table)])))

const countOf = async (db: Database, query: ReturnType<typeof sql>) =>
  Number((await actingAsKeeper(db, (tx) => rowsOf<{ n: number }>(tx, query)))[0]?.n)

test('the same seed makes the same country, in one go or in two; each school is whole and its chain holds', async () => {
  const [once, twice] = [await freshDatabase(), await freshDatabase()]
  assert.deepEqual(await fill(once, 6).then(({ ok }) => ok), true)
  await fill(twice, 2)
  const second = await fill(twice, 6)
  assert.ok(second.ok && second.already === 2 && second.schools === 4)
  const made = await contents(once)
  assert.deepEqual(await contents(twice), made)
  for (const table of [...tables, ...more]) assert.ok(made[table].many > 0, `${table} is empty`)

  const perSchool = await countOf(
    once,
    sql`select min(many) as n from (select count(*) as many from relations group by school_id) s`,
  )
  assert.ok(perSchool >= 24, String(perSchool))
  assert.equal(await countOf(once, sql`select count(distinct school_id) as n from relations`), 6)
  const links = await actingAsKeeper(once, (tx) =>
    rowsOf<{ school: string; broken: unknown; many: number }>(
      tx,
      sql`select h.school_id as school, house_trail_broken_at(h.school_id) as broken,
        (select count(*)::int from trail t where t.school_id = h.school_id) as many from trail_heads h`,
    ),
  )
  assert.ok(links.length >= 6 && links.every(({ broken, many }) => broken === null && many === 1))
})

test('another seed makes another country', async () => {
  const [one, two] = [await freshDatabase(), await freshDatabase()]
  await fill(one, 1)
  await fill(two, 1, { seed: 2 })
  assert.notEqual((await contentOf(one, 'people')).digest, (await contentOf(two, 'people')).digest)
})

test('whoever stops it finds whole schools, and nothing of the next', async () => {
  const db = await freshDatabase()
  let asked = 0
  // The first area has thirteen schools; asked again before the second stretch, it stops.
  const filled = await fill(db, 40, { stopped: () => ++asked > 1 })
  assert.ok(filled.ok && filled.schools > 0 && filled.schools < 40)
  assert.equal(await countOf(db, sql`select count(distinct school_id) as n from routes`), filled.schools)
})

test('a database in which people work is not filled, nor one with a country of another seed', async () => {
  const db = await freshDatabase()
  await fill(db, 1)
  assert.deepEqual(await fill(db, 2, { seed: 7 }), { ok: false, because: 'others' })
  const school = (
    await actingAsKeeper(db, (tx) => rowsOf<{ id: string }>(tx, sql`select school_id as id from groups`))
  )[0]!
  await somebody(db, school.id, 'Hanna Hoofd', ['directeur'])
  assert.deepEqual(await fill(db, 2), { ok: false, because: 'others' })
})

test('what somebody then does is a link like any other, after the one that tells of the filling', async () => {
  const db = await freshDatabase()
  await fill(db, 1)
  const [head] = await actingAsKeeper(db, (tx) =>
    rowsOf<{ person: string; school: string }>(
      tx,
      sql`select m.person_id as person, m.organisation_id as school from memberships m where 'directeur' = any(m.roles)`,
    ),
  )
  const me = recognise({ accountId: '', personId: head!.person, organisationId: head!.school, roles: ['directeur'] })
  await actingAs(db, me, (tx) => tx.execute(sql`update groups set pupils = 12`))
  const deeds = await actingAsKeeper(db, (tx) =>
    rowsOf<{ deed: string; table_name: string }>(
      tx,
      sql`select deed, table_name from trail where school_id = ${me.organisationId} order by seq`,
    ),
  )
  assert.deepEqual(deeds[0], { deed: 'insert', table_name: '(country)' })
  assert.deepEqual(deeds[1], { deed: 'update', table_name: 'groups' })
  const [{ broken } = { broken: 0 }] = await actingAsKeeper(db, (tx) =>
    rowsOf<{ broken: unknown }>(tx, sql`select house_trail_broken_at(${me.organisationId}) as broken`),
  )
  assert.equal(broken, null)
})
