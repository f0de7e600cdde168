/** How the matcher does on phrases of the banks that it was not taught: a fifth left out, as often as asked (5). */
import { hashOf } from '../../src/kit/text/bloom.ts'
import { featuresOf, signalFeaturesOf } from '../../src/rooms/signpost/matcher/features.ts'
import { scoresOf } from '../../src/rooms/signpost/matcher/scorer.ts'
import { cards, type Lessons, type Taught, taught } from './teach.ts'
import { lessons } from './train.ts'

type Tally = { n: number; first: number; three: number }
type Seen = { source: 'signal' | 'harmless' | 'ordinary'; flag: number; scores: number[] }

const parts = 5
const rounds = Number(process.argv[2] ?? parts)
const all = lessons()
const tallies = new Map<string, Tally>()
const seen: Seen[] = []

for (let part = 0; part < rounds; part++) {
  const isOut = divider(part)
  const without = (lines: string[]): string[] => lines.filter((line) => !isOut(line))
  const model = taught(lessonsWithout(all, without))
  for (const [at, bank] of all.banks.entries()) {
    const ordinary = !cards.includes(bank.flag)
    for (const phrase of bank.phrases.filter(isOut)) {
      note(phrase, at, model)
      if (ordinary) see(phrase, 0, 'ordinary', model)
    }
  }
  for (const [nth, flag] of cards.entries()) {
    for (const line of (all.safety[flag] ?? []).filter(isOut)) see(line, nth + 1, 'signal', model)
  }
  for (const line of all.harmless.filter(isOut)) see(line, 0, 'harmless', model)
  for (const line of all.ordinary.filter(isOut)) see(line, 0, 'ordinary', model)
}

for (const [name, { n, first, three }] of tallies)
  console.log(name.padEnd(10), n, percent(first / n), percent(three / n))
for (const least of [-1, 0, 0.5, 1, 2, 3]) console.log('card above', least, cardFigures(least))

/** The same line always falls in the same part. */
function divider(part: number): (line: string) => boolean {
  return (line) => hashOf(line, 5) % parts === part
}

function lessonsWithout(from: Lessons, without: (lines: string[]) => string[]): Lessons {
  return {
    ...from,
    banks: from.banks.map((bank) => ({ ...bank, phrases: without(bank.phrases) })),
    safety: Object.fromEntries(Object.entries(from.safety).map(([flag, lines]) => [flag, without(lines)])),
    harmless: without(from.harmless),
    ordinary: without(from.ordinary),
  }
}

function note(phrase: string, at: number, model: Taught): void {
  const scores = scoresOf(featuresOf(phrase, model.reader), model.topics).slice(0, all.banks.length)
  const better = scores.filter((score) => score > (scores[at] ?? 0)).length
  const length = phrase.split(' ').length
  for (const name of ['all', length < 2 ? 'word' : length < 6 ? 'short' : 'sentence']) {
    const tally = tallies.get(name) ?? { n: 0, first: 0, three: 0 }
    tallies.set(name, {
      n: tally.n + 1,
      first: tally.first + Number(better < 1),
      three: tally.three + Number(better < 3),
    })
  }
}

function see(line: string, flag: number, source: Seen['source'], model: Taught): void {
  const scores = scoresOf(signalFeaturesOf(line, model.reader), model.signals)
  seen.push({ source, flag, scores: Array.from(scores, (score) => score - (scores[0] ?? 0)) })
}

function cardFigures(least: number): string {
  const of = (source: Seen['source']): Seen[] => seen.filter((one) => one.source === source)
  const shown = ({ scores }: Seen): boolean => Math.max(...scores.slice(1)) > least
  const right = of('signal').filter((one) => shown(one) && rankOf(one) < 2).length
  const share = (source: Seen['source']): string => percent(of(source).filter(shown).length / of(source).length)
  return `signals ${percent(right / of('signal').length)}, look-alikes ${share('harmless')}, ordinary ${share('ordinary')}`
}

function rankOf({ scores, flag }: Seen): number {
  return scores.slice(1).filter((score) => score > (scores[flag] ?? 0)).length
}

function percent(share: number): string {
  return `${(100 * share).toFixed(1)} %`
}
