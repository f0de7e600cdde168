import assert from 'node:assert/strict'
import { before, test } from 'node:test'
import { and, eq, sql } from 'drizzle-orm'
import { rowsOf, type Tx } from '#kit/db/database.ts'
import { inviteesShown, toWrite } from '../queries.ts'
import { meetingAnswers, meetingLinks, meetingOptions, meetings } from '../tables.ts'
import { type Asked, asKeeper, asked, byKey, face, fixed, only, school, town } from '../trial.test.ts'
import { endLink, endLinks } from './actions.ts'
import { meetingsOfHers } from './queries.ts'

/** What a personal link opens, in SQL: the policies themselves refuse, whatever a page or a daily round does. */
let closed: Asked
let open: Asked
let keys: Record<string, string>

before(async () => {
  closed = await asked()
  open = await asked({ showsAnswers: true, takesOptions: true })
  keys = {
    parent: closed.keys['Ouder Een']!,
    face: closed.keys['Lotte Logopedist']!,
    'parent, open': open.keys['Ouder Een']!,
  }
})

const theMeeting = (id: string) => and(eq(meetings.schoolId, school), eq(meetings.id, id))
const guests = { id: meetings.id }

test('of links one sees one’s own alone, also where answers are shown; members count them and see no digest', async () => {
  const all = { digest: meetingLinks.tokenDigest }
  for (const [who, key] of [
    ['parent', open.keys['Ouder Een']!],
    ['face', closed.keys['Lotte Logopedist']!],
  ] as const) {
    const seen = await byKey(key, (tx) => tx.select(all).from(meetingLinks))
    assert.deepEqual(seen, [{ digest: key }], who)
  }
  assert.equal(
    (await byKey(open.keys['Ouder Een']!, (tx) => inviteesShown(tx, { schoolId: school, id: open.id }))).length,
    4,
  )
  await only([], keys, (tx) => rowsOf(tx, sql`select token_digest from meeting_invitees`).catch(noSuchColumn), 'moved')
  await only(
    Object.keys(keys).map((name) => `link:${name}`),
    keys,
    (tx) => tx.select(all).from(meetingLinks),
    'digests',
  )
  await only(
    ['maker', 'invited', 'colleague', 'head', 'link:parent', 'link:face'],
    keys,
    (tx) => tx.select({ id: meetingLinks.meetingId }).from(meetingLinks).where(eq(meetingLinks.meetingId, closed.id)),
    'counted',
  )
})
const noSuchColumn = (error: { cause?: { code?: string } }) => {
  assert.ok(['42703', '42501'].includes(error.cause?.code ?? ''), String(error))
  return []
}

test('the link of who stops at a partner opens nothing more, the others open as before', async () => {
  const see = (key: string) => byKey(key, (tx) => tx.select(guests).from(meetings).where(theMeeting(closed.id)))
  const [hers, another] = [keys['face']!, keys['parent']!]
  assert.equal((await see(hers)).length, 1)
  const from = { organisationId: school, outsiderId: face, today: '2026-11-23' }
  const hung = await asKeeper((tx) => rowsOf<{ id: string; href: string }>(tx, meetingsOfHers(from)))
  assert.ok(hung.some(({ href }) => href === `/bijeenkomsten/${closed.id}`))
  const stopped = { organisationId: school, from: face, to: null, now: new Date() }
  for (const { id } of hung) assert.equal(await asKeeper((tx) => endLink(tx, { ...stopped, id })), 'ended')
  assert.equal((await see(hers)).length, 0)
  assert.equal((await see(another)).length, 1)
})

/** Everything a link could do in SQL, whatever the pages say: how many rows each of them touched. */
async function doneBy(one: Asked, name: string) {
  const [key, schoolId, meetingId] = [one.keys[name]!, school, one.id]
  const mine = { schoolId, meetingId, optionId: one.options[0]!, inviteeId: one.invitees[name]! }
  const deeds: Record<string, (tx: Tx) => Promise<{ length: number }>> = {
    meeting: (tx) => tx.select(guests).from(meetings).where(theMeeting(one.id)),
    invited: (tx) => inviteesShown(tx, { schoolId, id: one.id }),
    options: (tx) => tx.select().from(meetingOptions).where(eq(meetingOptions.meetingId, one.id)),
    answers: (tx) => tx.select().from(meetingAnswers).where(eq(meetingAnswers.meetingId, one.id)),
    answer: (tx) =>
      tx
        .insert(meetingAnswers)
        .values({ ...mine, stage: 'no' })
        .onConflictDoUpdate({
          target: [
            meetingAnswers.schoolId,
            meetingAnswers.meetingId,
            meetingAnswers.optionId,
            meetingAnswers.inviteeId,
          ],
          set: { stage: 'no' },
        })
        .returning({ id: meetingAnswers.optionId }),
    offer: (tx) =>
      tx
        .insert(meetingOptions)
        .values({ schoolId, meetingId, startsAt: new Date() })
        .returning({ id: meetingOptions.id }),
  }
  const could: string[] = []
  for (const [verb, deed] of Object.entries(deeds)) {
    const rows = await byKey(key, deed).catch((error) => {
      if ((error.cause?.code ?? error.code) !== '42501') throw error
      return []
    })
    if (rows.length) could.push(verb)
  }
  return could
}
const everything = ['meeting', 'invited', 'options', 'answers', 'answer', 'offer']

test('who left, or whose line or face ended, is refused by the database itself at that moment, before any round', async () => {
  const again = await asked({ showsAnswers: true, takesOptions: true })
  const people = ['Lotte Logopedist', 'Ineke Begeleider', 'Ouder Een'] as const
  for (const name of people) assert.deepEqual(await doneBy(again, name), everything, name)
  const line = sql`(select relation_id from faces where id = ${face})`
  const set = (statement: ReturnType<typeof sql>) => asKeeper((tx) => tx.execute(statement))
  const [faceOf, ib] = people
  await set(sql`update relations set until = current_date - 1 where id = ${line}`)
  assert.deepEqual(await doneBy(again, faceOf), [], 'her line ended')
  await set(sql`update relations set until = current_date where id = ${line}`)
  assert.deepEqual(await doneBy(again, faceOf), everything, 'its last day')
  await set(sql`update faces set left_on = current_date where id = ${face}`)
  assert.deepEqual(await doneBy(again, faceOf), [], 'she left')
  await set(sql`update faces set left_on = null where id = ${face}`)
  await set(sql`update relations set until = null where id = ${line}`)
  await set(sql`update memberships set until = current_date - 1 where person_id = ${town.ib.personId}`)
  assert.deepEqual(await doneBy(again, ib), [], 'a colleague left')
  await set(sql`update memberships set until = null where person_id = ${town.ib.personId}`)
  assert.deepEqual(await doneBy(again, 'Ouder Een'), everything, 'the others as before')
})

test('a month after it was, or was called off, the database opens it to no link', async () => {
  const over = await fixed()
  const ago = (days: number) =>
    asKeeper((tx) =>
      tx.execute(sql`update meetings set starts_at = now() - ${`${days} days`}::interval - interval '1 hour',
        ends_at = now() - ${`${days} days`}::interval where id = ${over.id}`),
    )
  await ago(29)
  assert.deepEqual(await doneBy(over, 'Ouder Een'), ['meeting', 'invited', 'options'])
  await ago(31)
  assert.deepEqual(await doneBy(over, 'Ouder Een'), [])
  const off = await asked()
  await asKeeper((tx) =>
    tx.execute(sql`update meetings set cancelled_at = now() - interval '31 days' where id = ${off.id}`),
  )
  assert.deepEqual(await doneBy(off, 'Ouder Een'), [])
})

test('the daily round ends those links for good: who comes back asks for a new one', async () => {
  const again = await asked()
  await asKeeper((tx) =>
    tx.execute(sql`update memberships set until = '2026-11-20' where person_id = ${town.ib.personId}`),
  )
  await asKeeper((tx) => tx.execute(sql`update faces set left_on = '2026-11-20' where id = ${face}`))
  assert.ok((await asKeeper((tx) => endLinks(tx, '2026-11-23'))) >= 2)
  assert.equal(await asKeeper((tx) => endLinks(tx, '2026-11-23')), 0, 'done again it changes nothing')
  const letters = await asKeeper((tx) =>
    toWrite(tx, { schoolId: school, id: again.id }, new Date('2026-11-23T08:00:00Z')),
  )
  assert.deepEqual(letters.map(({ name }) => name).sort(), ['Joris Juf', 'Ouder Een'])
  await asKeeper((tx) => tx.execute(sql`update memberships set until = null where person_id = ${town.ib.personId}`))
  assert.deepEqual(await doneBy(again, 'Ineke Begeleider'), [])
  assert.ok((await doneBy(again, 'Ouder Een')).length > 0)
})
