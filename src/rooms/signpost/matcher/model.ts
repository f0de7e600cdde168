import { readerOf } from './reader.ts'
import type { Reader } from './features.ts'
import type { Scorer } from './scorer.ts'
import { type Sections, textOf } from './sections.ts'

/** Everything the matcher learned. `hash` says from which phrases. */
export type Model = { hash: string; topics: Scorer; signals: Scorer; reader: Reader; phrases: Map<string, string[]> }

export function modelOf(sections: Sections): Model {
  const lines = (name: string): string[] => textOf(sections, name).split('\n')
  const counts = new Map(lines('words').map((line) => [line.slice(1), line.charCodeAt(0) - 32] as const))
  return {
    hash: textOf(sections, 'hash'),
    topics: scorerOf(sections, 'topics'),
    signals: scorerOf(sections, 'signals'),
    reader: readerOf(counts, sections.get('dutch') ?? new Uint8Array(), lines('fields'), lines('signs')),
    phrases: new Map(lines('phrases').map((line) => [line.split('\t')[0] ?? '', line.split('\t').slice(1)])),
  }
}

function scorerOf(sections: Sections, name: string): Scorer {
  const bytes = (part: string): ArrayBuffer => (sections.get(`${name}-${part}`) ?? new Uint8Array()).slice().buffer
  const keys = textOf(sections, `${name}-keys`).split('\n')
  return {
    classes: textOf(sections, `${name}-classes`).split('\n'),
    ids: new Map(keys.map((key, id) => [key, id])),
    idf: new Float32Array(bytes('idf')),
    weights: new Int8Array(bytes('weights')),
    scales: new Float32Array(bytes('scales')),
    bias: new Float32Array(bytes('bias')),
  }
}
