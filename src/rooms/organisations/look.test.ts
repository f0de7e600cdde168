import assert from 'node:assert/strict'
import { before, test } from 'node:test'
import { sql } from 'drizzle-orm'
import type { Actor } from '#kit/db/actor.ts'
import { actingAs, actingAsGuest, rowsOf, type Tx } from '#kit/db/database.ts'
import { aSmallTown } from '#test/small-town.ts'
import { type Served, serveHouse } from '../../../test/served.ts'
import { setLook } from './actions.ts'
import { styleBoard } from './commands.ts'
import { themes } from './tables.ts'

let house: Served
let town: Awaited<ReturnType<typeof aSmallTown>>
before(async () => {
  house = await serveHouse({ town: true })
  town = await aSmallTown()
})
const board = () => house.as('karima.vos@veenenplas.example')
const navy = { accent: '#1d3a6b', brand: null }

test('who may choose a look: the executive of the board, for that board only', async () => {
  const put = (organisationId: string) => (tx: Tx) =>
    tx
      .insert(themes)
      .values({ organisationId, ...navy })
      .onConflictDoUpdate({ target: themes.organisationId, set: navy })
  const deed = async (actor: Actor, organisationId: string) =>
    actingAs(town.db, actor, put(organisationId)).then(
      () => true,
      () => false,
    )
  const impostor = { ...town.head, roles: ['bestuurder'] } as Actor
  const may: [Actor, string, boolean][] = [
    [town.trustee, town.board, true],
    [town.trustee, town.school, false],
    [town.head, town.board, false],
    [town.head, town.school, false],
    [impostor, town.school, false],
    [town.neighbour, town.board, false],
    [town.therapist, town.board, false],
    [town.therapist, town.partner, false],
  ]
  for (const [actor, organisationId, expected] of may)
    assert.equal(await deed(actor, organisationId), expected, `${actor.accountId} ${organisationId}`)
  const gone = await actingAs(town.db, town.head, (tx) => tx.delete(themes).returning())
  assert.deepEqual(gone, [])
  assert.deepEqual(await actingAs(town.db, town.head, (tx) => setLook(tx, town.head, navy)), {
    ok: false,
    because: 'not-yours',
  })
  const seen = await actingAsGuest(town.db, '', (tx) => rowsOf(tx, sql`select accent from themes`))
  assert.deepEqual(seen, [], 'a passer-by sees a colour only where a page is open')
})

test('one colour for the board: its schools and the page for parents wear it, the other board’s people do not', async () => {
  const karima = await board()
  assert.match(await (await karima.get('/')).text(), /href="\/huisstijl"/)
  const saved = await karima.post('/huisstijl', { accent: '1D3A6B', brand: 'Veen & Plas' })
  assert.equal(saved.status, 303)
  const sheet = /href="(\/assets\/accent\/1d3a6b-[\w-]{8}\.css)"/
  const teacher = await house.as('joost.hendriks@dewaterlelie.example')
  const page = await (await teacher.get('/')).text()
  const path = sheet.exec(page)?.[1]
  assert.ok(path)
  assert.match(page, /<\/svg> Veen &amp; Plas/)
  const css = await teacher.get(path)
  assert.equal(css.status, 200)
  assert.match(css.headers.get('cache-control') ?? '', /immutable/)
  assert.match(await css.text(), /--do:#1d3a6b/)
  const forParents = await (await house.nobody().get('/ouders/de-waterlelie-wilgenveen')).text()
  assert.match(forParents, sheet)
  assert.match(forParents, /<p class="whose">Veen &amp; Plas/)
  const sanne = await house.as('sanne.terhorst@spraakwijzer.example')
  assert.doesNotMatch(await (await sanne.get('/')).text(), /assets\/accent/)
  assert.doesNotMatch(await (await house.nobody().get('/inloggen')).text(), /assets\/accent/)
})

test('a colour that cannot be read is adjusted, and the page says so; one like safety’s is refused', async () => {
  const karima = await board()
  await karima.post('/huisstijl', { accent: '#ffd400', brand: '' })
  assert.match(await (await karima.get('/huisstijl')).text(), /We maken de kleur donkerder/)
  for (const [accent, why] of [
    ['#a1124c', /lijkt te veel op die van de veiligheidskaarten/],
    ['rood', /Een kleur heeft zes tekens/],
    ['#12345g', /Een kleur heeft zes tekens/],
  ] as const) {
    const refused = await karima.post('/huisstijl', { accent, brand: 'x' })
    assert.equal(refused.status, 422)
    const html = await refused.text()
    assert.match(html, why)
    assert.ok(html.includes(`value="${accent}"`))
  }
  await karima.post('/huisstijl', { accent: '', brand: '' })
  assert.doesNotMatch(await (await karima.get('/')).text(), /assets\/accent/)
})

test('a head and a partner find no such page, and a made-up colour no such sheet', async () => {
  for (const mail of ['nadia.bouzid@dewaterlelie.example', 'sanne.terhorst@spraakwijzer.example']) {
    const visitor = await house.as(mail)
    assert.equal((await visitor.get('/huisstijl')).status, 404)
    assert.equal((await visitor.post('/huisstijl', { accent: '#1d3a6b' })).status, 404)
  }
  for (const path of ['1d3a6b-aaaaaaaa.css', 'a1124c-aaaaaaaa.css'])
    assert.equal((await house.nobody().get(`/assets/accent/${path}`)).status, 404)
})

test('the operator gives a board its colour by command', async () => {
  const said: string[] = []
  const io = {
    say: (line: string) => void said.push(line),
    warn: (line: string) => void said.push(line),
    refuse: (line: string) => said.push(line) && 2,
    readFile: async () => undefined,
    writeFile: async () => {},
    stop: new AbortController().signal,
  }
  const run = (...args: string[]) =>
    styleBoard.run({
      args,
      io,
      house,
    })
  assert.equal(await run('Stichting Veen & Plas', '#1d3a6b', 'Veen', '&', 'Plas'), 0)
  assert.match(await (await (await board()).get('/')).text(), /assets\/accent\/1d3a6b/)
  assert.equal(await run('Stichting Veen & Plas', 'none'), 0)
  assert.equal(await run('Stichting Veen & Plas', '#a1124c'), 2)
  assert.equal(await run('Geen bestuur', '#1d3a6b'), 2)
  assert.equal(await run(), 2)
})
