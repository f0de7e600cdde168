import assert from 'node:assert/strict'
import { before, test } from 'node:test'
import { sql } from 'drizzle-orm'
import type { Actor } from '#kit/db/actor.ts'
import { actingAs, actingAsKeeper, rowsOf, type Tx } from '#kit/db/database.ts'
import { aSmallTown, somebody } from '#test/small-town.ts'
import { consult, decide } from './actions.ts'
import { decline, keep, reopen, sendNo } from './desk/actions.ts'
import { publicForm } from './desk/forms.ts'
import { proposals } from './desk/tables.ts'
import { choices } from './tables.ts'

/** Two who press at the same moment, in two windows. On PostgreSQL they truly do. */
const today = '2026-11-22'
let town: Awaited<ReturnType<typeof aSmallTown>>
let second: Actor
const choice = crypto.randomUUID()
const goal = { forWhom: 'groep 5', better: 'meer', seenBy: today, stops: 'niets', hours: 4, askedOn: today } as const

before(async () => {
  town = await aSmallTown()
  second = await somebody(town.db, town.school, 'Tess Team', ['teamleider'])
  await actingAsKeeper(town.db, (tx) =>
    tx
      .insert(choices)
      .values({ schoolId: town.school, id: choice, name: 'Bieb', ...goal, askedBy: town.head.personId }),
  )
})

const both = <T>(deed: (tx: Tx, me: Actor) => Promise<T>) =>
  Promise.all([town.head, second].map((me) => actingAs(town.db, me, (tx) => deed(tx, me))))
const count = async (table: string) => {
  const [row] = await actingAsKeeper(town.db, (tx) =>
    rowsOf<{ n: number }>(tx, sql`select count(*)::int as n from ${sql.identifier(table)}`),
  )
  return row!.n
}

test('the team is asked once, also when two ask it at once', async () => {
  const house = { today, baseUrl: 'https://huis.example' }
  const said = { kind: 'open', closesOn: '2026-12-01' } as const
  const asked = await both((tx, me) => consult(tx, me, choice, said, house))
  assert.deepEqual(asked.map(({ ok }) => ok).sort(), [false, true])
  assert.equal(await count('polls'), 1)
})

test('one decides, also when two decide at once', async () => {
  const said = (me: Actor) => ({ outcome: me === second ? ('no' as const) : ('yes' as const), why: 'daarom' })
  const done = await both((tx, me) => decide(tx, me, choice, said(me), today))
  assert.deepEqual(done.map(({ ok }) => ok).sort(), [false, true])
  assert.equal(await count('decisions'), 1)
})

test('one letter says no, also when two answer at once; and what was answered is not kept after all', async () => {
  const [offer] = await actingAsKeeper(town.db, (tx) =>
    tx
      .insert(proposals)
      .values({ schoolId: town.school, kind: 'form', name: 'Circus', mail: 'a@b.example', what: 'x', arrivedOn: today })
      .returning(),
  )
  const letters = () =>
    actingAsKeeper(town.db, (tx) =>
      rowsOf(tx, sql`select 1 from outbox where kind = 'mail' and payload ->> 'to' = 'a@b.example'`),
    )
  const done = await both((tx, me) => decline(tx, me, offer!.id, { today, now: new Date() }))
  assert.deepEqual(done.map(({ ok }) => ok).sort(), [false, true])
  // Ten minutes later, or twice after a restart.
  assert.equal((await letters()).length, 0)
  for (const _ of [1, 2]) await actingAsKeeper(town.db, (tx) => sendNo(tx, { schoolId: town.school, id: offer!.id }))
  assert.equal((await letters()).length, 1)
  const back = await actingAs(town.db, town.head, (tx) => reopen(tx, town.head, offer!.id))
  assert.deepEqual(back, { ok: false, because: 'not-now' }, 'what has gone is not taken back')
  const kept = await actingAs(town.db, town.head, (tx) => keep(tx, town.head, offer!.id))
  assert.deepEqual(kept, { ok: false, because: 'not-now' })
})

test('a stranger lures nobody with the letter that says no, and brings no child in', () => {
  const fine = {
    name: 'Booking.com',
    contact: 'J.P. de Vries-Öz',
    mail: 'a@b.example',
    topic: 'other',
    what: 'Een les',
  }
  assert.ok(publicForm.safeParse(fine).success)
  for (const contact of ['Win op prijs.example', 'zie prijs.example/nu', 'a@b', 'www.x', 'p\u0440ijs.рф'])
    assert.ok(!publicForm.safeParse({ ...fine, contact }).success, contact)
  assert.ok(!publicForm.safeParse({ ...fine, what: 'Nora Bakker uit 5b ging ook' }).success)
})
