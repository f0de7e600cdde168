import assert from 'node:assert/strict'
import { test } from 'node:test'
import { eq, sql } from 'drizzle-orm'
import { actingAs, actingAsKeeper, rowsOf } from '#kit/db/database.ts'
import { outbox } from '#kit/jobs/tables.ts'
import { people, whoIsThis } from '#rooms/people/door.ts'
import type { freshDatabase } from '#test/engine.ts'
import { aSmallTown } from '#test/small-town.ts'
import { enter, forgetInvitations, invite } from './actions.ts'

const now = new Date('2026-11-21T10:00:00Z')
const days = (count: number) => new Date(now.getTime() + count * 86_400_000)
const sending = { now, baseUrl: 'https://huis.example', language: 'nl' }
type Town = Awaited<ReturnType<typeof aSmallTown>>
type Db = Awaited<ReturnType<typeof freshDatabase>>

/** The teacher, as her school noted her: with a mail address and no account yet. */
async function noAccountYet({ db, teacher }: Town) {
  const mail = 'joris@school.example'
  await actingAsKeeper(db, (tx) =>
    tx.update(people).set({ accountId: null, mail }).where(eq(people.id, teacher.personId)),
  )
  return { personId: teacher.personId, isFresh: true, ...sending }
}

async function lastToken(db: Db) {
  const jobs = await actingAsKeeper(db, (tx) => tx.select().from(outbox).orderBy(outbox.enqueuedAt))
  return /uitnodiging\/([\w-]+)/.exec(String(jobs.at(-1)?.payload?.['text']))?.[1] ?? ''
}
const come = (db: Db, token: string, accountId: string) =>
  actingAsKeeper(db, (tx) => enter(tx, { token, accountId, now }))

test('a colleague comes in as the person her school noted, with the roles it gave', async () => {
  const town = await aSmallTown()
  const { db, head, teacher, neighbour } = town
  const given = await noAccountYet(town)
  assert.deepEqual(await actingAs(db, teacher, (tx) => invite(tx, teacher, given)), { ok: false, because: 'not-yours' })
  assert.deepEqual(await actingAs(db, neighbour, (tx) => invite(tx, neighbour, given)), {
    ...{ ok: false, because: 'not-found' },
  })
  assert.deepEqual(await actingAs(db, head, (tx) => invite(tx, head, given)), { ok: true })
  const token = await lastToken(db)
  const both = await Promise.all([come(db, token, 'joris'), come(db, token, 'joris')])
  assert.equal(both.filter(({ ok }) => ok).length, 1, 'two clicks count as one')
  const who = await actingAsKeeper(db, (tx) => whoIsThis(tx, 'joris', '2026-11-21'))
  assert.equal(who?.personId, teacher.personId)
  assert.deepEqual(who?.places[0]?.roles, ['leerkracht'])
  const again = await actingAs(db, head, (tx) => invite(tx, head, given))
  assert.deepEqual(again, { ok: false, because: 'has-account' })
})

test('who belongs elsewhere already joins as herself, on the days and for the term her school noted', async () => {
  const town = await aSmallTown()
  const { db, head, neighbour, school } = town
  const given = await noAccountYet(town)
  await actingAsKeeper(db, (tx) =>
    tx.execute(sql`update memberships set until = '2026-11-20', days = '{2}' where person_id = ${given.personId}`),
  )
  await actingAs(db, head, (tx) => invite(tx, head, given))
  assert.equal((await come(db, await lastToken(db), neighbour.accountId)).ok, true)
  const placesOn = async (day: string) =>
    (await actingAsKeeper(db, (tx) => whoIsThis(tx, neighbour.accountId, day)))?.places.map((p) => p.organisationId)
  assert.ok((await placesOn('2026-11-20'))?.includes(school))
  assert.ok(!(await placesOn('2026-11-21'))?.includes(school), 'a letter does not outlast her term')
})

test('three months after it ended an invitation is gone, with what the trail knew of it', async () => {
  const town = await aSmallTown()
  const { db, head } = town
  const given = await noAccountYet(town)
  await actingAs(db, head, (tx) => invite(tx, head, given))
  assert.equal(await actingAsKeeper(db, (tx) => forgetInvitations(tx, days(14 + 90))), 0)
  assert.equal(await actingAsKeeper(db, (tx) => forgetInvitations(tx, days(14 + 91))), 1)
  const links = await actingAsKeeper(db, (tx) =>
    rowsOf<{ deed: string; contents: unknown }>(
      tx,
      sql`select deed, contents from trail where table_name = 'invitations' order by seq`,
    ),
  )
  assert.deepEqual(
    links.map(({ deed, contents }) => [deed, contents]),
    [
      ['insert', null],
      ['delete', null],
    ],
  )
  const [{ at } = { at: 0 }] = await actingAsKeeper(db, (tx) =>
    rowsOf<{ at: number | null }>(tx, sql`select house_trail_broken_at(${head.organisationId}) as at`),
  )
  assert.equal(at, null, 'the chain still verifies')
})
