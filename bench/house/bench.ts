// What the country costs beside one school: npm run bench. Figures are printed and written down, never asserted.
//   --schools N    a smaller country       --quick   few rounds, to see whether it runs     --no-embedded
//   --short        half the rounds, for who has ten minutes instead of half an hour
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { availableParallelism, tmpdir } from 'node:os'
import { join } from 'node:path'
import pg from 'pg'
import { openEmbedded } from '#kit/db/pglite.ts'
import { openPostgres } from '#kit/db/postgres.ts'
import { ask, hangUp } from './ask.ts'
import { type Filled, filledDatabases } from './databases.ts'
import { driversOf } from './drivers.ts'
import { listen } from './listen.ts'
import { backendsOf, loadOf, type Rate, ratesInTurn, timeInTurn, type Variant } from './measure.ts'
import { type Page, pages } from './pages.ts'
import { crowdTheGate, signedIn, type Visitor } from './people.ts'
import { type Measured, report, type Standing } from './report.ts'
import { command, freePort, type Running, root, startHouse, usage } from './running.ts'
import { withoutNames } from './statements.ts'

const args = process.argv.slice(2)
const numberAfter = (name: string) => Number(args[args.indexOf(name) + 1]) || undefined
const quick = args.includes('--quick')
const schools = args.includes('--schools') ? (numberAfter('--schools') ?? 100) : 6107
const short = args.includes('--short')
const whole = { rounds: 12, each: 25, slices: 5, seconds: 3 }
const half = short ? { rounds: 6, each: 25, slices: 3, seconds: 2 } : whole
const size = quick ? { rounds: 2, each: 10, slices: 1, seconds: 1 } : half
// As an operator runs it on PostgreSQL: as many processes as there are cores. The driver gets as many.
const processes = availableParallelism()
const say = (line: string) => process.stderr.write(`· ${line}\n`)

const directory = mkdtempSync(join(tmpdir(), 'kortelijnen-bench-'))
const closing: (() => unknown)[] = [() => rmSync(directory, { recursive: true, force: true })]

async function main() {
  say(`Filling a PostgreSQL with one school, and another with ${schools}`)
  const server = await filledDatabases([
    { name: 'one', schools: 1 },
    { name: 'country', schools },
  ])
  closing.push(server.stop)
  const [one, country] = server.databases as [Filled, Filled]
  const [atOne, atCountry] = [await visitorsOf(one), await visitorsOf(country)]
  const standing: Standing[] = []
  const variants = [
    await variant({ name: 'one school', filled: one, visitors: atOne }, standing),
    await variant(
      { name: 'the same school amid the country', filled: country, visitors: atCountry.slice(0, 1) },
      standing,
    ),
  ]
  const spread = { ...variants[1]!, name: 'a hundred schools in turn', visitors: atCountry }
  const measured: Measured[] = []
  for (const { url, visitors } of [variants[0]!, spread]) await prepare(url, visitors)
  for (const page of await pagesThatAre(variants[0]!))
    measured.push(await measure(page, [...variants, spread], country))
  for (const each of variants.slice(0, 2)) noteMemory(standing, each)
  if (!args.includes('--no-embedded')) for (const many of [1, schools]) await embedded(many, measured, standing)
  report({
    measured,
    standing,
    version: server.version,
    schools,
    filling: country.seconds,
    processes,
    quick,
    looks: size.rounds * size.each,
  })
}

async function visitorsOf({ serving, owner, schools: many }: Filled): Promise<Visitor[]> {
  const db = await openPostgres({ serving, owner })
  try {
    await crowdTheGate(db, many > 1 ? many * 3 : 3)
    return await signedIn(db, 100)
  } finally {
    await db.close()
  }
}

async function variant(
  given: { name: string; filled: Filled; visitors: Visitor[] },
  standing: Standing[],
): Promise<Variant> {
  const { name, filled, visitors } = given
  const house = await startHouse({ ...filled.env, PROCESSES: String(processes) })
  closing.push(house.stop)
  standing.push({
    name: `PostgreSQL, ${name}`,
    startup: house.startup,
    atStart: usage(house.pid).memory,
    after: Number.NaN,
  })
  const watching = new pg.Client({ connectionString: filled.owner })
  await watching.connect()
  closing.push(() => watching.end())
  return { name, url: house.url, pid: house.pid, visitors, backends: backendsOf(watching, filled.name) }
}

const noteMemory = (standing: Standing[], { name, pid }: Variant) => {
  const found = standing.find((one) => one.name === `PostgreSQL, ${name}`)
  if (found) found.after = usage(pid).memory
}

async function prepare(url: string, visitors: readonly Visitor[]) {
  for (const { name, first } of pages)
    for (const { cookie } of first ? visitors : []) {
      const { status } = await ask(url, cookie, first!)
      if (status !== 303) say(`${name}: what comes first answers ${status}`)
    }
}

/** A page that this version does not have yet is left out, and said so. */
async function pagesThatAre({ url, visitors: [visitor] }: Variant): Promise<Page[]> {
  const there: Page[] = []
  for (const page of pages) {
    const { status } = await ask(url, visitor!.cookie, page.ask(visitor!, 0))
    if (status === 200) there.push(page)
    else say(`${page.name} is left out: it answers ${status}`)
  }
  return there
}

async function measure(page: Page, variants: Variant[], country: Filled): Promise<Measured> {
  say(page.name)
  const timed = await timeInTurn(page, variants, size)
  const [one, amid, spread] = variants as [Variant, Variant, Variant]
  const heard = await listen(country, spread.visitors.slice(0, 20), page)
  const bare = await barePage(amid, page)
  const driver = await driversOf(country.serving, heard.statements.map(withoutNames), processes)
  const keeping = await driversOf(country.serving, heard.statements, processes)
  const ways: Rate[] = [
    { name: 'page, one school', perSecond: () => loadOf(one.url, one.visitors, page, size.seconds) },
    { name: 'page, country', perSecond: () => loadOf(spread.url, spread.visitors, page, size.seconds) },
    { name: 'driver', perSecond: () => driver.perSecond(size.seconds) },
    { name: 'driver, plans kept', perSecond: () => keeping.perSecond(size.seconds) },
    { name: 'bare', perSecond: () => loadOf(bare.url, amid.visitors, page, size.seconds) },
  ]
  const rates = await ratesInTurn(ways, size.slices)
  await Promise.all([driver.close(), keeping.close(), bare.stop()])
  return { page: page.name, timed, rates, queries: heard.queries, statements: heard.statements[0]?.length ?? 0 }
}

/** The page as it came, served by nothing but the server. */
async function barePage({ url, visitors: [visitor] }: Variant, page: Page): Promise<Pick<Running, 'url' | 'stop'>> {
  const { text } = await ask(url, visitor!.cookie, { ...page.ask(visitor!, 0) }, 'identity')
  const file = join(directory, 'bare.html')
  writeFileSync(file, text())
  const port = await freePort()
  const child = spawn(
    process.execPath,
    [
      '--disable-warning=ExperimentalWarning',
      '--import',
      join(root, 'bin/lib/load.mjs'),
      'bench/house/bare.ts',
      file,
      String(port),
    ],
    { cwd: root, stdio: ['ignore', 'pipe', 'inherit'] },
  )
  await once(child.stdout!, 'data')
  const stop = async () => {
    const gone = once(child, 'exit')
    child.kill()
    await gone
  }
  return { url: `http://localhost:${port}`, stop }
}

/** The embedded database: the same pages, one after the other. It belongs to one process, so they cannot take turns. */
async function embedded(many: number, measured: Measured[], standing: Standing[]) {
  const name = many === 1 ? 'embedded, one school' : 'embedded, country'
  say(`${name}: filling`)
  const env = { DATA_DIR: join(directory, `embedded-${many}`), BASE_URL: 'http://localhost' }
  await command(env, 'demo', 'country', '--schools', String(many))
  const db = await openEmbedded(join(env.DATA_DIR, 'real'))
  const visitors = await signedIn(db, 100).finally(() => db.close())
  const house = await startHouse(env)
  const started = { name, startup: house.startup, atStart: usage(house.pid).memory, after: Number.NaN }
  const variants: Variant[] = [
    { name, url: house.url, pid: house.pid, visitors: visitors.slice(0, 1), backends: async () => [] },
  ]
  await prepare(house.url, variants[0]!.visitors)
  for (const page of pages) {
    const row = measured.find((one) => one.page === page.name)
    if (!row) continue
    for (const [key, timed] of await timeInTurn(page, variants, size)) row.timed.set(key, timed)
    row.rates.set(name, [await loadOf(house.url, variants[0]!.visitors, page, size.seconds)])
  }
  standing.push({ ...started, after: usage(house.pid).memory })
  await house.stop()
}

try {
  await main()
} finally {
  hangUp()
  for (const close of closing.reverse()) await close()
}
