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
    if (answer.status === 303) return letterLink(house, 'meelezen met groep zes', /\/vraag\/[\w-]{43}/)
  }
  throw new Error('nobody in the town can be asked by letter')
}

/** A meeting to be asked, one that is being asked, and one that is fixed; gives the address of who is asked without an account. */
export async function someMeetings(house: Served, visitor: Visitor): Promise<string> {
  const outsiders = 'Ans de Boer, ans@voorbeeld.example'
  const made = async (title: string) => {
    const answer = await visitor.post('/bijeenkomsten', { title, kind: 'consultation', minutes: '30', outsiders })
    assert.equal(answer.status, 303, 'a meeting is made')
    return answer.headers.get('location')!
  }
  const dayIn = (days: number) => new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10)
  const moments = { day1: dayIn(9), time1: '15:00', day2: dayIn(10), time2: '15:30' }
  const ask = async (at: string) => {
    const answer = await visitor.post(`${at}/uitvraag`, { ...moments, answerBy: dayIn(5), takesOptions: 'on' })
    assert.equal(answer.status, 303, 'a meeting is asked')
  }
  await made('Overleg')
  const fixed = await made('Voortgang')
  await ask(fixed)
  const choosing = formsOf(await (await visitor.get(fixed)).text()).find(({ action }) =>
    action.endsWith('/vaststelling'),
  )
  await visitor.post(`${fixed}/vaststelling`, filledIn(choosing?.fields ?? []))
  await ask(await made('Kennismaking'))
  return letterLink(house, 'Kennismaking', /\/bijeenkomst\/[\w-]{43}/)
}

async function letterLink(house: Served, about: string, form: RegExp): Promise<string> {
  for (let looks = 0; looks < 300; looks += 1) {
    house.worker.nudge()
    const [letter] = await house.asKeeper((tx) =>
      rowsOf<{ text: string }>(
        tx,
        sql`select text from letters where text like ${`%${about}%`} and text ~ ${form.source} limit 1`,
      ),
    )
    const link = form.exec(letter?.text ?? '')?.[0]
    if (link) return link
    await new Promise((done) => setTimeout(done, 100))
  }
  throw new Error('no letter came')
}
