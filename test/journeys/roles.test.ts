import assert from 'node:assert/strict'
import { before, test } from 'node:test'
import type { Page } from 'playwright-core'
import { type Served, serveHouse, type Visitor } from '../served.ts'
import { aWindow, sheetsOf, violations } from './chrome.ts'

/** Who does what, who knows what, and what the two of the tandem speak about: in a real browser, and on paper. */
let house: Served
let head: Visitor
before(async () => {
  house = await serveHouse({ town: true })
  head = await house.as('nadia.bouzid@dewaterlelie.example')
})

const circleIn = async (page: Page) => {
  await page.goto(`${house.url}/kennisgroepen`)
  return (
    (await page.getByRole('link', { name: 'Cultuur', exact: true }).getAttribute('href')) ?? assert.fail('no circle')
  )
}

test('axe finds nothing, and on a phone of 320 wide nothing sticks out', async () => {
  const { page, faults, context } = await aWindow(house.url, { viewport: { width: 320, height: 640 } }, head)
  const circle = await circleIn(page)
  const rooms = ['/kennisgroepen', circle, `${circle}/leden`, `${circle}/wijziging`]
  for (const path of [...rooms, '/rollen', '/rollen/ib', '/rollen/ib/wijziging', '/tandem', '/tandem/blad']) {
    await page.goto(`${house.url}${path}`)
    assert.deepEqual(await violations(page), [], path)
    assert.equal(await page.evaluate(() => document.documentElement.scrollWidth), 320, path)
  }
  assert.deepEqual(faults, [])
  await context.close()
})

test('who does what, one role, and the agenda of the two are one A4 each', async () => {
  const { page, context } = await aWindow(house.url, { colorScheme: 'dark' }, head)
  for (const path of ['/rollen', '/rollen/directeur', '/rollen/leerkracht', '/tandem/blad']) {
    await page.goto(`${house.url}${path}`)
    assert.equal(await sheetsOf(page), 1, path)
  }
  await context.close()
})

test('all signals of the school, with its 35 partners, are one or two A4', async () => {
  const { page, context } = await aWindow(house.url, { colorScheme: 'dark' }, head)
  await page.goto(`${house.url}/signalen`)
  const sheets = await sheetsOf(page)
  console.log(`  on paper: the signals on ${sheets} sheets`)
  assert.ok(sheets === 1 || sheets === 2, String(sheets))
  await context.close()
})

test('what is handed over, given, sent and hung up is one A4 each, and no field of the screen is on it', async () => {
  const { page, context } = await aWindow(house.url, {}, head)
  const found = async (path: string, href: RegExp) => href.exec(await (await head.get(path)).text())![1]!
  const line = await found('/netwerk?zoek=Spraakwijzer', /href="(\/netwerk\/[0-9a-f-]{36})"/)
  const card = await found('/attenties', /href="(\/attenties\/[0-9a-f-]{36})">Kerstkaart/)
  const paths = [`${line}/overdracht`, `${line}/welkomstmap`, '/welkomstmap', card, `${card}/etiketten`]
  for (const path of [...paths, '/agenda', '/jaarplan', '/bij-wie/dag', '/bij-wie/tien']) {
    await page.goto(`${house.url}${path}`)
    assert.equal(await sheetsOf(page), 1, path)
  }
  await page.emulateMedia({ media: 'print' })
  for (const path of [card, '/netwerk/vervanging', '/jaarplan']) {
    await page.goto(`${house.url}${path}`)
    assert.equal(await page.locator('main :is(select, input, textarea):visible').count(), 0, path)
  }
  await page.goto(`${house.url}/agenda`)
  const time = await page.locator('.spread th .whole').first().boundingBox()
  const name = await page.locator('.spread td a').first().boundingBox()
  assert.ok(time!.x + time!.width < name!.x, 'a time does not lie over the name beside it')
  await context.close()
})

test('without script: what stands out goes on the agenda, is discussed, and the other reads it', async () => {
  const { page, context } = await aWindow(house.url, { javaScriptEnabled: false }, head)
  await page.goto(`${house.url}/tandem`)
  await page.getByRole('button', { name: /Op de agenda Geld dat afloopt/ }).click()
  const card = page.getByRole('article').filter({ hasText: 'Geld dat afloopt' })
  await card.getByLabel('Wat spreken jullie af?').fill('Nadia vraagt het fonds om een jaar erbij')
  await card.getByRole('button', { name: 'Besproken' }).click()
  await context.close()
  const ib = await house.as('marjolein.vanveen@dewaterlelie.example')
  assert.match(await (await ib.get('/tandem')).text(), /Nadia vraagt het fonds om een jaar erbij/)
  const teacher = await house.as('joost.hendriks@dewaterlelie.example')
  assert.equal((await teacher.get('/tandem')).status, 404)
})
