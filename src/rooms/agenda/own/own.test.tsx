import assert from 'node:assert/strict'
import { once } from 'node:events'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { after, before, test } from 'node:test'
import { type SQL, sql } from 'drizzle-orm'
import type { Config } from '#kit/config/read.ts'
import type { Actor } from '#kit/db/actor.ts'
import { actingAs, actingAsGuest, actingAsKeeper, rowsOf } from '#kit/db/database.ts'
import type { HouseForWorkers } from '#kit/http/types.ts'
import { engine } from '#test/engine.ts'
import { aSmallTown } from '#test/small-town.ts'
import { visits } from '#test/visit.tsx'
import { hoursBeside } from '../ical/beside.ts'
import { workers } from '../jobs.ts'
import { addAddress, addFile, removeCalendar } from './actions.ts'
import { busyOf, calendarsOf } from './queries.ts'
import { inside } from './routes.tsx'
import { daysAhead, fromPairs, hoursIn, type Interval, joined, mostHours, toPairs } from './rules.ts'

const secret = 'zqgeheim'
const tomorrow = new Date(Date.now() + 86_400_000).toISOString().slice(0, 10).replaceAll('-', '')
const ics = (extra = '') =>
  [
    ...['BEGIN:VCALENDAR', 'VERSION:2.0', `X-WR-CALNAME:${secret}naam`, 'BEGIN:VEVENT', `UID:${secret}uid`],
    ...[`DTSTART:${tomorrow}T100000Z`, `DTEND:${tomorrow}T110000Z`, `SUMMARY:${secret}titel`],
    ...[
      `LOCATION:${secret}plaats`,
      `DESCRIPTION:${secret}tekst`,
      `ORGANIZER;CN=${secret}wie:mailto:${secret}@a.example`,
    ],
    ...[
      `ATTENDEE;CN=${secret}gast:mailto:${secret}b@a.example`,
      `COMMENT:${secret}`,
      'END:VEVENT',
      extra,
      'END:VCALENDAR',
    ],
  ].join('\r\n')

let town: Awaited<ReturnType<typeof aSmallTown>>
let visit: ReturnType<typeof visits>
let body = ics()
const server = createServer((request, answer) => {
  if (request.url?.startsWith('/onward')) answer.writeHead(302, { Location: 'https://169.254.169.254/latest' }).end()
  else answer.end(body)
})
let at = ''

before(async () => {
  town = await aSmallTown()
  visit = visits(town.db, inside)
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  at = `http://localhost:${(server.address() as AddressInfo).port}`
})
after(() => server.close())

const house = () =>
  ({
    asKeeper: (work) => actingAsKeeper(town.db, work),
    config: { development: true } as Config,
  }) as HouseForWorkers
const fetchIt = (calendar: string, organisation = town.school) =>
  workers(house())['agenda.calendar']!({ organisation, calendar })
const reading = (text: string) => hoursIn(new TextEncoder().encode(text), 'file', Date.now())
const subscribe = async (who: Actor, path: string) => {
  const made = await actingAs(town.db, who, (tx) => addAddress(tx, who, at + path, new Date()))
  assert.ok(made.ok)
  return made.id
}
const mineOf = (who: Actor) => actingAs(town.db, who, (tx) => calendarsOf(tx, who))
const busyAt = (by: Actor, of: Actor) =>
  actingAs(town.db, by, async (tx) => {
    const span = { from: new Date(), until: new Date(Date.now() + 7 * 86_400_000) }
    const busy = busyOf(of.organisationId, sql`${of.personId}::uuid`, span)
    const [found] = await rowsOf<{ busy: Interval[] }>(tx, sql`select ${busy} as busy`)
    return found!.busy.length ? joined(found!.busy) : undefined
  })

/** Every row of every table, as text. */
async function everything(): Promise<string> {
  const tables = await actingAsKeeper(town.db, (tx) =>
    rowsOf<{ name: string }>(
      tx,
      sql`select c.relname::text as name from pg_class c
      join pg_namespace n on n.oid = c.relnamespace and n.nspname = 'public' where c.relkind = 'r'`,
    ),
  )
  const rows: string[] = []
  for (const { name } of tables)
    rows.push(
      ...(
        await actingAsKeeper(town.db, (tx) =>
          rowsOf<{ row: string }>(tx, sql`select t::text as row from ${sql.identifier(name)} t`),
        )
      ).map(({ row }) => row),
    )
  assert.ok(rows.length > 10)
  return rows.join('\n')
}

test(`nothing of a calendar but its hours is in any table, page, trail or letter (${engine})`, async () => {
  const id = await subscribe(town.teacher, `/${secret}adres.ics`)
  await fetchIt(id)
  const file = await actingAs(town.db, town.teacher, (tx) => addFile(tx, town.teacher, reading(ics()), new Date()))
  assert.ok(file.ok)
  const [one] = await mineOf(town.teacher)
  assert.deepEqual([one?.trouble, one?.busy?.length], [null, 2])
  const { html, status } = await visit(town.teacher, {
    path: '/agenda/eigen',
    today: new Date().toISOString().slice(0, 10),
  })
  assert.equal(status, 200)
  assert.match(html, /Agenda op localhost/)
  assert.doesNotMatch(html, new RegExp(secret))
  assert.doesNotMatch(await everything(), new RegExp(secret), 'neither what stands in it nor its address')
  await actingAs(town.db, town.teacher, (tx) => removeCalendar(tx, town.teacher, file.id))
})

test('colleagues learn that she is busy, others nothing, and nobody where her calendar is', async () => {
  const seen = await busyAt(town.head, town.teacher)
  assert.equal(seen?.length, 1)
  assert.equal(seen![0]!.end - seen![0]!.start, 3_600_000)
  for (const who of [town.neighbour, town.therapist, town.trustee])
    assert.equal(await busyAt(who, town.teacher), undefined)
  const as = (who: Actor, statement: SQL) => actingAs(town.db, who, (tx) => rowsOf(tx, statement))
  for (const who of [town.head, town.ib, town.neighbour, town.therapist, town.trustee]) {
    for (const table of ['calendars', 'calendar_seals']) {
      assert.equal((await as(who, sql`select * from ${sql.identifier(table)}`)).length, 0, table)
      assert.equal((await as(who, sql`delete from ${sql.identifier(table)} returning *`)).length, 0, table)
    }
    assert.equal((await as(who, sql`delete from calendar_hours returning *`)).length, 0)
    assert.equal((await as(who, sql`update calendar_hours set busy = '{}' returning *`)).length, 0)
  }
  const { organisationId, personId } = town.teacher
  const denied = (work: Promise<unknown>) =>
    assert.rejects(work, (error: Error & { cause?: { code?: string } }) => error.cause?.code === '42501')
  await denied(
    as(
      town.head,
      sql`insert into calendars (organisation_id, person_id, kind) values (${organisationId}, ${personId}, 'file')`,
    ),
  )
  for (const table of ['calendars', 'calendar_seals', 'calendar_hours'])
    await denied(actingAsGuest(town.db, '', (tx) => rowsOf(tx, sql`select * from ${sql.identifier(table)}`)))
})

test('what is fetched anew takes the place of what was; what fails stays, and is told in a sentence', async () => {
  const [one] = await mineOf(town.teacher)
  const due = (calendar: string) =>
    actingAsKeeper(town.db, (tx) =>
      tx.execute(sql`update calendar_seals set due_at = now() where calendar_id = ${calendar}`),
    )
  const again = async (calendar: string) => {
    await due(calendar)
    await fetchIt(calendar)
    return (await mineOf(town.teacher)).find(({ id }) => id === calendar)
  }
  body = ics(`BEGIN:VEVENT\r\nUID:b\r\nDTSTART:${tomorrow}T103000Z\r\nDTEND:${tomorrow}T120000Z\r\nEND:VEVENT`)
  assert.equal((await again(one!.id))?.busy?.length, 2, 'what touches is one')
  body = '<html>log in</html>'
  const failed = await again(one!.id)
  assert.deepEqual([failed?.trouble, failed?.busy?.length], ['not-a-calendar', 2])
  body = ics()
  assert.equal((await again(one!.id))?.trouble, null)
  const sent = await subscribe(town.teacher, '/onward')
  assert.equal((await again(sent))?.trouble, 'inside', 'sent on to the cloud’s own network')
  const page = await visit(town.teacher, { path: '/agenda/eigen' })
  assert.match(page.text, /leidt naar een besloten netwerk/)
})

test('twice in the queue is fetched once; taken away is gone, also while it is being fetched', async () => {
  const [one] = await mineOf(town.teacher)
  const before = one!.fetchedAt
  await fetchIt(one!.id)
  assert.deepEqual((await mineOf(town.teacher))[0]!.fetchedAt, before, 'not due yet')
  for (const { id } of await mineOf(town.teacher))
    assert.equal((await visit(town.teacher, { path: `/agenda/eigen/${id}/verwijdering`, fields: {} })).status, 303)
  await fetchIt(one!.id)
  for (const table of ['calendars', 'calendar_seals', 'calendar_hours'])
    assert.equal(
      (await actingAsKeeper(town.db, (tx) => rowsOf(tx, sql`select * from ${sql.identifier(table)}`))).length,
      0,
    )
  assert.equal(await busyAt(town.head, town.teacher), undefined)
  const own = await subscribe(town.ib, '/x')
  assert.equal((await visit(town.teacher, { path: `/agenda/eigen/${own}/verwijdering`, fields: {} })).status, 404)
  assert.equal((await visit(town.teacher, { path: `/agenda/eigen/${own}/ophaling`, fields: {} })).status, 404)
})

test('who works here no longer is not busy here either', async () => {
  await actingAs(town.db, town.ib, (tx) => addFile(tx, town.ib, reading(ics()), new Date()))
  assert.equal((await mineOf(town.ib)).length, 2)
  await actingAsKeeper(town.db, (tx) =>
    tx.execute(sql`update memberships set until = '2020-01-01' where person_id = ${town.ib.personId}`),
  )
  await workers(house())['agenda.forget']!({})
  assert.equal((await mineOf(town.ib)).length, 0)
})

test('an address that leads inside is refused at the form; webcal is https; files are looked at', async () => {
  const give = async (address: string) => await visit(town.head, { path: '/agenda/eigen', fields: { address } })
  for (const [address, said] of [
    ['https://192.168.1.10/agenda.ics', /open internet/],
    ['https://[::ffff:10.0.0.1]/a.ics', /open internet/],
    ['webcal://localhost/a.ics', /open internet/],
    ['http://agenda.example.com/a.ics', /moet beginnen met https/],
    ['https://me:secret@agenda.example.com/a.ics', /geen adres/],
    ['mijn agenda', /geen adres/],
    ['', /Plak het adres/],
  ] as const) {
    const { status, text } = await give(address)
    assert.equal(status, 422, address)
    assert.match(text, said, address)
  }
  assert.equal((await give('webcal://agenda.example.com/basic.ics')).status, 303)
  const none = await visit(town.head, { path: '/agenda/eigen/bestand', fields: {} })
  assert.match(none.text, /Kies eerst een bestand/)
  const notOne = await actingAs(town.db, town.head, (tx) => addFile(tx, town.head, reading('hello'), new Date()))
  assert.deepEqual(notOne, { ok: false, because: 'not-a-calendar' })
  for (let nth = 0; nth < 4; nth++) assert.equal((await give('https://agenda.example.com/x.ics')).status, 303)
  const { text } = await give('https://agenda.example.com/x.ics')
  assert.match(text, /Je hebt er al vijf/)
})

test('a calendar that takes for ever to read stops nobody: others go on, and it is told', async () => {
  const zones = Array.from({ length: 60 }, (_, nth) => [
    ...['BEGIN:VTIMEZONE', `TZID:z${nth}`, 'BEGIN:STANDARD', 'DTSTART:19700101T000000', 'TZOFFSETFROM:+0100'],
    ...['TZOFFSETTO:+0100', 'RRULE:FREQ=SECONDLY;BYSECOND=7;BYHOUR=3;COUNT=999999', 'END:STANDARD', 'END:VTIMEZONE'],
    ...['BEGIN:VEVENT', `UID:${nth}`, `DTSTART;TZID=z${nth}:${tomorrow}T100000`, 'DURATION:PT1H', 'END:VEVENT'],
  ])
  const bytes = new TextEncoder().encode(['BEGIN:VCALENDAR', ...zones.flat(), 'END:VCALENDAR'].join('\n'))
  let turns = 0
  const others = setInterval(() => turns++, 20)
  const now = Date.now()
  const [heavy, light] = await Promise.all([
    hoursBeside({ bytes, kind: 'file', now }, 1500),
    hoursBeside({ bytes: new TextEncoder().encode(ics()), kind: 'file', now }),
  ])
  clearInterval(others)
  assert.deepEqual(heavy, { busy: [], trouble: 'too-large' })
  assert.deepEqual([light.busy.length, light.trouble], [2, null], 'whoever comes after it is read')
  assert.ok(turns > 20, `others had ${turns} turns`)
  const added = await actingAs(town.db, town.head, (tx) => addFile(tx, town.head, heavy, new Date()))
  assert.deepEqual(added, { ok: false, because: 'too-large' })
})

test('of hours without end the first are kept', () => {
  const blinking = [`DTSTART:${tomorrow}T000000Z`, 'DURATION:PT1S', 'RRULE:FREQ=SECONDLY;INTERVAL=4']
  const read = reading(['BEGIN:VCALENDAR', 'BEGIN:VEVENT', ...blinking, 'END:VEVENT', 'END:VCALENDAR'].join('\n'))
  assert.deepEqual([read.busy.length, read.trouble], [2 * mostHours, 'partly'])
})

test('hours are joined, kept as pairs, and shown per day', () => {
  const hour = 3_600_000
  const nine = Date.parse('2026-11-23T08:00:00Z')
  const busy = [
    { start: nine + hour, end: nine + 2 * hour },
    { start: nine, end: nine + hour },
    { start: nine + 20 * hour, end: nine + 20 * hour },
    { start: nine + 13 * hour, end: nine + 18 * hour },
  ]
  const all = joined(busy)
  assert.deepEqual(all, [
    { start: nine, end: nine + 2 * hour },
    { start: nine + 13 * hour, end: nine + 18 * hour },
  ])
  assert.deepEqual(fromPairs(toPairs(all)), all)
  assert.deepEqual(
    daysAhead(all, nine).map(({ day, hours }) => [day, hours.length]),
    [
      ['2026-11-23', 2],
      ['2026-11-24', 1],
    ],
  )
})
