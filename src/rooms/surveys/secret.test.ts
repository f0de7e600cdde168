import assert from 'node:assert/strict'
import { before, test } from 'node:test'
import { type SQL, sql } from 'drizzle-orm'
import type { Actor } from '#kit/db/actor.ts'
import { actingAs, actingAsGuest, actingAsKeeper, rowsOf, type Tx } from '#kit/db/database.ts'
import { aSmallTown, somebody } from '#test/small-town.ts'
import { askTheTeam, castVote, closePoll, digestOf, openLink, remindVoters, voterToken } from './actions.ts'
import { voteForm } from './forms.ts'
import { findPoll, openedBy, silentVoters } from './queries.ts'
import { type PollKind, type Vote, votes } from './tables.ts'

/** A team of twenty votes, three of them by their link: openly, and with totals only, where nothing says who voted what. */
const today = '2026-11-22'
let town: Awaited<ReturnType<typeof aSmallTown>>
const team: Actor[] = []

before(async () => {
  town = await aSmallTown()
  team.push(town.head, town.teacher, town.ib)
  for (let nth = 4; nth <= 20; nth += 1)
    team.push(await somebody(town.db, town.school, `Collega ${String(nth).padStart(2, '0')}`, ['leerkracht']))
})

const ask = async (kind: PollKind) => {
  const said = { kind, closesOn: '2026-12-01', question: 'Doen we dit?', path: '/keuzes' }
  const asked = await actingAs(town.db, town.head, (tx) =>
    askTheTeam(tx, town.head, said, { today, baseUrl: 'https://huis.example' }),
  )
  assert.ok(asked.ok)
  return asked.id
}
const linked = new Set([3, 9, 19])

/** The nth of the team votes: with her account, or by the link she was sent. */
function vote(id: string, nth: number, said: Vote | readonly number[], at = today) {
  const [me, more] = [team[nth]!, { why: `reden ${nth}`, takesUp: nth === 3 }]
  const voice = typeof said === 'string' ? { vote: said, ...more } : { answers: said }
  const cast = async (tx: Tx, opened: Awaited<ReturnType<typeof openedBy>>) =>
    opened ? castVote(tx, opened, voice, at) : undefined
  if (!linked.has(nth))
    return actingAs(town.db, me, async (tx) => {
      const poll = await findPoll(tx, town.school, id, me.personId)
      return cast(tx, poll && { poll, personId: me.personId, voted: false })
    })
  const key = digestOf(voterToken({ schoolId: town.school, id }, me.personId))
  return actingAsGuest(town.db, key, async (tx) => cast(tx, await openedBy(tx, key)))
}

const pollAs = (me: Actor, id: string) => actingAs(town.db, me, (tx) => findPoll(tx, town.school, id, me.personId))
const close = (id: string) => actingAsKeeper(town.db, (tx) => closePoll(tx, { schoolId: town.school, id }, today))
const nthVote = (nth: number): Vote => (nth < 11 ? 'yes' : nth < 16 ? 'doubt' : 'no')

test('openly: twenty votes, each with her name and her reason', async () => {
  const id = await ask('open')
  for (const nth of team.keys()) assert.deepEqual(await vote(id, nth, nthVote(nth)), { ok: true })
  const poll = (await pollAs(town.teacher, id))!
  assert.deepEqual([poll.voted, poll.asked, poll.open.length], [20, 20, 20])
  assert.deepEqual(
    poll.open.filter(({ takesUp }) => takesUp).map(({ why, vote }) => [why, vote]),
    [['reden 3', 'yes']],
  )
  const child = voteForm.safeParse({ vote: 'yes', why: 'Goed voor Zqaam Zqels uit groep 5' })
  assert.match(JSON.stringify(child.error?.issues), /error.child/)
  assert.deepEqual(await vote(id, 3, 'no'), { ok: false, because: 'voted' })
  assert.deepEqual(await vote(id, 4, 'no'), { ok: false, because: 'voted' })
})

test('with totals only: twenty votes, once each, totals when it closes, and no vote of anybody', async () => {
  const id = await ask('totals')
  for (const nth of team.keys()) {
    assert.deepEqual(await vote(id, nth, nthVote(nth)), { ok: true })
    assert.deepEqual(await vote(id, nth, 'no'), { ok: false, because: 'voted' })
    const { yes, doubt, no, open } = (await pollAs(town.head, id))!
    assert.deepEqual([yes, doubt, no, open], [null, null, null, []], 'nothing is told while it is open')
  }
  await close(id)
  const poll = (await pollAs(town.teacher, id))!
  assert.deepEqual([poll.yes, poll.doubt, poll.no, poll.voted], [11, 5, 4, 20])
  assert.deepEqual(await vote(id, 0, 'yes'), { ok: false, because: 'closed' })
  const left = await actingAsKeeper(town.db, (tx) =>
    rowsOf(
      tx,
      sql`select 1 from poll_boxes where poll_id = ${id} union all select 1 from poll_votes where poll_id = ${id}`,
    ),
  )
  assert.deepEqual(left, [])
})

test('of fewer than five voices nobody ever hears the totals; after its day nobody votes', async () => {
  const id = await ask('totals')
  for (const nth of [0, 1, 2, 3]) await vote(id, nth, 'yes')
  assert.deepEqual(await vote(id, 4, 'yes', '2026-12-02'), { ok: false, because: 'closed' })
  await close(id)
  const poll = (await pollAs(town.head, id))!
  assert.deepEqual([poll.closedOn, poll.yes, poll.doubt, poll.no, poll.voted], [today, null, null, null, 4])
})

test('a reminder goes to who has not voted, with the very link of the first letter', async () => {
  const id = await ask('totals')
  await actingAsKeeper(town.db, (tx) =>
    rowsOf(tx, sql`update people set mail = replace(name, ' ', '.') || '@s.example'`),
  )
  await vote(id, 0, 'yes')
  const one = { schoolId: town.school, id }
  assert.equal(await actingAsKeeper(town.db, (tx) => remindVoters(tx, 'https://huis.example', one, today)), 19)
  const [letter] = await actingAsKeeper(town.db, (tx) =>
    rowsOf<{ text: string }>(
      tx,
      sql`select payload ->> 'text' as text from outbox where kind = 'mail' and payload ->> 'to' = 'Joris.Juf@s.example'`,
    ),
  )
  assert.match(letter!.text, new RegExp(`https://huis.example/stem/${voterToken(one, town.teacher.personId)}\n`))
  assert.doesNotMatch(letter!.text, /Doen we dit/)
})

/** Every row of every table that was written since, as whoever owns the tables sees it: system columns and all. */
async function everythingSince(start: bigint, places: Map<string, string>): Promise<string[]> {
  const tables = await rowsAsOwner<{ name: string }>(
    sql`select format('%I.%I', n.nspname, c.relname) as name from pg_class c join pg_namespace n on n.oid = c.relnamespace
        where c.relkind = 'r' and n.nspname in ('public', 'gate')`,
  )
  const each = tables.map(
    ({ name }) =>
      sql`select ${name} as "table", xmin::text::bigint as written, ctid as place, to_jsonb(t) as row from ${sql.raw(name)} t
          where xmin::text::bigint >= ${String(start)}::bigint`,
  )
  const rows = await rowsAsOwner<{ table: string; nth: number; row: string }>(
    sql`select "table", dense_rank() over (order by written)::int as nth, row::text as row
        from (${sql.join(each, sql` union all `)}) everything order by written, "table", place`,
  )
  return rows.map(({ table, nth, row }) => `${nth} ${table} ${plain(row, places)}`)
}

/** What differs from one poll to the next anyhow, made the same: ids by the order in which they turn up, times, digests. */
const plain = (row: string, places: Map<string, string>) =>
  row
    .replace(/[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}/g, (id) => {
      if (!places.has(id)) places.set(id, `#${places.size}`)
      return places.get(id)!
    })
    .replace(/\d{4}-\d\d-\d\d[T ]\d\d:\d\d:\d\d[^"]*/g, 'TIME')
    .replace(/"(digest|previous|contents_digest|token_digest|seal)": "[^"]*"/g, '"$1": "…"')
    .replace(/"sealed": "([^"]*)"/g, (_, sealed: string) => `"sealed": ${sealed.length} signs`)
    .replace(/stem\/[\w-]{43}/g, 'stem/…')
    .replace(/"seq": \d+/g, '"seq": n')

const rowsAsOwner = async <R>(statement: SQL): Promise<R[]> => (await town.asOwner(statement)) as R[]

/** One poll, voted in this way, looked at by the owner after every single vote. */
async function watched(how: (nth: number) => Vote | readonly number[], kind: PollKind = 'totals') {
  const [begun] = await rowsAsOwner<{ xid: string }>(sql`select pg_current_xact_id()::text as xid`)
  const places = new Map(team.map(({ personId }, nth) => [personId, `person ${nth}`]))
  const id = await ask(kind)
  const looks: string[][] = []
  for (const nth of team.keys()) {
    await vote(id, nth, how(nth))
    looks.push(await everythingSince(BigInt(begun!.xid), places))
  }
  return { id, looks }
}

test('whoever owns the database and looks after every vote sees the same, whatever was voted', async () => {
  const one = await watched((nth) => votes[nth % 3]!)
  const other = await watched((nth) => votes[(nth + 1 + (nth % 2)) % 3]!)
  assert.equal(one.looks.length, 20)
  assert.ok(one.looks.at(-1)!.some((line) => line.includes('poll_boxes') && line.includes('signs')))
  assert.ok(
    one.looks.at(-1)!.some((line) => line.includes('public.trail') && line.includes('"voted": true')),
    'the trail says who voted',
  )
  for (const [nth, look] of one.looks.entries()) assert.deepEqual(other.looks[nth], look, `after vote ${nth + 1}`)
  for (const look of [...one.looks, ...other.looks].flat())
    assert.doesNotMatch(look, /"(yes|doubt|no)"[,}]/, 'a vote stands nowhere as a word')
})

test('of a sounding too: whoever looks after every answer sees the same, whatever was answered', async () => {
  const one = await watched((nth) => [0, 1, 2, 3, 0, 1].map((answer) => (answer + nth) % 4), 'sounding')
  const other = await watched((nth) => [3, 3, 0, 0, 2, 2].map((answer) => (answer * nth) % 4), 'sounding')
  for (const [nth, look] of one.looks.entries()) assert.deepEqual(other.looks[nth], look, `after answer ${nth + 1}`)
  await close(one.id)
  const [sheet] = await rowsAsOwner<{ sheet: string }>(sql`select sheet from polls where id = ${one.id}`)
  assert.match(sheet!.sheet, /^\d{120}$/)
})

test('no role reads the box, and nobody but the house closes it', async () => {
  const id = await ask('totals')
  for (const nth of [0, 1, 2, 3, 4, 5]) await vote(id, nth, 'yes')
  const box = (work: <T>(deed: (tx: Tx) => Promise<T>) => Promise<T>) =>
    work((tx) => rowsOf<{ sealed: string }>(tx, sql`select sealed from poll_boxes where poll_id = ${id}`))
  for (const look of [
    await box((deed) => actingAs(town.db, town.head, deed)),
    await box((deed) => actingAsKeeper(town.db, deed)),
    await rowsAsOwner<{ sealed: string }>(sql`select sealed from poll_boxes where poll_id = ${id}`),
  ]) {
    assert.match(look[0]!.sealed, /^[\w-]{58}$/)
    assert.doesNotMatch(Buffer.from(look[0]!.sealed, 'base64url').toString('latin1'), /0000\d/)
  }
  const stranger = await actingAs(town.db, town.neighbour, (tx) => rowsOf(tx, sql`select 1 from poll_boxes`))
  assert.deepEqual(stranger, [])
  const refused = (error: { cause?: { code?: string } }) => error.cause?.code === '42501'
  const closing = sql`update polls set closed_on = ${today} where id = ${id} returning id`
  await assert.deepEqual(await actingAs(town.db, town.head, (tx) => rowsOf(tx, closing)), [])
  for (const forged of [
    sql`update poll_voters set person_id = ${town.head.personId} where poll_id = ${id}`,
    sql`update poll_boxes set poll_id = gen_random_uuid() where poll_id = ${id}`,
  ])
    await assert.rejects(() => actingAs(town.db, town.head, (tx) => rowsOf(tx, forged)), refused)
})

test('who asks cannot make links of her own and vote in her colleagues’ place', async () => {
  const id = await ask('totals')
  const [poll, forged] = [crypto.randomUUID(), digestOf('made up by the head')]
  await actingAs(town.db, town.head, async (tx) => {
    await tx.execute(sql`insert into polls (school_id, id, kind, question, school_name, path, closes_on, asked_by, asked_on)
      values (${town.school}, ${poll}, 'totals', 'Doen we dit?', 'S', '/', '2026-12-01', ${town.head.personId}, ${today})`)
    await tx.execute(sql`insert into poll_voters (school_id, poll_id, person_id, token_digest)
      values (${town.school}, ${poll}, ${town.ib.personId}, ${forged})`)
  })
  assert.equal(await actingAsGuest(town.db, forged, (tx) => openLink(tx, forged)), undefined)
  const own = digestOf(voterToken({ schoolId: town.school, id }, town.ib.personId))
  assert.equal((await actingAsGuest(town.db, own, (tx) => openLink(tx, own)))?.personId, town.ib.personId)
})

test('whoever left votes no more by her link, and hears no more of it', async () => {
  const [id, gone] = [await ask('open'), team[19]!]
  const key = digestOf(voterToken({ schoolId: town.school, id }, gone.personId))
  const until = (day: SQL) =>
    actingAsKeeper(town.db, (tx) =>
      rowsOf(tx, sql`update memberships set until = ${day} where person_id = ${gone.personId}`),
    )
  const put = sql`insert into poll_votes (school_id, poll_id, person_id, stage, takes_up)
    values (${town.school}, ${id}, ${gone.personId}, 'yes', false)`
  const seen = () => actingAsGuest(town.db, key, async (tx) => (await openLink(tx, key)) !== undefined)
  const voted = () => actingAsGuest(town.db, key, (tx) => rowsOf(tx, put))
  await until(sql`current_date - 1`)
  assert.equal(await seen(), false)
  await assert.rejects(voted, (error: { cause?: { code?: string } }) => error.cause?.code === '42501')
  const one = { schoolId: town.school, id }
  const today_ = new Date().toISOString().slice(0, 10)
  const written = await actingAsKeeper(town.db, (tx) => silentVoters(tx, one.schoolId, id, today_))
  assert.equal(written.silent.length, 19)
  await until(sql`current_date`)
  assert.equal(await seen(), true)
  await voted()
  await until(sql`null`)
})
