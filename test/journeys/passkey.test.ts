import assert from 'node:assert/strict'
import { test } from 'node:test'
import { serveHouse } from '../served.ts'
import { aWindow } from './chrome.ts'

test('a passkey: made on one’s own page, and next time it is enough', { timeout: 120_000 }, async () => {
  const house = await serveHouse({ town: true })
  const { page, context, faults } = await aWindow(house.url, {}, await house.as('nadia.bouzid@dewaterlelie.example'))
  // A device of Chromium's own making, which says it looked at a finger.
  const devices = await context.newCDPSession(page)
  await devices.send('WebAuthn.enable')
  const { authenticatorId } = await devices.send('WebAuthn.addVirtualAuthenticator', {
    options: {
      ...{ protocol: 'ctap2', transport: 'internal', hasResidentKey: true, hasUserVerification: true },
      ...{ isUserVerified: true, automaticPresenceSimulation: true },
    },
  })

  await page.goto(`${house.url}/mij`)
  await page.getByRole('link', { name: 'Toegangssleutels' }).click()
  await page.getByLabel('Hoe noem je deze sleutel?').fill('Mijn laptop')
  await page.getByRole('button', { name: 'Voeg een sleutel toe' }).click()
  await page.getByText('De toegangssleutel is toegevoegd.').waitFor()
  await page.getByText('Mijn laptop').first().waitFor()
  const { credentials } = await devices.send('WebAuthn.getCredentials', { authenticatorId })
  assert.deepEqual(
    credentials.map(({ isResidentCredential, rpId }) => [isResidentCredential, rpId]),
    [[true, 'localhost']],
  )

  await context.clearCookies()
  await page.goto(`${house.url}/inloggen?naar=/mij`)
  await page.getByRole('button', { name: 'Log in met een toegangssleutel' }).click()
  await page.waitForURL(`${house.url}/mij`)
  await page.getByRole('heading', { name: 'Mijn gegevens' }).waitFor()

  await page.goto(`${house.url}/mij/sleutels`)
  await page.getByRole('button', { name: /Haal weg/ }).click()
  await page.getByText('Je hebt nog geen toegangssleutel').waitFor()
  await context.clearCookies()
  await page.goto(`${house.url}/inloggen`)
  await page.getByRole('button', { name: 'Log in met een toegangssleutel' }).click()
  // The device still has it; the house no longer does.
  await page.getByText('Dat lukte niet.').first().waitFor()
  assert.deepEqual(faults, [])
})

test('without script the page offers the other ways', { timeout: 60_000 }, async () => {
  const house = await serveHouse({ town: true })
  const { page } = await aWindow(house.url, { javaScriptEnabled: false })
  await page.goto(`${house.url}/inloggen`)
  assert.equal(await page.getByRole('button', { name: 'Log in met een toegangssleutel' }).isVisible(), false)
  await page.getByText('De andere manieren werken wel.').waitFor()
  await page.getByRole('link', { name: 'Stuur mij een link per mail' }).click()
  await page.getByLabel('Mailadres').fill('nadia.bouzid@dewaterlelie.example')
  await page.getByRole('button', { name: 'Stuur mij een link' }).click()
  await page.getByRole('heading', { name: 'Kijk in je mail' }).waitFor()
  const link = page.getByRole('link', { name: /inloggen\/link/ })
  // The letter goes within seconds, however quickly one looks.
  for (let looks = 0; looks < 100 && !(await link.count()); looks += 1) {
    await page.goto(`${house.url}/postvak`)
    await page.waitForTimeout(100)
  }
  await link.first().click()
  await page.getByRole('button', { name: 'Log in' }).click()
  await page.waitForURL(`${house.url}/`)
})
