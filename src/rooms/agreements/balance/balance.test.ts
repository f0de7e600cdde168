import assert from 'node:assert/strict'
import { before, test } from 'node:test'
import { sql } from 'drizzle-orm'
import type { Actor } from '#kit/db/actor.ts'
import { actingAsGuest, actingAsKeeper, type Tx } from '#kit/db/database.ts'
import { relations } from '#rooms/relations/door.ts'
import { aSmallTown, somebody } from '#test/small-town.ts'
import { reached, visits } from '#test/visit.tsx'
import { digestOf } from '../contacts/rules.ts'
import { inside } from '../routes.tsx'
import { heldLink } from '../sides/queries.ts'
import { linkEnds } from '../sides/rules.ts'
import { tableLinks } from '../sides/tables.ts'
import { weighByLink } from './actions.ts'
import { balancesOf } from './queries.ts'
import { agrees, type BothSaid, type Said, shownTo } from './rules.ts'
import { balances } from './tables.ts'

/** Once a school year each side says for itself how give and take weigh; beside each other once both have. */
const town = await aSmallTown()
const { db, school, other, partner, head, teacher, neighbour, therapist, trustee } = town
const holder = await somebody(db, school, 'Hilde Houder', ['leerkracht'])
const mr = await somebody(db, school, 'Mies Raad', ['mr'])
const visit = visits(db, inside)
const [line, alone, theirs] = [1, 2, 3].map(() => crypto.randomUUID()) as [string, string, string]
const token = 'a'.repeat(43)
const key = digestOf(token)
const now = new Date()
const guest = <T>(work: (tx: Tx) => Promise<T>) => actingAsGuest(db, key, work)

before(() =>
  actingAsKeeper(db, async (tx) => {
    const shared = { levels: [], organisationId: partner, name: 'Spraakwater' }
    await tx.insert(relations).values({ schoolId: school, id: line, ...shared, ownerId: holder.personId })
    await tx.insert(relations).values({ schoolId: school, id: alone, name: 'Buurman', levels: [] })
    await tx.insert(relations).values({ schoolId: other, id: theirs, ...shared })
    const to = { name: 'Folkert Sietsma', mail: 'f@buur.example', schoolName: 'De Regenboog', partnerName: 'Buurman' }
    await tx
      .insert(tableLinks)
      .values({ schoolId: school, relationId: alone, ...to, tokenDigest: key, sentAt: now, expiresAt: linkEnds(now) })
    await tx.insert(balances).values({
      ...{ schoolId: other, relationId: theirs, schoolYear: 2026, side: 'school', weight: 'get', line: 'vanhen' },
      saidOn: '2026-11-01',
    })
  }),
)

const ours = `/netwerk/${line}/tafel`
const opposite = `/tafel/${line}`
const say = (me: Actor, path: string, weight: string, text = '', today = '2026-11-21') =>
  visit(me, { path: `${path}/evenwicht`, fields: { weight, line: text }, today })

test('what the other said is read only after one has said it too; then it stands for the year', async () => {
  assert.equal((await say(therapist, opposite, 'give', 'wijzoeken de kamer')).status, 303)
  const before = await visit(holder, { path: ours })
  assert.match(before.text, /Spraakwater heeft al geantwoord/)
  assert.doesNotMatch(before.text, /wijzoeken/)
  assert.ok(before.queries <= 6)
  assert.equal((await say(therapist, opposite, 'even', 'wijzoeken niet meer')).status, 303, 'still hers to change')
  assert.equal((await say(holder, ours, 'give', 'wijregelen de koffie')).status, 303)
  for (const [me, path] of [
    [holder, ours],
    [teacher, ours],
    [therapist, opposite],
  ] as const) {
    const both = await visit(me, { path })
    assert.match(both.text, /Wij geven meer dan we krijgen wijregelen[\s\S]*In evenwicht wijzoeken niet meer/)
    assert.match(both.text, /Jullie zien het anders/)
    assert.doesNotMatch(both.html, /evenwicht"[^>]*method|action="[^"]*evenwicht"/)
  }
  const late = await say(holder, ours, 'get')
  assert.match(late.told, /al geantwoord/)
  assert.equal(late.status, 303)
})

test('a new school year asks again, and keeps the year before', async () => {
  const next = await visit(holder, { path: ours, today: '2027-09-01' })
  assert.match(next.text, /2027-2028[\s\S]*Eerdere schooljaren[\s\S]*2026-2027/)
  assert.equal((await say(holder, ours, 'even', '', '2027-09-01')).status, 303)
  assert.match((await visit(holder, { path: ours, today: '2027-09-01' })).text, /Jullie antwoord staat er/)
})

test('nothing chosen or a name in it is said back, with the form filled in', async () => {
  const none = await visit(head, { path: `${ours}/evenwicht`, fields: { line: 'zomaar' }, today: '2028-09-01' })
  assert.equal(none.status, 422)
  assert.match(none.html, /Kies een van de drie[\s\S]*value="zomaar"/)
  const named = await say(head, ours, 'give', 'Youssef kostte veel tijd', '2028-09-01')
  assert.equal(named.status, 422)
  assert.match(named.text, /lijkt een naam/)
})

test('whoever may not tend the line, or is of another house, says nothing', async () => {
  for (const me of [teacher, neighbour, trustee, mr]) assert.equal((await say(me, ours, 'even')).status, 404)
  assert.equal((await say(therapist, `/tafel/${alone}`, 'even')).status, 404)
  assert.equal((await say(head, opposite, 'even')).status, 404)
})

test('a link weighs for its own table only', async () => {
  const held = (await guest((tx) => heldLink(tx, key)))!
  assert.deepEqual(await guest((tx) => weighByLink(tx, held, { weight: 'get', line: null }, '2026-11-21')), {
    ok: true,
  })
  assert.equal((await guest((tx) => balancesOf(tx, school, alone))).length, 1)
  assert.equal((await guest((tx) => tx.select().from(balances))).length, 1)
  const elsewhere = { ...held, relationId: line }
  await assert.rejects(guest((tx) => weighByLink(tx, elsewhere, { weight: 'get', line: null }, '2028-11-21')))
  assert.equal((await actingAsGuest(db, '', (tx) => tx.select().from(balances))).length, 0)
})

test('the database holds everyone to every verb', async () => {
  const row = { schoolId: school, relationId: line, schoolYear: 2030, weight: 'even', saidOn: '2030-11-01' } as const
  const add = (side: 'school' | 'partner', by?: string) => (tx: Tx, me: Actor) =>
    tx
      .insert(balances)
      .values({ ...row, side, personId: by ?? me.personId })
      .returning()
  const verbs: Record<string, (tx: Tx, me: Actor) => Promise<{ length: number }>> = {
    see: (tx) => tx.select().from(balances).where(sql`school_year = 2026 and relation_id <> ${alone}`),
    'say for the school': add('school'),
    'say for the partner': add('partner'),
    'say as another': add('school', mr.personId),
    change: (tx) => tx.update(balances).set({ line: 'x' }).returning(),
    'take away': (tx) => tx.delete(balances).where(sql`school_year = 2026 and relation_id <> ${alone}`).returning(),
  }
  const may: [Actor, number[]][] = [
    [head, [2, 1, 0, 0, 0, 1]],
    [holder, [2, 1, 0, 0, 0, 1]],
    [teacher, [2, 0, 0, 0, 0, 0]],
    [mr, [0, 0, 0, 0, 0, 0]],
    [neighbour, [1, 0, 0, 0, 0, 1]],
    [therapist, [3, 0, 1, 0, 0, 1]],
    [trustee, [0, 0, 0, 0, 0, 0]],
  ]
  for (const [me, expected] of may) assert.deepEqual(await reached(db, me, verbs), expected, me.accountId)
})

test('how it is shown: a rule of its own', () => {
  const said = (schoolYear: number, side: 'school' | 'partner', weight: Said['weight']): Said => ({
    ...{ schoolYear, side, weight, line: null },
  })
  const both = (a: Said['weight'], b: Said['weight']): BothSaid => ({
    ...{ schoolYear: 1, school: said(1, 'school', a), partner: said(1, 'partner', b) },
  })
  assert.deepEqual(
    [agrees(both('even', 'even')), agrees(both('give', 'get')), agrees(both('get', 'give'))],
    [true, true, true],
  )
  assert.deepEqual(
    [agrees(both('give', 'give')), agrees(both('even', 'get')), agrees(both('get', 'get'))],
    [false, false, false],
  )
  const shown = shownTo('school', [said(2025, 'school', 'even'), said(2026, 'partner', 'give')], 2026)
  assert.deepEqual([shown.mine, shown.both, shown.otherWaits, shown.before], [undefined, undefined, true, []])
})
