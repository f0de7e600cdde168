import { createHash } from 'node:crypto'
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import topicList from '../../src/rooms/signpost/content/topics.json' with { type: 'json' }

const root = new URL('../../', import.meta.url)
const content = new URL('src/rooms/signpost/content/', root)

/** The banks the matcher learns from, and nothing else: never a question that somebody asked. */
export const bankFiles = (): URL[] => [
  new URL('topics.json', content),
  ...filesIn(new URL('phrases/', content)),
  ...filesIn(new URL('safety/', content)),
  new URL('data/language/fields.txt', root),
  new URL('data/language/senses.txt', root),
  new URL('data/language/first-names.txt', root),
]

export function hashOfBank(): string {
  const hash = createHash('sha256')
  for (const file of bankFiles()) hash.update(file.href.slice(root.href.length)).update(readFileSync(file))
  return hash.digest('hex')
}

function filesIn(folder: URL): URL[] {
  if (!existsSync(folder)) return []
  const names = readdirSync(folder).filter((name) => name.endsWith('.txt'))
  return names.sort().map((name) => new URL(name, folder))
}

export function linesOf(file: URL): string[] {
  if (!existsSync(file)) return []
  const lines = readFileSync(file, 'utf8').split('\n')
  return [...new Set(lines.map((line) => line.trim()).filter((line) => line !== ''))]
}

export type Bank = { id: string; flag: string; phrases: string[]; names: string[] }

export const banks = (): Bank[] =>
  topicList.map((topic) => ({
    id: topic.id,
    flag: topic.safety_flag,
    phrases: linesOf(new URL(`phrases/${topic.id}.txt`, content)),
    names: [topic.nl, topic.en, ...topic.synonyms],
  }))

export const safetyLines = (name: string): string[] => linesOf(new URL(`safety/${name}.txt`, content))
/** Wide fields by subject, and narrow ones by meaning: a word nobody taught still belongs somewhere. */
export const fieldLines = (): string[] =>
  ['fields', 'senses'].flatMap((name) => linesOf(new URL(`data/language/${name}.txt`, root)))
export const dutchFile = new URL('data/language/dutch-words.bloom', root)
export const firstNames = (): string[] => linesOf(new URL('data/language/first-names.txt', root))
export const modelFile = new URL('model.bin.br', content)
