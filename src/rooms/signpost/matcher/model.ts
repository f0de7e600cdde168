import type { Reader } from './features.ts'
import { fieldsFrom } from './fields.ts'
import { readerOf } from './reader.ts'
import { idsOf, type Scorer } from './scorer.ts'
import { type Sections, textOf } from './sections.ts'

/** Everything the matcher learned. `hash` says from which phrases. */
export type Model = {
  hash: string
  topics: Scorer
  signals: Scorer
  reader: Reader
  phrases: Map<string, string[]>
  names: Set<string>
}

export function modelOf(sections: Sections): Model {
  const lines = (name: string): string[] => textOf(sections, name).split('\n')
  const counts = new Map(lines('words').map((line) => countOf(line)))
  return {
    hash: textOf(sections, 'hash'),
    topics: scorerOf(sections, 'topics'),
    signals: scorerOf(sections, 'signals'),
    reader: readerOf(
      counts,
      sections.get('dutch') ?? new Uint8Array(),
      fieldsFrom(lines('fields')),
      fieldsFrom(lines('signs')),
    ),
    names: new Set(lines('names')),
    phrases: new Map(lines('phrases').map((line) => [line.split('\t')[0] ?? '', line.split('\t').slice(1)])),
  }
}

/** "12 fiets": seen twelve times. */
function countOf(line: string): [word: string, count: number] {
  const [count = '', word = ''] = line.split(' ')
  return [word, Number(count)]
}

function scorerOf(sections: Sections, name: string): Scorer {
  const bytes = (part: string): ArrayBuffer => new Uint8Array(sections.get(`${name}-${part}`) ?? []).buffer
  return {
    classes: textOf(sections, `${name}-classes`).split('\n'),
    ids: idsOf(new Uint32Array(bytes('keys'))),
    idf: new Float32Array(bytes('idf')),
    weights: new Int8Array(bytes('weights')),
    scales: new Float32Array(bytes('scales')),
    bias: new Float32Array(bytes('bias')),
  }
}
