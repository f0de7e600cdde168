import assert from 'node:assert/strict'
import { before, test } from 'node:test'
import { type SQL, sql } from 'drizzle-orm'
import type { Actor } from '#kit/db/actor.ts'
import { actingAs, actingAsGuest, actingAsKeeper, rowsOf } from '#kit/db/database.ts'
import { aSmallTown, somebody } from '#test/small-town.ts'

let town: Awaited<ReturnType<typeof aSmallTown>>
let admin: Actor
/** Of the culture coordinator, and of the teacher. */
const lists: Record<'coordinator' | 'teacher', string> = { coordinator: '', teacher: '' }
let coordinator: Actor

before(async () => {
  town = await aSmallTown()
  admin = await somebody(town.db, town.school, 'Ada Administratie', ['administratie'])
  coordinator = await somebody(town.db, town.school, 'Cor Cultuur', ['cultuurcoordinator'])
  lists.coordinator = await make(coordinator)
  lists.teacher = await make(town.teacher)
})

const insert = ({ personId, accountId }: Actor, school: string, more: SQL = sql``) => sql`
  insert into takeovers (school_id, person_id, account_id, kind, source, total) values
  (${school}, ${personId}, ${accountId}, 'partners', 'lijst', 1) ${more}`

const make = (me: Actor) =>
  actingAs(town.db, me, async (tx) => {
    const [row] = await rowsOf<{ id: string }>(tx, insert(me, me.organisationId, sql`returning id`))
    await tx.execute(
      sql`insert into takeover_rows (school_id, takeover_id, at, name) values (${me.organisationId}, ${row!.id}, 0, 'Bieb')`,
    )
    return row!.id
  })

class Done extends Error {
  count: number
  constructor(count: number) {
    super('rolled back on purpose')
    this.count = count
  }
}

/** How many rows it reached, or “denied”. */
const tried = (me: Actor, statement: SQL) =>
  actingAs(town.db, me, async (tx) => {
    throw new Done((await rowsOf(tx, statement)).length)
  }).catch((error: Error & { cause?: { code?: string } }) => {
    if (error instanceof Done) return error.count
    if (error.cause?.code === '42501') return 'denied' as const
    throw error
  })

const everyone = () => ({ ...town, admin, coordinator })
const seen = async (statement: SQL) =>
  Object.fromEntries(
    await Promise.all(
      (['head', 'admin', 'coordinator', 'teacher', 'ib', 'neighbour', 'therapist', 'trustee'] as const).map(
        async (who) => [who, await tried(everyone()[who], statement)] as const,
      ),
    ),
  )

test('one sees one’s own lists, who runs the school all of them, nobody else any', async () => {
  const expected = { head: 2, admin: 2, coordinator: 1, teacher: 1, ib: 0, neighbour: 0, therapist: 0, trustee: 0 }
  assert.deepEqual(await seen(sql`select id from takeovers`), expected)
  assert.deepEqual(await seen(sql`select at from takeover_rows`), expected)
})

test('the same may go on with it, stop it and take it back', async () => {
  const expected = { head: 2, admin: 2, coordinator: 1, teacher: 1, ib: 0, neighbour: 0, therapist: 0, trustee: 0 }
  assert.deepEqual(await seen(sql`update takeovers set stopped_at = now() returning 1`), expected)
  assert.deepEqual(await seen(sql`update takeover_rows set name = 'x' returning 1`), expected)
})

test('nobody takes a list over, or back, in another’s name', async () => {
  const { head, teacher, neighbour, school } = everyone()
  assert.equal(await tried(teacher, insert(head, school, sql`returning 1`)), 'denied')
  assert.equal(await tried(neighbour, insert(neighbour, school, sql`returning 1`)), 'denied')
  const asHead = sql`update takeovers set undo_by = ${head.personId}, undo_account = ${head.accountId} returning 1`
  assert.equal(await tried(teacher, asHead), 'denied')
  assert.equal(await tried(head, asHead), 2)
  const halfHead = sql`update takeovers set undo_by = ${teacher.personId}, undo_account = ${head.accountId} returning 1`
  assert.equal(await tried(teacher, halfHead), 'denied')
  for (const column of [sql`person_id = ${head.personId}`, sql`account_id = ${head.accountId}`])
    assert.equal(await tried(teacher, sql`update takeovers set ${column} returning 1`), 'denied')
})

test('nobody puts rows in another’s list, not even who may stop it', async () => {
  const { head, neighbour, school } = everyone()
  const row = sql`insert into takeover_rows (school_id, takeover_id, at, name) values (${school}, ${lists.coordinator}, 9, 'x') returning 1`
  assert.equal(await tried(coordinator, row), 1)
  assert.equal(await tried(head, row), 'denied')
  assert.equal(await tried(neighbour, row), 'denied')
})

test('no member removes one; the keeper does', async () => {
  assert.deepEqual(
    await seen(sql`delete from takeovers returning 1`),
    Object.fromEntries(
      ['head', 'admin', 'coordinator', 'teacher', 'ib', 'neighbour', 'therapist', 'trustee'].map((who) => [who, 0]),
    ),
  )
  const gone = await actingAsKeeper(town.db, (tx) =>
    rowsOf(tx, sql`delete from takeovers where id = ${lists.teacher} returning 1`),
  )
  assert.equal(gone.length, 1)
})

test('a guest sees none of it', async () => {
  for (const table of ['takeovers', 'takeover_rows'])
    await assert.rejects(actingAsGuest(town.db, 'key', (tx) => rowsOf(tx, sql`select from ${sql.identifier(table)}`)))
})
