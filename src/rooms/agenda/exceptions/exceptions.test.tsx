import assert from 'node:assert/strict'
import { before, test } from 'node:test'
import { type SQL, sql } from 'drizzle-orm'
import { Hono } from 'hono'
import type { Actor } from '#kit/db/actor.ts'
import { actingAs, actingAsGuest, actingAsKeeper, rowsOf } from '#kit/db/database.ts'
import type { Inside } from '#kit/http/types.ts'
import { spaces } from '#rooms/people/door.ts'
import { relations } from '#rooms/relations/door.ts'
import { engine } from '#test/engine.ts'
import { aSmallTown } from '#test/small-town.ts'
import { visits } from '#test/visit.tsx'
import { setLessons } from '../lessons/actions.ts'
import { whoIsIn } from '../queries.ts'
import { inside as agenda } from '../routes.tsx'
import { presences } from '../tables.ts'
import { troublesIn } from '../troubles/rules.ts'
import { factsOf, sessionsOn } from '../week/queries.ts'
import { inside as week } from '../week/routes.tsx'
import { cardsOf, missedBefore } from '../week/rules.ts'
import { inside } from './routes.tsx'

// Saturday the 21st: the week shown is that of Monday the 23rd.
const [monday, tuesday, thursday] = ['2026-11-23', '2026-11-24', '2026-11-26']
let town: Awaited<ReturnType<typeof aSmallTown>>
let visit: ReturnType<typeof visits>
let [logo, group, session, spot, room] = ['', '', '', '', '']
const as = <T,>(who: Actor, statement: SQL) => actingAs(town.db, who, (tx) => rowsOf<T>(tx, statement))
const post = (path: string, fields: Record<string, string | string[]>, who: Actor = town.ib) =>
  visit(who, { path, fields })
const facts = (from = monday) => actingAs(town.db, town.ib, (tx) => factsOf(tx, town.school, from))
const onDay = (today: string) =>
  actingAs(town.db, town.teacher, (tx) => sessionsOn(tx, town.school, { weekday: new Date(today).getUTCDay(), today }))
const inHouse = (today: string) => actingAs(town.db, town.teacher, (tx) => whoIsIn(tx, town.school, today))

before(async () => {
  town = await aSmallTown()
  visit = visits(town.db, new Hono<Inside>().route('/', agenda).route('/', week).route('/', inside))
  const schoolId = town.school
  await actingAsKeeper(town.db, async (tx) => {
    const [made] = await rowsOf<{ id: string }>(
      tx,
      sql`insert into groups (school_id, name, years) values (${schoolId}, '4A', '{4}') returning id`,
    )
    group = made!.id
    await tx.execute(sql`insert into lessons (school_id, group_id, weekday, "from", until, subject, protected)
      select ${schoolId}, ${group}, day, '08:45', '12:00', 'rekenen', false from generate_series(1, 5) day`)
    const [line] = await tx
      .insert(relations)
      .values({ schoolId, name: 'Logo', levels: [], organisationId: town.partner })
      .returning()
    logo = line!.id
    const [space] = await tx.insert(spaces).values({ schoolId, name: 'Spreekkamer' }).returning()
    room = space!.id
    await tx
      .insert(presences)
      .values({ schoolId, relationId: logo, weekday: 2, from: '08:30', until: '12:00', spaceId: room })
  })
  const fields = { relationId: logo, minutes: '30', times: '1', place: room, [`groep-${group}`]: '2' }
  session = (await post('/rooster/sessies', fields)).location!.split('/').at(-1)!
  await post(`/rooster/sessies/${session}/plek`, { week: monday, weekday: '2', from: '09:00', spaceId: room })
  spot = (await as<{ id: string }>(town.ib, sql`select id from placements`))[0]!.id
})

test('not held on one date: the week says so, the sheet of the substitute follows, the next week is as ever', async () => {
  const path = `/rooster/plekken/${spot}/uitzondering`
  const seen = await visit(town.ib, { path: `${path}?week=${monday}` })
  assert.match(seen.text, /Alleen op di 24 nov/)
  assert.ok(seen.queries <= 6)
  assert.match((await post(path, { week: monday, kind: 'cancelled', reason: 'ziek' })).text, /Kies waarom/)
  const done = await post(path, { week: monday, kind: 'cancelled', reason: 'away' })
  assert.deepEqual([done.status, done.location, done.told], [303, `/rooster?week=${monday}`, 'Gaat die dag niet door.'])
  const { text, html, queries } = await visit(town.teacher, { path: '/rooster' })
  assert.match(text, /gaat niet door/)
  assert.match(html, /days-gone/)
  assert.ok(queries <= 6, `${queries}`)
  assert.deepEqual(await onDay(tuesday), [])
  assert.equal((await onDay('2026-12-01')).length, 1)
  assert.deepEqual(
    cardsOf(await facts('2026-12-07')).map(({ behind }) => behind),
    [[{ subject: 'rekenen', times: 2 }]],
  )
})

test('moved for once: a conflict shows at once, said anew it replaces, and undone it is as every week', async () => {
  const path = `/rooster/plekken/${spot}/uitzondering`
  const move = { week: monday, kind: 'moved', reason: 'swap', day: thursday, from: '10:00', spaceId: room }
  assert.match((await post(path, { ...move, from: 'x' })).text, /Vul een tijd in/)
  assert.match((await post(path, { ...move, day: '2026-11-28' })).text, /Kies een schooldag/)
  assert.match((await post(path, { ...move, spaceId: crypto.randomUUID() })).text, /Kies een ruimte/)
  assert.equal((await post(path, move)).status, 303)
  assert.deepEqual(
    troublesIn(await facts()).map(({ what }) => what),
    ['absent'],
  )
  assert.match((await visit(town.teacher, { path: '/rooster' })).text, /Logo is donderdag 10:00 niet in huis/)
  assert.deepEqual(await onDay(tuesday), [])
  assert.deepEqual(
    (await onDay(thursday)).map(({ from, space }) => [from, space]),
    [['10:00', 'Spreekkamer']],
  )
  // The partner says herself that she comes that day: then it can be so.
  const extra = { kind: 'extra', day: thursday, from: '09:00', until: '11:00', spaceId: room, reason: 'swap' }
  assert.match((await post(`/netwerk/${logo}/aanwezigheid/uitzondering`, { ...extra, until: '' })).text, /eindtijd/)
  assert.equal((await post(`/netwerk/${logo}/aanwezigheid/uitzondering`, extra, town.therapist)).status, 303)
  assert.deepEqual(troublesIn(await facts()), [])
  assert.deepEqual(
    (await inHouse(thursday)).map(({ from, space, once }) => [from, space, once]),
    [['09:00', 'Spreekkamer', true]],
  )
  const list = await visit(town.teacher, { path: '/rooster/uitzonderingen' })
  assert.match(list.text, /Logo met 4A \(2\) is verzet naar do 26 nov/)
  assert.ok(list.queries <= 6)
  const [change] = await as<{ id: string }>(town.ib, sql`select id from session_changes`)
  const back = `/rooster/uitzonderingen/sessies/${change!.id}/verwijdering`
  assert.equal((await post(back, {}, town.teacher)).status, 404)
  assert.equal((await post(back, {})).status, 303)
  assert.equal((await onDay(tuesday)).length, 1)
})

test('a partner who is away takes her sessions along, and says so herself; the week page tells it', async () => {
  const path = `/netwerk/${logo}/aanwezigheid/uitzondering`
  assert.match((await visit(town.therapist, { path })).text, /Kom je een dag niet/)
  const away = { kind: 'away', day: tuesday, from: '', until: '', reason: 'away' }
  assert.equal((await post(path, away, town.therapist)).location, `/netwerk/${logo}/aanwezigheid`)
  assert.deepEqual([await inHouse(tuesday), await onDay(tuesday)], [[], []])
  assert.match((await visit(town.teacher, { path: '/agenda' })).text, /komt niet/)
  assert.match((await visit(town.teacher, { path: '/rooster' })).text, /komt niet/)
  assert.deepEqual(troublesIn(await facts()), [])
  const [row] = await as<{ id: string }>(town.ib, sql`select id from presence_changes where kind = 'away'`)
  const back = `/rooster/uitzonderingen/partners/${row!.id}/verwijdering`
  for (const who of [town.teacher, town.neighbour, town.trustee]) assert.equal((await post(back, {}, who)).status, 404)
  assert.equal((await post(back, {}, town.therapist)).location, '/scholen')
  assert.equal((await inHouse(tuesday)).length, 1)
})

test('a group that is not there makes its session a conflict; a protected hour too', async () => {
  const said = {
    groups: [group],
    title: 'schoolfotograaf',
    day: tuesday,
    from: '08:45',
    until: '09:15',
    kind: 'protected',
  }
  assert.match((await post('/rooster/uitzonderingen/groepen', { ...said, groups: [] })).text, /minstens één groep/)
  assert.match((await post('/rooster/uitzonderingen/groepen', { ...said, until: '08:00' })).text, /eindtijd/)
  const child = { ...said, title: 'Toets Zqaam Zqels groep 5' }
  assert.match((await post('/rooster/uitzonderingen/groepen', child)).text, /naam of nummer van een kind/)
  assert.equal((await post('/rooster/uitzonderingen/groepen', said, town.teacher)).status, 303)
  assert.deepEqual(
    troublesIn(await facts()).map(({ what }) => what),
    ['protected'],
  )
  assert.deepEqual(troublesIn(await facts('2026-11-30')), [])
  const [row] = await as<{ id: string }>(town.ib, sql`select id from group_changes`)
  assert.equal((await post(`/rooster/uitzonderingen/groepen/${row!.id}/verwijdering`, {}, town.teacher)).status, 303)
  assert.equal((await post('/rooster/uitzonderingen/groepen', { ...said, kind: 'out' }, town.teacher)).status, 303)
  assert.deepEqual(
    troublesIn(await facts()).map(({ what }) => what),
    ['lessons'],
  )
})

test('a session once more; what a group misses counts it', async () => {
  const said = { sessionId: session, day: '2026-12-03', from: '09:00', spaceId: room, reason: 'other' }
  assert.match((await post('/rooster/uitzonderingen/sessies', { ...said, sessionId: logo })).text, /Kies een sessie/)
  assert.equal((await post('/rooster/uitzonderingen/sessies', said, town.teacher)).status, 404)
  assert.equal((await post('/rooster/uitzonderingen/sessies', said)).status, 303)
  assert.equal((await onDay('2026-12-03')).length, 1)
  const { text, queries } = await visit(town.teacher, { path: '/rooster/gemist' })
  assert.match(text, /4A Wat 4A mist/)
  assert.match(text, /rekenen\s+Logo\s+2\s+0\s+\d\d/)
  assert.ok(queries <= 6)
})

test('lessons that change from a week on leave what was missed before as it was', async () => {
  const before = missedBefore(await facts('2026-12-07')).get(session)
  assert.ok(before?.['rekenen'])
  const row = (subject: string) => ({ weekday: 2, from: '08:45', until: '12:00', subject, protected: false })
  const type = (subject: string, since: string | null) =>
    actingAs(town.db, town.teacher, (tx) => setLessons(tx, town.teacher, group, [row(subject)], since))
  await type('taal', '2026-12-07')
  assert.deepEqual(missedBefore(await facts('2026-12-07')).get(session), before)
  assert.deepEqual({ ...missedBefore(await facts('2026-12-21')).get(session) }, { ...before, taal: 2 })
  await type('lezen', '2026-12-07')
  assert.deepEqual(
    { ...missedBefore(await facts('2026-12-21')).get(session) },
    { ...before, lezen: 2 },
    'typed anew in the same week',
  )
  await type('rekenen', null)
  assert.deepEqual(Object.keys(missedBefore(await facts('2026-12-21')).get(session)!), ['rekenen'], 'it was always so')
})

test('a session is changed whole, taken away and put back with its place', async () => {
  const path = `/rooster/sessies/${session}/wijziging`
  const form = await visit(town.ib, { path })
  assert.match(form.html, /name="minutes"[^>]*value="30"|value="30"[^>]*name="minutes"/)
  const said = { relationId: logo, minutes: '45', times: '1', place: 'own', [`groep-${group}`]: 'allemaal' }
  assert.match((await post(path, { ...said, minutes: '999' })).text, /5 tot 240/)
  assert.equal((await post(path, said, town.teacher)).status, 404)
  assert.equal((await post(path, said)).status, 303)
  const changed = (await facts()).sessions.find(({ id }) => id === session)!
  assert.deepEqual([changed.minutes, changed.place, changed.groups[0]!.pupils], [45, 'own', null])
  const gone = await post(`/rooster/sessies/${session}/verwijdering`, {})
  assert.match(gone.told, /Weggehaald/)
  assert.deepEqual([(await facts()).sessions, await onDay('2026-12-01')], [[], []])
  assert.equal((await post(`/rooster/sessies/${session}/herstel`, {}, town.teacher)).status, 404)
  assert.equal((await post(`/rooster/sessies/${session}/herstel`, {})).status, 303)
  assert.equal((await onDay('2026-12-01')).length, 1)
  assert.equal((await post(`/rooster/sessies/${session}/herstel`, {})).status, 404, 'one step back')
})

test(`colleagues see what is otherwise, its makers change it, a partner its own only (${engine})`, async () => {
  await post(`/netwerk/${logo}/aanwezigheid/uitzondering`, { kind: 'away', day: '2026-12-08', reason: 'away' })
  const own = { session_changes: town.therapist, presence_changes: town.therapist, group_changes: undefined }
  for (const [name, partner] of Object.entries(own)) {
    const all = sql`select * from ${sql.identifier(name)}`
    const clear = sql`delete from ${sql.identifier(name)} returning *`
    assert.ok((await as(town.teacher, all)).length > 0, name)
    for (const who of [town.neighbour, town.trustee]) {
      assert.equal((await as(who, all)).length, 0, name)
      assert.equal((await as(who, clear)).length, 0, name)
    }
    assert.equal((await as(town.therapist, all)).length > 0, partner !== undefined, name)
    if (name !== 'presence_changes') assert.equal((await as(town.therapist, clear)).length, 0, name)
    if (name === 'session_changes') assert.equal((await as(town.teacher, clear)).length, 0, name)
    assert.equal(await sees(all), 'denied', name)
  }
  const strange = sql`insert into presence_changes (school_id, relation_id, kind, day, reason) values (${town.school}, ${logo}, 'away', '2026-12-15', 'other')`
  for (const who of [town.neighbour, town.trustee, town.teacher])
    await assert.rejects(
      as(who, strange),
      (error: Error & { cause?: { code?: string } }) => error.cause?.code === '42501',
    )
})

/** What a passer-by gets: columns are opened to the screen in the hall only, so everything at once is denied. */
const sees = (statement: SQL) =>
  actingAsGuest(town.db, '', (tx) => rowsOf(tx, statement)).then(
    ({ length }) => length,
    (error: Error & { cause?: { code?: string } }) => (error.cause?.code === '42501' ? 'denied' : 'broken'),
  )
