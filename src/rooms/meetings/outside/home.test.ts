import assert from 'node:assert/strict'
import { before, test } from 'node:test'
import { and, eq, sql } from 'drizzle-orm'
import type { Actor } from '#kit/db/actor.ts'
import { actingAsMachine, rowsOf, type Tx } from '#kit/db/database.ts'
import { user } from '#kit/gate/tables.ts'
import { organisations } from '#rooms/organisations/door.ts'
import { people } from '#rooms/people/door.ts'
import { faces, relations } from '#rooms/relations/door.ts'
import { somebody } from '#test/small-town.ts'
import { sayWhen } from '../answering/actions.ts'
import { openedBy } from '../answering/queries.ts'
import { askAll, makeMeeting } from '../asking/actions.ts'
import { digestOf } from '../asking/rules.ts'
import { inviteesOf, optionsOf } from '../queries.ts'
import { meetingAnswers, meetingOptions, meetings } from '../tables.ts'
import { as, asKeeper, asked, at, byKey, colleague, db, face, now, school, today, town } from '../trial.test.ts'
import { endLink } from './actions.ts'
import { pollsOnFace } from './queries.ts'

/** What stands on the Vandaag of somebody at a partner: the polls of all her schools that wait on her, and nobody else's. */
const hers = 'lotte@water.example'
let lars: Actor
let stranger: Actor
let first: string
const theirs = { face: crypto.randomUUID(), id: '' }

before(async () => {
  const elsewhere = await asKeeper(async (tx) => {
    const [row] = await tx
      .insert(organisations)
      .values({ kind: 'partner', name: 'Anders', source: 'typed' })
      .returning()
    return row!.id
  })
  lars = await somebody(db, town.partner, 'Lars Logopedist', ['partnercontact'])
  stranger = await somebody(db, elsewhere, 'Stien Stil', ['partnercontact'])
  const line = { schoolId: town.other, id: crypto.randomUUID() }
  await asKeeper(async (tx) => {
    await tx.insert(relations).values({ ...line, name: 'Water', levels: ['group'], organisationId: town.partner })
    await tx.insert(faces).values({
      ...{ schoolId: town.other, id: theirs.face, relationId: line.id, rank: 0, name: 'L. Logopedist', mail: hers },
      ...{ days: [], source: 'test' },
    })
  })
  await db.gate.insert(user).values([
    { id: town.therapist.accountId, name: 'Lotte Logopedist', email: hers, emailVerified: true },
    { id: lars.accountId, name: 'Lars Logopedist', email: 'lars@water.example', emailVerified: true },
  ])
  first = (await asked()).id
  theirs.id = await askedNextDoor()
})

/** The school next door asks her too. */
const askedNextDoor = () =>
  as(town.neighbour, async (tx, me = town.neighbour) => {
    const said = { title: 'Kennismaking', kind: 'introduction', minutes: 30, colleagues: [], outsiders: [] } as const
    const made = await makeMeeting(tx, me, { ...said, colleagues: [], outsiders: [], faces: [theirs.face] }, today)
    assert.ok(made.ok)
    const one = { schoolId: town.other, id: made.id }
    const required = (await inviteesOf(tx, one)).map(({ id }) => id)
    const wishes = { showsAnswers: false, showsMails: false, takesOptions: false, quorum: null, travels: new Map() }
    const moment = ['2026-12-03T09:00', '2026-12-04T09:00']
    assert.ok((await askAll(tx, me, made.id, { ...wishes, moment, answerBy: '2026-11-27', required }, at)).ok)
    return made.id
  })

/** Her address at sign-in is another's from now on, or is not hers for certain. */
const account = (said: { id?: string; emailVerified?: boolean }) =>
  db.gate.update(user).set(said).where(eq(user.email, hers))
const seen = (who: Actor, when = now) => as(who, (tx) => pollsOnFace(tx, when))
const titles = async (when = now) => (await seen(town.therapist, when)).map(({ title, school: from }) => [from, title])
const [ours, nextDoor] = [
  ['De Regenboog', 'Overleg'],
  ['De Buren', 'Kennismaking'],
]
const keyOf = async (title: string) => {
  const poll = (await seen(town.therapist)).find((one) => one.title === title)
  return digestOf(poll!.href!.replace('/bijeenkomst/', ''))
}

test('she sees the polls of both her schools, the first due on top, with her own link to each; nobody else sees any', async () => {
  assert.deepEqual(await titles(), [nextDoor, ours])
  const [, mine] = await seen(town.therapist)
  assert.deepEqual(Object.keys(mine!).sort(), ['answerBy', 'href', 'id', 'makerName', 'school', 'title'])
  assert.equal(mine!.answerBy, '2026-11-30')
  const key = await keyOf('Overleg')
  const opened = await byKey(key, (tx) => openedBy(tx, key))
  assert.deepEqual([opened?.meeting.id, opened?.invitee.name], [first, 'Lotte Logopedist'])
  const others = { ...{ lars, stranger, colleague }, maker: town.teacher, invited: town.ib, head: town.head }
  for (const [name, who] of Object.entries({ ...others, neighbour: town.neighbour, board: town.trustee })) {
    assert.deepEqual(await seen(who), [], name)
    // Nor if that address were hers: of our own, and of another organisation.
    if (who === lars) continue
    await account({ id: who.accountId })
    assert.deepEqual(await seen(who), [], name)
  }
  await account({ id: town.therapist.accountId })
})

test('a program with her token, a passer-by and an account that is nobody yet see none', async () => {
  const asking = (tx: Tx) => rowsOf(tx, sql`select * from house_polls_on_face(${now.toISOString()}::timestamptz)`)
  const scopes = ['meetings:read', 'meetings:write', 'contacts:read']
  const program = actingAsMachine(db, town.therapist, { scopes, via: crypto.randomUUID() }, asking)
  assert.deepEqual(await program, [])
  const refused = (error: { cause?: { code?: string } }) => error.cause?.code === '42501'
  await assert.rejects(byKey('', asking), refused)
  const nobody = { ...town.therapist, personId: crypto.randomUUID() }
  assert.deepEqual(await as(nobody as Actor, asking), [])
})

test('it waits until she said something of every moment, and again when one is added; a draft waits on nobody', async () => {
  const key = await keyOf('Overleg')
  const options = await byKey(key, (tx) => optionsOf(tx, { schoolId: school, id: first }))
  const say = async (few: typeof options) => {
    const opened = (await byKey(key, (tx) => openedBy(tx, key)))!
    const where = { meeting: opened.meeting, inviteeId: opened.invitee.id }
    const answers = few.map(({ id }) => ({ optionId: id, stage: 'no' as const }))
    assert.ok((await byKey(key, (tx) => sayWhen(tx, where, answers, now))).ok)
  }
  await say(options.slice(1))
  assert.deepEqual(await titles(), [nextDoor, ours], 'one moment is left')
  await say(options)
  assert.deepEqual(await titles(), [nextDoor])
  const added = { schoolId: school, meetingId: first, startsAt: new Date('2026-12-08T14:00:00Z') }
  await as(town.teacher, (tx) => tx.insert(meetingOptions).values(added))
  assert.deepEqual(await titles(), [nextDoor, ours], 'again')
  assert.deepEqual(await titles(new Date('2026-12-08T15:00:00Z')), [], 'when every moment is past')
  await asKeeper((tx) => tx.delete(meetingAnswers).where(eq(meetingAnswers.meetingId, first)))
})

test('only at the address she signed in with: what she calls herself, and the address on her card, open nothing', async () => {
  const call = (who: Actor, said: { name: string; mail: string }) =>
    asKeeper((tx) => tx.update(people).set(said).where(eq(people.id, who.personId)))
  await call(lars, { name: 'Lotte Logopedist', mail: hers })
  assert.deepEqual(await seen(lars), [])
  await call(lars, { name: 'Lars Logopedist', mail: 'lars@water.example' })
  assert.deepEqual(await titles(), [nextDoor, ours])
})

test('the database finds that address itself: no page can ask with another’s, nor one that was never proven', async () => {
  const { accountId, personId } = town.therapist
  for (const [said, who] of [
    ['her account, another person', { ...lars, accountId }],
    ['another account, her person', { ...lars, personId }],
    ['no account', { ...town.therapist, accountId: '' }],
  ] as const)
    assert.deepEqual(await seen(who as Actor), [], said)
  await account({ emailVerified: false })
  assert.deepEqual(await titles(), [])
  await account({ emailVerified: true })
  assert.deepEqual(await titles(), [nextDoor, ours])
  const refused = (error: { cause?: { code?: string } }) => error.cause?.code === '42501'
  const address = (tx: Tx) => rowsOf(tx, sql`select house_proven_address()`)
  await assert.rejects(as(town.therapist, address), refused, 'and tells it to nobody')
  await assert.rejects(byKey('', address), refused)
  await assert.rejects(
    as(town.therapist, (tx) => tx.select().from(user)),
    refused,
  )
})

test('it is gone once it is called off, has a moment, her line or face ended, or another comes in her place', async () => {
  const its = and(eq(meetings.schoolId, school), eq(meetings.id, first))
  const set = (statement: ReturnType<typeof sql>) => asKeeper((tx) => tx.execute(statement))
  const meeting = (what: Partial<typeof meetings.$inferInsert>) =>
    asKeeper((tx) => tx.update(meetings).set(what).where(its))
  const line = sql`(select relation_id from faces where id = ${face})`
  for (const [said, begin, end] of [
    ['called off', () => meeting({ cancelledAt: now }), () => meeting({ cancelledAt: null })],
    ['fixed', () => meeting({ startsAt: now }), () => meeting({ startsAt: null })],
    ['a draft', () => meeting({ askedAt: null }), () => meeting({ askedAt: now })],
    [
      'her line ended',
      () => set(sql`update relations set until = current_date - 1 where id = ${line}`),
      () => set(sql`update relations set until = null where id = ${line}`),
    ],
    [
      'she left',
      () => set(sql`update faces set left_on = current_date where id = ${face}`),
      () => set(sql`update faces set left_on = null where id = ${face}`),
    ],
  ] as const) {
    await begin()
    assert.deepEqual(await titles(), [nextDoor], said)
    await end()
    assert.deepEqual(await titles(), [nextDoor, ours], `${said}, and back`)
  }
  const id = (await seen(town.therapist)).find(({ title }) => title === 'Overleg')!.id
  await asKeeper((tx) => endLink(tx, { organisationId: school, from: face, to: null, now, id }))
  assert.deepEqual(await titles(), [nextDoor], 'her link ended')
})
