import assert from 'node:assert/strict'
import { before, test } from 'node:test'
import { eq } from 'drizzle-orm'
import type { Actor } from '#kit/db/actor.ts'
import { actingAs, actingAsGuest, actingAsKeeper, type Tx } from '#kit/db/database.ts'
import { dayOf, dayPlus } from '#kit/time/day.ts'
import { memberships } from '#rooms/people/door.ts'
import { aSmallTown, somebody } from '#test/small-town.ts'
import { reach } from '#test/visit.tsx'
import { askTheTeam, castVote, digestOf, voterToken } from './actions.ts'
import { openedBy } from './queries.ts'
import { type PollKind, pollBoxes, polls, pollVoters, pollVotes } from './tables.ts'

/** Everyone × every verb on what the team is asked; and a link that ends with whoever it was of. */
const town = await aSmallTown()
const { db, school, head, teacher, ib, neighbour, therapist, trustee } = town
const office = await somebody(db, school, 'Olga Office', ['administratie'])
const council = await somebody(db, school, 'Maud Raad', ['mr'])
const team: Actor[] = []
for (let nth = 1; nth <= 10; nth += 1) team.push(await somebody(db, school, `Collega ${nth}`, ['leerkracht']))
const newcomer = await somebody(db, school, 'Nina Nieuw', ['leerkracht'])
const everyone = { head, office, teacher, ib, newcomer, council, neighbour, therapist, trustee }
type Who = keyof typeof everyone
const ours = ['head', 'ib', 'newcomer', 'office', 'teacher']
const voters = ['head', 'ib', 'office', 'teacher']
const today = dayOf(new Date())
const ids: Record<PollKind, string> = { open: '', totals: '', sounding: '' }
const keeper = <T>(work: (tx: Tx) => Promise<T>) => actingAsKeeper(db, work)

const ask = (kind: PollKind) =>
  actingAs(db, head, async (tx) => {
    const said = { kind, closesOn: dayPlus(today, 10), question: 'Doen we dit?', path: '/keuzes' }
    const asked = await askTheTeam(tx, head, said, { today, baseUrl: 'https://huis.example' })
    assert.ok(asked.ok)
    return asked.id
  })
before(async () => {
  for (const kind of ['open', 'totals', 'sounding'] as const) ids[kind] = await ask(kind)
  // She came after it began.
  await keeper((tx) => tx.delete(pollVoters).where(eq(pollVoters.personId, newcomer.personId)))
  const poll = await keeper((tx) => tx.select().from(polls).where(eq(polls.id, ids.open)))
  const vote = { vote: 'yes' as const, why: null, takesUp: false }
  await actingAs(db, team[0]!, (tx) => castVote(tx, { poll: poll[0]!, personId: team[0]!.personId }, vote, today))
})

async function allowed(deed: (tx: Tx, me: Actor) => Promise<{ length: number }>): Promise<Who[]> {
  const can: Who[] = []
  for (const [who, me] of Object.entries(everyone) as [Who, Actor][])
    if ((await reach(db, me, (tx) => deed(tx, me))) > 0) can.push(who)
  return can.sort()
}

test('polls: colleagues see and ask, who leads sounds; nobody closes, changes or takes away', async () => {
  assert.deepEqual(await allowed((tx) => tx.select().from(polls)), ours)
  const put =
    (kind: PollKind, more: Partial<typeof polls.$inferInsert> = {}) =>
    (tx: Tx, me: Actor) =>
      tx
        .insert(polls)
        .values({
          ...{ schoolId: school, kind, question: 'x', schoolName: 'x', path: '/x', closesOn: today, askedOn: today },
          ...{ askedBy: me.personId, ...more },
        })
        .returning()
  assert.deepEqual(await allowed(put('open')), ours)
  assert.deepEqual(await allowed(put('sounding')), ['head'])
  assert.deepEqual(await allowed(put('open', { askedBy: head.personId })), ['head'], 'in one’s own name')
  for (const result of [{ closedOn: today }, { yes: 1 }, { doubt: 1 }, { no: 1 }, { sheet: '0' }])
    assert.deepEqual(await allowed(put('totals', result)), [], 'no poll begins with a result')
  const change = (more: Partial<typeof polls.$inferInsert>) => (tx: Tx) => tx.update(polls).set(more).returning()
  for (const more of [{ question: 'y' }, { closedOn: today }, { sheet: '1' }])
    assert.deepEqual(await allowed(change(more)), [])
  assert.deepEqual(await allowed((tx) => tx.delete(polls).returning()), [])
})

test('who votes: colleagues see that, only who asked names them, and each gives her own voice once', async () => {
  assert.deepEqual(await allowed((tx) => tx.select().from(pollVoters)), ours)
  const put = (voted: boolean) => (tx: Tx) =>
    tx
      .insert(pollVoters)
      .values({ schoolId: school, pollId: ids.open, personId: newcomer.personId, tokenDigest: 'x', voted })
      .returning()
  assert.deepEqual(await allowed(put(false)), ['head'])
  assert.deepEqual(await allowed(put(true)), [], 'nobody begins as having voted')
  const give = (tx: Tx) => tx.update(pollVoters).set({ voted: true }).returning()
  assert.deepEqual(await allowed(give), voters)
  const another = (tx: Tx) =>
    tx.update(pollVoters).set({ voted: true }).where(eq(pollVoters.personId, team[1]!.personId)).returning()
  assert.deepEqual(await allowed(another), [], 'nobody votes for another')
  const undo = (tx: Tx) => tx.update(pollVoters).set({ voted: false }).returning()
  assert.deepEqual(await allowed(undo), [], 'a voice that was given is given')
  assert.deepEqual(await allowed((tx) => tx.update(pollVoters).set({ tokenDigest: 'y' }).returning()), [])
  assert.deepEqual(await allowed((tx) => tx.delete(pollVoters).returning()), [])
})

test('open votes: seen by colleagues, given by who may vote, in an open poll, in her own name', async () => {
  assert.deepEqual(await allowed((tx) => tx.select().from(pollVotes)), ours)
  const put = (kind: PollKind, personId?: string) => (tx: Tx, me: Actor) =>
    tx
      .insert(pollVotes)
      .values({ schoolId: school, pollId: ids[kind], personId: personId ?? me.personId, stage: 'yes', takesUp: false })
      .returning()
  assert.deepEqual(await allowed(put('open')), voters)
  for (const kind of ['totals', 'sounding'] as const)
    assert.deepEqual(await allowed(put(kind)), [], 'where only totals count, no vote is written down')
  assert.deepEqual(await allowed(put('open', team[1]!.personId)), [])
  assert.deepEqual(await allowed((tx) => tx.update(pollVotes).set({ stage: 'no' }).returning()), [])
  assert.deepEqual(await allowed((tx) => tx.delete(pollVotes).returning()), [])
})

test('the box: reached by who votes there, and read by nobody', async () => {
  for (const kind of ['totals', 'sounding'] as const) {
    const here = eq(pollBoxes.pollId, ids[kind])
    assert.deepEqual(await allowed((tx) => tx.select().from(pollBoxes).where(here)), voters)
    const fill = (tx: Tx) => tx.update(pollBoxes).set({ sealed: 'x' }).where(here).returning()
    assert.deepEqual(await allowed(fill), voters)
    const set = (tx: Tx) => tx.insert(pollBoxes).values({ schoolId: school, pollId: ids.open, sealed: 'x' }).returning()
    assert.deepEqual(await allowed(set), ['head'], 'set by who asks')
    assert.deepEqual(await allowed((tx) => tx.delete(pollBoxes).where(here).returning()), [])
  }
})

test('a passer-by reaches nothing; a link opens one poll, and gives one voice', async () => {
  for (const table of [polls, pollVoters, pollBoxes])
    assert.deepEqual(await actingAsGuest(db, '', (tx) => tx.select().from(table)), [])
  await assert.rejects(() => actingAsGuest(db, '', (tx) => tx.select().from(pollVotes)))
  const key = digestOf(voterToken({ schoolId: school, id: ids.open }, team[2]!.personId))
  const seen = await actingAsGuest(db, key, async (tx) => ({
    polls: (await tx.select().from(polls)).map(({ id }) => id),
    voters: (await tx.select().from(pollVoters)).map(({ personId }) => personId),
    boxes: await tx.select().from(pollBoxes),
  }))
  assert.deepEqual(seen, { polls: [ids.open], voters: [team[2]!.personId], boxes: [] })
  const forAnother = {
    schoolId: school,
    pollId: ids.open,
    personId: team[3]!.personId,
    stage: 'no' as const,
    takesUp: false,
  }
  await assert.rejects(() => actingAsGuest(db, key, (tx) => tx.insert(pollVotes).values(forAnother)))
})

test('who has left the school votes no more, by no link, from the day after her last', async () => {
  for (const kind of ['open', 'totals', 'sounding'] as const) {
    const leaver = team[5]!
    const key = digestOf(voterToken({ schoolId: school, id: ids[kind] }, leaver.personId))
    const until = (day: string | null) =>
      keeper((tx) => tx.update(memberships).set({ until: day }).where(eq(memberships.personId, leaver.personId)))
    const opened = () => actingAsGuest(db, key, (tx) => openedBy(tx, key))
    await until(today)
    assert.ok(await opened(), 'on her last day she still is')
    await until(dayPlus(today, -1))
    assert.equal(await opened(), undefined, kind)
    const [poll] = await keeper((tx) => tx.select().from(polls).where(eq(polls.id, ids[kind])))
    const voice =
      kind === 'sounding' ? { answers: [0, 0, 0, 0, 0, 0] } : { vote: 'no' as const, why: null, takesUp: false }
    const cast = actingAsGuest(db, key, (tx) => castVote(tx, { poll: poll!, personId: leaver.personId }, voice, today))
    if (kind === 'open') await assert.rejects(() => cast)
    else assert.deepEqual(await cast, { ok: false, because: 'closed' }, 'the box opens no more')
    const refused = (error: { cause?: { code?: string } }) => error.cause?.code === '42501'
    await assert.rejects(
      () =>
        actingAsGuest(db, key, (tx) =>
          tx.update(pollVoters).set({ voted: true }).where(eq(pollVoters.pollId, ids[kind])),
        ),
      refused,
      'by hand neither',
    )
    await keeper((tx) => tx.delete(memberships).where(eq(memberships.personId, '00000000-0000-4000-8000-000000000000')))
    await until(null)
  }
})
