import assert from 'node:assert/strict'
import { test } from 'node:test'
import { layOut } from './layout.ts'
import { neighboursOf } from './panel.ts'
import { cornersOf, type Sketch, shapes } from './sketch.ts'
import { fit, nextPoint, pointAt, spotOf, zoomed } from './view.ts'

/** Hubs with leaves on them, and an island. */
const net = {
  count: 60,
  lines: Int32Array.from([...Array.from({ length: 54 }, (_, at) => [at % 4, at + 4]).flat(), 58, 59, 0, 1, 1, 2, 2, 3]),
}
const apart = (places: Float32Array, one: number, other: number) =>
  Math.hypot(places[2 * one]! - places[2 * other]!, places[2 * one + 1]! - places[2 * other + 1]!)

test('the same net gets the same places, each its own', () => {
  const places = layOut(net, 120)
  assert.deepEqual(layOut(net, 120), places)
  assert.ok(places.every(Number.isFinite))
  for (let one = 0; one < net.count; one++)
    for (let other = 0; other < one; other++) assert.ok(apart(places, one, other) > 0.05, `${one} and ${other}`)
})

test('who has a line together stands nearer than who has not', () => {
  const places = layOut(net, 200)
  const mean = (pairs: [number, number][]) =>
    pairs.reduce((sum, [one, other]) => sum + apart(places, one, other), 0) / pairs.length
  const tied = Array.from({ length: 54 }, (_, at): [number, number] => [at % 4, at + 4])
  const loose = Array.from({ length: 54 }, (_, at): [number, number] => [(at + 2) % 4, at + 4])
  assert.ok(mean(tied) < 0.7 * mean(loose), `${mean(tied)} beside ${mean(loose)}`)
})

test('nothing, one, and all in one spot', () => {
  assert.equal(layOut({ count: 0, lines: new Int32Array() }, 10).length, 0)
  assert.ok(layOut({ count: 1, lines: Int32Array.from([0, 0]) }, 10).every(Number.isFinite))
})

const places = Float32Array.from([0, 0, 10, 0, 10, 10, -10, 1])

test('all of it fits the window, and looking closer leaves what is under the hand where it is', () => {
  const size = { width: 600, height: 400 }
  const view = fit(places, size)
  for (let point = 0; point < 4; point++) {
    const [x, y] = spotOf(view, places, point)
    assert.ok(x >= 0 && x <= 600 && y >= 0 && y <= 400)
  }
  const closer = zoomed(view, 2, ...spotOf(view, places, 1))
  assert.deepEqual(spotOf(closer, places, 1), spotOf(view, places, 1))
  assert.equal(pointAt(view, places, spotOf(view, places, 2), 5), 2)
  assert.equal(pointAt(view, places, [0, 0], 5), -1)
})

test('arrow keys walk to the next that way, and stay where there is none', () => {
  assert.equal(nextPoint(places, 0, 'ArrowRight'), 1)
  assert.equal(nextPoint(places, 1, 'ArrowDown'), 2)
  assert.equal(nextPoint(places, 0, 'ArrowLeft'), 3)
  assert.equal(nextPoint(places, 2, 'ArrowDown'), 2)
  assert.ok(nextPoint(places, -1, 'ArrowUp') >= 0)
})

test('who is beside is told from where one stands', () => {
  const sketch: Sketch = {
    kinds: [{ name: 'k', hue: 0, shape: 'ring' }],
    styles: [{ ahead: 'holds', back: 'held by', dotted: false }],
    points: [
      ['a', 'Anna', 0, 1],
      ['b', 'Bieb', 0, 1],
    ],
    lines: [[0, 1, 0]],
  }
  assert.deepEqual([...neighboursOf(sketch, 0)], [['holds', ['Bieb']]])
  assert.deepEqual([...neighboursOf(sketch, 1)], [['held by', ['Anna']]])
})

test('no two outlines are alike', () => {
  const drawn = shapes.map((shape) => `${shape === 'ring'} ${JSON.stringify(cornersOf(shape))}`)
  assert.equal(new Set(drawn).size, shapes.length)
})
