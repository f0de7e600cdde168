import { execFileSync } from 'node:child_process'
import { writeFileSync } from 'node:fs'
import { cpus, totalmem } from 'node:os'
import { join } from 'node:path'
import { median, ms, quantile, table, times, whole } from './figures.ts'
import type { Timed } from './measure.ts'
import { root } from './running.ts'

export type Measured = {
  page: string
  timed: Map<string, Timed>
  rates: Map<string, number[]>
  queries: number
  statements: number
}
export type Standing = { name: string; startup: number; atStart: number; after: number }
export type Told = {
  measured: readonly Measured[]
  standing: readonly Standing[]
  version: string
  schools: number
  filling: number
  processes: number
  quick: boolean
  /** How often each page was asked for in each variant. */
  looks: number
}

const [one, amid, spread] = ['one school', 'the same school amid the country', 'a hundred schools in turn'] as const

/** Prints what was measured and writes it down beside the bench. */
export function report(told: Told): void {
  const text = [
    '# What the country costs',
    `${new Date().toISOString().slice(0, 16)}Z, commit ${commit()}, ${machine()}, Node ${process.version}, PostgreSQL ${told.version}.`,
    `One school beside ${told.schools} schools from the same seed (filled in ${whole(told.filling)} s)${told.quick ? '. A QUICK RUN: few rounds, the figures say little' : ''}. On PostgreSQL the house runs in ${told.processes} processes, and so does the driver beside it. Made by \`npm run bench\`.`,
    '## The page beside the driver',
    comparisons(told.measured),
    '## Time of a page',
    `Milliseconds over HTTP, one request after the other, the variants in turn, ${told.looks} times each: median / p99. “cpu” is processor time per page of house and database together, which noise on the machine touches least.`,
    times1(told.measured),
    '## Pages per second',
    'Eight lines at once, the ways in slices by turns; the median slice. “driver” is the same SQL straight through the driver (once more with the plans kept by name, as the house does), “bare” a page of the same size by the same server with nothing behind it.',
    rates(told.measured),
    ...embeddedOf(told),
    '## Starting, and memory',
    standing(told.standing),
  ].join('\n\n')
  console.log(text)
  if (!told.quick) writeFileSync(join(root, 'bench/RESULTS.md'), `${text}\n`)
}

/** Two things are called “the driver”: what each is beside, in a sentence, and both ratios of every page. */
export const comparisons = (measured: readonly Measured[]): string =>
  [
    '“page : driver” compares pages per second with runs per second of the same SQL through the same driver while PostgreSQL plans every statement anew, as a driver does when it is asked nothing special.',
    '“page : driver, plans kept” compares the same pages with the same SQL whose plans are kept by name, as the house itself does: the harder of the two, for it leaves the page all that is not SQL.',
    table(
      ['page', 'page : driver', 'page : driver, plans kept'],
      measured.map(({ page, rates: all }) => {
        const rate = (name: string) => median(all.get(name) ?? [])
        const beside = (name: string) => times(rate('page, country') / rate(name))
        return [page, beside('driver'), beside('driver, plans kept')]
      }),
    ),
  ].join('\n\n')

const both = (timed: Timed | undefined) =>
  timed ? `${ms(median(timed.times))} / ${ms(quantile(timed.times, 0.99))}` : '–'
const ratio = (a: Timed | undefined, b: Timed | undefined) => (a && b ? times(median(a.times) / median(b.times)) : '–')

const times1 = (measured: readonly Measured[]) =>
  table(
    [
      'page',
      one,
      amid,
      'country : one',
      'a hundred in turn',
      ': one',
      'cpu one',
      'cpu country',
      'kB',
      'queries',
      'of all',
    ],
    measured.map(({ page, timed, queries, statements }) => [
      page,
      both(timed.get(one)),
      both(timed.get(amid)),
      ratio(timed.get(amid), timed.get(one)),
      both(timed.get(spread)),
      ratio(timed.get(spread), timed.get(one)),
      ms(timed.get(one)?.cpu ?? Number.NaN),
      ms(timed.get(amid)?.cpu ?? Number.NaN),
      ((timed.get(amid)?.bytes ?? Number.NaN) / 1000).toFixed(1),
      whole(queries),
      whole(statements),
    ]),
  )

const rates = (measured: readonly Measured[]) =>
  table(
    [
      'page',
      'one school',
      'country',
      'driver',
      'page : driver',
      'driver, plans kept',
      'page : that',
      'bare',
      'page : bare',
    ],
    measured.map(({ page, rates: all }) => {
      const rate = (name: string) => median(all.get(name) ?? [])
      return [
        page,
        whole(rate('page, one school')),
        whole(rate('page, country')),
        whole(rate('driver')),
        times(rate('page, country') / rate('driver')),
        whole(rate('driver, plans kept')),
        times(rate('page, country') / rate('driver, plans kept')),
        whole(rate('bare')),
        times(rate('page, country') / rate('bare')),
      ]
    }),
  )

function embeddedOf({ measured }: Told): string[] {
  const [small, large] = ['embedded, one school', 'embedded, country']
  if (!measured.some(({ timed }) => timed.has(small))) return []
  const rows = measured.map(({ page, timed, rates: all }) => [
    page,
    both(timed.get(small)),
    both(timed.get(large)),
    ratio(timed.get(large), timed.get(small)),
    whole(median(all.get(small) ?? [])),
    whole(median(all.get(large) ?? [])),
  ])
  return [
    '## The embedded database',
    table(['page', 'one school', 'country', 'country : one', 'per second, one', 'country'], rows),
  ]
}

const standing = (all: readonly Standing[]) =>
  table(
    ['house', 'start, s', 'memory at the start, MB', 'after the load, MB'],
    all.map(({ name, startup, atStart, after }) => [name, (startup / 1000).toFixed(1), whole(atStart), whole(after)]),
  )

const commit = () => {
  const git = (...words: string[]) => execFileSync('git', words, { cwd: root, encoding: 'utf8' }).trim()
  return `${git('rev-parse', '--short', 'HEAD')}${git('status', '--porcelain', '--untracked-files=no') ? ' and what was not yet committed' : ''}`
}

const machine = () => `${cpus().length} × ${cpus()[0]?.model.trim()}, ${Math.round(totalmem() / 2 ** 30)} GB`
