import assert from 'node:assert/strict'
import { before, test } from 'node:test'
import { type SQL, sql } from 'drizzle-orm'
import type { Actor } from '#kit/db/actor.ts'
import { actingAs, actingAsKeeper, rowsOf } from '#kit/db/database.ts'
import { engine } from '#test/engine.ts'
import { aSmallTown } from '#test/small-town.ts'

// Somebody who speaks to the database herself, past every page: the neighbour's head knows the id of a teacher here.

let town: Awaited<ReturnType<typeof aSmallTown>>
let victim: string
before(async () => {
  town = await aSmallTown()
  victim = town.teacher.personId
})

class Done extends Error {
  rows: unknown[]
  constructor(rows: unknown[]) {
    super('rolled back on purpose')
    this.rows = rows
  }
}

/** What the last statement gives, when those before went through; “denied” when the database said no. */
const tried = (me: Actor, ...statements: SQL[]): Promise<unknown[] | 'denied'> =>
  actingAs(town.db, me, async (tx) => {
    let rows: unknown[] = []
    for (const statement of statements) rows = await rowsOf(tx, statement)
    throw new Done(rows)
  }).catch((error: Error & { cause?: { code?: string } }) => {
    if (error instanceof Done) return error.rows
    if (error.cause?.code === '42501') return 'denied' as const
    throw error
  })

const herNumber = () => sql`select name, phone from people where id = ${victim}`

test(`nobody draws a stranger into her own school to read her number (${engine})`, async () => {
  const { neighbour, other } = town
  const drawIn = sql`insert into memberships (organisation_id, person_id, roles, days) values (${other}, ${victim}, '{mr}', '{}')`
  assert.equal(await tried(neighbour, drawIn, herNumber()), 'denied')
  const become = sql`update memberships set person_id = ${victim} where organisation_id = ${other}`
  assert.equal(await tried(neighbour, become, herNumber()), 'denied')
})

test('a line is held by our own people, and tied to an organisation by the partner only', async () => {
  const { neighbour, other, partner } = town
  const line = (fields: SQL, values: SQL) =>
    sql`insert into relations (school_id, name, levels, ${fields}) values (${other}, 'X', '{}', ${values}) returning 1`
  assert.equal((await tried(neighbour, line(sql`owner_id`, sql`${neighbour.personId}`))).length, 1)
  assert.equal(await tried(neighbour, line(sql`owner_id`, sql`${victim}`)), 'denied')
  assert.equal(await tried(neighbour, line(sql`deputy_id`, sql`${victim}`)), 'denied')
  for (const organisation of [other, partner])
    assert.equal(await tried(neighbour, line(sql`organisation_id`, sql`${organisation}`)), 'denied')
  const own = line(sql`place`, sql`'Y'`)
  assert.equal((await tried(neighbour, own, sql`update relations set place = 'Z' returning 1`)).length, 1)
  assert.equal(await tried(neighbour, own, sql`update relations set owner_id = ${victim}`), 'denied')
  assert.equal(await tried(neighbour, own, sql`update relations set organisation_id = ${other}`), 'denied')
})

test('nobody invites somebody else’s people', async () => {
  const { neighbour, other, head, school } = town
  const letter = (from: string) =>
    sql`insert into invitations (organisation_id, person_id, mail, token_digest, expires_at)
      values (${from}, ${victim}, 'a@b.example', 'x', now() + interval '1 day') returning 1`
  assert.equal(await tried(neighbour, letter(other)), 'denied')
  assert.equal((await tried(head, letter(school))).length, 1)
})

test('an organisation says how to reach it, not what it is', async () => {
  const { therapist, partner, neighbour, other, board, teacher } = town
  const say = (what: SQL, of: string) => sql`update organisations set ${what} where id = ${of} returning 1`
  assert.equal((await tried(therapist, say(sql`phone = '1', website = 'https://x.example'`, partner))).length, 1)
  for (const lie of [sql`kind = 'board'`, sql`code = 'board:1'`, sql`source = 'duo'`, sql`typed_by = 'x'`])
    assert.equal(await tried(therapist, say(lie, partner)), 'denied')
  assert.equal(await tried(neighbour, say(sql`board_id = ${other}`, other)), 'denied')
  const typed = (field: SQL, value: SQL) => sql`insert into organisations (kind, name, source, typed_by, ${field})
    values ('school', 'Vals', 'typed', ${teacher.accountId}, ${value}) returning 1`
  assert.equal((await tried(teacher, typed(sql`place`, sql`'Veen'`))).length, 1)
  assert.equal(await tried(teacher, typed(sql`code`, sql`'99ZZ00'`)), 'denied')
  assert.equal(await tried(teacher, typed(sql`board_id`, sql`${board}`)), 'denied')
})

test('no row is moved to another school, person or account', async () => {
  const frozen = await actingAsKeeper(town.db, (tx) =>
    rowsOf<{ name: string }>(
      tx,
      sql`select c.relname || '.' || a.attname as name from pg_class c join pg_namespace n on n.oid = c.relnamespace
        join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped
        where c.relkind = 'r' and n.nspname = 'public' and has_column_privilege('house_member', c.oid, a.attnum, 'update')
        and a.attname in ('id', 'school_id', 'organisation_id', 'person_id', 'account_id', 'noted_by')`,
    ),
  )
  assert.deepEqual(frozen, [])
  const moved = sql`update people set noted_by = ${town.other} where id = ${victim} returning 1`
  assert.equal(await tried(town.teacher, moved), 'denied')
})

test('nobody forges a link in another school’s chain with a table of her own', async () => {
  const forged = await tried(
    town.neighbour,
    sql`create temporary table forgery (school_id uuid primary key, id text)`,
    sql`create trigger forge after insert on forgery for each row execute function house_trail()`,
    sql`insert into forgery values (${town.school}, 'forged') returning 1`,
  )
  assert.equal(forged, 'denied')
})

test('nobody states a fact of another school with a table of her own', async () => {
  await actingAsKeeper(town.db, (tx) =>
    tx.execute(sql`insert into webhooks (organisation_id, person_id, name, address, events)
      values (${town.school}, ${town.head.personId}, 'x', 'https://x.example', '{}')`),
  )
  const stated = await tried(
    town.neighbour,
    sql`create temporary table request_moments (school_id uuid, id uuid)`,
    sql`create trigger state after insert on request_moments for each row execute function house_fact()`,
    sql`insert into pg_temp.request_moments values (${town.school}, ${crypto.randomUUID()}) returning 1`,
  )
  assert.equal(stated, 'denied')
})
