import assert from 'node:assert/strict'
import { test } from 'node:test'
import { sql } from 'drizzle-orm'
import type { Page } from 'playwright-core'
import { rowsOf } from '#kit/db/database.ts'
import { dayOf, dayPlus } from '#kit/time/day.ts'
import { type Served, serveHouse } from '../served.ts'
import { aWindow } from './chrome.ts'
import { withKeyboard } from './hands.ts'

/** A colleague with eleven lines leaves. The head hands everything over and touches no mouse; others say yes. */
const leaver = 'Bas Verhoeven'
const heir = 'Fenna Dijkstra'
const other = 'Joost Hendriks'

test('eleven lines are handed over by keyboard in under five minutes, and no door opens the day after', {
  timeout: 170_000,
}, async () => {
  const house = await serveHouse({ town: true })
  const id = await elevenLines(house)
  const { page, faults, context } = await aWindow(house.url, {}, await house.as('nadia.bouzid@dewaterlelie.example'))
  const hands = counted(page)
  await page.goto(`${house.url}/school`)
  await hands.press(page.getByRole('link', { name: leaver, exact: true }))
  await hands.press(page.getByRole('link', { name: 'Draag over' }))
  await hands.choose(page.getByLabel('Gaat weg van school'))
  await hands.day(page, dayPlus(dayOf(new Date()), -1))
  await hands.press(page.getByRole('button', { name: 'Begin de overdracht' }))
  await page.getByRole('heading', { name: `Overdracht van ${leaver}` }).waitFor()
  await hands.press(page.getByRole('button', { name: `Geef alles aan ${heir}` }))
  await page.getByText('Zij krijgen bericht').waitFor()
  // One exception: this one goes to another.
  await hands.pick(page, /Wie neemt “Lijn 11” over/, other)
  await hands.press(page.getByRole('button', { name: 'Vraag deze collega’s' }))
  await page.getByText('1 gevraagd').waitFor()
  hands.say('a colleague with eleven lines is handed over')
  assert.ok(hands.seconds() < 300, `${hands.seconds()} seconds`)
  assert.deepEqual(faults, [])
  await context.close()

  const before = await house.as('fenna.dijkstra@dewaterlelie.example')
  assert.match(await (await before.get('/')).text(), /Neem jij dit over/)
  for (const mail of ['fenna.dijkstra@dewaterlelie.example', 'joost.hendriks@dewaterlelie.example'])
    assert.equal((await (await house.as(mail)).post('/overdracht/aanvaarding')).status, 303)
  await until(async () => (await heldBy(house, id)) === 0, house)
  assert.equal(await heldBy(house, id, 'deputy_id'), 0)

  const gone = await house.as('bas.verhoeven@dewaterlelie.example')
  for (const path of ['/', '/netwerk', '/overdracht', '/vragen']) {
    const { status, headers } = await gone.get(path)
    assert.deepEqual([status, headers.get('location')], [303, '/nergens'], `${path} is closed for who has gone`)
  }
})

/** Eleven lines of his own, which two colleagues stand in for; and an account, which he keeps until he is forgotten. */
async function elevenLines(house: Served): Promise<string> {
  const [row] = await house.asKeeper((tx) =>
    rowsOf<{ id: string; school: string }>(
      tx,
      sql`select p.id, m.organisation_id as school from people p join memberships m on m.person_id = p.id where p.name = ${leaver}`,
    ),
  )
  const { id, school } = row!
  const made = await house.gate.createAccount({
    ...{ email: 'bas.verhoeven@dewaterlelie.example', name: leaver, password: 'vier paarse olifanten' },
  })
  assert.ok(made.ok)
  await house.asKeeper(async (tx) => {
    await tx.execute(sql`update people set account_id = ${made.accountId} where id = ${id}`)
    await tx.execute(sql`update relations set owner_id = null where owner_id = ${id}`)
    await tx.execute(sql`insert into relations (school_id, name, levels, owner_id, deputy_id)
      select ${school}, 'Lijn ' || n, '{}', ${id}, (select id from people where name = ${heir}) from generate_series(1, 11) n`)
  })
  return id
}

const heldBy = async (house: Served, id: string, side: 'owner_id' | 'deputy_id' = 'owner_id') =>
  house.asKeeper(async (tx) => {
    const [row] = await rowsOf<{ lines: number }>(
      tx,
      sql`select count(*)::int as lines from relations where ${sql.identifier(side)} = ${id}`,
    )
    return row!.lines
  })

async function until(holds: () => Promise<boolean>, house: Served) {
  for (let looks = 0; looks < 100; looks += 1) {
    if (await holds()) return
    house.worker.nudge()
    await new Promise((done) => setTimeout(done, 100))
  }
  assert.fail('it never came so far')
}

/** The keystroke-level model (Card, Moran & Newell), hands on the keys all the while: strokes, and a thought a step. */
const model = { stroke: 0.28, think: 1.35 }

function counted(page: Page) {
  const sum = { stroke: 0, think: 0 }
  const { keyboard } = page
  const [press, type] = [keyboard.press.bind(keyboard), keyboard.type.bind(keyboard)]
  keyboard.press = async (key, options) => {
    sum.stroke += 1
    await press(key, options)
  }
  keyboard.type = async (text, options) => {
    sum.stroke += text.length
    await type(text, options)
  }
  const hands = withKeyboard(page)
  const thinking =
    <A extends unknown[]>(step: (...given: A) => Promise<void>) =>
    async (...given: A) => {
      sum.think += 1
      await step(...given)
    }
  const seconds = () => sum.stroke * model.stroke + sum.think * model.think
  return {
    press: thinking(hands.press),
    choose: thinking(hands.choose),
    /** A day, typed into the field as the browser takes it: day, month, year. */
    day: thinking(async (on: Page, day: string) => {
      const field = on.getByLabel('Laatste dag op school')
      const tabs = await stepsTo(on, field)
      sum.stroke += 8
      await field.fill(day)
      sum.stroke += tabs
    }),
    /** Along to the list and by the first letters to a name. */
    pick: thinking(async (on: Page, label: RegExp, name: string) => {
      const field = on.getByLabel(label)
      await field.waitFor()
      sum.stroke += await stepsTo(on, field)
      await keyboard.type(name.slice(0, 5))
      const chosen = await field.locator('option:checked').textContent()
      assert.ok(chosen?.startsWith(name), `typed ${name}, chose ${chosen}`)
    }),
    seconds,
    say: (what: string) =>
      console.log(`  keystroke-level model, ${what}: ${seconds().toFixed(1)} s (${JSON.stringify(sum)})`),
  }

  /** How many Tabs bring one there; the focus is there then. */
  async function stepsTo(on: Page, field: ReturnType<Page['getByLabel']>): Promise<number> {
    for (let tabs = 0; tabs < 200; tabs += 1) {
      if (await field.evaluate((element) => element === document.activeElement)) return tabs
      await press('Tab')
    }
    void on
    return assert.fail('no way by keyboard to the field')
  }
}
