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
import { type Hands, withKeyboard, withMouse } from './hands.ts'

/**
 * An empty house, for real. A head finds her school in the national list, brings in staff, groups and thirty partners
 * from messy files that somebody else wrote, asks a question, and is shown the right colleague. Once without script and
 * with the mouse; once with script, by keyboard alone, in what is left of a window at 400 %.
 */
const files = join(import.meta.dirname, '..', 'material', 'van-een-ander')
const school = { name: 'Prinses Julianaschool', place: 'Gouda' }

const ways = [
  { how: 'without JavaScript', options: { javaScriptEnabled: false }, handsFor: () => withMouse },
  {
    how: 'with JavaScript, by keyboard alone, at 400 % zoom',
    options: { viewport: { width: 320, height: 256 } },
    handsFor: withKeyboard,
  },
]

for (const { how, options, handsFor } of ways)
  test(`from an empty house to an answer, ${how}`, { timeout: 170_000 }, async () => {
    const house = await serveHouse({ mode: 'real' })
    const code = await house.asKeeper(async (tx) => {
      const list = await shippedLocations()
      assert.ok(list.ok)
      await takeOverList(tx, list.rows, dayOf(new Date()))
      return setupCode(tx)
    })
    const { page, faults, context } = await aWindow(house.url, options)
    const hands = handsFor(page)
    await page.goto(`${house.url}/begin`)
    await account(page, hands, code!)
    await findSchool(page, hands)
    await staff(page, hands)
    await groups(page, hands)
    await partners(page, hands, 'Externe contacten.xlsx', 0)
    await partners(page, hands, 'oud lijstje partners.txt', 3)
    await thirty(house, page, hands)
    await question(page, hands)
    assert.deepEqual(faults, [])
    await context.close()
    await house.stop()
  })

async function account(page: Page, hands: Hands, code: string) {
  await hands.fill(page.getByLabel('Code', { exact: true }), code)
  await hands.fill(page.getByLabel('Je naam'), 'Wim Tibbelaar')
  await hands.fill(page.getByLabel('Mailadres'), 'w.tibbelaar@dewindwijzel.example')
  await hands.fill(page.getByLabel('Kies een wachtwoord'), 'vier paarse olifanten')
  await hands.press(page.getByRole('button', { name: 'Begin' }))
  await page.getByRole('heading', { level: 1, name: 'Welke school ben je?' }).waitFor()
}

/** A school that is really in DUO’s list: by its place there are many, by name and place one is named. */
async function findSchool(page: Page, hands: Hands) {
  await hands.fill(page.getByLabel('Zoek je school'), `${school.name} ${school.place}`)
  await hands.press(page.getByRole('button', { name: 'Zoek', exact: true }))
  await page.getByText(school.name, { exact: false }).first().waitFor()
  await hands.press(page.getByRole('button', { name: /Dit is mijn school/ }).first())
  await page.getByRole('heading', { level: 1, name: 'Je school inrichten' }).waitFor()
}

async function staff(page: Page, hands: Hands) {
  await hands.press(page.getByRole('link', { name: 'Neem je teamlijst over' }))
  await hands.bring(page.getByLabel('Of kies een bestand'), join(files, 'team 2026-2027 DEF (2).csv'))
  await hands.press(page.getByRole('button', { name: 'Bekijk wat we lezen' }))
  await page.getByRole('heading', { level: 1, name: 'Klopt dit?' }).waitFor()
  await hands.press(page.getByRole('button', { name: /Neem \d+ regels over/ }))
  await page.getByRole('link', { name: 'Anneloes van der Moesker' }).first().waitFor()
}

async function groups(page: Page, hands: Hands) {
  await page.goto(`${new URL(page.url()).origin}/school/lijst`)
  await hands.choose(page.getByLabel('Groepen', { exact: true }))
  const lines = [
    'groep\tleerkracht\taantal',
    '1/2A\tRenée ter Wispel\t22',
    '3\tBjörn Hakkelaar\t24',
    '8\tMarijke Veldkornet\t27',
  ]
  await hands.fill(page.getByLabel('Plak hier'), lines.join('\n'))
  await hands.press(page.getByRole('button', { name: 'Bekijk wat we lezen' }))
  await hands.press(page.getByRole('button', { name: 'Neem 3 regels over' }))
  await page.getByRole('heading', { level: 1, name: 'Groepen' }).waitFor()
  await page.getByText('Björn Hakkelaar').first().waitFor()
}

async function partners(page: Page, hands: Hands, file: string, same: number) {
  await page.goto(`${new URL(page.url()).origin}/netwerk/lijst`)
  await hands.bring(page.getByLabel('Kies een bestand'), join(files, file))
  await hands.press(page.getByRole('button', { name: 'Bekijk de kolommen' }))
  await page.getByRole('heading', { level: 1, name: 'Wat staat in welke kolom?' }).waitFor()
  await hands.press(page.getByRole('button', { name: 'Bekijk wat we overnemen' }))
  await page.getByRole('heading', { level: 1, name: 'Klopt dit?' }).waitFor()
  // Who seems to be there already is completed, not added once more: so it is proposed, and so it is left.
  assert.equal(await page.locator('main input[type=radio][value=complete]:checked').count(), same)
  await hands.press(page.getByRole('button', { name: /Neem \d+ partners over/ }))
  await page
    .getByText(/partners toegevoegd/)
    .first()
    .waitFor()
}

/** Twenty and twelve, of which three are the same: twenty-nine. One is typed in by hand. */
async function thirty(house: Served, page: Page, hands: Hands) {
  await page.goto(`${house.url}/netwerk/nieuw`)
  await hands.fill(page.locator('#name'), 'Dorpsmolen De Wiek')
  await hands.press(page.locator('main form button[type=submit]').last())
  await page.getByRole('heading', { level: 1, name: 'Dorpsmolen De Wiek' }).waitFor()
  const [{ count } = { count: 0 }] = await house.asKeeper((tx) =>
    rowsOf<{ count: number }>(tx, sql`select count(*)::int as count from relations`),
  )
  console.log(`  ${count} partners from two messy files and one typed in`)
  assert.equal(count, 30)
}

async function question(page: Page, hands: Hands) {
  await hands.fill(page.getByRole('searchbox').first(), 'een kleuter praat onverstaanbaar, wie kan er meekijken?')
  await page.keyboard.press('Enter')
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
