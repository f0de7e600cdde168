import assert from 'node:assert/strict'
import { test } from 'node:test'
import { sql } from 'drizzle-orm'
import { actingAs, actingAsKeeper, rowsOf } from '#kit/db/database.ts'
import { addRelation, relations } from '#rooms/relations/door.ts'
import { startTakeover } from '#rooms/takeovers/door.ts'
import { tellTakeover } from '#rooms/takeovers/queries.ts'
import { undoTakeover } from '#rooms/takeovers/undo/actions.ts'
import { aSmallTown } from '#test/small-town.ts'
import { setAnswers } from '../actions.ts'
import { relationOf } from '../exchange/rules.ts'
import { emptyPartner, type Partner } from '../import/partner.ts'
import { partnerTaker } from './actions.ts'

type Town = Awaited<ReturnType<typeof aSmallTown>>
const today = '2026-11-21'
const contact = {
  name: 'Sanne de Boer',
  work: '',
  phone: '06 12 34 56 78',
  mail: 's@bieb.example',
  days: [2],
  moment: '',
}
const bieb: Partial<Partner> = {
  ...{ name: 'Bieb', type: 'bibliotheek', phone: '010 123 45 67', website: 'https://bieb.example', note: 'bel gerust' },
  ...{ contacts: [contact], topics: ['leesmotivatie'], motives: ['preventie'], levels: ['group'] },
  presence: { days: [1, 3], from: '09:00', until: '12:00', text: '' },
}
const read = (row: Partial<Partner>) =>
  relationOf({ ...emptyPartner(), ...row }, { colleagues: [], spaces: [], source: 'lijst', today })

/** All that a school has of partners, letter by letter. */
const allOf = ({ db, school }: Town) =>
  actingAsKeeper(db, (tx) =>
    rowsOf<{ row: Record<string, unknown> }>(
      tx,
      sql.join(
        ['relations', 'reasons', 'faces', 'presences', 'answers'].map(
          (name) => sql`select to_jsonb(t) as row from ${sql.identifier(name)} t where school_id = ${school}`,
        ),
        sql` union all `,
      ),
    ),
  ).then((rows) => rows.map(({ row }) => JSON.stringify(row)).sort())

const bring = async ({ db, head }: Town, rows: readonly [Partial<Partner>, string?][]) => {
  const given = rows.map(([row, completes]) => ({ name: row.name ?? '', said: { read: read(row), completes } }))
  const started = await actingAs(db, head, (tx) =>
    startTakeover(tx, head, partnerTaker, { rows: given, source: 'lijst', today }),
  )
  assert.ok(started.ok)
  return started
}
const undo = ({ db, head }: Town, id: string) => actingAs(db, head, (tx) => undoTakeover(tx, head, id))
const kept = async ({ db, head }: Town, id: string) =>
  (await actingAs(db, head, (tx) => tellTakeover(tx, head.organisationId, id)))?.rows.map(({ name, because }) => [
    name,
    because,
  ])
const idOf = async ({ db, head }: Town, name: string) =>
  (await actingAs(db, head, (tx) => tx.select().from(relations).where(sql`name = ${name}`)))[0]!.id
/** One partner from before, with a few things still empty. */
const before = ({ db, head }: Town) =>
  actingAs(db, head, async (tx) => {
    const line = await addRelation(tx, head, {
      ...read({ name: 'Bieb', place: 'Oeverdam' }),
      ownerId: null,
      deputyId: null,
    })
    assert.ok(line.ok)
    return line.id
  })

test('a new partner goes with faces, reasons, hours and questions, and nothing else is touched', async () => {
  const town = await aSmallTown()
  await before(town)
  const was = await allOf(town)
  const { id, added } = await bring(town, [[{ ...bieb, name: 'Museum' }], [{ ...bieb, name: 'Theater' }]])
  assert.equal(added, 2)
  assert.ok((await allOf(town)).length > was.length + 8)
  assert.deepEqual(await undo(town, id), { ok: true })
  assert.deepEqual(await allOf(town), was)
  assert.deepEqual(await kept(town, id), [])
})

test('a partner that was completed is as it was before', async () => {
  const town = await aSmallTown()
  const line = await before(town)
  const was = await allOf(town)
  const { id, completed } = await bring(town, [[bieb, line]])
  assert.equal(completed, 1)
  assert.notDeepEqual(await allOf(town), was)
  await undo(town, id)
  assert.deepEqual(await allOf(town), was)
})

test('what somebody wrote over since stays hers; the rest of it goes back', async () => {
  const town = await aSmallTown()
  const line = await before(town)
  const { id } = await bring(town, [[bieb, line]])
  await actingAs(town.db, town.head, (tx) => tx.execute(sql`update relations set phone = '112' where id = ${line}`))
  await undo(town, id)
  const [row] = await actingAs(town.db, town.head, (tx) => tx.select().from(relations))
  assert.deepEqual([row?.phone, row?.website, row?.place], ['112', null, 'Oeverdam'])
  assert.deepEqual(await kept(town, id), [['Bieb', 'partly']])
})

test('a new partner that somebody changed or used since stays whole', async () => {
  const changes: [string, (town: Town, line: string) => Promise<unknown>][] = [
    [
      'a new number',
      ({ db, head }, line) =>
        actingAs(db, head, (tx) => tx.execute(sql`update relations set phone = '112' where id = ${line}`)),
    ],
    [
      'another face',
      ({ db, head }, line) =>
        actingAs(db, head, (tx) =>
          tx.execute(
            sql`insert into faces (school_id, relation_id, rank, name, days, source) values (${head.organisationId}, ${line}, 1, 'Nieuw', '{}', 'zelf')`,
          ),
        ),
    ],
    [
      'reasons, which have no id of their own',
      ({ db, head }, line) =>
        actingAs(db, head, (tx) => tx.execute(sql`update reasons set about = 'anders' where relation_id = ${line}`)),
    ],
    [
      'one more question',
      ({ db, head }, line) => actingAs(db, head, (tx) => setAnswers(tx, head, line, ['leesmotivatie', 'spraak_taal'])),
    ],
    [
      'changed and changed back',
      ({ db, head }, line) =>
        actingAs(db, head, async (tx) => {
          await tx.execute(sql`update relations set phone = '112' where id = ${line}`)
          await tx.execute(sql`update relations set phone = '010 123 45 67' where id = ${line}`)
        }),
    ],
  ]
  for (const [what, change] of changes) {
    const town = await aSmallTown()
    const { id } = await bring(town, [[bieb], [{ ...bieb, name: 'Museum' }]])
    await change(town, await idOf(town, 'Bieb'))
    const was = (await allOf(town)).filter((row) => !row.includes('Museum')).length
    await undo(town, id)
    const names = (await actingAs(town.db, town.head, (tx) => tx.select().from(relations))).map(({ name }) => name)
    assert.deepEqual(names, ['Bieb'], what)
    assert.ok((await allOf(town)).length < was, `${what}: the other went with all that hung on it`)
    const [[name, because] = []] = (await kept(town, id)) ?? []
    assert.equal(name, 'Bieb', what)
    assert.ok(because === 'used' || because === 'changed', `${what}: ${because}`)
  }
})

test('a colleague who tends no network takes no list of another back, nor does the neighbour', async () => {
  const town = await aSmallTown()
  const { id } = await bring(town, [[bieb]])
  for (const who of [town.teacher, town.ib, town.neighbour, town.therapist, town.trustee])
    assert.deepEqual(await actingAs(town.db, who, (tx) => undoTakeover(tx, who, id)), {
      ok: false,
      because: 'not-found',
    })
  assert.equal((await actingAs(town.db, town.head, (tx) => tx.select().from(relations))).length, 1)
})
