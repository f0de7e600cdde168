import assert from 'node:assert/strict'
import { before, test } from 'node:test'
import { sql } from 'drizzle-orm'
import ICAL from 'ical.js'
import { rowsOf } from '#kit/db/database.ts'
import { presences } from '#rooms/agenda/door.ts'
import { spaces } from '#rooms/people/door.ts'
import { relations } from '#rooms/relations/door.ts'
import { keepLanguage } from '../answering/actions.ts'
import { writeAppointment } from '../letters/actions.ts'
import { findMeeting, toWrite } from '../queries.ts'
import { momentAt } from '../rules.ts'
import type { Meeting } from '../tables.ts'
import { type Asked, as, asKeeper, asked, at, byKey, now, school, town } from '../trial.test.ts'
import { cancelMeeting, type Fixing, fixMeeting } from './actions.ts'
import { meetingsInFeed, roomsInUse } from './queries.ts'
import { fileOf } from './rules.ts'

const config = { baseUrl: 'https://huis.example', mailFrom: 'Korte Lijnen <huis@huis.example>' }
const later = (minutes: number) => new Date(now.getTime() + minutes * 60_000)
let room = ''

before(async () => {
  await asKeeper(async (tx) => {
    await tx.execute(sql`update people set mail = 'joris@s.example' where id = ${town.teacher.personId}`)
    const [space] = await tx.insert(spaces).values({ schoolId: school, name: 'Spreekkamer; boven' }).returning()
    room = space!.id
    const [line] = await tx.select({ id: relations.id }).from(relations)
    const hours = { weekday: 2, from: '09:00', until: '12:00' }
    await tx.insert(presences).values({ schoolId: school, relationId: line!.id, spaceId: room, ...hours })
  })
})

const fix = (one: Asked, said: Partial<Fixing>, who = town.teacher) =>
  as(who, (tx) =>
    fixMeeting(tx, who, one.id, { startsAt: momentAt('2026-12-01', '15:00'), spaceId: null, place: '', ...said }, at),
  )
const sequenceOf = async (one: Asked) => (await as(town.teacher, (tx) => findMeeting(tx, school, one.id)))!.sequence

type Posted = {
  to: string
  text: string
  subject: string
  calendar: { method: string; content: string } | null
  replyTo: string | null
}
/** The letters that go for what the meeting is now. */
async function posted(one: Asked, stamp: Date): Promise<Record<string, Posted>> {
  const sequence = await sequenceOf(one)
  const letters = await asKeeper(async (tx) => {
    await tx.execute(sql`delete from outbox`)
    await writeAppointment(tx, config, { schoolId: school, id: one.id, sequence }, stamp)
    return rowsOf<{ payload: Posted }>(tx, sql`select payload from outbox where kind = 'mail'`)
  })
  return Object.fromEntries(letters.map(({ payload }) => [payload.to, payload]))
}
function read(letter: Posted | undefined) {
  assert.ok(letter?.calendar)
  const calendar = new ICAL.Component(ICAL.parse(letter.calendar.content))
  const part = calendar.getFirstSubcomponent('vevent')!
  const event = new ICAL.Event(part)
  return {
    method: calendar.getFirstPropertyValue('method'),
    ...{ uid: event.uid, sequence: event.sequence, title: event.summary, place: event.location },
    ...{ starts: event.startDate.toJSDate().toISOString(), ends: event.endDate.toJSDate().toISOString() },
    ...{ status: part.getFirstPropertyValue('status'), organizer: part.getFirstPropertyValue('organizer') },
    attendees: part.getAllProperties('attendee').map((who) => [who.getFirstValue(), who.getFirstParameter('rsvp')]),
  }
}

test('an invitation, a move and an end: one event in a calendar that follows all three', async () => {
  const one = await asked()
  assert.deepEqual(await fix(one, { spaceId: room }), { ok: true })
  const first = await posted(one, later(1))
  assert.deepEqual(Object.keys(first).sort(), ['joris@s.example', 'lotte@water.example', 'ouder@thuis.example'])
  const invited = read(first['ouder@thuis.example'])
  assert.deepEqual(invited, {
    ...{ method: 'REQUEST', uid: `${one.id}@huis.example`, sequence: 0, title: 'Overleg', status: 'CONFIRMED' },
    ...{ starts: '2026-12-01T14:00:00.000Z', ends: '2026-12-01T14:30:00.000Z', organizer: 'mailto:joris@s.example' },
    place: 'Spreekkamer; boven, De Regenboog',
    attendees: [['mailto:ouder@thuis.example', 'TRUE']],
  })
  assert.equal(first['ouder@thuis.example']?.replyTo, 'joris@s.example')
  assert.deepEqual(
    [read(first['joris@s.example']).method, read(first['joris@s.example']).attendees],
    ['PUBLISH', []],
    'her own calendar takes no invitation from herself',
  )
  assert.deepEqual(await fix(one, { startsAt: momentAt('2027-03-29', '15:00') }), { ok: true })
  const moved = read((await posted(one, later(2)))['lotte@water.example'])
  assert.deepEqual(
    [moved.method, moved.uid, moved.sequence, moved.starts],
    ['REQUEST', invited.uid, 1, '2027-03-29T13:00:00.000Z'],
  )
  assert.deepEqual(await as(town.teacher, (tx) => cancelMeeting(tx, town.teacher, one.id, at)), { ok: true })
  const ended = read((await posted(one, later(3)))['lotte@water.example'])
  assert.deepEqual([ended.method, ended.uid, ended.sequence, ended.status], ['CANCEL', invited.uid, 2, 'CANCELLED'])
  assert.deepEqual(ended.attendees, [['mailto:lotte@water.example', 'TRUE']])
})

test('what is over is put in no calendar any more', async () => {
  const one = await asked()
  assert.deepEqual(await fix(one, {}), { ok: true })
  assert.deepEqual(await posted(one, new Date('2027-06-01T08:00:00Z')), {})
})

test('who answered her link in English gets her letters in English, the others in Dutch', async () => {
  const one = await asked()
  const key = one.keys['Ouder Een']!
  const inviteeId = one.invitees['Ouder Een']!
  await byKey(key, (tx) => keepLanguage(tx, { meeting: { schoolId: school, id: one.id } as Meeting, inviteeId }, 'en'))
  await fix(one, { startsAt: momentAt('2026-12-16', '15:00') })
  const letters = await posted(one, later(1))
  assert.match(letters['ouder@thuis.example']!.text, /Wednesday 16 December/)
  assert.match(letters['lotte@water.example']!.text, /woensdag 16 december/)
  const left = await asKeeper((tx) => toWrite(tx, { schoolId: school, id: one.id }, now))
  assert.deepEqual(left.map(({ language }) => language).sort(), ['en', null, null, null])
})

test('everybody’s address stands in it only where that was chosen', async () => {
  const one = await asked({ showsMails: true })
  await fix(one, { startsAt: momentAt('2026-12-03', '15:00') })
  assert.deepEqual(
    read((await posted(one, later(1)))['lotte@water.example']).attendees.map(([mail]) => mail),
    ['mailto:lotte@water.example', 'mailto:ouder@thuis.example'],
  )
})

test('a letter about what has changed since is not written any more', async () => {
  const one = await asked()
  await fix(one, { startsAt: momentAt('2026-12-09', '15:00') })
  await fix(one, { startsAt: momentAt('2026-12-10', '15:00') })
  const written = await asKeeper((tx) =>
    writeAppointment(tx, config, { schoolId: school, id: one.id, sequence: 0 }, now),
  )
  assert.equal(written, 0)
})

test('a room is given once, and not where a partner sits', async () => {
  const [one, other] = [await asked(), await asked()]
  const startsAt = momentAt('2026-12-15', '13:00')
  const both = await Promise.all([fix(one, { spaceId: room, startsAt }), fix(other, { spaceId: room, startsAt })])
  assert.deepEqual(both.map(({ ok }) => ok).sort(), [false, true])
  const lost = both[0]?.ok ? other : one
  assert.deepEqual(await fix(lost, { spaceId: room, startsAt }), {
    ok: false,
    because: 'taken',
    by: 'Overleg',
    on: '2026-12-15',
  })
  const morning = momentAt('2026-12-08', '11:45')
  assert.deepEqual(await fix(lost, { spaceId: room, startsAt: morning }), {
    ok: false,
    because: 'taken',
    by: 'Spraakwater',
    on: '2026-12-08',
  })
  assert.deepEqual(await fix(lost, { spaceId: crypto.randomUUID() }), { ok: false, because: 'space' })
  const [inUse] = await as(town.head, (tx) => roomsInUse(tx, school, { from: startsAt, until: later(60 * 24 * 60) }))
  assert.equal(inUse?.meetings.length, 1)
})

test('a room that is free then is taken for her, of a series one that is free every time, or there is none', async () => {
  const morning = momentAt('2027-01-12', '10:00')
  const [one, other] = [await asked(), await asked()]
  assert.deepEqual(await fix(one, { spaceId: 'free', startsAt: morning }), { ok: false, because: 'full' })
  const startsAt = momentAt('2027-01-12', '13:00')
  assert.deepEqual(await fix(one, { spaceId: 'free', startsAt }), { ok: true })
  const { spaceId, place } = (await as(town.teacher, (tx) => findMeeting(tx, school, one.id)))!
  assert.deepEqual([spaceId, place], [room, 'Spreekkamer; boven, De Regenboog'])
  const weekly = { repeat: 'week', until: null, times: 3 } as const
  const before = momentAt('2027-01-05', '13:00')
  assert.deepEqual(
    await fix(other, { spaceId: 'free', startsAt: before, repeating: weekly }),
    { ok: false, because: 'full' },
    'the second time it is taken',
  )
})

test('who did not make it does not fix it; a place points at nobody; what is past is not fixed', async () => {
  const one = await asked()
  assert.deepEqual(await fix(one, {}, town.ib), { ok: false, because: 'not-found' })
  assert.deepEqual(await as(town.ib, (tx) => cancelMeeting(tx, town.ib, one.id, at)), { ok: false })
  assert.deepEqual(await fix(one, { place: 'bij de moeder van Kevin' }), { ok: false, because: 'names' })
  assert.deepEqual(await fix(one, { startsAt: momentAt('2026-11-20', '15:00') }), { ok: false, because: 'past' })
})

test('in the calendars one subscribes to: mine where I am invited, the building’s for every colleague, no address', async () => {
  const one = await asked()
  await fix(one, { startsAt: momentAt('2026-12-17', '15:00'), spaceId: room })
  const feed = (who: typeof town.ib, kind: string, spaceId: string | null = null) =>
    as(who, (tx) => meetingsInFeed(tx, who, { kind, spaceId }, config as never))
  const has = async (...given: Parameters<typeof feed>) =>
    (await feed(...given)).some(({ uid }) => uid === `${one.id}@huis.example`)
  assert.deepEqual(
    [
      await has(town.ib, 'mine'),
      await has(town.head, 'mine'),
      await has(town.head, 'building'),
      await has(town.head, 'space', room),
    ],
    [true, false, true, true],
  )
  assert.equal(await has(town.neighbour, 'building'), false)
  const meeting = (await as(town.head, (tx) => findMeeting(tx, school, one.id)))!
  const file = fileOf(meeting, [], config, now)!
  assert.doesNotMatch(file, /joris@|lotte@|ouder@/)
  assert.match(file, /METHOD:PUBLISH/)
})
