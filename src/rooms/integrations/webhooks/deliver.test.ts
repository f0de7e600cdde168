import assert from 'node:assert/strict'
import { createHmac } from 'node:crypto'
import { once } from 'node:events'
import { createServer, type IncomingHttpHeaders } from 'node:http'
import type { AddressInfo } from 'node:net'
import { after, before, test } from 'node:test'
import { sql } from 'drizzle-orm'
import { rowsOf } from '#kit/db/database.ts'
import { workOnce } from '#kit/jobs/work.ts'
import { engine } from '#test/engine.ts'
import { type Served, serveHouse, type Visitor } from '#test/served.ts'
import { workersOf } from '../../../main/house.tsx'
import { programsOf } from '../passing/queries.ts'
import { signed, webhookMessage } from './rules.ts'

type Heard = { path: string; headers: IncomingHttpHeaders; body: string }
const heard: Heard[] = []
let status = 200
const elsewhere = createServer(async (request, answer) => {
  let body = ''
  for await (const piece of request) body += piece
  heard.push({ path: request.url ?? '', headers: request.headers, body })
  answer.writeHead(status).end()
}).listen(0, '127.0.0.1')
after(() => elsewhere.close())

let house: Served
let head: Visitor
let at: string
before(async () => {
  if (!elsewhere.listening) await once(elsewhere, 'listening')
  at = `http://localhost:${(elsewhere.address() as AddressInfo).port}`
  house = await serveHouse({ town: true })
  head = await house.as('nadia.bouzid@dewaterlelie.example')
  await house.worker.stop()
})

/** Does all that waits for a webhook, now and before all other work: what was put off as well, each once. */
async function everything() {
  const ours = sql`(kind like 'webhooks.%' or kind like 'fact:%') and done_at is null and gave_up_at is null`
  await house.asKeeper((tx) => tx.execute(sql`update outbox set not_before = now() where ${ours}`))
  for (;;) {
    const waiting = await rows(
      sql`update outbox set not_before = '2000-01-01' where ${ours} and not_before <= now() returning 1`,
    )
    if (!waiting.length) break
    await workOnce(house.db, workersOf(house))
  }
  for (let letters = 0; letters < 30 && (await workOnce(house.db, workersOf(house))); letters += 1);
}
const rows = <Row>(statement: ReturnType<typeof sql>) => house.asKeeper((tx) => rowsOf<Row>(tx, statement))

/** Something happens to a request of De Waterlelie, as the house itself would write it. */
async function happens(kind: string, to: 'partner' | 'colleague' = 'partner'): Promise<string> {
  const id = crypto.randomUUID()
  await house.asKeeper(async (tx) => {
    await tx.execute(sql`insert into requests (school_id, id, relation_id, person_id, asked_by, school_name, level, what, wish_day, answer_by)
      select o.id, ${id}, ${to === 'partner' ? sql`r.id` : sql`null`}, ${to === 'partner' ? sql`null` : sql`p.id`}, p.id, o.name, 'group', 'zq-geheime-vraag', '2030-01-01', '2030-01-01'
      from organisations o join relations r on r.school_id = o.id join organisations l on l.id = r.organisation_id and l.name = 'Logopedie Spraakwijzer'
      join people p on p.name = 'Nadia Bouzid' where o.name = 'De Waterlelie' limit 1`)
    await tx.execute(sql`insert into request_moments (school_id, request_id, kind, side, text, by_name)
      select school_id, id, ${kind}, 'asking', 'zq-geheime-tekst', 'zq-geheime-naam' from requests where id = ${id}`)
  })
  return id
}
const made = async (who: Visitor, path: string, events: string[]) => {
  const answer = await who.post('/koppelingen/webhooks', { name: 'Ons systeem', address: `${at}${path}`, events })
  const html = await answer.text()
  assert.equal(answer.status, 200, html)
  return /whsec_[A-Za-z0-9+/=]+/.exec(html)![0]
}

test(`while nobody listens nothing is stated (${engine})`, async () => {
  await happens('asked')
  assert.deepEqual(await rows(sql`select 1 from outbox where kind like 'fact:%'`), [])
})

test('what happened to a request is told: signed, with ids and states, without words or names', async () => {
  const secret = await made(head, '/school', ['request.asked', 'request.answered'])
  const request = await happens('asked')
  await happens('accepted')
  await happens('asked', 'colleague')
  await everything()
  const [{ headers, body, path } = { headers: {}, body: '', path: '' }, ...more] = heard.splice(0)
  assert.deepEqual(
    [path, more.length],
    ['/school', 0],
    'only what was chosen, and never what colleagues ask one another',
  )
  const message = JSON.parse(body) as Record<string, string>
  assert.deepEqual(webhookMessage.strict().parse(message), message, 'as the document of the API says it')
  assert.deepEqual(Object.keys(message).sort(), ['at', 'event', 'id', 'requestId', 'schoolId'])
  assert.deepEqual([message['event'], message['requestId']], ['request.asked', request])
  assert.doesNotMatch(body, /zq-/)
  const [id, moment] = [String(headers['webhook-id']), String(headers['webhook-timestamp'])]
  const key = Buffer.from(secret.slice('whsec_'.length), 'base64')
  const expected = createHmac('sha256', key).update(`${id}.${moment}.${body}`).digest('base64')
  assert.equal(headers['webhook-signature'], `v1,${expected}`)
  assert.ok(Math.abs(Date.now() / 1000 - Number(moment)) < 60)
  assert.notEqual(signed(secret, { id, at: new Date(0), body })['webhook-signature'], `v1,${expected}`)
  const kept = await rows<{ all: string }>(
    sql`select (select string_agg(w::text, '') from webhooks w) || (select string_agg(t::text, '') from trail t where table_name = 'webhooks') as all`,
  )
  assert.ok(!kept[0]!.all.includes(secret.slice(6)), 'the secret is kept nowhere')
})

test('a partner hears of requests to itself, and of no others', async () => {
  const sanne = await house.as('sanne.terhorst@spraakwijzer.example')
  await made(sanne, '/partner', ['request.withdrawn'])
  const request = await happens('withdrawn')
  await house.asKeeper((tx) =>
    tx.execute(sql`insert into request_moments (school_id, request_id, kind, side)
    select r.school_id, r.id, 'withdrawn', 'asking' from requests r where r.id in (select id from requests where relation_id is null)`),
  )
  await everything()
  assert.deepEqual(
    heard.splice(0).map(({ path, body }) => [path, (JSON.parse(body) as { requestId: string }).requestId]),
    [['/partner', request]],
  )
})

test('what does not arrive is tried again, later; after days it is stopped and its maker told', async () => {
  status = 500
  await happens('asked')
  await everything()
  const state = () =>
    rows<{ failing: boolean; stopped: boolean; status: number | null }>(
      sql`select failing_since is not null as failing, stopped_at is not null as stopped, last_status as status from webhooks where address like '%/school'`,
    )
  assert.deepEqual(await state(), [{ failing: true, stopped: false, status: 500 }])
  assert.ok(heard.splice(0).length === 1, 'resting: once a minute at most while it fails')
  status = 200
  await house.asKeeper((tx) => tx.execute(sql`update webhooks set tried_at = now() - interval '2 minutes'`))
  await everything()
  assert.equal(heard.splice(0).length, 1, 'the very same message, once more')
  assert.deepEqual(await state(), [{ failing: false, stopped: false, status: null }])
  status = 410
  await house.asKeeper((tx) =>
    tx.execute(sql`update webhooks set failing_since = now() - interval '4 days', tried_at = now() - interval '1 day'`),
  )
  await happens('asked')
  await everything()
  assert.deepEqual(await state(), [{ failing: true, stopped: true, status: 410 }])
  const letters = await rows<{ subject: string }>(sql`select subject from letters where subject like '%webhook%'`)
  assert.deepEqual(letters, [{ subject: 'Een webhook is gestopt' }])
  heard.splice(0)
  await happens('asked')
  await everything()
  assert.equal(heard.length, 0)
})

test('an address inside, a sixth webhook or no choice is refused with a sentence; a teacher has none of it', async () => {
  const post = (fields: Record<string, string | string[]>) =>
    head.post('/koppelingen/webhooks', {
      name: 'X',
      address: 'https://ok.example/',
      events: 'request.asked',
      ...fields,
    })
  for (const address of [
    'http://ok.example/',
    'https://10.0.0.1/',
    'https://localhost/',
    'https://169.254.169.254/',
    'javascript:alert(1)',
    'x',
  ])
    assert.match(await (await post({ address })).text(), /begint en op het internet staat/, address)
  assert.match(await (await post({ events: 'x' })).text(), /Kies ten minste één ding/)
  for (let count = 0; count < 4; count += 1) assert.equal((await post({})).status, 200)
  assert.match(await (await post({})).text(), /al vijf webhooks/)
  const teacher = await house.as('joost.hendriks@dewaterlelie.example')
  const [hook] = await rows<{ id: string }>(sql`select id from webhooks where address like '%ok.example%' limit 1`)
  assert.equal((await teacher.get('/koppelingen/webhooks/nieuw')).status, 404)
  assert.equal((await teacher.post(`/koppelingen/webhooks/${hook!.id}/verwijdering`)).status, 404)
  assert.equal((await head.post(`/koppelingen/webhooks/${hook!.id}/verwijdering`)).status, 303)
})

test('when its maker leaves, nothing is told any more, and that is said beforehand', async () => {
  status = 200
  const [hers] = await rows<{ organisationId: string; personId: string; name: string }>(
    sql`select organisation_id as "organisationId", person_id as "personId", name from webhooks where address like '%/partner'`,
  )
  const ending = await house.asKeeper((tx) => programsOf(tx, { ...hers!, today: '2026-11-22' }))
  assert.ok(ending.some(({ name }) => name === hers?.name))
  await rows(
    sql`update memberships set until = current_date - 1 where person_id = (select person_id from webhooks where address like '%/partner') returning 1`,
  )
  heard.splice(0)
  await happens('withdrawn')
  await everything()
  assert.equal(heard.length, 0)
})
