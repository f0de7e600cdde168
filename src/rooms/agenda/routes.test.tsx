import assert from 'node:assert/strict'
import { before, test } from 'node:test'
import { Hono } from 'hono'
import { type Actor, recognise } from '#kit/db/actor.ts'
import { actingAs, actingAsKeeper, type Database } from '#kit/db/database.ts'
import { readBody } from '#kit/http/body.ts'
import type { Inside } from '#kit/http/types.ts'
import { LanguageContext } from '#kit/words/words.ts'
import { organisations } from '#rooms/organisations/door.ts'
import { memberships, people, spaces } from '#rooms/people/door.ts'
import { relations } from '#rooms/relations/door.ts'
import { freshDatabase } from '#test/engine.ts'
import { type Frame, renderPage } from '#ui/frame.tsx'
import { whoIsIn } from './queries.ts'
import { inside } from './routes.tsx'
import { presences } from './tables.ts'

const today = '2026-11-24'
const nasty = `<script>alert(1)</script>"'&`
let db: Database
const who: Record<string, Actor> = {}
let line = ''
let room = ''

before(async () => {
  db = await freshDatabase()
  await actingAsKeeper(db, async (tx) => {
    const made = await tx
      .insert(organisations)
      .values(
        [
          { kind: 'school' as const, name: 'De Eik' },
          { kind: 'school' as const, name: 'Elders' },
          { kind: 'partner' as const, name: 'Logo' },
        ].map((one) => ({ ...one, source: 'typed' as const })),
      )
      .returning()
    const [school, other, partner] = made.map(({ id }) => id) as [string, string, string]
    for (const [name, organisationId, role] of [
      ['head', school, 'directeur'],
      ['holder', school, 'leerkracht'],
      ['teacher', school, 'leerkracht'],
      ['elsewhere', other, 'directeur'],
      ['partner', partner, 'partnercontact'],
    ] as const) {
      const [person] = await tx.insert(people).values({ name, source: 'test', notedBy: organisationId }).returning()
      await tx.insert(memberships).values({ organisationId, personId: person!.id, roles: [role], days: [] })
      who[name] = recognise({ accountId: name, personId: person!.id, organisationId, roles: [role] })
    }
    const [made1] = await tx
      .insert(relations)
      .values({
        schoolId: school,
        name: `Logopedie ${nasty}`,
        levels: [],
        organisationId: partner,
        ownerId: who.holder!.personId,
      })
      .returning()
    const [space] = await tx.insert(spaces).values({ schoolId: school, name: 'Spreekkamer' }).returning()
    line = made1!.id
    room = space!.id
  })
})

const frame = {
  language: 'nl',
  dir: 'ltr',
  nonce: '',
  assets: { css: '', js: '' },
  nav: [],
  words: { product: 'KL', skip: '', nav: '', menu: '' },
  footer: { links: [] },
} as unknown as Frame

/** The room on its own, as somebody, without the rest of the house. */
function visit(me: Actor, path: string, body?: Record<string, string | string[]>) {
  const house = new Hono<Inside>()
  house.use(async (c, next) => {
    c.set('language', 'nl')
    c.set('today', today)
    c.set('config', { baseUrl: 'https://kl.example' } as never)
    c.set('me', me)
    c.set('work', (work) => actingAs(db, me, (tx) => work(tx, me)))
    c.set('body', () => readBody(c))
    c.set('tell', () => {})
    c.set('page', (node, status = 200) =>
      c.html(renderPage(frame, <LanguageContext.Provider value="nl">{node}</LanguageContext.Provider>), status),
    )
    await next()
  })
  house.route('/', inside)
  if (!body) return house.request(path)
  const form = new URLSearchParams()
  for (const [name, value] of Object.entries(body)) for (const one of [value].flat()) form.append(name, one)
  return house.request(path, { method: 'POST', body: form })
}
const at = () => `/netwerk/${line}/aanwezigheid`
const all = () => actingAs(db, who.head!, (tx) => tx.select().from(presences))

test('a week without anyone teaches the first step', async () => {
  assert.match(await (await visit(who.head!, '/agenda')).text(), /Nog niemand met vaste tijden/)
})

test('the holder says when she comes; said twice it stands once', async () => {
  assert.equal(
    (
      await visit(who.holder!, at(), {
        weekdays: ['2', '4'],
        from: '09:00',
        until: '12:00',
        spaceId: room,
        what: nasty,
      })
    ).status,
    303,
  )
  assert.equal((await visit(who.head!, at(), { weekdays: ['2'], from: '09:00', until: '12:00' })).status, 303)
  const child = await visit(who.head!, at(), {
    weekdays: ['3'],
    from: '09:00',
    until: '12:00',
    what: 'Zqaam Zqels groep 5',
  })
  assert.deepEqual([child.status, /naam of nummer van een kind/.test(await child.text())], [422, true])
  assert.equal((await all()).length, 2)
})

test('everyone at school sees the week, today marked, as text', async () => {
  const html = await (await visit(who.teacher!, '/agenda')).text()
  assert.match(html, /<strong>di 24 nov \(vandaag\)<\/strong>/)
  assert.match(html, /09:00–12:00[\s\S]*Spreekkamer/)
  assert.match(html, /&lt;script&gt;alert/)
  assert.doesNotMatch(html, /<script>alert/)
  assert.match(html, /https:\/\/kl\.example\/agenda/)
})

test('who is in the building on a weekday, for other rooms', async () => {
  const there = await actingAs(db, who.teacher!, (tx) => whoIsIn(tx, who.teacher!.organisationId, today))
  assert.deepEqual(
    there.map(({ from, until, space, owner }) => [from, until, space, owner]),
    [['09:00', '12:00', 'Spreekkamer', 'holder']],
  )
})

test('what is not right is said, and what was typed stays', async () => {
  const answer = await visit(who.head!, at(), { from: '9 uur', until: '08:00', what: 'vragen' })
  const html = await answer.text()
  assert.equal(answer.status, 422)
  assert.match(html, /Kies ten minste één dag/)
  assert.match(html, /Vul een tijd in als 09:00/)
  assert.match(html, /value="vragen"/)
  assert.equal((await visit(who.head!, at(), { weekdays: '1', from: '10:00', until: '09:00' })).status, 422)
  assert.equal(
    (await visit(who.head!, at(), { weekdays: '1', from: '10:00', until: '11:00', spaceId: line })).status,
    422,
  )
})

test('a colleague who does not hold the line, another school and a passer-by change nothing', async () => {
  const [hour] = await all()
  for (const name of ['teacher', 'elsewhere']) {
    assert.equal((await visit(who[name]!, at())).status, 404)
    assert.equal((await visit(who[name]!, at(), { weekdays: '1', from: '10:00', until: '11:00' })).status, 404)
    assert.equal((await visit(who[name]!, `${at()}/${hour!.id}/verwijdering`, {})).status, 404)
    const forced = actingAs(db, who[name]!, (tx) =>
      tx
        .insert(presences)
        .values({ schoolId: who.head!.organisationId, relationId: line, weekday: 1, from: '10:00', until: '11:00' }),
    )
    await assert.rejects(forced, (error: Error) => /row-level security/.test(String(error.cause)))
  }
  assert.equal((await visit(who.partner!, '/agenda')).status, 404)
  assert.equal((await actingAs(db, who.elsewhere!, (tx) => tx.select().from(presences))).length, 0)
})

test('a partner sees its own hours, under the name of the school', async () => {
  const html = await (await visit(who.partner!, at())).text()
  assert.match(html, /Wanneer ben je in De Eik\?/)
  assert.match(html, /dinsdag 09:00–12:00/)
})

// The link goes in the school's own chain, written by the scribe.
test('a partner itself may say when she comes, and when no longer', async () => {
  assert.equal((await visit(who.partner!, at(), { weekdays: ['5'], from: '08:30', until: '09:30' })).status, 303)
  const friday = (await all()).find(({ weekday }) => weekday === 5)
  assert.equal((await visit(who.partner!, `${at()}/${friday?.id}/verwijdering`, {})).status, 303)
  assert.equal((await all()).length, 2)
})
