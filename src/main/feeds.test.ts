import assert from 'node:assert/strict'
import { before, test } from 'node:test'
import { eq } from 'drizzle-orm'
import { Hono } from 'hono'
import ICAL from 'ical.js'
import type { Config } from '#kit/config/read.ts'
import { actingAsKeeper } from '#kit/db/database.ts'
import type { Street } from '#kit/http/types.ts'
import { presences } from '#rooms/agenda/door.ts'
import { agenda } from '#rooms/agenda/room.ts'
import { schoolDays } from '#rooms/days/door.ts'
import { memberships, spaces } from '#rooms/people/door.ts'
import { relations } from '#rooms/relations/door.ts'
import { aSmallTown } from '#test/small-town.ts'
import { visits } from '#test/visit.tsx'
import { calendars } from './feeds.ts'

const baseUrl = 'https://school.example'
let town: Awaited<ReturnType<typeof aSmallTown>>
let space = ''
let visit: ReturnType<typeof visits>

before(async () => {
  town = await aSmallTown()
  visit = visits(town.db, withConfig())
  await actingAsKeeper(town.db, async (tx) => {
    const schoolId = town.school
    const [room] = await tx.insert(spaces).values({ schoolId, name: 'Spreekkamer; boven' }).returning()
    space = room!.id
    const names = ['Spraakwater, logopedie', `Een heel lange naam met ${'é'.repeat(60)}\nBEGIN:VEVENT`]
    for (const [nth, name] of names.entries()) {
      const owner = nth === 0 ? { ownerId: town.teacher.personId } : {}
      const [line] = await tx
        .insert(relations)
        .values({ schoolId, name, levels: [], ...owner })
        .returning()
      const hours = { schoolId, relationId: line!.id, from: '09:00', until: '12:00', what: 'Praten over Sem' }
      await tx.insert(presences).values({ ...hours, weekday: nth + 1, spaceId: nth === 0 ? space : null })
    }
  })
})

function withConfig() {
  const inside = new Hono<{ Variables: { config: Config } }>().use(async (c, next) => {
    c.set('config', { baseUrl } as Config)
    await next()
  })
  return inside.route('/', agenda.inside!) as unknown as NonNullable<typeof agenda.inside>
}

/** Makes an address as somebody, by the form, and gives what stands on the page. */
async function address(what: string): Promise<string> {
  const { html, status } = await visit(town.teacher, { path: '/agenda/abonnementen', fields: { what } })
  assert.equal(status, 200)
  return /https:\/\/school\.example(\/agenda\/feed\/[\w-]+\.ics)/.exec(html)![1]!
}

async function fetched(path: string, headers: Record<string, string> = {}) {
  const street = new Hono<Street>().use(async (c, next) => {
    c.set('caller', { address: '1' } as Street['Variables']['caller'])
    c.set('now', new Date('2026-11-24T10:00:00Z'))
    c.set('today', '2026-11-24')
    c.set('language', 'nl')
    c.set('config', { baseUrl } as Config)
    await next()
  })
  const house = street.route('/', calendars({ db: town.db, config: { baseUrl, development: true } as Config }))
  const answer = await house.request(path, { headers })
  return { status: answer.status, text: await answer.text(), headers: answer.headers }
}

test('a secret address with something behind it goes no further: not into the address of the sign-in page', async () => {
  const { street: hall } = agenda
  const house = new Hono<Street>()
    .route('/', calendars({ db: town.db, config: { baseUrl, development: true } as Config }))
    .route('/', hall!)
    .all('*', (c) => c.redirect(`/inloggen?naar=${encodeURIComponent(c.req.path)}`, 303))
  for (const path of [
    '/agenda/feed/geheim/',
    '/agenda/feed/geheim/x.ics',
    '/agenda/hal/geheim/',
    '/agenda/hal/geheim/x',
  ])
    assert.equal((await house.request(path)).status, 404, path)
})

const eventsOf = (text: string) =>
  new ICAL.Component(ICAL.parse(text)).getAllSubcomponents('vevent').map((one) => new ICAL.Event(one))

test('a calendar reads who is in the building, when and where, and never what for', async () => {
  const { text, headers, status } = await fetched(await address('building'))
  assert.equal(status, 200)
  assert.match(headers.get('content-type')!, /^text\/calendar/)
  const events = eventsOf(text)
  assert.deepEqual(
    events.map((one) => one.summary.slice(0, 22)),
    ['Spraakwater, logopedie', 'Een heel lange naam me'],
  )
  assert.equal(events[0]!.location, 'Spreekkamer; boven, De Regenboog')
  assert.doesNotMatch(text, /Sem|Praten/)
  assert.ok(text.split('\r\n').every((line) => Buffer.byteLength(line) <= 75))
  // Nine o'clock stays nine o'clock, in summer and in winter.
  const times = events[0]!.iterator()
  const hours = Array.from({ length: 40 }, () => times.next()!).map((one) => `${one.dayOfWeek()} ${one.hour}`)
  assert.deepEqual([...new Set(hours)], [`${ICAL.Time.MONDAY} 9`])
})

test('on a day that the school is closed nobody comes, nor in a calendar', async () => {
  const [monday] = eventsOf((await fetched(await address('building'))).text)
  const times = monday!.iterator()
  const days = Array.from({ length: 30 }, () => String(times.next()).slice(0, 10))
  assert.ok(days.includes('2027-03-22') && days.includes('2027-04-05'))
  assert.ok(!days.includes('2027-03-29'), 'Easter Monday')
})

test('the year plan: whole days, the last one included', async () => {
  const event = { kind: 'event' as const, title: 'Sportdag; groot', from: '2027-06-03', until: '2027-06-04' }
  await actingAsKeeper(town.db, (tx) => tx.insert(schoolDays).values({ schoolId: town.school, ...event }))
  const path = await address('year')
  const { text, headers } = await fetched(path)
  const sports = eventsOf(text).find(({ summary }) => summary === 'Sportdag; groot')
  assert.deepEqual(
    [String(sports?.startDate), String(sports?.endDate), sports?.startDate.isDate],
    ['2027-06-03', '2027-06-05', true],
  )
  assert.ok(eventsOf(text).some(({ summary }) => summary === 'Tweede paasdag'))
  assert.equal(new Set(eventsOf(text).map(({ uid }) => uid)).size, eventsOf(text).length)
  assert.equal((await fetched(path, { 'If-None-Match': headers.get('etag')! })).status, 304)
})

test('the same calendar is not sent twice, and its events keep their names', async () => {
  const path = await address('building')
  const first = await fetched(path)
  assert.equal((await fetched(path, { 'If-None-Match': first.headers.get('etag')! })).status, 304)
  const uids = eventsOf(first.text).map(({ uid }) => uid)
  const other = await fetched(await address('building'))
  assert.deepEqual(
    eventsOf(other.text).map(({ uid }) => uid),
    uids,
  )
})

test('one room, and only the partners whose line one holds', async () => {
  assert.equal(eventsOf((await fetched(await address(`space:${space}`))).text).length, 1)
  assert.equal(eventsOf((await fetched(await address('mine'))).text).length, 1)
  const wrong = await visit(town.teacher, { path: '/agenda/abonnementen', fields: { what: 'space:x' } })
  assert.deepEqual([wrong.status, /Kies wat je/.test(wrong.text)], [422, true])
})

test('a new address closes the old one; so does leaving; an address that never was opens nothing', async () => {
  const path = await address('mine')
  const list = await visit(town.teacher, { path: '/agenda/abonnementen' })
  const renewal = [...list.html.matchAll(/\/agenda\/abonnementen\/[0-9a-f-]+\/vernieuwing/g)].at(-1)![0]
  const { html } = await visit(town.teacher, { path: renewal, fields: {} })
  const next = /example(\/agenda\/feed\/[\w-]+\.ics)/.exec(html)![1]!
  assert.deepEqual([(await fetched(path)).status, (await fetched(next)).status], [404, 200])
  assert.equal((await fetched('/agenda/feed/nooit.ics')).status, 404)
  await actingAsKeeper(town.db, (tx) =>
    tx.update(memberships).set({ until: '2026-11-01' }).where(eq(memberships.personId, town.teacher.personId)),
  )
  assert.equal((await fetched(next)).status, 404)
})

test('who is no colleague makes no address of a school; who speaks for a partner only of its own visits', async () => {
  const path = '/agenda/abonnementen'
  for (const visited of [{ path }, { path, fields: { what: 'building' } }, { path, fields: { what: 'visits' } }])
    assert.equal((await visit(town.trustee, visited)).status, 404)
  const seen = await visit(town.therapist, { path })
  assert.match(seen.text, /Al je scholen/)
  assert.doesNotMatch(seen.text, /Iedereen die in huis is|Spreekkamer/)
  assert.equal((await visit(town.therapist, { path, fields: { what: 'building' } })).status, 422)
  const { html } = await visit(town.therapist, { path, fields: { what: 'visits' } })
  const own = /example(\/agenda\/feed\/[\w-]+\.ics)/.exec(html)![1]!
  assert.deepEqual(eventsOf((await fetched(own)).text), [])
})
