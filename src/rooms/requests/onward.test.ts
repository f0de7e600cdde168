import assert from 'node:assert/strict'
import { before, test } from 'node:test'
import { eq, sql } from 'drizzle-orm'
import type { Actor } from '#kit/db/actor.ts'
import { actingAs, actingAsKeeper, rowsOf } from '#kit/db/database.ts'
import { people } from '#rooms/people/door.ts'
import { faces, relations } from '#rooms/relations/door.ts'
import { aSmallTown, somebody } from '#test/small-town.ts'
import { type Addressee, act, ask, reroute } from './actions.ts'
import { workers } from './jobs.ts'
import { findRequest, sentOnTo, waitingOn } from './queries.ts'

const { db, school, teacher, head, ib } = await aSmallTown()
const helper = await somebody(db, school, 'Anja Assistent', ['onderwijsassistent'])
const now = new Date('2026-11-24T09:00:00Z')
const at = { now, today: '2026-11-24' }
let line = ''

before(() =>
  actingAsKeeper(db, async (tx) => {
    const schoolId = school
    const [made] = await tx
      .insert(relations)
      .values({ schoolId, name: 'Bibliotheek', levels: ['group'] })
      .returning()
    line = made!.id
    const face = { schoolId, relationId: line, rank: 0, name: 'Bea Boek', mail: 'bea@bieb.example', days: [] }
    await tx.insert(faces).values({ ...face, source: 'test' })
    await tx.update(people).set({ mail: 'joris@school.example' }).where(eq(people.id, teacher.personId))
  }),
)

const question = {
  level: 'group',
  what: 'Wie leest voor in groep 4?',
  forWhom: 'groep 4',
  wishDay: '2026-12-14',
} as const
async function askIb(): Promise<string> {
  const asked = await actingAs(db, teacher, (tx) =>
    ask(tx, teacher, question, { to: { personId: ib.personId }, ...at }),
  )
  assert.ok(asked.ok)
  return asked.id
}
const sendsOn = (who: Actor, id: string, to: Addressee, text?: string) =>
  actingAs(db, who, (tx) =>
    reroute(tx, who, id, { to, text: text ?? null, ...at, now: new Date(now.getTime() + 1000) }),
  )
const seenBy = (who: Actor, id: string) => actingAs(db, who, (tx) => findRequest(tx, who, id, at.today))

/** What was put ready to be asked on, done as the house does it: twice, as after a crash. */
async function house() {
  const config = { baseUrl: 'https://kl.example', mailIn: undefined }
  const asKeeper = <T>(work: Parameters<typeof actingAsKeeper<T>>[1]) => actingAsKeeper(db, work)
  const all = workers({ config, asKeeper } as unknown as Parameters<typeof workers>[0])
  const waiting = await actingAsKeeper(db, (tx) =>
    rowsOf<{ kind: string; payload: Record<string, unknown> }>(
      tx,
      sql`select kind, payload from outbox where kind = 'requests.sendOn'`,
    ),
  )
  for (const { kind, payload } of [...waiting, ...waiting]) await all[kind]?.(payload)
  return waiting.length
}

test('a colleague who is asked puts it where it belongs; it stays the question of who asked', async () => {
  const id = await askIb()
  const sent = await sendsOn(ib, id, { relationId: line })
  assert.ok(sent.ok, JSON.stringify(sent))
  assert.equal(sent.to, 'Bibliotheek')
  assert.equal(await house(), 1)
  assert.equal((await seenBy(ib, id))?.state, 'rerouted')
  const where = await actingAs(db, teacher, (tx) => sentOnTo(tx, school, id))
  assert.deepEqual(where, { id: sent.id, to: 'Bibliotheek' }, 'who asked sees where it went')
  const next = await seenBy(teacher, sent.id)
  assert.deepEqual(
    [next?.party, next?.askedBy, next?.asker, next?.what, next?.wishDay, next?.state, next?.followsId],
    ['asking', teacher.personId, 'Joris Juf', question.what, question.wishDay, 'open', id],
  )
  const letters = await actingAsKeeper(db, (tx) =>
    rowsOf<{ id: string; about: string; to: string }>(
      tx,
      sql`select payload ->> 'id' as id, payload ->> 'about' as about, payload ->> 'to' as to from outbox
        where kind = 'requests.tell' and (payload ->> 'id' = ${sent.id} or payload ->> 'about' = 'rerouted')`,
    ),
  )
  const told = letters.map((letter) => `${letter.id === id ? 'first' : 'next'} ${letter.about} ${letter.to}`)
  assert.deepEqual(told.sort(), ['first rerouted asking', 'next asked asked'], 'each hears once')
  assert.equal((await sendsOn(ib, id, { relationId: line })).ok, false, 'once')
})

test('to another colleague it stays between the one who asked and the one who is asked now', async () => {
  const id = await askIb()
  const sent = await sendsOn(ib, id, { personId: helper.personId })
  assert.ok(sent.ok, JSON.stringify(sent))
  await house()
  assert.equal((await seenBy(helper, sent.id))?.waits, 'me')
  assert.equal((await seenBy(teacher, sent.id))?.waits, 'other')
  assert.equal(await seenBy(ib, sent.id), undefined, 'who sent it on does not read along')
  assert.equal(await seenBy(head, sent.id), undefined)
  assert.equal(await seenBy(helper, id), undefined, 'nor does the next read what went before')
  const waits = await actingAs(db, ib, (tx) => waitingOn(tx, ib, at.today))
  assert.equal(waits.filter((one) => one.id === id).length, 0, 'it waits on her no more')
})

test('not back to who asked, not to herself, not with a child’s name, not when it is answered, not by another', async () => {
  const id = await askIb()
  const refused = async (who: Actor, to: Addressee, text?: string) => {
    const sent = await sendsOn(who, id, to, text)
    return sent.ok ? 'sent' : sent.because
  }
  assert.equal(await refused(ib, { personId: teacher.personId }), 'not-found')
  assert.equal(await refused(ib, { personId: ib.personId }), 'not-found')
  assert.equal(await refused(ib, { relationId: line }, 'Kevin Jansen uit groep 4, 123456782'), 'bsn')
  assert.equal(await refused(head, { relationId: line }), 'not-found')
  assert.equal(await refused(helper, { relationId: line }), 'not-found')
  const answered = { kind: 'answered', text: 'Dat doe ik zelf.' } as const
  assert.ok((await actingAs(db, ib, (tx) => act(tx, ib, id, answered, at))).ok)
  assert.equal(await refused(ib, { relationId: line }), 'not-now')
})
