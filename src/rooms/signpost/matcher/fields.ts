import { stemsOf } from './features.ts'
import { isGlue, wordsOf } from './text.ts'

/** From a stem to the fields of meaning it belongs to: "bril" and "turen" both speak of seeing. */
export type Fields = ReadonlyMap<string, string[]>

/** One field a line: `name: word word word`. With `keepGlue` the small words join in. */
export function fieldsOf(lines: readonly string[], keepGlue: boolean): Fields {
  const fields = new Map<string, string[]>()
  for (const [name, words] of lines.map(fieldOf)) {
    for (const word of words) {
      if (keepGlue || !isGlue(word)) for (const key of stemsOf(word)) join(fields, key, name)
    }
  }
  return fields
}

export function fieldOf(line: string): [name: string, words: string[]] {
  const [name = '', rest = ''] = line.split(': ')
  return [name, wordsOf(rest)]
}

function join(fields: Map<string, string[]>, key: string, name: string): void {
  const known = fields.get(key) ?? []
  if (!known.includes(name)) fields.set(key, [...known, name])
}

/** The same, as lines that are quick to read back: the stem, then its fields. */
export const linesFrom = (fields: Fields): string[] => [...fields].map(([key, names]) => [key, ...names].join(' '))

export function fieldsFrom(lines: readonly string[]): Fields {
  return new Map(lines.map((line) => [line.split(' ')[0] ?? '', line.split(' ').slice(1)]))
}
