import assert from 'node:assert/strict'
import { test } from 'node:test'
import { sql } from 'drizzle-orm'
import { devices } from 'playwright-core'
import { rowsOf } from '#kit/db/database.ts'
import { serveHouse } from '../served.ts'
import { aWindow } from './chrome.ts'
import { withKeyboard } from './hands.ts'

/** The head invites by keyboard alone at 400 %; her colleague comes in on a phone. */
test('a letter from the mailbox lets somebody in on her phone', { timeout: 120_000 }, async () => {
  const house = await serveHouse({ town: true })
  const [colleague] = await house.asKeeper((tx) =>
    rowsOf<{ id: string; name: string; mail: string }>(
      tx,
      sql`select p.id, p.name, p.mail from people p join memberships m on m.person_id = p.id
          join organisations o on o.id = m.organisation_id and o.name = 'De Waterlelie'
          where p.account_id is null and p.mail is not null and 'leerkracht' = any(m.roles) order by p.name limit 1`,
    ),
  )
  assert.ok(colleague)
  const desk = await aWindow(
    house.url,
    { viewport: { width: 320, height: 256 } },
    await house.as('nadia.bouzid@dewaterlelie.example'),
  )
  await desk.page.goto(`${house.url}/school/mensen/${colleague.id}`)
  await withKeyboard(desk.page).press(desk.page.locator('form[action="/uitnodigingen"] button'))
  await desk.page.getByText('De uitnodiging is onderweg.').waitFor()
  // The outbox is emptied in the background: the letter lies there within seconds.
  const letter = desk.page.getByRole('link', { name: /\/uitnodiging\// }).first()
  for (let looks = 0; looks < 80 && !(await letter.count()); looks += 1) {
    await desk.page.waitForTimeout(250)
    await desk.page.goto(`${house.url}/postvak`)
  }
  const link = await letter.getAttribute('href')
  assert.match(link ?? '', /\/uitnodiging\/[\w-]{20,}$/)

  const phone = await aWindow(house.url, devices['iPhone 13'] ?? {})
  await phone.page.goto(link!)
  assert.match((await phone.page.locator('h1').textContent()) ?? '', new RegExp(colleague.name.split(' ')[0]!))
  await phone.page.getByLabel('Kies een wachtwoord').fill('vier paarse olifanten')
  await phone.page.getByRole('button', { name: 'Kom binnen' }).tap()
  await phone.page.waitForURL(`${house.url}/`)
  await phone.page.getByText(colleague.name).first().waitFor({ state: 'attached' })
  assert.ok(await phone.page.evaluate(() => document.documentElement.scrollWidth <= innerWidth), 'nothing sticks out')

  const again = await aWindow(house.url)
  await again.page.goto(link!)
  await again.page.getByRole('heading', { name: 'Deze uitnodiging werkt niet meer' }).waitFor()
  assert.deepEqual([...desk.faults, ...phone.faults, ...again.faults], [])
})
