import assert from 'node:assert/strict'
import { before, test } from 'node:test'
import { sql } from 'drizzle-orm'
import type { Page } from 'playwright-core'
import { rowsOf } from '#kit/db/database.ts'
import { type Served, serveHouse } from '../served.ts'
import { aWindow } from './chrome.ts'

/**
 * A long list: it comes in while one goes on working, is stopped halfway, and taken back as one. With script the page
 * looks again by itself, without it there is a link.
 */
let house: Served
before(async () => {
  house = await serveHouse({ town: true })
})

const towns = [
  'Aardam',
  'Berkum',
  'Cluft',
  'Dorst',
  'Eemdrecht',
  'Fluitpolder',
  'Gindwijk',
  'Holtveen',
  'Ilpmeer',
  'Jorwolde',
]
const clubs = [
  'Schaakclub',
  'Zangkoor',
  'Turnvereniging',
  'Atletiekclub',
  'Judoschool',
  'Dansstudio',
  'Tuinclub',
  'Filmhuis',
]
const many = (count: number, word: string) =>
  Array.from({ length: count }, (_, at) => {
    const place = towns[at % towns.length]
    return `${clubs[at % clubs.length]} ${word}${at}\t${place}\tContact ${at}\t06-${String(10_000_000 + at)}`
  })
const head = 'Naam\tPlaats\tContactpersoon\tTelefoon'

async function partnersNow() {
  const [row] = await house.asKeeper((tx) =>
    rowsOf<{ count: number }>(tx, sql`select count(*)::int as count from relations`),
  )
  return row?.count ?? 0
}

async function bring(page: Page, lines: readonly string[]) {
  await page.goto(`${house.url}/netwerk/lijst`)
  await page.locator('textarea[name=pasted]').fill([head, ...lines].join('\n'))
  await page.getByRole('button', { name: 'Bekijk de kolommen' }).click()
  await page.getByRole('button', { name: 'Bekijk wat we overnemen' }).click()
  await page.getByRole('button', { name: /Neem \d+ partners over/ }).click()
}

/** Whichever comes first of a few headings. Without script one looks again oneself. */
async function until(page: Page, heading: string, script: boolean) {
  const is = page.getByRole('heading', { level: 1, name: heading })
  for (let turn = 0; !script && turn < 200 && !(await is.isVisible()); turn += 1) {
    await page.getByRole('link', { name: 'Kijk hoe ver het is' }).click()
    await page.getByRole('heading', { level: 1 }).waitFor()
  }
  await is.waitFor({ timeout: 60_000 })
}

for (const javaScriptEnabled of [false, true])
  test(`a long list ${javaScriptEnabled ? 'with' : 'without'} JavaScript`, { timeout: 300_000 }, async () => {
    const visitor = await house.as('nadia.bouzid@dewaterlelie.example')
    const { page, faults, context } = await aWindow(house.url, { javaScriptEnabled }, visitor)
    context.setDefaultTimeout(60_000)
    const was = await partnersNow()
    const word = javaScriptEnabled ? 'Ja' : 'Nee'

    const begun = performance.now()
    await bring(page, many(60, word))
    await until(page, 'Je lijst staat erin', javaScriptEnabled)
    console.log(`  60 partners in ${Math.round(performance.now() - begun)} ms, the four pages included`)
    assert.equal(await partnersNow(), was + 60)
    await page.getByText('60 toegevoegd, 0 aangevuld').waitFor()
    await page.getByRole('button', { name: 'Draai deze lijst terug' }).click()
    await until(page, 'Teruggedraaid', javaScriptEnabled)
    assert.equal(await partnersNow(), was)

    await bring(page, many(400, `${word}stop`))
    await page.getByRole('heading', { level: 1, name: 'Je lijst komt erin' }).waitFor()
    await page.locator('progress').waitFor()
    await page.getByRole('button', { name: 'Stop met overnemen' }).click()
    await page.getByRole('heading', { level: 1, name: 'Gestopt' }).waitFor()
    const brought = (await partnersNow()) - was
    assert.ok(brought < 400, `${brought} came in before it stopped`)
    assert.equal(await partnersNow(), was + brought, 'and none after')
    await page.getByRole('button', { name: 'Draai deze lijst terug' }).click()
    await until(page, 'Teruggedraaid', javaScriptEnabled)
    assert.equal(await partnersNow(), was)

    await bring(page, many(2, `${word}kort`))
    await page.getByRole('heading', { level: 1, name: 'Ons netwerk' }).waitFor()
    assert.equal(await partnersNow(), was + 2)
    await page.getByRole('button', { name: 'Draai terug' }).click()
    await page.getByRole('heading', { level: 1, name: 'Teruggedraaid' }).waitFor()
    assert.equal(await partnersNow(), was)
    await page.goto(`${house.url}/netwerk/lijst`)
    assert.equal((await page.getByText('teruggedraaid', { exact: true }).count()) > 2, true)
    assert.deepEqual(faults, [])
    await context.close()
  })
