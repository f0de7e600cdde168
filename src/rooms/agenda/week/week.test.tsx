import assert from 'node:assert/strict'
import { before, test } from 'node:test'
import { type SQL, sql } from 'drizzle-orm'
import { Hono } from 'hono'
import type { Actor } from '#kit/db/actor.ts'
import { actingAs, actingAsGuest, actingAsKeeper, rowsOf } from '#kit/db/database.ts'
import type { HouseForWorkers, Inside } from '#kit/http/types.ts'
import { spaces } from '#rooms/people/door.ts'
import { relations } from '#rooms/relations/door.ts'
import { engine } from '#test/engine.ts'
import { aSmallTown } from '#test/small-town.ts'
import { visits } from '#test/visit.tsx'
import { inside as lessons } from '../lessons/routes.tsx'
import { workers } from '../proposals/jobs.ts'
import { inside as proposals } from '../proposals/routes.tsx'
import { presences } from '../tables.ts'
import { troublesIn } from '../troubles/rules.ts'
import { factsOf } from './queries.ts'
import { inside } from './routes.tsx'
import { cardsOf, standing } from './rules.ts'

// Sunday: the week shown is that of Monday the 23rd.
const [monday, next] = ['2026-11-23', '2026-12-07']
let town: Awaited<ReturnType<typeof aSmallTown>>
let visit: ReturnType<typeof visits>
const group: Record<string, string> = {}
let logo = ''
let fysio = ''
let room = ''

before(async () => {
  town = await aSmallTown()
  visit = visits(town.db, new Hono<Inside>().route('/', lessons).route('/', inside).route('/', proposals))
  const schoolId = town.school
  await actingAsKeeper(town.db, async (tx) => {
    const made = await rowsOf<{ id: string; name: string }>(
      tx,
      sql`insert into groups (school_id, name, years) values (${schoolId}, '4A', '{4}'), (${schoolId}, '5B', '{5}') returning id, name`,
    )
    for (const { id, name } of made) group[name] = id
    const names = ['Logo', 'Fysio']
    const lines = await tx
      .insert(relations)
      .values(names.map((name) => ({ schoolId, name, levels: [] })))
      .returning()
    logo = lines[0]!.id
    fysio = lines[1]!.id
    const hours = { schoolId, from: '08:30', until: '12:00' }
    await tx.insert(presences).values([
      { ...hours, relationId: logo, weekday: 1 },
      { ...hours, relationId: logo, weekday: 2 },
      { ...hours, relationId: fysio, weekday: 1 },
    ])
    const [space] = await tx.insert(spaces).values({ schoolId, name: 'Spreekkamer' }).returning()
    room = space!.id
  })
})

const facts = (week: string) => actingAs(town.db, town.ib, (tx) => factsOf(tx, town.school, week))
const post = (path: string, fields: Record<string, string | string[]>, who: Actor = town.ib) =>
  visit(who, { path, fields })
const weekly = (subject: string) => Object.fromEntries([1, 2, 3, 4, 5].map((day) => [`cell-1-${day}`, subject]))

test('a teacher types the week of a group; a mistake stands at its field and nothing is lost', async () => {
  const path = `/rooster/lessen/${group['4A']}`
  const typed = { 'from-0': '8.30', 'until-0': '09:15', 'cell-0-1': 'kring!', 'from-1': '09:15', 'until-1': '10:00' }
  const wrong = await post(path, { ...typed, ...weekly('rekenen'), 'until-1': '09:00' }, town.teacher)
  assert.equal(wrong.status, 422)
  assert.match(wrong.text, /Het eind moet na het begin liggen/)
  assert.match(wrong.html, /value="kring!"/)
  const good = await post(
    path,
    { ...typed, ...weekly('rekenen'), 'from-2': '10:00', 'until-2': '12:00', 'cell-2-1': 'tekenen' },
    town.teacher,
  )
  assert.equal(good.status, 303)
  const { html, queries } = await visit(town.teacher, { path })
  assert.match(html, /value="rekenen"/)
  assert.ok(queries <= 6)
  assert.equal((await post(path, typed, town.therapist)).status, 404)
  assert.equal((await post(`/rooster/lessen/${crypto.randomUUID()}`, typed, town.teacher)).status, 404)
})

test('a list: good lines are kept, the others are told', async () => {
  const lines = [
    'groep;dag;van;tot;vak;beschermd',
    'Groep 5b;maandag;8:30;12:00;weektaak;nee',
    '9Z;ma;09:00;10:00;taal;',
  ]
  const { text, status } = await post('/rooster/lessen', { paste: lines.join('\n') })
  assert.equal(status, 200)
  assert.match(text, /1 lessen van 1 groepen staan erin/)
  assert.match(text, /deze groep kennen we niet/)
  assert.match(text, /Schrijf de naam zoals bij Groepen/)
  assert.match((await post('/rooster/lessen', { paste: '' })).text, /Plak een lijst/)
})

const session = (relationId: string, groups: Record<string, string>, more = {}) => ({
  ...{ relationId, minutes: '30', times: '1', place: 'any' },
  ...Object.fromEntries(Object.entries(groups).map(([name, pupils]) => [`groep-${group[name]}`, pupils])),
  ...more,
})
const add = async (...given: Parameters<typeof session>) => {
  const added = await post('/rooster/sessies', session(...given))
  assert.equal(added.status, 303, added.text)
  return added.location!.split('/').at(-1)!
}
let [one, two] = ['', '']

test('a session is made with numbers only; a name in the place of a number is refused', async () => {
  one = await add(logo, { '4A': '3' }, { place: room })
  two = await add(fysio, { '4A': '2', '5B': 'allemaal' })
  assert.match(
    (await post('/rooster/sessies', session(logo, { '4A': 'Sem' }))).text,
    /een aantal in, of het woord allemaal/,
  )
  assert.match((await post('/rooster/sessies', session(logo, {}))).text, /minstens één groep/)
  assert.match((await post('/rooster/sessies', session(town.school, { '4A': '1' }))).text, /Kies een partner/)
  assert.match(
    (await post('/rooster/sessies', session(logo, { '4A': '1' }, { minutes: '999' }))).text,
    /5 tot 240 minuten/,
  )
  assert.equal((await post('/rooster/sessies', session(logo, { '4A': '1' }), town.teacher)).status, 404)
  const { text } = await visit(town.teacher, { path: '/rooster' })
  assert.match(text, /Nog geen plek/)
})

test('it is placed where it fits, with the lesson behind it; a conflict is said at once', async () => {
  const { text, html, queries } = await visit(town.ib, { path: `/rooster/sessies/${one}?week=${monday}` })
  assert.match(text, /Hier kan het, het beste eerst/)
  assert.doesNotMatch(text, /08:30 Spreekkamer/, 'kring is protected')
  assert.match(html, /name="from" value="\d\d:\d\d"/)
  assert.ok(queries <= 7, `${queries}`)
  const spot = { week: monday, weekday: '1', from: '09:15', spaceId: room }
  assert.equal((await post(`/rooster/sessies/${one}/plek`, spot)).status, 303)
  assert.deepEqual(troublesIn(await facts(monday)), [])
  assert.equal((await post(`/rooster/sessies/${two}/plek`, { ...spot, from: '09:00' })).status, 303)
  const week = await visit(town.teacher, { path: '/rooster' })
  assert.match(week.text, /Dit kan zo niet/)
  assert.match(week.text, /en daar zit ook/)
  assert.match(week.text, /tijdens rekenen/)
  assert.match(week.text, /te veel kinderen tegelijk/)
  // Were both of one partner, then she is in two places at once, and that is all there is to say of it.
  const now = await facts(monday)
  const [mine] = now.sessions
  const alone = { ...now, sessions: now.sessions.map((each) => ({ ...each, relationId: mine!.relationId })) }
  const told = troublesIn(alone).map(({ what }) => what)
  assert.ok(told.includes('external') && !told.includes('room'), told.join())
  assert.doesNotMatch(week.html, /\/rooster\/plekken/, 'a teacher reads')
})

test('over the weeks it is counted what is missed, and a holiday does not count', async () => {
  const times = async (week: string) => cardsOf(await facts(week)).find(({ sessionId }) => sessionId === one)?.behind
  assert.deepEqual(await times(monday), [{ subject: 'rekenen', times: 1 }])
  assert.deepEqual(await times(next), [{ subject: 'rekenen', times: 3 }])
  const seen = await visit(town.teacher, { path: `/rooster?week=${next}` })
  assert.match(seen.text, /mist rekenen voor de 3e keer/)
  // Easter Monday and three school weeks later.
  assert.deepEqual((await times('2027-03-22'))![0]!.times, 18)
  assert.deepEqual((await times('2027-04-05'))![0]!.times, 19)
  const easter = await visit(town.teacher, { path: '/rooster?week=2027-03-29' })
  assert.match(easter.text, /school dicht: Tweede paasdag/)
  assert.match(easter.html, /days-gone/)
  assert.doesNotMatch(easter.text, /mist rekenen/, 'nobody comes, so nothing is missed')
})

test('moving holds from that week on, and what was before stays; two change places in one step', async () => {
  const at = async (week: string) =>
    Object.fromEntries(
      standing(await facts(week)).map(({ sessionId, from }) => [sessionId === one ? 'one' : 'two', from]),
    )
  const id = async (week: string, of: string) =>
    standing(await facts(week)).find(({ sessionId }) => sessionId === of)!.id
  const moved = await post(`/rooster/plekken/${await id(next, two)}/verplaatsing`, {
    week: next,
    weekday: '1',
    from: '10:30',
    keep: 'room',
  })
  assert.equal(moved.status, 303)
  assert.deepEqual(
    [await at(monday), await at(next)],
    [
      { one: '09:15', two: '09:00' },
      { one: '09:15', two: '10:30' },
    ],
  )
  const swapped = await post(`/rooster/plekken/${await id(next, one)}/ruil`, { week: next, other: await id(next, two) })
  assert.equal(swapped.status, 303)
  assert.deepEqual(
    [await at(monday), await at(next)],
    [
      { one: '09:15', two: '09:00' },
      { one: '10:30', two: '09:15' },
    ],
  )
  const wrong = await post(`/rooster/plekken/${await id(next, one)}/verplaatsing`, {
    week: next,
    weekday: '9',
    from: 'x',
  })
  assert.equal(wrong.status, 422)
  assert.match(wrong.text, /Vul een tijd in/)
  for (const path of ['verplaatsing', 'ruil', 'vast', 'verwijdering'])
    assert.equal(
      (
        await post(
          `/rooster/plekken/${await id(next, one)}/${path}`,
          { week: next, weekday: '1', from: '09:00' },
          town.teacher,
        )
      ).status,
      404,
    )
})

const house = () => ({ asKeeper: (work) => actingAsKeeper(town.db, work) }) as HouseForWorkers
async function propose() {
  const asked = await post('/rooster/weekvoorstellen', { week: next })
  assert.equal(asked.status, 303)
  const path = asked.location!
  assert.match((await visit(town.ib, { path })).text, /We zoeken een week/)
  await workers(house())['agenda.plan']!({ school: town.school, plan: path.split('/').at(-1)! })
  return path
}

test('the machine proposes a week around what is fixed; taken over it is the timetable, and it says what it costs', async () => {
  const fixed = standing(await facts(next)).find(({ sessionId }) => sessionId === one)!
  const loose = standing(await facts(next)).find(({ sessionId }) => sessionId === two)!
  await post(`/rooster/plekken/${loose.id}/vast`, { week: next, fixed: '' })
  const path = await propose()
  const { text } = await visit(town.ib, { path })
  assert.match(text, /Alles heeft een plek/)
  assert.match(text, /Beter kan niet/)
  assert.match(text, /Kernvakken gemist/)
  assert.equal((await post(`${path}/aanvaarding`, {}, town.teacher)).status, 404)
  assert.equal((await post(`${path}/aanvaarding`, {})).location, `/rooster?week=${next}`)
  const now = await facts(next)
  assert.deepEqual(troublesIn(now), [])
  assert.ok(
    standing(now).some(({ id }) => id === fixed.id),
    'what is fixed was not touched',
  )
  assert.equal((await post(`${path}/aanvaarding`, {})).status, 404, 'taken once')
})

test('when something changed since, the proposal is not taken over; it is thrown away', async () => {
  const path = await propose()
  await post('/rooster/grens', { outAtOnce: '2' })
  const before = standing(await facts(next))
  assert.equal((await post(`${path}/aanvaarding`, {})).location, path)
  assert.deepEqual(standing(await facts(next)), before)
  assert.equal((await post(`${path}/verwijdering`, {})).status, 303)
  assert.equal((await visit(town.ib, { path })).status, 404)
})

test('what does not fit says which wish stands in the way', async () => {
  await add(fysio, { '5B': '1' }, { minutes: '240' })
  const path = await propose()
  const { text } = await visit(town.ib, { path })
  assert.match(text, /Niet alles past/)
  assert.match(text, /nooit lang genoeg in huis/)
})

test(`colleagues see the week, its makers change it, nobody else anything (${engine})`, async () => {
  const as = (who: Actor, statement: SQL) => actingAs(town.db, who, (tx) => rowsOf(tx, statement))
  for (const name of ['lessons', 'sessions', 'session_groups', 'placements', 'week_plans', 'week_limits']) {
    const table = sql.identifier(name)
    assert.ok((await as(town.teacher, sql`select * from ${table}`)).length > 0, name)
    for (const who of [town.neighbour, town.therapist, town.trustee]) {
      assert.equal((await as(who, sql`select * from ${table}`)).length, 0, name)
      assert.equal((await as(who, sql`delete from ${table} returning *`)).length, 0, name)
    }
    if (name !== 'lessons')
      assert.equal((await as(town.teacher, sql`delete from ${table} returning *`)).length, 0, name)
    await assert.rejects(
      actingAsGuest(town.db, '', (tx) => rowsOf(tx, sql`select * from ${table}`)),
      (error: Error & { cause?: { code?: string } }) => error.cause?.code === '42501',
    )
  }
  const row = sql`insert into sessions (school_id, relation_id, minutes, times, place) values (${town.school}, ${logo}, 30, 1, 'any') returning id`
  for (const who of [town.teacher, town.neighbour, town.therapist])
    await assert.rejects(as(who, row), (error: Error & { cause?: { code?: string } }) => error.cause?.code === '42501')
})

test('a group that goes takes its lessons along', async () => {
  await actingAsKeeper(town.db, (tx) => tx.execute(sql`delete from groups where id = ${group['5B']}`))
  assert.ok(!(await facts(next)).lessons.some(({ groupId }) => groupId === group['5B']))
  assert.equal((await visit(town.ib, { path: '/rooster' })).status, 200)
})
