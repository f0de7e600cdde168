import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Page } from 'playwright-core'
import { serveHouse } from '../served.ts'
import { aWindow } from './chrome.ts'

/** A teacher asks three questions and never touches the mouse. */
const questions = [
  { asks: 'een kind praat onverstaanbaar', colleague: 'Marjolein van Veen', partner: /Spraakwijzer/ },
  { asks: 'wie regelt de theaterles', colleague: 'Fenna Dijkstra', partner: /./ },
  { asks: 'dislexie hoe nu verder', colleague: 'Marjolein van Veen', partner: /./ },
]

test('three questions by keyboard alone', { timeout: 120_000 }, async () => {
  const house = await serveHouse({ town: true })
  const { page, faults } = await aWindow(house.url, {}, await house.as('joost.hendriks@dewaterlelie.example'))
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
    await reach(page, colleague)
    await page.keyboard.press('Enter')
    await page.getByRole('heading', { level: 1, name: colleague }).waitFor()
  }
  await page.keyboard.press('!')
  await page.waitForURL('**/hulp-nu')
  assert.deepEqual(faults, [])
})

const focused = (page: Page) => page.evaluate(() => document.activeElement?.getAttribute('name'))

/** Tab until the link with these words has the focus; and it must be seen to have it. */
async function reach(page: Page, words: string) {
  for (let tabs = 0; tabs < 60; tabs += 1) {
    await page.keyboard.press('Tab')
    const here = await page.evaluate(() => {
      const element = document.activeElement as HTMLElement
      const { outlineStyle, outlineWidth, boxShadow } = getComputedStyle(element)
      const inMain = element.closest('main') !== null
      return {
        text: element.textContent ?? '',
        inMain,
        seen: (outlineStyle !== 'none' && outlineWidth !== '0px') || boxShadow !== 'none',
      }
    })
    if (here.inMain && here.text.includes(words)) return assert.ok(here.seen, 'whoever has the focus shows it')
  }
  assert.fail(`no way by Tab to ${words}`)
}
