import assert from 'node:assert/strict'
import { before, test } from 'node:test'
import { sql } from 'drizzle-orm'
import { rowsOf } from '#kit/db/database.ts'
import { type Served, serveHouse, type Visitor } from '#test/served.ts'
import { sendNo } from './desk/actions.ts'

let house: Served
let nadia: Visitor
let joost: Visitor
const rows = <R>(statement: ReturnType<typeof sql>) => house.asKeeper((tx) => rowsOf<R>(tx, statement))
const school = sql`(select id from organisations where name = 'De Waterlelie')`

before(async () => {
  house = await serveHouse({ town: true })
  nadia = await house.as('nadia.bouzid@dewaterlelie.example')
  joost = await house.as('joost.hendriks@dewaterlelie.example')
})

const page = async (visitor: Visitor, path: string) => {
  const answer = await visitor.get(path)
  return { status: answer.status, text: await answer.text() }
}
const points = () =>
  rows<{ id: string }>(sql`select id from vision_points where school_id = ${school} order by added_on`)
const goal = async () => ({
  ...{ name: 'Dansgroep Draai', visionId: (await points())[0]!.id, forWhom: 'groep 3 en 4' },
  ...{ better: 'Ieder kind heeft gedanst.', seenBy: '2027-06-01', stops: 'niets', hours: '8' },
})

test('a choice is proposed in a short form, decided, and becomes a line with one click', async () => {
  const asked = await joost.post('/keuzes', await goal())
  assert.equal(asked.status, 303, await asked.text())
  const at = asked.headers.get('location')!
  assert.match((await page(joost, '/keuzes')).text, /Dansgroep Draai/)
  assert.match((await page(joost, at)).text, /Wacht op een besluit/)
  assert.equal((await joost.post(`${at}/besluit`, { outcome: 'yes', why: 'leuk' })).status, 404)
  assert.equal((await joost.post(`${at}/lijn`)).headers.get('location'), at, 'nothing is a line before a yes')
  assert.equal((await nadia.post(`${at}/besluit`, { outcome: 'yes', why: '' })).status, 422)
  assert.equal((await nadia.post(`${at}/besluit`, { outcome: 'yes', why: 'past bij ons punt' })).status, 303)
  const line = (await joost.post(`${at}/lijn`)).headers.get('location')!
  assert.match(line, /^\/netwerk\//)
  const card = (await page(nadia, line)).text
  assert.match(card, /Waarom we hiervoor kozen/)
  assert.match(card, /Ieder kind heeft gedanst/)
  assert.match((await page(nadia, at)).text, /past bij ons punt/)
  assert.equal((await nadia.post(`${at}/besluit`, { outcome: 'no', why: 'toch niet' })).status, 303)
  const [decided] = await rows<{ n: number }>(
    sql`select count(*)::int as n from decisions where choice_id = ${at.split('/').at(-1)}`,
  )
  assert.equal(decided?.n, 1, 'a yes stands')
})

test('what is missing is said, with the form filled in; a name of a child is refused', async () => {
  const empty = await joost.post('/keuzes', { name: 'Iets' })
  const text = await empty.text()
  assert.equal(empty.status, 422)
  for (const sentence of ['voor welke leerlingen', 'wat er beter wordt', 'wat er stopt', 'aantal uren'])
    assert.match(text, new RegExp(sentence))
  assert.match(text, /value="Iets"/)
  // Everything at once: also the name, and the point that only the school's own list knows.
  const nothing = await (await joost.post('/keuzes', {})).text()
  for (const field of ['name', 'visionId', 'forWhom', 'hours'])
    assert.match(nothing, new RegExp(`href="#[^"]*${field}"`))
  const named = await joost.post('/keuzes', { ...(await goal()), forWhom: 'vooral Youssef en zijn broertje' })
  assert.equal(named.status, 422)
  assert.match(await named.text(), /Hier staat misschien een naam/)
  const unsaid = await joost.post('/keuzes', { ...(await goal()), visionId: '' })
  assert.match(await unsaid.text(), /bij welk punt van jullie visie/)
})

test('above the ceiling the form asks which line ends or sleeps, and takes a reason for neither', async () => {
  const [full] = await rows<{ n: number }>(
    sql`select count(*)::int as n from relations where school_id = ${school} and (until is null or until >= current_date)`,
  )
  assert.equal((await joost.post('/ruimte/grens', { mostLines: '1' })).status, 404)
  assert.equal((await nadia.post('/ruimte/grens', { mostLines: String(full!.n), mostPerOwner: '' })).status, 303)
  assert.match((await page(joost, '/keuzes/nieuw')).text, /Welke lijn\?/)
  const one = { ...(await goal()), name: 'Koor Klank' }
  const refused = await joost.post('/keuzes', one)
  assert.equal(refused.status, 422)
  assert.match(await refused.text(), /welke lijn eindigt of gaat slapen/)
  const [line] = await rows<{ id: string }>(sql`select id from relations where school_id = ${school} limit 1`)
  assert.equal((await joost.post('/keuzes', { ...one, room: 'sleeps' })).status, 422, 'a line is asked too')
  assert.equal((await joost.post('/keuzes', { ...one, room: 'sleeps', roomLineId: line!.id })).status, 303)
  assert.equal((await joost.post('/keuzes', { ...one, room: 'neither', roomNote: 'kost geen tijd' })).status, 303)
  // About a partner one has already nothing is added.
  assert.equal((await joost.post('/keuzes', { ...one, lineId: line!.id })).status, 303)
})

test('an owner whose hours are spoken for is said so, as a fact', async () => {
  const [fenna] = await rows<{ id: string }>(sql`select id from people where name = 'Fenna Dijkstra'`)
  assert.equal((await nadia.post('/ruimte/grens', { mostLines: '', mostPerOwner: '' })).status, 303)
  assert.equal((await nadia.post('/ruimte/uren', { [`hours-${fenna!.id}`]: '50' })).status, 303)
  assert.equal((await nadia.post('/ruimte/uren', { [`hours-${fenna!.id}`]: 'veel' })).status, 422)
  const asked = await joost.post('/keuzes', { ...(await goal()), name: 'Orkest Op', ownerId: fenna!.id })
  const { text } = await page(nadia, asked.headers.get('location')!)
  assert.match(text, /Met Fenna Dijkstra is 50 uur per jaar afgesproken/)
  assert.match(text, /komt het op 52 uur/, '24 of the museum, 20 of the arts centre and 8 more')
})

test('an offer gets a kind no in one click, by letter; the theme the school stays away from is named as such', async () => {
  const [debts] = await rows<{ id: string }>(sql`select id from proposals where name = 'Budgetkring Wilgenveen'`)
  assert.match((await page(nadia, `/voorstellen/${debts!.id}`)).text, /Hier beginnen wij niet aan/)
  assert.equal((await joost.post(`/voorstellen/${debts!.id}/afwijzing`)).status, 404)
  assert.equal((await nadia.post(`/voorstellen/${debts!.id}/afwijzing`)).status, 303)
  await nadia.post(`/voorstellen/${debts!.id}/afwijzing`)
  const said = await rows<{ later: boolean }>(
    sql`select not_before > now() + interval '9 minutes' as later from outbox where kind = 'plans.decline'`,
  )
  assert.deepEqual(said, [{ later: true }], 'one letter, also when clicked twice, and not before ten minutes')
})

test('a no is taken back while its letter has not gone, by who may say it', async () => {
  const [debts] = await rows<{ id: string }>(sql`select id from proposals where name = 'Budgetkring Wilgenveen'`)
  const at = `/voorstellen/${debts!.id}`
  assert.match((await page(nadia, at)).text, /De brief gaat tien minuten daarna weg[\s\S]*Maak ongedaan/)
  assert.equal((await joost.post(`${at}/heropening`)).status, 404)
  assert.equal((await nadia.post(`${at}/heropening`)).status, 303)
  const { text } = await page(nadia, at)
  assert.match(text, /Vriendelijk nee/)
  assert.doesNotMatch(text, /Maak ongedaan/)
  const [{ id: schoolId } = { id: '' }] = await rows<{ id: string }>(sql`select ${school} as id`)
  await house.asKeeper((tx) => sendNo(tx, { schoolId, id: debts!.id }))
  const sent = await rows(
    sql`select 1 from outbox where kind = 'mail' and payload ->> 'to' = 'hallo@budgetkring.example'
      union all select 1 from letters where recipient = 'hallo@budgetkring.example'`,
  )
  assert.deepEqual(sent, [], 'no letter')
})

test('an offer is kept, laid before a colleague who then answers, or weighed in the short form', async () => {
  const [circus] = await rows<{ id: string }>(sql`select id from proposals where name = 'Circus Zonnesteek'`)
  const [me] = await rows<{ id: string }>(sql`select id from people where name = 'Joost Hendriks'`)
  const at = `/voorstellen/${circus!.id}`
  assert.equal((await joost.get(at)).status, 404)
  assert.equal((await nadia.post(`${at}/bewaring`)).status, 303)
  assert.equal((await nadia.post(`${at}/doorgifte`, { personId: 'niemand' })).status, 422)
  // A form made by hand, with the id of somebody who worked here until last summer.
  const here = sql`person_id = ${me!.id} and organisation_id = ${school}`
  await house.asKeeper((tx) => tx.execute(sql`update memberships set until = '2020-07-31' where ${here}`))
  const gone = await nadia.post(`${at}/doorgifte`, { personId: me!.id })
  assert.equal(gone.status, 422)
  assert.match(await gone.text(), /Kies een collega van deze school/)
  await house.asKeeper((tx) => tx.execute(sql`update memberships set until = null where ${here}`))
  assert.equal((await nadia.post(`${at}/doorgifte`, { personId: me!.id })).status, 303)
  assert.equal((await joost.get(at)).status, 200)
  assert.match((await page(joost, `/keuzes/nieuw?voorstel=${circus!.id}`)).text, /value="Circus Zonnesteek"/)
  const asked = await joost.post('/keuzes', { ...(await goal()), name: 'Circus Zonnesteek', proposalId: circus!.id })
  assert.match((await page(nadia, at)).text, new RegExp(asked.headers.get('location')!))
})

test('the public form: off until opened, no links, brakes, and nothing kept of a theme not begun', async () => {
  const nobody = house.nobody()
  const path = '/voorstel/de-waterlelie-wilgenveen'
  const offer = {
    name: 'Zangeres',
    contact: 'Z. Anger',
    mail: 'z@anger.example',
    topic: 'other',
    what: 'Zingen met groep 3.',
  }
  assert.equal((await nadia.post('/voorstellen/loket/sluiting')).status, 303)
  assert.equal((await nobody.get(path)).status, 404)
  assert.equal((await nobody.post(path, offer)).status, 404)
  assert.equal((await joost.post('/voorstellen/loket')).status, 404)
  assert.equal((await nadia.post('/voorstellen/loket')).status, 303)
  assert.match((await page(nobody, path)).text, /Een voorstel voor De Waterlelie/)
  const before_ = (await rows(sql`select 1 from proposals`)).length
  const links = await nobody.post(path, { ...offer, what: 'Kijk op https://goedkoop.example' })
  assert.equal(links.status, 422)
  assert.match(await links.text(), /Zonder links/)
  const away = await nobody.post(path, { ...offer, topic: 'schulden_wonen' })
  assert.match(await away.text(), /Hier begint de school niet aan/)
  assert.equal((await rows(sql`select 1 from proposals`)).length, before_)
  assert.match(await (await nobody.post(path, offer)).text(), /Dank u wel/)
  assert.equal((await rows(sql`select 1 from proposals`)).length, before_ + 1)
  const statuses = []
  for (let times = 0; times < 6; times += 1) statuses.push((await nobody.post(path, offer)).status)
  assert.ok(statuses.includes(429), String(statuses))
  assert.ok((await rows(sql`select 1 from proposals`)).length <= before_ + 5)
  assert.match((await page(nadia, '/voorstellen')).text, /Zangeres/)
})

test('the team is asked about a choice: once, by letter, by who proposed it; a link votes without an account', async () => {
  const asked = await joost.post('/keuzes', { ...(await goal()), name: 'Schaakclub Stap' })
  const at = asked.headers.get('location')!
  assert.equal((await joost.post(`${at}/raadpleging`, { kind: 'totals' })).status, 422)
  assert.equal((await joost.post(`${at}/raadpleging`, { kind: 'totals', closesOn: '2020-01-01' })).status, 422)
  const closesOn = new Date(Date.now() + 9 * 86_400_000).toISOString().slice(0, 10)
  assert.equal((await joost.post(`${at}/raadpleging`, { kind: 'totals', closesOn })).status, 303)
  assert.equal(
    (await joost.post(`${at}/raadpleging`, { kind: 'totals', closesOn })).headers.get('location'),
    at,
    'once',
  )
  const poll = /\/stemmingen\/[0-9a-f-]+/.exec((await page(nadia, at)).text)![0]
  assert.match((await page(nadia, poll)).text, /Wat vind je\?/)
  assert.equal((await nadia.post(`${poll}/stem`, {})).status, 422)
  assert.equal((await nadia.post(`${poll}/stem`, { vote: 'no' })).status, 303)
  assert.match((await page(nadia, poll)).text, /Je hebt gestemd/)
  const letters = sql`select payload ->> 'text' as text from outbox where kind = 'mail' and payload ->> 'text' like '%/stem/%'
    union all select text from letters where text like '%/stem/%'`
  const links = (await rows<{ text: string }>(letters)).flatMap(({ text }) => /\/stem\/[\w-]{43}/.exec(text) ?? [])
  assert.ok(links.length > 20, String(links.length))
  const nobody = house.nobody()
  const voted = async () =>
    (
      await rows<{ n: number }>(
        sql`select count(*)::int as n from poll_voters where voted and poll_id = ${poll.split('/').at(-1)}`,
      )
    )[0]!.n
  let said = 200
  for (const link of links)
    if ((await page(nobody, link)).text.includes('Schaakclub Stap')) {
      assert.equal((await nobody.post(link, {})).status, 422)
      said = (await nobody.post(link, { vote: 'yes' })).status
      assert.match(await (await nobody.post(link, { vote: 'no' })).text(), /Je had al gestemd/)
      break
    }
  assert.deepEqual([said, await voted()], [200, 2])
  assert.equal((await nobody.get('/stem/nee')).status, 404)
  assert.match((await page(nadia, poll)).text, /De totalen komen als de stemming is gesloten/)
})
