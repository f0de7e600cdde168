import { readConfig } from '#kit/config/read.ts'
import { openPostgres } from '#kit/db/postgres.ts'
import { assets } from '#ui/assets.ts'
import { build } from '../../src/main/house.tsx'
import { learnLanguages } from '../../src/main/languages.ts'
import { gateOf } from '../../src/main/open.ts'
import type { Filled } from './databases.ts'
import { median } from './figures.ts'
import type { Page } from './pages.ts'
import type { Visitor } from './people.ts'
import { secret } from './running.ts'
import { queriesIn, type Statement, statementsOf } from './statements.ts'

/** What a page asks of the database, for each of these visitors: heard in a house of our own on the same database. */
export async function listen(filled: Filled, visitors: readonly Visitor[], page: Page) {
  await learnLanguages()
  const url = 'http://localhost:1'
  const settings = readConfig({ ...filled.env, BASE_URL: url }, [], '/nowhere')
  if (!settings.ok) throw new Error(settings.sentences.join(' '))
  const { config } = settings
  const db = await openPostgres({ serving: filled.serving, owner: filled.owner })
  const gate = gateOf(db, config, secret)
  const house = { db, config, gate, assets: await assets(), nudge: () => {}, clock: () => new Date(), log: () => {} }
  const app = build(house)
  const statements: Statement[][] = []
  try {
    // A statement gets its name when it keeps coming back; by then nothing is new to the house.
    for (const visitor of visitors.slice(0, 5)) await statementsOf(app, url, visitor.cookie, page.ask(visitor, 0))
    for (const [turn, visitor] of visitors.entries())
      statements.push(await statementsOf(app, url, visitor.cookie, page.ask(visitor, turn)))
    return { statements, queries: median(statements.map(queriesIn)) }
  } finally {
    await gate.idle()
    await db.close()
  }
}
