import assert from 'node:assert/strict'
import { before, test } from 'node:test'
import { sql } from 'drizzle-orm'
import type { Actor } from '#kit/db/actor.ts'
import { actingAsGuest, actingAsKeeper, type Database, rowsOf, type Tx } from '#kit/db/database.ts'
import { relations } from '#rooms/relations/door.ts'
import { aSmallTown, somebody } from '#test/small-town.ts'
import { allowed } from '#test/visit.tsx'
import { deskAddresses, proposals } from './desk/tables.ts'
import { choices, decisions } from './tables.ts'
import { declaredHours, planBounds, restraints, visionPoints } from './vision/tables.ts'

type Town = Awaited<ReturnType<typeof aSmallTown>>
let town: Town
let db: Database
const who: Record<string, Actor> = {}
const ids = {
  choice: crypto.randomUUID(),
  open: crypto.randomUUID(),
  proposal: crypto.randomUUID(),
  passed: crypto.randomUUID(),
}
const today = '2026-11-22'
const goal = { forWhom: 'groep 5', better: 'meer', seenBy: today, stops: 'niets', hours: 4, askedOn: today } as const

before(async () => {
  town = await aSmallTown()
  db = town.db
  const { school: schoolId, head, teacher, ib, neighbour, therapist, trustee } = town
  Object.assign(who, { head, ib, teacher, neighbour, therapist, trustee })
  who['other teacher'] = await somebody(db, schoolId, 'Anke Ander', ['leerkracht'])
  who['mr'] = await somebody(db, schoolId, 'Mies Raad', ['mr'])
  await actingAsKeeper(db, async (tx) => {
    await tx.insert(relations).values({ schoolId, name: 'Bieb', levels: [] })
    await tx.insert(visionPoints).values({ schoolId, name: 'Lezen', addedOn: today })
    await tx.insert(restraints).values({ schoolId, topic: 'techniek', reason: 'geheim', decidedOn: today })
    await tx.insert(planBounds).values({ schoolId, mostLines: 30 })
    await tx.insert(declaredHours).values({ schoolId, personId: head.personId, hours: 10 })
    await tx.insert(choices).values({ schoolId, id: ids.choice, name: 'Bieb', ...goal, askedBy: teacher.personId })
    await tx.insert(choices).values({ schoolId, id: ids.open, name: 'Gym', ...goal, askedBy: teacher.personId })
    await tx.insert(decisions).values({ schoolId, choiceId: ids.choice, outcome: 'yes', why: 'ja', decidedOn: today })
    const lies = { schoolId, kind: 'typed', name: 'Circus', what: 'les', arrivedOn: today } as const
    await tx.insert(proposals).values({ ...lies, id: ids.proposal })
    await tx.insert(proposals).values({ ...lies, id: ids.passed, stage: 'passed', passedTo: teacher.personId })
    await tx.insert(deskAddresses).values({ address: 'de-regenboog', organisationId: schoolId })
  })
})

type Deed = (tx: Tx, me: Actor) => Promise<{ length: number }>

const here = () => ({ schoolId: town.school })
const verbs: Record<string, Deed> = {
  'see vision': (tx) => tx.select().from(visionPoints),
  'say vision': (tx) =>
    tx
      .insert(visionPoints)
      .values({ ...here(), name: 'N', addedOn: today })
      .returning(),
  'change vision': (tx) => tx.update(visionPoints).set({ name: 'Y' }).returning(),
  'see restraints': (tx) => tx.select().from(restraints),
  'say restraints': (tx, me) =>
    tx
      .insert(restraints)
      .values({ ...here(), topic: 'natuur', reason: 'n', decidedOn: today, decidedBy: me.personId })
      .returning(),
  'say restraints for another': (tx) =>
    tx
      .insert(restraints)
      .values({ ...here(), topic: 'natuur', reason: 'n', decidedOn: today, decidedBy: who['ib']!.personId })
      .returning(),
  'remove restraints': (tx) => tx.delete(restraints).returning(),
  'see bounds': (tx) => tx.select().from(planBounds),
  'say bounds': (tx) => tx.update(planBounds).set({ mostLines: 2 }).returning(),
  'see hours': (tx) => tx.select().from(declaredHours),
  'say hours': (tx) => tx.update(declaredHours).set({ hours: 2 }).returning(),
  'see choices': (tx) => tx.select().from(choices),
  propose: (tx, me) =>
    tx
      .insert(choices)
      .values({ ...here(), name: 'N', ...goal, askedBy: me.personId })
      .returning(),
  'propose for another': (tx) =>
    tx
      .insert(choices)
      .values({ ...here(), name: 'N', ...goal, askedBy: who['head']!.personId })
      .returning(),
  'give it to a stranger': (tx, me) =>
    tx
      .insert(choices)
      .values({ ...here(), name: 'N', ...goal, askedBy: me.personId, ownerId: town.neighbour.personId })
      .returning(),
  'change a choice': (tx) => tx.update(choices).set({ better: 'Y' }).returning(),
  'withdraw a choice': (tx) => tx.delete(choices).where(sql`id = ${ids.open}`).returning(),
  'withdraw what was decided': (tx) => tx.delete(choices).where(sql`id = ${ids.choice}`).returning(),
  'see decisions': (tx) => tx.select().from(decisions),
  decide: (tx, me) =>
    tx
      .insert(decisions)
      .values({ ...here(), choiceId: ids.choice, outcome: 'no', why: 'n', decidedOn: today, decidedBy: me.personId })
      .returning(),
  'change a decision': (tx) => tx.update(decisions).set({ why: 'Y' }).returning(),
  'remove a decision': (tx) => tx.delete(decisions).returning(),
  'see what came in': (tx) => tx.select().from(proposals).where(sql`id = ${ids.proposal}`),
  'see what was passed': (tx) => tx.select().from(proposals).where(sql`id = ${ids.passed}`),
  'type what came in': (tx) =>
    tx
      .insert(proposals)
      .values({ ...here(), kind: 'typed', name: 'N', what: 'n', arrivedOn: today })
      .returning(),
  'answer what was passed': (tx) =>
    tx.update(proposals).set({ stage: 'declined' }).where(sql`id = ${ids.passed}`).returning(),
  'remove what came in': (tx) => tx.delete(proposals).returning(),
  'see the address': (tx) => tx.select().from(deskAddresses),
}
const all = Object.keys(verbs)
const never = [
  'say restraints for another',
  'give it to a stranger',
  'change a decision',
  'remove a decision',
  'withdraw what was decided',
]
const sees = [
  'see vision',
  'see restraints',
  'see bounds',
  'see hours',
  'see choices',
  'see decisions',
  'see the address',
]
const keeps = [
  ...['propose', 'change a choice', 'withdraw a choice'],
  ...['see what came in', 'see what was passed', 'type what came in', 'answer what was passed', 'remove what came in'],
]
const may: Record<string, readonly string[]> = {
  head: all.filter((verb) => !never.includes(verb)),
  ib: [...sees, ...keeps],
  teacher: [
    ...[...sees, 'propose', 'change a choice', 'withdraw a choice'],
    ...['see what was passed', 'answer what was passed'],
  ],
  'other teacher': [...sees, 'propose'],
  mr: [],
  neighbour: [],
  therapist: [],
  trustee: [],
}

for (const [name, expected] of Object.entries(may)) {
  test(`${name} may ${expected.length ? `${expected.length} things` : 'nothing'}`, async () => {
    assert.deepEqual(await allowed(db, who[name]!, verbs), [...expected].sort())
  })
}

const asGuest = <T>(work: (tx: Tx) => Promise<T>) => actingAsGuest(db, '', work)
const refused = (error: { cause?: { code?: string } }) => error.cause?.code === '42501'
const lay = (tx: Tx, more: Partial<typeof proposals.$inferInsert> = {}) =>
  tx.insert(proposals).values({ ...here(), kind: 'form', name: 'N', what: 'n', arrivedOn: today, ...more })

test('a passer-by finds no closed desk and lays nothing on it', async () => {
  assert.deepEqual(await asGuest((tx) => tx.select().from(deskAddresses)), [])
  assert.deepEqual(await asGuest((tx) => tx.select({ topic: restraints.topic }).from(restraints)), [])
  await assert.rejects(() => asGuest((tx) => lay(tx)), refused)
})

test('at an open desk she lays one thing and sees nothing of what lies there, nor why a theme is not begun', async () => {
  await actingAsKeeper(db, (tx) => tx.update(planBounds).set({ deskOpenedAt: new Date() }))
  await asGuest((tx) => lay(tx))
  await assert.rejects(() => asGuest((tx) => lay(tx, { kind: 'typed' })), refused)
  await assert.rejects(() => asGuest((tx) => lay(tx, { stage: 'declined' })), refused)
  await assert.rejects(() => asGuest((tx) => lay(tx, { passedTo: town.teacher.personId })), refused)
  await assert.rejects(() => asGuest((tx) => lay(tx, { schoolId: town.other })), refused)
  for (const table of ['proposals', 'choices', 'decisions', 'declared_hours', 'vision_points'])
    await assert.rejects(() => asGuest((tx) => rowsOf(tx, sql`select * from ${sql.identifier(table)}`)), refused, table)
  assert.deepEqual(await asGuest((tx) => tx.select({ topic: restraints.topic }).from(restraints)), [
    { topic: 'techniek' },
  ])
  await assert.rejects(() => asGuest((tx) => tx.select({ reason: restraints.reason }).from(restraints)), refused)
  await assert.rejects(() => asGuest((tx) => tx.select({ most: planBounds.mostLines }).from(planBounds)), refused)
})
