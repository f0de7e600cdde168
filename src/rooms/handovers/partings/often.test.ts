import assert from 'node:assert/strict'
import { test } from 'node:test'
import { Hono } from 'hono'
import { actingAsGuest, actingAsKeeper } from '#kit/db/database.ts'
import { readBody } from '#kit/http/body.ts'
import type { Street } from '#kit/http/types.ts'
import { faces, relations } from '#rooms/relations/door.ts'
import { aSmallTown, count } from '#test/small-town.ts'
import { street } from './routes.tsx'
import { digestOf } from './rules.ts'
import { partingAnswers, partingLinks, partings } from './tables.ts'

const { db, school } = await aSmallTown()
const key = 'a'.repeat(43)

async function aLink() {
  const [relationId, faceId, partingId] = [1, 2, 3].map(() => crypto.randomUUID()) as [string, string, string]
  await actingAsKeeper(db, async (tx) => {
    await tx.insert(relations).values({ schoolId: school, id: relationId, name: 'Spraakwater', levels: [] })
    const face = { schoolId: school, id: faceId, relationId, rank: 0, name: 'Sanne Spraak', days: [], source: 'test' }
    await tx.insert(faces).values(face)
    const parting = { schoolId: school, id: partingId, relationId, faceId, stopsOn: '2099-01-01' }
    await tx.insert(partings).values({ ...parting, saidBy: 'school' })
    await tx.insert(partingLinks).values({
      ...{ schoolId: school, partingId, relationId, name: 'Tom Taal', mail: 'tom@spraak.example' },
      ...{ leaver: 'Sanne Spraak', schoolName: 'De Regenboog', partnerName: 'Spraakwater' },
      ...{ tokenDigest: digestOf(key), sentAt: new Date(), expiresAt: new Date('2099-01-01') },
    })
  })
}

test('who follows is said a dozen times an hour by one link, and then it waits: no letter, nothing kept', async () => {
  await aLink()
  let now = new Date('2026-11-24T09:00:00Z')
  const house = new Hono<Street>()
  house.use((c, next) => {
    c.set('language', 'nl')
    c.set('now', now)
    c.set('today', '2026-11-24')
    c.set('body', () => readBody(c))
    c.set('nudge', () => {})
    c.set('asGuest', (guest, work) => actingAsGuest(db, guest, work))
    c.set('page', (_, status = 200) => c.text('', status))
    return next()
  })
  house.route('/', street)
  const says = async () => {
    const body = new URLSearchParams({ name: 'Noor Nieuw' })
    return (await house.request(`/opvolging/${key}`, { method: 'POST', body })).status
  }
  const answers: number[] = []
  for (let turn = 1; turn <= 13; turn += 1) answers.push(await says())
  assert.deepEqual(answers, [...Array.from({ length: 12 }, () => 200), 429])
  const [kept] = await actingAsKeeper(db, (tx) => tx.select({ count }).from(partingAnswers))
  assert.equal(kept?.count, 12)
  now = new Date('2026-11-24T10:01:00Z')
  assert.equal(await says(), 200, 'an hour later there is room')
})
