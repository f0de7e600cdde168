/** Writes the model from the banks: `node --import ./bin/lib/load.mjs bench/signpost/train.ts`. Always the same bytes. */
import { readFileSync, writeFileSync } from 'node:fs'
import { brotliCompressSync } from 'node:zlib'
import { linesFrom } from '../../src/rooms/signpost/matcher/fields.ts'
import { hashesOf } from '../../src/rooms/signpost/matcher/scorer.ts'
import { packed } from '../../src/rooms/signpost/matcher/sections.ts'
import { banks, dutchFile, fieldLines, firstNames, hashOfBank, modelFile, safetyLines } from './corpus.ts'
import type { Learned } from './learn.ts'
import { cards, type Lessons, taught, wordCounts } from './teach.ts'

export const lessons = (): Lessons => ({
  banks: banks(),
  safety: Object.fromEntries(cards.map((flag) => [flag, safetyLines(flag)])),
  harmless: safetyLines('harmless'),
  ordinary: safetyLines('ordinary'),
  elsewhere: safetyLines('elsewhere'),
  fields: fieldLines(),
  signs: safetyLines('fields'),
  dutch: readFileSync(dutchFile),
})

function main(): void {
  const from = lessons()
  const model = taught(from)
  const words = [...wordCounts(from)].map(([word, count]) => `${count} ${word}`)
  const phrases = [...model.phrases].map(([topic, list]) => [topic, ...list].join('\t'))
  const sections = new Map([
    ['hash', bytes(hashOfBank())],
    ['words', bytes(words.join('\n'))],
    ['fields', bytes(linesFrom(model.reader.fields).join('\n'))],
    ['signs', bytes(linesFrom(model.reader.signs).join('\n'))],
    ['names', bytes(firstNames().join('\n'))],
    ['phrases', bytes(phrases.join('\n'))],
    ['dutch', new Uint8Array(from.dutch)],
    ...scorerSections('topics', model.topics),
    ...scorerSections('signals', model.signals),
  ])
  const file = brotliCompressSync(packed(sections))
  writeFileSync(modelFile, file)
  console.log(
    `${(file.length / 1e6).toFixed(2)} MB, ${model.topics.ids.size} + ${model.signals.ids.size} things noticed`,
  )
}

function scorerSections(name: string, scorer: Learned): [string, Uint8Array][] {
  return [
    [`${name}-classes`, bytes(scorer.classes.join('\n'))],
    [`${name}-keys`, new Uint8Array(hashesOf([...scorer.ids.keys()]).buffer)],
    [`${name}-idf`, new Uint8Array(scorer.idf.buffer)],
    [`${name}-weights`, new Uint8Array(scorer.weights.buffer)],
    [`${name}-scales`, new Uint8Array(scorer.scales.buffer)],
    [`${name}-bias`, new Uint8Array(scorer.bias.buffer)],
  ]
}

const bytes = (text: string): Uint8Array => new TextEncoder().encode(text)

if (import.meta.main) main()
