import assert from 'node:assert/strict'
import { test } from 'node:test'
import { chanceOf } from './chance.ts'

test('the same seed falls the same way, another seed another way', () => {
  const drawn = (seed: string) => {
    const chance = chanceOf(seed)
    return [chance.uuid(), chance.below(1000), chance.some(['a', 'b', 'c', 'd'], 3).join('')]
  }
  assert.deepEqual(drawn('one'), drawn('one'))
  assert.notDeepEqual(drawn('one'), drawn('two'))
})

test('numbers stay within their bounds and reach both ends', () => {
  const chance = chanceOf('bounds')
  const drawn = new Set(Array.from({ length: 500 }, () => chance.between(3, 6)))
  assert.deepEqual([...drawn].sort(), [3, 4, 5, 6])
})

test('a hundred thousand drawn ids are all different and are UUIDs', () => {
  const chance = chanceOf('ids')
  const ids = Array.from({ length: 100_000 }, chance.uuid)
  assert.equal(new Set(ids).size, ids.length)
  assert.ok(ids.every((id) => /^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/.test(id)))
})

test('some are different ones, and no more than there are', () => {
  assert.equal(new Set(chanceOf('x').some([1, 2, 3, 4, 5], 4)).size, 4)
  assert.deepEqual(chanceOf('x').some([1, 2], 9).sort(), [1, 2])
})

test('what falls in thirty of a hundred draws falls about so often', () => {
  const chance = chanceOf('fair')
  const fell = Array.from({ length: 10_000 }, () => chance.falls(30)).filter(Boolean).length
  assert.ok(fell > 2800 && fell < 3200, String(fell))
})
