import assert from 'node:assert/strict'
import { before, test } from 'node:test'
import { gzipSync } from 'node:zlib'
import { assets } from '#ui/assets.ts'
import { type Served, serveHouse } from '../../../test/served.ts'

const open = '/met-wie/de-waterlelie-wilgenveen'
const mostBytes = 30_000
let house: Served
before(async () => {
  house = await serveHouse({ town: true })
})
const read = async (path: string) => {
  const answer = await house.nobody().ask(path)
  return { answer, html: await answer.text() }
}
const textOf = (html: string) => html.replace(/<[^>]*>/g, ' ').replace(/\s+/g, ' ')

test('a passer-by reads the chosen partners and where to ask for removal; no form, no cookie, nobody’s name', async () => {
  const { answer, html } = await read(open)
  assert.equal(answer.status, 200)
  const text = textOf(html)
  for (const words of ['Met wie De Waterlelie werkt', 'GGD Noord', 'Kunstencentrum De Ketting', 'wilt u dat niet'])
    assert.ok(text.includes(words), words)
  assert.doesNotMatch(text, /Jeugdteam|Sanne|Nadia|Buurtteam/)
  assert.doesNotMatch(html, /<form|<input|nonce=|csrf|http-equiv/)
  assert.equal(answer.headers.get('set-cookie'), null)
  assert.match(textOf((await read(`${open}?taal=en`)).html), /With whom De Waterlelie works/)
})

test('off is the same answer as never heard of', async () => {
  const [off, unknown] = [await read('/met-wie/het-molentje-wilgenveen'), await read('/met-wie/nergens-ter-wereld')]
  const bare = (html: string) => html.replace(/nonce="[^"]*"|content="[\w+/=]{24}"|\/met-wie\/[a-z-]+/g, '')
  assert.deepEqual([off.answer.status, unknown.answer.status], [404, 404])
  assert.equal(bare(off.html), bare(unknown.html))
})

test('who takes itself off is gone at the next request; the vacancy text follows', async () => {
  const sanne = await house.as('sanne.terhorst@spraakwijzer.example')
  const nadia = await house.as('nadia.bouzid@dewaterlelie.example')
  assert.match(textOf((await read(open)).html), /Logopedie Spraakwijzer/)
  const settings = await (await nadia.get('/partnerpagina')).text()
  assert.match(textOf(settings), /werken nauw samen met 6 partners/)
  const page = await (await sanne.get('/vermeldingen')).text()
  const [, at] = /action="(\/vermeldingen\/[0-9a-f-]+\/bezwaar)"/.exec(page) ?? []
  assert.ok(at, textOf(page))
  assert.equal((await sanne.post(at, {})).status, 303)
  assert.doesNotMatch(textOf((await read(open)).html), /Spraakwijzer/)
  assert.match(textOf(await (await nadia.get('/partnerpagina')).text()), /werken nauw samen met 5 partners/)
})

test(`the first look weighs at most ${mostBytes / 1000} kB, style and script and icon included`, async () => {
  const { lean, icon } = await assets()
  for (const path of [open, `${open}?taal=en`]) {
    const { html } = await read(path)
    const own = gzipSync(html).length
    const whole = own + lean.css.gzip.length + lean.js.gzip.length + icon.gzip.length
    console.log(`  ${path}: ${own} + style and script = ${whole} bytes gzip`)
    assert.ok(whole <= mostBytes, String(whole))
  }
})
