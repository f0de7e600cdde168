import assert from 'node:assert/strict'
import { existsSync, globSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { test } from 'node:test'
import { actingAsKeeper } from '#kit/db/database.ts'
import { freshDatabase } from '#test/engine.ts'
import { drawRegister, processings, registerFile, tablesOf } from './papers.ts'

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

test('ten questions, each answered by a page and a test that exists', () => {
  const text = readFileSync(join(handbook, 'papieren', 'tien-vragen.md'), 'utf8')
  const rows = [...text.matchAll(/^\| \d+ \| .* \| \[[^\]]+\]\([^)]+\) \| `([^`]+)` › (.+) \|$/gm)]
  assert.equal(rows.length, 10)
  for (const [, file, title] of rows) {
    assert.ok(existsSync(join(root, file!)), `${file} is not there`)
    assert.ok(readFileSync(join(root, file!), 'utf8').includes(title!), `${file} has no test “${title}”`)
  }
})
