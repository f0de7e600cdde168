import assert from 'node:assert/strict'
import { test } from 'node:test'
import { sql } from 'drizzle-orm'
import { rowsOf } from '#kit/db/database.ts'
import { addMoment, sayWhen } from './answering/actions.ts'
import { openedBy } from './answering/queries.ts'
import { askAll } from './asking/actions.ts'
import { leaveOut } from './inviting/actions.ts'
import { forgetMeetings, tellMaker, writeAsk } from './letters/actions.ts'
import { findMeeting, inviteesOf, meetingsOf, optionsOf, pollsOnMe } from './queries.ts'
import type { Stage } from './tables.ts'
import { type Asked, as, asKeeper, asked, at, byKey, db, draft, make, now, school, town } from './trial.test.ts'

const house = { baseUrl: 'https://huis.example', mailFrom: 'Huis <huis@huis.example>' }
const one = (id: string) => ({ schoolId: school, id })

/** Somebody answers by her link: the same of every moment, unless said. */
const answer = (asking: Asked, name: string, stages: readonly Stage[]) =>
  byKey(asking.keys[name]!, async (tx) => {
    const opened = await openedBy(tx, asking.keys[name]!)
    assert.ok(opened)
    const said = asking.options.map((optionId, nth) => ({ optionId, stage: stages[nth] ?? stages[0]! }))
    return sayWhen(tx, { meeting: opened.meeting, inviteeId: opened.invitee.id }, said, now)
  })
const mails = () =>
  asKeeper((tx) =>
    rowsOf<{ to: string; subject: string; text: string }>(
      tx,
      sql`select payload ->> 'to' as "to", payload ->> 'subject' as subject, payload ->> 'text' as text from outbox where kind = 'mail'`,
    ),
  )
const emptied = () => asKeeper((tx) => tx.execute(sql`delete from outbox`))

test('twenty answers in the same second: every one of them stands', async () => {
  const outsiders = Array.from({ length: 20 }, (_, nth) => ({
    name: `Ouder ${nth + 10}`,
    mail: `ouder${nth}@t.example`,
  }))
  const asking = await asked({}, { outsiders })
  const stages: Stage[] = ['yes', 'if_needed', 'no']
  const said = outsiders.map(({ name }, nth) => ({ name, stage: stages[nth % 3]! }))
  const outcomes = await Promise.all(said.map(({ name, stage }) => answer(asking, name, [stage])))
  assert.ok(outcomes.every(({ ok }) => ok))
  const options = await as(town.teacher, (tx) => optionsOf(tx, one(asking.id)))
  assert.equal(options.length, 3)
  for (const { answers } of options) {
    for (const { name, stage } of said)
      assert.equal(answers.find(({ inviteeId }) => inviteeId === asking.invitees[name])?.stage, stage, name)
    assert.equal(answers.length, 21, 'twenty, and the maker herself')
  }
  // The same again, each of them twice at once and in another order: still one row each, the last word hers.
  await Promise.all([...said, ...said.toReversed()].map(({ name }) => answer(asking, name, ['yes'])))
  for (const { answers } of await as(town.teacher, (tx) => optionsOf(tx, one(asking.id))))
    assert.deepEqual([answers.length, answers.every(({ stage }) => stage === 'yes')], [21, true], db.engine)
})

test('an answer can be changed until the moment is fixed, and waits on who has not said of every moment', async () => {
  const asking = await asked({ takesOptions: true })
  assert.deepEqual(
    await as(town.ib, async (tx) => (await pollsOnMe(tx, town.ib)).map(({ id }) => id).includes(asking.id)),
    true,
  )
  const mine = {
    meeting: (await as(town.ib, (tx) => findMeeting(tx, school, asking.id)))!,
    inviteeId: asking.invitees['Ineke Begeleider']!,
  }
  const answers = asking.options.map((optionId) => ({ optionId, stage: 'yes' as const }))
  assert.deepEqual(await as(town.ib, (tx) => sayWhen(tx, mine, answers, now)), { ok: true })
  const [row] = await as(town.teacher, async (tx) =>
    (await meetingsOf(tx, town.teacher, now)).filter(({ id }) => id === asking.id),
  )
  assert.deepEqual([row?.invited, row?.answered], [4, 2], 'the maker and Ineke of four')
  const waits = () => as(town.ib, async (tx) => (await pollsOnMe(tx, town.ib)).some(({ id }) => id === asking.id))
  assert.equal(await waits(), false)
  assert.deepEqual(await answer(asking, 'Ouder Een', ['yes', 'no']), { ok: true })
  const added = await byKey(asking.keys['Ouder Een']!, async (tx) => {
    const { meeting } = (await openedBy(tx, asking.keys['Ouder Een']!))!
    const once = await addMoment(tx, meeting, { day: '2026-12-04', time: '16:00', asMaker: false }, now)
    const twice = await addMoment(tx, meeting, { day: '2026-12-04', time: '16:00', asMaker: false }, now)
    const past = await addMoment(tx, meeting, { day: '2026-11-20', time: '16:00', asMaker: false }, now)
    return [once, twice, past]
  })
  assert.deepEqual(added, [{ ok: true }, { ok: false, because: 'there' }, { ok: false, because: 'past' }])
  assert.equal(await waits(), true, 'a new moment asks for an answer')
})

test('who may not add a moment cannot; who is not invited has no key', async () => {
  const asking = await asked()
  const key = asking.keys['Ouder Een']!
  const { meeting } = (await byKey(key, (tx) => openedBy(tx, key)))!
  const said = { day: '2026-12-04', time: '16:00', asMaker: false }
  assert.deepEqual(await byKey(key, (tx) => addMoment(tx, meeting, said, now)), { ok: false, because: 'closed' })
  assert.equal(await byKey('x'.repeat(43), (tx) => openedBy(tx, 'x'.repeat(43))), undefined)
})

test('letters go to who has not answered; when all have, the maker hears it once', async () => {
  await emptied()
  await asKeeper((tx) =>
    tx.execute(sql`update people set mail = 'joris@s.example' where id = ${town.teacher.personId}`),
  )
  const asking = await asked()
  assert.equal(await asKeeper((tx) => writeAsk(tx, house, one(asking.id), false)), 2, 'Lotte and the parent have mail')
  const letters = await mails()
  assert.deepEqual(letters.map(({ to }) => to).sort(), ['lotte@water.example', 'ouder@thuis.example'])
  for (const { text } of letters) assert.match(text, /https:\/\/huis\.example\/bijeenkomst\/[\w-]{43}\n/)
  assert.notEqual(letters[0]!.text, letters[1]!.text)
  await emptied()
  await answer(asking, 'Ouder Een', ['yes'])
  assert.equal(await asKeeper((tx) => writeAsk(tx, house, one(asking.id), true)), 1)
  assert.deepEqual(
    (await mails()).map(({ to }) => to),
    ['lotte@water.example'],
  )
  const complete = () => asKeeper((tx) => tellMaker(tx, house, one(asking.id), 'complete', now))
  assert.equal(await complete(), false)
  await answer(asking, 'Lotte Logopedist', ['no'])
  const mine = {
    meeting: (await as(town.ib, (tx) => findMeeting(tx, school, asking.id)))!,
    inviteeId: asking.invitees['Ineke Begeleider']!,
  }
  await as(town.ib, (tx) =>
    sayWhen(
      tx,
      mine,
      asking.options.map((optionId) => ({ optionId, stage: 'yes' as const })),
      now,
    ),
  )
  assert.equal(await complete(), true)
  assert.equal(await complete(), false, 'once')
  assert.ok((await mails()).some(({ to, subject }) => to === 'joris@s.example' && /Iedereen/.test(subject)))
})

test('a title points at nobody: no name, number, or one child', async () => {
  for (const [title, because] of [
    ['Overleg over Kevin', 'names'],
    ['Gesprek over een leerling', 'one-child'],
    ['Overleg 111222333', 'bsn'],
  ] as const)
    assert.deepEqual(await make(town.teacher, title), { ok: false, because }, title)
  for (const title of [
    'Overleg met Hanna Hoofd',
    'Voortgang samenwerking',
    'Ouderavond groep 5',
    'Overleg leerlingenraad',
  ])
    assert.equal((await make(town.teacher, title)).ok, true, title)
})

test('nobody else sees a draft; it is asked once, by who made it', async () => {
  const id = await draft()
  const said = {
    ...{ moment: ['2026-12-01T15:00'], answerBy: '2026-11-30', required: [], quorum: null, travels: new Map() },
    ...{ showsAnswers: false, showsMails: false, takesOptions: false },
  }
  const ask = (who: typeof town.ib, more = {}) => as(who, (tx) => askAll(tx, who, id, { ...said, ...more }, at))
  assert.deepEqual(await ask(town.ib), { ok: false, because: 'not-found' })
  assert.deepEqual(await ask(town.teacher, { moment: [] }), { ok: false, because: 'no-moment' })
  assert.deepEqual(await ask(town.teacher, { moment: ['2026-11-20T15:00'] }), { ok: false, because: 'past' })
  assert.deepEqual(await ask(town.teacher, { answerBy: '2026-11-22' }), { ok: false, because: 'day' })
  assert.deepEqual(await ask(town.teacher), { ok: true })
  assert.deepEqual(await ask(town.teacher), { ok: false, because: 'not-now' })
  assert.ok((await as(town.teacher, (tx) => inviteesOf(tx, one(id)))).every(({ required }) => !required))
  assert.ok((await as(town.ib, (tx) => meetingsOf(tx, town.ib, now))).some((row) => row.id === id && row.waits))
  assert.equal(await as(town.head, async (tx) => (await meetingsOf(tx, town.head, now)).length), 0)
})

test('a year later everything about it is gone, also what the trail held', async () => {
  const asking = await asked()
  // Also of who was taken off the list: her row is gone, the trail is not.
  const off = asking.invitees['Lotte Logopedist']!
  await as(town.teacher, (tx) => leaveOut(tx, town.teacher, asking.id, off, now))
  await asKeeper((tx) =>
    tx.execute(sql`update meetings set created_at = now() - interval '2 years' where id = ${asking.id}`),
  )
  assert.ok((await asKeeper((tx) => forgetMeetings(tx, new Date()))) >= 1)
  const left = await asKeeper((tx) =>
    rowsOf(
      tx,
      sql`select 1 from meeting_invitees where meeting_id = ${asking.id}
          union all select 1 from trail where contents is not null and table_name <> 'meeting_answers'
            and row_id in (${asking.id}, ${asking.invitees['Ouder Een']!}, ${off})`,
    ),
  )
  assert.deepEqual(left, [])
})
