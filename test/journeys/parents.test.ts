import assert from 'node:assert/strict'
import { before, test } from 'node:test'
import { type Served, serveHouse } from '../served.ts'
import { aWindow, chrome, violations } from './chrome.ts'

/** The page for parents in a real browser: by whoever passes by, on a phone, at night, aloud, on paper. */
let house: Served
let address = ''
before(async () => {
  house = await serveHouse({ town: true })
  address = `${house.url}/ouders/de-waterlelie-wilgenveen`
})

test('axe finds nothing, in light and dark, in both languages, in the house’s colour and a board’s own', async () => {
  const wrong: string[] = []
  const look = async (name: string) => {
    const { page, faults, context } = await aWindow(house.url)
    for (const language of ['nl', 'en'])
      for (const colorScheme of ['light', 'dark'] as const) {
        await page.emulateMedia({ colorScheme })
        await page.goto(`${address}?taal=${language}`)
        for (const found of await violations(page)) wrong.push(`${name}, ${language}, ${colorScheme}: ${found}`)
      }
    assert.deepEqual(faults, [])
    await context.close()
  }
  await look('ours')
  const board = await house.as('karima.vos@veenenplas.example')
  await board.post('/huisstijl', { accent: '#ffd400', brand: '' })
  await look('yellow')
  await board.post('/huisstijl', { accent: '', brand: '' })
  assert.deepEqual(wrong, [])
})

test('on a phone of 320 wide nothing sticks out, and every link that stands alone is big enough', async () => {
  const { page, context } = await aWindow(house.url, { viewport: { width: 320, height: 640 } })
  await page.goto(address)
  assert.equal(await page.evaluate(() => document.documentElement.scrollWidth), 320)
  const small = await page.evaluate(() =>
    [...document.querySelectorAll('.index a, .in-a-row a, button')]
      .filter((element) => element.getBoundingClientRect().height < 24)
      .map((element) => element.textContent),
  )
  assert.deepEqual(small, [])
  await context.close()
})

test('it is read aloud, each piece in its own language; pressed again it stops; without a voice there is no button', async () => {
  const { page, context } = await aWindow(house.url)
  await page.addInitScript(() => {
    const said: { text: string; lang: string }[] = []
    Object.assign(globalThis, {
      said,
      SpeechSynthesisUtterance: class {
        lang = ''
        text: string
        constructor(text: string) {
          this.text = text
        }
      },
    })
    Object.defineProperty(globalThis, 'speechSynthesis', {
      value: {
        speak: (one: { text: string; lang: string }) => said.push(one),
        cancel: () => said.push({ text: '-', lang: '' }),
      },
    })
  })
  await page.goto(`${address}?taal=en`)
  const button = page.locator('#taal_ouders .aloud')
  await button.click()
  const said = await page.evaluate(() =>
    (globalThis as unknown as { said: { text: string; lang: string }[] }).said.map(
      ({ text, lang }) => `${lang} ${text}`,
    ),
  )
  assert.equal(said[1], 'en Learning Dutch')
  assert.ok(said.includes('nl Op woensdag is er taalcafé in de hal, met koffie.'), said.join('\n'))
  assert.ok(!said.some((line) => /Read aloud|To the top/.test(line)), 'buttons are not read')
  assert.equal(await button.getAttribute('aria-pressed'), 'true')
  await button.click()
  assert.equal(await button.getAttribute('aria-pressed'), 'false')
  await context.close()

  const mute = await aWindow(house.url)
  await mute.page.addInitScript('delete window.speechSynthesis; delete Window.prototype.speechSynthesis')
  await mute.page.goto(address)
  assert.equal(await mute.page.locator('.aloud:visible').count(), 0)
  await mute.context.close()
})

test('on paper it is at most two sheets, in both languages; the poster is one', async () => {
  const { page, context } = await aWindow(house.url, {}, await house.as('nadia.bouzid@dewaterlelie.example'))
  const sheets = async (path: string) => {
    await page.goto(path)
    const pdf = await page.pdf({ format: 'A4', preferCSSPageSize: true })
    return pdf.toString('latin1').match(/\/Type\s*\/Page\b/g)?.length ?? 0
  }
  const counted = {
    nl: await sheets(`${address}?taal=nl`),
    en: await sheets(`${address}?taal=en`),
    poster: await sheets(`${house.url}/ouderpagina/poster`),
  }
  console.log(`  on paper: ${JSON.stringify(counted)}`)
  assert.ok(counted.nl > 0 && counted.nl <= 2)
  assert.ok(counted.en > 0 && counted.en <= 2)
  assert.equal(counted.poster, 1)
  await context.close()
})

test('a head looks beforehand and turns it on; a parent without script reads it; a colleague puts her name on and off', async () => {
  const { page, context } = await aWindow(house.url, {}, await house.as('ilse.wagenaar@hetmolentje.example'))
  await page.goto(`${house.url}/school`)
  await page.getByRole('link', { name: 'Pagina voor ouders' }).click()
  await page.getByRole('link', { name: 'Bekijk het voorbeeld' }).click()
  await page.getByText('Alleen collega’s zien dit voorbeeld').waitFor()
  await page.getByRole('link', { name: 'Terug naar de instellingen' }).click()
  await page.getByRole('button', { name: 'Zet de pagina aan' }).click()
  const shown = (await page.locator('code').first().textContent()) ?? ''
  assert.match(shown, /\/ouders\/het-molentje-wilgenveen$/)

  const somebodyNew = async () => {
    const parent = await (await chrome()).newContext({ javaScriptEnabled: false, locale: 'nl-NL' })
    const reader = await parent.newPage()
    const names = async () => {
      await reader.goto(shown)
      return (await reader.locator('#pesten .who').textContent()) ?? ''
    }
    return { parent, names }
  }
  const first = await somebodyNew()
  assert.ok(!(await first.names()).includes('Ilse'))
  assert.deepEqual(await first.parent.cookies(), [])
  await first.parent.close()

  await page.goto(`${house.url}/mij`)
  await page.getByRole('link', { name: 'Mijn naam op de pagina voor ouders' }).click()
  await page.getByRole('button', { name: 'Ja, mijn naam mag erop' }).click()
  await page.getByRole('button', { name: 'Haal mijn naam eraf' }).waitFor()
  const second = await somebodyNew()
  assert.match(await second.names(), /Ilse Wagenaar/)
  await page.getByRole('button', { name: 'Haal mijn naam eraf' }).click()
  await page.getByRole('button', { name: 'Ja, mijn naam mag erop' }).waitFor()
  // The same browser, with all it keeps, asks again.
  assert.ok(!(await second.names()).includes('Ilse'))
  await second.parent.close()
  await context.close()
})
