import assert from 'node:assert/strict'
import { test } from 'node:test'
import { sql } from 'drizzle-orm'
import { rowsOf } from '#kit/db/database.ts'
import { hangings, rooms } from '../src/main/rooms.ts'
import { freshDatabase } from './engine.ts'

const db = await freshDatabase()

/** Every column in which a person can stand: it points at people or at who belongs where, or is called after one. */
const columns = () =>
  rowsOf<{ column: string }>(
    db.resting,
    sql`select distinct c.relname || '.' || a.attname as column
        from pg_class c join pg_namespace n on n.oid = c.relnamespace and n.nspname = 'public'
        join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped
        left join pg_constraint k on k.conrelid = c.oid and k.contype = 'f' and a.attnum = any(k.conkey)
          and k.confrelid in ('people'::regclass, 'memberships'::regclass)
        where c.relkind = 'r' and c.relname not in ('trail', 'people', 'memberships')
          and a.attname not in ('school_id', 'organisation_id') and (k.oid is not null or a.attname = 'person_id')
        union all select 'memberships.deputy_id' order by 1`,
  )

test('whatever can hang on a person is handed over with her, or its room says why not', async () => {
  const declared = hangings.kinds.flatMap(({ columns: own }) => own)
  const excused = Object.fromEntries(rooms.flatMap(({ signs = {} }) => Object.entries(signs)))
  const all = (await columns()).map(({ column }) => column)
  assert.ok(all.length > 20, 'the database was looked at')
  assert.deepEqual(
    all.filter((column) => !declared.includes(column) && !excused[column]),
    [],
    'a new column with a person: put it in `hangs` of its room’s nameplate, or in `signs` with the reason',
  )
  for (const [column, why] of Object.entries(excused)) {
    assert.ok(why.length > 10, `${column} is excused with a reason`)
    assert.ok(all.includes(column) || column.endsWith('.face_id'), `${column} is excused and does not exist`)
    assert.ok(!declared.includes(column), `${column} is handed over and excused`)
  }
})

test('every kind has a name in both languages, and one room', () => {
  const kinds = hangings.kinds.map(({ kind }) => kind)
  assert.equal(new Set(kinds).size, kinds.length)
  for (const { kind, name } of hangings.kinds) {
    assert.ok(name('nl') && name('en') && name('nl') !== name('en'), kind)
    assert.ok(
      rooms.some((room) => kind.startsWith(`${room.name}.`)),
      kind,
    )
  }
})

/** Every column that points at somebody outside: a face of a relation. */
const outside = () =>
  rowsOf<{ column: string }>(
    db.resting,
    sql`select distinct c.relname || '.' || a.attname as column
        from pg_class c join pg_namespace n on n.oid = c.relnamespace and n.nspname = 'public'
        join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped
        where c.relkind = 'r' and a.attname = 'face_id' order by 1`,
  )

test('whatever can hang on somebody at a partner goes on with who follows her, or its room says why not', async () => {
  const kinds = hangings.outside.flatMap(({ hangs = [] }) => hangs)
  const declared = kinds.flatMap(({ columns: own }) => own)
  const excused = rooms.flatMap(({ signs = {} }) => Object.keys(signs))
  const all = (await outside()).map(({ column }) => column)
  assert.ok(all.length > 3, 'the database was looked at')
  assert.deepEqual(
    all.filter((column) => !declared.includes(column) && !excused.includes(column)),
    [],
    'a new column with a face: put it in `outside.hangs` of its room’s nameplate, or in `signs` with the reason',
  )
  for (const { kind, name, after, pass } of kinds) {
    assert.ok(name('nl') && name('en') && name('nl') !== name('en'), kind)
    assert.equal(after === 'stays', pass === undefined, kind)
  }
})
