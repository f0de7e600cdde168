import { globSync, readFileSync } from 'node:fs'
import { availableParallelism } from 'node:os'
import { join } from 'node:path'
import { findBrowser } from './browser.ts'
import { redrawMap } from './map.ts'
import { redrawOpenApi } from './openapi.ts'
import { type Job, type Outcome, runJobs } from './pool.ts'
import { type Server, startPostgres } from './postgres.ts'

/** The steps of `npm test`, each by name. What takes longer than ten minutes runs only with `--long`. */
const root = join(import.meta.dirname, '..')
const asked = process.argv.slice(2).filter((arg) => !arg.startsWith('--'))
const long = process.argv.includes('--long')
const usual = ['types', 'lint', 'map', 'rules', 'postgres', 'journeys']
const wanted = asked.length ? asked : [...usual, ...(long ? ['oldest', 'long'] : [])]

const tenMinutes = 600_000
const twoHours = 7_200_000

const textOf = (file: string) => readFileSync(join(root, file), 'utf8')
const filesIn = (place: string) => globSync(`${place}/*.test.ts`, { cwd: root }).sort()
// A file beside the tests that only sets the scene for them has no test of its own.
const testFiles = globSync('{src,test,bench}/**/*.test.{ts,tsx}', { cwd: root })
  .filter((file) => !/^test\/(journeys|long|tools|clients)\//.test(file) && /\btest\(/.test(textOf(file)))
  .sort()
// Which files open a database: by themselves, or through the scene they set.
const opensDatabase = (file: string) =>
  /#test\/(engine|small-town|visit|told|at-work)|served\.ts|trial\.test/.test(textOf(file))
const withDatabase = testFiles.filter(opensDatabase)
// The engines share the work, so that all of it stays under ten minutes; `--long` runs everything on both. What the house
// itself does with a database is tested on both each time. Signing in, the rooms, who may what, the nastiest strings and
// what programs ask go on PostgreSQL, which takes half the time of the embedded one; so do the journeys through the
// browser and what pages weigh. The first run and the handbook stay with the embedded one, which is what one meets at
// home. The country is filled on a server.
const house = /^src\/(kit|main)\//
const forPostgres = /^src\/(rooms|kit\/gate|main\/country)\/|^test\/matrix\/(access|intruder|nasty|api|weight)/
const asAtHome = (file: string) => /journeys\/(firstrun|handbook)/.test(file)
const onEmbedded = testFiles.filter((file) => long || !opensDatabase(file) || !forPostgres.test(file))
const onServer = withDatabase.filter((file) => long || house.test(file) || forPostgres.test(file))

/** What takes longest begins first, or the other core waits for it at the end. A guess: a wrong one costs only time. */
const longFirst = [
  /journeys\/everyone/,
  /matrix\/(nasty|access|apiwrong)/,
  /country\/fill/,
  /journeys\//,
  /matrix\//,
  /routes\.test|timetable|takeovers/,
]
const rank = ({ name }: Job) => {
  const place = longFirst.findIndex((pattern) => pattern.test(name))
  return place < 0 ? longFirst.length : place
}

async function runAll(): Promise<boolean> {
  const started = performance.now()
  const drawn = !wanted.includes('map') || draw()
  const servers: Server[] = []
  const addresses = new Map<string, string>()
  const serverFor = async (version: '15' | '18') => {
    const known = addresses.get(version)
    if (known) return { TEST_ENGINE: 'postgres', TEST_POSTGRES_URL: known }
    const server = await startPostgres(version)
    console.log(`· PostgreSQL ${server.version}`)
    servers.push(server)
    addresses.set(version, server.near)
    return { TEST_ENGINE: 'postgres', TEST_POSTGRES_URL: server.near }
  }
  try {
    const outcomes = await runJobs(
      (await jobs(serverFor)).toSorted((x, y) => rank(x) - rank(y)),
      {
        // One more than there are cores: now and then each waits for its server or its browser.
        atOnce: availableParallelism() + 1,
        loud: wanted.includes('clients'),
        done: report,
      },
    )
    // One at a time: what is measured for an hour shares the machine with nothing else.
    if (wanted.includes('long')) {
      const alone = fileJobs('long', filesIn('test/long'), { TEST_ENGINE: 'pglite', TEST_BROWSER: browser() })
      outcomes.push(...(await runJobs(alone, { atOnce: 1, loud: true, done: report })))
    }
    return conclude(outcomes, drawn, (performance.now() - started) / 1000)
  } finally {
    for (const server of servers) await server.stop()
  }
}

async function jobs(serverFor: (version: '15' | '18') => Promise<Record<string, string>>): Promise<Job[]> {
  const made: Record<string, () => Job[] | Promise<Job[]>> = {
    types: () => [tool('types', [process.execPath, 'node_modules/typescript/bin/tsc', '-p', '.', '--checkers', '1'])],
    lint: () => [tool('lint', [lintProgram(), 'check', '--diagnostic-level=warn', '--error-on-warnings'])],
    rules: () => fileJobs('rules', onEmbedded, { TEST_ENGINE: 'pglite' }),
    postgres: async () => fileJobs('postgres', onServer, await serverFor('18')),
    journeys: async () => {
      const [browsing, journeys] = [{ TEST_BROWSER: browser() }, filesIn('test/journeys')]
      return [
        ...fileJobs('journeys', journeys.filter(asAtHome), { ...browsing, TEST_ENGINE: 'pglite' }),
        ...fileJobs(
          'journeys',
          journeys.filter((file) => !asAtHome(file)),
          { ...browsing, ...(await serverFor('18')) },
        ),
      ]
    },
    // Programs of others that read what we write. They must be on this machine: docs/handbook/beheerder.md names them.
    clients: () => fileJobs('clients', filesIn('test/clients'), {}, twoHours),
    oldest: async () => fileJobs('oldest', withDatabase, await serverFor('15')),
  }
  const all: Job[] = []
  for (const step of wanted) all.push(...((await made[step]?.()) ?? []))
  return all
}

const tool = (step: string, program: string[]): Job => ({
  ...{ step, name: step, program, limit: tenMinutes, counts: false },
})

/** Each file in a process of its own, run as it is: what goes wrong in one leaves the others alone. */
function fileJobs(step: string, files: readonly string[], env: Record<string, string> = {}, limit = tenMinutes) {
  const first = ['test/unhooked.mjs', 'bin/lib/load.mjs'].flatMap((file) => ['--import', join(root, file)])
  const node = [process.execPath, '--disable-warning=ExperimentalWarning', ...first]
  const limits = step === 'long' || long ? twoHours : limit
  // What tries thousands of things tries all of them only when there is time.
  const told = { ...env, ...(long && { TEST_LONG: '1' }) }
  const reporter = [`--test-reporter=${join(root, 'test/reporter.mjs')}`, '--test-reporter-destination', '{report}']
  return files.map(
    (file): Job => ({
      step,
      name: file,
      program: [...node, ...reporter, file],
      env: told,
      limit: limits,
      counts: true,
    }),
  )
}

function report({ job, held, said, seconds }: Outcome) {
  if (!held) console.log(`\n✖ ${job.step}: ${job.name} (${seconds.toFixed(0)} s)`)
  if (said) console.log(`  ${said}`)
}

/** A line for each step, the files that took longest, and what all of it came to. */
function conclude(outcomes: readonly Outcome[], drawn: boolean, seconds: number): boolean {
  for (const step of new Set(outcomes.map(({ job }) => job.step))) {
    const own = outcomes.filter(({ job }) => job.step === step)
    const work = sum(own.map((one) => one.seconds)).toFixed(0)
    const counted = own[0]!.job.counts
      ? `${own.length} files, ${sum(own.map(({ passed }) => passed))} passed, ${sum(own.map(({ failed }) => failed))} failed, `
      : ''
    console.log(`· ${step}: ${counted}${work} s of work`)
  }
  const slowest = outcomes.toSorted((x, y) => y.seconds - x.seconds).slice(0, Number(process.env['TEST_SLOWEST'] ?? 6))
  console.log(`  longest: ${slowest.map(({ job, seconds: s }) => `${job.name} ${s.toFixed(0)} s`).join(', ')}`)
  const wrong = [...new Set(outcomes.filter(({ held }) => !held).map(({ job }) => job.step)), ...(drawn ? [] : ['map'])]
  console.log(`  all of it in ${seconds.toFixed(0)} s`)
  if (wrong.length) console.log(`\nNot right yet: ${wrong.join(', ')}`)
  const failed = sum(outcomes.map((one) => one.failed)) + (drawn ? 0 : 1)
  console.log(`\n${sum(outcomes.map(({ passed }) => passed))} passed, ${failed} failed`)
  return wrong.length === 0
}

const sum = (numbers: readonly number[]) => numbers.reduce((all, one) => all + one, 0)

// Both are drawn, so that neither hides that the other had gone stale.
const draw = () => [redrawMap(root), redrawOpenApi(root)].every(Boolean)

function browser(): string {
  const found = findBrowser()
  console.log(`· ${found}`)
  return found
}

function lintProgram(): string {
  return join(root, 'node_modules', '@biomejs', `cli-linux-${process.arch}`, 'biome')
}

process.exit((await runAll()) ? 0 : 1)
