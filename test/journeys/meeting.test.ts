import assert from 'node:assert/strict'
import { test } from 'node:test'
import { sql } from 'drizzle-orm'
import type { Page } from 'playwright-core'
import { rowsOf } from '#kit/db/database.ts'
import { type Served, serveHouse } from '../served.ts'
import { aWindow } from './chrome.ts'
import { type Hands, withKeyboard } from './hands.ts'

/** A poll of twelve, five of them from outside without an account: made, answered, fixed and moved by keyboard alone. */
const colleagues = ['Joost Hendriks', 'Nadia Bouzid', 'Peter Smit', 'Fenna Dijkstra', 'Aylin Kaya', 'Bas Verhoeven']
const faces = ['Sanne ter Horst', 'Eva Schuurman']
const parents = ['Ans de Boer, ans@ouders.example', 'Bo Bakker, bo@ouders.example', 'Cem Can, cem@ouders.example']
const outside = ['sanne.terhorst@spraakwijzer.example', 'eva.schuurman@logopediespraakwijzer.example'].concat(
  parents.map((line) => line.split(', ')[1]!),
)

test('twelve people, five without an account: by keyboard alone', { timeout: 170_000 }, async () => {
  const house = await serveHouse({ town: true })
  await emptied(house)
  const { page, faults, context } = await aWindow(
    house.url,
    {},
    await house.as('marjolein.vanveen@dewaterlelie.example'),
  )
  const [maker, strokes] = counted(page)
  await page.goto(`${house.url}/bijeenkomsten/nieuw`)
  await maker.fill(page.getByLabel('Titel'), 'Overleg')
  for (const name of colleagues) await maker.choose(page.getByLabel(name, { exact: true }))
  await maker.press(page.getByText('Wie van onze partners?').first())
  for (const name of faces) await maker.choose(page.getByLabel(new RegExp(`^${name},`)))
  await maker.fill(page.getByLabel('Wie nog meer?'), parents.join('\n'))
  await maker.press(page.getByRole('button', { name: 'Verder naar de momenten' }))
  await page.getByRole('heading', { name: 'Momenten' }).waitFor()
  // None suits all twelve, so none is ticked: she says herself which to offer.
  const found = page.locator('input[name=moment]')
  for (const nth of [0, 1]) if (!(await found.nth(nth).isChecked())) await maker.choose(found.nth(nth))
  await maker.press(page.getByRole('button', { name: 'Vraag wie wanneer kan' }))
  await page.getByText('Ieder krijgt een mail met een eigen link').waitFor()
  await page.getByText('1 van 12 hebben bij elk moment geantwoord').waitFor()
  strokes.say('made and asked', 'twelve invited')
  const at = new URL(page.url()).pathname
  assert.ok(!page.url().includes('?'), 'nothing of who was invited stands in an address')
  await emptied(house)

  const waits = await (await (await house.as('joost.hendriks@dewaterlelie.example')).get('/')).text()
  assert.match(
    waits,
    new RegExp(`Wacht op jou[\\s\\S]*href="${at}"[\\s\\S]*zeg wanneer je kunt`),
    'it stands on Vandaag',
  )
  for (const [nth, mail] of outside.entries()) await answer(house, await linkTo(house, mail), nth)
  for (const name of colleagues) await byLink(house, await linkTo(house, await mailOf(house, name)))
  await emptied(house)
  const [complete] = await letters(house, 'marjolein.vanveen@dewaterlelie.example')
  assert.equal(complete?.subject, 'Iedereen heeft geantwoord')

  await page.goto(house.url + at)
  await page.getByText('Iedereen heeft geantwoord. Kies het moment.').waitFor()
  strokes.again()
  await maker.press(page.getByRole('button', { name: 'Leg vast en nodig iedereen uit' }))
  await page.getByText('Iedereen krijgt een uitnodiging').waitFor()
  strokes.say('fixed', 'the best moment stood ready')
  await emptied(house)
  const [invitation] = await letters(house, outside[2]!)
  assert.match(invitation?.calendar ?? '', /METHOD:REQUEST[\s\S]*SUMMARY:Overleg\r\n/)
  assert.deepEqual(faults, [])
  await context.close()
})

/** Every moment answered on the page behind the link: the first yes, the others as it falls. */
async function answer(house: Served, link: string, nth: number) {
  const { page, faults, context } = await aWindow(house.url, nth % 2 ? { locale: 'en-GB' } : {})
  const [hands, strokes] = counted(page)
  await page.goto(link)
  const words = nth % 2 ? ['Yes', 'If need be', 'Send my answer'] : ['Ja', 'Als het moet', 'Verstuur mijn antwoord']
  const moments = await page.locator('form fieldset').all()
  assert.ok(moments.length >= 2, 'moments were offered')
  for (const [place, moment] of moments.entries())
    await hands.choose(moment.getByLabel(words[place === 0 ? 0 : nth % 2]!, { exact: true }))
  await hands.press(page.getByRole('button', { name: words[2]! }))
  await page.getByText(nth % 2 ? 'Your answer is kept' : 'Uw antwoord is bewaard').waitFor()
  if (nth === 0) strokes.say('answered by link', `${moments.length} moments`)
  assert.deepEqual(faults, [])
  await context.close()
}

/** Without script and without a browser: what the form of the page posts. */
async function byLink(house: Served, link: string) {
  const nobody = house.nobody()
  const path = new URL(link).pathname
  const html = await (await nobody.get(path)).text()
  const names = new Set([...html.matchAll(/type="radio"[^>]* name="([0-9a-f-]{36})"/g)].map(([, name]) => name!))
  assert.ok(names.size >= 2)
  const answer = await nobody.post(path, Object.fromEntries([...names].map((name) => [name, 'yes'])))
  assert.equal(answer.status, 303)
}

type Posted = { subject: string; text: string; calendar: string | null }
const letters = (house: Served, mail: string) =>
  house.asKeeper((tx) =>
    rowsOf<Posted>(tx, sql`select subject, text, calendar from letters where recipient = ${mail} order by at desc`),
  )
async function linkTo(house: Served, mail: string): Promise<string> {
  const found = (await letters(house, mail)).flatMap(
    ({ text }) => /https?:\S+\/bijeenkomst\/[\w-]{43}/.exec(text)?.[0] ?? [],
  )
  assert.ok(found[0], `no letter to ${mail}`)
  return found[0]
}
async function mailOf(house: Served, name: string): Promise<string> {
  const [found] = await house.asKeeper((tx) =>
    rowsOf<{ mail: string }>(tx, sql`select mail from people where name = ${name} and mail like '%dewaterlelie%'`),
  )
  return found!.mail
}
async function emptied(house: Served) {
  for (let looks = 0; looks < 200; looks += 1) {
    house.worker.nudge()
    const [left] = await house.asKeeper((tx) =>
      rowsOf<{ n: number }>(
        tx,
        sql`select count(*)::int as n from outbox where done_at is null and gave_up_at is null and (not_before <= now() or attempts > 0)`,
      ),
    )
    if (left?.n === 0) return
    await new Promise((done) => setTimeout(done, 100))
  }
  assert.fail('the outbox is never empty')
}

/** The keystroke-level model (Card, Moran & Newell): 0.28 s a stroke, 1.35 s to think before each step. */
function counted(page: Page): [Hands, { say: (what: string, more: string) => void; again: () => void }] {
  const sum = { strokes: 0, steps: 0 }
  const { keyboard } = page
  const [press, type, insert] = [keyboard.press, keyboard.type, keyboard.insertText].map((one) => one.bind(keyboard))
  keyboard.press = async (key) => {
    sum.strokes += 1
    await press!(key)
  }
  keyboard.type = async (text) => {
    sum.strokes += text.length
    await type!(text)
  }
  // What is typed by one call here is typed by hand in life.
  keyboard.insertText = async (text) => {
    sum.strokes += text.length
    await insert!(text)
  }
  const hands = withKeyboard(page)
  const step =
    <A extends unknown[]>(work: (...given: A) => Promise<void>) =>
    async (...given: A) => {
      sum.steps += 1
      await work(...given)
    }
  const seconds = () => sum.strokes * 0.28 + sum.steps * 1.35
  return [
    { fill: step(hands.fill), press: step(hands.press), choose: step(hands.choose), bring: hands.bring },
    {
      say: (what, more) =>
        console.log(
          `  ${what} (${more}): ${sum.steps} steps, ${sum.strokes} keystrokes, ${seconds().toFixed(1)} s by the keystroke-level model`,
        ),
      again: () => Object.assign(sum, { strokes: 0, steps: 0 }),
    },
  ]
}
