import assert from 'node:assert/strict'
import { test } from 'node:test'
import { eq } from 'drizzle-orm'
import { actingAs, actingAsAccount, actingAsKeeper } from '#kit/db/database.ts'
import { organisations } from '#rooms/organisations/door.ts'
import { memberships, whoIsThis } from '#rooms/people/door.ts'
import { freshDatabase } from '#test/engine.ts'
import { aSmallTown } from '#test/small-town.ts'
import { newCode, setUpSchool, setupCode, useCode } from './actions.ts'
import { codeStands } from './queries.ts'
import { setups } from './tables.ts'

const now = new Date('2026-11-21T10:00:00Z')
const typed = { name: 'De Nieuwe', place: 'Veendam', postcode: null }
const wish = (accountId: string, school: Parameters<typeof setUpSchool>[1]['school']) => ({
  ...{ accountId, name: 'Noor Nieuw', mail: 'noor@nieuw.example', school, now },
})

test('an empty house has one code, and a restart makes the old one worthless', async () => {
  const db = await freshDatabase()
  const first = (await actingAsKeeper(db, setupCode)) ?? ''
  const second = (await actingAsKeeper(db, setupCode)) ?? ''
  assert.equal(await actingAsKeeper(db, (tx) => codeStands(tx, first)), false)
  assert.equal(await actingAsKeeper(db, (tx) => codeStands(tx, second)), true)
})

test('a code is kept as a digest only', async () => {
  const db = await freshDatabase()
  const code = await actingAsKeeper(db, newCode)
  const kept = JSON.stringify(await actingAsKeeper(db, (tx) => tx.select().from(setups)))
  assert.ok(!kept.includes(code) && !kept.includes(code.replaceAll('-', '')))
})

test('a code works once, also when two use it at the same moment; a wrong one never', async () => {
  const db = await freshDatabase()
  const code = await actingAsKeeper(db, newCode)
  const use = (accountId: string, given: string) =>
    actingAsKeeper(db, (tx) => useCode(tx, { code: given, accountId, now }))
  for (const wrong of ['', 'AAAA-AAAA-AAAA-AAAA', code.slice(0, -1), `${code}A`, '%', "' or true --"])
    assert.equal(await use('thief', wrong), false, wrong)
  const both = await Promise.all([use('noor', code), use('thief', code)])
  assert.equal(both.filter(Boolean).length, 1)
  assert.equal(await use('later', code), false)
  assert.equal(await actingAsKeeper(db, (tx) => codeStands(tx, code)), false)
})

test('whoever used a code sets up one school, is its head teacher, and no second one', async () => {
  const db = await freshDatabase()
  const code = await actingAsKeeper(db, newCode)
  await actingAsKeeper(db, (tx) => useCode(tx, { code, accountId: 'noor', now }))
  const made = await actingAsKeeper(db, (tx) => setUpSchool(tx, wish('noor', { typed })))
  assert.ok(made.ok)
  const who = await actingAsAccount(db, 'noor', (tx) => whoIsThis(tx, 'noor', '2026-11-21'))
  assert.deepEqual(
    who?.places.map(({ name, roles }) => [name, roles]),
    [['De Nieuwe', ['directeur']]],
  )
  const again = await actingAsKeeper(db, (tx) => setUpSchool(tx, wish('noor', { typed })))
  assert.deepEqual(again, { ok: false, because: 'no-code' })
  assert.equal(await actingAsKeeper(db, setupCode), undefined, 'the house is no longer empty')
})

test('a school that takes part already, or is none, cannot be taken with a code', async () => {
  const { db, school, partner } = await aSmallTown()
  const code = await actingAsKeeper(db, newCode)
  await actingAsKeeper(db, (tx) => useCode(tx, { code, accountId: 'thief', now }))
  const before = await actingAsKeeper(db, (tx) => tx.$count(memberships))
  const take = (organisationId: string) =>
    actingAsKeeper(db, (tx) => setUpSchool(tx, wish('thief', { organisationId })))
  assert.deepEqual(await take(school), { ok: false, because: 'taken' })
  assert.deepEqual(await take(partner), { ok: false, because: 'no-school' })
  assert.deepEqual(await take(crypto.randomUUID()), { ok: false, because: 'no-school' })
  assert.equal(await actingAsKeeper(db, (tx) => tx.$count(memberships)), before)
  assert.ok((await take(await anEmptySchool(db))).ok, 'the code is still good for a school that is free')
})

const anEmptySchool = (db: Awaited<ReturnType<typeof freshDatabase>>) =>
  actingAsKeeper(db, async (tx) => {
    const [made] = await tx.insert(organisations).values({ kind: 'school', name: 'Leeg', source: 'duo' }).returning()
    return made!.id
  })

test('without a code nobody sets anything up, and nobody but the keeper sees codes', async () => {
  const { db, head } = await aSmallTown()
  await actingAsKeeper(db, newCode)
  const outcome = await actingAsKeeper(db, (tx) => setUpSchool(tx, wish('thief', { typed })))
  assert.deepEqual(outcome, { ok: false, because: 'no-code' })
  assert.deepEqual(await actingAs(db, head, (tx) => tx.select().from(setups)), [])
  const made = await actingAsKeeper(db, (tx) => tx.$count(organisations, eq(organisations.name, typed.name)))
  assert.equal(made, 0)
})
