import assert from 'node:assert/strict'
import { before, test } from 'node:test'
import { eq, sql } from 'drizzle-orm'
import type { Actor } from '#kit/db/actor.ts'
import { actingAs, actingAsGuest, actingAsKeeper, type Tx } from '#kit/db/database.ts'
import { presences } from '#rooms/agenda/door.ts'
import { relations } from '#rooms/relations/door.ts'
import { aSmallTown, somebody } from '#test/small-town.ts'
import { allowed, visits } from '#test/visit.tsx'
import { waitingInPlans } from '../queries.ts'
import { inside } from '../routes.tsx'
import { resolutionsOnLine } from './queries.ts'
import { involvements, resolutions } from './tables.ts'

/** A decision is written down; whom it touches is proposed, ticked and heard before the day. */
const town = await aSmallTown()
const { db, school, other, head, teacher, ib, neighbour, therapist, trustee } = town
const holder = await somebody(db, school, 'Hilde Houder', ['leerkracht'])
const mr = await somebody(db, school, 'Mies Raad', ['mr'])
const visit = visits(db, inside)
const today = '2026-11-21'
const [speech, gym, theirs] = [1, 2, 3].map(() => crypto.randomUUID()) as [string, string, string]
const keeper = <T>(work: (tx: Tx) => Promise<T>) => actingAsKeeper(db, work)

before(() =>
  keeper(async (tx) => {
    const line = { levels: [], ownerId: holder.personId }
    await tx
      .insert(relations)
      .values({ schoolId: school, id: speech, name: 'Spraakwater', ...line, type: 'logopedist' })
    await tx.insert(relations).values({ schoolId: school, id: gym, name: 'Gymclub', levels: [] })
    await tx.insert(relations).values({ schoolId: other, id: theirs, name: 'Dansclub', levels: [] })
    await tx
      .insert(presences)
      .values({ schoolId: school, relationId: speech, weekday: 3, from: '09:00', until: '12:00' })
  }),
)

const asked = { title: 'Andere lestijden', about: 'Op woensdag eerder', decidesOn: '2026-12-10', weekdays: '3' }
async function recorded(by: Actor = teacher, more: Record<string, string> = {}) {
  const seen = await visit(by, { path: '/besluiten', fields: { ...asked, ...more } })
  assert.equal(seen.status, 303, seen.text)
  return seen.location!
}

test('whom it touches is proposed with the reason in words; a click involves, and the day to ask is there', async () => {
  const at = await recorded()
  const page = await visit(teacher, { path: at })
  assert.match(page.text, /Wie dit ook raakt/)
  assert.match(page.text, /Spraakwater is dan in huis: wo/)
  assert.doesNotMatch(page.text, /Gymclub is dan/)
  assert.ok(page.queries <= 6, String(page.queries))
  const ticked = await visit(teacher, {
    path: `${at}/partners/${speech}`,
    fields: { way: 'involved', askUntil: '2026-12-03' },
  })
  assert.deepEqual([ticked.status, ticked.told], [303, 'Spraakwater: bewaard.'])
  const after = await visit(teacher, { path: at })
  assert.match(after.text, /Spraakwater Nog te horen gevraagd tot en met do 3 dec/)
  assert.match(after.text, /We vinden geen andere partner die dit raakt/)
})

test('who recorded it and who holds the line hear what waits, until they were heard or the day is past', async () => {
  const at = await recorded(head, { title: 'Nieuwe lokalen' })
  const id = at.split('/').at(-1)!
  const waits = async (me: Actor, on = today) =>
    (await actingAs(db, me, (tx) => waitingInPlans(tx, me, on))).resolutions.filter((one) => one.id === id)
  assert.deepEqual(
    (await waits(head)).map(({ nobody, unheard }) => [nobody, unheard]),
    [[true, 0]],
  )
  assert.deepEqual(await waits(holder), [])
  await visit(head, { path: `${at}/partners/${speech}`, fields: { way: 'involved' } })
  for (const me of [head, holder])
    assert.deepEqual(
      (await waits(me)).map(({ nobody, unheard }) => [nobody, unheard]),
      [[false, 1]],
    )
  for (const me of [teacher, ib]) assert.deepEqual(await waits(me), [])
  assert.deepEqual(await waits(head, '2026-12-11'), [], 'after the day nothing waits')
  const said = { way: 'involved', said: 'Geen bezwaar.' }
  assert.equal((await visit(holder, { path: `${at}/partners/${speech}`, fields: said })).status, 303)
  assert.deepEqual([await waits(head), await waits(holder)], [[], []])
  assert.match((await visit(ib, { path: at })).text, /Zei: Geen bezwaar/)
  const [card] = await actingAs(db, ib, (tx) =>
    tx
      .select({ resolutions: resolutionsOnLine })
      .from(relations)
      .innerJoin(involvements, eq(involvements.relationId, relations.id))
      .where(eq(relations.id, speech)),
  )
  assert.ok(card?.resolutions.some(({ title, said: view }) => title === 'Nieuwe lokalen' && view === 'Geen bezwaar.'))
})

test('on purpose not wants a reason; a day too late, a name or nothing at all is said back with the form', async () => {
  const at = await recorded()
  const path = `${at}/partners/${gym}`
  const not = await visit(teacher, { path, fields: { way: 'not', why: '' } })
  assert.equal(not.status, 422)
  assert.match(not.text, /Schrijf waarom bewust niet/)
  const late = await visit(teacher, { path, fields: { way: 'involved', askUntil: '2026-12-10', said: 'mag' } })
  assert.match(late.text, /Kies een dag vóór het besluit/)
  assert.match(late.html, /value="mag"/)
  const named = await visit(teacher, { path, fields: { way: 'involved', said: 'Youssef mag dan eerder' } })
  assert.equal(named.status, 422)
  assert.equal((await visit(teacher, { path, fields: {} })).status, 422)
  const left = { way: 'not', why: 'raakt hen niet', askUntil: '2026-12-03' }
  assert.equal((await visit(teacher, { path, fields: left })).status, 303)
  assert.doesNotMatch((await visit(teacher, { path: at })).text, /gevraagd tot/, 'who is left out is asked nothing')
  assert.match((await visit(teacher, { path: at })).text, /Bewust niet Gymclub raakt hen niet/)
  const empty = await visit(teacher, { path: '/besluiten', fields: { about: 'iets' } })
  assert.equal(empty.status, 422)
  for (const sentence of ['wat jullie gaan besluiten', 'de dag waarop']) assert.match(empty.text, new RegExp(sentence))
  const past = await visit(teacher, { path: '/besluiten', fields: { ...asked, decidesOn: '2026-11-20' } })
  assert.match(past.text, /Kies vandaag of later/)
  const child = await visit(teacher, {
    path: '/besluiten',
    fields: { ...asked, title: 'Jan de Vries (7 jaar) naar groep 5' },
  })
  assert.equal(child.status, 422)
})

test('a partner nobody proposed is added by hand; one of another school is not there', async () => {
  const at = await recorded()
  const add = (lineId: string) => visit(teacher, { path: `${at}/partners`, fields: { lineId } })
  assert.equal((await add(gym)).location, `${at}/partners/${gym}`)
  assert.equal((await add(theirs)).status, 422)
  assert.equal((await add('')).status, 422)
  const foreign = { path: `${at}/partners/${theirs}`, fields: { way: 'informed' } }
  assert.equal((await visit(teacher, foreign)).status, 404)
  assert.equal((await visit(teacher, { path: '/besluiten', fields: { ...asked, lineId: theirs } })).status, 422)
})

test('taken off it is proposed again; changed and withdrawn by whom it belongs to', async () => {
  const at = await recorded()
  await visit(teacher, { path: `${at}/partners/${speech}`, fields: { way: 'informed' } })
  assert.equal((await visit(teacher, { path: `${at}/partners/${speech}/verwijdering`, fields: {} })).status, 303)
  assert.match((await visit(teacher, { path: at })).text, /Spraakwater is dan in huis/)
  assert.equal((await visit(holder, { path: `${at}/wijziging` })).status, 404)
  assert.equal((await visit(holder, { path: at, fields: { ...asked, title: 'X' } })).status, 404)
  assert.equal((await visit(ib, { path: at, fields: { ...asked, title: 'Toch niet' } })).status, 303)
  assert.equal((await visit(holder, { path: `${at}/verwijdering`, fields: {} })).status, 404)
  assert.equal((await visit(teacher, { path: `${at}/verwijdering`, fields: {} })).status, 303)
  assert.equal((await visit(teacher, { path: at })).status, 404)
})

test('nobody else sees or does anything with it', async () => {
  const at = await recorded()
  for (const me of [neighbour, therapist, trustee, mr]) {
    for (const path of ['/besluiten', at, `${at}/wijziging`, `${at}/partners/${speech}`]) {
      const seen = await visit(me, { path })
      assert.ok(seen.status === 404 || !seen.text.includes('lestijden'), `${me.accountId} ${path}`)
    }
    const tick = { path: `${at}/partners/${speech}`, fields: { way: 'informed' } }
    assert.equal((await visit(me, tick)).status, 404)
  }
})

type Deed = (tx: Tx, me: Actor) => Promise<{ length: number }>
test('the database itself holds everyone to every verb', async () => {
  const id = (await recorded()).split('/').at(-1)!
  await visit(teacher, { path: `/besluiten/${id}/partners/${gym}`, fields: { way: 'informed' } })
  const row = { schoolId: school, title: 'N', decidesOn: today, recordedOn: today, weekdays: [] }
  const tick = { schoolId: school, resolutionId: id, way: 'informed', setOn: today } as const
  const mineAndGyms = sql`resolution_id = ${id} and relation_id = ${gym}`
  const verbs: Record<string, Deed> = {
    see: (tx) => tx.select().from(resolutions).where(sql`id = ${id}`),
    record: (tx, me) =>
      tx
        .insert(resolutions)
        .values({ ...row, recordedBy: me.personId })
        .returning(),
    'record for another': (tx) =>
      tx
        .insert(resolutions)
        .values({ ...row, recordedBy: mr.personId })
        .returning(),
    'give it to a stranger': (tx, me) =>
      tx
        .insert(resolutions)
        .values({ ...row, recordedBy: me.personId, ownerId: neighbour.personId })
        .returning(),
    change: (tx) => tx.update(resolutions).set({ title: 'Y' }).where(sql`id = ${id}`).returning(),
    withdraw: (tx) => tx.delete(resolutions).where(sql`id = ${id}`).returning(),
    'see ticks': (tx) => tx.select().from(involvements).where(mineAndGyms),
    'tick a line': (tx, me) =>
      tx
        .insert(involvements)
        .values({ ...tick, relationId: speech, setBy: me.personId })
        .returning(),
    'tick for another': (tx) =>
      tx
        .insert(involvements)
        .values({ ...tick, relationId: speech, setBy: mr.personId })
        .returning(),
    'change a tick': (tx, me) =>
      tx.update(involvements).set({ said: 'x', setBy: me.personId }).where(mineAndGyms).returning(),
    untick: (tx) => tx.delete(involvements).where(mineAndGyms).returning(),
  }
  const all = Object.keys(verbs).filter((verb) => !/another|stranger/.test(verb))
  const may: [Actor, string[]][] = [
    [head, all],
    [ib, all],
    [teacher, all],
    [holder, ['see', 'record', 'see ticks', 'tick a line']],
    [mr, []],
    [neighbour, []],
    [therapist, []],
    [trustee, []],
  ]
  for (const [me, expected] of may) assert.deepEqual(await allowed(db, me, verbs), expected.toSorted(), me.accountId)
  for (const table of [resolutions, involvements])
    await assert.rejects(actingAsGuest(db, '', (tx) => tx.select().from(table)))
})
