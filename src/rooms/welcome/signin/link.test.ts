import assert from 'node:assert/strict'
import { test } from 'node:test'
import { eq } from 'drizzle-orm'
import { goodPassword } from '#kit/gate/trial.ts'
import { outbox } from '#kit/jobs/tables.ts'
import { serveHouse } from '#test/served.ts'

const house = await serveHouse({ mode: 'real' })
const mail = 'noor@nieuw.example'
assert.ok((await house.gate.createAccount({ email: mail, name: 'Noor Nieuw', password: goodPassword })).ok)
const nobody = house.nobody()
const cookieOf = (answer: Response) =>
  answer.headers
    .getSetCookie()
    .map((line) => line.split(';')[0])
    .join('; ')

async function letter() {
  await house.gate.idle()
  const rows = await house.asKeeper((tx) =>
    tx.select().from(outbox).where(eq(outbox.kind, 'mail')).orderBy(outbox.enqueuedAt),
  )
  const { text } = (rows.at(-1)?.payload ?? {}) as { text: string }
  return new URL(/https?:\/\/\S+/.exec(text)?.[0] ?? '')
}

test('who is known and who is not see the same', async () => {
  const answers = await Promise.all(
    [mail, 'niemand@elders.example'].map((one) => nobody.post('/inloggen/link', { mail: one, naar: '/mij' })),
  )
  for (const answer of answers) {
    assert.deepEqual([answer.status, answer.headers.get('location')], [303, '/inloggen/link/onderweg'])
    assert.match(cookieOf(answer), /^gate\.link=/)
  }
  assert.equal((await nobody.get('/inloggen/link/onderweg')).status, 200)
  assert.equal((await nobody.post('/inloggen/link', { mail: 'geen adres' })).status, 422)
})

test('the link shows one button, looking changes nothing, the button lets in and goes on to where she was going', async () => {
  await house.gate.idle() // the letter of the test before is written first
  const asked = await nobody.post('/inloggen/link', { mail, naar: '/mij' })
  const cookie = cookieOf(asked)
  const link = await letter()
  assert.equal(link.searchParams.get('naar'), '/mij')
  const path = link.pathname + link.search
  for (let scans = 0; scans < 3; scans += 1) {
    const page = await nobody.ask(path, { headers: { cookie } })
    assert.equal(page.status, 200)
    assert.equal([...(await page.text()).matchAll(/<form method="post" action="\/inloggen\/link\/[^"]+"/g)].length, 1)
    assert.deepEqual(page.headers.getSetCookie(), [])
  }
  assert.equal((await nobody.get(path)).status, 404, 'a scanner elsewhere, or who it was passed on to')
  assert.equal((await nobody.post(link.pathname)).status, 404)
  const body = new URLSearchParams({ naar: '//evil.example' })
  const signed = await nobody.ask(link.pathname, { method: 'POST', headers: { cookie }, body })
  assert.deepEqual([signed.status, signed.headers.get('location')], [303, '/'])
  assert.match(cookieOf(signed), /gate\.session_token=/)
  assert.equal((await nobody.ask(link.pathname, { method: 'POST', headers: { cookie } })).status, 404, 'once')
})
