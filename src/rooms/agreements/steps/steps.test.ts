import assert from 'node:assert/strict'
import { before, test } from 'node:test'
import { eq } from 'drizzle-orm'
import type { Actor } from '#kit/db/actor.ts'
import { actingAs, actingAsGuest, actingAsKeeper, type Tx } from '#kit/db/database.ts'
import { relations } from '#rooms/relations/door.ts'
import { aSmallTown, somebody } from '#test/small-town.ts'
import { reach, visits } from '#test/visit.tsx'
import { inside } from '../routes.tsx'
import { agreements, manners } from '../tables.ts'
import { decideAbout } from './actions.ts'
import { keepingForMe } from './queries.ts'
import { stateOfStep, usuallyWakes } from './rules.ts'
import { lineSteps } from './tables.ts'

/** What was decided about a line waits on who holds it: done with a click, or refused with a reason. */
const town = await aSmallTown()
const { db, school, partner, head, teacher, neighbour, therapist, trustee } = town
const holder = await somebody(db, school, 'Hilde Houder', ['leerkracht'])
const everyone = { head, holder, teacher, neighbour, therapist, trustee }
type Who = keyof typeof everyone
const visit = visits(db, inside)
const today = '2026-11-21'
const keeper = <T>(work: (tx: Tx) => Promise<T>) => actingAsKeeper(db, work)
const [ends, sleeps] = [crypto.randomUUID(), crypto.randomUUID()]
const at = (id: string) => `/netwerk/${id}/vervolg`

before(() =>
  keeper(async (tx) => {
    for (const [id, name] of [
      [ends, 'Museum'],
      [sleeps, 'Koor'],
    ] as const)
      await tx
        .insert(relations)
        .values({ schoolId: school, id, name, organisationId: partner, levels: [], ownerId: holder.personId })
  }),
)

const decided = (relationId: string, step: 'ends' | 'sleeps' | null, path: string) =>
  actingAs(db, head, (tx) => decideAbout(tx, head, { relationId, step, path, today }))
const forMe = (me: Actor) => actingAs(db, me, (tx) => keepingForMe(tx, me, today))

test('decided, it waits on who holds the line and on who leads, on its page and on the list', async () => {
  await decided(sleeps, 'sleeps', '/keuzes/1')
  await decided(ends, 'ends', '/keuzes/2')
  assert.deepEqual(
    (await forMe(holder)).steps.map(({ name, step }) => [name, step]),
    [
      ['Koor', 'sleeps'],
      ['Museum', 'ends'],
    ],
  )
  assert.equal((await forMe(head)).steps.length, 2)
  assert.equal((await forMe(teacher)).steps.length, 0)
  const page = await visit(holder, { path: at(sleeps) })
  assert.match(page.text, /Zet de lijn met Koor in slaap/)
  assert.ok(page.queries <= 6)
  assert.match((await visit(holder, { path: '/afspraken' })).text, /Besloten, en nog niet gedaan/)
  assert.match((await visit(teacher, { path: at(sleeps) })).text, /Dit wacht op wie de lijn heeft/)
  for (const who of [neighbour, therapist, trustee]) assert.equal((await visit(who, { path: at(sleeps) })).status, 404)
  assert.match((await visit(holder, { path: `${at(ends)}/brief` })).text, /eindigt onze samenwerking/)
  assert.match((await visit(holder, { path: at(ends) })).html, new RegExp(`action="/netwerk/${ends}/afsluiting"`))
})

test('one click puts it to sleep; then nothing waits any more', async () => {
  assert.equal((await visit(holder, { path: `${at(sleeps)}/slaap`, fields: { until: 'ooit' } })).status, 422)
  const path = `${at(sleeps)}/slaap`
  assert.equal((await visit(teacher, { path, fields: { until: '2027-08-01' } })).status, 404)
  assert.equal((await visit(holder, { path, fields: { until: '2027-08-01' } })).status, 303)
  const [row] = await keeper((tx) => tx.select().from(manners).where(eq(manners.relationId, sleeps)))
  assert.equal(row?.sleepsUntil, '2027-08-01')
  assert.match((await visit(holder, { path: at(sleeps) })).text, /Gedaan: de lijn met Koor slaapt/)
  assert.deepEqual(
    (await forMe(holder)).steps.map(({ name }) => name),
    ['Museum'],
  )
})

test('refused, the reason stays with the decision; a child is not named in it', async () => {
  const path = `${at(ends)}/afwijzing`
  assert.match((await visit(holder, { path, fields: { reason: '' } })).text, /waarom niet/)
  assert.equal((await visit(holder, { path, fields: { reason: 'Kevin Jansen gaat er graag heen' } })).status, 422)
  assert.equal((await visit(holder, { path, fields: { reason: 'De tentoonstelling past toch.' } })).status, 303)
  assert.match((await visit(teacher, { path: at(ends) })).text, /Toch niet gedaan: De tentoonstelling past toch\./)
  assert.equal((await forMe(holder)).steps.length, 0)
})

test('ended by hand it is done; decided otherwise it is asked no more', async () => {
  await decided(ends, 'ends', '/keuzes/3')
  await keeper((tx) => tx.update(relations).set({ until: '2026-12-01' }).where(eq(relations.id, ends)))
  assert.equal((await forMe(holder)).steps.length, 0)
  await keeper((tx) => tx.update(relations).set({ until: null }).where(eq(relations.id, ends)))
  assert.equal((await forMe(holder)).steps.length, 1)
  await decided(ends, null, '/keuzes/3')
  assert.equal((await forMe(holder)).steps.length, 0)
})

test('an agreement that is due, and a line on turn, wait on whose they are', async () => {
  await keeper(async (tx) => {
    const agreed = { schoolId: school, relationId: ends, madeOn: '2026-09-01', part: 'school' as const }
    await tx.insert(agreements).values([
      { ...agreed, what: 'Mail het rooster', until: '2026-11-01', personId: teacher.personId },
      { ...agreed, what: 'Later pas', until: '2027-02-01', personId: teacher.personId },
    ])
    await tx.insert(manners).values({ schoolId: school, relationId: ends, nextOn: '2026-11-10' })
  })
  const hers = await forMe(teacher)
  assert.deepEqual([hers.due.map(({ what }) => what), hers.turns], [['Mail het rooster'], 0])
  assert.equal((await forMe(holder)).turns, 1)
})

async function allowed(deed: (tx: Tx, me: Actor) => Promise<{ length: number }>): Promise<Who[]> {
  const can: Who[] = []
  for (const [who, me] of Object.entries(everyone) as [Who, Actor][])
    if ((await reach(db, me, (tx) => deed(tx, me))) > 0) can.push(who)
  return can.sort()
}

test('everyone × every verb', async () => {
  await decided(ends, 'ends', '/keuzes/4')
  assert.deepEqual(await allowed((tx) => tx.select().from(lineSteps)), ['head', 'holder', 'teacher'])
  const put =
    (more = {}) =>
    (tx: Tx, me: Actor) =>
      tx
        .insert(lineSteps)
        .values({
          schoolId: school,
          relationId: ends,
          step: 'ends',
          path: '/x',
          decidedOn: today,
          askedBy: me.personId,
          ...more,
        })
        .returning()
  assert.deepEqual(await allowed(put()), ['head', 'holder'])
  assert.deepEqual(await allowed(put({ askedBy: head.personId })), ['head'], 'in one’s own name')
  assert.deepEqual(await allowed(put({ closedOn: today })), [], 'nothing begins as done')
  const open = eq(lineSteps.path, '/keuzes/4')
  const done = (tx: Tx, me: Actor) =>
    tx.update(lineSteps).set({ closedOn: today, closedBy: me.personId }).where(open).returning()
  assert.deepEqual(await allowed(done), ['head', 'holder'])
  const forAnother = (tx: Tx) =>
    tx.update(lineSteps).set({ closedOn: today, closedBy: head.personId }).where(open).returning()
  assert.deepEqual(await allowed(forAnother), ['head'])
  assert.deepEqual(await allowed((tx) => tx.update(lineSteps).set({ step: 'sleeps' }).returning()), [])
  assert.deepEqual(await allowed((tx) => tx.delete(lineSteps).where(open).returning()), ['head', 'holder'])
  const closed = (tx: Tx) => tx.delete(lineSteps).where(eq(lineSteps.path, '/keuzes/2')).returning()
  assert.deepEqual(await allowed(closed), [], 'what was said of it stays')
  await assert.rejects(() => actingAsGuest(db, '', (tx) => tx.select().from(lineSteps)))
})

test('the state of a step is read from the line and from what was said', () => {
  const line = { until: null, sleepsUntil: null }
  const step = { step: 'sleeps' as const, closedOn: null, declined: null }
  assert.equal(stateOfStep(step, line, today), 'waits')
  assert.equal(stateOfStep(step, { ...line, sleepsUntil: '2026-11-20' }, today), 'waits', 'it woke up')
  assert.equal(stateOfStep(step, { ...line, sleepsUntil: '2027-01-01' }, today), 'done')
  assert.equal(stateOfStep({ ...step, step: 'ends' }, { ...line, until: today }, today), 'done')
  assert.equal(stateOfStep({ ...step, closedOn: today, declined: 'nee' }, line, today), 'declined')
  assert.deepEqual([usuallyWakes('2026-11-21'), usuallyWakes('2027-03-01')], ['2027-08-01', '2027-08-01'])
})
