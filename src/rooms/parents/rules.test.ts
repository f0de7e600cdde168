import assert from 'node:assert/strict'
import { test } from 'node:test'
import { topics } from '#rooms/trade/door.ts'
import { en } from './content/en.ts'
import { nl } from './content/nl.ts'
import { pageTopics } from './content/topics.ts'
import { firstRole, keptFor, linked, namesColleague, shownTopics } from './rules.ts'

const juf = { name: 'Hanneke Postma', roles: ['pestcoordinator', 'leerkracht'] }

test('a school leaves a topic out, names somebody else, adds a sentence', () => {
  const shown = shownTopics(
    [
      { topic: 'slaap', hidden: true, role: null, sentence: null },
      { topic: 'rouw', hidden: false, role: 'ib', sentence: 'Kom gerust.' },
    ],
    [juf],
  )
  assert.equal(shown.length, pageTopics.length - 1)
  assert.ok(!shown.some(({ id }) => id === 'slaap'))
  assert.deepEqual(
    shown.find(({ id }) => id === 'rouw'),
    { id: 'rouw', steps: 2, role: 'ib', names: [], sentence: 'Kom gerust.' },
  )
})

test('a name stands beside her task, and a teacher is the teacher of one’s own child', () => {
  const shown = shownTopics([], [juf])
  assert.deepEqual(shown.find(({ id }) => id === 'pesten')?.names, ['Hanneke Postma'])
  assert.deepEqual(
    shown.filter(({ role, names }) => role === 'leerkracht' && names.length > 0),
    [],
  )
  assert.equal(firstRole('pesten', 'bestuurder'), 'pestcoordinator', 'not a role for this page')
})

test('with a name on it the page is asked for anew each time; without, it may be kept five minutes', () => {
  assert.match(keptFor([juf]), /max-age=0, must-revalidate/)
  assert.equal(keptFor([]), 'public, max-age=300')
})

test('numbers and websites in a text can be pressed', () => {
  assert.deepEqual(linked('Bel 112. Of 0800-2000, zie opvoeden.nl.'), [
    { text: 'Bel ' },
    { text: '112', href: 'tel:112' },
    { text: '. Of ' },
    { text: '0800-2000', href: 'tel:08002000' },
    { text: ', zie ' },
    { text: 'opvoeden.nl', href: 'https://opvoeden.nl' },
    { text: '.' },
  ])
})

test('every topic of the page is one of the signpost, with all its texts', () => {
  for (const { id, steps } of pageTopics) {
    assert.ok(
      topics.some((topic) => topic.id === id),
      id,
    )
    for (const part of ['name', 'what', ...Array.from({ length: steps }, (_, i) => String(i + 1))])
      assert.ok(`${id}.${part}` in nl, `${id}.${part}`)
  }
  const used = new Set(
    pageTopics.flatMap(({ id, steps }) =>
      ['name', 'what', '1', '2', ...(steps > 2 ? ['3'] : [])].map((p) => `${id}.${p}`),
    ),
  )
  const known = Object.keys(nl).filter(
    (key) => /^[a-z_]+\.(name|what|\d)$/.test(key) && !/^(complaint|child|now)\./.test(key),
  )
  assert.deepEqual(
    known.filter((key) => !used.has(key)),
    [],
    'texts that nobody sees',
  )
})

const sentences = (texts: Record<string, string>) =>
  Object.values(texts).flatMap((text) => text.split(/(?<=[.!?])\s+/).filter((sentence) => /\s/.test(sentence)))
const wordsIn = (sentence: string) => sentence.split(/\s+/).length

test('sentences are short: at most 18 words, eight on average; for a child at most twelve', () => {
  for (const texts of [nl, en]) {
    const lengths = sentences(texts).map(wordsIn)
    assert.deepEqual(
      sentences(texts).filter((sentence) => wordsIn(sentence) > 18),
      [],
    )
    assert.ok(lengths.reduce((a, b) => a + b, 0) / lengths.length < 9)
    const childs = Object.fromEntries(Object.entries(texts).filter(([key]) => key.startsWith('child.')))
    assert.deepEqual(
      sentences(childs).filter((sentence) => wordsIn(sentence) > 12),
      [],
    )
  }
})

test('the school advises: it sends nobody on, arranges nothing and promises nothing', () => {
  const all = Object.values(nl).join('\n')
  assert.deepEqual(all.match(/verwij(?!sbrief)\w*/gi), null)
  assert.deepEqual(all.match(/(?<!zonder )verwijsbrief/gi), null)
  assert.deepEqual(
    all.match(/\b(belo(of|v)\w*|wij regelen|garand\w*|gegarandeerd|de school meldt uw kind aan)\b/gi),
    null,
  )
  assert.deepEqual(
    Object.values(en)
      .join('\n')
      .match(/\b(refer\w*|promise\w*|guarantee\w*)\b/gi),
    null,
  )
})

test('parents are spoken to with u, a child with je', () => {
  for (const [key, text] of Object.entries(nl))
    assert.doesNotMatch(text, key.startsWith('child.') ? /\b(u|uw)\b/i : /\b(je|jij|jouw)\b/i, key)
})

test('a colleague is named by her whole name, or by her first name as children say it', () => {
  for (const said of ['Vraag naar Hanneke Postma.', 'Loop langs bij juf Hanneke!', 'JUF HANNEKE helpt'])
    assert.ok(namesColleague(said, juf.name), said)
  for (const said of ['Hannekes taart', 'Vraag het de juf', 'juf Hannekelien'])
    assert.ok(!namesColleague(said, juf.name), said)
})
