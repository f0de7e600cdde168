import assert from 'node:assert/strict'
import { before, test } from 'node:test'
import { gzipSync } from 'node:zlib'
import type { Database, Tx } from '#kit/db/database.ts'
import { ground, leansOn } from '#rooms/map.ts'
import { engine } from '#test/engine.ts'
import { assets } from '#ui/assets.ts'
import { type Served, serveHouse } from '../served.ts'
import { walk } from './forms.ts'

/**
 * What a page asks of the database and of the line: counted, for every page somebody can come to. Beginning and ending,
 * becoming somebody and looking the session up are the same for every page and are not counted.
 */
const mostStatements = 6
const mostBytes = 60_000

let house: Served
let statements = 0
before(async () => {
  house = await serveHouse({ town: true, around: counting })
})

/** The same database, which counts every statement of a page; the one about the session goes before the first. */
function counting(db: Database): Database {
  count(db.gate)
  return { ...db, transaction: (work, settings) => db.transaction((tx) => work(count(tx)), settings) }
}
const theSession = 1
const onHome = leansOn.home.filter((room) => !(ground as readonly string[]).includes(room))

type Session = { prepareQuery: (...given: unknown[]) => unknown }
/** Every statement that Drizzle sends is prepared by its session first. Opening and closing ask nothing. */
function count(tx: Tx): Tx {
  const { session } = tx as unknown as { session: Session }
  const prepare = session.prepareQuery.bind(session)
  session.prepareQuery = (...given) => {
    if (!/^(begin|commit|rollback)/i.test((given[0] as { sql: string }).sql)) statements += 1
    return prepare(...given)
  }
  return tx
}

for (const [who, mail] of [
  ['head', 'nadia.bouzid@dewaterlelie.example'],
  ['teacher', 'joost.hendriks@dewaterlelie.example'],
  ['partner', 'sanne.terhorst@spraakwijzer.example'],
] as const)
  test(`${who}: no page asks more than ${mostStatements} things of the database`, async () => {
    const visitor = await house.as(mail)
    const { pages } = await walk(visitor, { alike: 1 })
    const table: { path: string; statements: number }[] = []
    for (const path of pages.keys()) {
      statements = -theSession
      await (await visitor.get(path)).text()
      table.push({ path, statements })
    }
    table.sort((x, y) => y.statements - x.statements)
    console.log(
      `  ${engine}, ${who}: ${table.map((row) => `${row.statements} ${row.path.replace(/[0-9a-f-]{36}/g, ':id')}`).join(', ')}`,
    )
    assert.ok(
      table.some((row) => row.statements >= 2),
      'a count that counts nothing proves nothing',
    )
    assert.deepEqual(
      // Home may ask one thing of each room it puts together; the ground below them is asked by the way.
      table.filter(
        (row) => row.statements > (row.path === '/' ? Math.max(mostStatements, onHome.length) : mostStatements),
      ),
      [],
    )
  })

test('an answer to a question asks no more of the database either', async () => {
  const visitor = await house.as('joost.hendriks@dewaterlelie.example')
  statements = -theSession
  const answer = await visitor.post('/bij-wie', { question: 'kind praat onverstaanbaar' })
  assert.equal(answer.status, 200)
  console.log(`  ${engine}, an answer: ${statements}`)
  assert.ok(statements > 0 && statements <= mostStatements, String(statements))
})

test(`the first look at a page is less than ${mostBytes / 1000} kB`, async () => {
  const { css, js, icon } = await assets()
  const visitor = await house.as('nadia.bouzid@dewaterlelie.example')
  for (const path of [css.path, js.path, '/inloggen']) {
    const answer = await visitor.ask(path, { headers: { 'accept-encoding': 'gzip' } })
    assert.equal(answer.headers.get('content-encoding'), 'gzip', path)
  }
  for (const path of ['/', '/bij-wie', '/netwerk', '/hulp-nu']) {
    const html = gzipSync(await (await visitor.get(path)).text()).length
    const whole = html + css.gzip.length + js.gzip.length + icon.gzip.length
    console.log(`  ${path}: ${html} + style ${css.gzip.length} + script ${js.gzip.length} = ${whole} bytes gzip`)
    assert.ok(whole < mostBytes, `${path}: ${whole}`)
  }
})
