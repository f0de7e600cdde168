import assert from 'node:assert/strict'
import { test } from 'node:test'
import { type SQL, sql } from 'drizzle-orm'
import { actingAsGuest, actingAsKeeper, rowsOf } from '#kit/db/database.ts'
import { dayOf } from '#kit/time/day.ts'
import { closeQuestions } from '../passing/actions.ts'
import { requestLinks, requests } from '../tables.ts'
import { db, ids, who } from '../trial.test.ts'
import { remind, tell } from './actions.ts'

/** Whoever left the school or the partner gets no letter any more: not what is asked, not who asked it, not a link. */
const house = { baseUrl: 'https://huis.example' }
const now = new Date()
const put = (statement: SQL) => actingAsKeeper(db, (tx) => tx.execute(statement))
const written = async (deed: () => Promise<unknown>): Promise<string[]> => {
  await put(sql`delete from outbox`)
  await deed()
  const rows = await actingAsKeeper(db, (tx) =>
    rowsOf<{ to: string }>(tx, sql`select payload ->> 'to' as to from outbox where kind = 'mail' order by 1`),
  )
  return rows.map(({ to }) => to)
}
const last = (name: string, day: SQL) =>
  put(sql`update memberships set until = ${day} where person_id = ${who[name]!.personId}`)
const about = (id: string, to: 'asking' | 'asked') => () =>
  actingAsKeeper(db, (tx) => tell(tx, house, { schoolId: ids.school, id, about: 'note', to }, now))

await put(sql`update people set mail = replace(name, ' ', '.') || '@s.example'`)

test('a colleague who left is asked and reminded of nothing', async () => {
  const reminder = () =>
    actingAsKeeper(db, (tx) => remind(tx, house, { schoolId: ids.school, id: ids.toColleague, to: 'asked' }, now))
  assert.deepEqual(await written(about(ids.toColleague, 'asked')), ['asked@s.example'])
  await last('asked', sql`current_date - 1`)
  assert.deepEqual(await written(about(ids.toColleague, 'asked')), [])
  assert.deepEqual(await written(reminder), [])
  await last('asked', sql`null`)
})

test('a letter is in the language its reader chose, and Dutch for who chose none', async () => {
  const subjectOf = async (language: string | null) => {
    await put(sql`update people set language = ${language} where id = ${who['asker']!.personId}`)
    await written(about(ids.toPartner, 'asking'))
    const [mail] = await actingAsKeeper(db, (tx) =>
      rowsOf<{ subject: string }>(tx, sql`select payload ->> 'subject' as subject from outbox where kind = 'mail'`),
    )
    return mail?.subject
  }
  assert.equal(await subjectOf('en'), 'News about your question')
  assert.equal(await subjectOf(null), 'Nieuws over je vraag')
})

test('on her last day the link by which a colleague answered opens nothing more', async () => {
  const key = 'key of a colleague'
  const link = { schoolId: ids.school, requestId: ids.toColleague, name: 'asked', mail: 'asked@s.example' }
  await actingAsKeeper(db, (tx) =>
    tx.insert(requestLinks).values({ ...link, tokenDigest: key, replyDigest: 'r', expiresAt: new Date('2099-01-01') }),
  )
  const open = async () => (await actingAsGuest(db, key, (tx) => tx.select().from(requests))).length
  assert.equal(await open(), 1)
  const from = { organisationId: ids.school, personId: who['asked']!.personId, today: dayOf(now), now }
  assert.equal(await actingAsKeeper(db, (tx) => closeQuestions(tx, from)), 1)
  assert.equal(await open(), 0)
})

test('an answer goes to who asked, and when she left to who holds the line', async () => {
  assert.deepEqual(await written(about(ids.toPartner, 'asking')), ['asker@s.example'])
  await last('asker', sql`current_date - 1`)
  assert.deepEqual(await written(about(ids.toPartner, 'asking')), ['holder@s.example'])
  await last('holder', sql`current_date - 1`)
  assert.deepEqual(await written(about(ids.toPartner, 'asking')), [])
})

test('who spoke for a partner and left is written to no more', async () => {
  assert.deepEqual(await written(about(ids.toPartner, 'asked')), ['partner@s.example'])
  await last('partner', sql`current_date - 1`)
  assert.deepEqual(await written(about(ids.toPartner, 'asked')), [])
})

test('a link that the school ended is not sent anew by a reminder', async () => {
  await last('asker', sql`null`)
  await last('partner', sql`null`)
  const reminder = () =>
    actingAsKeeper(db, (tx) => remind(tx, house, { schoolId: ids.school, id: ids.toPartner, to: 'asked' }, now))
  assert.deepEqual(await written(reminder), ['partner@s.example'])
  await put(sql`update request_links set revoked_at = now() where request_id = ${ids.toPartner}`)
  assert.deepEqual(await written(reminder), [])
})
