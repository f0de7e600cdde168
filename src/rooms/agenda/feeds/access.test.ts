import assert from 'node:assert/strict'
import { before, test } from 'node:test'
import { type SQL, sql } from 'drizzle-orm'
import type { Actor } from '#kit/db/actor.ts'
import { actingAs, actingAsGuest, rowsOf } from '#kit/db/database.ts'
import { engine } from '#test/engine.ts'
import { aSmallTown } from '#test/small-town.ts'
import { makeFeed, removeFeed, renewFeed } from './actions.ts'
import { feedsOf } from './queries.ts'
import { digestOfFeed, mostFeeds } from './rules.ts'

let town: Awaited<ReturnType<typeof aSmallTown>>
let secret = ''
const none = { spaceId: null, groupId: null, relationId: null }
const whole = { ...none, kind: 'building' } as const
const as = (who: Actor, statement: SQL) => actingAs(town.db, who, (tx) => rowsOf<{ id: string }>(tx, statement))
const guest = (key: string, statement: SQL) => actingAsGuest(town.db, key, (tx) => rowsOf(tx, statement))
const all = sql`select id from feeds`
const denied = (work: Promise<unknown>) =>
  assert.rejects(work, (error: Error & { cause?: { code?: string } }) => error.cause?.code === '42501')

before(async () => {
  town = await aSmallTown()
  const made = await actingAs(town.db, town.teacher, (tx) => makeFeed(tx, town.teacher, whole))
  assert.ok(made.ok)
  secret = made.secret
})

test(`a calendar address is seen, changed and removed by who made it, and nobody else (${engine})`, async () => {
  for (const who of [town.head, town.ib, town.neighbour, town.therapist, town.trustee]) {
    assert.equal((await as(who, all)).length, 0, who.accountId)
    assert.equal((await as(who, sql`delete from feeds returning id`)).length, 0, who.accountId)
    assert.equal((await as(who, sql`update feeds set kind = 'mine' returning id`)).length, 0, who.accountId)
  }
  assert.equal((await as(town.teacher, all)).length, 1)
})

test('nobody makes an address that acts as somebody else, or for another school; a partner makes none', async () => {
  const row = (who: Actor, over: Partial<Actor> = {}) => {
    const { organisationId, personId, accountId } = { ...who, ...over }
    return sql`insert into feeds (school_id, person_id, account_id, kind, token_digest)
      values (${organisationId}, ${personId}, ${accountId}, 'building', ${crypto.randomUUID()})`
  }
  const { head, teacher, neighbour, therapist } = town
  await denied(as(teacher, row(teacher, { personId: head.personId })))
  await denied(as(teacher, row(teacher, { accountId: head.accountId })))
  await denied(as(teacher, row(teacher, { organisationId: neighbour.organisationId })))
  await denied(as(therapist, row(therapist)))
  assert.deepEqual(await actingAs(town.db, therapist, (tx) => makeFeed(tx, therapist, whole)), {
    ok: false,
    because: 'not-yours',
  })
})

test('a guest finds the one feed whose address she brings, and changes nothing', async () => {
  const key = digestOfFeed(secret)
  assert.equal((await guest(key, all)).length, 1)
  assert.equal((await guest(digestOfFeed('another'), all)).length, 0)
  assert.equal((await guest('', all)).length, 0)
  for (const deed of [sql`delete from feeds`, sql`update feeds set kind = 'mine'`]) await denied(guest(key, deed))
})

test('a room of another school is no room; twenty addresses are enough', async () => {
  const elsewhere = { ...none, kind: 'space', spaceId: crypto.randomUUID() } as const
  const make = (said: Parameters<typeof makeFeed>[2]) => actingAs(town.db, town.ib, (tx) => makeFeed(tx, town.ib, said))
  assert.deepEqual(await make(elsewhere), { ok: false, because: 'no-such-space' })
  for (let nth = 0; nth < mostFeeds; nth++) assert.ok((await make(whole)).ok)
  assert.deepEqual(await make(whole), { ok: false, because: 'too-many' })
})

test('renewing and removing somebody else’s address finds nothing', async () => {
  const [one] = await actingAs(town.db, town.teacher, (tx) => feedsOf(tx, town.teacher))
  const by = town.head
  assert.deepEqual(await actingAs(town.db, by, (tx) => renewFeed(tx, by, one!.id)), { ok: false, because: 'not-found' })
  assert.deepEqual(await actingAs(town.db, by, (tx) => removeFeed(tx, by, one!.id)), { ok: false })
})
