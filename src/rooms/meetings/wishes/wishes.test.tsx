import assert from 'node:assert/strict'
import { test } from 'node:test'
import { and, eq } from 'drizzle-orm'
import { visits } from '#test/visit.tsx'
import { travelField } from '../asking/forms.ts'
import { findMeeting, inviteesOf } from '../queries.ts'
import { inside } from '../routes.tsx'
import { meetingInvitees, meetings } from '../tables.ts'
import { as, asked, db, draft, make, only, school, town } from '../trial.test.ts'
import { keepWishes } from './actions.ts'

const visit = visits(db, inside)
const invitedTo = (id: string) => as(town.teacher, (tx) => inviteesOf(tx, { schoolId: school, id }))
const found = (id: string) => as(town.teacher, (tx) => findMeeting(tx, school, id))

/** A draft and what its form says: Joris must come, and whoever else is named. */
async function sketched(more: Record<string, string | string[]> = {}) {
  const id = await draft()
  const invitees = await invitedTo(id)
  const of = (name: string) => invitees.find((one) => one.name.startsWith(name))!.id
  const fields = { answerBy: '2026-12-02', required: [of('Joris')], ...more }
  return { id, of, fields, at: `/bijeenkomsten/${id}` }
}

test('wishes are kept with the draft, and what was typed besides comes back', async () => {
  const { id, of, fields, at } = await sketched({
    quorum: '1',
    showsAnswers: 'yes',
    day1: '2026-12-09',
    time1: '15:00',
  })
  const answer = await visit(town.teacher, {
    path: `${at}/wensen`,
    fields: { ...fields, [travelField(of('Lotte'))]: '20' },
  })
  assert.equal(answer.status, 303)
  const meeting = await found(id)
  assert.deepEqual(
    [meeting?.quorum, meeting?.answerBy, meeting?.showsAnswers, meeting?.askedAt],
    [1, '2026-12-02', true, null],
  )
  const kept = Object.fromEntries(
    (await invitedTo(id)).map(({ name, required, travel }) => [name.split(' ')[0], [required, travel]]),
  )
  assert.deepEqual(kept, { Joris: [true, 0], Ineke: [false, 0], Lotte: [false, 20] })
  const { html } = await visit(town.teacher, { path: `${at}?eigen=2026-12-09T15:00&eigen=nergens` })
  assert.match(html, /<input[^>]*value="1"[^>]*name="quorum"/)
  assert.match(html, /<option value="20" selected/)
  assert.match(html, /<input[^>]*value="2026-12-09"[^>]*name="day1"/)
  assert.match(html, /<details class="details" open[^>]*><summary>Meer wensen/)
})

test('what is not right comes back filled in, with a sentence, and nothing is kept', async () => {
  const { id, of, fields, at } = await sketched()
  const lotte = travelField(of('Lotte'))
  const wrong: [Record<string, string>, string][] = [
    [{ quorum: '3' }, 'Zoveel anderen zijn er niet'],
    [{ quorum: 'veel' }, 'Een getal van 1 tot en met 60'],
    [{ quorum: '-1' }, 'Een getal van 1 tot en met 60'],
    [{ quorum: '2', [lotte]: '7' }, 'Kies een reistijd uit de lijst'],
  ]
  for (const [more, says] of wrong)
    for (const path of [`${at}/wensen`, `${at}/uitvraag`]) {
      const given = { ...fields, ...more, moment: '2026-12-01T15:00' }
      const { status, html } = await visit(town.teacher, { path, fields: given })
      assert.deepEqual([status, html.includes(says)], [422, true], `${path} ${JSON.stringify(more)}`)
      if (more['quorum']) assert.ok(html.includes(`value="${more['quorum']}"`), 'filled in')
      assert.match(html, /<details class="details" open[^>]*><summary>Meer wensen/)
    }
  assert.equal((await found(id))?.quorum, null)
})

test('asking keeps the wishes too; after that they stand', async () => {
  const { id, of, fields, at } = await sketched({ quorum: '2', moment: '2026-12-01T15:00' })
  const given = { ...fields, [travelField(of('Lotte'))]: '30' }
  assert.equal((await visit(town.teacher, { path: `${at}/uitvraag`, fields: given })).status, 303)
  assert.equal((await found(id))?.quorum, 2)
  assert.match((await visit(town.teacher, { path: at })).html, /Het gaat door vanaf 2 van de anderen/)
  const again = await visit(town.teacher, { path: `${at}/wensen`, fields: { ...given, quorum: '1' } })
  assert.deepEqual([again.status, (await found(id))?.quorum], [303, 2])
})

test('how long she travelled the last time is not typed again', async () => {
  const { of, fields, at } = await sketched()
  await visit(town.teacher, { path: `${at}/wensen`, fields: { ...fields, [travelField(of('Lotte'))]: '45' } })
  const travelOf = async (who: typeof town.teacher) => {
    const made = await make(who, 'Kennismaking')
    assert.ok(made.ok)
    const invitees = await as(who, (tx) => inviteesOf(tx, { schoolId: school, id: made.id }))
    return invitees.find(({ faceId }) => faceId)?.travel
  }
  assert.deepEqual([await travelOf(town.teacher), await travelOf(town.head)], [45, 0], 'hers, not everybody’s')
})

test('only who made it says what it must suit', async () => {
  const { id, of, at, fields } = await sketched()
  for (const who of [town.ib, town.head, town.neighbour, town.therapist, town.trustee])
    assert.equal((await visit(who, { path: `${at}/wensen`, fields })).status, 404)
  const said = { ...{ answerBy: '2026-12-02', required: [], quorum: 1, travels: new Map() } }
  const open = { showsAnswers: false, showsMails: false, takesOptions: false }
  assert.deepEqual(await as(town.ib, (tx) => keepWishes(tx, town.ib, id, { ...said, ...open })), {
    ...{ ok: false, because: 'not-found' },
  })
  const poll = await asked()
  const keys = { parent: poll.keys['Ouder Een']!, face: poll.keys['Lotte Logopedist']! }
  await only(
    ['maker'],
    keys,
    (tx) => tx.update(meetings).set({ quorum: 1 }).where(eq(meetings.id, poll.id)).returning({ id: meetings.id }),
    'quorum',
  )
  const lotte = and(eq(meetingInvitees.meetingId, id), eq(meetingInvitees.id, of('Lotte')))
  await only(
    ['maker'],
    keys,
    (tx) => tx.update(meetingInvitees).set({ travel: 10 }).where(lotte).returning({ id: meetingInvitees.id }),
    'travel',
  )
  await only(
    ['maker'],
    keys,
    (tx) => tx.select({ travel: meetingInvitees.travel }).from(meetingInvitees).where(lotte),
    'how long somebody travels, no link shows',
  )
})
