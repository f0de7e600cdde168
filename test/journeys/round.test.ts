import assert from 'node:assert/strict'
import { test } from 'node:test'
import { serveHouse } from '../served.ts'
import { aWindow } from './chrome.ts'

/** The keystroke-level model: a stroke of somebody who types as most do, and thinking what comes next. Seconds. */
const seconds = { stroke: 0.28, think: 1.35 }

test('all lines of De Waterlelie in one flow by keyboard alone', { timeout: 240_000 }, async () => {
  const house = await serveHouse({ town: true })
  const { page, faults } = await aWindow(house.url, {}, await house.as('nadia.bouzid@dewaterlelie.example'))
  await page.goto(`${house.url}/jaarronde`)
  const rows = await page.locator('tbody tr').count()
  assert.equal(rows, 35)
  await page
    .locator('main')
    .getByRole('link', { name: /^Ga verder met/ })
    .focus()
  await page.keyboard.press('Enter')
  let [strokes, thoughts, decided] = [1, 1, 0]
  for (; decided < rows; decided += 1) {
    await page.waitForFunction(() => document.readyState === 'complete' && !document.documentElement.ariaBusy)
    const before = page.url()
    if (!/jaarronde\/[0-9a-f-]{36}/.test(before)) break
    await page.waitForFunction(() => document.activeElement?.getAttribute('name') === 'reason')
    // Two in three go on with Enter; of the others somebody says why, and takes the second button.
    if (decided % 3 < 2) await page.keyboard.press('Enter')
    else {
      await page.keyboard.type('Liever twee keer kort')
      await page.keyboard.press('Tab')
      await page.keyboard.press('Tab')
      await page.keyboard.press('Enter')
      strokes += 23
    }
    strokes += 1
    thoughts += 2
    await page.waitForURL((url) => url.href !== before)
  }
  assert.equal(decided, 32, 'three had been spoken of already')
  await page.getByText('35 van 35 besproken').waitFor()
  const minutes = (strokes * seconds.stroke + thoughts * seconds.think) / 60
  console.log(
    `  yearly round: ${decided} lines, ${strokes} strokes, ${minutes.toFixed(1)} minutes by the keystroke-level model, talk aside`,
  )
  assert.ok(minutes < 40)
  await page.goto(`${house.url}/jaarronde/brieven`)
  await page.emulateMedia({ media: 'print' })
  const paper = await page.pdf({ format: 'A4' })
  const sheets = (paper.toString('latin1').match(/\/Type\s*\/Page[^s]/g) ?? []).length
  console.log(`  on paper: 35 letters on ${sheets} sheets`)
  assert.equal(sheets, 35)
  assert.deepEqual(faults, [])
})
