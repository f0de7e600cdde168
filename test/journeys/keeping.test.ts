import assert from 'node:assert/strict'
import { test } from 'node:test'
import { type Served, serveHouse } from '../served.ts'
import { aWindow } from './chrome.ts'

/**
 * The keystroke-level model (Card, Moran and Newell): a stroke of somebody who types as most do, pointing, pressing,
 * a hand that changes place, and thinking what comes next. Seconds.
 */
const seconds = { stroke: 0.28, point: 1.1, press: 0.1, hand: 0.4, think: 1.35 }
const line = 'Gebeld over het rooster'

test('contact is noted from the card within fifteen seconds', { timeout: 60_000 }, async () => {
  const house: Served = await serveHouse({ town: true })
  const { page, faults } = await aWindow(house.url, {}, await house.as('marjolein.vanveen@dewaterlelie.example'))
  await page.goto(`${house.url}/netwerk`)
  await page.getByRole('link', { name: 'Dyslexiezorg Noord' }).first().click()
  await page.getByRole('heading', { level: 1, name: 'Dyslexiezorg Noord' }).waitFor()
  let time = 0
  // The day is today and stays as it is: she thinks, points at the line, presses, types and sends with Enter.
  time += seconds.think + seconds.hand + seconds.point + 2 * seconds.press
  await page.getByLabel('Even genoteerd').click()
  time += seconds.hand + seconds.think
  for (const sign of line) {
    await page.keyboard.press(sign === ' ' ? 'Space' : sign)
    time += seconds.stroke
  }
  time += seconds.think + seconds.stroke
  await page.keyboard.press('Enter')
  await page.getByText('Genoteerd.').first().waitFor()
  assert.match((await page.locator('main').textContent()) ?? '', new RegExp(line))
  console.log(`  contact noted: ${time.toFixed(1)} s by the keystroke-level model, ${line.length} signs typed`)
  assert.ok(time < 15, `${time} s`)
  assert.deepEqual(faults, [])
})
