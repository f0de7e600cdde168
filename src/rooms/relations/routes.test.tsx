import assert from 'node:assert/strict'
import { before, test } from 'node:test'
import { Hono } from 'hono'
import { type Actor, recognise } from '#kit/db/actor.ts'
import { actingAs, actingAsKeeper, type Database } from '#kit/db/database.ts'
import { readBody } from '#kit/http/body.ts'
import type { Inside } from '#kit/http/types.ts'
import { LanguageContext } from '#kit/words/words.ts'
import { organisations } from '#rooms/organisations/door.ts'
import { memberships, people } from '#rooms/people/door.ts'
import { freshDatabase } from '#test/engine.ts'
import { type Frame, renderPage } from '#ui/frame.tsx'
import { forgetFaces } from './actions.ts'
import { inside } from './routes.tsx'
import { faces, reasons, relations } from './tables.ts'

const today = '2026-11-21'
const nasty = `<script>alert(1)</script>"'&\u0000\ud800 ' or 1=1 --`
let db: Database
let head: Actor
let teacher: Actor
let stranger: Actor

before(async () => {
  db = await freshDatabase()
  await actingAsKeeper(db, async (tx) => {
    const [school, partner] = await tx
      .insert(organisations)
      .values([
        { kind: 'school', name: 'S', source: 'typed' },
        { kind: 'partner', name: 'P', source: 'typed' },
      ])
      .returning()
    const join = async (name: string, organisationId: string, role: string) => {
      const [person] = await tx.insert(people).values({ name, source: 'test', notedBy: organisationId }).returning()
      await tx.insert(memberships).values({ organisationId, personId: person!.id, roles: [role], days: [] })
      return recognise({ accountId: name, personId: person!.id, organisationId, roles: [role] })
    }
    head = await join('Bo', school!.id, 'directeur')
    teacher = await join('Tim', school!.id, 'leerkracht')
    stranger = await join('Eva', partner!.id, 'partnercontact')
  })
})

const frame = {
  language: 'nl',
  dir: 'ltr',
  nonce: '',
  assets: { css: '', js: '' },
  nav: [],
  words: { product: 'KL', skip: '', nav: '', menu: '' },
  footer: { links: [] },
} as unknown as Frame

/** The room on its own, as somebody, without the rest of the house. */
function visit(me: Actor, path: string, body?: Record<string, string | string[]>) {
  const house = new Hono<Inside>()
  house.use(async (c, next) => {
    c.set('language', 'nl')
    c.set('today', today)
    c.set('me', me)
    c.set('work', (work) => actingAs(db, me, (tx) => work(tx, me)))
    c.set('body', () => readBody(c))
    c.set('tell', () => {})
    c.set('page', (node, status = 200) =>
      c.html(renderPage(frame, <LanguageContext.Provider value="nl">{node}</LanguageContext.Provider>), status),
    )
    await next()
  })
  house.route('/', inside)
  if (!body) return house.request(path)
  const form = new URLSearchParams()
  for (const [name, value] of Object.entries(body)) for (const one of [value].flat()) form.append(name, one)
  return house.request(path, { method: 'POST', body: form })
}

async function added(me: Actor, body: Record<string, string | string[]>) {
  const answer = await visit(me, '/netwerk', body)
  assert.equal(answer.status, 303, await answer.text())
  return answer.headers.get('location') ?? ''
}
const tables = () =>
  actingAs(db, head, async (tx) => ({
    lines: await tx.select().from(relations),
    why: await tx.select().from(reasons),
    who: await tx.select().from(faces).orderBy(faces.rank),
  }))

test('a neighbour is added with a name and a number, and is her own face', async () => {
  const card = await added(teacher, { name: 'Buurvrouw Ans', form: 'person', facePhone: '06-1111 2222' })
  const { lines, who } = await tables()
  assert.deepEqual([card, lines[0]?.form, lines[0]?.ownerId], [`/netwerk/${lines[0]?.id}`, 'person', teacher.personId])
  assert.deepEqual(
    [who[0]?.name, who[0]?.phone, who[0]?.source],
    ['Buurvrouw Ans', '0611112222', 'ingevuld door de school op za 21 nov 2026'],
  )
})

test('a teacher may give a new line to another, with its reasons, and can no longer change it', async () => {
  const card = await added(teacher, {
    name: 'Wijkagent',
    ownerId: head.personId,
    obligation: 'choice',
    motives: ['preventie'],
    about: 'Bel gerust',
  })
  const { lines, why } = await tables()
  const line = lines.find(({ name }) => name === 'Wijkagent')
  assert.equal(line?.ownerId, head.personId)
  assert.equal(why.find(({ relationId }) => relationId === line?.id)?.about, 'Bel gerust')
  assert.equal((await visit(teacher, `${card}/wijziging`)).status, 404)
  assert.equal((await visit(teacher, card, { name: 'Z' })).status, 404)
})

test('every wrong field is said back in a sentence, with what was typed', async () => {
  const answer = await visit(head, '/netwerk', {
    ...{
      name: '',
      type: 'x',
      postcode: '12',
      phone: 'bel maar',
      website: 'geen site',
      since: '2026-02-30',
      ownerId: 'niemand',
      faceMail: 'a@',
    },
    motives: ['preventie', 'nabijheid', 'goede_buur', 'arbeidsmarkt'],
  })
  const html = await answer.text()
  assert.equal(answer.status, 422)
  for (const field of ['name', 'type', 'postcode', 'phone', 'website', 'since', 'ownerId', 'faceMail', 'motives'])
    assert.match(html, new RegExp(`href="#${field}"`), field)
  assert.match(html, /value="bel maar"/)
  assert.match(html, /<details class="details" open=""/)
  assert.doesNotMatch(html, /error\.[a-z]/)
})

test('what a school writes about a partner or a contact person names no child', async () => {
  const about = 'Sem de Vries uit groep 4 gaat hier elke maandag heen.'
  for (const said of [
    { about },
    { legalNote: about },
    { about: 'bsn 123456782' },
    { faceName: 'An', faceWork: about },
  ]) {
    const answer = await visit(head, '/netwerk', { name: 'Fysio', ...said })
    assert.equal(answer.status, 422, JSON.stringify(said))
    assert.match(await answer.text(), /over een kind/)
  }
  const card = await added(head, { name: 'Fysio', about: 'Groep 4 gaat er op maandag heen met Sanne de Wit.' })
  const face = await visit(head, `${card}/gezichten`, { name: 'An Visser', moment: 'na Sem de Vries uit groep 4' })
  assert.equal(face.status, 422)
})

test('a partner is not added twice, nor with a colleague of elsewhere', async () => {
  await added(head, { name: 'Bieb', place: 'Ede' })
  assert.match(await (await visit(head, '/netwerk', { name: 'BIEB', place: 'ede' })).text(), /staat al in het netwerk/)
  assert.match(
    await (await visit(head, '/netwerk', { name: 'Bieb 2', ownerId: stranger.personId })).text(),
    /Deze collega kennen we hier niet/,
  )
  assert.match(
    await (await visit(head, '/netwerk', { name: 'Bieb 2', ownerId: head.personId, deputyId: head.personId })).text(),
    /niet voor zichzelf/,
  )
})

test('the nastiest strings are kept and shown as text', async () => {
  const card = await added(head, { name: nasty, about: nasty, faceName: nasty, place: nasty.repeat(3).slice(0, 80) })
  for (const page of ['/wijziging', '/gezichten', '/afsluiting', '/gezichten/nieuw']) {
    const html = await (await visit(head, `${card}${page}`)).text()
    assert.doesNotMatch(html, /<script>alert/, page)
    assert.match(html, /&lt;script&gt;alert/, page)
  }
})

test('faces: the deputy comes first when one says so, and the order closes up when one goes', async () => {
  const at = `${await added(head, { name: 'Logopedie', faceName: 'Een' })}/gezichten`
  for (const name of ['Twee', 'Drie']) assert.equal((await visit(head, at, { name, days: ['2', '4'] })).status, 303)
  const id = at.split('/')[2]
  const here = async () => (await tables()).who.filter(({ relationId }) => relationId === id)
  const two = (await here()).find(({ name }) => name === 'Twee')!
  assert.equal((await visit(head, `${at}/${two.id}/voorrang`, {})).status, 303)
  assert.deepEqual(
    (await here()).map(({ name }) => name),
    ['Twee', 'Een', 'Drie'],
  )
  assert.equal((await visit(head, `${at}/${two.id}/verwijdering`, {})).status, 303)
  assert.deepEqual(
    (await here()).map(({ name, rank }) => [name, rank]),
    [
      ['Een', 0],
      ['Drie', 1],
    ],
  )
  const three = (await here())[1]!
  assert.equal((await visit(head, `${at}/${three.id}`, { name: 'Drie', phone: 'x' })).status, 422)
  assert.equal((await visit(head, `${at}/${three.id}`, { name: 'Drie', leftOn: '2025-11-20' })).status, 303)
  assert.equal(await actingAsKeeper(db, (tx) => forgetFaces(tx, today)), 1)
  assert.deepEqual(
    (await here()).map(({ name }) => name),
    ['Een'],
  )
})

test('one click assures; a line ends and is taken up again', async () => {
  const card = await added(head, { name: 'Sportclub' })
  const id = card.split('/')[2]
  const now = async () => (await tables()).lines.find((line) => line.id === id)
  assert.equal((await now())?.assuredOn, today)
  assert.equal((await visit(head, `${card}/bevestiging`, {})).status, 303)
  assert.equal((await now())?.assuredBy, head.personId)
  assert.equal((await visit(head, `${card}/afsluiting`, { until: 'gisteren' })).status, 422)
  assert.equal((await visit(head, `${card}/afsluiting`, { until: '2026-11-20' })).status, 303)
  assert.equal((await now())?.until, '2026-11-20')
  assert.equal((await visit(head, `${card}/heropening`, {})).status, 303)
  assert.equal((await now())?.until, null)
})

test('who has nothing to do here finds nothing here', async () => {
  const card = await added(head, { name: 'Museum', faceName: 'Kim' })
  const id = card.split('/')[2]
  const face = (await tables()).who.find(({ relationId }) => relationId === id)!.id
  const gets = ['/wijziging', '/afsluiting', '/gezichten', '/gezichten/nieuw', `/gezichten/${face}`]
  const posts = [
    '',
    '/bevestiging',
    '/afsluiting',
    '/heropening',
    '/gezichten',
    `/gezichten/${face}`,
    `/gezichten/${face}/voorrang`,
    `/gezichten/${face}/verwijdering`,
  ]
  for (const me of [teacher, stranger]) {
    for (const path of gets) assert.equal((await visit(me, card + path)).status, 404, `GET ${path}`)
    for (const path of posts) assert.equal((await visit(me, card + path, { name: 'Z' })).status, 404, `POST ${path}`)
  }
  assert.equal((await visit(stranger, '/netwerk/nieuw')).status, 404)
  assert.equal((await visit(stranger, '/netwerk', { name: 'Z' })).status, 404)
})
