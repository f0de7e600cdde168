import assert from 'node:assert/strict'
import { before, test } from 'node:test'
import { eq } from 'drizzle-orm'
import type { Actor } from '#kit/db/actor.ts'
import { actingAs, actingAsKeeper, type Tx } from '#kit/db/database.ts'
import { aims, manners } from '#rooms/agreements/door.ts'
import { choices, decisions as chosenDecisions } from '#rooms/plans/tables.ts'
import { visionPoints } from '#rooms/plans/vision/tables.ts'
import { relations } from '#rooms/relations/door.ts'
import { aSmallTown, somebody } from '#test/small-town.ts'
import { reached, visits } from '#test/visit.tsx'
import { inside } from './routes.tsx'
import { cameOf, needsReason, nextAfter, type Success, wakesOn } from './rules.ts'
import { roundDecisions, rounds } from './tables.ts'

let town: Awaited<ReturnType<typeof aSmallTown>>
let visit: ReturnType<typeof visits>
const who: Record<string, Actor> = {}
const [line, second, theirs, old, closed] = [1, 2, 3, 4, 5].map(() => crypto.randomUUID()) as [
  string,
  string,
  string,
  string,
  string,
]
const day = '2026-11-21'

before(async () => {
  town = await aSmallTown()
  visit = visits(town.db, inside)
  const { head, ib, teacher, neighbour, therapist, trustee } = town
  Object.assign(who, { head, ib, teacher, neighbour, therapist, trustee })
  who['mr'] = await somebody(town.db, town.school, 'Mia Raad', ['mr'])
  await actingAsKeeper(town.db, async (tx) => {
    const ours = { schoolId: town.school, levels: [] }
    await tx.insert(relations).values([
      { ...ours, id: line, name: 'Bieb', organisationId: town.partner },
      { ...ours, id: second, name: 'Museum' },
      { schoolId: town.other, id: theirs, name: 'Hun Bieb', levels: [], organisationId: town.partner },
    ])
    for (const [schoolId, relationId, id] of [
      [town.school, line, old],
      [town.other, theirs, closed],
    ] as const) {
      await tx.insert(rounds).values({ schoolId, id, openedOn: '2025-11-01', closedOn: '2025-11-02' })
      const about = { schoolId, roundId: id, relationId, decidedOn: '2025-11-01' }
      await tx.insert(roundDecisions).values({ ...about, decision: 'on', reason: 'omdat het werkt' })
    }
  })
})

const verbs: Record<string, (tx: Tx, me: Actor) => Promise<{ length: number }>> = {
  'see rounds': (tx) => tx.select().from(rounds),
  'open a round': (tx) => tx.insert(rounds).values({ schoolId: town.school, openedOn: day }).returning(),
  'close rounds': (tx) => tx.update(rounds).set({ closedOn: day }).returning(),
  'remove rounds': (tx) => tx.delete(rounds).returning(),
  'see decisions': (tx) => tx.select().from(roundDecisions),
  decide: (tx, me) =>
    tx
      .insert(roundDecisions)
      .values({
        schoolId: town.school,
        roundId: old,
        relationId: second,
        decision: 'on',
        decidedOn: day,
        personId: me.personId,
      })
      .returning(),
  'decide in another’s name': (tx, me) =>
    tx
      .insert(roundDecisions)
      .values({
        ...{ schoolId: town.school, roundId: old, relationId: second, decision: 'on', decidedOn: day },
        personId: (me === town.head ? town.ib : town.head).personId,
      })
      .returning(),
  'change decisions': (tx) => tx.update(roundDecisions).set({ reason: 'y' }).returning(),
  'take decisions back': (tx) => tx.delete(roundDecisions).returning(),
}
const decides = [1, 1, 1, 0, 1, 1, 0, 0, 1]
const nothing = [0, 0, 0, 0, 0, 0, 0, 0, 0]
const may: Record<string, number[]> = {
  head: decides,
  ib: decides,
  teacher: [1, 0, 0, 0, 1, 0, 0, 0, 0],
  // Of her own school: one round, one decision; ours she does not touch.
  neighbour: [1, 0, 1, 0, 1, 0, 0, 0, 1],
  therapist: nothing,
  trustee: nothing,
  mr: nothing,
}
for (const [name, expected] of Object.entries(may))
  test(`what ${name} may do in a round`, async () => {
    assert.deepEqual(await reached(town.db, who[name]!, verbs), expected, Object.keys(verbs).join(', '))
  })

test('a sleeping line wakes with the next school year; whatever changes has a reason', () => {
  assert.deepEqual(
    [wakesOn('2026-11-21'), wakesOn('2026-03-01'), wakesOn('2026-08-01')],
    ['2027-08-01', '2026-08-01', '2027-08-01'],
  )
  assert.deepEqual((['on', 'change', 'stop', 'sleep'] as const).map(needsReason), [false, true, true, true])
  const lines = [
    { id: 'a', decision: null },
    { id: 'b', decision: 'on' as const },
    { id: 'c', decision: null },
  ]
  assert.deepEqual([nextAfter(lines, 'a')?.id, nextAfter(lines, 'c')?.id, nextAfter(lines, 'x')?.id], ['c', 'a', 'a'])
})

test('did it do what we began for: as somebody saw it, else what is missing', () => {
  const said = (more: Partial<Success>): Success => ({
    ...{ success: 'x', writtenOn: '2026-01-10', lookOn: '2026-10-01', outcome: null, lookedOn: null },
    ...more,
  })
  const seen = said({ outcome: 'missed', lookedOn: '2026-10-02' })
  const earlier = said({ outcome: 'reached', lookedOn: '2025-06-02' })
  const nothing = { successes: [], chosen: null, began: null }
  const lawful = { obligation: 'law', motives: [] }
  const kinds = [
    nothing,
    { ...nothing, began: lawful },
    { ...nothing, chosen: { chosenOn: '2026-01-01' } },
    { ...nothing, successes: [said({})] },
    { ...nothing, successes: [said({ lookOn: '2027-01-01' })] },
    { ...nothing, successes: [earlier], chosen: { chosenOn: '2026-01-01' } },
    { ...nothing, successes: [said({ lookOn: '2027-01-01' }), seen, earlier] },
  ].map((line) => cameOf(line, day).kind)
  assert.deepEqual(kinds, ['no-start', 'no-sentence', 'no-sentence', 'due', 'ahead', 'before', 'looked'])
  const came = cameOf({ ...nothing, successes: [earlier, seen] }, day)
  assert.equal(came.kind === 'looked' && came.seen, seen, 'the last look')
})

test('hours a year as chosen, and what came of it, stand ready on the line and on the list', async () => {
  const id = crypto.randomUUID()
  const [schoolId, choiceId, visionId] = [town.school, crypto.randomUUID(), crypto.randomUUID()]
  await actingAsKeeper(town.db, async (tx) => {
    await tx.insert(relations).values({ schoolId, id, name: 'Atelier', levels: [] })
    await tx.insert(visionPoints).values({ schoolId, id: visionId, name: 'Maken met je handen', addedOn: '2025-01-01' })
    const chosen = { schoolId, lineId: id, name: 'Atelier', forWhom: 'groep 5', stops: 'niets', seenBy: '2026-06-01' }
    await tx.insert(choices).values([
      { ...chosen, id: choiceId, visionId, better: 'Ieder kind maakt iets.', hours: 24, askedOn: '2025-11-01' },
      { ...chosen, better: 'Nog niet besloten.', hours: 99, askedOn: '2026-11-01' },
    ])
    await tx
      .insert(chosenDecisions)
      .values({ schoolId, choiceId, outcome: 'yes', why: 'past', decidedOn: '2025-11-02' })
    await tx.insert(aims).values({
      ...{ schoolId, relationId: id, success: 'ieder kind iets maakte', writtenOn: '2025-11-10' },
      ...{ lookOn: '2026-06-01', outcome: 'missed', lookedOn: '2026-06-03' },
    })
    await tx.insert(rounds).values({ schoolId, openedOn: '2026-01-01', closedOn: '2026-01-02' })
  })
  const { text, queries } = await visit(town.teacher, { path: `/jaarronde/${id}` })
  assert.ok(queries <= 6, String(queries))
  assert.match(text, /Gekozen voor\s+Maken met je handen: Ieder kind maakt iets\. \(te zien op ma 1 jun\)/)
  assert.match(text, /Deed het waarvoor we begonnen\?\s+Nee\. Jullie keken op wo 3 jun: niet gelukt\./)
  assert.match(text, /Uren per jaar\s+24 uur, zo gedacht bij de keuze van za 1 nov 2025/)
  const bare = (await visit(town.teacher, { path: `/jaarronde/${line}` })).text
  assert.match(bare, /Niet bekend\. Er staat nergens waarvoor we begonnen[\s\S]*er is geen keuze voor deze partner/)
  const list = await visit(town.teacher, { path: '/jaarronde' })
  assert.match(list.text, /Atelier\s+niemand\s+24\s+niet gelukt \(wo 3 jun\)/)
  assert.match(list.text, /Bieb\s+niemand\s+niet bekend/)
  const inEnglish = (await visit(town.teacher, { path: `/jaarronde/${id}`, language: 'en' })).text
  assert.match(inEnglish, /Did it do what we began for\?\s+No\. You looked/)
  await actingAsKeeper(town.db, async (tx) => {
    await tx.delete(choices).where(eq(choices.lineId, id))
    await tx.delete(rounds).where(eq(rounds.openedOn, '2026-01-01'))
    await tx.delete(relations).where(eq(relations.id, id))
  })
})

test('one goes from line to line; a decision stays with why, when and by whom', async () => {
  const start = await visit(town.head, { path: '/jaarronde', fields: {} })
  assert.equal(start.location, `/jaarronde/${line}`)
  const first = await visit(town.head, { path: `/jaarronde/${line}` })
  assert.ok(first.queries <= 6, String(first.queries))
  assert.match(
    first.text,
    /1 van 2[\s\S]*nooit opgeschreven wanneer[\s\S]*geen contact genoteerd[\s\S]*nog geen afspraken/,
  )
  assert.match(first.text, /Eerder besloten[\s\S]*We gaan door, za 1 nov 2025[\s\S]*omdat het werkt/)
  const next = await visit(town.head, { path: `/jaarronde/${line}/besluit`, fields: { decision: 'on', reason: '' } })
  assert.deepEqual([next.location, next.told], [`/jaarronde/${second}`, 'Bieb: Ga door.'])
  // One is left: closing says so first, and asks once more.
  assert.match((await visit(town.head, { path: '/jaarronde' })).html, /<a[^>]* href="\/jaarronde\/afsluiting"/)
  assert.match((await visit(town.head, { path: '/jaarronde/afsluiting' })).text, /1 van de 2 partners/)
  const bare = await visit(town.head, {
    path: `/jaarronde/${second}/besluit`,
    fields: { decision: 'stop', reason: '' },
  })
  assert.equal(bare.status, 422)
  assert.match(bare.text, /Schrijf in een paar woorden waarom/)
  const named = { decision: 'stop', reason: 'Daan vond het niets', tell: '' }
  assert.match((await visit(town.head, { path: `/jaarronde/${second}/besluit`, fields: named })).text, /lijkt een naam/)
  const odd = await visit(town.head, { path: `/jaarronde/${second}/besluit`, fields: { decision: 'x' } })
  assert.match(odd.text, /Kies wat jullie besluiten/)
  const rest = { decision: 'sleep', reason: 'Druk jaar', tell: 'Tot in september.' }
  assert.equal((await visit(town.ib, { path: `/jaarronde/${second}/besluit`, fields: rest })).location, '/jaarronde')
  const kept = await actingAs(town.db, town.head, (tx) => tx.select().from(manners))
  assert.equal(kept.find(({ relationId }) => relationId === second)?.sleepsUntil, '2027-08-01')
  assert.equal((await visit(town.head, { path: '/jaarronde/afsluiting' })).location, '/jaarronde', 'nothing to ask')
  const list = await visit(town.teacher, { path: '/jaarronde' })
  assert.match(list.text, /2 van 2 besproken[\s\S]*Rust tot de zomer voorbij is[\s\S]*Druk jaar/)
  assert.ok(!list.html.includes('method="post"'))
})

test('a letter for each outcome; a reason of ours is in none of them', async () => {
  const all = await visit(town.head, { path: '/jaarronde/brieven' })
  assert.match(all.text, /Met u gaan we graag door[\s\S]*een tijdje rustig aan[\s\S]*Tot in september\./)
  assert.ok(!all.text.includes('Druk jaar'))
  const one = await visit(town.head, { path: `/jaarronde/${line}/brief` })
  assert.ok(!one.text.includes('rustig aan'))
  for (const [decision, words] of [
    ['stop', /stoppen met onze samenwerking/],
    ['change', /iets anders gaan doen/],
  ] as const) {
    const fields = { decision, reason: 'omdat' }
    await visit(town.head, { path: `/jaarronde/${line}/besluit`, fields })
    assert.match((await visit(town.head, { path: `/jaarronde/${line}/brief` })).text, words)
  }
})

test('nobody else holds a round, and a closed one takes no decisions', async () => {
  for (const name of ['teacher', 'therapist', 'trustee']) {
    const me = who[name]!
    assert.equal((await visit(me, { path: '/jaarronde', fields: {} })).status, 404, name)
    assert.equal((await visit(me, { path: '/jaarronde/brieven' })).status, 404, name)
    assert.equal((await visit(me, { path: '/jaarronde/afsluiting' })).status, 404, name)
    assert.equal((await visit(me, { path: `/jaarronde/${line}/besluit`, fields: { decision: 'on' } })).status, 404)
  }
  assert.equal((await visit(town.neighbour, { path: `/jaarronde/${line}` })).status, 404)
  assert.equal((await visit(town.head, { path: '/jaarronde/afsluiting', fields: {} })).status, 303)
  const late = await visit(town.head, { path: `/jaarronde/${line}/besluit`, fields: { decision: 'on' } })
  assert.equal(late.status, 404)
  assert.match((await visit(town.head, { path: '/jaarronde' })).text, /Afgesloten op/)
})
