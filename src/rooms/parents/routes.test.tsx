import assert from 'node:assert/strict'
import { before, test } from 'node:test'
import { gzipSync } from 'node:zlib'
import { sql } from 'drizzle-orm'
import { rowsOf } from '#kit/db/database.ts'
import { addLanguage } from '#kit/words/words.ts'
import { assets } from '#ui/assets.ts'
import { type Served, serveHouse } from '../../../test/served.ts'
import { pageTopics } from './content/topics.ts'

const open = '/ouders/de-waterlelie-wilgenveen'
const mostBytes = 30_000
let house: Served
before(async () => {
  house = await serveHouse({ town: true })
})
const head = () => house.as('nadia.bouzid@dewaterlelie.example')
const ib = () => house.as('marjolein.vanveen@dewaterlelie.example')
const read = async (path: string, headers: Record<string, string> = {}) => {
  const answer = await house.nobody().ask(path, { headers })
  return { answer, html: await answer.text() }
}
/** What a reader sees, without the marks. */
const textOf = (html: string) => html.replace(/<[^>]*>/g, ' ').replace(/\s+/g, ' ')

test('a passer-by reads it: topics, who helps, the numbers, the child’s part; no form, no cookie, nothing signed', async () => {
  const { answer, html } = await read(open)
  assert.equal(answer.status, 200)
  const text = textOf(html)
  for (const words of [
    'Voor ouders van De Waterlelie',
    '0599 010 114',
    '112',
    '0800-2000',
    '0800-0432',
    'Ben je een kind?',
  ])
    assert.ok(text.includes(words), words)
  for (const { id } of pageTopics.filter((topic) => topic.id !== 'infectie_luizen'))
    assert.ok(html.includes(`id="${id}"`), id)
  assert.ok(!html.includes('id="infectie_luizen"'), 'the school left this one out')
  assert.match(text, /taalcafé/)
  assert.match(text, /De tandarts in de bus/)
  assert.doesNotMatch(html, /<form|<input|nonce=|csrf|http-equiv/)
  assert.equal(answer.headers.get('set-cookie'), null)
})

test('off is the same answer as never heard of; the page of the other school tells nothing', async () => {
  const [off, unknown] = [await read('/ouders/het-molentje-wilgenveen'), await read('/ouders/nergens-ter-wereld')]
  const bare = (html: string) => html.replace(/nonce="[^"]*"|content="[\w+/=]{24}"|\/ouders\/[a-z-]+/g, '')
  assert.equal(off.answer.status, 404)
  assert.equal(unknown.answer.status, 404)
  assert.equal(bare(off.html), bare(unknown.html))
  assert.ok(!off.html.includes('Molentje'))
  const text = textOf(off.html)
  for (const words of ['Deze pagina is er niet', '112', '0800-2000', '0800-0432', 'Ben je een kind?'])
    assert.ok(text.includes(words), words)
  assert.doesNotMatch(text, /Vandaag/, 'a parent is not sent to where the staff begin')
  assert.match(off.html, /href="tel:08002000"|href="tel:0800-2000"/)
  assert.match((await read('/ouders/nergens?taal=en')).html, /<html[^>]*lang="en"[\s\S]*This page is not there/)
})

test('two names, both agreed to; taken back, it is gone at the next request', async () => {
  const first = await read(open)
  assert.match(textOf(first.html), /Nadia Bouzid/)
  assert.match(textOf(first.html), /Marjolein van Veen/)
  for (const hidden of ['Peter Smit', 'Hanneke Postma', 'dewaterlelie.example', '06 020'])
    assert.ok(!first.html.includes(hidden), hidden)
  assert.match(first.answer.headers.get('cache-control') ?? '', /max-age=0, must-revalidate/)
  const etag = first.answer.headers.get('etag') ?? ''
  assert.equal((await read(open, { 'if-none-match': etag })).answer.status, 304)

  const she = await ib()
  assert.equal((await she.post('/mij/ouderpagina/intrekking')).status, 303)
  const next = await read(open, { 'if-none-match': etag })
  assert.equal(next.answer.status, 200)
  assert.ok(!next.html.includes('Marjolein'))
  assert.match(next.html, /Nadia Bouzid/)
  assert.equal((await she.post('/mij/ouderpagina/toestemming')).status, 303)
  assert.match((await read(open)).html, /Marjolein van Veen/)
})

test('nobody gives another’s name: a form has no field for it', async () => {
  const [row] = await house.asKeeper((tx) =>
    rowsOf<{ id: string }>(tx, sql`select id from people where name = 'Joost Hendriks'`),
  )
  await (await head()).post('/mij/ouderpagina/toestemming', { personId: row!.id, person_id: row!.id })
  assert.ok(!(await read(open)).html.includes('Joost'))
})

test('a head looks beforehand, turns it on, and off again; a teacher and a partner do neither', async () => {
  const ilse = await house.as('ilse.wagenaar@hetmolentje.example')
  const preview = await ilse.get('/ouderpagina/voorbeeld')
  assert.equal(preview.status, 200)
  assert.match(await preview.text(), /Voor ouders van Het Molentje/)
  assert.match(await (await ilse.get('/ouderpagina')).text(), /De pagina staat uit/)
  assert.equal((await ilse.get('/ouderpagina/poster')).status, 404)

  await ilse.post('/ouderpagina/opening')
  const page = await read('/ouders/het-molentje-wilgenveen')
  assert.equal(page.answer.status, 200)
  assert.equal(page.answer.headers.get('cache-control'), 'public, max-age=300', 'no name on it')
  const poster = await (await ilse.get('/ouderpagina/poster')).text()
  assert.match(poster, /<svg class="qr"/)
  assert.match(poster, /\/ouders\/het-molentje-wilgenveen/)
  await ilse.post('/ouderpagina/sluiting')
  assert.equal((await read('/ouders/het-molentje-wilgenveen')).answer.status, 404)

  const teacher = await house.as('joost.hendriks@dewaterlelie.example')
  const partner = await house.as('sanne.terhorst@spraakwijzer.example')
  assert.equal((await teacher.get('/ouderpagina')).status, 200, 'colleagues may see how it stands')
  assert.equal((await partner.get('/ouderpagina')).status, 404)
  for (const somebody of [teacher, partner])
    for (const path of ['/woorden', '/opening', '/sluiting', '/aanbod', '/onderwerpen/pesten'])
      assert.equal((await somebody.post(`/ouderpagina${path}`, { what: 'x' })).status, 404, path)
  assert.equal((await read(open)).answer.status, 200)
})

test('no words of the school name a colleague who did not say so herself', async () => {
  const joost = await (await head()).post('/ouderpagina/woorden', { greeting: 'Vraag gerust naar Joost Hendriks.' })
  assert.equal(joost.status, 422)
  assert.match(await joost.text(), /zet haar naam er zelf op/)
  for (const [to, said] of [
    ['/ouderpagina/onderwerpen/rouw', { sentence: 'Loop langs bij meester Joost.' }],
    ['/ouderpagina/aanbod', { what: 'Spreekuur', joining: 'bel Joost Hendriks' }],
  ] as const)
    assert.equal((await (await head()).post(to, said)).status, 422, to)
  assert.doesNotMatch((await read(open)).html, /Joost/)
})

test('what does not fit is said in a sentence, and what was typed stays', async () => {
  const nadia = await head()
  const refused = [
    await nadia.post('/ouderpagina/woorden', { greeting: 'Hallo', supportWebsite: 'javascript:alert(1)' }),
    await nadia.post('/ouderpagina/woorden', { greeting: 'Jan de Vries (7 jaar) leest beter.' }),
    await nadia.post('/ouderpagina/aanbod', { times: 'elke dag' }),
    await nadia.post('/ouderpagina/onderwerpen/pesten', { sentence: 'x'.repeat(201) }),
  ]
  const said = [/begint met http/, /gaat over een kind/, /Vul in wat er is/, /korter dan 200/]
  for (const [at, answer] of refused.entries()) {
    assert.equal(answer.status, 422, String(at))
    assert.match(textOf(await answer.text()), said[at]!)
  }
})

test('in the language of the browser or of the link; a third one is one file, mirrored, with what it lacks marked', async () => {
  assert.match((await read(open, { 'accept-language': 'en-GB,en' })).html, /<html lang="en" dir="ltr"/)
  assert.match((await read(`${open}?taal=en`)).html, /What you can do yourself/)
  assert.match((await read(`${open}?taal=en`)).html, /<span lang="nl" dir="ltr">Fijn dat u kijkt/)
  assert.match((await read(`${open}?taal=xx`)).html, /<html lang="nl"/)
  addLanguage({
    ...{ code: 'ar', name: 'العربية', dir: 'rtl' },
    words: { 'parents-page': { title: 'لأولياء أمور {school}', 'slaap.name': 'النوم' } },
  })
  const { html, answer } = await read(`${open}?taal=ar`)
  assert.match(html, /<html lang="ar" dir="rtl"/)
  assert.match(html, /<h2 id="slaap-name"><span>النوم<\/span>/)
  assert.match(html, /<span lang="en" dir="ltr">Learning very fast<\/span>/)
  assert.match(html, /<link rel="alternate" hreflang="ar"/)
  assert.equal(answer.headers.get('vary')?.includes('Accept-Language'), true)
})

test(`the first look weighs at most ${mostBytes / 1000} kB, style and script and icon included`, async () => {
  const { lean, icon } = await assets()
  for (const path of [open, `${open}?taal=en`, `${open}?taal=ar`]) {
    const { html } = await read(path)
    const own = gzipSync(html).length
    const whole = own + lean.css.gzip.length + lean.js.gzip.length + icon.gzip.length
    console.log(
      `  ${path}: ${own} + style ${lean.css.gzip.length} + script ${lean.js.gzip.length} = ${whole} bytes gzip`,
    )
    assert.ok(whole <= mostBytes, String(whole))
    const asked = [...html.matchAll(/(?:src|href)="(\/assets\/[^"]+)"/g)].map(([, asset]) => asset)
    assert.deepEqual(asked.sort(), [icon.path, lean.css.path, lean.js.path].sort(), 'nothing else is fetched')
  }
})
