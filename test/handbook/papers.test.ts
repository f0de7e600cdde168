import assert from 'node:assert/strict'
import { existsSync, globSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { test } from 'node:test'
import { actingAsKeeper } from '#kit/db/database.ts'
import { freshDatabase } from '#test/engine.ts'
import { drawLeaflet, drawRegister, leafletFile, processings, registerFile, runsTest, tablesOf } from './papers.ts'

/** The papers say what is so: every table in the register, every link leads somewhere, every test named exists. */
const root = join(import.meta.dirname, '..', '..')
const handbook = join(root, 'docs', 'handbook')
const papers = globSync('**/*.md', { cwd: handbook }).map((file) => join(handbook, file))

test('every table stands in the register, once', async () => {
  const db = await freshDatabase()
  const tables = await actingAsKeeper(db, tablesOf)
  const told = processings().flatMap(({ tabellen }) => tabellen)
  assert.deepEqual(
    told.toSorted(),
    tables.map(({ name }) => name).toSorted(),
    'say in docs/handbook/papieren/register.json of whom a new table holds what, why and how long',
  )
  const fresh = drawRegister(processings(), tables)
  const kept = existsSync(registerFile) ? readFileSync(registerFile, 'utf8') : ''
  if (!process.env['CI'] && kept !== fresh) writeFileSync(registerFile, fresh)
  else assert.equal(kept, fresh, 'the register is drawn by this test: commit what it wrote')
})

test('every link in the handbook leads somewhere', () => {
  const lost = papers.flatMap((file) =>
    [...readFileSync(file, 'utf8').matchAll(/\]\(([^)#]+)(#[^)]*)?\)/g)]
      .map(([, to]) => to!)
      .filter((to) => !/^https?:/.test(to) && !existsSync(join(dirname(file), to)))
      .map((to) => `${file}: ${to}`),
  )
  assert.deepEqual(lost, [])
})

test('the annex of the privacy covenant says of every processing of persons what the register says', () => {
  const fresh = drawLeaflet(processings())
  const kept = existsSync(leafletFile) ? readFileSync(leafletFile, 'utf8') : ''
  if (!process.env['CI'] && kept !== fresh) writeFileSync(leafletFile, fresh)
  else assert.equal(kept, fresh, 'the annex is drawn by this test: commit what it wrote')
  for (const { naam, wie, bewaard } of processings())
    assert.equal(fresh.includes(`| ${naam} | ${wie} |`) && fresh.includes(bewaard), wie !== 'niemand', naam)
  for (const heading of ['A. Product', 'B. Doelen', 'C. Waar', 'D. Bewaren', 'E. Beveiliging', 'F. Rechten'])
    assert.ok(fresh.includes(`## ${heading}`), heading)
  assert.match(readFileSync(join(handbook, 'README.md'), 'utf8'), /\(papieren\/privacybijsluiter\.md\)/)
})

test('a test counts when it runs under that very title', () => {
  assert.ok(runsTest("test('one', () => {})\ntest('two', async (t) => {})", 'two'))
  const none = [
    "// test('two', () => {})",
    "/* test('two', () => {}) */",
    'const said = "test(\'two\',"',
    "test.skip('two', () => {})",
    "test.todo('two')",
    "test('two', { skip: true }, () => {})",
    "test('two', { todo: 'later' }, () => {})",
    "test('two', (t) => { t.skip('not now') })",
    "test('two more', () => {})",
    "attest('two', () => {})",
  ]
  for (const source of none) assert.equal(runsTest(source, 'two'), false, source)
  assert.ok(runsTest("test('two', () => {})\ntest('one', { skip: true }, () => {})", 'two'), 'its neighbour is not it')
  assert.ok(runsTest("const at = 'http://x'\ntest('two', () => {})", 'two'), 'an address is no comment')
})

test('ten questions, each answered by a page and a test that exists', () => {
  const text = readFileSync(join(handbook, 'papieren', 'tien-vragen.md'), 'utf8')
  const rows = [...text.matchAll(/^\| \d+ \| .* \| \[[^\]]+\]\([^)]+\) \| `([^`]+)` › (.+) \|$/gm)]
  assert.equal(rows.length, 10)
  for (const [, file, title] of rows) {
    assert.ok(existsSync(join(root, file!)), `${file} is not there`)
    assert.ok(runsTest(readFileSync(join(root, file!), 'utf8'), title!), `${file} runs no test “${title}”`)
  }
})
