import assert from 'node:assert/strict'
import { sql } from 'drizzle-orm'
import { rowsOf } from '#kit/db/database.ts'
import { letIn } from '#rooms/people/door.ts'
import type { Served, Visitor } from '../served.ts'
import { filledIn, walk } from './forms.ts'
import { formsOf } from './page.ts'

/** A second head, last in every list: whatever is done to the people on the first pages, she stays who she is. */
export async function anotherHead(house: Served, email: string) {
  const made = await house.gate.createAccount({ email, name: 'Zita Zandbak', password: 'vier paarse olifanten' })
  assert.ok(made.ok)
  await house.asKeeper(async (tx) => {
    const [school] = await rowsOf<{ id: string }>(tx, sql`select id from organisations where name = 'De Waterlelie'`)
    const said = { name: 'Zita Zandbak', mail: email, roles: ['directeur'], source: 'test' }
    await letIn(tx, { organisationId: school!.id, accountId: made.accountId, ...said })
  })
}

/** What the town has not yet, made with its own forms by who may: then their pages show the forms behind it. */
const makers = [
  /^\/agenda\/abonnementen$/,
  /^\/koppelingen$/,
  /^\/koppelingen\/webhooks$/,
  /^\/uitnodigingen$/,
  /\/tips$/,
  /^\/ouderpagina$/,
  /^\/bijeenkomsten$/,
]

export async function furnish(visitor: Visitor) {
  const { forms } = await walk(visitor, { from: ['/', '/koppelingen', '/ouderpagina'] })
  for (const { action, fields } of forms)
    if (makers.some((maker) => maker.test(action))) await visitor.post(action, filledIn(fields))
}

/** Asks a partner without an account something, and gives the address the letter about it carries. */
export async function aPersonalLink(house: Served, visitor: Visitor): Promise<string> {
  const lines = await house.asKeeper((tx) =>
    rowsOf<{ id: string }>(
      tx,
      sql`select r.id from relations r join faces f on f.relation_id = r.id join organisations o on o.id = r.school_id
          where o.name = 'De Waterlelie' and f.mail is not null order by r.name desc`,
    ),
  )
  for (const { id } of lines) {
    const page = await (await visitor.get(`/vragen/nieuw?lijn=${id}`)).text()
    const form = formsOf(page).find(({ action }) => action === '/vragen')
    if (!form) continue
    const fields = { ...filledIn(form.fields), what: 'Wie kan meelezen met groep zes?' }
    const answer = await visitor.post('/vragen', fields)
    if (answer.status === 303) return letterLink(house)
  }
  throw new Error('nobody in the town can be asked by letter')
}

async function letterLink(house: Served): Promise<string> {
  for (let looks = 0; looks < 300; looks += 1) {
    house.worker.nudge()
    const [letter] = await house.asKeeper((tx) =>
      rowsOf<{ text: string }>(tx, sql`select text from letters where text like '%meelezen met groep zes%' limit 1`),
    )
    const link = /\/vraag\/[\w-]{43}/.exec(letter?.text ?? '')?.[0]
    if (link) return link
    await new Promise((done) => setTimeout(done, 100))
  }
  throw new Error('no letter came')
}
