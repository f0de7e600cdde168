import assert from 'node:assert/strict'
import { before, test } from 'node:test'
import { sql } from 'drizzle-orm'
import type { Actor } from '#kit/db/actor.ts'
import { actingAs, actingAsGuest, actingAsKeeper, rowsOf } from '#kit/db/database.ts'
import { engine } from '#test/engine.ts'
import { aSmallTown } from '#test/small-town.ts'
import { visits } from '#test/visit.tsx'
import { busyOf, type Hers } from '../own/queries.ts'
import { inside } from '../own/routes.tsx'
import { addDuty, forgetDuties, mostDuties } from './actions.ts'
import { duties } from './tables.ts'

/** What of a week is fixed: typed by herself, seen by colleagues as a time, counted when a moment is looked for. */
let town: Awaited<ReturnType<typeof aSmallTown>>
let visit: ReturnType<typeof visits>
before(async () => {
  town = await aSmallTown()
  visit = visits(town.db, inside)
})

const gym = { weekday: '4', from: '10:30', until: '11:15', kind: 'covered' }
const put = (who: Actor, more: Record<string, string> = {}) =>
  visit(who, { path: '/agenda/eigen/week', fields: { ...gym, ...more } })
const rows = () => actingAsKeeper(town.db, (tx) => tx.select().from(duties))
const busyAt = (by: Actor, of: Actor, day: string) =>
  actingAs(town.db, by, async (tx) => {
    const span = { from: new Date(`${day}T00:00:00Z`), until: new Date(`${day}T23:00:00Z`) }
    const busy = busyOf(of.organisationId, sql`${of.personId}::uuid`, span)
    const [found] = await rowsOf<{ busy: Hers[] }>(tx, sql`select ${busy} as busy`)
    return found!.busy.map(({ start, end, covered }) => [
      ...[start, end].map((at) => new Date(at).toISOString().slice(11, 16)),
      covered,
    ])
  })

test('typed once, it stands once and counts every week, also when the clock has changed', async () => {
  assert.equal((await put(town.teacher)).status, 303)
  assert.equal((await put(town.teacher)).status, 303)
  assert.equal((await put(town.teacher, { weekday: '2', from: '15:15', until: '16:30', kind: 'busy' })).status, 303)
  assert.equal((await rows()).length, 2)
  const page = await visit(town.teacher, { path: '/agenda/eigen' })
  assert.match(page.text, /donderdag 10:30–11:15/)
  assert.match(page.text, /een ander heeft jouw groep/)
  assert.ok(page.queries <= 6)
  assert.deepEqual(await busyAt(town.head, town.teacher, '2026-10-22'), [['08:30', '09:15', true]])
  assert.deepEqual(await busyAt(town.head, town.teacher, '2026-10-29'), [['09:30', '10:15', true]])
  assert.deepEqual(await busyAt(town.head, town.teacher, '2026-10-27'), [['14:15', '15:30', false]])
  assert.deepEqual(await busyAt(town.head, town.teacher, '2026-10-28'), [])
})

test('what cannot be is said in a sentence, with the form as it was', async () => {
  for (const [wrong, said] of [
    [{ weekday: '6' }, /maandag tot en met vrijdag/],
    [{ from: 'laat' }, /Vul een tijd in/],
    [{ until: '10:00' }, /na het begin/],
    [{ kind: 'ziek' }, /Kies wat het is/],
  ] as const) {
    const { status, text, html } = await put(town.teacher, wrong)
    assert.deepEqual([status, said.test(text)], [422, true], JSON.stringify(wrong))
    if (!('from' in wrong)) assert.match(html, /value="10:30"/)
  }
  assert.equal((await put(town.therapist)).status, 404)
  assert.doesNotMatch((await visit(town.therapist, { path: '/agenda/eigen' })).text, /pleinwacht/)
  await actingAs(town.db, town.ib, async (tx) => {
    for (let nth = 0; nth < mostDuties; nth += 1) {
      const from = `${String(8 + Math.floor(nth / 6)).padStart(2, '0')}:${(nth % 6) * 10 || '00'}`
      assert.deepEqual(await addDuty(tx, town.ib, { weekday: 1, from, until: '17:00', kind: 'busy' }), { ok: true })
    }
  })
  assert.match((await put(town.ib)).text, /Je hebt er al dertig/)
})

test(`everyone by every verb: one tends one’s own, colleagues see, nobody else (${engine})`, async () => {
  const [one] = (await rows()).filter(({ personId }) => personId === town.teacher.personId)
  const seen = sql`select 1 from duties where id = ${one!.id}`
  const moved = sql`update duties set weekday = 5 where id = ${one!.id} returning 1`
  const gone = sql`delete from duties where id = ${one!.id} returning 1`
  const many = (who: Actor, query: typeof seen) =>
    actingAs(town.db, who, async (tx) => (await rowsOf(tx, query)).length)
  for (const who of [town.head, town.ib]) {
    assert.deepEqual([await many(who, seen), await many(who, moved), await many(who, gone)], [1, 0, 0])
    assert.equal((await visit(who, { path: `/agenda/eigen/week/${one!.id}/verwijdering`, fields: {} })).status, 404)
  }
  for (const who of [town.neighbour, town.therapist, town.trustee])
    assert.deepEqual([await many(who, seen), await many(who, moved), await many(who, gone)], [0, 0, 0])
  for (const who of [town.head, town.neighbour, town.therapist])
    await assert.rejects(
      actingAs(town.db, who, (tx) =>
        tx.insert(duties).values({
          ...{ schoolId: town.school, personId: town.teacher.personId, kind: 'busy', weekday: 1 },
          ...{ from: '09:00', until: '10:00' },
        }),
      ),
    )
  await assert.rejects(actingAsGuest(town.db, 'x', (tx) => rowsOf(tx, seen)))
  const path = `/agenda/eigen/week/${one!.id}/verwijdering`
  assert.equal((await visit(town.teacher, { path, fields: {} })).status, 303)
})

test('who works here no longer has no fixed times here either', async () => {
  await actingAsKeeper(town.db, (tx) =>
    tx.execute(sql`update memberships set until = '2020-01-01' where person_id = ${town.ib.personId}`),
  )
  await actingAsKeeper(town.db, (tx) => forgetDuties(tx, '2026-11-22'))
  assert.ok((await rows()).every(({ personId }) => personId === town.teacher.personId))
})
