import assert from 'node:assert/strict'
import { before, test } from 'node:test'
import { eq } from 'drizzle-orm'
import type { Actor } from '#kit/db/actor.ts'
import { actingAsKeeper } from '#kit/db/database.ts'
import { dayOf } from '#kit/time/day.ts'
import { aSmallTown, somebody } from '#test/small-town.ts'
import { visits } from '#test/visit.tsx'
import { closePoll } from '../actions.ts'
import { inside } from '../routes.tsx'
import { polls } from '../tables.ts'
import {
  agreeing,
  answers,
  countsOf,
  emptySheet,
  howMany,
  readSheet,
  statements,
  tellableSheet,
  withAnswers,
  writeSheet,
} from './rules.ts'

/** How work goes: asked by who leads, answered in two minutes, told as totals of ten or more, year beside year. */
let town: Awaited<ReturnType<typeof aSmallTown>>
const team: Actor[] = []
const visit = (me: Actor, wish: { path: string; fields?: Record<string, string>; today?: string }) =>
  visits(town.db, inside)(me, { today: '2026-11-21', ...wish })

before(async () => {
  town = await aSmallTown()
  team.push(town.head, town.teacher, town.ib)
})

const all = (answer: string) => Object.fromEntries(statements.map((statement) => [statement, answer]))
const started = async (today: string, closesOn: string) => {
  const asked = await visit(town.head, { path: '/peiling', fields: { closesOn }, today })
  assert.equal(asked.status, 303)
  const [poll] = await actingAsKeeper(town.db, (tx) => tx.select().from(polls).where(eq(polls.askedOn, today)))
  return poll!.id
}
const close = (id: string, day: string) =>
  actingAsKeeper(town.db, (tx) => closePoll(tx, { schoolId: town.school, id }, day))

test('with a team under ten nothing is asked; who does not lead cannot ask', async () => {
  const few = await visit(town.head, { path: '/peiling', fields: { closesOn: '2026-12-01' } })
  assert.equal(few.status, 422)
  assert.match(few.text, /team van tien of meer/)
  for (let nth = 4; nth <= 12; nth += 1)
    team.push(await somebody(town.db, town.school, `Collega ${nth}`, ['leerkracht']))
  assert.equal((await visit(town.teacher, { path: '/peiling', fields: { closesOn: '2026-12-01' } })).status, 404)
  assert.equal((await visit(town.head, { path: '/peiling', fields: { closesOn: 'ooit' } })).status, 422)
  for (const who of [town.neighbour, town.therapist, town.trustee])
    assert.doesNotMatch((await visit(who, { path: '/peiling' })).text, /12 antwoordden/)
})

test('twelve answer, and the totals come when it closes; a second time is laid beside the first', async () => {
  const first = await started('2026-11-21', '2026-12-01')
  assert.equal(
    (await visit(town.head, { path: '/peiling', fields: { closesOn: '2026-12-02' } })).status,
    422,
    'one at a time',
  )
  const page = await visit(town.teacher, { path: `/stemmingen/${first}` })
  assert.ok(page.queries <= 6)
  const missing = await visit(town.teacher, {
    path: `/stemmingen/${first}/stem`,
    fields: { ...all('mostly'), away: '' },
  })
  assert.equal(missing.status, 422)
  assert.match(missing.text, /Kies een antwoord bij deze zin/)
  for (const [nth, me] of team.entries()) {
    const fields = all(nth < 9 ? 'mostly' : 'never')
    assert.match((await visit(me, { path: `/stemmingen/${first}/stem`, fields })).told, /telt mee/)
    assert.match((await visit(me, { path: `/stemmingen/${first}/stem`, fields })).told, /al gestemd/)
  }
  assert.doesNotMatch((await visit(town.head, { path: '/peiling' })).text, /75 %/, 'nothing while it is open')
  await close(first, '2026-12-02')
  const told = await visit(town.teacher, { path: '/peiling', today: '2026-12-03' })
  assert.match(told.text, /12 van 12/)
  assert.match(told.text, /75 %/)
  assert.match(told.text, /Een verschil kan ook ergens anders van komen/)

  const second = await started('2027-11-21', '2027-12-01')
  for (const me of team.slice(0, 10))
    await visit(me, { path: `/stemmingen/${second}/stem`, fields: all('fully'), today: '2027-11-22' })
  await close(second, '2027-12-02')
  const beside = await visit(town.head, { path: '/peiling', today: '2027-12-03' })
  assert.match(beside.text, /75 %.*100 %/)
  assert.match(beside.text, /10 van 12/)
})

test('of nine answers nobody ever hears a thing', async () => {
  const id = await started('2028-11-21', '2028-12-01')
  for (const me of team.slice(0, 9))
    await visit(me, { path: `/stemmingen/${id}/stem`, fields: all('never'), today: '2028-11-22' })
  await close(id, '2028-12-02')
  const [poll] = await actingAsKeeper(town.db, (tx) => tx.select().from(polls).where(eq(polls.id, id)))
  assert.deepEqual([poll!.sheet, poll!.yes], [null, null])
  assert.match((await visit(town.head, { path: '/peiling', today: '2028-12-03' })).text, /minder dan tien antwoorden/)
})

test('the list of what the team was asked leads to it', async () => {
  const list = await visit(town.teacher, { path: '/stemmingen' })
  assert.match(list.html, /href="\/peiling"/)
  assert.equal((await visit(town.therapist, { path: '/stemmingen' })).status, 404)
})

test('a sheet is always as long, counts each answer once, and is told from ten on', () => {
  const given = statements.map((_, place) => place % answers.length)
  let sheet = emptySheet
  for (let times = 1; times <= 12; times += 1) {
    sheet = withAnswers(sheet, given)
    assert.equal(writeSheet(sheet).length, writeSheet(emptySheet).length)
    assert.deepEqual(readSheet(writeSheet(sheet)), sheet)
    assert.equal(howMany(sheet), times)
    assert.equal(tellableSheet(sheet) !== undefined, times >= 10)
  }
  assert.deepEqual(countsOf(sheet, 'time'), [0, 0, 12, 0])
  assert.deepEqual([agreeing(sheet, 'time'), agreeing(sheet, 'whom')], [100, 0])
  assert.equal(readSheet('12'), undefined)
  assert.equal(readSheet(null), undefined)
  assert.match(dayOf(new Date()), /^\d/)
})
