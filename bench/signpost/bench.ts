/** `npm run bench:signpost`: the figures of the signpost on questions it never saw, beside two ordinary search engines. */
import { existsSync, readFileSync } from 'node:fs'
import { banks } from './corpus.ts'
import { type Engine, miniSearch, postgres } from './rivals.ts'

const started = performance.now()
const { answerQuestion } = await import('../../src/rooms/signpost/answer/question.ts')
answerQuestion('even wakker worden')
const loadMs = performance.now() - started

type Row = Record<string, string>

/** Each set was made when those before it had been looked at: only the last is still unseen. */
const named = process.argv.slice(2)
const sets = named.length ? named : ['unseen', 'unseen2', 'unseen3', 'unseen4', 'unseen5']
const fileOf = (set: string, name: string): URL => new URL(`${set}/${name}.tsv`, import.meta.url)
const devFile = process.env['SIGNPOST_DEV'] ?? '/work/shared/questions/dev.tsv'

function rowsOf(file: URL | string): Row[] {
  if (!existsSync(file)) return []
  const [head = '', ...lines] = readFileSync(file, 'utf8').trim().split(/\r?\n/)
  const names = head.split('\t')
  return lines.map((line) => Object.fromEntries(line.split('\t').map((cell, at) => [names[at] ?? '', cell])))
}

const share = (part: number, whole: number): string => (whole ? `${((100 * part) / whole).toFixed(1)} %` : '-')

async function ranked(set: string, rows: Row[], engines: Engine[]): Promise<void> {
  for (const { name, ask } of rows.length ? engines : []) {
    const found = await Promise.all(
      rows.map(async (row) => (await ask(row['question'] ?? '')).indexOf(row['topic_id'] ?? '')),
    )
    const first = found.filter((at) => at === 0).length
    const three = found.filter((at) => at >= 0 && at < 3).length
    console.log(
      set.padEnd(18),
      name.padEnd(18),
      String(rows.length).padStart(4),
      share(first, rows.length).padStart(8),
      share(three, rows.length).padStart(8),
    )
  }
}

function safety(signals: Row[]): void {
  const flags = [...new Set(signals.map((row) => row['flag'] ?? ''))].sort()
  for (const flag of flags) {
    const rows = signals.filter((row) => row['flag'] === flag)
    const seen = rows.filter((row) => answerQuestion(row['question'] ?? '').notices.some((one) => one === flag))
    console.log(`card shown, ${flag}`.padEnd(42), `${seen.length} of ${rows.length}`, share(seen.length, rows.length))
  }
  const cards = signals.reduce((sum, row) => sum + answerQuestion(row['question'] ?? '').notices.length, 0)
  if (signals.length) console.log('cards per signal'.padEnd(42), (cards / signals.length).toFixed(2))
}

function falseCards(set: string, rows: Row[]): void {
  const answers = rows.map((row) => answerQuestion(row['question'] ?? ''))
  const carded = answers.filter((answer) => answer.notices.length > 0)
  const alone = answers.filter((answer) => answer.answer === 'safety')
  // A card that may be about a colleague keeps everybody's name from the page: the ordinary answer is one press away then.
  const presses = carded.filter(({ answer, notices }) => answer !== 'safety' && notices.includes('meldplicht_bestuur'))
  const also = `alone: ${alone.length}, answer one press away: ${presses.length}`
  if (rows.length) console.log(`card without need, ${set}`.padEnd(42), share(carded.length, rows.length), also)
}

function speed(rows: Row[]): void {
  const from = performance.now()
  for (const row of rows) answerQuestion(row['question'] ?? '')
  console.log(
    `load ${loadMs.toFixed(0)} ms, ${((performance.now() - from) / (rows.length || 1)).toFixed(2)} ms per question`,
  )
}

const ours: Engine = { name: 'Korte Lijnen', ask: async (question) => answerQuestion(question).topics }
const bank = banks()
const engines = [ours, miniSearch(bank), await postgres(bank)]
const dev = rowsOf(devFile)
const cardFlags = ['meldcode', 'acuut', 'meldplicht_bestuur', 'veiligheid_apart']
const calm = dev.filter((row) => !cardFlags.includes(row['safety_flag'] ?? ''))
const flagged = new Set(bank.filter((one) => cardFlags.includes(one.flag)).map((one) => one.id))

console.log('set                engine                n    first    three')
for (const set of sets) {
  const questions = rowsOf(fileOf(set, 'questions'))
  for (const kind of ['ordinary', 'hard']) {
    const rows = questions.filter((row) => row['kind'] === kind)
    await ranked(`${set} ${kind}`, rows, engines)
  }
}
await ranked('dev (hard)', dev, engines)
for (const set of sets) {
  console.log(`${set}:`)
  safety(rowsOf(fileOf(set, 'signals')))
  falseCards('look-alikes', rowsOf(fileOf(set, 'lookalikes')))
  const questions = rowsOf(fileOf(set, 'questions')).filter((row) => !flagged.has(row['topic_id'] ?? ''))
  falseCards('ordinary questions', questions)
}
console.log('dev:')
safety(
  dev
    .filter((row) => cardFlags.includes(row['safety_flag'] ?? ''))
    .map((row) => ({ ...row, flag: row['safety_flag'] ?? '' })),
)
falseCards('dev', calm)
speed([...sets.flatMap((set) => rowsOf(fileOf(set, 'questions'))), ...dev])
