import assert from 'node:assert/strict'
import { beforeEach, test } from 'node:test'
import { eq, sql } from 'drizzle-orm'
import { recognise } from '#kit/db/actor.ts'
import { actingAs, actingAsKeeper } from '#kit/db/database.ts'
import { codeOf, goodPassword, isProven } from '#kit/gate/trial.ts'
import { lettersOf } from '#kit/mail/send.ts'
import { organisations } from '#rooms/organisations/door.ts'
import { letIn, memberships, whoIsThis } from '#rooms/people/door.ts'
import { faces, relations } from '#rooms/relations/door.ts'
import { serveHouse } from '#test/served.ts'

const house = await serveHouse({ mode: 'demo' })
const keeper = house.asKeeper
const nobody = house.nobody()
let count = 0

/** A school with a head teacher, and a partner with one face. */
async function aSchool() {
  const here = ++count
  const mail = `hoofd${here}@school.example`
  const made = await house.gate.createAccount({ email: mail, name: 'Hanna Hoofd', password: goodPassword })
  assert.ok(made.ok)
  const { accountId } = made
  const school = await keeper(async (tx) => {
    const [row] = await tx
      .insert(organisations)
      .values({ kind: 'school', name: `School ${here}`, source: 'typed' })
      .returning()
    return row!.id
  })
  const roles = ['directeur']
  const personId = await keeper((tx) =>
    letIn(tx, { organisationId: school, accountId, name: 'Hanna Hoofd', mail, roles, source: 'test' }),
  )
  const me = recognise({ accountId, personId, organisationId: school, roles })
  const line = { schoolId: school, id: crypto.randomUUID() }
  const faceId = crypto.randomUUID()
  await actingAs(house.db, me, async (tx) => {
    await tx.insert(relations).values({ ...line, name: 'De Bieb', levels: [], phone: '0598 11 22 33' })
    await tx.insert(faces).values({
      ...{ schoolId: school, id: faceId, relationId: line.id, rank: 0, name: 'Babs Bieb' },
      ...{ mail: babs, days: [], source: 'lijst.xlsx' },
    })
  })
  return { head: await house.as(mail), school, line, faceId, name: `School ${here}` }
}

let babs = ''
beforeEach(() => {
  babs = `babs${count}@bieb.example`
})

/** Sends the letter as its school does, and gives the link in it. */
async function invited({ head, faceId, line }: Awaited<ReturnType<typeof aSchool>>) {
  const sent = await head.post('/uitnodigingen/partner', { faceId })
  assert.equal(sent.headers.get('location'), `/netwerk/${line.id}`)
  for (;;) {
    const found = (await keeper((tx) => lettersOf(tx))).find(({ recipient }) => recipient === babs)
    if (found && !opened.has(found.id)) {
      opened.add(found.id)
      return `/uitnodiging/${/uitnodiging\/([\w-]+)/.exec(found.text)?.[1]}`
    }
    await new Promise((soon) => setTimeout(soon, 50))
  }
}
const opened = new Set<string>()

const everything = () =>
  keeper(async (tx) => ({
    members: await tx.$count(memberships),
    claimed: await tx.$count(organisations, eq(organisations.source, 'claimed')),
    linked: await tx.$count(relations, sql`${relations.organisationId} is not null`),
  }))
const cookiesOf = (answer: Response, before = '') =>
  [
    before,
    ...answer.headers
      .getSetCookie()
      .map((line) => line.split(';')[0] ?? '')
      .filter((pair) => !pair.endsWith('=')),
  ]
    .filter(Boolean)
    .join('; ')
const post = (path: string, fields: Record<string, string>, cookie = '') =>
  nobody.ask(path, { method: 'POST', body: new URLSearchParams(fields), headers: { cookie } })
const get = (path: string, cookie: string) => nobody.ask(path, { headers: { cookie } })

test('who scans mail opens every link and changes nothing; a password is what lets her in', async () => {
  const link = await invited(await aSchool())
  const before = await everything()
  for (const method of ['GET', 'HEAD', 'GET'])
    for (const path of [link, `${link}/entree`]) await nobody.ask(path, { method })
  const page = await nobody.get(link)
  assert.match(await page.text(), /0598 11 22 33/, 'she sees what will be public')
  assert.deepEqual(await everything(), before)
  assert.equal((await post(link, { password: 'kort' })).status, 422)
  assert.equal((await post(link, {})).status, 422)
  assert.deepEqual(await everything(), before)
  const [one, two] = await Promise.all([
    post(link, { password: 'vier groene gieters' }),
    post(link, { password: 'vier groene gieters' }),
  ])
  assert.ok([one.status, two.status].includes(303))
  const { members, claimed, linked } = await everything()
  assert.deepEqual([members, claimed, linked], [before.members + 1, before.claimed + 1, before.linked + 1])
  assert.equal((await nobody.get(link)).status, 404, 'it works once')
  const accountId = (await house.gate.accountOf(babs)) ?? ''
  assert.equal(await isProven(house.db, accountId), true, 'the letter went to this address')
})

test('signed in, a link of a letter still changes nothing until its button is used', async () => {
  const first = await aSchool()
  const cookie = cookiesOf(await post(await invited(first), { password: 'vier groene gieters' }))
  const second = await aSchool()
  const link = await invited({ ...second })
  const before = await everything()
  const page = await get(`${link}/entree`, cookie)
  assert.equal(page.status, 200)
  const html = await page.text()
  assert.match(html, /De Bieb/)
  assert.deepEqual(await everything(), before)
  const organisation = /type="radio"[^>]*value="([0-9a-f-]{36})"/.exec(html)?.[1] ?? ''
  const entered = await post(`${link}/entree`, { organisation }, cookie)
  assert.equal(entered.headers.get('location'), '/')
  assert.match(cookiesOf(entered), new RegExp(`plek=${organisation}`))
  const after = await everything()
  assert.deepEqual(after, { ...before, linked: before.linked + 1 }, 'one organisation, one more school')
  const both = await (await get('/scholen', cookie)).text()
  assert.ok(both.includes(first.name) && both.includes(second.name))
})

test('who has an account gives its password, with its second step, and then the button', async () => {
  const made = await house.gate.createAccount({ email: babs, name: 'Babs', password: goodPassword })
  assert.ok(made.ok)
  const here = cookiesOf(await post('/inloggen', { mail: babs, password: goodPassword }))
  const caller = { headers: new Headers({ cookie: here }), address: '192.0.2.7' }
  const started = await house.gate.startTotp(goodPassword, caller)
  assert.ok(started.ok && (await house.gate.confirmTotp(codeOf(started.secret), caller)).ok)
  const link = await invited(await aSchool())
  const before = await everything()
  assert.match(await (await nobody.get(link)).text(), /Je hebt al een wachtwoord/)
  assert.equal((await post(link, { password: 'niet het goede' })).status, 422)
  const half = await post(link, { password: goodPassword })
  const to = half.headers.get('location') ?? ''
  assert.match(to, /^\/inloggen\/code\?naar=/)
  const naar = new URL(to, house.url).searchParams.get('naar') ?? ''
  const [backup] = started.backupCodes
  const done = await post('/inloggen/code', { code: backup ?? '', naar }, cookiesOf(half))
  assert.equal(done.headers.get('location'), `${link}/entree`)
  assert.deepEqual(await everything(), before, 'signing in alone let nobody in')
  const cookie = cookiesOf(done)
  assert.equal((await get(`${link}/entree`, cookie)).status, 200)
  assert.deepEqual(await everything(), before)
  assert.equal((await post(`${link}/entree`, {}, cookie)).headers.get('location'), '/')
  assert.equal((await everything()).claimed, before.claimed + 1)
  const who = await actingAsKeeper(house.db, (tx) => whoIsThis(tx, made.accountId, '2026-11-21'))
  assert.equal(who?.places[0]?.name, 'De Bieb')
})

test('open invitations are listed for the school and can be taken back; the neighbour sees none', async () => {
  const [ours, theirs] = [await aSchool(), await aSchool()]
  const link = await invited(ours)
  const list = await (await ours.head.get('/uitnodigingen')).text()
  assert.match(list, /Babs Bieb/)
  const withdraw = /\/uitnodigingen\/[0-9a-f-]+\/intrekking/.exec(list)?.[0] ?? ''
  assert.ok(!(await (await theirs.head.get('/uitnodigingen')).text()).includes('Babs'))
  assert.equal((await theirs.head.post(withdraw)).status, 404)
  assert.equal((await theirs.head.post('/uitnodigingen/partner', { faceId: ours.faceId })).status, 404)
  assert.equal((await nobody.get(link)).status, 200)
  assert.equal((await ours.head.post(withdraw)).status, 303)
  assert.equal((await nobody.get(link)).status, 404)
})

test('a guessed link says nothing and opens nothing', async () => {
  const before = await everything()
  for (const guess of ['x', '%00', "' or 1=1", 'a'.repeat(2000), '..%2f..%2f']) {
    const path = `/uitnodiging/${encodeURIComponent(guess)}`
    assert.equal((await nobody.get(path)).status, 404)
    assert.equal((await post(path, { password: goodPassword })).status, 404)
  }
  assert.deepEqual(await everything(), before)
})
