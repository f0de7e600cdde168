import assert from 'node:assert/strict'
import { before, test } from 'node:test'
import { and, eq } from 'drizzle-orm'
import type { Actor } from '#kit/db/actor.ts'
import { actingAsGuest, actingAsKeeper, type Tx } from '#kit/db/database.ts'
import { dayOf, dayPlus } from '#kit/time/day.ts'
import { tableLinks } from '#rooms/agreements/door.ts'
import { faces, relations } from '#rooms/relations/door.ts'
import { requestLinks, requests } from '#rooms/requests/door.ts'
import { aSmallTown, somebody } from '#test/small-town.ts'
import { reach } from '#test/visit.tsx'
import { digestOf } from './rules.ts'
import { partingAnswers, partingLinks, partings } from './tables.ts'

/** Everyone × every verb on who stops at a partner, whom we asked, and who was named. */
const town = await aSmallTown()
const { db, school, partner, head, teacher, neighbour, therapist, trustee } = town
const holder = await somebody(db, school, 'Hilde Houder', ['leerkracht'])
const everyone = { head, holder, teacher, neighbour, therapist, trustee }
type Who = keyof typeof everyone
const today = dayOf(new Date())
const soon = dayPlus(today, 20)
const keeper = <T>(work: (tx: Tx) => Promise<T>) => actingAsKeeper(db, work)
const line = { schoolId: school, id: crypto.randomUUID() }
const [sanne, tom] = [crypto.randomUUID(), crypto.randomUUID()]

before(() =>
  keeper(async (tx) => {
    await tx
      .insert(relations)
      .values({ ...line, organisationId: partner, name: 'Spraakwater', levels: [], ownerId: holder.personId })
    const face = (id: string, rank: number, name: string) => ({
      ...{ schoolId: school, id, relationId: line.id, rank, name, days: [], source: 'test' },
    })
    await tx.insert(faces).values([face(sanne, 0, 'Sanne Spraak'), face(tom, 1, 'Tom Taal')])
    await tx.insert(tableLinks).values({
      ...{ schoolId: school, relationId: line.id, faceId: tom, name: 'Tom Taal', mail: 'tom@spraak.example' },
      ...{ schoolName: 'De Regenboog', partnerName: 'Spraakwater', tokenDigest: digestOf('x'.repeat(43)) },
      ...{ sentAt: new Date(), expiresAt: new Date(Date.now() + 1e9) },
    })
    const parting = { schoolId: school, id: crypto.randomUUID(), relationId: line.id, faceId: tom }
    await tx.insert(partings).values({ ...parting, stopsOn: soon, saidBy: 'school', confirmedOn: today })
    const of = { schoolId: school, partingId: parting.id }
    await tx.insert(partingAnswers).values({ ...of, name: 'Mia Meekijker' })
    await tx.insert(partingLinks).values({
      ...{
        ...of,
        relationId: line.id,
        name: 'Tom Taal',
        mail: 'tom@spraak.example',
        leaver: 'Tom Taal',
        schoolName: 'x',
      },
      ...{
        partnerName: 'x',
        tokenDigest: digestOf('y'.repeat(43)),
        sentAt: new Date(),
        expiresAt: new Date(Date.now() + 1e9),
      },
    })
  }),
)

async function allowed(deed: (tx: Tx, me: Actor) => Promise<{ length: number }>): Promise<Who[]> {
  const can: Who[] = []
  for (const [who, me] of Object.entries(everyone) as [Who, Actor][])
    if ((await reach(db, me, (tx) => deed(tx, me))) > 0) can.push(who)
  return can.sort()
}

test('everyone × every verb on the three tables', async () => {
  const [parting] = await keeper((tx) => tx.select().from(partings).where(eq(partings.faceId, tom)))
  const free = crypto.randomUUID()
  await keeper((tx) =>
    tx
      .insert(faces)
      .values({ schoolId: school, id: free, relationId: line.id, rank: 9, name: 'Vrij', days: [], source: 't' }),
  )
  const ours = ['head', 'holder', 'teacher']
  assert.deepEqual(await allowed((tx) => tx.select().from(partings)), [...ours, 'therapist'])
  const put =
    (saidBy: 'school' | 'partner', more = {}) =>
    (tx: Tx, me: Actor) =>
      tx
        .insert(partings)
        .values({
          schoolId: school,
          relationId: line.id,
          faceId: free,
          stopsOn: soon,
          saidBy,
          startedBy: me.personId,
          ...more,
        })
        .returning()
  assert.deepEqual(await allowed(put('school')), ['head', 'holder'])
  assert.deepEqual(await allowed(put('partner')), ['therapist'])
  assert.deepEqual(await allowed(put('partner', { confirmedOn: today })), [], 'the other side confirms nothing')
  assert.deepEqual(await allowed(put('school', { startedBy: head.personId })), ['head'], 'in one’s own name')
  const change = (tx: Tx) => tx.update(partings).set({ stopsOn: today }).returning()
  assert.deepEqual(await allowed(change), ['head', 'holder'])
  assert.deepEqual(await allowed((tx) => tx.update(partings).set({ settledAt: new Date() }).returning()), [])
  assert.deepEqual(await allowed((tx) => tx.delete(partings).returning()), ['head', 'holder'])

  assert.deepEqual(await allowed((tx) => tx.select().from(partingLinks)), ours)
  const linked = { schoolId: school, partingId: parting!.id, relationId: line.id, name: 'x', mail: 'x', leaver: 'x' }
  const makeLink = (tx: Tx) =>
    tx
      .insert(partingLinks)
      .values({
        ...linked,
        schoolName: 'x',
        partnerName: 'x',
        tokenDigest: 'x',
        sentAt: new Date(),
        expiresAt: new Date(),
      })
      .returning()
  assert.deepEqual(await allowed(makeLink), [], 'links are made by the keeper, who sends the letter')
  assert.deepEqual(await allowed((tx) => tx.update(partingLinks).set({ name: 'y' }).returning()), [])
  assert.deepEqual(await allowed((tx) => tx.delete(partingLinks).returning()), ['head', 'holder'])

  assert.deepEqual(await allowed((tx) => tx.select().from(partingAnswers)), [...ours, 'therapist'])
  const name = (tx: Tx, me: Actor) =>
    tx
      .insert(partingAnswers)
      .values({ schoolId: school, partingId: parting!.id, name: 'x', personId: me.personId })
      .returning()
  assert.deepEqual(await allowed(name), ['therapist'])
  assert.deepEqual(await allowed((tx) => tx.update(partingAnswers).set({ name: 'y' }).returning()), [])
  assert.deepEqual(await allowed((tx) => tx.delete(partingAnswers).returning()), [])
})

test('a passer-by and a wrong key reach nothing; a key opens its own parting only', async () => {
  for (const key of ['', digestOf('z'.repeat(43))])
    for (const table of [partings, partingLinks])
      assert.deepEqual(await actingAsGuest(db, key, (tx) => tx.select({ id: table.id }).from(table)), [])
  const hers = digestOf('x'.repeat(43))
  const seen = await actingAsGuest(db, hers, (tx) => tx.select({ faceId: partings.faceId }).from(partings))
  assert.deepEqual(seen, [{ faceId: tom }])
  const refused = (error: { cause?: { code?: string } }) => error.cause?.code === '42501'
  const other = { schoolId: school, relationId: line.id, faceId: sanne, stopsOn: soon, saidBy: 'partner' as const }
  await keeper((tx) => tx.delete(partings).where(and(eq(partings.faceId, sanne))))
  await assert.rejects(() => actingAsGuest(db, hers, (tx) => tx.insert(partings).values(other)), refused)
})

test('a link of hers for something else says no more that she stops once the line has ended or she has left', async () => {
  const lena = crypto.randomUUID()
  const key = digestOf('l'.repeat(43))
  const requestKey = digestOf('r'.repeat(43))
  const soonOver = { sentAt: new Date(), expiresAt: new Date(Date.now() + 1e9) }
  await keeper(async (tx) => {
    const face = { schoolId: school, id: lena, relationId: line.id, rank: 5, name: 'Lena', days: [], source: 'test' }
    await tx.insert(faces).values(face)
    await tx.insert(tableLinks).values({
      ...{ schoolId: school, relationId: line.id, faceId: lena, name: 'Lena', mail: 'lena@spraak.example' },
      ...{ schoolName: 'x', partnerName: 'x', tokenDigest: key, ...soonOver },
    })
    const request = { schoolId: school, id: crypto.randomUUID(), relationId: line.id }
    await tx.insert(requests).values({
      ...{ ...request, schoolName: 'x', level: 'group', what: 'x', wishDay: soon, answerBy: soon },
      askedBy: head.personId,
    })
    await tx.insert(requestLinks).values({
      ...{ schoolId: school, requestId: request.id, faceId: lena, name: 'Lena', mail: 'lena@spraak.example' },
      ...{ tokenDigest: requestKey, replyDigest: 'r', ...soonOver },
    })
  })
  const said = { schoolId: school, relationId: line.id, faceId: lena, stopsOn: soon, saidBy: 'partner' as const }
  const undone = new Error('taken back')
  const code = (error: { message?: string; cause?: { code?: string } }) => error.cause?.code ?? error.message
  const saying = (by: string) =>
    actingAsGuest(db, by, async (tx) => {
      await tx.insert(partings).values(said)
      throw undone
    }).catch(code)
  const seeing = async (by: string) =>
    (await actingAsGuest(db, by, (tx) => tx.select({ id: partings.id }).from(partings))).length
  const both = async (what: string, open: boolean) => {
    for (const by of [key, requestKey]) assert.equal(await saying(by), open ? undone.message : '42501', what)
    await keeper((tx) => tx.insert(partings).values({ ...said, stopsOn: soon }))
    for (const by of [key, requestKey]) assert.equal(await seeing(by), open ? 1 : 0, what)
    await keeper((tx) => tx.delete(partings).where(eq(partings.faceId, lena)))
  }
  const faceIs = (leftOn: string | null) => keeper((tx) => tx.update(faces).set({ leftOn }).where(eq(faces.id, lena)))
  const lineIs = (until: string | null) =>
    keeper((tx) => tx.update(relations).set({ until }).where(eq(relations.id, line.id)))
  await both('while both last', true)
  await faceIs(today)
  await both('on the day she has left', false)
  await faceIs(null)
  await lineIs(dayPlus(today, -1))
  await both('after the line', false)
  const byQuestion = digestOf('y'.repeat(43))
  assert.equal(await seeing(byQuestion), 0, 'nor does the link that asks who follows')
  await lineIs(null)
  assert.equal(await seeing(byQuestion), 1)
})
