import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { before, test } from 'node:test'
import type { Page } from 'playwright-core'
import { kindOf, walk } from '../matrix/forms.ts'
import { type Served, serveHouse } from '../served.ts'
import { aWindow } from './chrome.ts'

/** Every page somebody can come to: axe in light and dark, a window of a phone at 400 %, and paper. */
const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')
const seen = new Set<string>()
let house: Served
let looked = 0

before(async () => {
  house = await serveHouse({ town: true })
})

for (const [who, mail, from] of [
  [
    'signed out',
    '',
    [
      '/inloggen',
      '/wachtwoord',
      '/inloggen/code',
      '/over',
      '/taal',
      '/hulp-nu',
      '/ouders/de-waterlelie-wilgenveen',
      '/uitnodiging/x',
      '/nergens-te-vinden',
    ],
  ],
  ['head', 'nadia.bouzid@dewaterlelie.example', ['/', '/begin', '/postvak']],
  ['teacher', 'joost.hendriks@dewaterlelie.example', ['/']],
  ['partner', 'sanne.terhorst@spraakwijzer.example', ['/']],
] as const)
  test(`${who}: axe finds nothing, nothing sticks out, paper shows no menu`, { timeout: 400_000 }, async () => {
    const visitor = mail ? await house.as(mail) : house.nobody()
    const { pages } = await walk(visitor, { from: [...from], alike: 1 })
    const { page, faults, context } = await aWindow(house.url, {}, mail ? visitor : undefined)
    await context.addInitScript(axe)
    const wrong: string[] = []
    for (const [path, { html }] of pages) {
      // What the next one sees of the same kind of page is looked at again only where it can differ: at home.
      if (html === '' || (path !== '/' && seen.has(kindOf(path)))) continue
      seen.add(kindOf(path))
      await page.goto(house.url + path)
      wrong.push(...(await lookAt(page, `${who} ${kindOf(path)}`)))
    }
    assert.deepEqual(wrong, [])
    assert.deepEqual(faults, [])
    await context.close()
  })

test('answers and refused forms hold too', { timeout: 120_000 }, async () => {
  const { page, context } = await aWindow(house.url, {}, await house.as('nadia.bouzid@dewaterlelie.example'))
  await context.addInitScript(axe)
  const wrong: string[] = []
  for (const question of [
    'kind praat onverstaanbaar',
    'er is een blauwe plek en een raar verhaal',
    'wie is er vandaag',
    'xqzt',
    'een collega doet raar met kinderen',
  ]) {
    await page.goto(`${house.url}/bij-wie`)
    await page.locator('#question').fill(question)
    await page.locator('#question').press('Enter')
    await page.getByRole('link', { name: 'Stel een andere vraag' }).waitFor()
    wrong.push(...(await lookAt(page, `the answer to “${question}”`)))
  }
  for (const path of ['/school/mensen/nieuw', '/netwerk/nieuw', '/school/lijst', '/netwerk/lijst']) {
    await page.goto(house.url + path)
    await page.locator('main form button[type=submit]').last().click()
    await page.locator('.error-summary').waitFor()
    wrong.push(...(await lookAt(page, `${path}, refused`)))
  }
  assert.deepEqual(wrong, [])
  await context.close()
  console.log(`  ${looked} pages looked at by axe, each in light and dark, at 320 × 256 and for paper`)
})

async function lookAt(page: Page, name: string): Promise<string[]> {
  looked += 1
  const wrong: string[] = []
  await page.emulateMedia({ colorScheme: 'light', media: 'print' })
  for (const part of await printed(page)) wrong.push(`${name}: ${part} on paper`)
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme, media: 'screen' })
    for (const found of await violations(page, colorScheme)) wrong.push(`${name}, ${colorScheme}: ${found}`)
  }
  await page.setViewportSize({ width: 320, height: 256 })
  const wide = await page.evaluate(() => document.documentElement.scrollWidth)
  if (wide > 320) wrong.push(`${name}: ${wide} wide at 320 (${await sticksOut(page)})`)
  await page.setViewportSize({ width: 1280, height: 720 })
  return wrong
}

/** What is for a screen only, and stands on paper all the same. */
const printed = (page: Page) =>
  page.evaluate(() =>
    ['nav', 'header .ask', '.help-now'].filter((part) => {
      const first = document.querySelector(part)
      const { width, height } = first?.getBoundingClientRect() ?? { width: 0, height: 0 }
      return first?.checkVisibility({ visibilityProperty: true }) && width > 0 && height > 0
    }),
  )

type Axe = {
  run: (of: Document, how: object) => Promise<{ violations: { id: string; nodes: { target: string[] }[] }[] }>
}

/** The page is the same in the dark but for its colours: only what colours decide is looked at again. */
async function violations(page: Page, colorScheme: 'light' | 'dark'): Promise<string[]> {
  const how = { resultTypes: ['violations'], ...(colorScheme === 'dark' && { runOnly: ['cat.color'] }) }
  return page.evaluate(async (asked) => {
    const { violations } = await (globalThis as unknown as { axe: Axe }).axe.run(document, asked)
    return violations.map(({ id, nodes }) => `${id} at ${nodes.slice(0, 3).map(({ target }) => target.join(' '))}`)
  }, how)
}

const sticksOut = (page: Page) =>
  page.evaluate(() =>
    [...document.querySelectorAll('body *')]
      .filter((element) => element.getBoundingClientRect().right > 321)
      .slice(0, 3)
      .map((element) => `${element.tagName.toLowerCase()}.${element.className}`)
      .join(', '),
  )
