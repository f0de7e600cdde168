import assert from 'node:assert/strict'
import { before, test } from 'node:test'
import { eq, sql } from 'drizzle-orm'
import { actingAsGuest, actingAsKeeper, rowsOf, type Tx } from '#kit/db/database.ts'
import { dayOf, dayPlus } from '#kit/time/day.ts'
import { presences } from '#rooms/agenda/door.ts'
import { agreements, tableLinks } from '#rooms/agreements/door.ts'
import { faces, relations } from '#rooms/relations/door.ts'
import { requestLinks, requestMoments, requests } from '#rooms/requests/door.ts'
import { atWork, workAll } from '#test/at-work.ts'
import { aSmallTown, somebody } from '#test/small-town.ts'
import { visits } from '#test/visit.tsx'
import { hangings, rooms } from '../../../main/rooms.ts'
import { handovers as nameplate } from '../room.ts'
import { forgetPartings, nameSuccessor, settleParting } from './actions.ts'
import { hangingOn, heldBy } from './queries.ts'
import { digestOf, stateOf } from './rules.ts'
import { partings } from './tables.ts'

/** Somebody at a partner stops: one sitting, who follows, and on the day everything goes over and her links end. */
const town = await aSmallTown()
const { db, school, partner, head, teacher, neighbour, therapist, trustee } = town
const holder = await somebody(db, school, 'Hilde Houder', ['leerkracht'])
const visit = visits(db, nameplate.inside!)
const today = dayOf(new Date())
const soon = dayPlus(today, 20)
const keeper = <T>(work: (tx: Tx) => Promise<T>) => actingAsKeeper(db, work)
const line = { schoolId: school, id: crypto.randomUUID() }
const [sanne, tom] = [crypto.randomUUID(), crypto.randomUUID()]
const [tableKey, askKey] = ['t'.repeat(43), 'a'.repeat(43)]
const request = crypto.randomUUID()
const at = (face: string) => `/netwerk/${line.id}/gezichten/${face}/vertrek`
const given = (day: string) => ({ hangings, now: new Date(`${day}T03:00:00Z`), today: day })

before(() =>
  keeper(async (tx) => {
    await tx
      .insert(relations)
      .values({ ...line, organisationId: partner, name: 'Spraakwater', levels: [], ownerId: holder.personId })
    const face = (id: string, rank: number, name: string, mail: string | null) => ({
      ...{ schoolId: school, id, relationId: line.id, rank, name, mail, days: [], source: 'test' },
    })
    await tx
      .insert(faces)
      .values([face(sanne, 0, 'Sanne Spraak', 'sanne@spraak.example'), face(tom, 1, 'Tom Taal', 'tom@spraak.example')])
    const expiresAt = new Date(Date.now() + 90 * 86_400_000)
    const her = { schoolId: school, faceId: sanne, name: 'Sanne Spraak', mail: 'sanne@spraak.example', expiresAt }
    await tx.insert(tableLinks).values({
      ...{ ...her, relationId: line.id, schoolName: 'De Regenboog', partnerName: 'Spraakwater' },
      ...{ tokenDigest: digestOf(tableKey), sentAt: new Date() },
    })
    await tx.insert(requests).values({
      ...{ schoolId: school, id: request, relationId: line.id, askedBy: teacher.personId, schoolName: 'De Regenboog' },
      ...{ level: 'group', what: 'Kijk je mee in groep 3?', wishDay: soon, answerBy: soon },
    })
    await tx.insert(requestMoments).values({ schoolId: school, requestId: request, kind: 'asked', side: 'asking' })
    await tx
      .insert(requestLinks)
      .values({ ...her, requestId: request, tokenDigest: digestOf(askKey), replyDigest: digestOf('reply') })
    await tx.insert(agreements).values({
      ...{
        schoolId: school,
        relationId: line.id,
        what: 'Verslag in gewone taal',
        part: 'partner',
        until: soon,
        madeOn: today,
      },
    })
    await tx
      .insert(presences)
      .values({ schoolId: school, relationId: line.id, weekday: 2, from: '09:00', until: '12:00' })
  }),
)

const letters = () =>
  keeper((tx) =>
    rowsOf<{ to: string; text: string; subject: string }>(
      tx,
      sql`select payload ->> 'to' as to, payload ->> 'text' as text, payload ->> 'subject' as subject from outbox
          where kind = 'mail' order by not_before`,
    ),
  )
const openingsBy = (key: string) =>
  actingAsGuest(db, digestOf(key), async (tx) => ({
    link: await heldBy(tx, digestOf(key)),
    asked: await tx.select({ id: requests.id }).from(requests),
  }))

test('one page shows everything that hangs on her, and what becomes of it', async () => {
  const page = await visit(holder, { path: at(sanne), today })
  assert.equal(page.status, 200)
  for (const thing of [
    /Wie je als eerste belt/,
    /Open vraag, antwoord/,
    /Aan tafel/,
    /Verslag in gewone taal/,
    /09:00–12:00/,
  ])
    assert.match(page.text, thing)
  assert.ok(page.queries <= 6, `${page.queries} questions`)
  for (const who of [teacher, neighbour, therapist, trustee])
    assert.equal((await visit(who, { path: at(sanne), today })).status, 404)
})

test('what is not right comes back filled in', async () => {
  for (const [fields, error] of [
    [{ stopsOn: 'morgen', follows: 'later' }, /Kies de dag waarop het stopt/],
    [{ stopsOn: soon }, /Kies wie opvolgt/],
    [{ stopsOn: soon, follows: `face:${crypto.randomUUID()}` }, /Kies wie opvolgt/],
    [{ stopsOn: soon, follows: 'new' }, /Vul in wie er opvolgt/],
    [{ stopsOn: soon, follows: 'new', name: 'Noor', mail: 'geen mail' }, /Dit is geen mailadres/],
  ] as const) {
    const back = await visit(holder, { path: at(sanne), fields, today })
    assert.equal(back.status, 422)
    assert.match(back.text, error)
  }
})

test('asked by a link who follows, the partner answers without an account, and the school takes it over', async () => {
  const asked = await visit(holder, { path: at(sanne), fields: { stopsOn: soon, follows: `ask:${tom}` }, today })
  assert.equal(asked.status, 303)
  const waits = await keeper((tx) =>
    rowsOf<{ kind: string }>(tx, sql`select kind from outbox where kind like 'handovers.%'`),
  )
  assert.deepEqual(waits.map(({ kind }) => kind).sort(), ['handovers.follows', 'handovers.parted'])
  await keeper((tx) => tx.execute(sql`update outbox set done_at = now() where kind like 'requests.%'`))
  await workAsMail()
  const [letter] = (await letters()).filter(({ subject }) => subject === 'Wie volgt er op?')
  assert.equal(letter?.to, 'tom@spraak.example')
  assert.doesNotMatch(letter!.text, /Sanne/, 'who stops stands behind the link')
  const token = /\/opvolging\/([\w-]{43})/.exec(letter!.text)?.[1] ?? ''
  const held = await actingAsGuest(db, digestOf(token), (tx) => heldBy(tx, digestOf(token)))
  assert.deepEqual([held?.leaver, held?.name, held?.stopsOn], ['Sanne Spraak', 'Tom Taal', soon])
  const noor = { name: 'Noor Nieuw', work: 'logopedist', phone: null, mail: 'noor@spraak.example' }
  const said = { stopsOn: soon, ...noor, note: null }
  await actingAsGuest(db, digestOf(token), (tx) => nameSuccessor(tx, held!, { said, now: new Date() }))
  const page = await visit(holder, { path: at(sanne), today })
  assert.match(page.text, /De partner noemde een opvolger/)
  const answer = /name="answer" value="([0-9a-f-]{36})"/.exec(page.html)?.[1] ?? ''
  assert.equal((await visit(teacher, { path: `${at(sanne)}/opvolger`, fields: { answer }, today })).status, 404)
  assert.equal((await visit(holder, { path: `${at(sanne)}/opvolger`, fields: { answer: 'x' }, today })).status, 404)
  assert.equal((await visit(holder, { path: `${at(sanne)}/opvolger`, fields: { answer }, today })).status, 303)
  const after = await visit(holder, { path: at(sanne), today })
  assert.match(after.text, /Noor Nieuw logopedist/, 'what was said can still be read')
  assert.doesNotMatch(after.html, /name="answer"/, 'and is not taken over twice')
  const list = await visit(holder, { path: '/overdracht', today })
  assert.match(list.text, /Sanne Spraak Spraakwater · stopt op .* opvolger bekend/)
})

const workAsMail = async () => {
  const { mail: _, ...workers } = nameplate.workers!(atWork(db)) as Record<string, never>
  await keeper((tx) =>
    tx.execute(
      sql`update outbox set not_before = now() + interval '1 day' where kind not like 'handovers.%' or kind = 'handovers.parted'`,
    ),
  )
  await workAll(db, workers)
}

test('until her day her links work; on it they open nothing, and who follows has what hung on her', async () => {
  const before = await openingsBy(askKey)
  assert.deepEqual([before.link?.leaver, before.asked.length], ['Sanne Spraak', 1])
  const [parting] = await keeper((tx) => tx.select().from(partings))
  const one = { schoolId: school, id: parting!.id }
  assert.equal(await keeper((tx) => settleParting(tx, one, given(today))), false, 'not before the day')
  const lineUntil = (until: string | null) =>
    keeper((tx) => tx.execute(sql`update relations set until = ${until} where id = ${line.id}`))
  assert.ok((await openingsBy(tableKey)).link)
  await lineUntil('2020-01-01')
  assert.equal((await openingsBy(tableKey)).link, undefined, 'nor does a link of a line that ended')
  await lineUntil(null)
  // The day comes: for the policies it is today.
  await keeper(async (tx) => {
    await tx.update(faces).set({ leftOn: today }).where(eq(faces.id, sanne))
    await tx.update(partings).set({ stopsOn: today })
  })
  assert.equal((await openingsBy(askKey)).asked.length, 0, 'by policy, before any job ran')
  assert.equal((await openingsBy(askKey)).link, undefined)
  assert.equal((await openingsBy(tableKey)).link, undefined)
  assert.equal(await keeper((tx) => settleParting(tx, one, given(today))), true)
  assert.equal(await keeper((tx) => settleParting(tx, one, given(today))), false, 'once')
  const [noor] = await keeper((tx) => tx.select().from(faces).where(eq(faces.name, 'Noor Nieuw')))
  assert.equal(noor?.rank, 0, 'she is rung first now')
  const [link] = await keeper((tx) => tx.select().from(requestLinks).where(eq(requestLinks.faceId, sanne)))
  assert.ok(link?.revokedAt)
  assert.equal((await keeper((tx) => tx.select().from(tableLinks))).length, 0)
  const told = await keeper((tx) =>
    rowsOf<{ payload: { faceId?: string } }>(
      tx,
      sql`select payload from outbox where kind = 'requests.tell' and done_at is null`,
    ),
  )
  assert.deepEqual(
    told.map(({ payload }) => payload.faceId),
    [noor?.id],
    'the question goes to her',
  )
  const left = await keeper((tx) => hangingOn(tx, hangings, { organisationId: school, outsiderId: sanne, today }))
  assert.deepEqual([...new Set(left.map(({ kind }) => kind))], ['agenda.hours', 'agreements.theirs'], 'but what stays')
})

test('she says it herself: by a link she has for something else, or with an account; the school confirms', async () => {
  const mine = crypto.randomUUID()
  await keeper(async (tx) => {
    await tx.insert(tableLinks).values({
      ...{ schoolId: school, relationId: line.id, faceId: tom, name: 'Tom Taal', mail: 'tom@spraak.example' },
      ...{ schoolName: 'De Regenboog', partnerName: 'Spraakwater', tokenDigest: digestOf('x'.repeat(43)) },
      ...{ sentAt: new Date(), expiresAt: new Date(Date.now() + 1e9) },
    })
    await tx.insert(faces).values({
      ...{
        schoolId: school,
        id: mine,
        relationId: line.id,
        rank: 5,
        name: 'Lotte Logopedist',
        days: [],
        source: 'test',
      },
    })
  })
  const key = digestOf('x'.repeat(43))
  const said = { stopsOn: soon, name: 'Mia Meekijker', work: null, phone: null, mail: null, note: null }
  await actingAsGuest(db, key, async (tx) => {
    const held = await heldBy(tx, key)
    assert.equal(held?.leaver, 'Tom Taal')
    await nameSuccessor(tx, held!, { said, now: new Date() })
  })
  const page = await visit(holder, { path: at(tom), today })
  assert.match(page.text, /Tom Taal zei zelf: ik stop op/)
  const [still] = await keeper((tx) => tx.select().from(faces).where(eq(faces.id, tom)))
  assert.equal(still?.leftOn, null, 'until the school takes it over')

  const stop = await visit(therapist, { path: '/vertrek', today })
  assert.match(stop.html, new RegExp(`value="${mine}" checked`))
  const none = await visit(therapist, { path: '/vertrek', fields: { stopsOn: soon, name: 'Bo' }, today })
  assert.match(none.text, /Kies bij welke school/)
  const kid = await visit(therapist, {
    path: '/vertrek',
    fields: { stopsOn: soon, name: 'Bo', faces: mine, note: 'Let op Kevin Jansen' },
    today,
  })
  assert.equal(kid.status, 422)
  const fields = { stopsOn: soon, name: 'Bo Bos', faces: mine, account: 'yes' }
  const gone = await visit(therapist, { path: '/vertrek', fields, today })
  assert.equal(gone.status, 303)
  assert.match(gone.told, /enige met een account/)
  assert.equal((await visit(head, { path: '/vertrek', today })).status, 404)
  const back = await visit(holder, { path: `${at(mine)}/intrekking`, fields: {}, today })
  assert.equal(back.status, 303, 'she stays after all')
})

test('however often a link says who follows, who holds the line hears it once an hour', async () => {
  const key = digestOf('x'.repeat(43))
  const mail = sql`update people set mail = 'hilde@s.example' where id = ${holder.personId}`
  await keeper((tx) => tx.execute(sql`with gone as (delete from outbox) ${mail}`))
  const said = { stopsOn: soon, name: 'Mia Meekijker', work: null, phone: null, mail: null, note: null }
  for (const minutes of [120, 121, 150, 179, 240]) {
    const now = new Date(Date.now() + minutes * 60_000)
    await actingAsGuest(db, key, async (tx) => nameSuccessor(tx, (await heldBy(tx, key))!, { said, now }))
  }
  await workAll(db, nameplate.workers!(atWork(db)))
  assert.equal((await letters()).filter(({ to }) => to === 'hilde@s.example').length, 2)
})

test('a year later all of it is forgotten, in the trail too', async () => {
  const kept = () =>
    keeper((tx) =>
      rowsOf(tx, sql`select 1 from trail where contents::text like '%Bo Bos%' and table_name like 'parting%'`),
    )
  await keeper((tx) => forgetPartings(tx, dayPlus(today, 300)))
  assert.ok((await kept()).length > 0, 'not yet')
  await keeper((tx) => forgetPartings(tx, dayPlus(today, 370)))
  assert.deepEqual(await kept(), [], 'also of who stayed after all')
  await keeper((tx) => tx.update(partings).set({ stopsOn: dayPlus(today, -400) }))
  assert.ok((await keeper((tx) => forgetPartings(tx, today))) > 0)
  const left = await keeper((tx) =>
    rowsOf(
      tx,
      sql`select 1 from trail where table_name in ('parting_answers', 'parting_links') and contents is not null
      and row_id not in (select id::text from parting_answers) and contents::text like '%Mia%'`,
    ),
  )
  assert.deepEqual(left, [])
})

test('the state is read from what is known', () => {
  const none = { confirmedOn: null, successorId: null, settledAt: null }
  assert.equal(stateOf(none, { answers: 1, asked: 0 }), 'said')
  const ours = { ...none, confirmedOn: today }
  assert.equal(stateOf(ours, { answers: 0, asked: 0 }), 'open')
  assert.equal(stateOf(ours, { answers: 0, asked: 1 }), 'asked')
  assert.equal(stateOf(ours, { answers: 1, asked: 1 }), 'named')
  assert.equal(stateOf({ ...ours, successorId: tom }, { answers: 1, asked: 1 }), 'followed')
  assert.ok(rooms.includes(nameplate))
})
