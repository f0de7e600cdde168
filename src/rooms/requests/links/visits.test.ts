import assert from 'node:assert/strict'
import { before, test } from 'node:test'
import { sql } from 'drizzle-orm'
import { ask, emptied, html, kindsOf, lettersTo, nobody, rows, sanne } from './trial.test.ts'

/** The second step: all requests of one mail address, by a code to that very address. */
let path: string
before(async () => {
  path = new URL((await ask('Kunnen jullie in januari een les over stemgebruik geven?')).link).pathname
})

const cookieOf = (answer: Response) =>
  answer.headers
    .getSetCookie()
    .find((line) => line.startsWith('inzage='))
    ?.split(';')[0] ?? ''
const withCookie = (cookie: string, to: string, fields?: Record<string, string>) =>
  nobody.ask(
    to,
    fields ? { method: 'POST', body: new URLSearchParams(fields), headers: { cookie } } : { headers: { cookie } },
  )

test('a forwarded link opens no more than itself: the code goes to the address it was sent to', async () => {
  const asked = await nobody.post(`${path}/code`)
  assert.equal(asked.headers.get('location'), '/mijn-vragen/code')
  const set = asked.headers.getSetCookie().find((line) => line.startsWith('inzage='))!
  assert.match(set, /HttpOnly/i)
  assert.match(set, /SameSite=Strict/i)
  const pending = cookieOf(asked)
  assert.equal((await withCookie(pending, '/mijn-vragen')).status, 404)
  await emptied()
  const [letter] = await lettersTo(sanne)
  const code = /\b\d{6}\b/.exec(letter!.text)![0]
  const wrong = code === '000000' ? '111111' : '000000'
  // Somebody who makes up a proved visit herself.
  assert.equal((await withCookie(`${pending}.${code}`, '/mijn-vragen')).status, 404)
  assert.equal((await withCookie(pending, '/mijn-vragen/code', { code: wrong })).status, 422)
  assert.equal((await withCookie(pending, '/mijn-vragen/code', { code: 'abc' })).status, 422)
  const proved = await withCookie(pending, '/mijn-vragen/code', { code })
  assert.equal(proved.status, 303)
  const visit = cookieOf(proved)
  const all = await html(await withCookie(visit, '/mijn-vragen'))
  assert.equal(all.status, 200)
  // Both schools that asked her, and nobody else's.
  assert.match(all.text, /De Waterlelie/)
  assert.match(all.text, /Het Molentje/)
  assert.doesNotMatch(all.text, /boekenkist|gladde stoep/)
  const [other] = await rows<{ id: string }>(sql`select r.id from requests r where what like '%ouderavond%'`)
  assert.equal((await html(await withCookie(visit, `/mijn-vragen/${other!.id}`))).status, 200)
  assert.equal((await withCookie(visit, `/mijn-vragen/${other!.id}/acceptatie`, {})).status, 303)
  assert.ok((await kindsOf(other!.id)).includes('accepted'))
  await withCookie(visit, `/mijn-vragen/${other!.id}/antwoord`, { text: 'Dat kan.' })
  const after = (await html(await withCookie(visit, '/mijn-vragen'))).text
  assert.ok(after.indexOf('stemgebruik') < after.indexOf('ouderavond'), 'what waits on her stands on top')
  const [strange] = await rows<{ id: string }>(sql`select r.id from requests r where what like '%stoep%'`)
  assert.equal((await withCookie(visit, `/mijn-vragen/${strange!.id}`)).status, 404)
  assert.equal((await withCookie(visit, `/mijn-vragen/${strange!.id}/aanvulling`, { text: 'x' })).status, 404)
  assert.equal((await withCookie(visit, '/mijn-vragen/afsluiting', {})).status, 200)
  assert.equal((await withCookie(visit, '/mijn-vragen')).status, 404, 'closed, the cookie opens nothing')
  assert.equal((await withCookie(pending, '/mijn-vragen/code', { code })).status, 404, 'nor does the code again')
})

test('six digits cannot be tried through: five tries, also at once, and three letters an hour', async () => {
  const asked = await nobody.post(`${path}/code`)
  await emptied()
  const [letter] = await lettersTo(sanne)
  const code = /\b\d{6}\b/.exec(letter!.text)![0]
  const pending = cookieOf(asked)
  const guesses = Array.from({ length: 20 }, (_, n) => String((Number(code) + n + 1) % 1_000_000).padStart(6, '0'))
  const statuses = await Promise.all(
    guesses.map(async (guess) => (await withCookie(pending, '/mijn-vragen/code', { code: guess })).status),
  )
  assert.equal(statuses.filter((status) => status === 422).length, 5)
  assert.equal(statuses.filter((status) => status === 404).length, 15)
  assert.equal((await withCookie(pending, '/mijn-vragen/code', { code })).status, 404, 'the right one comes too late')
  const before_ = (await lettersTo(sanne)).length
  const answers = []
  for (let times = 0; times < 5; times += 1) answers.push((await nobody.post(`${path}/code`)).status)
  await emptied()
  assert.ok(answers.includes(429))
  assert.ok((await lettersTo(sanne)).length <= before_ + 1)
})
