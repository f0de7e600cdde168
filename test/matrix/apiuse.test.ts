import assert from 'node:assert/strict'
import { before, test } from 'node:test'
import { sql } from 'drizzle-orm'
import { rowsOf } from '#kit/db/database.ts'
import { scopes } from '#rooms/integrations/door.ts'
import { engine } from '#test/engine.ts'
import { type Served, serveHouse } from '../served.ts'
import { ask, tokenOf } from './tokens.ts'

const nadia = 'nadia.bouzid@dewaterlelie.example'
let house: Served
let token: string
before(async () => {
  house = await serveHouse({ town: true, mode: 'real' })
  token = await tokenOf(house, nadia, scopes, { name: 'Leerlingvolger' })
})
type Page = { items: { id: string }[]; next: string | null }

test(`pages follow one another and miss nothing (${engine})`, async () => {
  const seen: string[] = []
  for (let next: string | null = ''; next !== null; ) {
    const path = `/partners?limit=7${next ? `&cursor=${next}` : ''}`
    const page = (await ask(house, token, { method: 'get', path })).json as Page
    assert.ok(page.items.length <= 7)
    seen.push(...page.items.map(({ id }) => id))
    next = page.next
  }
  const all = (await ask(house, token, { method: 'get', path: '/partners?limit=100' })).json as Page
  assert.deepEqual(
    seen,
    all.items.map(({ id }) => id),
  )
  assert.ok(seen.length > 20 && new Set(seen).size === seen.length)
})

test('asked twice with one key it is done once; another question under that key is refused', async () => {
  const headers = { 'idempotency-key': 'een-keer' }
  const post = (name: string) => ask(house, token, { method: 'post', path: '/partners', body: { name }, headers })
  const answers = await Promise.all([post('Eenmalig'), post('Eenmalig'), post('Eenmalig')])
  assert.deepEqual(new Set(answers.map(({ text }) => text)).size, 1)
  assert.deepEqual(
    answers.map(({ status }) => status),
    [201, 201, 201],
  )
  assert.equal(answers[0]!.headers.get('location'), `/api/v1/partners/${(answers[0]!.json as { id: string }).id}`)
  assert.equal((await post('Iets anders')).status, 422)
  const other = await tokenOf(house, nadia, scopes)
  const again = { method: 'post', path: '/partners', body: { name: 'Van een ander' }, headers }
  assert.equal((await ask(house, other, again)).status, 201, 'a key belongs to one token')
  const refused = {
    method: 'post',
    path: '/partners',
    body: { name: 'Eenmalig' },
    headers: { 'idempotency-key': 'twee' },
  }
  assert.equal((await ask(house, token, refused)).status, 409)
  assert.equal((await ask(house, token, { ...refused, body: { name: 'Toch' } })).status, 201, 'what failed kept no key')
})

test('who changes what was changed meanwhile is told so; what did not change is not sent again', async () => {
  const body = { name: 'De Wisselwerking', phone: '0599-011101', levels: ['group'] }
  const added = await ask(house, token, { method: 'post', path: '/partners', body })
  const path = `/partners/${(added.json as { id: string }).id}`
  const first = await ask(house, token, { method: 'get', path })
  const etag = first.headers.get('etag')!
  assert.equal((await ask(house, token, { method: 'get', path, headers: { 'if-none-match': etag } })).status, 304)
  const put = (body: unknown, ifMatch: string) =>
    ask(house, token, { method: 'put', path, body, headers: { 'if-match': ifMatch } })
  const { id: _, until: _u, assuredOn: _a, organisationId: _o, ...sent } = first.json as Record<string, unknown>
  const changed = await put({ ...sent, place: 'Elders' }, etag)
  assert.equal(changed.status, 200, changed.text)
  assert.deepEqual(
    { ...(first.json as object), place: 'Elders' },
    changed.json,
    'what is sent back as it came stays as it was',
  )
  assert.equal((await put({ ...sent, place: 'Nergens' }, etag)).status, 412)
})

test('the signpost keeps nothing, and names whom the other scopes open', async () => {
  const counted = () =>
    house.asKeeper((tx) =>
      rowsOf(tx, sql`select (select count(*) from outbox) as jobs, (select count(*) from trail) as links`),
    )
  const narrow = await tokenOf(house, nadia, ['signpost:ask'])
  const body = { question: 'Mijn leerling zq-geheim-woord stottert, wie kan helpen?' }
  await ask(house, narrow, { method: 'post', path: '/signpost/answers', body: { question: 'warm' } })
  const before = await counted()
  const bare = await ask(house, narrow, { method: 'post', path: '/signpost/answers', body })
  const full = await ask(
    house,
    await tokenOf(house, nadia, ['signpost:ask', 'people:read', 'partners:read', 'contacts:read']),
    {
      ...{ method: 'post', path: '/signpost/answers', body },
    },
  )
  type Said = {
    topics: string[]
    role: string
    colleagues: { people: unknown[] }[]
    partners: { contacts: unknown[] }[]
  }
  const [little, much] = [bare.json, full.json] as [Said, Said]
  assert.deepEqual(little.topics, much.topics)
  assert.ok(much.topics.length > 0 && much.role)
  assert.deepEqual([little.partners, little.colleagues.flatMap(({ people }) => people)], [[], []])
  assert.ok(
    much.partners.some(({ contacts }) => contacts.length) && much.colleagues.some(({ people }) => people.length),
  )
  assert.doesNotMatch(bare.text + full.text + house.log.join('\n'), /zq-geheim/)
  const [{ links: after } = { links: 0 }] = (await counted()) as { links: number }[]
  // Two tokens were made and used for the first time today: no more than that is in the trail.
  assert.ok(Number(after) - Number((before as { links: number }[])[0]!.links) <= 3)
})

test('the trail says which token wrote in whose name, and the chain holds', async () => {
  await ask(house, token, { method: 'post', path: '/partners', body: { name: 'Door een programma' } })
  const [link] = await house.asKeeper((tx) =>
    rowsOf<{ name: string; person: string; broken: number | null }>(
      tx,
      sql`select i.name, p.name as person, house_trail_broken_at(t.school_id) as broken from trail t
        join integrations i on i.organisation_id = t.school_id and i.id = t.via join people p on p.id = t.person_id
        where t.table_name = 'relations' and t.contents ->> 'name' = 'Door een programma'`,
    ),
  )
  assert.deepEqual(link, { name: 'Leerlingvolger', person: 'Nadia Bouzid', broken: null })
})

test('the last day of use is noted, once; the log knows no token and no id', async () => {
  const [row] = await house.asKeeper((tx) =>
    rowsOf<{ used: string; links: number }>(
      tx,
      sql`select last_used_on::text as used, (select count(*)::int from trail t where t.table_name = 'integrations' and t.row_id = i.id::text
        and t.deed = 'update') as links from integrations i where name = 'Leerlingvolger'`,
    ),
  )
  assert.ok(row?.used && row.links === 1)
  assert.doesNotMatch(house.log.join('\n'), /kl_|[0-9a-f]{8}-[0-9a-f]{4}/)
})

test('who hurries is asked to wait, and so is who guesses', async () => {
  // The clock stands still, so that a slow machine hurries as much as a quick one.
  const now = new Date()
  const calm = await serveHouse({ town: true, mode: 'real', development: false, clock: () => now })
  const hurried = await tokenOf(calm, nadia, ['school:read'])
  const statuses: number[] = []
  for (let count = 0; count < 602; count += 1)
    statuses.push(
      (await ask(calm, hurried, { method: 'get', path: '/terms', headers: { 'if-none-match': '*' } })).status,
    )
  assert.deepEqual([statuses[599], statuses[601]], [200, 429])
  const other = await tokenOf(calm, nadia, ['school:read'])
  assert.equal((await ask(calm, other, { method: 'get', path: '/terms' })).status, 200, 'another token goes on')
  const guesses: number[] = []
  for (let count = 0; count < 32; count += 1)
    guesses.push((await ask(calm, `kl_${'b'.repeat(43)}`, { method: 'get', path: '/terms' })).status)
  assert.deepEqual([guesses[29], guesses[31]], [401, 429])
})

test('when its maker leaves, or may no longer make tokens, a token opens nothing', async () => {
  const status = async () => (await ask(house, token, { method: 'get', path: '/organisation' })).status
  const change = (what: ReturnType<typeof sql>) =>
    house.asKeeper((tx) =>
      tx.execute(
        sql`update memberships set ${what} where person_id = (select id from people where name = 'Nadia Bouzid')`,
      ),
    )
  assert.equal(await status(), 200)
  await change(sql`roles = '{leerkracht}'`)
  assert.equal(await status(), 401)
  await change(sql`roles = '{directeur}', until = current_date - 1`)
  assert.equal(await status(), 401)
  await change(sql`until = null`)
  assert.equal(await status(), 200)
})
