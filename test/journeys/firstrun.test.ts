import assert from 'node:assert/strict'
import { join } from 'node:path'
import { test } from 'node:test'
import { sql } from 'drizzle-orm'
import type { Page } from 'playwright-core'
import { rowsOf } from '#kit/db/database.ts'
import { dayOf } from '#kit/time/day.ts'
import { shippedLocations, takeOverList } from '#rooms/organisations/door.ts'
import { setupCode } from '#rooms/welcome/door.ts'
import { type Served, serveHouse } from '../served.ts'
import { aWindow } from './chrome.ts'

/**
 * An empty house, for real. A head finds her school in the national list, brings in staff, groups and thirty partners
 * from messy files that somebody else wrote, asks a question, and is shown the right colleague. With and without script.
 */
const files = join(import.meta.dirname, '..', 'material', 'van-een-ander')
const school = { name: 'Prinses Julianaschool', place: 'Gouda' }

for (const javaScriptEnabled of [false, true])
  test(`from an empty house to an answer, ${javaScriptEnabled ? 'with' : 'without'} JavaScript`, {
    timeout: 170_000,
  }, async () => {
    const house = await serveHouse({ mode: 'real' })
    const code = await house.asKeeper(async (tx) => {
      const list = await shippedLocations()
      assert.ok(list.ok)
      await takeOverList(tx, list.rows, dayOf(new Date()))
      return setupCode(tx)
    })
    const { page, faults, context } = await aWindow(house.url, { javaScriptEnabled })
    await page.goto(`${house.url}/begin`)
    await account(page, code!)
    await findSchool(page)
    await staff(page)
    await groups(page)
    await partners(page, 'Externe contacten.xlsx')
    await partners(page, 'oud lijstje partners.txt')
    await thirty(house, page)
    await question(page)
    assert.deepEqual(faults, [])
    await context.close()
    await house.stop()
  })

async function account(page: Page, code: string) {
  await page.getByLabel('Code', { exact: true }).fill(code)
  await page.getByLabel('Je naam').fill('Wim Tibbelaar')
  await page.getByLabel('Mailadres').fill('w.tibbelaar@dewindwijzel.example')
  await page.getByLabel('Kies een wachtwoord').fill('vier paarse olifanten')
  await page.getByRole('button', { name: 'Begin' }).click()
  await page.getByRole('heading', { level: 1, name: 'Welke school ben je?' }).waitFor()
}

/** A school that is really in DUO’s list: by its place there are many, by name and place one is named. */
async function findSchool(page: Page) {
  await page.getByLabel('Zoek je school').fill(`${school.name} ${school.place}`)
  await page.getByRole('button', { name: 'Zoek', exact: true }).click()
  await page.getByText(school.name, { exact: false }).first().waitFor()
  await page
    .getByRole('button', { name: /Dit is mijn school/ })
    .first()
    .click()
  await page.getByRole('heading', { level: 1, name: 'Je school inrichten' }).waitFor()
}

async function staff(page: Page) {
  await page.getByRole('link', { name: 'Neem je teamlijst over' }).click()
  await page.getByLabel('Of kies een bestand').setInputFiles(join(files, 'team 2026-2027 DEF (2).csv'))
  await page.getByRole('button', { name: 'Bekijk wat we lezen' }).click()
  await page.getByRole('heading', { level: 1, name: 'Klopt dit?' }).waitFor()
  await page.getByRole('button', { name: /Neem \d+ regels over/ }).click()
  await page.getByRole('link', { name: 'Anneloes van der Moesker' }).first().waitFor()
}

async function groups(page: Page) {
  await page.goto(`${new URL(page.url()).origin}/school/lijst`)
  await page.getByLabel('Groepen', { exact: true }).check()
  const lines = [
    'groep\tleerkracht\taantal',
    '1/2A\tRenée ter Wispel\t22',
    '3\tBjörn Hakkelaar\t24',
    '8\tMarijke Veldkornet\t27',
  ]
  await page.getByLabel('Plak hier').fill(lines.join('\n'))
  await page.getByRole('button', { name: 'Bekijk wat we lezen' }).click()
  await page.getByRole('button', { name: 'Neem 3 regels over' }).click()
  await page.getByRole('heading', { level: 1, name: 'Groepen' }).waitFor()
  await page.getByText('Björn Hakkelaar').first().waitFor()
}

async function partners(page: Page, file: string) {
  await page.goto(`${new URL(page.url()).origin}/netwerk/lijst`)
  await page.getByLabel('Kies een bestand').setInputFiles(join(files, file))
  await page.getByRole('button', { name: 'Bekijk de kolommen' }).click()
  await page.getByRole('heading', { level: 1, name: 'Wat staat in welke kolom?' }).waitFor()
  await page.getByRole('button', { name: 'Bekijk wat we overnemen' }).click()
  await page.getByRole('heading', { level: 1, name: 'Klopt dit?' }).waitFor()
  // Who seems to be there already is completed, not added once more.
  for (const same of await page.locator('main input[type=radio][value=complete]').all()) await same.check()
  await page.getByRole('button', { name: /Neem \d+ partners over/ }).click()
  await page
    .getByText(/partners toegevoegd/)
    .first()
    .waitFor()
}

/** Twenty and twelve, of which three are the same: twenty-nine. One is typed in by hand. */
async function thirty(house: Served, page: Page) {
  await page.goto(`${house.url}/netwerk/nieuw`)
  await page.locator('#name').fill('Dorpsmolen De Wiek')
  await page.locator('main form button[type=submit]').last().click()
  await page.getByRole('heading', { level: 1, name: 'Dorpsmolen De Wiek' }).waitFor()
  const [{ count } = { count: 0 }] = await house.asKeeper((tx) =>
    rowsOf<{ count: number }>(tx, sql`select count(*)::int as count from relations`),
  )
  console.log(`  ${count} partners from two messy files and one typed in`)
  assert.ok(count >= 30, `${count} partners`)
}

async function question(page: Page) {
  await page.getByRole('searchbox').first().fill('een kleuter praat onverstaanbaar, wie kan er meekijken?')
  await page.getByRole('searchbox').first().press('Enter')
  await page.getByRole('heading', { name: 'Eerst een collega' }).waitFor()
  const answer = (await page.locator('main').textContent()) ?? ''
  assert.match(answer, /Anneloes van der Moesker/)
  assert.match(answer, /Spraakwater/)
  assert.ok(
    answer.indexOf('Anneloes') < answer.indexOf('0199-442211') || !answer.includes('0199-442211'),
    'the colleague first',
  )
  assert.ok(!page.url().includes('kleuter'), 'nothing of a question stands in an address')
}
