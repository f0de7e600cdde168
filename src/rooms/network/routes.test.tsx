import assert from 'node:assert/strict'
import { before, test } from 'node:test'
import { Hono } from 'hono'
import { type Actor, recognise } from '#kit/db/actor.ts'
import { actingAs, actingAsKeeper, type Database, type Tx } from '#kit/db/database.ts'
import { readBody, readUpload } from '#kit/http/body.ts'
import type { Inside } from '#kit/http/types.ts'
import { LanguageContext } from '#kit/words/words.ts'
import { organisations } from '#rooms/organisations/door.ts'
import { memberships, people } from '#rooms/people/door.ts'
import { addRelation, linkOrganisation, relations } from '#rooms/relations/door.ts'
import { freshDatabase } from '#test/engine.ts'
import { type Frame, renderPage } from '#ui/frame.tsx'
import { inside } from './routes.tsx'

const today = '2026-11-21'
const nasty = `<script>alert(1)</script>"'&`
let db: Database
let bieb = ''
let queries = 0
const who: Record<string, Actor> = {}

before(async () => {
  db = await freshDatabase()
  await actingAsKeeper(db, aSmallTown)
  const me = who.head!
  await actingAs(db, me, async (tx) => {
    for (let at = 0; at < 60; at++)
      await addRelation(tx, me, {
        ...nothing,
        name: `Vereniging ${String(at).padStart(2, '0')}`,
        type: 'sportvereniging',
      })
    const face = {
      name: `Sanne ${nasty}`,
      work: 'consulent',
      phone: '0612345678',
      mail: 'sanne@bieb.example',
      days: [2, 4],
      moment: 'di na 15 uur',
      source: 'test',
    }
    const added = await addRelation(tx, me, {
      ...{
        ...nothing,
        name: `Bieb ${nasty}`,
        type: 'bibliotheek',
        place: 'Utrecht',
        postcode: '3511 AB',
        levels: ['group'],
        obligation: 'law',
        motives: ['preventie'],
      },
      ...{ about: nasty, website: 'javascript:alert(1)', ownerId: who.holder!.personId, faces: [face] },
    })
    assert.ok(added.ok)
    bieb = added.id
  })
  await actingAsKeeper(db, (tx) =>
    linkOrganisation(tx, {
      schoolId: me.organisationId,
      relationId: bieb,
      organisationId: who.partner!.organisationId,
    }),
  )
})

const nothing = {
  ...{
    form: 'organisation' as const,
    type: null,
    place: null,
    postcode: null,
    website: null,
    phone: null,
    levels: [] as ('group' | 'pupil')[],
    scale: null,
    since: null,
  },
  ...{
    ownerId: null,
    deputyId: null,
    obligation: null as 'law' | null,
    legalNote: null,
    motives: [] as string[],
    about: null,
    faces: [],
  },
}

async function aSmallTown(tx: Tx) {
  const values = [
    { kind: 'school' as const, name: 'De Eik', latitude: 52.09, longitude: 5.12, phone: '0301234567' },
    { kind: 'school' as const, name: 'Elders' },
    { kind: 'partner' as const, name: 'Bieb' },
  ]
  const made = await tx
    .insert(organisations)
    .values(values.map((one) => ({ ...one, source: 'typed' as const })))
    .returning()
  const [school, other, partner] = made.map(({ id }) => id) as [string, string, string]
  const cast = [
    ['head', school, 'directeur'],
    ['holder', school, 'leerkracht'],
    ['teacher', school, 'leerkracht'],
    ['mr', school, 'mr'],
    ['elsewhere', other, 'directeur'],
    ['partner', partner, 'partnercontact'],
  ] as const
  for (const [name, organisationId, role] of cast) {
    const [person] = await tx
      .insert(people)
      .values({ name, phone: '0687654321', source: 'test', notedBy: organisationId })
      .returning()
    await tx.insert(memberships).values({ organisationId, personId: person!.id, roles: [role], days: [1, 2, 3] })
    who[name] = recognise({ accountId: name, personId: person!.id, organisationId, roles: [role] })
  }
}

const frame = {
  language: 'nl',
  dir: 'ltr',
  nonce: '',
  assets: { css: '', js: '' },
  nav: [],
  words: { product: 'KL', skip: '', nav: '', menu: '' },
  footer: { links: [] },
} as unknown as Frame

/** Counts every statement a page asks for. */
const counted = (tx: Tx): Tx =>
  new Proxy(tx, {
    get(target, name) {
      if (name === 'select' || name === 'selectDistinct' || name === 'execute') queries += 1
      return Reflect.get(target, name)
    },
  })

/** The room on its own, as somebody, without the rest of the house. */
function visit(name: string, path: string, body?: FormData, language = 'nl') {
  const me = who[name]!
  const house = new Hono<Inside>()
  house.use(async (c, next) => {
    c.set('language', language)
    c.set('today', today)
    c.set('now', new Date())
    c.set('me', me)
    c.set('work', (work) => actingAs(db, me, (tx) => work(counted(tx), me)))
    c.set('body', () => readBody(c))
    c.set('upload', (field) => readUpload(c, field))
    c.set('tell', () => {})
    c.set('page', (node, status = 200) =>
      c.html(renderPage(frame, <LanguageContext.Provider value={language}>{node}</LanguageContext.Provider>), status),
    )
    await next()
  })
  house.route('/', inside)
  queries = 0
  return house.request(path, body ? { method: 'POST', body } : {})
}

const said = (values: Record<string, string | string[] | Blob>) => {
  const form = new FormData()
  for (const [name, value] of Object.entries(values)) for (const one of [value].flat()) form.append(name, one)
  return form
}
const words = (html: string) => html.replace(/<[^>]*>/g, ' ').replace(/\s+/g, ' ')

test('the list counts, filters on one field, pages by fifty, in at most six queries', async () => {
  const html = await (await visit('teacher', '/netwerk')).text()
  assert.ok(queries <= 6, `${queries} queries`)
  assert.match(html, /61 partners met wie we samenwerken/)
  assert.match(words(html), /1 tot en met 50 van 61/)
  assert.match(await (await visit('teacher', '/netwerk?pagina=2')).text(), /Vereniging 59/)
  const found = words(await (await visit('teacher', '/netwerk?zoek=sanne+utrecht&niveau=group')).text())
  assert.match(found, /1 gevonden/)
  assert.match(found, /holder Sanne &lt;script/)
})

test('each folded wish narrows the list, and nonsense is no wish', async () => {
  const count = async (query: string) =>
    // Without a wish the number is said once, above the list.
    Number(
      /(\d+) (?:gevonden|partners met wie(?![\s\S]*gevonden))/.exec(
        await (await visit('head', `/netwerk?${query}`)).text(),
      )?.[1],
    )
  assert.deepEqual(
    await Promise.all(
      [
        'sector=bibliotheek',
        'sector=sport',
        'reden=law',
        `collega=${who.holder!.personId}`,
        'zonder=yes',
        'klopt=yes',
        'schaal=wijk',
        'zoek=100%25',
        'zoek=_',
      ].map(count),
    ),
    [1, 60, 1, 1, 60, 61, 0, 0, 0],
  )
  assert.equal(await count('niveau=x&sector=x&schaal=x&collega=x&pagina=-3&volgorde=drop&zoek=%00'), 61)
  for (const order of ['collega', 'klopt', 'sinds']) assert.equal(await count(`volgorde=${order}`), 61)
})

test('the card says first who rings whom, with one query', async () => {
  const html = await (await visit('teacher', `/netwerk/${bieb}`)).text()
  assert.ok(queries <= 6, `${queries} queries`)
  assert.match(
    words(html),
    /holder [\s\S]*ma t\/m wo [\s\S]*Bel 0687654321 [\s\S]*belt met [\s\S]*di na 15 uur [\s\S]*Sanne [\s\S]*Bel 0612345678/,
  )
  assert.match(html, /km van school/)
  assert.match(words(html), /Moet van de wet/)
  assert.doesNotMatch(html, /<script>alert|href="javascript/)
  assert.doesNotMatch(html, /wijziging|afsluiting|bevestiging|onderwerpen"/)
  // By keyboard the note is the second stop, and one key away.
  assert.match(html, /href="#main">[^<]*<\/a><a [^>]*href="#line">Noteer contact/)
  assert.match(html, /aria-keyshortcuts="n"[^>]*id="line"/)
})

test('who may tend it sees how, and is asked whether it is still right', async () => {
  for (const name of ['head', 'holder']) {
    const html = await (await visit(name, `/netwerk/${bieb}`)).text()
    for (const path of ['wijziging', 'gezichten', 'aanwezigheid', 'onderwerpen', 'afsluiting', 'bevestiging'])
      assert.match(html, new RegExp(`/${path}"`), path)
    assert.match(html, /Ja, dit klopt nog/)
    assert.equal(html.includes('Wacht op jou'), name === 'holder')
    // One main step: to ask something. A note says when before what is folded away.
    assert.equal(html.match(/--primary-action"/g)?.length, 1)
    assert.match(html, /--primary-action"[^>]*>.*Vraag iets[\s\S]*name="line"[\s\S]*name="day"[\s\S]*name="agreed"/)
  }
})

test('every page is there in English too, without a Dutch word or a bare key', async () => {
  for (const path of ['/netwerk', `/netwerk/${bieb}`, `/netwerk/${bieb}/onderwerpen`, '/netwerk/lijst']) {
    const text = words(await (await visit('head', path, undefined, 'en')).text())
    assert.doesNotMatch(text, /\b(zoek|wijzig|partners met wie|Kies|niemand)\b/i, path)
    assert.doesNotMatch(text, /\b(list|card|filter|topics|lists|mapping|preview|cluster|fact)\.[a-z]+/, path)
  }
})

test('questions are chosen, asked in turn, and the turn changes', async () => {
  const at = `/netwerk/${bieb}/onderwerpen`
  assert.equal((await visit('holder', at, said({ topics: ['leesmotivatie', 'dyslexie', 'x'] }))).status, 303)
  const [club] = await actingAs(db, who.head!, (tx) => tx.select().from(relations).limit(1))
  assert.equal((await visit('head', `/netwerk/${club!.id}/onderwerpen`, said({ topics: 'leesmotivatie' }))).status, 303)
  assert.match(words(await (await visit('head', `/netwerk/${club!.id}/onderwerpen`)).text()), /Bieb .* → Vereniging 00/)
  assert.equal((await visit('head', `/netwerk/${club!.id}/onderwerpen/leesmotivatie/voorrang`, said({}))).status, 303)
  assert.match(words(await (await visit('head', `/netwerk/${club!.id}/onderwerpen`)).text()), /Vereniging 00 → Bieb/)
  assert.equal((await visit('holder', `${at}/leesmotivatie/voorrang`, said({}))).status, 404)
  assert.equal((await visit('head', `${at}/onzin/voorrang`, said({}))).status, 404)
})

test('a partner tells of itself once, and every school reads it', async () => {
  assert.equal(
    (await visit('partner', '/profiel', said({ can: `Voorlezen ${nasty}`, wants: '', gives: '', asks: '' }))).status,
    303,
  )
  assert.match(await (await visit('partner', '/profiel')).text(), /Voorlezen &lt;script/)
  assert.match(words(await (await visit('teacher', `/netwerk/${bieb}`)).text()), /Dit kunnen we Voorlezen/)
  const long = await visit('partner', '/profiel', said({ can: 'x'.repeat(1501) }))
  assert.equal(long.status, 422)
  assert.match(await long.text(), /x{1501}/)
})

test('a partner sees all her schools in one place: who holds the line, and the numbers', async () => {
  const text = words(await (await visit('partner', '/scholen')).text())
  assert.ok(queries <= 6)
  assert.match(text, /1 school werkt met je/)
  assert.match(text, /De Eik [\s\S]*holder [\s\S]*Bel 0687654321 [\s\S]*Bel 0301234567/)
  assert.match(text, /Wat deze school van jullie mensen noteerde/)
  assert.doesNotMatch(text, /teacher|head/)
})

test('who has nothing to do here finds nothing here', async () => {
  const schools = [
    '/netwerk',
    `/netwerk/${bieb}`,
    `/netwerk/${bieb}/onderwerpen`,
    '/netwerk/lijst',
    '/netwerk/lijst.csv',
  ]
  for (const name of ['partner', 'mr'])
    for (const path of schools) assert.equal((await visit(name, path)).status, 404, `${name} ${path}`)
  for (const path of [`/netwerk/${bieb}`, `/netwerk/${bieb}/onderwerpen`])
    assert.equal((await visit('elsewhere', path)).status, 404)
  for (const name of ['head', 'teacher', 'mr', 'elsewhere'])
    for (const path of ['/profiel', '/scholen']) assert.equal((await visit(name, path)).status, 404, `${name} ${path}`)
  for (const path of ['/netwerk/lijst', `/netwerk/${bieb}/onderwerpen`])
    assert.equal((await visit('teacher', path)).status, 404)
  for (const path of ['', '/kolommen', '/voorbeeld', '/overname'])
    assert.equal((await visit('teacher', `/netwerk/lijst${path}`, said({ pasted: 'Naam\nX' }))).status, 404)
  assert.equal((await visit('elsewhere', `/netwerk/${bieb}/onderwerpen`, said({ topics: 'dyslexie' }))).status, 404)
  assert.match(await (await visit('elsewhere', '/netwerk')).text(), /Nog geen partners/)
})
