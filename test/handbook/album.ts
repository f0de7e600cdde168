import { createHash } from 'node:crypto'
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Page } from 'playwright-core'
import { dayOf, dayPlus, weekdayOf } from '#kit/time/day.ts'
import { assets } from '#ui/assets.ts'
import { aWindow } from '../journeys/chrome.ts'
import { type Served, serveHouse } from '../served.ts'
import type { Picture } from './pictures.ts'

/**
 * The pictures of the handbook. Beside each its page is kept as a digest, without days and numbers: when a page or the
 * style has changed since, the picture is no longer of this version, and a test says so.
 */
export const folder = join(import.meta.dirname, '..', '..', 'docs', 'handbook', 'beelden')
const list = join(folder, 'beelden.json')

/** Of every picture: what its page was, and what the file itself is. */
export type Album = Record<string, { page: string; file: string }>

export const keptAlbum = (): Album => JSON.parse(readFileSync(list, 'utf8')) as Album
export const digestOf = (what: string | Uint8Array) => createHash('sha256').update(what).digest('hex').slice(0, 20)
export const fileOf = (name: string) => join(folder, `${name}.png`)

/** A house in which it is always the Tuesday behind us, nine in the morning, and nothing goes on by itself. */
export async function aHouseOnTuesday(): Promise<Served> {
  const today = dayOf(new Date())
  const tuesday = dayPlus(today, -((weekdayOf(today) + 5) % 7))
  const house = await serveHouse({ town: true, now: new Date(`${tuesday}T08:00:00Z`), development: false })
  await house.worker.stop()
  return house
}

/** Goes where the picture is taken, as whom it is for. */
export async function goTo(house: Served, picture: Picture) {
  const viewport = { width: picture.width ?? 1280, height: picture.width === 390 ? 844 : 900 }
  const visitor = picture.as ? await house.as(picture.as) : undefined
  const { page, context, faults } = await aWindow(house.url, { viewport }, visitor)
  await page.goto(house.url + picture.path)
  if (picture.asks) {
    await page.locator('#question').fill(picture.asks)
    await page.locator('#question').press('Enter')
    await page.getByRole('link', { name: 'Stel een andere vraag' }).waitFor()
  }
  return { page, faults, close: () => context.close() }
}

/** The page as it stands, without what differs from day to day and from house to house. */
export async function digestOfPage(page: Page): Promise<string> {
  const html = await page.evaluate(() => document.body.outerHTML)
  const bare = html
    .replace(/[0-9a-f]{8}-[0-9a-f-]{27}/g, 'id')
    .replace(/(?<=\/)[\w-]{43}(?=")/g, 'key')
    .replace(/ nonce="[^"]*"/g, '')
    .replace(/\/assets\/[^"]+/g, 'asset')
    .replace(/localhost:\d+/g, 'house')
    .replace(days, '@')
    .replace(/\d+/g, '#')
    .replace(/[@#]([ .:-]?[@#])+/g, '@')
    .replace(/\s+/g, ' ')
  return digestOf(`${(await assets()).css.path} ${bare}`)
}

const days =
  /\b(?:jan|feb|mrt|maart|apr|mei|jun|jul|aug|sep|sept|okt|nov|dec|januari|februari|april|juni|juli|augustus|september|oktober|november|december|maandag|dinsdag|woensdag|donderdag|vrijdag|zaterdag|zondag|ma|di|wo|do|vr|za|zo)\b/g

/** Takes all pictures anew. */
export async function takeAll(pictures: readonly Picture[], say: (line: string) => void) {
  mkdirSync(folder, { recursive: true })
  const house = await aHouseOnTuesday()
  const album: Album = {}
  for (const picture of pictures) {
    const { page, close } = await goTo(house, picture)
    // Before the shutter: taking a picture leaves marks on the page itself.
    const digest = await digestOfPage(page)
    const file = await (picture.part ? page.locator(picture.part).first().screenshot() : page.screenshot())
    album[picture.name] = { page: digest, file: digestOf(file) }
    writeFileSync(fileOf(picture.name), file)
    await close()
    say(`  ${picture.name}`)
  }
  writeFileSync(list, `${JSON.stringify(album, null, 2)}\n`)
  await house.stop()
}
