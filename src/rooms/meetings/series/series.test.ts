import assert from 'node:assert/strict'
import { before, test } from 'node:test'
import { sql } from 'drizzle-orm'
import ICAL from 'ical.js'
import { rowsOf } from '#kit/db/database.ts'
import { schoolDays } from '#rooms/days/door.ts'
import { spaces } from '#rooms/people/door.ts'
import { openedBy } from '../answering/queries.ts'
import { fixMeeting } from '../fixing/actions.ts'
import { meetingsInFeed, roomsInUse } from '../fixing/queries.ts'
import { inviteAlso } from '../inviting/actions.ts'
import { writeAppointment, writeDate } from '../letters/actions.ts'
import { findMeeting, meetingsOf } from '../queries.ts'
import { dayIn, localOf, momentAt } from '../rules.ts'
import { meetingDates } from '../tables.ts'
import { type Asked, as, asKeeper, asked, at, byKey, now, only, school, town } from '../trial.test.ts'
import { cancelDate, moveDate } from './actions.ts'
import { datesIn } from './queries.ts'
import type { Repeating } from './rules.ts'

const house = { baseUrl: 'https://huis.example', mailFrom: 'Huis <huis@huis.example>' }
const { teacher } = town
let room = ''
let other = ''

before(() =>
  asKeeper(async (tx) => {
    await tx.execute(sql`update people set mail = 'joris@s.example' where id = ${teacher.personId}`)
    const made = await tx
      .insert(spaces)
      .values(['Aula', 'Bieb'].map((name) => ({ schoolId: school, name })))
      .returning()
    room = made[0]!.id
    other = made[1]!.id
    const study = { from: '2026-12-08', until: '2026-12-08' }
    await tx.insert(schoolDays).values({ schoolId: school, kind: 'study', title: 'Studiedag', ...study })
  }),
)

const weekly: Repeating = { repeat: 'week', until: null, times: 4 }
const startsAt = momentAt('2026-12-01', '15:00')
const fix = (id: string, spaceId: string | null = null, repeating: Repeating = weekly, first = startsAt) =>
  as(teacher, (tx) => fixMeeting(tx, teacher, id, { startsAt: first, spaceId, place: '', repeating }, at))
const read = async (id: string) => (await as(teacher, (tx) => findMeeting(tx, school, id)))!
const days = async (id: string) => {
  const meeting = await read(id)
  const dates = await as(teacher, (tx) => datesIn(tx, meeting))
  return dates.map(({ day, startsAt, off }) => (off ? `${day} ${off}` : `${day} ${localOf(startsAt)}`))
}
const move = (id: string, day: string, to: Date, spaceId: string | null = null, who = teacher) =>
  as(who, (tx) => moveDate(tx, who, { id, day }, { startsAt: to, spaceId, place: '' }, at))
const drop = (id: string, day: string, who = teacher) => as(who, (tx) => cancelDate(tx, who, { id, day }, at))

type Posted = { to: string; text: string; subject: string; calendar: { method: string; content: string } }
async function posted(): Promise<Posted[]> {
  return asKeeper(async (tx) => {
    const jobs = await rowsOf<{ kind: string; payload: never }>(
      tx,
      sql`select kind, payload from outbox where kind in ('meetings.invite', 'meetings.date') order by enqueued_at`,
    )
    for (const { kind, payload } of jobs)
      if (kind === 'meetings.invite') await writeAppointment(tx, house, payload, now)
      else await writeDate(tx, house, payload, now)
    const letters = await rowsOf<{ payload: Posted }>(tx, sql`select payload from outbox where kind = 'mail'`)
    await tx.execute(sql`delete from outbox`)
    return letters.map(({ payload }) => payload).sort((a, b) => a.to.localeCompare(b.to))
  })
}
const events = (content: string) =>
  new ICAL.Component(ICAL.parse(content)).getAllSubcomponents('vevent').map((part) => ({
    uid: part.getFirstPropertyValue('uid'),
    sequence: part.getFirstPropertyValue('sequence'),
    date: part.getFirstPropertyValue('recurrence-id')?.toString(),
    start: part.getFirstPropertyValue('dtstart')?.toString(),
    rule: part.getFirstPropertyValue('rrule')?.toString(),
    status: part.getFirstPropertyValue('status'),
  }))

test('every week, four times: the study day is skipped; one date moves, one is off; the letters say that one', async () => {
  const one = await asked()
  assert.deepEqual(await fix(one.id, room), { ok: true })
  assert.deepEqual(await days(one.id), [
    ...['2026-12-01 2026-12-01T15:00', '2026-12-08 closed', '2026-12-15 2026-12-15T15:00'],
    ...['2026-12-22 2026-12-22T15:00', '2026-12-29 2026-12-29T15:00'],
  ])
  const [first] = (await posted()).filter(({ to }) => to.startsWith('lotte'))
  const uid = `${one.id}@huis.example`
  assert.deepEqual(events(first!.calendar.content), [
    {
      ...{ uid, sequence: 0, date: undefined, start: '2026-12-01T15:00:00' },
      ...{ rule: 'FREQ=WEEKLY;COUNT=5', status: 'CONFIRMED' },
    },
  ])
  assert.match(first!.calendar.content, /EXDATE;TZID=Europe\/Amsterdam:20261208T150000/)
  assert.match(first!.text, /Elke week, 4 keer/)

  assert.deepEqual(await move(one.id, '2026-12-15', momentAt('2026-12-16', '16:00'), other), { ok: true })
  const [moved] = (await posted()).filter(({ to }) => to.startsWith('lotte'))
  assert.equal(moved!.calendar.method, 'REQUEST')
  assert.deepEqual(events(moved!.calendar.content), [
    {
      ...{ uid, sequence: 1, date: '2026-12-15T15:00:00', start: '2026-12-16T16:00:00' },
      ...{ rule: undefined, status: 'CONFIRMED' },
    },
  ])
  assert.match(moved!.text, /Niet op dinsdag 15 december/)
  assert.deepEqual(await drop(one.id, '2026-12-22'), { ok: true })
  const letters = await posted()
  assert.deepEqual(
    letters.map(({ to, calendar }) => [to, calendar.method]),
    [
      ['joris@s.example', 'CANCEL'],
      ['lotte@water.example', 'CANCEL'],
      ['ouder@thuis.example', 'CANCEL'],
    ],
  )
  const [gone] = events(letters[1]!.calendar.content)
  assert.deepEqual([gone?.sequence, gone?.date, gone?.status], [2, '2026-12-22T15:00:00', 'CANCELLED'])

  // Who comes later gets the whole as it is now, in one letter.
  const newcomer = { name: 'Ouder Twee', mail: 'twee@thuis.example' }
  const said = { colleagues: [], faces: [], outsiders: [newcomer], required: false }
  assert.deepEqual(await as(teacher, (tx) => inviteAlso(tx, teacher, one.id, said, at)), { ok: true })
  const whole = await posted()
  assert.deepEqual(
    whole.map(({ to }) => to),
    ['twee@thuis.example'],
  )
  assert.deepEqual(
    events(whole[0]!.calendar.content).map(({ sequence, date }) => [sequence, date]),
    [
      [3, undefined],
      [3, '2026-12-15T15:00:00'],
    ],
  )
})

test('a room is taken on the dates that happen, and where a date went; not on what is skipped or off', async () => {
  const [one, rival] = [await asked(), await asked()]
  const first = momentAt('2027-01-12', '09:00')
  assert.deepEqual(await fix(one.id, room, weekly, first), { ok: true })
  const blocked = await fix(
    rival.id,
    room,
    { repeat: 'month_day', until: null, times: 2 },
    momentAt('2026-12-19', '09:00'),
  )
  assert.deepEqual(blocked, { ok: false, because: 'taken', by: 'Overleg', on: '2027-01-19' })
  await drop(one.id, '2027-01-19')
  await move(one.id, '2027-01-26', momentAt('2027-01-27', '09:00'), other)
  const frame = { from: momentAt('2027-01-11', '00:00'), until: momentAt('2027-02-12', '00:00') }
  const inUse = await as(teacher, (tx) => roomsInUse(tx, school, frame))
  const taken = (id: string) =>
    inUse
      .find((each) => each.id === id)!
      .meetings.map(({ start }) => dayIn(localOf(new Date(start))))
      .sort()
  assert.deepEqual([taken(room), taken(other)], [['2027-01-12', '2027-02-02'], ['2027-01-27']])
  assert.deepEqual(
    await fix(rival.id, room, { repeat: 'month_day', until: null, times: 2 }, momentAt('2026-12-19', '09:00')),
    {
      ok: true,
    },
  )
  const feed = async (kind: string, spaceId: string | null) =>
    (await as(teacher, (tx) => meetingsInFeed(tx, teacher, { kind, spaceId }, house as never))).find(({ uid }) =>
      uid.startsWith(one.id),
    )
  const [inRoom, inOther, mine] = [await feed('space', room), await feed('space', other), await feed('mine', null)]
  assert.deepEqual([inRoom?.apart, inRoom?.series?.except.length, inRoom?.series?.moved.length], [false, 2, 0])
  assert.deepEqual([inOther?.apart, inOther?.series?.moved.length], [true, 1])
  assert.deepEqual([mine?.apart, mine?.series?.except.length, mine?.series?.moved.length], [false, 1, 1])
})

test('who did not make it changes no date; what is over or off is not changed; a link lasts until after the last', async () => {
  const one = await asked()
  await fix(one.id)
  for (const who of [town.ib, town.neighbour]) {
    assert.deepEqual(await drop(one.id, '2026-12-15', who), { ok: false, because: 'not-found' })
    assert.equal((await move(one.id, '2026-12-15', startsAt, null, who)).ok, false)
  }
  assert.deepEqual(await drop(one.id, '2026-12-08'), { ok: false, because: 'not-now' })
  assert.deepEqual(await drop(one.id, '2026-12-09'), { ok: false, because: 'not-found' })
  assert.deepEqual(await fix(one.id), { ok: false, because: 'not-now' }, 'of a series each date moves by itself')
  const meeting = await read(one.id)
  assert.equal(meeting.overAt?.toISOString(), '2026-12-29T14:30:00.000Z')
  await move(one.id, '2026-12-29', momentAt('2027-01-05', '15:00'))
  assert.equal((await read(one.id)).overAt?.toISOString(), '2027-01-05T14:30:00.000Z')
  const [row] = (await as(teacher, (tx) => meetingsOf(tx, teacher, new Date('2026-12-10T00:00Z')))).filter(
    ({ id }) => id === one.id,
  )
  assert.equal(row?.next?.toISOString(), '2026-12-15T14:00:00.000Z')
  const key = one.keys['Ouder Een']!
  await asKeeper((tx) =>
    tx.execute(
      sql`update meetings set starts_at = now() - interval '90 days', ends_at = now() - interval '90 days' where id = ${one.id}`,
    ),
  )
  const seen = await byKey(key, async (tx) => datesIn(tx, (await openedBy(tx, key))!.meeting))
  assert.equal(seen.length, 5)
})

test('dates are seen by who sees the meeting, and written by who made it', async () => {
  const one: Asked = await asked()
  await fix(one.id)
  const keys = { parent: one.keys['Ouder Een']! }
  const its = sql`${meetingDates.meetingId} = ${one.id}`
  const row = { schoolId: school, meetingId: one.id, day: '2027-06-01', startsAt: now, endsAt: now }
  const id = { id: meetingDates.day }
  await only(
    ['maker', 'invited', 'colleague', 'head', 'link:parent'],
    keys,
    (tx) => tx.select(id).from(meetingDates).where(its),
    'seen',
  )
  await only(['maker'], keys, (tx) => tx.insert(meetingDates).values(row).returning(id), 'planned')
  await only(['maker'], keys, (tx) => tx.update(meetingDates).set({ off: 'cancelled' }).where(its).returning(id), 'off')
  await only([], keys, (tx) => tx.delete(meetingDates).where(its).returning(id), 'never removed')
})
