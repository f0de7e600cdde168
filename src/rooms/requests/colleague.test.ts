import assert from 'node:assert/strict'
import { test } from 'node:test'
import { type SQL, sql } from 'drizzle-orm'
import { actingAsGuest, actingAsKeeper, rowsOf } from '#kit/db/database.ts'
import { requestLinks, requestMoments, requests } from './tables.ts'
import { can, type Deed, db, ids, who } from './trial.test.ts'

test('a link to a colleague without an account ends with her last day at this school', async () => {
  const { personId } = who['asked']!
  const put = (statement: SQL) => actingAsKeeper(db, (tx) => tx.execute(statement))
  const [link] = await actingAsKeeper(db, (tx) =>
    tx
      .insert(requestLinks)
      .values({
        ...{ schoolId: ids.school, requestId: ids.toColleague, personId, name: 'Iemand', mail: 'iemand@s.example' },
        ...{ tokenDigest: 'colleague', replyDigest: 'colleague-reply', expiresAt: new Date('2099-01-01') },
      })
      .returning({ id: requestLinks.id }),
  )
  const answer: Deed = (tx) =>
    tx
      .insert(requestMoments)
      .values({
        ...{ schoolId: ids.school, requestId: ids.toColleague, side: 'asked', kind: 'answered', text: 'Ja' },
        linkId: link!.id,
      })
      .returning({ id: requestMoments.id })
  const opens = async (said: string, open: boolean) => {
    for (const key of ['guest:colleague', 'guest:colleague-reply']) {
      const see: Deed = (tx) => tx.select().from(requests).where(sql`id = ${ids.toColleague}`)
      const read: Deed = (tx) => tx.select().from(requestMoments).where(sql`request_id = ${ids.toColleague}`)
      assert.deepEqual([await can(key, see), await can(key, read)], [open, open], `${said}: ${key}`)
    }
    assert.equal(await can('guest:colleague', answer), open, said)
  }
  const until = (day: SQL) =>
    put(sql`update memberships set until = ${day} where organisation_id = ${ids.school} and person_id = ${personId}`)
  await opens('at work', true)
  await until(sql`current_date`)
  await opens('on her last day', true)
  await until(sql`current_date - 1`)
  await opens('gone', false)
  await until(sql`null`)
  const seen = await actingAsGuest(db, 'colleague', (tx) => rowsOf(tx, sql`select person_id from memberships`))
  assert.deepEqual(seen, [{ person_id: personId }], 'of who works here she sees her own place only')
  await put(sql`delete from memberships where organisation_id = ${ids.school} and person_id = ${personId}`)
  await opens('no place any more', false)
})
