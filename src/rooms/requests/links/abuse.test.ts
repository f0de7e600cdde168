import assert from 'node:assert/strict'
import { before, test } from 'node:test'
import { sql } from 'drizzle-orm'
import { ask, emptied, house, html, kindsOf, lettersTo, linkIn, nobody, rows, sanne, state } from './trial.test.ts'

/** What somebody can do with a personal link who should not: guess, replay, outlive, forward, or just follow it. */
let path: string
let request: { id: string; schoolId: string }
const kinds = (id = request.id) => kindsOf(id)

before(async () => {
  const asked = await ask('Kunnen jullie in januari een les over stemgebruik geven?')
  request = asked.request
  path = new URL(asked.link).pathname
})

test('a scanner that follows every link with GET and HEAD changes nothing', async () => {
  const was = await state()
  const page = await html(await nobody.get(path))
  assert.equal(page.status, 200)
  assert.match(page.text, /stemgebruik/)
  const onward = [...page.text.matchAll(/(?:href|action|src)="([^"]+)"/g)]
    .map(([, to]) => to!)
    .filter((to) => to.startsWith('/vraag') || to.startsWith('/mijn'))
  for (const to of [path, `${path}/`, `${path}?utm_source=x`, ...onward])
    for (const method of ['GET', 'HEAD', 'OPTIONS']) await nobody.ask(to, { method })
  assert.equal(await state(), was)
  assert.deepEqual(await kinds(), ['asked'])
})

test('the page keeps its secret: no referrer, no cache, no index, not on paper, not in the log', async () => {
  const { headers, text } = await html(await nobody.get(path))
  assert.equal(headers.get('referrer-policy'), 'no-referrer')
  assert.equal(headers.get('cache-control'), 'no-store')
  assert.equal(headers.get('x-robots-tag'), 'noindex')
  const token = path.split('/').at(-1)!
  const outside = text.replaceAll(/action="[^"]*"/g, '')
  assert.ok(!outside.includes(token), 'the secret stands in the forms of its own page only')
  assert.doesNotMatch(text, /https?:\/\/(?!localhost)/)
  for (const to of [path, `${path}/onzin`, `${path}/link`]) await (await nobody.get(to)).text()
  await (await nobody.post(`${path}/onzin`)).text()
  assert.ok(!house.log.join('\n').includes(token))
  const away = await nobody.get(`${path}/acceptatie`)
  assert.equal(away.status, 404)
  assert.equal(away.headers.get('location'), null, 'it is not carried to the sign-in page')
})

test('in the database stands no secret, only a digest', async () => {
  const token = path.split('/').at(-1)!
  const found = await rows(sql`select from request_links l where l::text like ${`%${token}%`}`)
  assert.equal(found.length, 0)
  assert.equal((await rows(sql`select from trail t where t.contents::text like ${`%${token}%`}`)).length, 0)
})

test('guessing opens nothing, and says nothing', async () => {
  const was = await state()
  const token = path.split('/').at(-1)!
  const guesses = [
    'x',
    '',
    token.slice(0, -1),
    `${token}a`,
    token.toLowerCase(),
    token.split('').reverse().join(''),
    '..%2f..',
    '%00',
    'a'.repeat(43),
    'a'.repeat(5000),
  ]
  for (const guess of guesses) {
    for (const page of [
      await nobody.get(`/vraag/${guess}`),
      await nobody.post(`/vraag/${guess}/acceptatie`),
      await nobody.post(`/vraag/${guess}/code`),
      await nobody.post(`/vraag/${guess}/link`),
    ]) {
      const { status, text } = await html(page)
      assert.ok([303, 404].includes(status), `${guess}: ${status}`)
      assert.doesNotMatch(text, /stemgebruik|Joost/)
    }
  }
  assert.equal(await state(), was)
})

test('a form from another site is refused where a cookie counts; a link is its own proof', async () => {
  const was = await state()
  const evil = {
    method: 'POST',
    headers: { origin: 'https://evil.example', 'content-type': 'application/x-www-form-urlencoded' },
  }
  assert.equal((await nobody.ask(`${path}/acceptatie`, evil)).status, 403)
  assert.equal(
    (await nobody.ask('/mijn-vragen/afsluiting', { ...evil, headers: { ...evil.headers, origin: 'null' } })).status,
    403,
  )
  assert.equal(await state(), was)
  // An older browser sends no referrer and says “null”: her own page must go on working.
  const old = { ...evil, headers: { ...evil.headers, origin: 'null' } }
  assert.equal((await nobody.ask(`${path}/gezien`, old)).status, 303)
  assert.deepEqual(await kinds(), ['asked', 'seen'])
})

test('an answer is sent once: sent again it changes nothing', async () => {
  assert.equal((await nobody.post(`${path}/acceptatie`)).status, 303)
  assert.deepEqual(await kinds(), ['asked', 'seen', 'accepted'])
  assert.equal((await nobody.post(`${path}/acceptatie`)).status, 303)
  assert.deepEqual(await kinds(), ['asked', 'seen', 'accepted'])
  for (const [noun, fields] of [
    ['intrekking', {}],
    ['doorverwijzing', {}],
    ['vervolg', { text: 'x' }],
    ['link/intrekking', {}],
  ] as const)
    assert.equal((await nobody.post(`${path}/${noun}`, fields)).status, 404, `${noun} is not for who was asked`)
  assert.deepEqual(await kinds(), ['asked', 'seen', 'accepted'])
})

test('a link opens one request: not the next one, not a page of a member, not an address of another', async () => {
  const other = await ask('Kunnen jullie iets vertellen over stotteren in de groep?')
  const page = await html(await nobody.get(path))
  assert.doesNotMatch(page.text, /stotteren/)
  const member = await nobody.get(`/vragen/${other.request.id}`)
  assert.equal(member.headers.get('location')?.startsWith('/inloggen'), true)
  assert.equal((await nobody.get(`/mijn-vragen/${other.request.id}`)).status, 404)
  assert.equal((await nobody.post(`/mijn-vragen/${other.request.id}/acceptatie`)).status, 404)
  assert.deepEqual(await kinds(other.request.id), ['asked'])
})

test('what she writes holds no name of a child, and comes back to be changed', async () => {
  const answer = await html(await nobody.post(`${path}/antwoord`, { text: 'Ik kijk graag naar Kevin.' }))
  assert.equal(answer.status, 422)
  assert.match(answer.text, /Ik kijk graag naar Kevin\./)
  assert.match(answer.text, /Haal de naam weg/)
  const empty = await html(await nobody.post(`${path}/antwoord`, { text: ' ' }))
  assert.equal(empty.status, 422)
  const bad = await html(await nobody.post(`${path}/afwijzing`, { reason: 'zomaar' }))
  assert.match(bad.text, /Kies een reden/)
  assert.deepEqual(await kinds(), ['asked', 'seen', 'accepted'])
})

test('a new link ends the old one, and an ended one says no more than an unknown one', async () => {
  const joost = await house.as('joost.hendriks@dewaterlelie.example')
  assert.equal((await joost.post(`/vragen/${request.id}/link`)).status, 303)
  await emptied()
  const gone = await html(await nobody.get(path))
  const unknown = await html(await nobody.get(`/vraag/${'a'.repeat(43)}`))
  assert.equal(gone.status, 404)
  assert.equal(
    gone.text.replace(/nonce="[^"]*"|content="[^"]*"/g, ''),
    unknown.text.replace(/nonce="[^"]*"|content="[^"]*"/g, ''),
  )
  assert.equal((await nobody.post(`${path}/antwoord`, { text: 'Dinsdag.' })).status, 404)
  assert.equal((await nobody.post(`${path}/link`)).status, 404)
  assert.equal((await nobody.post(`${path}/code`)).status, 404)
  const [letter] = (await lettersTo(sanne)).filter(({ subject }) => subject.includes('nieuwe link'))
  path = new URL(linkIn(letter!.text)).pathname
  assert.equal((await nobody.get(path)).status, 200)
  assert.equal((await joost.post(`/vragen/${request.id}/link/intrekking`)).status, 303)
  assert.equal((await nobody.get(path)).status, 404)
  await joost.post(`/vragen/${request.id}/link`)
  await emptied()
  const [newest] = (await lettersTo(sanne)).filter(({ subject }) => subject.includes('nieuwe link'))
  path = new URL(linkIn(newest!.text)).pathname
})

test('a link that has run out shows nothing, does nothing, and asks for a new one at its own address only', async () => {
  await rows(
    sql`update request_links set expires_at = now() - interval '1 minute' where request_id = ${request.id} and revoked_at is null`,
  )
  const page = await html(await nobody.get(path))
  assert.equal(page.status, 404)
  assert.match(page.text, /verlopen/)
  assert.doesNotMatch(page.text, /stemgebruik|Joost|sanne/i)
  const before_ = await kinds()
  assert.equal((await nobody.post(`${path}/antwoord`, { text: 'Dinsdag.' })).status, 404)
  assert.deepEqual(await kinds(), before_)
  const letters = (await lettersTo(sanne)).length
  assert.equal((await nobody.post(`${path}/link`)).status, 200)
  await emptied()
  const now = await lettersTo(sanne)
  assert.equal(now.length, letters + 1)
  assert.equal((await nobody.get(path)).status, 404)
  path = new URL(linkIn(now[0]!.text)).pathname
  assert.equal((await nobody.get(path)).status, 200)
})

test('by one link nobody fills a colleague’s mailbox', async () => {
  const { link, request: other } = await ask('Mogen wij in het voorjaar een keer bij jullie komen kijken?')
  const at = new URL(link).pathname
  const statuses: number[] = []
  for (let times = 0; times < 16; times += 1)
    statuses.push((await nobody.post(`${at}/aanvulling`, { text: `Nog iets, ${times}.` })).status)
  assert.deepEqual([statuses[0], statuses.at(-1)], [303, 429])
  const notes = (await kinds(other.id)).filter((kind) => kind === 'note').length
  assert.ok(notes > 5 && notes < 13, String(notes))
})

test('a closed request is read, and no longer answered', async () => {
  const joost = await house.as('joost.hendriks@dewaterlelie.example')
  assert.equal((await joost.post(`/vragen/${request.id}/intrekking`)).status, 303)
  const page = await html(await nobody.get(path))
  assert.match(page.text, /gesloten/)
  assert.doesNotMatch(page.text, /name="text"/)
  const was = await kinds()
  await nobody.post(`${path}/antwoord`, { text: 'Dinsdag.' })
  assert.deepEqual(await kinds(), was)
})
