import assert from 'node:assert/strict'
import { before, test } from 'node:test'
import { and, eq } from 'drizzle-orm'
import type { Actor } from '#kit/db/actor.ts'
import { actingAsKeeper, actingAsMachine, type Tx } from '#kit/db/database.ts'
import { inside as network } from '#rooms/network/routes.tsx'
import { memberships } from '#rooms/people/door.ts'
import { relations } from '#rooms/relations/door.ts'
import { aSmallTown, everyone, somebody } from '#test/small-town.ts'
import { reach, reached, visits } from '#test/visit.tsx'
import { handCircle, handUnit } from './passing/actions.ts'
import { circlesLed, unitsLed } from './passing/queries.ts'
import { circlesOf } from './queries.ts'
import { inside } from './routes.tsx'
import { byUnit, isShort, linesOf } from './rules.ts'
import { circleMembers, circleNotes, circlePartners, circles } from './tables.ts'

let town: Awaited<ReturnType<typeof aSmallTown>>
let visit: ReturnType<typeof visits>
const who: Record<string, Actor> = {}
const ids = () => crypto.randomUUID()
const [line, spare, theirLine, taal, hunTaal] = [ids(), ids(), ids(), ids(), ids()]
const at = `/kennisgroepen/${taal}`
const today = '2026-11-21'

before(async () => {
  town = await aSmallTown()
  visit = visits(town.db, inside)
  Object.assign(who, await everyone(town))
  const { school, other, neighbour } = town
  who['lead'] = await somebody(town.db, school, 'Lena Lezer', ['leerkracht'])
  who['sits'] = await somebody(town.db, school, 'Sam Zitter', ['onderwijsassistent'])
  await actingAsKeeper(town.db, async (tx) => {
    await tx.insert(relations).values([
      { schoolId: school, id: line, name: 'Bieb', organisationId: town.partner, levels: [] },
      { schoolId: school, id: spare, name: 'Molen', levels: [] },
      { schoolId: other, id: theirLine, name: 'Hun Bieb', organisationId: town.partner, levels: [] },
    ])
    const each = [
      { schoolId: school, id: taal, lead: who['lead']!, sits: who['sits']!, relationId: line },
      { schoolId: other, id: hunTaal, lead: neighbour, sits: neighbour, relationId: theirLine },
    ]
    for (const { schoolId, id, lead, sits, relationId } of each) {
      await tx.insert(circles).values({ schoolId, id, name: 'Taal', leadId: lead.personId })
      await tx.insert(circleMembers).values({ schoolId, circleId: id, personId: sits.personId, unit: 'onderbouw' })
      await tx.insert(circlePartners).values({ schoolId, circleId: id, relationId })
      const note = { day: '2026-11-10', lines: 'Boeken geteld', writtenBy: lead.personId }
      await tx.insert(circleNotes).values({ schoolId, circleId: id, ...note })
    }
  })
})

type Verb = (tx: Tx, me: Actor) => Promise<{ length: number }>
const note = (me: Actor) => ({ schoolId: town.school, circleId: taal, day: today, lines: 'x', writtenBy: me.personId })
const verbs: Record<string, Verb> = {
  see: (tx) => tx.select().from(circles),
  begin: (tx) => tx.insert(circles).values({ schoolId: town.school, name: 'x' }).returning(),
  change: (tx) => tx.update(circles).set({ name: 'y' }).returning(),
  end: (tx) => tx.delete(circles).returning(),
  'see who sits in it': (tx) => tx.select().from(circleMembers),
  'add a member': (tx) =>
    tx
      .insert(circleMembers)
      .values({ schoolId: town.school, circleId: taal, personId: town.head.personId })
      .returning(),
  'take a member off': (tx) => tx.delete(circleMembers).returning(),
  'see its partners': (tx) => tx.select().from(circlePartners),
  'add a partner': (tx) =>
    tx.insert(circlePartners).values({ schoolId: town.school, circleId: taal, relationId: spare }).returning(),
  'take a partner off': (tx) => tx.delete(circlePartners).returning(),
  'read the notes': (tx) => tx.select().from(circleNotes),
  'write a note': (tx, me) => tx.insert(circleNotes).values(note(me)).returning(),
  'write for another': (tx) => tx.insert(circleNotes).values(note(who['sits']!)).returning(),
  'rewrite a note': (tx) => tx.update(circleNotes).set({ lines: 'z' }).returning(),
  'take a note off': (tx) => tx.delete(circleNotes).returning(),
}
const nothing = Object.keys(verbs).map(() => 0)
const all = [1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 0, 0, 1]
const reads = [1, 0, 0, 0, 1, 0, 0, 1, 0, 0, 1, 0, 0, 0, 0]
const may: Record<string, number[]> = {
  head: all,
  ib: all,
  // Her own circle, and no other: she begins none.
  lead: all.map((one, place) => (place === 1 ? 0 : one)),
  // Who sits in it writes what was said, and nothing else.
  sits: [1, 0, 0, 0, 1, 0, 0, 1, 0, 0, 1, 1, 1, 0, 0],
  teacher: reads,
  // Of her own school only.
  neighbour: [1, 0, 1, 1, 1, 0, 1, 1, 0, 1, 1, 0, 0, 0, 1],
  therapist: nothing,
  trustee: nothing,
  mr: nothing,
}
for (const [name, expected] of Object.entries(may))
  test(`what ${name} may do with circles`, async () => {
    assert.deepEqual(await reached(town.db, who[name]!, verbs), expected, Object.keys(verbs).join(', '))
  })

test('a program that may read circles reads what the list gives, never what was said', async () => {
  const scopes = ['partners:read', 'people:read', 'circles:read']
  const program = { scopes, via: crypto.randomUUID() }
  await actingAsMachine(town.db, town.head, program, async (tx) => {
    const [one] = await circlesOf(tx, town.school, today)
    assert.deepEqual([one?.name, one?.members.length, one?.partners.length, one?.lastNote], ['Taal', 1, 1, null])
    assert.deepEqual(await tx.select().from(circleNotes), [])
  })
})

test('nobody of another school leads or sits in a circle, nor stands a line of theirs with it', async () => {
  const stranger = town.neighbour.personId
  const deeds: Verb[] = [
    (tx) => tx.update(circles).set({ leadId: stranger }).returning(),
    (tx) => tx.insert(circles).values({ schoolId: town.school, name: 'x', leadId: stranger }).returning(),
    (tx) => tx.insert(circleMembers).values({ schoolId: town.school, circleId: taal, personId: stranger }).returning(),
  ]
  for (const deed of deeds) assert.equal(await reach(town.db, town.head, (tx) => deed(tx, town.head)), 0)
  const tried = [
    { path: `${at}/leden`, fields: { personId: stranger, unit: '' }, says: /Kies een collega/ },
    { path: `${at}/partners`, fields: { relationId: theirLine }, says: /Kies een partner/ },
    { path: `${at}/wijziging`, fields: { name: 'Taal', about: '', leadId: stranger }, says: /Kies een collega/ },
  ]
  for (const { says, ...form } of tried) {
    const seen = await visit(town.head, form)
    assert.equal(seen.status, 422)
    assert.match(seen.text, says)
  }
})

test('a note has five lines at most; who leads a part stands first', () => {
  assert.deepEqual(linesOf(' een \n\n twee'), ['een', 'twee'])
  assert.deepEqual([isShort('1\n2\n3\n4\n5'), isShort('1\n2\n3\n4\n5\n6')], [true, false])
  const members = [
    { name: 'Bo', unit: null },
    { name: 'Cor', unit: 'onderbouw' },
    { name: 'An', unit: 'bovenbouw' },
  ]
  assert.deepEqual(
    byUnit(members).map(({ name }) => name),
    ['An', 'Cor', 'Bo'],
  )
})

test('begun, filled, written in, and read by everybody who works here', async () => {
  const begun = await visit(town.head, {
    path: '/kennisgroepen',
    fields: { name: 'Gedrag', about: 'Rust', leadId: '' },
  })
  assert.equal(begun.told, 'De groep staat er. Zeg nu wie erin zitten.')
  const here = begun.location?.replace('/leden', '') ?? assert.fail('not begun')
  const member = { path: `${here}/leden`, fields: { personId: town.teacher.personId, unit: 'bovenbouw' } }
  assert.equal((await visit(town.head, member)).told, 'Joris Juf zit nu in de groep.')
  const partner = { path: `${here}/partners`, fields: { relationId: line } }
  assert.equal((await visit(town.head, partner)).told, 'De groep werkt met Bieb.')
  const lines = 'Met Hanna gekeken naar het plein\nBieb komt in maart'
  const written = await visit(town.teacher, { path: `${here}/verslagen`, fields: { day: today, lines } })
  assert.equal(written.told, 'Bewaard.')
  const seen = await visit(who['sits']!, { path: here })
  assert.match(
    seen.text,
    /zoekt een trekker[\s\S]*Joris Juf[\s\S]*trekker bovenbouw[\s\S]*Bieb komt in maart[\s\S]*Bieb/,
  )
  assert.ok(!seen.html.includes('method="post"') && seen.queries <= 6)
  const listed = await visit(who['sits']!, { path: '/kennisgroepen' })
  assert.match(listed.text, /Gedrag[\s\S]*zoekt een trekker · 1 lid · 1 partner[\s\S]*Taal[\s\S]*Lena Lezer trekt/)
  assert.equal((await visit(town.teacher, { path: `${here}/verwijdering`, fields: {} })).status, 404)
  const card = await visits(town.db, network)(town.teacher, { path: `/netwerk/${line}` })
  assert.match(card.text, /Kennisgroep Gedrag , Taal werkt hiermee|Kennisgroep Gedrag, Taal werkt hiermee/)
  assert.ok(card.queries <= 6)
  for (const path of ['partners', 'leden'] as const) {
    const id = path === 'leden' ? town.teacher.personId : line
    assert.equal((await visit(town.head, { path: `${here}/${path}/${id}/verwijdering`, fields: {} })).status, 303)
    assert.equal((await visit(town.head, { path: `${here}/${path}/${id}/verwijdering`, fields: {} })).status, 404)
  }
  const ended = await visit(town.head, { path: `${here}/verwijdering`, fields: {} })
  assert.deepEqual([ended.told, ended.location], ['De kennisgroep Gedrag is gestopt.', '/kennisgroepen'])
})

test('what is not quite right is said back; a child is not named', async () => {
  const wrong = await visit(town.head, {
    path: '/kennisgroepen',
    fields: { name: '', about: 'x'.repeat(201), leadId: 'x' },
  })
  assert.equal(wrong.status, 422)
  assert.match(wrong.text, /Schrijf op hoe de groep heet[\s\S]*Maak deze zin korter[\s\S]*Kies een collega/)
  const notes = [
    { day: '2026-12-31', lines: 'x', says: /Niet later dan vandaag/ },
    { day: today, lines: '1\n2\n3\n4\n5\n6', says: /Hoogstens vijf korte regels/ },
    { day: today, lines: 'Gesproken over Kevin', says: /lijkt over een kind/ },
    { day: '', lines: '', says: /Kies een dag[\s\S]*Schrijf op wat er besproken is/ },
  ]
  for (const { says, ...fields } of notes) {
    const seen = await visit(who['lead']!, { path: `${at}/verslagen`, fields })
    assert.equal(seen.status, 422)
    assert.match(seen.text, says)
  }
})

test('who may not, finds nothing: no page, no form', async () => {
  const paths = ['/kennisgroepen', at, `${at}/wijziging`, `${at}/leden`]
  for (const name of ['therapist', 'trustee', 'mr'])
    for (const path of paths) assert.equal((await visit(who[name]!, { path })).status, 404, `${name} ${path}`)
  for (const name of ['teacher', 'sits', 'neighbour'])
    for (const path of [`${at}/wijziging`, `${at}/leden`])
      assert.equal((await visit(who[name]!, { path })).status, 404, `${name} ${path}`)
  assert.equal((await visit(town.neighbour, { path: at })).status, 404)
  const note_ = { day: today, lines: '' }
  assert.equal((await visit(town.teacher, { path: `${at}/verslagen`, fields: note_ })).status, 404)
  assert.equal((await visit(town.teacher, { path: '/kennisgroepen', fields: { name: '' } })).status, 404)
})

test('who leaves hands on what she led; who only sat in it is gone with her last day', async () => {
  const [lead, sits, teacher] = [who['lead']!.personId, who['sits']!.personId, town.teacher.personId]
  const from = { organisationId: town.school, today }
  const given = { organisationId: town.school, id: taal, how: 'for-good' as const }
  await actingAsKeeper(town.db, async (tx) => {
    assert.deepEqual(
      (await circlesLed(tx, { ...from, personId: lead })).map(({ name }) => name),
      ['Taal'],
    )
    assert.deepEqual(
      (await unitsLed(tx, { ...from, personId: sits })).map(({ name }) => name),
      ['Taal, onderbouw'],
    )
    assert.equal(await handCircle(tx, { ...given, from: lead, to: teacher }), 'handed')
    assert.equal(await handCircle(tx, { ...given, from: lead, to: teacher }), 'gone')
    assert.equal(await handUnit(tx, { ...given, from: sits, to: lead }), 'handed')
    assert.equal(await handUnit(tx, { ...given, from: sits, to: lead }), 'gone')
    await tx
      .update(memberships)
      .set({ until: '2026-11-20' })
      .where(and(eq(memberships.organisationId, town.school), eq(memberships.personId, lead)))
  })
  const seen = await visit(town.head, { path: at })
  assert.match(seen.text, /Joris Juf Trekt de groep/)
  assert.doesNotMatch(seen.text, /onderbouw/)
})
