import assert from 'node:assert/strict'
import { test } from 'node:test'
import { sql } from 'drizzle-orm'
import { rowsOf } from '#kit/db/database.ts'
import { fixMeeting } from '../fixing/actions.ts'
import { meetingsInFeed } from '../fixing/queries.ts'
import { fileOf } from '../fixing/rules.ts'
import { forgetMeetings, writeAppointment } from '../letters/actions.ts'
import { findMeeting } from '../queries.ts'
import { momentAt, objectionTo } from '../rules.ts'
import { meetingKinds, meetingPoints } from '../tables.ts'
import { as, asKeeper, asked, at, draft, now, only, school, today, town } from '../trial.test.ts'
import { writePoints } from './actions.ts'
import { pointsForm } from './forms.ts'
import { pointsOf } from './queries.ts'
import { longestPoint, mostPoints } from './rules.ts'
import { usualPoints } from './words/words.ts'

const { teacher } = town
const write = (id: string, points: string[], who = teacher) => as(who, (tx) => writePoints(tx, who, id, points, today))
const read = (id: string) => as(teacher, (tx) => pointsOf(tx, { schoolId: school, id }))

test('points in the order of the lines, written over as a whole, by who made it; never about one child', async () => {
  const one = await asked()
  const form = pointsForm.safeParse({ points: '1. Welkom\n\n- Wie doet wat\n  Terugkijken ' })
  assert.deepEqual(form.data?.points, ['Welkom', 'Wie doet wat', 'Terugkijken'])
  assert.deepEqual(await write(one.id, form.data!.points), { ok: true })
  assert.deepEqual(await write(one.id, ['Terugkijken', 'Welkom']), { ok: true })
  assert.deepEqual(await read(one.id), ['Terugkijken', 'Welkom'])
  assert.deepEqual(await write(one.id, ['Hoe het gaat met Kevin']), { ok: false, because: 'names' })
  assert.deepEqual(await write(one.id, ['De leerling']), { ok: false, because: 'one-child' })
  assert.deepEqual(await write(one.id, ['x'], town.ib), { ok: false, because: 'not-found' })
  assert.deepEqual(await read(one.id), ['Terugkijken', 'Welkom'])
})

test('read by the maker, who is invited and her link; no letter and no calendar has them', async () => {
  const one = await asked()
  await write(one.id, ['Zqpunt een', 'Zqpunt twee'])
  const sketch = await draft()
  const startsAt = momentAt('2026-12-01', '15:00')
  await as(teacher, (tx) => fixMeeting(tx, teacher, one.id, { startsAt, spaceId: null, place: '' }, at))
  const other = await asked()
  const keys = { parent: one.keys['Ouder Een']!, 'another meeting': other.keys['Ouder Een']! }
  const its = sql`${meetingPoints.meetingId} = ${one.id}`
  const nr = { nr: meetingPoints.nr }
  await only(['maker', 'invited', 'link:parent'], keys, (tx) => tx.select(nr).from(meetingPoints).where(its), 'read')
  const row = { schoolId: school, meetingId: one.id, nr: 9, point: 'x' }
  await only(['maker'], keys, (tx) => tx.insert(meetingPoints).values(row).returning(nr), 'written')
  await only([], keys, (tx) => tx.update(meetingPoints).set({ point: 'y' }).where(its).returning(nr), 'changed')
  await as(teacher, (tx) => writePoints(tx, teacher, sketch, ['Nog niet gevraagd'], today))
  const ofDraft = sql`${meetingPoints.meetingId} = ${sketch}`
  await only(['maker'], keys, (tx) => tx.select(nr).from(meetingPoints).where(ofDraft), 'of a draft')
  await only(['maker'], keys, (tx) => tx.delete(meetingPoints).where(its).returning(nr), 'taken away')
  const house = { baseUrl: 'https://huis.example', mailFrom: 'Huis <huis@huis.example>' }
  const letters = await asKeeper(async (tx) => {
    await writeAppointment(tx, house, { schoolId: school, id: one.id, sequence: 0 }, now)
    return rowsOf<{ said: string }>(tx, sql`select payload::text as said from outbox where kind = 'mail'`)
  })
  assert.ok(letters.length >= 2)
  for (const { said } of letters) assert.doesNotMatch(said, /Zqpunt/)
  const meeting = (await as(teacher, (tx) => findMeeting(tx, school, one.id)))!
  assert.doesNotMatch(fileOf(meeting, [], house, now)!, /Zqpunt/)
  const feed = await as(teacher, (tx) => meetingsInFeed(tx, teacher, { kind: 'mine', spaceId: null }, house as never))
  assert.doesNotMatch(JSON.stringify(feed), /Zqpunt/)
})

test('what is usual points at nobody in either language, and a year later nothing of it stands in the trail', async () => {
  for (const language of ['nl', 'en'])
    for (const kind of meetingKinds) {
      const points = usualPoints(language, kind)
      assert.equal(points.length > 2, kind !== 'other')
      assert.equal(objectionTo(points, []), undefined)
      assert.ok(points.length <= mostPoints && points.every((one) => one.length <= longestPoint))
    }
  const id = await draft()
  await write(id, ['Zqvroeger'])
  await write(id, ['Zqlater'])
  const inTrail = () =>
    asKeeper((tx) =>
      rowsOf(tx, sql`select 1 from trail where table_name = 'meeting_points' and contents::text like '%Zq%er%'`),
    )
  assert.ok((await inTrail()).length >= 3)
  const years = (nr: number) => new Date(now.getTime() + nr * 366 * 86_400_000)
  await asKeeper((tx) => forgetMeetings(tx, years(20)))
  assert.deepEqual(await inTrail(), [])
})
