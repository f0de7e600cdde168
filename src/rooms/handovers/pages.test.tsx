import assert from 'node:assert/strict'
import { before, test } from 'node:test'
import { eq } from 'drizzle-orm'
import { actingAs, actingAsKeeper } from '#kit/db/database.ts'
import { faces, relations } from '#rooms/relations/door.ts'
import { atWork, workAll } from '#test/at-work.ts'
import { aSmallTown, somebody } from '#test/small-town.ts'
import { visits } from '#test/visit.tsx'
import { workers } from './jobs.ts'
import { itemsOf } from './queries.ts'
import { handovers } from './room.ts'

/** The pages: what is shown to whom, what comes back when it is not right, and how many questions they ask. */
const town = await aSmallTown()
const { db, school, head, teacher, ib, neighbour, therapist, trustee } = town
const holder = await somebody(db, school, 'Hilde Houder', ['leerkracht'])
const visit = visits(db, handovers.inside!)
const line = crypto.randomUUID()
const start = `/school/mensen/${holder.personId}/overdracht`
let at = ''

before(() =>
  actingAsKeeper(db, (tx) =>
    tx.insert(relations).values({ schoolId: school, id: line, name: 'Bieb', levels: [], ownerId: holder.personId }),
  ),
)

test('a line on one person: one click asks a colleague to stand in, who may say no', async () => {
  const list = await visit(head, { path: '/netwerk/vervanging' })
  assert.match(list.text, /Bieb Hilde Houder · niemand springt in/)
  assert.ok(list.queries <= 6, `${list.queries} questions`)
  assert.match(list.html, new RegExp(`/overdracht/lijnen/${line}/vervanger`))
  assert.doesNotMatch((await visit(teacher, { path: '/netwerk/vervanging' })).html, /vervanger"|tweede/)
  await actingAsKeeper(db, (tx) =>
    tx
      .insert(faces)
      .values({ schoolId: school, relationId: line, rank: 0, name: 'Bea Bieb', days: [], source: 'typed' }),
  )
  const second = await visit(head, { path: '/netwerk/vervanging' })
  assert.match(second.html, new RegExp(`/vragen/nieuw\\?lijn=${line}&(amp;)?over=tweede`), 'the partner is asked too')
  await actingAsKeeper(db, (tx) => tx.delete(faces))
  const path = `/overdracht/lijnen/${line}/vervanger`
  assert.equal((await visit(teacher, { path, fields: { personId: teacher.personId } })).status, 404)
  assert.equal((await visit(holder, { path, fields: { personId: holder.personId } })).status, 404, 'not herself')
  assert.equal((await visit(holder, { path, fields: { personId: 'onzin' } })).status, 404)
  assert.equal((await visit(holder, { path, fields: { personId: ib.personId } })).status, 303)
  assert.match((await visit(head, { path: '/netwerk/vervanging' })).text, /gevraagd aan Ineke Begeleider/)
  const asked = await visit(ib, { path: '/overdracht' })
  const piece = /stukken\/([0-9a-f-]{36})/.exec(asked.html)?.[1]
  assert.equal((await visit(teacher, { path: `/overdracht/stukken/${piece}/aanvaarding`, fields: {} })).status, 404)
  await visit(ib, { path: `/overdracht/stukken/${piece}/afwijzing`, fields: { note: 'nee' } })
  assert.match((await visit(head, { path: '/netwerk/vervanging' })).text, /Ineke Begeleider zei nee/)
  await visit(head, { path, fields: { personId: teacher.personId } })
  await visit(teacher, { path: '/overdracht/aanvaarding', fields: {} })
  await workAll(db, workers(atWork(db)))
  assert.match((await visit(head, { path: '/netwerk/vervanging' })).text, /Bij 0 springt bij ons niemand in/)
})

test('who asks herself stands in at once, and hears just that', async () => {
  const id = crypto.randomUUID()
  await actingAsKeeper(db, (tx) =>
    tx.insert(relations).values({ schoolId: school, id, name: 'Museum', levels: [], ownerId: holder.personId }),
  )
  const path = `/overdracht/lijnen/${id}/vervanger`
  assert.match((await visit(head, { path, fields: { personId: head.personId } })).told ?? '', /^Jij springt nu in bij /)
  await actingAsKeeper(db, (tx) => tx.delete(relations).where(eq(relations.id, id)))
})

test('what is not right comes back filled in, with a sentence', async () => {
  const wrong = await visit(head, { path: start, fields: { how: 'leaving', lastDay: '2026-02-30', backOn: '' } })
  assert.equal(wrong.status, 422)
  assert.match(wrong.text, /Deze dag bestaat niet/)
  const early = { how: 'away', lastDay: '2026-12-01', backOn: '2026-11-30' }
  assert.match((await visit(head, { path: start, fields: early })).text, /Terug zijn kan pas na de laatste dag/)
  assert.match((await visit(head, { path: start, fields: { how: '' } })).text, /Kies of deze collega/)
  for (const who of [teacher, neighbour, therapist, trustee]) {
    assert.equal((await visit(who, { path: start })).status, 404)
    assert.equal((await visit(who, { path: start, fields: { how: 'leaving' } })).status, 404)
  }
})

test('the sitting: a proposal for each thing, everything to one in a press, and no reason why', async () => {
  const made = await visit(head, { path: start, fields: { how: 'leaving', lastDay: '2026-12-18', backOn: '' } })
  assert.equal(made.status, 303)
  at = made.location!
  const page = await visit(head, { path: at })
  assert.match(page.text, /Overdracht van Hilde Houder/)
  assert.match(page.text, /Geef alles aan Joris Juf/, 'who stands in is proposed')
  assert.ok(page.queries <= 6, `${page.queries} questions`)
  assert.equal((await visit(head, { path: start })).location, at, 'begun once, it is found again')
  for (const who of [teacher, ib, neighbour, therapist, trustee])
    assert.equal((await visit(who, { path: at })).status, 404)
  assert.equal((await visit(holder, { path: at })).status, 200, 'she sees what becomes of it')
  const stranger = { all: neighbour.personId }
  const refused = await visit(head, { path: `${at}/verzoek`, fields: stranger })
  assert.match(refused.told, /niet meer/)
  assert.equal((await visit(teacher, { path: `${at}/verzoek`, fields: { all: teacher.personId } })).status, 404)
  assert.match((await visit(head, { path: `${at}/verzoek`, fields: { all: teacher.personId } })).told, /^1 gevraagd/)
  assert.match((await visit(head, { path: `${at}/verzoek`, fields: { all: teacher.personId } })).told, /niets nieuws/)
  const asked = await visit(teacher, { path: '/overdracht' })
  assert.match(asked.text, /Neem jij dit over\?.*Bieb Lijn · van Hilde Houder/)
  assert.equal((await visit(teacher, { path: `${at}/terugkeer`, fields: {} })).status, 404)
  assert.equal((await visit(head, { path: `${at}/terugkeer`, fields: {} })).status, 303)
  assert.match((await visit(head, { path: at })).text, /teruggedraaid/)
})

test('who has no account answers in person: her yes is written down by who asked', async () => {
  await actingAsKeeper(db, (tx) => tx.execute(`update people set account_id = null where id = '${ib.personId}'`))
  const made = await visit(head, { path: start, fields: { how: 'away', lastDay: '', backOn: '' } })
  await visit(head, { path: `${made.location}/verzoek`, fields: { all: ib.personId } })
  const page = await visit(head, { path: made.location! })
  assert.match(page.text, /Zei mondeling ja/)
  const id = made.location!.split('/').at(-1)!
  const [item] = await actingAs(db, head, (tx) => itemsOf(tx, school, id))
  assert.equal(
    (await visit(head, { path: `/overdracht/stukken/${item!.id}/aanvaarding`, fields: {} })).location,
    made.location,
  )
  await workAll(db, workers(atWork(db)))
  const [after] = await actingAs(db, head, (tx) => itemsOf(tx, school, id))
  assert.equal(after!.holderId, ib.personId)
})
