import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Page } from 'playwright-core'
import { serveHouse } from '../served.ts'
import { aWindow } from './chrome.ts'
import { withKeyboard } from './hands.ts'

/** A teacher asks three questions and never touches the mouse. */
const questions = [
  { asks: 'een kind praat onverstaanbaar', colleague: 'Marjolein van Veen', partner: /Spraakwijzer/ },
  { asks: 'wie regelt de theaterles', colleague: 'Fenna Dijkstra', partner: /./ },
  { asks: 'dislexie hoe nu verder', colleague: 'Marjolein van Veen', partner: /./ },
]

for (const [zoom, viewport] of [
  ['', { width: 1280, height: 720 }],
  [', at 400 %', { width: 320, height: 256 }],
] as const)
  test(`three questions by keyboard alone${zoom}`, { timeout: 120_000 }, async () => {
    const house = await serveHouse({ town: true })
    const visitor = await house.as('joost.hendriks@dewaterlelie.example')
    const { page, faults } = await aWindow(house.url, { viewport }, visitor)
    const hands = withKeyboard(page)
    await page.goto(`${house.url}/`)
    for (const { asks, colleague, partner } of questions) {
      await page.keyboard.press('/')
      assert.equal(await focused(page), 'question', 'the stroke brings one to the box')
      await page.keyboard.type(asks)
      await page.keyboard.press('Enter')
      await page.getByRole('heading', { name: 'Eerst een collega' }).waitFor()
      const answer = (await page.locator('main').textContent()) ?? ''
      assert.ok(answer.includes(colleague), `${asks}: ${answer.slice(0, 300)}`)
      assert.match(answer, partner)
      assert.ok(!page.url().includes('?'), page.url())
      await hands.press(page.locator('main').getByRole('link', { name: colleague }).first())
      await page.getByRole('heading', { level: 1, name: colleague }).waitFor()
    }
    await page.keyboard.press('!')
    await page.waitForURL('**/hulp-nu')
    assert.deepEqual(faults, [])
  })

const focused = (page: Page) => page.evaluate(() => document.activeElement?.getAttribute('name'))
