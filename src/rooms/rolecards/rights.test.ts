import assert from 'node:assert/strict'
import { test } from 'node:test'
import { sql } from 'drizzle-orm'
import { rowsOf } from '#kit/db/database.ts'
import { colleagues } from '#rooms/people/door.ts'
import { roles } from '#rooms/trade/door.ts'
import { freshDatabase } from '#test/engine.ts'
import { usual } from './content/cards.ts'
import { forAll, rights } from './content/rights.ts'
import { rightsOf } from './rules.ts'
import { words } from './words/words.ts'

const staff: readonly string[] = colleagues
const named = (ids: readonly string[]) => [...new Set(ids.filter((id) => staff.includes(id)))].toSorted().join(' ')

/** “these roles: this table”, for every list of roles in a policy for members. */
async function opened(): Promise<string[]> {
  const db = await freshDatabase()
  const policies = await rowsOf<{ name: string; test: string }>(
    db.resting,
    sql`select tablename as name, concat_ws(' ', qual, with_check) as test from pg_policies
      where schemaname = 'public' and permissive = 'PERMISSIVE' and roles @> array['house_member'::name]`,
  )
  assert.ok(policies.length > 200, 'the database was looked at')
  const found = policies.flatMap(({ name, test: text }) =>
    [...text.matchAll(/ARRAY\[([^\]]*)\]/g)].map(([, list = '']) => {
      const ids = [...list.matchAll(/'([a-z_]+)'/g)].map(([, id]) => id ?? '')
      return { name, ids: named(ids) }
    }),
  )
  const some = found.filter(({ ids }) => ids !== '' && ids !== named(forAll.roles))
  return [...new Set(some.map(({ ids, name }) => `${name}: ${ids}`))].toSorted()
}

test('what stands on a card is what the policies open, table by table', async () => {
  const told = rights.flatMap(({ roles: who, tables }) => tables.map((table) => `${table}: ${named(who)}`))
  assert.deepEqual(
    [...new Set(told)].toSorted(),
    await opened(),
    'a policy that opens a table to some roles: name the table with those roles in rolecards/content/rights.ts',
  )
})

test('every role that works at a school has a card in both languages, and nobody else', () => {
  assert.deepEqual(Object.keys(usual).toSorted(), staff.toSorted())
  for (const id of Object.keys(usual)) {
    assert.ok(roles.some((role) => role.id === id))
    for (const language of ['nl', 'en'] as const)
      for (const text of Object.values(usual[id]![language])) assert.match(text, /^[A-Z].{10,140}\.$/)
  }
})

test('each right is said in both languages, and each role has what everybody has first', () => {
  for (const role of staff) {
    assert.equal(rightsOf(role)[0], 'all')
    for (const right of rightsOf(role)) assert.ok(words.in('nl')[`right.${right}`] && words.in('en')[`right.${right}`])
  }
  assert.deepEqual(rightsOf('vertrouwenspersoon'), ['all'])
  assert.deepEqual(rightsOf('leerkracht'), ['all', 'ownGroup'])
  assert.ok(rightsOf('ib').includes('tandem') && !rightsOf('administratie').includes('tandem'))
  assert.deepEqual(rightsOf('mr'), [])
})
