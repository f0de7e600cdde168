import assert from 'node:assert/strict'
import { before, test } from 'node:test'
import type { Actor } from '#kit/db/actor.ts'
import { actingAs, actingAsKeeper, type Database, type Tx } from '#kit/db/database.ts'
import { relations } from '#rooms/relations/door.ts'
import { aSmallTown, somebody } from '#test/small-town.ts'
import { reached, visits } from '#test/visit.tsx'
import { partnersFor } from '../door.ts'
import { inside } from '../routes.tsx'
import { giveTip } from './actions.ts'
import { asksAuthor, isShown, monthsUntil, namesSomebody } from './rules.ts'
import { tips } from './tables.ts'

let town: Awaited<ReturnType<typeof aSmallTown>>
let db: Database
let visit: ReturnType<typeof visits>
let aide: Actor
const today = '2026-11-21'
const [museum, line, theirs] = [crypto.randomUUID(), crypto.randomUUID(), crypto.randomUUID()]
const said = { line: 'leuk en gratis', usedOn: '2026-03-01', stage: 'upper' as const, topic: null, today }
const fields = { line: 'Klei-les: neem schorten mee', usedOn: '2026-10-01', stage: 'middle', topic: 'cultuureducatie' }
let tip = ''

before(async () => {
  town = await aSmallTown()
  db = town.db
  visit = visits(db, inside)
  aide = await somebody(db, town.school, 'Ans Assistent', ['onderwijsassistent'])
  await actingAsKeeper(db, (tx) =>
    tx.insert(relations).values([
      { schoolId: town.school, id: museum, name: 'Museum', type: 'museum_theater', levels: [] },
      { schoolId: town.school, id: line, name: 'Spraak', organisationId: town.partner, type: 'logopedist', levels: [] },
      { schoolId: town.other, id: theirs, name: 'Hun museum', type: 'museum_theater', levels: [] },
    ]),
  )
  const give = (me: Actor, id: string) => actingAs(db, me, (tx) => giveTip(tx, me, id, said))
  const given = await give(town.teacher, museum)
  assert.ok(given.ok && (await give(aide, line)).ok && (await give(town.neighbour, theirs)).ok)
  tip = given.id
})

const row = (me: Actor, schoolId = town.school, relationId = museum) => ({
  ...{ schoolId, relationId, line: 'x', usedOn: '2026-01-01', authorId: me.personId, confirmedOn: today },
})
const verbs: Record<string, (tx: Tx, me: Actor) => Promise<{ length: number }>> = {
  see: (tx) => tx.select().from(tips),
  give: (tx, me) => tx.insert(tips).values(row(me)).returning(),
  'give in another’s name': (tx, me) =>
    tx
      .insert(tips)
      .values(row(me === town.ib ? town.head : town.ib))
      .returning(),
  'give at another school': (tx, me) =>
    tx
      .insert(tips)
      .values(me === town.neighbour ? row(me) : row(me, town.other, theirs))
      .returning(),
  change: (tx) => tx.update(tips).set({ line: 'y' }).returning(),
  remove: (tx) => tx.delete(tips).returning(),
}
/** Rows each verb reaches, of three: the teacher's, the aide's about the partner that has an account, the neighbour's. */
const may = {
  head: [2, 1, 0, 0, 0, 2],
  ib: [2, 1, 0, 0, 0, 2],
  teacher: [2, 1, 0, 0, 1, 1],
  aide: [2, 1, 0, 0, 1, 1],
  neighbour: [1, 0, 0, 0, 1, 1],
  therapist: [0, 0, 0, 0, 0, 0],
  trustee: [0, 0, 0, 0, 0, 0],
}
for (const [name, expected] of Object.entries(may))
  test(`what ${name} may do with tips`, async () => {
    const me = name === 'aide' ? aide : town[name as 'head']
    assert.deepEqual(await reached(db, me, verbs), expected, Object.keys(verbs).join(', '))
  })

test('a tip names nobody: names, citizen numbers and birthdays are refused', async () => {
  for (const about of ['Samira vond het eng', 'bsn 123456782', 'geboren 3 mei 2017', 'met Daan uit groep 4 gedaan'])
    assert.ok(namesSomebody(about), about)
  for (const about of ['vorig jaar met groep 5 gedaan, leuk en gratis', 'Boek een maand vooruit. Neem schorten mee.'])
    assert.ok(!namesSomebody(about), about)
  const at = `/netwerk/${museum}/tips`
  const refused = await visit(town.teacher, { path: at, fields: { ...fields, line: 'Samira vond het eng' } })
  assert.equal(refused.status, 422)
  assert.match(refused.html, /lijkt een naam[\s\S]*value="Samira vond het eng"/)
  const changed = await visit(town.teacher, { path: `${at}/${tip}`, fields: { ...fields, line: 'Daan huilde' } })
  assert.equal(changed.status, 422)
})

test('shown for two years after it was last said, its author asked after one', () => {
  assert.deepEqual(
    ['2024-11-21', '2024-11-22', '2026-11-21'].map((confirmedOn) => isShown({ confirmedOn }, today)),
    [false, true, true],
  )
  assert.deepEqual(
    ['2025-11-21', '2025-11-22'].map((confirmedOn) => asksAuthor({ confirmedOn }, today)),
    [true, false],
  )
  assert.deepEqual(monthsUntil('2026-01-31').slice(0, 3), ['2026-01-01', '2025-12-01', '2025-11-01'])
  assert.equal(monthsUntil(today).length, 24)
})

test('written, seen on the card, changed, and removed by its author', async () => {
  const card = `/netwerk/${museum}`
  const form = await visit(aide, { path: `${card}/tips/nieuw` })
  assert.match(form.text, /Schrijf niets over een kind, noem geen namen, en zeg niet hoe goed iemand is/)
  assert.equal((await visit(aide, { path: `${card}/tips`, fields })).location, card)
  const seen = await visit(town.head, { path: card })
  assert.ok(seen.queries <= 6)
  assert.match(
    seen.text,
    /“Klei-les: neem schorten mee” Ans Assistent, voor het laatst in oktober 2026, groep 3 tot en/,
  )
  assert.match(seen.text, /over kunst, muziek/)
  const mine = await visit(aide, { path: card })
  const at = /href="(\/netwerk\/[^"]*\/tips\/[0-9a-f]{8}[^"]*)"/.exec(mine.html)?.[1] ?? assert.fail('no link')
  await visit(aide, { path: at, fields: { ...fields, line: 'Klei-les: schorten zijn daar' } })
  assert.match((await visit(aide, { path: card })).text, /schorten zijn daar/)
  // A teacher sees it, and finds no button on it that is not hers.
  assert.equal((await visit(town.teacher, { path: at })).status, 404)
  assert.equal((await visit(town.teacher, { path: `${at}/verwijdering`, fields: {} })).status, 404)
  assert.equal((await visit(aide, { path: `${at}/verwijdering`, fields: {} })).location, card)
  assert.doesNotMatch((await visit(aide, { path: card })).text, /schorten/)
})

test('an old tip is seen by its author only, who says whether it still holds', async () => {
  const card = `/netwerk/${museum}`
  const later = '2028-11-25'
  assert.doesNotMatch((await visit(town.head, { path: card, today: later })).text, /leuk en gratis/)
  assert.match(
    (await visit(town.teacher, { path: card, today: later })).text,
    /leuk en gratis[\s\S]*niet meer[\s\S]*Klopt je tip nog/,
  )
  const at = `${card}/tips/${tip}/bevestiging`
  assert.equal((await visit(town.head, { path: at, fields: {}, today: later })).status, 404)
  assert.equal((await visit(town.teacher, { path: at, fields: {}, today: later })).location, card)
  assert.match((await visit(town.head, { path: card, today: later })).text, /leuk en gratis/)
})

test('an answer shows what colleagues say, about this question or about the partner as a whole', async () => {
  const ask = (me: Actor, topic: string) =>
    actingAs(db, me, (tx) => partnersFor(tx, town.school, { topic, usualTypes: ['logopedist'], today }))
  const [found] = await ask(town.head, 'spraak_taal')
  assert.deepEqual(found?.tips, [
    { line: 'leuk en gratis', usedOn: '2026-03-01', stage: 'upper', author: 'Ans Assistent' },
  ])
  assert.equal(found?.used.lastTip, '2026-03-01', 'and when the road was last taken, for who lists several')
})

test('who has nothing to do with it finds nothing; nonsense is said back in words', async () => {
  const at = `/netwerk/${museum}/tips`
  for (const me of [town.neighbour, town.therapist, town.trustee]) {
    assert.equal((await visit(me, { path: `${at}/nieuw` })).status, 404)
    assert.equal((await visit(me, { path: at, fields })).status, 404)
    assert.equal((await visit(me, { path: `${at}/${tip}`, fields })).status, 404)
  }
  const bad = await visit(town.teacher, { path: at, fields: { line: '', usedOn: 'ooit', stage: 'x', topic: 'x' } })
  assert.equal(bad.status, 422)
  assert.match(bad.text, /in één zin[\s\S]*Kies de maand/)
  const english = await visit(town.teacher, { path: `${at}/nieuw`, language: 'en' })
  assert.doesNotMatch(english.text, /\b(groep|maand|niet|geen)\b/)
})
