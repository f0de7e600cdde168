import assert from 'node:assert/strict'
import { before, test } from 'node:test'
import { sql } from 'drizzle-orm'
import ICAL from 'ical.js'
import { rowsOf } from '#kit/db/database.ts'
import { sayWhen } from '../answering/actions.ts'
import { openedBy } from '../answering/queries.ts'
import type { InviteSaid } from '../asking/forms.ts'
import { digestOf, tokenOf } from '../asking/rules.ts'
import { fixMeeting } from '../fixing/actions.ts'
import { writeAppointment, writeAsk, writeLeftOut } from '../letters/actions.ts'
import { fixedLately } from '../measuring/queries.ts'
import { findMeeting, inviteesOf, optionsOf } from '../queries.ts'
import { momentAt } from '../rules.ts'
import { as, asKeeper, asked, at, byKey, draft, face, now, school, town } from '../trial.test.ts'
import { inviteAlso, leaveOut } from './actions.ts'

const house = { baseUrl: 'https://huis.example', mailFrom: 'Huis <huis@huis.example>' }
const { teacher } = town
const newcomer = { name: 'Ouder Twee', mail: 'twee@thuis.example' }
const startsAt = momentAt('2026-12-01', '15:00')

before(() =>
  asKeeper((tx) => tx.execute(sql`update people set mail = 'joris@s.example' where id = ${teacher.personId}`)),
)

const also = (id: string, more: Partial<InviteSaid> = {}, who = teacher) =>
  as(who, (tx) =>
    inviteAlso(tx, who, id, { colleagues: [], faces: [], outsiders: [newcomer], required: false, ...more }, at),
  )
const out = (id: string, invitee: string, who = teacher) => as(who, (tx) => leaveOut(tx, who, id, invitee, now))
const fix = (id: string, at_ = startsAt) =>
  as(teacher, (tx) => fixMeeting(tx, teacher, id, { startsAt: at_, spaceId: null, place: '' }, at))
const listed = (id: string) => as(teacher, (tx) => inviteesOf(tx, { schoolId: school, id }))
const idOf = async (id: string, name: string) => (await listed(id)).find((one) => one.name === name)!.id

type Posted = { to: string; subject: string; text: string; calendar?: { method: string; content: string } }
/** Does what waits in the outbox for this room, as the worker would, and gives the letters that go. */
async function posted(): Promise<Posted[]> {
  return asKeeper(async (tx) => {
    const jobs = await rowsOf<{ kind: string; payload: never }>(
      tx,
      sql`select kind, payload from outbox where kind like 'meetings.%' and not_before <= now() order by enqueued_at`,
    )
    for (const { kind, payload } of jobs) {
      if (kind === 'meetings.ask') await writeAsk(tx, house, payload, false)
      if (kind === 'meetings.invite') await writeAppointment(tx, house, payload, now)
      if (kind === 'meetings.left-out') await writeLeftOut(tx, house, payload, now)
    }
    const letters = await rowsOf<{ payload: Posted }>(tx, sql`select payload from outbox where kind = 'mail'`)
    await tx.execute(sql`delete from outbox`)
    return letters.map(({ payload }) => payload).sort((a, b) => a.to.localeCompare(b.to))
  })
}
const methods = (letters: readonly Posted[]) =>
  letters.map(({ to, calendar }) => {
    if (!calendar) return [to, null, null]
    const event = new ICAL.Component(ICAL.parse(calendar.content)).getFirstSubcomponent('vevent')!
    return [to, calendar.method, event.getFirstPropertyValue('sequence')]
  })

test('agreed by phone: a draft is fixed at once, and everybody gets the invitation without being asked', async () => {
  await posted()
  const id = await draft()
  assert.deepEqual(await fix(id), { ok: true })
  assert.deepEqual(methods(await posted()), [
    ['joris@s.example', 'PUBLISH', 0],
    ['lotte@water.example', 'REQUEST', 0],
  ])
  const meeting = (await as(teacher, (tx) => findMeeting(tx, school, id)))!
  assert.deepEqual([meeting.startsAt, meeting.answerBy], [startsAt, null])
  const counted = await as(teacher, (tx) => fixedLately(tx, school))
  assert.deepEqual(counted, [], 'what was never asked does not make the school look fast')
})

test('somebody more while it is asked: a link and a letter for her alone; what others answered stands', async () => {
  const one = await asked()
  const key = one.keys['Ouder Een']!
  const answers = one.options.map((optionId) => ({ optionId, stage: 'yes' as const }))
  await byKey(key, async (tx) => {
    const opened = (await openedBy(tx, key))!
    await sayWhen(tx, { meeting: opened.meeting, inviteeId: opened.invitee.id }, answers, now)
  })
  await posted()
  assert.deepEqual(await also(one.id), { ok: true })
  const letters = await posted()
  assert.deepEqual(methods(letters), [['twee@thuis.example', null, null]])
  const token = tokenOf({ schoolId: school, id: one.id }, await idOf(one.id, 'Ouder Twee'))
  assert.match(letters[0]!.text, new RegExp(token))
  const opened = await byKey(digestOf(token), (tx) => openedBy(tx, digestOf(token)))
  assert.equal(opened?.meeting.id, one.id)
  const hers = (await as(teacher, (tx) => optionsOf(tx, { schoolId: school, id: one.id }))).flatMap(({ answers }) =>
    answers.filter(({ inviteeId }) => inviteeId === one.invitees['Ouder Een']),
  )
  assert.equal(hers.length, 3)
  assert.deepEqual(await also(one.id), { ok: false, because: 'there' })
  assert.deepEqual(await also(one.id, { outsiders: [], faces: [face] }), { ok: false, because: 'there' })
  assert.deepEqual(await also(one.id, { outsiders: [] }), { ok: false, because: 'nobody' })
  assert.deepEqual(await also(one.id, {}, town.ib), { ok: false, because: 'not-found' })
})

test('somebody more after it was fixed: REQUEST to her alone, with a higher number; and the next move to all', async () => {
  const one = await asked()
  await fix(one.id)
  // Added before the first letters went: nobody is passed over, nobody gets two.
  await also(one.id)
  assert.deepEqual(methods(await posted()), [
    ['joris@s.example', 'PUBLISH', 1],
    ['lotte@water.example', 'REQUEST', 1],
    ['ouder@thuis.example', 'REQUEST', 1],
    ['twee@thuis.example', 'REQUEST', 1],
  ])
  await also(one.id, { outsiders: [{ name: 'Ouder Drie', mail: 'drie@thuis.example' }] })
  assert.deepEqual(methods(await posted()), [['drie@thuis.example', 'REQUEST', 2]])
  await fix(one.id, momentAt('2026-12-02', '15:00'))
  const moved = await posted()
  assert.deepEqual(
    methods(moved).map(([to, method, number]) => [to, method, number]),
    [
      ['drie@thuis.example', 'REQUEST', 3],
      ['joris@s.example', 'PUBLISH', 3],
      ['lotte@water.example', 'REQUEST', 3],
      ['ouder@thuis.example', 'REQUEST', 3],
      ['twee@thuis.example', 'REQUEST', 3],
    ],
  )
})

test('who is taken off gets a CANCEL with a higher number, her link opens nothing, the others get no letter', async () => {
  const one = await asked()
  await fix(one.id)
  await posted()
  assert.deepEqual(await out(one.id, one.invitees['Lotte Logopedist']!), { ok: true })
  const letters = await posted()
  assert.deepEqual(methods(letters), [['lotte@water.example', 'CANCEL', 1]])
  assert.match(letters[0]!.calendar!.content, /ATTENDEE[\s\S]*lotte@water\.example/)
  assert.doesNotMatch(letters[0]!.calendar!.content.replace(/\r\n /g, ''), /ouder@/)
  assert.equal(
    await byKey(one.keys['Lotte Logopedist']!, (tx) => openedBy(tx, one.keys['Lotte Logopedist']!)),
    undefined,
  )
  assert.ok(await byKey(one.keys['Ouder Een']!, (tx) => openedBy(tx, one.keys['Ouder Een']!)))
  assert.deepEqual(await out(one.id, one.invitees['Lotte Logopedist']!), { ok: false, because: 'not-found' })
  assert.deepEqual(await out(one.id, one.invitees['Joris Juf']!), { ok: false, because: 'not-now' }, 'the maker stays')
  assert.deepEqual(await out(one.id, one.invitees['Ouder Een']!, town.ib), { ok: false, because: 'not-found' })
  await out(one.id, one.invitees['Ouder Een']!)
  assert.deepEqual(
    await out(one.id, one.invitees['Ineke Begeleider']!),
    { ok: false, because: 'not-now' },
    'a meeting is of two at least',
  )
})

test('who is taken off a poll hears that she need not answer, and her answers go', async () => {
  const one = await asked()
  await posted()
  await out(one.id, one.invitees['Ouder Een']!)
  const letters = await posted()
  assert.deepEqual(methods(letters), [['ouder@thuis.example', null, null]])
  assert.match(letters[0]!.subject, /hoeft er niet bij te zijn/)
  const meeting = (await as(teacher, (tx) => findMeeting(tx, school, one.id)))!
  assert.deepEqual([meeting.sequence, meeting.invited.length], [0, 2])
})
