/** How well the matcher does on phrases it did not learn from: one fifth left out, five times. */
import { readFileSync } from 'node:fs'
import { featuresOf, signalFeaturesOf } from '../../src/rooms/signpost/matcher/features.ts'
import { scoresOf } from '../../src/rooms/signpost/matcher/scorer.ts'
import { banks, dutchFile, fieldLines, linesOf, safetyLines } from './corpus.ts'
import { chanceOf } from './learn.ts'
import { cards, type Lessons, signalSettings, taught, topicSettings } from './teach.ts'

const all: Lessons = {
  banks: banks(),
  safety: Object.fromEntries(cards.map((flag) => [flag, safetyLines(flag)])),
  harmless: safetyLines('harmless'),
  elsewhere: safetyLines('elsewhere'),
  fields: process.env['FIELDS'] === '0' ? [] : fieldLines(),
  signs: safetyLines('fields'),
  dutch: readFileSync(dutchFile),
}
const env = (n: string, d: number) => Number(process.env[n] ?? d)
const seeds = (process.env['SEEDS'] ?? '7').split(',').map(Number)
const ts = { ...topicSettings, seeds, rounds: env('TR', topicSettings.rounds), rate: env('TL', topicSettings.rate), decay: env('TD', topicSettings.decay), drop: env('TP', topicSettings.drop), bayes: env('TB', topicSettings.bayes) }
const ss = { ...signalSettings, seeds, rounds: env('SR', signalSettings.rounds), rate: env('SL', signalSettings.rate), decay: env('SD', signalSettings.decay), drop: env('SP', signalSettings.drop), bayes: env('SB', signalSettings.bayes) }
const folds = env('FOLDS', 5)
const chance = chanceOf(11)
const fold = new Map<string, number>()
const foldOf = (k: string) => { const f = fold.get(k) ?? Math.floor(chance() * 5); fold.set(k, f); return f }
const tally: Record<string, { n: number; one: number; three: number }> = {}
const count = (name: string, rank: number) => { const t = (tally[name] ??= { n: 0, one: 0, three: 0 }); t.n++; if (rank < 1) t.one++; if (rank < 3) t.three++ }
const rankOf = (scores: ArrayLike<number>, at: number) => Array.from(scores).filter((s, i) => i !== at && i < 80 && s > scores[at]!).length
type Seen = { text: string; flag: number; source: string; scores: number[] }
const seen: Seen[] = []
for (let f = 0; f < folds; f++) {
  const keep = (k: string) => (ls: string[]) => ls.filter((l) => foldOf(k + l) !== f)
  const lessons: Lessons = { ...all, banks: all.banks.map((b) => ({ ...b, phrases: keep(b.id)(b.phrases) })), safety: Object.fromEntries(cards.map((c) => [c, keep(c)(all.safety[c]!)])), harmless: keep('h')(all.harmless), elsewhere: keep('e')(all.elsewhere) }
  const m = taught(lessons, ts, ss)
  const sig = (text: string, flag: number, source: string) => { const s = scoresOf(signalFeaturesOf(text, m.reader), m.signals); seen.push({ text, flag, source, scores: Array.from(s, (v) => v - s[0]!) }) }
  all.banks.forEach((b, at) => { for (const p of b.phrases) if (foldOf(b.id + p) === f) { const r = rankOf(scoresOf(featuresOf(p, m.reader), m.topics), at); const n = p.split(' ').length; count('all', r); count(n < 2 ? 'word' : n < 6 ? 'short' : 'sentence', r); count('T ' + b.id, r); sig(p, cards.indexOf(b.flag) + 1, cards.includes(b.flag) ? 'topicsig' : 'ordinary') } })
  for (const c of cards) for (const p of all.safety[c]!) if (foldOf(c + p) === f) sig(p, cards.indexOf(c) + 1, 'signal')
  for (const p of all.harmless) if (foldOf('h' + p) === f) sig(p, 0, 'harmless')
}
const showCards = (s: number[], th: number, gap: number) => { const top = Math.max(...s.slice(1)); return s.map((v, k) => (k && v > th && v > top - gap ? k : 0)).filter(Boolean) }
for (const gap of [1.5, 3]) for (const th of [-3, -2, -1, 0, 1, 2]) {
  const row = ['gap', gap, 'th', th]
  for (const src of ['signal', 'topicsig']) { const l = seen.filter((s) => s.source === src); row.push('|', src, (100 * l.filter((s) => showCards(s.scores, th, gap).includes(s.flag)).length / l.length).toFixed(1), 'n', (l.reduce((a, s) => a + showCards(s.scores, th, gap).length, 0) / l.length).toFixed(2)) }
  for (const src of ['harmless', 'ordinary']) { const l = seen.filter((s) => s.source === src); row.push('|', src, (100 * l.filter((s) => showCards(s.scores, th, gap).length).length / l.length).toFixed(1)) }
  console.log(row.join(' '))
}
for (const n of Object.keys(tally).sort()) if (process.env['T'] || !n.startsWith('T ')) { const t = tally[n]!; console.log(n.padEnd(28), t.n, (100 * t.one / t.n).toFixed(1), (100 * t.three / t.n).toFixed(1)) }
if (process.env['DEV'] !== '0') {
  const t0 = performance.now(); const m = taught(all, ts, ss); console.log('teach ms', (performance.now() - t0).toFixed(0), 'features', m.topics.ids.size, m.signals.ids.size)
  let one = 0, three = 0, n = 0
  for (const l of linesOf(new URL('file:///work/shared/questions/dev.tsv')).slice(1)) { const [, q, topic, , , flag] = l.split('\t'); const at = m.topics.classes.indexOf(topic!); const s = scoresOf(featuresOf(q!, m.reader), m.topics); const r = rankOf(s, at); n++; if (r < 1) one++; if (r < 3) three++; if (r > 2 && process.env['MISS']) console.log('MISS', topic, '|', q, '|', m.topics.classes.map((c, i) => [c, s[i]!] as const).sort((a, b) => b[1] - a[1]).slice(0, 4).map((a) => a[0]).join(' ')); const z = scoresOf(signalFeaturesOf(q!, m.reader), m.signals); const d = Array.from(z, (v) => v - z[0]!); const c = showCards(d, 0, 1.5).map((k) => cards[k - 1]); if ((cards.includes(flag!) && !c.includes(flag!)) || (!cards.includes(flag!) && c.length)) console.log('DEVSAFE', flag, '|', q, '|', d.slice(1).map((v) => v.toFixed(1)).join(' ')) }
  console.log('dev', n, 'top1', (100 * one / n).toFixed(1), 'top3', (100 * three / n).toFixed(1))
}
