import assert from 'node:assert/strict'
import { before, test } from 'node:test'
import { type SQL, sql } from 'drizzle-orm'
import { Hono } from 'hono'
import type { Actor } from '#kit/db/actor.ts'
import { actingAs, actingAsGuest, actingAsKeeper, rowsOf } from '#kit/db/database.ts'
import type { Street } from '#kit/http/types.ts'
import { LanguageContext } from '#kit/words/words.ts'
import { spaces } from '#rooms/people/door.ts'
import { relations } from '#rooms/relations/door.ts'
import { engine } from '#test/engine.ts'
import { aSmallTown } from '#test/small-town.ts'
import { visits } from '#test/visit.tsx'
import { type Frame, renderPage } from '#ui/frame.tsx'
import { digestOfFeed } from '../feeds/rules.ts'
import { inside as agenda } from '../routes.tsx'
import { presences } from '../tables.ts'
import { forgetHall } from './actions.ts'
import { inside, street } from './routes.tsx'

let town: Awaited<ReturnType<typeof aSmallTown>>
let visit: ReturnType<typeof visits>
const line: Record<string, string> = {}
const frame = {
  language: 'nl',
  dir: 'ltr',
  nonce: '',
  assets: { css: '', js: '' },
  nav: [],
  words: {},
  footer: { links: [] },
}

before(async () => {
  town = await aSmallTown()
  visit = visits(town.db, inside)
  await actingAsKeeper(town.db, async (tx) => {
    const schoolId = town.school
    const [room] = await tx.insert(spaces).values({ schoolId, name: 'Spreekkamer', note: 'zqsleutel' }).returning()
    for (const [nth, name] of ['Logo', 'zqstil'].entries()) {
      const [made] = await tx.insert(relations).values({ schoolId, name, levels: [] }).returning()
      line[name] = made!.id
      const hours = {
        schoolId,
        relationId: made!.id,
        from: '09:00',
        until: '12:00',
        what: 'zqreden',
        spaceId: room!.id,
      }
      await tx.insert(presences).values([
        { ...hours, weekday: 2 },
        { ...hours, weekday: 4 - nth },
      ])
    }
  })
})

async function screen(path: string, today = '2026-11-24') {
  const house = new Hono<Street>().use(async (c, next) => {
    c.set('today', today)
    c.set('language', 'nl')
    c.set('asGuest', (key, work) => actingAsGuest(town.db, key, work))
    c.set('alone', (node) =>
      c.html(
        renderPage(frame as unknown as Frame, <LanguageContext.Provider value="nl">{node}</LanguageContext.Provider>),
      ),
    )
    await next()
  })
  const answer = await house.route('/', street).request(path)
  return { status: answer.status, html: await answer.text() }
}
async function address(): Promise<string> {
  const { html } = await visit(town.head, { path: '/agenda/scherm', fields: {} })
  return /localhost(\/agenda\/hal\/[\w-]+)/.exec(html)![1]!
}
const agree = (name: string, who: Actor = town.head) =>
  visit(who, { path: `/agenda/scherm/partners/${line[name]}/toestemming`, fields: { name } })

test('the screen shows who agreed, when and where; never what for, and nobody else', async () => {
  const path = await address()
  const empty = await screen(path)
  assert.equal(empty.status, 200)
  assert.match(empty.html, /Vandaag niemand/)
  assert.equal((await agree('Logo')).status, 303)
  const hour = { title: 'Koffieochtend', weekday: '4', from: '08:30', until: '09:30', place: 'Ouderkamer' }
  assert.equal((await visit(town.head, { path: '/agenda/scherm/uren', fields: hour })).status, 303)
  const { html } = await screen(path)
  assert.match(html, /Logo<\/strong>/)
  assert.match(html, /09:00–12:00<\/span> <span>Spreekkamer/)
  assert.match(html, /Koffieochtend/)
  assert.match(html, /data-anew-every-value="300"/)
  const week = await visits(town.db, agenda)(town.teacher, { path: '/agenda' })
  assert.match(week.text, /08:30–09:30 Koffieochtend Ouderkamer/, 'on the page and on paper too')
  assert.ok(week.queries <= 6)
  assert.doesNotMatch(html, /zq/)
})

test('for one date otherwise: who does not come is not there, who comes extra is; never why', async () => {
  const path = await address()
  const once = (kind: string, day: string, from: string | null, until: string | null) =>
    actingAsKeeper(town.db, (tx) =>
      tx.execute(sql`insert into presence_changes (school_id, relation_id, kind, day, "from", until, reason)
        values (${town.school}, ${line['Logo']}, ${kind}, ${day}, ${from}, ${until}, 'other')`),
    )
  await once('away', '2026-11-24', null, null)
  await once('extra', '2026-11-25', '13:00', '14:00')
  const { html } = await screen(path)
  assert.match(html, /Vandaag niemand/)
  assert.match(html, /13:00–14:00/)
  assert.match(html, /09:00–12:00/, 'on Thursday as ever')
  assert.match((await screen(path, '2026-12-01')).html, /09:00–12:00/)
  await actingAsKeeper(town.db, (tx) => tx.execute(sql`delete from presence_changes`))
})

test('on a day that the school is closed it says so', async () => {
  assert.match((await screen(await address(), '2027-03-29')).html, /school dicht: Tweede paasdag/)
})

test('a new address closes the old one; switched off there is none; a guess finds nothing', async () => {
  const old = await address()
  const fresh = await address()
  assert.equal((await screen(old)).status, 404)
  assert.equal((await screen(fresh)).status, 200)
  assert.equal((await screen('/agenda/hal/nooit')).status, 404)
  await visit(town.head, { path: '/agenda/scherm/einde', fields: {} })
  assert.equal((await screen(fresh)).status, 404)
})

test('who agreed takes it back; whose line has ended goes by itself', async () => {
  const path = await address()
  await visit(town.head, { path: `/agenda/scherm/partners/${line['Logo']}/intrekking`, fields: {} })
  assert.doesNotMatch((await screen(path)).html, /Logo/)
  await agree('Logo')
  assert.match((await screen(path)).html, /Logo/)
  await actingAsKeeper(town.db, (tx) =>
    tx.execute(sql`update relations set until = '2026-11-01' where id = ${line['Logo']}`),
  )
  // The policy itself holds it, from the day after its last; the daily round only clears up.
  assert.doesNotMatch((await screen(path)).html, /Logo/)
  const agreed = sql`select * from hall_partners where relation_id = ${line['Logo']}`
  assert.equal((await actingAsKeeper(town.db, (tx) => rowsOf(tx, agreed))).length, 1)
  await actingAsKeeper(town.db, (tx) => forgetHall(tx, '2026-11-24'))
  assert.equal((await actingAsKeeper(town.db, (tx) => rowsOf(tx, agreed))).length, 0)
})

test('a mistake is said in a sentence, and who may not arrange it finds nothing', async () => {
  const hour = { title: '', weekday: '4', from: '09:30', until: '09:00', place: '' }
  const wrong = await visit(town.head, { path: '/agenda/scherm/uren', fields: hour })
  assert.deepEqual([wrong.status, /Schrijf op wat er dan is/.test(wrong.text)], [422, true])
  for (const child of [{ title: 'Gesprek Zqaam Zqels groep 5' }, { place: 'bij Zqaam Zqels, groep 5' }]) {
    const fields = { ...hour, title: 'Inloopuur', until: '10:00', ...child }
    const refused = await visit(town.head, { path: '/agenda/scherm/uren', fields })
    assert.deepEqual([refused.status, /naam of nummer van een kind/.test(refused.text)], [422, true])
  }
  for (const who of [town.teacher, town.therapist]) {
    assert.equal((await visit(who, { path: '/agenda/scherm' })).status, 404)
    assert.equal((await agree('zqstil', who)).status, 404)
    assert.equal((await visit(who, { path: '/agenda/scherm', fields: {} })).status, 404)
  }
})

test(`the database holds the same: everyone by every verb, and a guest with and without the address (${engine})`, async () => {
  const key = digestOfFeed((await address()).split('/').at(-1)!)
  await actingAsKeeper(town.db, (tx) => tx.execute(sql`update relations set until = null`))
  await agree('Logo')
  const guest = (by: string, statement: SQL) => actingAsGuest(town.db, by, (tx) => rowsOf(tx, statement))
  const denied = (work: Promise<unknown>) =>
    assert.rejects(work, (error: Error & { cause?: { code?: string } }) => error.cause?.code === '42501')
  for (const name of ['hall_screens', 'hall_partners', 'hall_hours']) {
    const table = sql.identifier(name)
    const all = sql`select * from ${table}`
    assert.equal((await guest(key, all)).length, 1, name)
    assert.equal((await guest('', all)).length, 0, name)
    await denied(guest(key, sql`delete from ${table}`))
    for (const who of [town.neighbour, town.therapist, town.trustee])
      assert.equal((await actingAs(town.db, who, (tx) => rowsOf(tx, all))).length, 0, name)
    for (const who of [town.teacher, town.neighbour, town.therapist])
      assert.equal((await actingAs(town.db, who, (tx) => rowsOf(tx, sql`delete from ${table} returning *`))).length, 0)
  }
  assert.equal((await guest(key, sql`select weekday from presences`)).length, 2, 'of who agreed only')
  assert.equal((await guest('', sql`select weekday from presences`)).length, 0)
  await denied(guest(key, sql`select what from presences`))
  await denied(guest(key, sql`select note from spaces`))
  await denied(guest(key, sql`select name from relations`))
})
