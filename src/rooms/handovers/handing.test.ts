import assert from 'node:assert/strict'
import { before, test } from 'node:test'
import { eq, sql } from 'drizzle-orm'
import type { Actor } from '#kit/db/actor.ts'
import { actingAs, actingAsAccount, actingAsKeeper, rowsOf } from '#kit/db/database.ts'
import { memberships, whoIsThis } from '#rooms/people/door.ts'
import { faces, relations } from '#rooms/relations/door.ts'
import { ask, findRequest } from '#rooms/requests/door.ts'
import { atWork, workAll } from '#test/at-work.ts'
import { aSmallTown, somebody } from '#test/small-town.ts'
import { hangings } from '../../main/rooms.ts'
import { answer, askSuccessors, startHandover, takeBack } from './actions.ts'
import { workers } from './jobs.ts'
import { settle } from './moving/actions.ts'
import { askedOfMe, findSitting, itemsOf } from './queries.ts'

/** A colleague leaves and another is away: asked, said yes or no, fallen on the day, and given back. */
const town = await aSmallTown()
const { db, school, head, teacher, ib } = town
const today = '2026-11-23'
const now = new Date('2026-11-23T09:00:00Z')
const at = { now, today, hangings }
const leaver = await somebody(db, school, 'Carla Cultuur', ['leerkracht', 'cultuurcoordinator'])
const lines: Record<string, string> = {}

before(() =>
  actingAsKeeper(db, async (tx) => {
    for (const [name, ownerId, deputyId] of [
      ['Museum', leaver.personId, teacher.personId],
      ['Theater', leaver.personId, null],
      ['Muziekschool', ib.personId, leaver.personId],
    ] as const) {
      const line = { schoolId: school, name, levels: [], ownerId, deputyId }
      const [made] = await tx.insert(relations).values(line).returning()
      lines[name] = made!.id
    }
    await tx.insert(faces).values({
      ...{ schoolId: school, relationId: lines['Museum']!, rank: 0, name: 'Milan' },
      ...{ mail: 'milan@museum.example', days: [], source: 'test' },
    })
    await tx.execute(sql`insert into routes (school_id, topic, owner_id, updated_on)
      values (${school}, 'cultuureducatie', ${leaver.personId}, ${today})`)
    const [group] = await rowsOf<{ id: string }>(
      tx,
      sql`insert into groups (school_id, name, years) values (${school}, '5', '{5}') returning id`,
    )
    await tx.execute(sql`insert into group_teachers (school_id, group_id, person_id, days)
      values (${school}, ${group!.id}, ${leaver.personId}, '{1,2}')`)
    await tx.update(memberships).set({ deputyId: leaver.personId }).where(eq(memberships.personId, teacher.personId))
  }),
)

const as = <T>(who: Actor, work: (tx: Parameters<Parameters<typeof actingAs>[2]>[0]) => Promise<T>) =>
  actingAs(db, who, work)
const work = () => workAll(db, workers(atWork(db)))
const holdersOf = (name: string) =>
  actingAsKeeper(db, async (tx) => {
    const [line] = await tx.select().from(relations).where(eq(relations.id, lines[name]!))
    return [line!.ownerId, line!.deputyId]
  })
const start = (who: Actor, personId: string, lasting: boolean, lastDay = '2026-12-18') =>
  as(who, (tx) => startHandover(tx, who, { personId, lasting, lastDay, backOn: null }, at))
const sheet = async (id: string) =>
  Object.fromEntries(
    (await as(head, (tx) => itemsOf(tx, school, id))).map((item) => [`${item.kind} ${item.name}`, item]),
  )

test('away for a while: a yes moves it, a no comes back, and one press returns everything', async () => {
  const started = await start(head, leaver.personId, false, '2026-11-22')
  assert.ok(started.ok)
  const items = await sheet(started.id)
  assert.deepEqual(Object.keys(items).sort(), [
    'people.group 5',
    'people.standIn Joris Juf',
    'people.task Cultuurcoördinator',
    'relations.deputy Muziekschool',
    'relations.owner Museum',
    'relations.owner Theater',
    'signpost.route Kunst, muziek, theater en erfgoed',
  ])
  const asked = await as(head, (tx) =>
    askSuccessors(tx, head, started.id, { all: teacher.personId, each: new Map(), now, today }),
  )
  assert.deepEqual(asked, { ok: true, asked: 7, own: 0 })
  const mine = await as(teacher, (tx) => askedOfMe(tx, teacher))
  assert.equal(mine.length, 7)
  assert.equal((await as(ib, (tx) => askedOfMe(tx, ib))).length, 0, 'others are not asked, and see nothing')
  assert.equal((await as(ib, (tx) => itemsOf(tx, school, started.id))).length, 0)
  const say = (name: string, accepted: boolean) =>
    as(teacher, (tx) => answer(tx, teacher, items[name]!.id, { accepted, note: accepted ? null : 'te druk', now }))
  for (const name of [
    'relations.owner Museum',
    'people.task Cultuurcoördinator',
    'people.group 5',
    'signpost.route Kunst, muziek, theater en erfgoed',
  ])
    assert.ok((await say(name, true)).ok)
  assert.ok((await say('relations.owner Theater', false)).ok)
  assert.equal((await say('relations.owner Theater', true)).ok, false, 'a no is a no until one is asked again')
  await work()
  assert.deepEqual(await holdersOf('Museum'), [teacher.personId, null], 'who stood in holds it')
  assert.deepEqual(
    await holdersOf('Theater'),
    [leaver.personId, null],
    'what was declined stays, and waits with the head',
  )
  const after = await sheet(started.id)
  assert.equal(after['relations.owner Theater']!.state, 'declined')
  assert.equal(after['relations.owner Theater']!.note, 'te druk')
  const roles = async () =>
    actingAsKeeper(db, (tx) => tx.select().from(memberships).where(eq(memberships.personId, teacher.personId)))
  assert.deepEqual((await roles())[0]!.roles, ['leerkracht', 'cultuurcoordinator'])
  const again = await as(head, (tx) =>
    askSuccessors(tx, head, started.id, {
      ...{ all: null, now: new Date('2026-11-23T10:00:00Z'), today },
      each: new Map([[items['relations.owner Theater']!.id, head.personId]]),
    }),
  )
  assert.deepEqual(again, { ok: true, asked: 0, own: 1 }, 'who asks herself said yes with that')
  await work()
  assert.deepEqual(await holdersOf('Theater'), [head.personId, null])

  assert.ok((await as(head, (tx) => takeBack(tx, head, started.id, at))).ok)
  await work()
  assert.deepEqual(await holdersOf('Museum'), [leaver.personId, teacher.personId], 'and who stood in does so again')
  assert.deepEqual(await holdersOf('Theater'), [leaver.personId, null])
  assert.deepEqual((await roles())[0]!.roles, ['leerkracht'])
  assert.deepEqual(await as(teacher, (tx) => askedOfMe(tx, teacher)), [], 'nothing is asked any more')
})

test('who leaves prepares it herself; tasks and her last day are the head’s to arrange', async () => {
  const started = await start(leaver, leaver.personId, true)
  assert.ok(started.ok)
  const kinds = (await as(leaver, (tx) => itemsOf(tx, school, started.id))).map(({ kind }) => kind)
  assert.deepEqual([...new Set(kinds)].sort(), ['relations.deputy', 'relations.owner', 'signpost.route'])
  const until = async () =>
    (
      await actingAsKeeper(db, (tx) => tx.select().from(memberships).where(eq(memberships.personId, leaver.personId)))
    )[0]!.until
  assert.equal(await until(), null)
  assert.equal((await start(teacher, leaver.personId, true)).ok, false, 'a colleague does not send another away')
  const same = await start(head, leaver.personId, true)
  assert.deepEqual(same, started, 'one sitting for one person')
  await as(leaver, (tx) => takeBack(tx, leaver, started.id, at))
  await work()
})

test('on her last day nothing hangs on her any more: unanswered things fall, and the day after no door opens', async () => {
  await actingAsKeeper(db, (tx) =>
    tx.execute(sql`update people set mail = 'x@y.example' where id = ${teacher.personId}`),
  )
  const question = { level: 'organisation' as const, what: 'Komen jullie in mei?', forWhom: '', wishDay: '2027-05-01' }
  const toPartner = await as(leaver, (tx) =>
    ask(tx, leaver, question, { to: { relationId: lines['Museum']! }, now, today }),
  )
  const toColleague = await as(leaver, (tx) =>
    ask(tx, leaver, question, { to: { personId: teacher.personId }, now, today }),
  )
  const toHer = await as(teacher, (tx) => ask(tx, teacher, question, { to: { personId: leaver.personId }, now, today }))
  assert.ok(toPartner.ok && toColleague.ok && toHer.ok)
  const started = await start(head, leaver.personId, true)
  assert.ok(started.ok)
  const items = await sheet(started.id)
  assert.ok(items['requests.question Museum'])
  assert.doesNotMatch(JSON.stringify(items), /in mei/, 'of what was asked nothing stands in the sitting')
  const yes = items['relations.owner Museum']!
  const each = new Map([
    [yes.id, ib.personId],
    [items['relations.owner Theater']!.id, ib.personId],
  ])
  await as(head, (tx) => askSuccessors(tx, head, started.id, { all: null, each, now, today }))
  await as(ib, (tx) => answer(tx, ib, yes.id, { accepted: true, note: null, now }))
  await work()
  assert.deepEqual(await holdersOf('Museum'), [ib.personId, teacher.personId])

  const lastDay = new Date('2026-12-18T15:30:00Z')
  const early = await actingAsKeeper(db, (tx) =>
    settle(tx, { schoolId: school, id: started.id }, { hangings, now: new Date('2026-12-17T15:30:00Z') }),
  )
  assert.equal(early, false)
  assert.ok(
    await actingAsKeeper(db, (tx) => settle(tx, { schoolId: school, id: started.id }, { hangings, now: lastDay })),
  )
  assert.deepEqual(
    await holdersOf('Theater'),
    [head.personId, null],
    'nobody answered: it lies with who holds the sitting',
  )
  assert.deepEqual(await holdersOf('Muziekschool'), [ib.personId, head.personId])
  for (const { kind, list, falls } of hangings.kinds) {
    const left = await actingAsKeeper(db, (tx) =>
      list(tx, { organisationId: school, personId: leaver.personId, today: '2026-12-19' }),
    )
    if (falls !== false) assert.deepEqual(left, [], kind)
  }
  const request = (who: Actor, id: string) => as(who, (tx) => findRequest(tx, who, id, '2026-12-19'))
  assert.equal((await request(ib, toPartner.id))?.askedBy, teacher.personId, 'an answer comes to who stands in')
  assert.equal((await request(teacher, toColleague.id))?.state, 'withdrawn')
  assert.equal((await request(teacher, toHer.id))?.state, 'declined')
  assert.equal(await request(head, toHer.id), undefined, 'what two wrote each other, a third never reads')

  // Late, but yes: it goes from where it fell to who was asked.
  const late = items['relations.owner Theater']!
  assert.ok((await as(ib, (tx) => answer(tx, ib, late.id, { accepted: true, note: null, now: lastDay }))).ok)
  await work()
  assert.deepEqual(await holdersOf('Theater'), [ib.personId, null])

  const placesOn = async (day: string) =>
    (await actingAsAccount(db, leaver.accountId, (tx) => whoIsThis(tx, leaver.accountId, day)))?.places.length
  assert.deepEqual([await placesOn('2026-12-18'), await placesOn('2026-12-19')], [1, 0])
  assert.ok((await as(head, (tx) => findSitting(tx, school, started.id)))?.sitting.settledAt)
})
