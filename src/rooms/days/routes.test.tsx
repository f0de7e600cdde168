import assert from 'node:assert/strict'
import { before, test } from 'node:test'
import { aSmallTown } from '#test/small-town.ts'
import { visits } from '#test/visit.tsx'
import { inside } from './routes.tsx'

let town: Awaited<ReturnType<typeof aSmallTown>>
let visit: ReturnType<typeof visits>
before(async () => {
  town = await aSmallTown()
  visit = visits(town.db, inside)
})
const day = { kind: 'event', title: 'Kerstviering <b>', from: '2026-12-22', until: '' }

test('a planner puts a day in, sees that the school is closed then, and takes it out', async () => {
  await visit(town.head, { path: '/jaarplan/vakantieregio', fields: { region: 'zuid' } })
  const put = await visit(town.head, { path: '/jaarplan', fields: day })
  assert.deepEqual([put.status, put.location], [303, '/jaarplan?jaar=2026'])
  const { text, html, queries } = await visit(town.head, { path: '/jaarplan' })
  assert.match(text, /Jaarplan 2026–2027/)
  assert.match(text, /Vakantieregio Zuid/)
  assert.match(html, /Kerstviering &lt;b&gt;/)
  assert.match(text, /Dan is de school dicht/)
  assert.ok(queries <= 6)
  const [, remove] = /action="(\/jaarplan\/[0-9a-f-]+\/verwijdering)"/.exec(html)!
  assert.equal((await visit(town.teacher, { path: remove!, fields: {} })).status, 404)
  assert.equal((await visit(town.head, { path: remove!, fields: {} })).status, 303)
  assert.doesNotMatch((await visit(town.head, { path: '/jaarplan' })).html, /Kerstviering/)
})

test('a teacher reads and does not write; a partner sees nothing; in English too', async () => {
  const { html, text } = await visit(town.teacher, { path: '/jaarplan', language: 'en' })
  assert.doesNotMatch(html, /<form/)
  assert.match(text, /Christmas Holidays/)
  assert.equal((await visit(town.teacher, { path: '/jaarplan', fields: day })).status, 404)
  assert.equal((await visit(town.therapist, { path: '/jaarplan' })).status, 404)
})

test('what cannot be is said in a sentence, with the form as it was', async () => {
  for (const [wrong, said] of [
    [{ from: '2026-02-30' }, /een dag in die bestaat/],
    [{ until: '2026-12-21' }, /De laatste dag ligt voor de eerste/],
    [{ until: '2027-12-21' }, /langer dan vijf maanden/],
    [{ kind: 'party' }, /Kies wat voor dag/],
    [{ title: '' }, /Schrijf op hoe het heet/],
    [{ title: 'Bespreking Zqaam Zqels groep 5' }, /naam of nummer van een kind/],
  ] as const) {
    const { status, text, html } = await visit(town.head, { path: '/jaarplan', fields: { ...day, ...wrong } })
    assert.equal(status, 422)
    assert.match(text, said)
    if (!('title' in wrong)) assert.match(html, /value="Kerstviering/)
  }
  const region = await visit(town.head, { path: '/jaarplan/vakantieregio', fields: { region: 'oost' } })
  assert.match(region.text, /Kies een regio/)
})

test('a year that nobody could mean is this one', async () => {
  for (const year of ['x', '1', '99999', '-5', '2026.5'])
    assert.equal((await visit(town.head, { path: `/jaarplan?jaar=${year}` })).status, 200)
})
