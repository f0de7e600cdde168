import assert from 'node:assert/strict'
import { before, test } from 'node:test'
import { sql } from 'drizzle-orm'
import { actingAs, actingAsKeeper, rowsOf } from '#kit/db/database.ts'
import { faces, relations } from '#rooms/relations/door.ts'
import { aSmallTown } from '#test/small-town.ts'
import { type Addressee, act, ask, endLink, forgetRequests, reroute } from './actions.ts'
import { countsOf, findRequest, requestsOf, waitingOn } from './queries.ts'

const town = await aSmallTown()
const { db, school, partner, teacher, head, therapist, ib, neighbour } = town
const now = new Date('2026-11-24T09:00:00Z')
const at = { now, today: '2026-11-24' }
let [line, other] = ['', '']

before(() =>
  actingAsKeeper(db, async (tx) => {
    const made = await tx
      .insert(relations)
      .values([
        { schoolId: school, name: 'Spraakwater', organisationId: partner, levels: ['group'], ownerId: ib.personId },
        { schoolId: school, name: 'Bibliotheek', levels: ['group'] },
      ])
      .returning()
    ;[line, other] = made.map(({ id }) => id) as [string, string]
    await tx.insert(faces).values([
      {
        schoolId: school,
        relationId: line,
        rank: 0,
        name: 'Lotte Logopedist',
        mail: 'lotte@spraakwater.example',
        days: [],
        source: 'test',
      },
      {
        schoolId: school,
        relationId: other,
        rank: 0,
        name: 'Bea Boek',
        mail: 'bea@bieb.example',
        days: [],
        source: 'test',
      },
    ])
  }),
)

const question = {
  level: 'group' as const,
  what: 'Kun je een keer meekijken bij de kleuters?',
  forWhom: 'groep 1/2',
  wishDay: '2026-12-14',
}
const asks = (to: Addressee, said: Partial<typeof question> & { notOneChild?: boolean } = {}) =>
  actingAs(db, teacher, (tx) => ask(tx, teacher, { ...question, ...said }, { to, ...at }))
const waiting = async () =>
  actingAsKeeper(db, (tx) =>
    rowsOf<{ kind: string; about: string | null; day: string }>(
      tx,
      sql`select kind, payload ->> 'about' as about, to_char(not_before at time zone 'UTC', 'YYYY-MM-DD') as day from outbox
        where done_at is null and kind like 'requests.%' order by enqueued_at, not_before`,
    ),
  )

test('a teacher asks; the partner accepts, answers; the teacher closes', async () => {
  const asked = await asks({ relationId: line })
  assert.ok(asked.ok)
  const { id } = asked
  const seen = await actingAs(db, teacher, (tx) => waitingOn(tx, teacher, at.today))
  assert.deepEqual(
    seen.map(({ to, state, waits, answerBy, overdue }) => ({ to, state, waits, answerBy, overdue })),
    [{ to: 'Spraakwater', state: 'open', waits: 'other', answerBy: '2026-12-07', overdue: false }],
  )
  const [atPartner] = await actingAs(db, therapist, (tx) => waitingOn(tx, therapist, at.today))
  assert.deepEqual([atPartner?.school, atPartner?.asker, atPartner?.waits], ['De Regenboog', 'Joris Juf', 'me'])
  const as = (who: typeof teacher, deed: Parameters<typeof act>[3], minutes: number) =>
    actingAs(db, who, (tx) => act(tx, who, id, deed, { ...at, now: new Date(now.getTime() + minutes * 60_000) }))
  assert.ok((await as(therapist, { kind: 'accepted' }, 1)).ok)
  assert.ok((await as(therapist, { kind: 'answered', text: 'Dinsdag om negen uur.' }, 2)).ok)
  const twice = await as(therapist, { kind: 'accepted' }, 3)
  assert.deepEqual(twice, { ok: false, because: 'not-now' })
  const [mine] = await actingAs(db, teacher, (tx) => waitingOn(tx, teacher, at.today))
  assert.deepEqual([mine?.state, mine?.waits], ['answered', 'me'])
  assert.ok((await as(teacher, { kind: 'done', outcome: 'helped' }, 4)).ok)
  assert.deepEqual(await actingAs(db, teacher, (tx) => countsOf(tx, teacher, false)), { me: 0, other: 0, closed: 1 })
  const [closed] = await actingAs(db, teacher, (tx) => requestsOf(tx, teacher, { part: 'closed', today: at.today }))
  assert.equal(closed?.state, 'done')
})

test('with the question go a letter and two reminders, and nothing of the question', async () => {
  const jobs = await waiting()
  assert.deepEqual(
    jobs.slice(0, 3).map(({ kind, about }) => [kind, about]),
    [
      ['requests.tell', 'asked'],
      ['requests.remind', null],
      ['requests.remind', null],
    ],
  )
  assert.deepEqual(
    jobs
      .filter(({ kind }) => kind === 'requests.remind')
      .map(({ day }) => day)
      .sort(),
    ['2026-12-07', '2026-12-08'],
  )
  const [row] = await actingAsKeeper(db, (tx) =>
    rowsOf(tx, sql`select from outbox where payload::text like '%kleuters%'`),
  )
  assert.equal(row, undefined)
})

test('names, numbers and one child are sent back; a colleague may be named', async () => {
  const to = { relationId: line }
  const because = async (what: string, more = {}) => {
    const outcome = await asks(to, { what, ...more })
    return outcome.ok ? 'asked' : outcome.because
  }
  assert.equal(await because('Kun je bij Kevin kijken?'), 'names')
  assert.equal(await because('Het gaat om 123456782'), 'bsn')
  assert.equal(await because('Geboren op 3-4-2018, wie kan helpen?'), 'birth-date')
  assert.equal(await because('Mijn leerling stottert, kun je komen?'), 'one-child')
  assert.equal(await because('Mijn leerling stottert, kun je komen?', { notOneChild: true }), 'asked')
  assert.equal(await because('Kevin stottert, kun je komen?', { notOneChild: true }), 'names')
  assert.equal(await because('Joris Juf wil graag een les over stem.'), 'asked')
  assert.equal(await because('Een les', { wishDay: '2026-11-01' }), 'past')
})

test('only to whom one can reach, and never to another school’s partner', async () => {
  const stranger = await actingAs(db, neighbour, (tx) =>
    ask(tx, neighbour, question, { to: { relationId: line }, ...at }),
  )
  assert.deepEqual(stranger, { ok: false, because: 'not-found' })
  assert.deepEqual(await asks({ relationId: line, faceId: crypto.randomUUID() }), { ok: false, because: 'no-mail' })
  assert.deepEqual(await asks({ personId: teacher.personId }), { ok: false, because: 'not-found' })
  assert.deepEqual(await asks({ personId: neighbour.personId }), { ok: false, because: 'not-found' })
  const byPartner = await actingAs(db, therapist, (tx) =>
    ask(tx, therapist, question, { to: { relationId: line }, ...at }),
  )
  assert.deepEqual(byPartner, { ok: false, because: 'not-yours' })
})

test('sent on: the first closes, the next is asked the same', async () => {
  const asked = await asks({ relationId: line })
  assert.ok(asked.ok)
  const withChild = await actingAs(db, teacher, (tx) =>
    reroute(tx, teacher, asked.id, { to: { relationId: other }, ...at, text: 'Kevin Jansen uit groep 4, 123456782' }),
  )
  assert.deepEqual(withChild, { ok: false, because: 'bsn' })
  const onward = await actingAs(db, teacher, (tx) =>
    reroute(tx, teacher, asked.id, { to: { relationId: other }, now: new Date(now.getTime() + 1000), today: at.today }),
  )
  assert.ok(onward.ok, JSON.stringify(onward))
  const told = await actingAsKeeper(db, (tx) =>
    rowsOf<{ about: string }>(
      tx,
      sql`select payload ->> 'about' as about from outbox where payload ->> 'id' = ${asked.id} order by id`,
    ),
  )
  assert.ok(
    told.some(({ about }) => about === 'rerouted'),
    'the first hears that she need not answer',
  )
  const [first, next] = await actingAs(db, teacher, async (tx) => [
    await findRequest(tx, teacher, asked.id, at.today),
    await findRequest(tx, teacher, onward.id, at.today),
  ])
  assert.deepEqual(
    [first?.state, next?.state, next?.to, next?.followsId],
    ['rerouted', 'open', 'Bibliotheek', asked.id],
  )
  assert.equal(next?.what, question.what)
  assert.equal(await actingAs(db, therapist, (tx) => findRequest(tx, therapist, onward.id, at.today)), undefined)
  const again = await actingAs(db, teacher, (tx) =>
    reroute(tx, teacher, asked.id, { to: { relationId: other }, ...at }),
  )
  assert.equal(again.ok, false)
})

test('to a colleague it stays between the two', async () => {
  const asked = await asks({ personId: ib.personId })
  assert.ok(asked.ok)
  const of = (who: typeof head) => actingAs(db, who, (tx) => findRequest(tx, who, asked.id, at.today))
  assert.equal((await of(ib))?.waits, 'me')
  assert.equal((await of(teacher))?.waits, 'other')
  assert.equal(await of(head), undefined)
  const answered = await actingAs(db, ib, (tx) =>
    act(tx, ib, asked.id, { kind: 'declined', reason: 'full' }, { ...at, now: new Date(now.getTime() + 1) }),
  )
  assert.ok(answered.ok)
  assert.deepEqual([(await of(teacher))?.state, (await of(teacher))?.waits], ['declined', 'me'])
})

test('a link is ended by the side that asks only', async () => {
  const asked = await asks({ relationId: line })
  assert.ok(asked.ok)
  const end = (who: typeof head) => actingAs(db, who, (tx) => endLink(tx, who, asked.id, { again: false, ...at }))
  assert.equal((await end(therapist)).ok, false)
  assert.equal((await end(teacher)).ok, true)
})

test('a year after the last moment the texts are gone, also from the trail', async () => {
  const later = new Date('2027-11-23T09:00:00Z')
  assert.equal(await actingAsKeeper(db, (tx) => forgetRequests(tx, later)), 0)
  const gone = await actingAsKeeper(db, (tx) => forgetRequests(tx, new Date('2027-11-25T12:00:00Z')))
  assert.ok(gone > 3)
  const [left] = await actingAsKeeper(db, (tx) =>
    rowsOf<{ texts: number; trail: number; broken: number | null }>(
      tx,
      sql`select (select count(*)::int from requests where what is not null or asker_name is not null)
        + (select count(*)::int from request_moments where text is not null or by_name is not null) as texts,
        (select count(*)::int from trail where table_name in ('requests', 'request_moments') and contents::text ~ 'kleuters|Dinsdag') as trail,
        house_trail_broken_at(${school}) as broken`,
    ),
  )
  assert.deepEqual(left, { texts: 0, trail: 0, broken: null })
})
