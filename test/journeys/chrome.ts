import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { after } from 'node:test'
import { type Browser, type BrowserContext, type BrowserContextOptions, chromium, type Page } from 'playwright-core'
import type { Visitor } from '../served.ts'

const flags = [
  ...['--no-sandbox', '--disable-gpu', '--disable-background-networking', '--disable-quic', '--no-first-run'],
  ...['--disable-dev-shm-usage', '--disable-extensions', '--mute-audio'],
]

let started: Promise<Browser> | undefined
after(async () => {
  await (await started)?.close()
})

/** A real Chromium; the one of TEST_BROWSER, which test/check.ts finds or obtains. */
export function chrome(): Promise<Browser> {
  started ??= chromium.launch({ executablePath: process.env['TEST_BROWSER'] ?? '/usr/bin/chromium', args: flags })
  return started
}

/** A window of somebody, signed in when `visitor` is. Whatever goes wrong in the page itself is kept in `faults`. */
export async function aWindow(url: string, options: BrowserContextOptions = {}, visitor?: Visitor) {
  const browser = await chrome()
  const context = await browser.newContext({ locale: 'nl-NL', reducedMotion: 'reduce', ...options })
  context.setDefaultTimeout(20_000)
  if (visitor) await signIn(context, url, visitor)
  const page = await context.newPage()
  const faults: string[] = []
  page.on('pageerror', (fault) => faults.push(`script: ${fault.message}`))
  page.on('console', (line) => {
    if (line.type() === 'error' && !/status of (4\d\d)/.test(line.text())) faults.push(`console: ${line.text()}`)
  })
  page.on('response', (answer) => {
    if (answer.status() >= 500) faults.push(`${answer.status()} ${answer.url()}`)
  })
  return { context, page, faults }
}

export const signIn = (context: BrowserContext, url: string, { cookie }: Visitor) =>
  context.addCookies(
    cookie.split('; ').map((pair) => ({
      name: pair.slice(0, pair.indexOf('=')),
      value: pair.slice(pair.indexOf('=') + 1),
      url,
    })),
  )

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')
type Axe = { run: (of: Document) => Promise<{ violations: { id: string; nodes: { target: string[] }[] }[] }> }
/** What axe finds on the page as it is. */
export async function violations(page: Page): Promise<string[]> {
  await page.evaluate(axe)
  return page.evaluate(async () => {
    const { violations: found } = await (globalThis as unknown as { axe: Axe }).axe.run(document)
    return found.map(({ id, nodes }) => `${id} at ${nodes[0]?.target.join(' ')}`)
  })
}

/** On how many A4 the page is printed. */
export async function sheetsOf(page: Page): Promise<number> {
  const paper = await page.pdf({ format: 'A4', preferCSSPageSize: true, printBackground: true })
  return paper.toString('latin1').match(/\/Type\s*\/Page\b(?!s)/g)?.length ?? 0
}

/** Presses a button or link that leads on, and waits for the page behind it. */
export async function goOn(page: Page, name: string | RegExp, role: 'button' | 'link' = 'button') {
  const before = await page.locator('h1').first().textContent()
  await page.getByRole(role, { name }).first().click()
  return before
}
