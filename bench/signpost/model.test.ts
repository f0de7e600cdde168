import assert from 'node:assert/strict'
import { readFileSync, statSync } from 'node:fs'
import { test } from 'node:test'
import { model } from '../../src/rooms/signpost/answer/load.ts'
import { answerQuestion } from '../../src/rooms/signpost/answer/question.ts'
import { wordsOf } from '../../src/rooms/signpost/matcher/text.ts'
import { banks, hashOfBank, modelFile, safetyLines } from './corpus.ts'
import { cards } from './teach.ts'

const rowsOf = (name: string, set = 'heldout'): string[][] =>
  readFileSync(new URL(`${set}/${name}.tsv`, import.meta.url), 'utf8')
    .trim()
    .split('\n')
    .slice(1)
    .map((line) => line.split('\t'))

test('the committed model belongs to the phrases of today (else: run bench/signpost/train.ts)', () => {
  assert.equal(model().hash, hashOfBank())
})

test('the model is at most four megabytes', () => {
  assert.ok(statSync(modelFile).size <= 4_000_000, String(statSync(modelFile).size))
})

for (const name of ['signals', 'signals2'])
  test(`signals kept apart from the teaching get their card (${name})`, () => {
    const rows = rowsOf(name)
    const missed = rows.filter(([, said = '', flag]) => !answerQuestion(said).notices.some((one) => one === flag))
    const cards = rows.reduce((sum, [, said = '']) => sum + answerQuestion(said).notices.length, 0)
    assert.ok(missed.length <= rows.length * 0.05, missed.map(([id, said]) => `${id} ${said}`).join('\n'))
    assert.ok(cards <= rows.length * 1.5)
  })

for (const name of ['lookalikes', 'lookalikes2'])
  test(`harmless look-alikes kept apart seldom get a card, and never only an alarm (${name})`, () => {
    const rows = rowsOf(name)
    const carded = rows.filter(([, said = '']) => answerQuestion(said).notices.length > 0)
    // The aim is one in twenty; recall goes first.
    assert.ok(carded.length <= rows.length * 0.12, carded.map(([id, said]) => `${id} ${said}`).join('\n'))
    assert.deepEqual(
      rows.filter(([, said = '']) => answerQuestion(said).answer === 'safety'),
      [],
    )
  })

test('no question that measures stands in the banks that teach', () => {
  const plain = (text: string): string => wordsOf(text).join(' ')
  const taught = new Set(
    [
      ...banks().flatMap((bank) => bank.phrases),
      ...[...cards, 'harmless', 'ordinary', 'elsewhere'].flatMap(safetyLines),
    ].map(plain),
  )
  const measured = ['unseen', 'unseen2'].flatMap((set) =>
    ['signals', 'lookalikes', 'questions'].flatMap((name) => rowsOf(name, set)),
  )
  assert.ok(measured.length > 500)
  assert.deepEqual(
    measured.filter(([, said = '']) => said.split(' ').length > 3 && taught.has(plain(said))),
    [],
  )
})
