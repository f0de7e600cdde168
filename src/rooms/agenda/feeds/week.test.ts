import assert from 'node:assert/strict'
import { before, test } from 'node:test'
import { type SQL, sql } from 'drizzle-orm'
import ICAL from 'ical.js'
import type { Config } from '#kit/config/read.ts'
import type { Actor } from '#kit/db/actor.ts'
import { actingAs, actingAsKeeper, rowsOf } from '#kit/db/database.ts'
import { spaces } from '#rooms/people/door.ts'
import { relations } from '#rooms/relations/door.ts'
import { engine } from '#test/engine.ts'
import { aSmallTown } from '#test/small-town.ts'
import { addPresence } from '../actions.ts'
import { cancelOnce, changePresence, moveOnce, undo } from '../exceptions/actions.ts'
import { addSession, place } from '../week/actions.ts'
import { makeFeed } from './actions.ts'
import { sayFeed } from './queries.ts'
import { type Feed, feeds } from './tables.ts'

const today = '2026-11-23'
const config = { baseUrl: 'https://school.example' } as Config
const none = { spaceId: null, groupId: null, relationId: null }
let town: Awaited<ReturnType<typeof aSmallTown>>
let [group, room, placed] = ['', '', '']
const line: Record<string, string> = {}
const as = <T>(who: Actor, statement: SQL) => actingAs(town.db, who, (tx) => rowsOf<T>(tx, statement))

before(async () => {
  town = await aSmallTown()
  const schoolId = town.school
  await actingAsKeeper(town.db, async (tx) => {
    const [made] = await rowsOf<{ id: string }>(
      tx,
      sql`insert into groups (school_id, name, years) values (${schoolId}, '4A', '{4}') returning id`,
    )
    group = made!.id
    const lines = await tx
      .insert(relations)
      .values([
        { schoolId, name: 'Logo', levels: [], organisationId: town.partner },
        { schoolId, name: 'zqanders', levels: [] },
        { schoolId: town.other, name: 'Logo elders', levels: [], organisationId: town.partner },
      ])
      .returning()
    for (const { name, id } of lines) line[name] = id
    const [space] = await tx.insert(spaces).values({ schoolId, name: 'Spreekkamer' }).returning()
    room = space!.id
    await tx.execute(sql`insert into school_days (school_id, kind, title, "from", until)
      values (${schoolId}, 'study', 'zqstudie', '2026-12-15', '2026-12-15'), (${schoolId}, 'event', 'zqfeest', '2026-12-16', '2026-12-16')`)
  })
  const hours = { from: '08:30', until: '12:00', spaceId: room, what: 'zqreden' }
  await actingAs(town.db, town.ib, async (tx, me = town.ib) => {
    for (const name of ['Logo', 'zqanders']) {
      await addPresence(tx, me, line[name]!, { ...hours, weekdays: [2] })
      const session = { relationId: line[name]!, minutes: 30, times: 1, place: 'any' as const, spaceId: null }
      const added = await addSession(tx, me, { ...session, groups: [{ id: group, pupils: 2 }] }, today)
      assert.ok(added.ok)
      const from = name === 'Logo' ? '09:00' : '10:00'
      const stood = await place(tx, me, added.id, { weekday: 2, from, spaceId: room }, today)
      if (stood.ok && name === 'Logo') placed = stood.id
    }
  })
  const elsewhere = { ...hours, spaceId: null, weekdays: [4] }
  await actingAs(town.db, town.neighbour, (tx) => addPresence(tx, town.neighbour, line['Logo elders']!, elsewhere))
})

async function feedOf(who: Actor, what: Partial<Parameters<typeof makeFeed>[2]> & Pick<Feed, 'kind'>): Promise<Feed> {
  const made = await actingAs(town.db, who, (tx) => makeFeed(tx, who, { ...none, ...what }))
  assert.ok(made.ok, JSON.stringify(made))
  await actingAsKeeper(town.db, (tx) => tx.execute(sql`update feeds set made_at = '2026-11-20'`))
  const rows = await actingAs(town.db, who, (tx) => tx.select().from(feeds))
  return rows.find(({ kind, relationId }) => kind === what.kind && relationId === (what.relationId ?? null))!
}
const said = (who: Actor, feed: Feed) =>
  actingAs(town.db, who, (tx) => sayFeed(tx, who, feed, { today, config, language: 'nl' }))
const eventsOf = (text: string) =>
  new ICAL.Component(ICAL.parse(text)).getAllSubcomponents('vevent').map((one) => new ICAL.Event(one))

const titles = (text: string) => eventsOf(text).map(({ summary }) => summary)

test('the calendar of a group says who comes when and where: no child, no number, no reason', async () => {
  const text = (await said(town.teacher, await feedOf(town.teacher, { kind: 'group', groupId: group })))!
  assert.deepEqual(titles(text), ['Logo', 'zqanders'])
  assert.equal(eventsOf(text)[0]!.location, 'Spreekkamer, De Regenboog')
  assert.doesNotMatch(text, /zqreden|zqstudie|zqfeest|4A/)
  const times = eventsOf(text)[0]!.iterator()
  const days = Array.from({ length: 4 }, () => String(times.next()).slice(0, 16))
  assert.deepEqual(days, ['2026-11-24T09:00', '2026-12-01T09:00', '2026-12-08T09:00', '2026-12-22T09:00'])
})

test('moved for once it is the same event at another time; cancelled it is not there; each counts up', async () => {
  const feed = await feedOf(town.ib, { kind: 'group', groupId: group })
  const sequence = async () => eventsOf((await said(town.ib, feed))!)[0]!.sequence
  const first = await sequence()
  const at = { id: placed, monday: '2026-11-30' }
  const spot = { day: '2026-12-03', from: '11:00', spaceId: null, reason: 'swap' as const }
  const moved = await actingAs(town.db, town.ib, (tx) => moveOnce(tx, town.ib, at, spot))
  assert.ok(moved.ok)
  await actingAs(town.db, town.ib, (tx) => cancelOnce(tx, town.ib, { ...at, monday: '2026-12-07' }, 'away'))
  const text = (await said(town.ib, feed))!
  const own = eventsOf(text).filter(({ summary }) => summary === 'Logo')
  assert.equal(new Set(own.map(({ uid }) => uid)).size, 1)
  assert.equal(own.length, 2)
  const [series, exception] = own
  assert.ok(!series!.isRecurrenceException() && exception!.isRecurrenceException())
  series!.relateException(exception!)
  const times = series!.iterator()
  const shown = Array.from({ length: 3 }, () => {
    const { startDate, endDate, item } = series!.getOccurrenceDetails(times.next()!)
    return [String(startDate).slice(0, 16), String(endDate).slice(11, 16), item.location]
  })
  assert.deepEqual(shown, [
    ['2026-11-24T09:00', '09:30', 'Spreekkamer, De Regenboog'],
    ['2026-12-03T11:00', '11:30', 'De Regenboog'],
    ['2026-12-22T09:00', '09:30', 'Spreekkamer, De Regenboog'],
  ])
  assert.doesNotMatch(text, /ruil|swap|afwezig/)
  const then = await sequence()
  assert.ok(then > first)
  await actingAs(town.db, town.ib, (tx) => undo(tx, town.ib, 'sessies', moved.id))
  assert.ok((await sequence()) > then)
})

test('a partner sees where she is expected at all her schools, or at one; never what another partner does', async () => {
  const all = (await said(town.therapist, await feedOf(town.therapist, { kind: 'visits' })))!
  assert.deepEqual(titles(all).sort(), ['De Buren: in huis', 'De Regenboog', 'De Regenboog: in huis'])
  assert.match(all, /LOCATION:Spreekkamer/)
  assert.doesNotMatch(all, /zq|4A/)
  const days = eventsOf(all)
    .find(({ summary }) => summary === 'De Regenboog: in huis')!
    .iterator()
  const dates = Array.from({ length: 5 }, () => String(days.next()).slice(0, 10))
  assert.ok(!dates.includes('2026-12-15'), 'a study day')
  const one = (await said(
    town.therapist,
    await feedOf(town.therapist, { kind: 'visits', relationId: line['Logo elders']! }),
  ))!
  assert.deepEqual(titles(one), ['De Buren: in huis'])
})

test('the calendar of one partner may be handed to that partner: it holds nobody else', async () => {
  const feed = await feedOf(town.teacher, { kind: 'partner', relationId: line['Logo']! })
  const away = {
    relationId: line['Logo']!,
    kind: 'away' as const,
    day: '2026-11-24',
    from: null,
    until: null,
    spaceId: null,
  }
  await actingAs(town.db, town.therapist, (tx) => changePresence(tx, town.therapist, { ...away, reason: 'other' }))
  const extra = {
    ...away,
    kind: 'extra' as const,
    day: '2026-11-26',
    from: '13:00',
    until: '14:00',
    reason: 'swap' as const,
  }
  await actingAs(town.db, town.therapist, (tx) => changePresence(tx, town.therapist, extra))
  const text = (await said(town.teacher, feed))!
  assert.doesNotMatch(text, /zq/)
  const inHouse = eventsOf(text).find(({ summary }) => summary === 'Logo: in huis')!
  const days = inHouse.iterator()
  assert.deepEqual([String(days.next()).slice(0, 10), String(days.next()).slice(0, 10)], ['2026-11-17', '2026-12-01'])
  assert.ok(
    eventsOf(text).some(({ startDate }) => String(startDate.toJSDate().toISOString()) === '2026-11-26T12:00:00.000Z'),
  )
})

test(`nobody has an address of what is not hers to see (${engine})`, async () => {
  const make = (who: Actor, what: Partial<Feed> & Pick<Feed, 'kind'>) =>
    actingAs(town.db, who, (tx) => makeFeed(tx, who, { ...none, ...what }))
  assert.deepEqual(await make(town.therapist, { kind: 'group', groupId: group }), { ok: false, because: 'not-yours' })
  assert.deepEqual(await make(town.therapist, { kind: 'partner', relationId: line['zqanders']! }), {
    ok: false,
    because: 'not-yours',
  })
  assert.deepEqual(await make(town.therapist, { kind: 'visits', relationId: line['zqanders']! }), {
    ok: false,
    because: 'not-found',
  })
  assert.deepEqual(await make(town.neighbour, { kind: 'group', groupId: group }), { ok: false, because: 'not-found' })
  assert.deepEqual(await make(town.neighbour, { kind: 'partner', relationId: line['Logo']! }), {
    ok: false,
    because: 'not-found',
  })
  assert.deepEqual(await make(town.trustee, { kind: 'visits' }), { ok: false, because: 'not-yours' })
  // Of the week she sees her own rows, rooms where she comes, and days on which the school is closed.
  assert.equal((await as(town.therapist, sql`select * from sessions`)).length, 1)
  assert.equal((await as(town.therapist, sql`select * from placements`)).length, 1)
  for (const table of ['session_groups', 'lessons', 'groups', 'group_changes'])
    assert.equal((await as(town.therapist, sql`select * from ${sql.identifier(table)}`)).length, 0, table)
  assert.deepEqual(await as(town.therapist, sql`select title from school_days`), [{ title: 'zqstudie' }])
  for (const table of ['sessions', 'placements', 'spaces', 'school_days'])
    assert.equal((await as(town.therapist, sql`delete from ${sql.identifier(table)} returning *`)).length, 0, table)
})

test('the calendar of a room has the sessions held in it, and on each date only what is in it then', async () => {
  const [[other], [third]] = await actingAsKeeper(town.db, async (tx) => [
    await tx.insert(spaces).values({ schoolId: town.school, name: 'Zolder' }).returning(),
    await tx.insert(spaces).values({ schoolId: town.school, name: 'Kelder' }).returning(),
  ])
  const roomFeed = async (spaceId: string) => {
    const made = await actingAs(town.db, town.ib, (tx) => makeFeed(tx, town.ib, { ...none, kind: 'space', spaceId }))
    assert.ok(made.ok)
    await actingAsKeeper(town.db, (tx) => tx.execute(sql`update feeds set made_at = '2026-11-20'`))
    const rows = await actingAs(town.db, town.ib, (tx) => tx.select().from(feeds))
    return (await said(town.ib, rows.find((one) => one.spaceId === spaceId)!))!
  }
  const at = { id: placed, monday: '2027-01-11' }
  const spot = { day: '2027-01-14', from: '11:00', spaceId: other!.id, reason: 'room' as const }
  const moved = await actingAs(town.db, town.ib, (tx) => moveOnce(tx, town.ib, at, spot))
  assert.ok(moved.ok)
  await actingAs(town.db, town.ib, (tx) => cancelOnce(tx, town.ib, { ...at, monday: '2027-01-18' }, 'away'))
  const text = await roomFeed(room)
  const logo = eventsOf(text).filter(({ uid }) => uid === `${placed}@school.example`)
  assert.deepEqual([logo.length, logo[0]!.summary, logo[0]!.location], [1, 'Logo', 'Spreekkamer, De Regenboog'])
  const times = logo[0]!.iterator()
  const days: string[] = []
  for (let next = times.next(); next && String(next) < '2027-02-01'; next = times.next())
    days.push(String(next).slice(0, 16))
  const january = days.filter((day) => day > '2027-01-04')
  assert.deepEqual(january, ['2027-01-05T09:00', '2027-01-26T09:00'], 'one went elsewhere, one is off')
  assert.ok(titles(text).includes('Logo: in huis'))
  assert.doesNotMatch(text, /zqreden|zqstudie|zqfeest|4A|swap|ruil/)
  const elsewhere = eventsOf(await roomFeed(other!.id))
  assert.deepEqual(
    elsewhere.map((one) => [one.summary, one.startDate.toJSDate().toISOString(), one.location, one.isRecurring()]),
    [['Logo', '2027-01-14T10:00:00.000Z', 'Zolder, De Regenboog', false]],
  )
  assert.equal(eventsOf(await roomFeed(other!.id))[0]!.uid, elsewhere[0]!.uid, 'the same every time')
  assert.deepEqual(eventsOf(await roomFeed(third!.id)), [])
  await actingAs(town.db, town.ib, (tx) => undo(tx, town.ib, 'sessies', moved.id))
  assert.deepEqual(eventsOf(await roomFeed(other!.id)), [])
  assert.deepEqual(
    await actingAs(town.db, town.therapist, (tx) =>
      makeFeed(tx, town.therapist, { ...none, kind: 'space', spaceId: room }),
    ),
    {
      ...{ ok: false, because: 'not-yours' },
    },
  )
})

test('an ended line is in no calendar of the partner', async () => {
  await actingAsKeeper(town.db, (tx) =>
    tx.execute(sql`update relations set until = '2026-11-01' where id = ${line['Logo']}`),
  )
  const feed = await feedOf(town.therapist, { kind: 'visits' })
  assert.deepEqual(titles((await said(town.therapist, feed))!), ['De Buren: in huis'])
  assert.equal((await as(town.therapist, sql`select * from placements`)).length, 0)
})
