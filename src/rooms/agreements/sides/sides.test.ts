import assert from 'node:assert/strict'
import { before, test } from 'node:test'
import { eq, sql } from 'drizzle-orm'
import { Hono } from 'hono'
import type { Actor } from '#kit/db/actor.ts'
import { actingAsGuest, actingAsKeeper, type Tx } from '#kit/db/database.ts'
import type { Street } from '#kit/http/types.ts'
import { outbox } from '#kit/jobs/tables.ts'
import { faces, relations } from '#rooms/relations/door.ts'
import { aSmallTown, somebody } from '#test/small-town.ts'
import { reached, visits } from '#test/visit.tsx'
import { digestOf } from '../contacts/rules.ts'
import { sendTableLink } from './actions.ts'
import { heldLink, tableOf } from './queries.ts'
import { inside, street } from './routes.tsx'
import { differs } from './rules.ts'
import { tableLinks, tableSides } from './tables.ts'

let town: Awaited<ReturnType<typeof aSmallTown>>
let visit: ReturnType<typeof visits>
const who: Record<string, Actor> = {}
const [line, theirs, alone] = [1, 2, 3].map(() => crypto.randomUUID()) as [string, string, string]
const day = '2026-11-21'
const now = new Date()
let token = ''

before(async () => {
  town = await aSmallTown()
  visit = visits(town.db, inside)
  const { head, teacher, neighbour, therapist, trustee } = town
  Object.assign(who, { head, teacher, neighbour, therapist, trustee })
  who['mr'] = await somebody(town.db, town.school, 'Mia Raad', ['mr'])
  await actingAsKeeper(town.db, async (tx) => {
    await tx.insert(relations).values([
      { schoolId: town.school, id: line, name: 'Spraakwater', levels: [], organisationId: town.partner },
      { schoolId: town.school, id: alone, name: 'Buurman', levels: [] },
      { schoolId: town.other, id: theirs, name: 'Spraakwater', levels: [], organisationId: town.partner },
    ])
    const face = { schoolId: town.school, rank: 0, days: [], source: 'test' }
    await tx.insert(faces).values([
      { ...face, relationId: alone, name: 'Folkert Sietsma', mail: 'folkert@buur.example' },
      { ...face, relationId: line, name: 'Lotte', mail: 'lotte@spraakwater.example' },
    ])
    for (const [schoolId, relationId, words] of [
      [town.school, line, 'vanons'],
      [town.school, alone, 'vanbuur'],
      [town.other, theirs, 'vanhen'],
    ] as const)
      for (const side of ['school', 'partner'] as const)
        await tx.insert(tableSides).values({ schoolId, relationId, side, does: `${words}${side}`, filledOn: day })
    const house = { baseUrl: 'https://kl.example' }
    await sendTableLink(tx, house, { schoolId: town.school, relationId: alone }, now)
    const [letter] = await tx.select().from(outbox)
    token = /aan-tafel\/([\w-]{43})/.exec(JSON.stringify(letter))?.[1] ?? assert.fail('no link in the letter')
    assert.ok(!JSON.stringify(letter).includes('vanbuur'), 'of what was written nothing stands in the letter')
  })
})

const fill = async (tx: Tx, me: Actor, side: 'school' | 'partner') => {
  await tx.delete(tableSides)
  const row = { schoolId: town.school, relationId: line, side, filledOn: day, personId: me.personId }
  return tx.insert(tableSides).values(row).returning()
}
const verbs: Record<string, (tx: Tx, me: Actor) => Promise<{ length: number }>> = {
  see: (tx) => tx.select().from(tableSides),
  'fill the school’s column': (tx, me) => fill(tx, me, 'school'),
  'fill the partner’s column': (tx, me) => fill(tx, me, 'partner'),
  'take columns away': (tx) => tx.delete(tableSides).returning(),
  'see links': (tx) => tx.select().from(tableLinks),
  'end links': (tx) => tx.delete(tableLinks).returning(),
}
/** Rows reached: of six columns at three tables, two of ours, and one link. */
const may: Record<string, number[]> = {
  head: [4, 1, 0, 2, 1, 1],
  teacher: [4, 0, 0, 0, 1, 0],
  neighbour: [2, 0, 0, 1, 0, 0],
  therapist: [4, 0, 1, 2, 0, 0],
  trustee: [0, 0, 0, 0, 0, 0],
  mr: [0, 0, 0, 0, 0, 0],
}
for (const [name, expected] of Object.entries(may))
  test(`what ${name} may do at the table`, async () => {
    assert.deepEqual(await reached(town.db, who[name]!, verbs), expected, Object.keys(verbs).join(', '))
  })

test('a partner sees neither what another partner wrote nor what one school wrote on the page of another', async () => {
  const here = await visit(town.therapist, { path: `/tafel/${line}` })
  assert.match(here.text, /vanonsschool[\s\S]*vanonspartner/)
  assert.ok(!/vanhen|vanbuur/.test(here.text))
  assert.equal((await visit(town.therapist, { path: `/tafel/${alone}` })).status, 404)
  assert.equal((await visit(town.neighbour, { path: `/netwerk/${line}/tafel` })).status, 404)
  assert.equal((await visit(town.head, { path: `/tafel/${line}` })).status, 404)
  assert.equal((await visit(town.trustee, { path: `/netwerk/${line}/tafel` })).status, 404)
})

test('both fill in the same card and read it side by side', async () => {
  const ours = { does: 'Lesgeven', hears: 'Dezelfde dag' }
  assert.equal((await visit(town.head, { path: `/netwerk/${line}/tafel`, fields: ours })).status, 303)
  const opposite = { does: 'Logopedie', hears: 'Binnen een week' }
  assert.equal((await visit(town.therapist, { path: `/tafel/${line}`, fields: opposite })).location, `/tafel/${line}`)
  const seen = await visit(town.teacher, { path: `/netwerk/${line}/tafel` })
  assert.match(
    seen.text,
    /Lesgeven[\s\S]*Logopedie[\s\S]*hier zien jullie het anders[\s\S]*Dezelfde dag[\s\S]*Binnen een week/,
  )
  assert.ok(seen.queries <= 6 && !seen.html.includes('method="post"'))
  const named = await visit(town.head, { path: `/netwerk/${line}/tafel`, fields: { does: 'Daan helpen' } })
  assert.equal(named.status, 422)
  assert.match(named.html, /lijkt een naam[\s\S]*Daan helpen/)
  const long = await visit(town.therapist, { path: `/tafel/${line}`, fields: { does: 'x'.repeat(401) } })
  assert.equal(long.status, 422)
  assert.equal((await visit(town.teacher, { path: `/netwerk/${line}/tafel`, fields: ours })).status, 404)
  assert.ok(
    differs('hears', ours, opposite) &&
      !differs('does', ours, opposite) &&
      !differs('hears', ours, { hears: 'dezelfde dag.' }),
  )
})

test('a link ends with the line, and with whoever got it', async () => {
  const key = digestOf(token)
  const open = () =>
    actingAsGuest(town.db, key, async (tx) => [
      (await heldLink(tx, key)) !== undefined,
      (await tx.select().from(tableSides)).length,
    ])
  const keeper = (work: (tx: Tx) => Promise<unknown>) => actingAsKeeper(town.db, work)
  const yesterday = sql`current_date - 1`
  await keeper((tx) => tx.update(relations).set({ until: yesterday }).where(eq(relations.id, alone)))
  assert.deepEqual(await open(), [false, 0])
  await keeper((tx) => tx.update(relations).set({ until: sql`current_date` }).where(eq(relations.id, alone)))
  assert.deepEqual(await open(), [true, 2], 'on its last day it is still there')
  await keeper((tx) => tx.update(relations).set({ until: null }).where(eq(relations.id, alone)))
  await keeper((tx) => tx.update(faces).set({ leftOn: yesterday }).where(eq(faces.relationId, alone)))
  assert.deepEqual(await open(), [false, 0])
  await keeper((tx) => tx.update(faces).set({ leftOn: null }).where(eq(faces.relationId, alone)))
  assert.deepEqual(await open(), [true, 2])
})

test('of the line behind a link its holder sees only whether it lasts', async () => {
  const key = digestOf(token)
  const lines = (as: string) => actingAsGuest(town.db, as, (tx) => tx.select({ id: relations.id }).from(relations))
  assert.deepEqual(await lines(key), [{ id: alone }])
  assert.deepEqual(await lines('x'), [])
  const columns = [sql`select name from relations`, sql`select name, mail from faces`]
  for (const statement of columns)
    await assert.rejects(
      actingAsGuest(town.db, key, (tx) => tx.execute(statement)),
      (error: Error) => /permission denied/.test(String(error.cause)),
    )
})

test('a link opens one table on one side of it, and nothing when it has run out', async () => {
  const key = digestOf(token)
  const held = await actingAsGuest(town.db, key, (tx) => heldLink(tx, key))
  assert.equal(held?.name, 'Folkert Sietsma')
  assert.equal((await actingAsGuest(town.db, key, (tx) => tx.select().from(tableSides))).length, 2)
  assert.equal((await actingAsGuest(town.db, 'x', (tx) => tx.select().from(tableSides))).length, 0)
  const put = (relationId: string, side: 'school' | 'partner') =>
    actingAsGuest(town.db, key, async (tx) => {
      await tx.delete(tableSides)
      await tx.insert(tableSides).values({ schoolId: town.school, relationId, side, filledOn: day })
      throw new Error('undo')
    })
  await assert.rejects(put(alone, 'partner'), /undo/)
  for (const [relationId, side] of [
    [alone, 'school'],
    [line, 'partner'],
  ] as const)
    await assert.rejects(put(relationId, side), (error: Error) => /row-level security/.test(String(error.cause)))
  await actingAsKeeper(town.db, (tx) => tx.update(tableLinks).set({ expiresAt: new Date(0) }))
  assert.equal(await actingAsGuest(town.db, key, (tx) => heldLink(tx, key)), undefined)
  assert.equal((await actingAsGuest(town.db, key, (tx) => tableOf(tx, town.school, alone))).length, 0)
})

test('whoever has no link finds nothing, and is not sent to sign in', async () => {
  const house = new Hono<Street>()
  house.use(async (c, next) => {
    c.set('language', 'nl')
    c.set('asGuest', (key, work) => actingAsGuest(town.db, key, work))
    c.set('page', (_, status = 200) => c.text('', status))
    await next()
  })
  house.route('/', street)
  for (const path of ['/aan-tafel/x', `/aan-tafel/${'a'.repeat(43)}`, '/aan-tafel/x/y'])
    for (const method of ['GET', 'POST']) assert.equal((await house.request(path, { method })).status, 404)
})
