import { spawnSync } from 'node:child_process'
import { globSync, mkdtempSync, readFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { findBrowser } from './browser.ts'
import { redrawMap } from './map.ts'
import { redrawOpenApi } from './openapi.ts'
import { startPostgres } from './postgres.ts'

/** The steps of `npm test`, each by name. `long` ones run only when asked for. */
const root = join(import.meta.dirname, '..')
const totals = join(mkdtempSync(join(tmpdir(), 'kortelijnen-')), 'totals')
const asked = process.argv.slice(2).filter((arg) => !arg.startsWith('--'))
const long = process.argv.includes('--long')
const node = [process.execPath, '--disable-warning=ExperimentalWarning', '--import', join(root, 'bin/lib/load.mjs')]

type Step = { name: string; long?: boolean; onDemand?: boolean; run: () => boolean | Promise<boolean> }

const sevenMinutes = 420_000
const twoHours = 7_200_000

const textOf = (file: string) => readFileSync(join(root, file), 'utf8')
// A file beside the tests that only sets the scene for them has no test of its own.
const testFiles = globSync('{src,test,bench}/**/*.test.{ts,tsx}', { cwd: root })
  .filter((file) => !/^test\/(journeys|long|tools|clients)\//.test(file) && /\btest\(/.test(textOf(file)))
  .sort()
// A file that opens a database by `#test/engine.ts` runs once more on a real PostgreSQL.
const onBoth = testFiles.filter((file) => textOf(file).includes('#test/engine.ts'))
// What strings and page weights do does not hang on the engine: the second engine gets them in the long run only.
const onSecond = onBoth.filter((file) => long || !/matrix\/(nasty|weight)/.test(file))

const steps: Step[] = [
  { name: 'types', run: () => command([process.execPath, 'node_modules/typescript/bin/tsc', '-p', '.']) },
  { name: 'lint', run: () => command([lintProgram(), 'check', '--diagnostic-level=warn', '--error-on-warnings']) },
  // Both are drawn, so that neither hides that the other had gone stale.
  { name: 'map', run: () => [redrawMap(root), redrawOpenApi(root)].every(Boolean) },
  { name: 'rules', run: () => tests(testFiles, { TEST_ENGINE: 'pglite' }) },
  { name: 'postgres', run: () => onPostgres('18', onSecond) },
  { name: 'journeys', run: journeys },
  // Programs of others that read what we write. They must be on this machine: docs/handbook/beheerder.md names them.
  {
    name: 'clients',
    onDemand: true,
    run: () => tests(globSync('test/clients/*.test.ts', { cwd: root }).sort(), { TEST_LOUD: '1' }, twoHours),
  },
  {
    name: 'long',
    long: true,
    run: async () =>
      (await onPostgres('15', onBoth)) &&
      // One at a time: what is measured for an hour shares the machine with nothing else.
      globSync('test/long/*.test.ts', { cwd: root })
        .sort()
        .every((file) => tests([file], { TEST_LOUD: '1' }, twoHours)),
  },
]

process.exit((await runAll()) ? 0 : 1)

async function runAll(): Promise<boolean> {
  const failed: string[] = []
  for (const step of steps) {
    if (asked.length ? !asked.includes(step.name) : step.onDemand || (step.long && !long)) continue
    const started = performance.now()
    console.log(`· ${step.name}`)
    if (!(await step.run())) failed.push(step.name)
    console.log(`  ${((performance.now() - started) / 1000).toFixed(1)} s`)
  }
  return conclude(failed)
}

/** The closing line counts the tests, and one more for every step without tests of its own that did not hold. */
function conclude(failed: string[]): boolean {
  const counts = readTotals()
  const others = failed.filter((name) => ['types', 'lint', 'map'].includes(name)).length
  if (failed.length) console.log(`\nNot right yet: ${failed.join(', ')}`)
  console.log(
    `\n${counts.passed} passed, ${counts.failed + others + (failed.length && !counts.failed && !others ? 1 : 0)} failed`,
  )
  return failed.length === 0 && counts.failed === 0
}

function readTotals() {
  try {
    const lines = readFileSync(totals, 'utf8')
      .trim()
      .split('\n')
      .map((line) => line.split(' ').map(Number))
    return { passed: lines.reduce((sum, [p = 0]) => sum + p, 0), failed: lines.reduce((sum, [, f = 0]) => sum + f, 0) }
  } catch {
    return { passed: 0, failed: 0 }
  }
}

function command([program, ...args]: string[]): boolean {
  return spawnSync(program!, args, { cwd: root, stdio: 'inherit' }).status === 0
}

function tests(files: string[], env: Record<string, string>, timeout = sevenMinutes): boolean {
  if (!files.length) return false
  const [program, ...flags] = node
  const reporter = [
    '--test',
    '--test-concurrency=2',
    `--test-timeout=${timeout}`,
    `--test-reporter=${join(root, 'test/reporter.mjs')}`,
    '--test-reporter-destination=stdout',
  ]
  const { status } = spawnSync(program!, [...flags, ...reporter, ...files], {
    cwd: root,
    stdio: 'inherit',
    env: { ...process.env, TEST_TOTALS: totals, ...env },
  })
  return status === 0
}

async function onPostgres(version: '15' | '18', files: string[]): Promise<boolean> {
  const server = await startPostgres(version)
  try {
    console.log(`  PostgreSQL ${server.version}`)
    return tests(files, { TEST_ENGINE: 'postgres', TEST_POSTGRES_URL: server.url })
  } finally {
    await server.stop()
  }
}

async function journeys(): Promise<boolean> {
  const browser = findBrowser()
  console.log(`  ${browser}`)
  return tests(globSync('test/journeys/*.test.ts', { cwd: root }).sort(), { TEST_BROWSER: browser })
}

function lintProgram(): string {
  return join(root, 'node_modules', '@biomejs', `cli-linux-${process.arch}`, 'biome')
}
