import assert from 'node:assert/strict'
import { before, test } from 'node:test'
import { eq, sql } from 'drizzle-orm'
import type { Actor } from '#kit/db/actor.ts'
import { actingAs, actingAsGuest, actingAsKeeper, rowsOf, type Tx } from '#kit/db/database.ts'
import { relations } from '#rooms/relations/door.ts'
import { aSmallTown, somebody } from '#test/small-town.ts'
import { reach, reached, visits } from '#test/visit.tsx'
import { openShowcase, showLine } from './actions.ts'
import { publicPage, schoolAt } from './queries.ts'
import { inside } from './routes.tsx'
import { mayBeShown, recruitingFrom, saidSite } from './rules.ts'
import { showcaseAddresses, showcaseLines, showcaseObjections, showcases } from './tables.ts'

/** Only chosen partners, only while the page is on, never a person; and off when the partner says so. */
const town = await aSmallTown()
const { db, school, other, partner, head, teacher, ib, neighbour, therapist, trustee } = town
const mr = await somebody(db, school, 'Mies Raad', ['mr'])
const visit = visits(db, inside)
const today = new Date().toISOString().slice(0, 10)
const now = new Date()
const [speech, museum, neighbourhood, person, theirs] = [1, 2, 3, 4, 5].map(() => crypto.randomUUID()) as [
  string,
  string,
  string,
  string,
  string,
]

before(async () => {
  await actingAsKeeper(db, async (tx) => {
    const line = { schoolId: school, levels: [] }
    await tx.insert(relations).values([
      { ...line, id: speech, name: 'Spraakwater', organisationId: partner, type: 'logopedist' },
      { ...line, id: museum, name: 'Museum', type: 'museum_theater' },
      { ...line, id: neighbourhood, name: 'Buurtgroep', form: 'group' },
      { ...line, id: person, name: 'Buurman Henk', form: 'person' },
      { ...line, schoolId: other, id: theirs, name: 'Fanfare' },
    ])
  })
  await actingAs(db, neighbour, (tx) => openShowcase(tx, neighbour, now))
})

const guest = <T>(work: (tx: Tx) => Promise<T>) => actingAsGuest(db, '', work)
const readAsGuest = async (address = 'de-regenboog') => {
  const page = await guest(async (tx) => {
    const id = await schoolAt(tx, address)
    return id ? publicPage(tx, id, today) : undefined
  })
  return page?.partners.map(({ name }) => name)
}
const put = (me: Actor, id: string, more: Record<string, string> = {}) =>
  visit(me, {
    path: `/partnerpagina/partners/${id}`,
    fields: { name: 'Naam', website: '', why: 'Zo leren kinderen meer.', ...more },
  })

test('nothing is on by itself: a manager chooses, looks, turns on and off', async () => {
  assert.match(
    (await visit(teacher, { path: '/partnerpagina' })).text,
    /staat uit[\s\S]*De directeur of de administratie/,
  )
  assert.doesNotMatch((await visit(teacher, { path: '/partnerpagina' })).html, /method="post"/)
  assert.equal((await put(head, museum, { name: 'Stadsmuseum', website: 'https://museum.example' })).status, 303)
  assert.equal(await readAsGuest(), undefined, 'chosen, and the page is still off')
  assert.equal((await visit(head, { path: '/partnerpagina/opening', fields: {} })).status, 303)
  assert.deepEqual(await readAsGuest(), ['Stadsmuseum'])
  const seen = await visit(head, { path: '/partnerpagina' })
  assert.match(seen.text, /Op de pagina \(1\)[\s\S]*Stadsmuseum/)
  assert.ok(seen.queries <= 6)
  assert.equal((await visit(head, { path: '/partnerpagina/sluiting', fields: {} })).status, 303)
  assert.equal(await readAsGuest(), undefined)
  await visit(head, { path: '/partnerpagina/opening', fields: {} })
})

test('never a person; no name in the sentence; what is missing is said back', async () => {
  assert.equal((await put(head, person)).status, 404)
  assert.doesNotMatch((await visit(head, { path: '/partnerpagina' })).text, /Henk/)
  assert.equal((await put(head, theirs)).status, 404)
  const named = await put(head, neighbourhood, { why: 'Fatima leest hier elke week voor.' })
  assert.equal(named.status, 422)
  assert.match(named.html, /naam van iemand[\s\S]*Fatima leest/)
  for (const wrong of [{ why: '' }, { name: '' }, { website: 'javascript:alert(1)' }])
    assert.equal((await put(head, neighbourhood, wrong)).status, 422)
  const intro = { path: '/partnerpagina/woorden', fields: { intro: 'Vraag het aan Fatima' } }
  assert.equal((await visit(head, intro)).status, 422)
  assert.equal((await visit(head, { ...intro, fields: { intro: 'Samen lukt meer.' } })).status, 303)
})

test('a line that ended is off the page the day after, without anybody doing anything', async () => {
  const until = (day: string | null) =>
    actingAsKeeper(db, (tx) => tx.update(relations).set({ until: day }).where(eq(relations.id, museum)))
  await until('2020-01-31')
  assert.deepEqual(await readAsGuest(), [])
  await until(null)
  assert.deepEqual(await readAsGuest(), ['Stadsmuseum'])
})

test('a partner sees where it is named, takes itself off, and is not put on again until it may', async () => {
  assert.equal((await put(head, speech, { name: 'Spraakwater' })).status, 303)
  assert.match((await visit(therapist, { path: '/vermeldingen' })).text, /De Regenboog Spraakwater · Zo leren/)
  const say = (what: string, me = therapist, id = speech) =>
    visit(me, { path: `/vermeldingen/${id}/${what}`, fields: {} })
  for (const me of [head, teacher, trustee, mr, neighbour]) assert.equal((await say('bezwaar', me)).status, 404)
  assert.equal((await say('bezwaar', therapist, museum)).status, 404)
  assert.equal((await say('bezwaar')).status, 303)
  assert.deepEqual(await readAsGuest(), ['Stadsmuseum'])
  assert.equal((await put(head, speech)).status, 404)
  assert.match((await visit(head, { path: '/partnerpagina' })).text, /Spraakwater wil dit niet/)
  const row = { schoolId: school, relationId: speech, name: 'X', why: 'x', addedOn: today, addedBy: head.personId }
  assert.equal(await reach(db, head, (tx) => tx.insert(showcaseLines).values(row).returning()), 0, 'by the policy too')
  assert.equal((await say('toestemming')).status, 303)
  assert.equal((await put(head, speech, { name: 'Spraakwater' })).status, 303)
  for (const me of [head, trustee, mr]) assert.equal((await visit(me, { path: '/vermeldingen' })).status, 404)
})

test('the database holds everyone to every verb', async () => {
  const line = { schoolId: school, name: 'N', why: 'w', addedOn: today }
  const objection = { schoolId: school, relationId: speech, objectedOn: today }
  const verbs: Record<string, (tx: Tx, me: Actor) => Promise<{ length: number }>> = {
    'see pages': (tx) => tx.select().from(showcases),
    'turn pages': (tx) => tx.update(showcases).set({ openedAt: now }).returning(),
    'see addresses': (tx) => tx.select().from(showcaseAddresses),
    'see lines': (tx) => tx.select().from(showcaseLines),
    'add a line': (tx, me) =>
      tx
        .insert(showcaseLines)
        .values({ ...line, relationId: neighbourhood, addedBy: me.personId })
        .returning(),
    'add for another': (tx) =>
      tx
        .insert(showcaseLines)
        .values({ ...line, relationId: neighbourhood, addedBy: mr.personId })
        .returning(),
    'add a person': (tx, me) =>
      tx
        .insert(showcaseLines)
        .values({ ...line, relationId: person, addedBy: me.personId })
        .returning(),
    'change lines': (tx, me) => tx.update(showcaseLines).set({ why: 'x', addedBy: me.personId }).returning(),
    'take lines off': (tx) => tx.delete(showcaseLines).returning(),
    object: (tx, me) =>
      tx
        .insert(showcaseObjections)
        .values({ ...objection, personId: me.personId })
        .returning(),
    'object as another': (tx) =>
      tx
        .insert(showcaseObjections)
        .values({ ...objection, personId: mr.personId })
        .returning(),
  }
  const may: [Actor, number[]][] = [
    [head, [1, 1, 1, 2, 1, 0, 0, 2, 2, 0, 0]],
    [teacher, [1, 0, 1, 2, 0, 0, 0, 0, 0, 0, 0]],
    [ib, [1, 0, 1, 2, 0, 0, 0, 0, 0, 0, 0]],
    [mr, [0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0]],
    [neighbour, [1, 1, 1, 0, 0, 0, 0, 0, 0, 0, 0]],
    [therapist, [0, 0, 0, 1, 0, 0, 0, 0, 1, 1, 0]],
    [trustee, [0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0]],
  ]
  for (const [me, expected] of may) assert.deepEqual(await reached(db, me, verbs), expected, me.accountId)
})

test('a partner and a board get no page of their own, whatever their roles', async () => {
  const impostor = { ...therapist, roles: ['directeur', 'partnercontact'] } as Actor
  const opened = await actingAs(db, impostor, (tx) => openShowcase(tx, impostor, now))
  assert.deepEqual(opened, { ok: false, because: 'not-yours' })
  const page = (tx: Tx) => tx.insert(showcases).values({ schoolId: partner, openedAt: now }).returning()
  assert.equal(await reach(db, impostor, page), 0)
})

test('a passer-by reads what was chosen and not a column more, and writes nothing', async () => {
  assert.equal((await guest((tx) => rowsOf(tx, sql`select name, website, why from showcase_lines`))).length, 2)
  assert.equal((await guest((tx) => rowsOf(tx, sql`select id, until from relations`))).length, 2)
  for (const hidden of [
    'select added_by from showcase_lines',
    'select * from showcase_objections',
    'select name from relations',
    'delete from showcase_lines',
    "update showcases set intro = 'x'",
  ])
    await assert.rejects(
      guest((tx) => rowsOf(tx, sql.raw(hidden))),
      (error: { cause?: { code?: string } }) => error.cause?.code === '42501',
      hidden,
    )
  await actingAs(db, head, (tx) => tx.update(showcases).set({ openedAt: null }))
  assert.equal((await guest((tx) => rowsOf(tx, sql`select name from showcase_lines`))).length, 0)
  assert.equal((await guest((tx) => rowsOf(tx, sql`select id from relations`))).length, 0)
})

test('a text for a vacancy is made of what is public, and of nothing else', () => {
  const one = (id: string, type: string | null, on: boolean, more = {}) => ({
    ...{ id, name: id, form: 'organisation', type, website: null, objected: false, ...more },
    onPage: on ? { name: `${id} voor iedereen`, website: null, why: 'w' } : null,
  })
  const { lines, sectors, names } = recruitingFrom([
    one('a', 'logopedist', true),
    one('b', 'logopedist', true),
    one('c', 'museum_theater', true),
    one('d', 'museum_theater', false),
    one('e', null, true),
    one('f', 'museum_theater', true, { objected: true }),
  ])
  assert.equal(lines, 4)
  assert.equal(sectors.length, 2)
  assert.deepEqual(
    names,
    ['a', 'b', 'c', 'e'].map((id) => `${id} voor iedereen`),
  )
  assert.equal(mayBeShown({ form: 'person', objected: false }), false)
  assert.equal(saidSite('https://www.museum.example/'), 'museum.example')
})

test('said twice, the newest words stand', async () => {
  for (const why of ['eerst', 'later'])
    await actingAs(db, head, (tx) => showLine(tx, head, museum, { name: 'M', website: null, why, today }))
  const rows = await actingAs(db, head, (tx) =>
    tx.select({ why: showcaseLines.why }).from(showcaseLines).where(eq(showcaseLines.relationId, museum)),
  )
  assert.deepEqual(rows, [{ why: 'later' }])
})
