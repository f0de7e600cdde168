import { spawn } from 'node:child_process'
import { mkdtempSync, readFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

/** One program of the checks: a file of tests, or a tool. `step` is what its result is counted under. */
export type Job = {
  step: string
  name: string
  program: readonly string[]
  env?: Readonly<Record<string, string>>
  /** Milliseconds after which it is ended, and has not held. */
  limit: number
  /** Has tests, which it counts; a tool only holds or not. */
  counts: boolean
}

/** `said` is all that somebody has to read of it. */
export type Outcome = { job: Job; held: boolean; passed: number; failed: number; seconds: number; said: string }

const root = join(import.meta.dirname, '..')
const desk = mkdtempSync(join(tmpdir(), 'kortelijnen-'))

/** Runs them in this order, so many at once: a core is idle only when nothing is left to begin. */
export async function runJobs(
  jobs: readonly Job[],
  { atOnce, loud, done }: { atOnce: number; loud: boolean; done: (outcome: Outcome) => void },
): Promise<Outcome[]> {
  const waiting = [...jobs]
  const outcomes: Outcome[] = []
  const lane = async () => {
    for (let job = waiting.shift(); job; job = waiting.shift()) {
      const outcome = await run(job, loud)
      outcomes.push(outcome)
      done(outcome)
    }
  }
  await Promise.all(Array.from({ length: atOnce }, lane))
  return outcomes
}

let given = 0
const running = new Set<number>()
// They are groups of their own, so that a browser ends with its test: who stops us must stop them too.
for (const signal of ['SIGINT', 'SIGTERM'] as const)
  process.once(signal, () => {
    for (const pid of running) endAll(pid)
    process.exit(1)
  })

async function run(job: Job, loud: boolean): Promise<Outcome> {
  const report = join(desk, `${++given}`)
  const started = performance.now()
  const { held, out } = await ran(job, report)
  const told = job.counts ? readOr(report) : ''
  const [, passed = '0', failed = '0'] = /(\d+) passed, (\d+) failed\s*$/.exec(told) ?? []
  // A file that ends without counting, or counts nothing, has tested nothing: that is a failure too.
  const right = held && (!job.counts || (Number(passed) > 0 && Number(failed) === 0))
  const lost = !right && Number(failed) === 0
  return {
    ...{ job, held: right, passed: Number(passed), failed: Number(failed) + (lost ? 1 : 0) },
    seconds: (performance.now() - started) / 1000,
    said: [right ? '' : told.replace(/\s*\d+ passed, \d+ failed\s*$/, ''), loud || lost ? out : ''].join('\n').trim(),
  }
}

function ran({ program, env, limit, counts }: Job, report: string): Promise<{ held: boolean; out: string }> {
  const [command, ...args] = program.map((part) => (counts && part === '{report}' ? report : part))
  return new Promise((resolve) => {
    const child = spawn(command!, args, { cwd: root, env: { ...process.env, ...env }, detached: true })
    if (child.pid) running.add(child.pid)
    const out: Buffer[] = []
    for (const stream of [child.stdout, child.stderr]) stream.on('data', (piece: Buffer) => out.push(piece))
    const clock = setTimeout(() => {
      out.push(Buffer.from(`Ended after ${limit / 1000} seconds.\n`))
      endAll(child.pid)
    }, limit)
    child.on('error', (error) => out.push(Buffer.from(`${error.message}\n`)))
    child.on('close', (status) => {
      clearTimeout(clock)
      running.delete(child.pid ?? 0)
      resolve({ held: status === 0, out: Buffer.concat(out).toString('utf8') })
    })
  })
}

/** With whatever it had begun itself, such as a browser. */
function endAll(pid: number | undefined) {
  try {
    if (pid) process.kill(-pid, 'SIGKILL')
  } catch {
    // It had ended by itself.
  }
}

function readOr(path: string): string {
  try {
    return readFileSync(path, 'utf8')
  } catch {
    return ''
  }
}
