import assert from 'node:assert/strict'
import { before, test } from 'node:test'
import { sql } from 'drizzle-orm'
import type { Actor } from '#kit/db/actor.ts'
import { actingAsGuest, actingAsKeeper, type Tx } from '#kit/db/database.ts'
import { relations } from '#rooms/relations/door.ts'
import { aSmallTown, somebody } from '#test/small-town.ts'
import { reached, visits } from '#test/visit.tsx'
import { inside } from '../routes.tsx'
import { type Contribution, gridOf, mostUnits } from './rules.ts'
import { competences, contributions, units } from './tables.ts'

/** Unit by competence: off until the first unit; then gaps and doubles in words. */
const town = await aSmallTown()
const { db, school, other, head, teacher, ib, neighbour, therapist, trustee } = town
const mr = await somebody(db, school, 'Mies Raad', ['mr'])
const visit = visits(db, inside)
const [music, dance, ended, theirs] = [1, 2, 3, 4].map(() => crypto.randomUUID()) as [string, string, string, string]

before(() =>
  actingAsKeeper(db, async (tx) => {
    for (const [id, name, schoolId, until] of [
      [music, 'Muziekschool', school, null],
      [dance, 'Dansclub', school, null],
      [ended, 'Koor', school, '2025-01-01'],
      [theirs, 'Fanfare', other, null],
    ] as const)
      await tx.insert(relations).values({ schoolId, id, name, levels: [], until })
  }),
)

const grid = (me: Actor) => visit(me, { path: '/profielraster' })
const add = (me: Actor, path: string, name: string) => visit(me, { path, fields: { name } })
const cellOf = async () => {
  const [, unit] = /\/eenheden\/([0-9a-f-]+)\//.exec((await grid(head)).html) ?? []
  const [, competence] = /\/competenties\/([0-9a-f-]+)"/.exec((await grid(head)).html) ?? []
  return { unit, competence, path: `/eenheden/${unit}/competenties/${competence}` }
}

test('it is off until the first unit, and whoever may not draw is told who may', async () => {
  const off = await grid(teacher)
  assert.match(off.text, /Het raster staat uit[\s\S]*Wie leiding geeft/)
  assert.doesNotMatch(off.html, /method="post"|<table/)
  assert.equal((await add(teacher, '/eenheden', 'Onderbouw')).status, 404)
  assert.equal((await add(head, '/eenheden', 'Onderbouw')).status, 303)
  assert.match((await grid(head)).text, /Nu de competenties/)
  assert.equal((await add(ib, '/competenties', 'Muziek maken')).status, 303)
  const on = await grid(teacher)
  assert.match(on.text, /0 van de 1 plekken[\s\S]*Muziek maken nog niemand/)
  assert.ok(on.queries <= 6)
  assert.doesNotMatch(on.html, /method="post"/)
})

test('a partner fills a gap, a second one makes it double, an ended line counts for nothing', async () => {
  const { path } = await cellOf()
  const fill = (relationId: string, what = '') => visit(head, { path, fields: { relationId, what } })
  assert.equal((await fill(music, 'acht lessen')).status, 303)
  assert.match((await grid(teacher)).text, /1 van de 1 plekken[\s\S]*Muziekschool acht lessen/)
  assert.equal((await fill(dance)).status, 303)
  const double = await grid(teacher)
  assert.match(double.text, /dubbel[\s\S]*Meer dan één partner \(1\)[\s\S]*Dansclub, Muziekschool/)
  for (const wrong of [ended, theirs, 'x', ''])
    assert.equal((await fill(wrong)).status, 422, 'only open lines of this school')
  assert.equal((await fill(music, 'Youssef de Vries (7 jaar) speelt')).status, 422)
  assert.equal((await visit(head, { path: `${path}/partners/${dance}/verwijdering`, fields: {} })).status, 303)
  assert.doesNotMatch((await grid(teacher)).text, /dubbel/)
})

test('an empty or known name, one that is full, or of a child is said back', async () => {
  assert.match((await add(head, '/eenheden', '')).text, /Schrijf een naam op/)
  assert.match((await add(head, '/eenheden', 'onderbouw')).text, /staat er al/)
  assert.equal((await add(head, '/competenties', 'Jan de Vries (7 jaar)')).status, 422)
  for (let count = 1; count < mostUnits; count += 1) await add(head, '/eenheden', `Bouw ${count}`)
  const full = await add(head, '/eenheden', 'Nog een')
  assert.equal(full.status, 422)
  assert.match(full.html, /Meer past er niet[\s\S]*value="Nog een"/)
})

test('nobody else sees it or draws in it', async () => {
  const { path, unit } = await cellOf()
  for (const me of [mr, therapist, trustee]) assert.equal((await grid(me)).status, 404)
  assert.doesNotMatch((await grid(neighbour)).text, /Muziek/)
  for (const me of [teacher, mr, neighbour, therapist, trustee]) {
    assert.equal((await visit(me, { path })).status, 404)
    assert.equal((await visit(me, { path, fields: { relationId: music } })).status, 404)
    assert.equal((await visit(me, { path: `/eenheden/${unit}/verwijdering`, fields: {} })).status, 404)
  }
})

test('the database holds everyone to every verb', async () => {
  const { unit, competence } = await cellOf()
  const here = { schoolId: school, name: 'N', place: 9 }
  const one = sql`id in (${unit}, ${competence})`
  const verbs: Record<string, (tx: Tx) => Promise<{ length: number }>> = {
    'see units': (tx) => tx.select().from(units).where(one),
    'add a unit': (tx) => tx.insert(units).values(here).returning(),
    'change units': (tx) => tx.update(units).set({ name: 'Y' }).where(one).returning(),
    'remove units': (tx) => tx.delete(units).where(one).returning(),
    'see competences': (tx) => tx.select().from(competences),
    'add a competence': (tx) => tx.insert(competences).values(here).returning(),
    'remove competences': (tx) => tx.delete(competences).returning(),
    'see contributions': (tx) => tx.select().from(contributions),
    'add one': (tx) =>
      tx
        .insert(contributions)
        .values({
          ...{ schoolId: school, unitId: unit!, competenceId: competence!, relationId: dance },
          addedOn: '2026-11-21',
        })
        .returning(),
    'remove them': (tx) => tx.delete(contributions).returning(),
  }
  const may: [Actor, number[]][] = [
    [head, [1, 1, 1, 1, 1, 1, 1, 1, 1, 1]],
    [ib, [1, 1, 1, 1, 1, 1, 1, 1, 1, 1]],
    [teacher, [1, 0, 0, 0, 1, 0, 0, 1, 0, 0]],
    [mr, [0, 0, 0, 0, 0, 0, 0, 0, 0, 0]],
    [neighbour, [0, 0, 0, 0, 0, 0, 0, 0, 0, 0]],
    [therapist, [0, 0, 0, 0, 0, 0, 0, 0, 0, 0]],
    [trustee, [0, 0, 0, 0, 0, 0, 0, 0, 0, 0]],
  ]
  for (const [me, expected] of may) assert.deepEqual(await reached(db, me, verbs), expected, me.accountId)
  for (const table of [units, competences, contributions])
    await assert.rejects(actingAsGuest(db, '', (tx) => tx.select().from(table)))
})

test('gaps and doubles together with the rest are the whole grid, whatever it holds', () => {
  for (let seed = 1; seed <= 300; seed += 1) {
    const named = (count: number, letter: string) =>
      Array.from({ length: count }, (_, n) => ({ id: `${letter}${n}`, name: `${letter}${n}` }))
    const [us, cs] = [named(seed % 5, 'u'), named((seed * 7) % 6, 'c')]
    const given: Contribution[] = Array.from({ length: seed % 13 }, (_, n) => ({
      ...{ unitId: `u${(n * seed) % 5}`, competenceId: `c${(n + seed) % 6}`, relationId: `r${n}`, partner: `r${n}` },
      ...{ what: null, runs: (n + seed) % 4 > 0 },
    }))
    const { rows, gaps, doubles, filled, all } = gridOf(us, cs, given)
    assert.equal(all, us.length * cs.length)
    assert.equal(filled + gaps.length, all)
    const cells = rows.flatMap((row) => row.cells)
    assert.ok(doubles.every(({ by }) => by.length > 1) && gaps.every(({ by }) => by.length === 0))
    assert.ok(cells.every(({ by }) => by.every(({ runs }) => runs)))
  }
})
