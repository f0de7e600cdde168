import assert from 'node:assert/strict'
import { test } from 'node:test'
import { sql } from 'drizzle-orm'
import { devices, type Locator, type Page } from 'playwright-core'
import { rowsOf } from '#kit/db/database.ts'
import { type Served, serveHouse } from '../served.ts'
import { aWindow } from './chrome.ts'

/** A teacher asks, the first partner cannot, the second is reminded and answers by link on a phone, and it is done. */
const question = 'Kun je een les geven waarin de groep samen een verhaal speelt?'

test('asked, sent on, reminded, answered without an account, done', { timeout: 170_000 }, async () => {
  const house = await serveHouse({ town: true })
  const desk = await aWindow(house.url, {}, await house.as('joost.hendriks@dewaterlelie.example'))
  const hands = counted(desk.page)
  await desk.page.goto(`${house.url}/`)

  await hands.stroke('/')
  await hands.type('wie regelt de theaterles')
  await hands.stroke('Enter')
  await hands.press(desk.page.getByRole('link', { name: /Vraag iets aan Kunstencentrum De Ketting/ }).first())
  await desk.page.getByLabel('Wat wil je vragen?').waitFor()
  await hands.type(question)
  await hands.press(desk.page.getByRole('button', { name: 'Stuur de vraag' }))
  await desk.page.getByText('Je vraag is onderweg naar Kunstencentrum De Ketting').waitFor()
  hands.say('a teacher asks, from Vandaag')
  assert.ok(hands.seconds() < 60, `${hands.seconds()} seconds`)
  assert.ok(!desk.page.url().includes('?'), 'nothing of a question stands in an address')

  const first = await letterAbout(house, 'Een vraag van De Waterlelie')
  await onAPhone(house, first.link, async (page) => {
    await page.getByText('Het lukt niet').tap()
    await page.getByLabel('Er is nu geen plek of tijd').tap()
    await page.getByRole('button', { name: 'Laat weten dat het niet lukt' }).tap()
    await page.getByText('krijgt er bericht van').waitFor()
  })

  const closing = counted(desk.page)
  await desk.page.goto(`${house.url}/vragen`)
  await closing.press(desk.page.getByRole('link', { name: new RegExp(question.slice(0, 30)) }).first())
  await desk.page.getByText('Dit wacht op jou.').waitFor()
  await closing.choose(desk.page.getByLabel('Naar welke partner?'), 'Bibliotheek Wilgenveen')
  await closing.press(desk.page.getByRole('button', { name: 'Stuur door', exact: true }))
  await desk.page.getByText('De vraag is doorgestuurd naar Bibliotheek Wilgenveen').waitFor()
  closing.say('and sends it on')

  const id = new URL(desk.page.url()).pathname.split('/').at(-1)!
  await letterAbout(house, 'Een vraag van De Waterlelie', first.at)
  await house.asKeeper((tx) =>
    tx.execute(sql`update outbox set not_before = now()
      where kind = 'requests.remind' and payload ->> 'to' = 'asked' and payload ->> 'id' = ${id}`),
  )
  house.worker.nudge()
  const reminder = await letterAbout(house, 'Herinnering: een vraag van De Waterlelie', first.at)

  await onAPhone(house, reminder.link, async (page) => {
    await page.getByLabel('Uw antwoord').fill('Dat kan. Op donderdag om tien uur, in de bibliotheek.')
    await page.getByRole('button', { name: 'Stuur het antwoord' }).tap()
    await page.getByText('krijgt er bericht van').waitFor()
  })

  await desk.page.goto(`${house.url}/vragen/${id}`)
  await desk.page.getByText('Op donderdag om tien uur, in de bibliotheek.').waitFor()
  await desk.page.getByText('Wij stuurden een herinnering.').waitFor()
  await desk.page.getByLabel('We zijn geholpen').check()
  await desk.page.getByRole('button', { name: 'Rond de vraag af' }).click()
  await desk.page.getByText('Genoteerd.').waitFor()
  await desk.page.goto(`${house.url}/vragen?deel=klaar`)
  await desk.page
    .getByRole('link', { name: new RegExp(question.slice(0, 30)) })
    .first()
    .waitFor()
  assert.deepEqual(desk.faults, [])
  await desk.context.close()
})

type Letter = { link: string; at: string }

/** The newest letter with this subject and a question of ours in it, once the outbox has brought it. */
async function letterAbout(house: Served, subject: string, after = '2000-01-01'): Promise<Letter> {
  for (let looks = 0; looks < 100; looks += 1) {
    house.worker.nudge()
    const [letter] = await house.asKeeper((tx) =>
      rowsOf<{ text: string; at: string }>(
        tx,
        sql`select text, at::text as at from letters where subject = ${subject} and at > ${after}::timestamptz
            and position(${question} in text) > 0 order by at desc limit 1`,
      ),
    )
    const link = /https?:\/\/\S+\/vraag\/[\w-]{43}/.exec(letter?.text ?? '')?.[0]
    if (letter && link) return { link, at: letter.at }
    await new Promise((done) => setTimeout(done, 200))
  }
  assert.fail(`no letter “${subject}”`)
}

/** No account, no cookie, a small screen that is touched. */
async function onAPhone(house: Served, link: string, work: (page: Page) => Promise<void>) {
  const { page, faults, context } = await aWindow(house.url, devices['Pixel 7'])
  await page.goto(link)
  await page.getByText(question).waitFor()
  await work(page)
  assert.ok(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth), 'nothing sticks out')
  assert.deepEqual(faults, [])
  await context.close()
}

/** The keystroke-level model (Card, Moran & Newell): seconds of a practised user, computers that answer at once. */
const model = { stroke: 0.28, point: 1.1, button: 0.2, home: 0.4, think: 1.35 }

/** Does each step for real and counts it. Before each step one thinks; from keys to mouse one moves the hand. */
function counted(page: Page) {
  const sum = { stroke: 0, point: 0, button: 0, home: 0, think: 0 }
  let at: 'keys' | 'mouse' = 'keys'
  const move = (to: typeof at) => {
    if (at !== to) sum.home += 1
    at = to
  }
  const seconds = () =>
    Object.entries(sum).reduce((total, [what, times]) => total + times * model[what as keyof typeof model], 0)
  return {
    async stroke(key: string) {
      move('keys')
      sum.stroke += 1
      sum.think += 1
      await page.keyboard.press(key)
    },
    /** Types where the cursor stands already. */
    async type(text: string) {
      move('keys')
      sum.stroke += text.length
      sum.think += 1
      await page.waitForFunction(() => document.activeElement?.matches('input, textarea'))
      await page.keyboard.type(text)
    },
    async press(it: Locator) {
      move('mouse')
      sum.point += 1
      sum.button += 1
      sum.think += 1
      await it.click()
    },
    async choose(select: Locator, label: string) {
      move('mouse')
      sum.point += 2
      sum.button += 2
      sum.think += 2
      await select.selectOption({ label })
    },
    seconds,
    say: (what: string) =>
      console.log(`  keystroke-level model, ${what}: ${seconds().toFixed(1)} s (${JSON.stringify(sum)})`),
  }
}
