import assert from 'node:assert/strict'
import { test } from 'node:test'
import { beside } from './beside.ts'

const echo = new URL(
  "data:text/javascript,import { parentPort, workerData } from 'node:worker_threads'; parentPort.postMessage(workerData)",
)
const idle = new URL('data:text/javascript,setInterval(() => {}, 1000)')
const broken = new URL('data:text/javascript,throw new Error()')

test('what is given comes back, one piece after the other', async () => {
  assert.deepEqual(await Promise.all([beside(echo, 'one', 5000), beside(echo, 'two', 5000)]), ['one', 'two'])
})

test('who takes too long or breaks gives nothing', async () => {
  assert.equal(await beside(idle, 1, 100), undefined)
  assert.equal(await beside(broken, 1, 5000), undefined)
})

test('what no worker can be given leaves the next one alone', async () => {
  assert.equal(await beside(echo, () => {}, 5000), undefined)
  assert.equal(await beside(echo, 'next', 5000), 'next')
})
