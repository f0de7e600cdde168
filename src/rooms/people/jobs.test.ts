import assert from 'node:assert/strict'
import { test } from 'node:test'
import { eq, inArray, sql } from 'drizzle-orm'
import type { Actor } from '#kit/db/actor.ts'
import { actingAs, actingAsKeeper, rowsOf } from '#kit/db/database.ts'
import { atWork } from '#test/at-work.ts'
import type { freshDatabase } from '#test/engine.ts'
import { aSmallTown } from '#test/small-town.ts'
import { addColleague, addGroup, changeMyself, forgetPeople } from './actions.ts'
import { workers } from './jobs.ts'
import { memberships, people } from './tables.ts'

type Db = Awaited<ReturnType<typeof freshDatabase>>
const today = '2026-11-21'
const blank = { mail: null, phone: null, roles: ['leerkracht'], days: [1], deputyId: null, from: null }

async function noted(db: Db, me: Actor, name: string, until: string | null, deputyId: string | null = null) {
  const said = { ...blank, name, until, deputyId, source: 'lijst.xlsx' }
  const added = await actingAs(db, me, (tx) => addColleague(tx, me, said))
  assert.ok(added.ok)
  return added.id
}
const stillKnown = async (db: Db, ids: string[]) =>
  (await actingAsKeeper(db, (tx) => tx.select({ name: people.name }).from(people).where(inArray(people.id, ids)))).map(
    ({ name }) => name,
  )

test('a year after she left, and not a day sooner, somebody without an account is gone', async () => {
  const { db, head } = await aSmallTown()
  const [gone, oneDayLess, stays] = [
    await noted(db, head, 'Gerda Gone', '2025-11-21'),
    await noted(db, head, 'Dora Day', '2025-11-22'),
    await noted(db, head, 'Suze Stays', null),
  ]
  const did = await actingAsKeeper(db, (tx) => forgetPeople(tx, today))
  assert.deepEqual(did, { memberships: 1, people: 1 })
  assert.deepEqual((await stillKnown(db, [gone, oneDayLess, stays])).sort(), ['Dora Day', 'Suze Stays'])
  assert.deepEqual(await actingAsKeeper(db, (tx) => forgetPeople(tx, today)), { memberships: 0, people: 0 })
})

test('groups she taught and people she stood in for stay, without her', async () => {
  const { db, head } = await aSmallTown()
  const gone = await noted(db, head, 'Gerda Gone', '2025-01-01')
  const other = await noted(db, head, 'Olga Other', null, gone)
  await actingAs(db, head, (tx) => addGroup(tx, head, { name: '3', years: [3], pupils: 20, teachers: [gone] }))
  await actingAsKeeper(db, (tx) => forgetPeople(tx, today))
  const left = await actingAsKeeper(db, (tx) =>
    rowsOf<{ groups: number; teachers: number }>(
      tx,
      sql`select (select count(*)::int from groups) as groups, (select count(*)::int from group_teachers) as teachers`,
    ),
  )
  assert.deepEqual(left, [{ groups: 1, teachers: 0 }])
  const [membership] = await actingAsKeeper(db, (tx) =>
    tx.select().from(memberships).where(eq(memberships.personId, other)),
  )
  assert.equal(membership?.deputyId, null)
})

test('with an account she keeps herself, and leaves the school all the same', async () => {
  const { db, head, teacher } = await aSmallTown()
  await actingAs(db, head, (tx) =>
    tx.update(memberships).set({ until: '2025-11-01' }).where(eq(memberships.personId, teacher.personId)),
  )
  assert.deepEqual(await actingAsKeeper(db, (tx) => forgetPeople(tx, today)), { memberships: 1, people: 0 })
  assert.deepEqual(await stillKnown(db, [teacher.personId]), ['Joris Juf'])
  const seen = await actingAs(db, head, (tx) => tx.select().from(people).where(eq(people.id, teacher.personId)))
  assert.deepEqual(seen, [], 'her school no longer sees her')
})

test('an account that belongs nowhere any more is forgotten by sign-in too', async () => {
  const { db, head, teacher } = await aSmallTown()
  const house = atWork(db)
  const accountId = async (email: string) => {
    const made = await house.gate.createAccount({ email, name: 'X Y', password: 'vier paarse olifanten' })
    assert.ok(made.ok)
    return made.accountId
  }
  const [gone, stays, nobodyYet] = [await accountId('j@x.nl'), await accountId('h@x.nl'), await accountId('n@x.nl')]
  await actingAsKeeper(db, async (tx) => {
    await tx.update(people).set({ accountId: gone }).where(eq(people.id, teacher.personId))
    await tx.update(people).set({ accountId: stays }).where(eq(people.id, head.personId))
    await tx.update(memberships).set({ until: '2020-01-01' }).where(eq(memberships.personId, teacher.personId))
  })
  for (let rounds = 0; rounds < 2; rounds += 1) await workers(house)['people.forget']?.({})
  assert.equal(await house.gate.accountOf('j@x.nl'), undefined)
  assert.equal(await house.gate.accountOf('h@x.nl'), stays)
  assert.equal(await house.gate.accountOf('n@x.nl'), nobodyYet, 'who was never anywhere has not left')
  assert.deepEqual(await stillKnown(db, [teacher.personId, head.personId]), ['Hanna Hoofd'])
})

test('the trail forgets what was written of her, and its chain still verifies', async () => {
  const { db, head } = await aSmallTown()
  await noted(db, head, 'Gerda Gone', '2025-01-01')
  await actingAsKeeper(db, (tx) => forgetPeople(tx, today))
  const [row] = await actingAsKeeper(db, (tx) =>
    rowsOf<{ told: number; broken: number | null }>(
      tx,
      sql`select count(*)::int as told, house_trail_broken_at(${head.organisationId}) as broken from trail
        where school_id = ${head.organisationId} and contents ->> 'until' = '2025-01-01'`,
    ),
  )
  assert.deepEqual(row, { told: 0, broken: null })
})

test('one changes one’s own name and number, and nobody else’s', async () => {
  const { db, teacher, ib } = await aSmallTown()
  assert.equal(await actingAs(db, teacher, (tx) => changeMyself(tx, teacher, { name: 'Joris', phone: '06 1' })), true)
  const asAnother = { ...teacher, personId: ib.personId } as Actor
  assert.equal(await actingAs(db, teacher, (tx) => changeMyself(tx, asAnother, { name: 'X', phone: null })), false)
  assert.deepEqual((await stillKnown(db, [teacher.personId, ib.personId])).sort(), ['Ineke Begeleider', 'Joris'])
})
