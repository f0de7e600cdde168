import assert from 'node:assert/strict'
import { before, test } from 'node:test'
import { aWindow } from '../journeys/chrome.ts'
import { drawn, fillWithPartners, workTheMap } from '../journeys/manypoints.ts'
import { type Served, serveHouse, type Visitor } from '../served.ts'

/** What a machine with nothing else to do takes: that journeys draw a little at a time stands in picture.test.ts. */
let house: Served
let head: Visitor
before(async () => {
  house = await serveHouse({ town: true })
  head = await house.as('nadia.bouzid@dewaterlelie.example')
  await fillWithPartners(house)
})

test('with three thousand points nothing keeps the page busy for more than 100 ms', async () => {
  const tries: number[] = []
  // Three times, for even on a quiet machine somebody else may be at work for a moment.
  while (tries.length < 3 && !tries.some((longest) => longest <= most)) tries.push(await longestTask())
  console.log(`  longest task on the main thread: ${tries.map((longest) => `${longest.toFixed(0)} ms`).join(', ')}`)
  assert.ok(
    tries.some((longest) => longest <= most),
    tries.join(),
  )
})

const most = 100

/** Milliseconds of the longest task while the map is opened and worked. */
async function longestTask(): Promise<number> {
  const { page, faults, context } = await aWindow(house.url, {}, head)
  await page.addInitScript(() => {
    const tasks: number[] = []
    Object.assign(globalThis, { tasks })
    new PerformanceObserver((list) => {
      for (const { duration } of list.getEntries()) tasks.push(duration)
    }).observe({ type: 'longtask', buffered: true })
  })
  await page.goto(`${house.url}/kaart`)
  await page.locator('#tekening').scrollIntoViewIfNeeded()
  await drawn(page, 5)
  assert.ok((await page.locator('canvas').boundingBox())!.height > 200)
  await workTheMap(page)
  const tasks = await page.evaluate(() => (globalThis as unknown as { tasks: number[] }).tasks)
  assert.deepEqual(faults, [])
  await context.close()
  // The observer tells of tasks over 50 ms only: one that saw none has seen no task longer than that.
  return Math.max(50, ...tasks)
}
