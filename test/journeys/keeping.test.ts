import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Page } from 'playwright-core'
import { type Served, serveHouse } from '../served.ts'
import { aWindow } from './chrome.ts'

/**
 * The keystroke-level model (Card, Moran and Newell): a stroke of somebody who types as most do, pointing, pressing,
 * a hand that changes place, and thinking what comes next. Seconds.
 */
const seconds = { stroke: 0.28, point: 1.1, press: 0.1, hand: 0.4, think: 1.35 }
const line = 'Gebeld over het rooster'
const partner = 'Dyslexiezorg Noord'

/** From the top of the card to its line: with the mouse, with the key that leads to it, and by the link for who tabs. */
const ways = {
  mouse: { time: seconds.hand + seconds.point + 2 * seconds.press + seconds.hand, keys: [] },
  'a key': { time: seconds.stroke, keys: ['n'] },
  'the link at the top': { time: 3 * seconds.stroke, keys: ['Tab', 'Tab', 'Enter'] },
}

let house: Served | undefined
/** The top of the card: nobody stands anywhere yet. */
async function atTheTop() {
  house ??= await serveHouse({ town: true })
  const { page, faults } = await aWindow(house.url, {}, await house.as('marjolein.vanveen@dewaterlelie.example'))
  await page.goto(`${house.url}/netwerk`)
  await page.goto(`${house.url}${await page.getByRole('link', { name: partner }).first().getAttribute('href')}`)
  await page.getByRole('heading', { level: 1, name: partner }).waitFor()
  assert.equal(await focused(page), '')
  return { page, faults }
}
const focused = (page: Page) => page.evaluate(() => document.activeElement?.id)

for (const [way, { time: there, keys }] of Object.entries(ways))
  test(`contact is noted from the top of the card within fifteen seconds, by ${way}`, { timeout: 60_000 }, async () => {
    const { page, faults } = await atTheTop()
    // She thinks where to go; the day is today and stays as it is; she types and sends with Enter.
    let time = seconds.think + there + seconds.think
    if (!keys.length) await page.getByLabel('Even genoteerd').click()
    for (const key of keys) await page.keyboard.press(key)
    await page.waitForFunction(() => document.activeElement?.id === 'line')
    const top = (await page.getByLabel('Even genoteerd').boundingBox())?.y ?? -1
    assert.ok(top >= 0 && top < (page.viewportSize()?.height ?? 0), 'she sees where she types')
    for (const sign of line) {
      await page.keyboard.press(sign === ' ' ? 'Space' : sign)
      time += seconds.stroke
    }
    time += seconds.think + seconds.stroke
    await page.keyboard.press('Enter')
    await page.getByText('Genoteerd.').first().waitFor()
    assert.match((await page.locator('main').textContent()) ?? '', new RegExp(line))
    console.log(
      `  contact noted by ${way}: ${time.toFixed(1)} s by the keystroke-level model, ${line.length} signs typed`,
    )
    assert.ok(time < 15, `${time} s`)
    assert.deepEqual(faults, [])
  })

test('who switched such keys off goes nowhere by one', { timeout: 60_000 }, async () => {
  const { page } = await atTheTop()
  await page.getByRole('button', { name: 'Zet sneltoetsen uit' }).click()
  await page.keyboard.press('n')
  assert.notEqual(await focused(page), 'line')
  await page.getByRole('button', { name: 'Zet sneltoetsen aan' }).click()
  await page.keyboard.press('n')
  assert.equal(await focused(page), 'line')
})
