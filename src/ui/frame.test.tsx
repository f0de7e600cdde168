import assert from 'node:assert/strict'
import { test } from 'node:test'
import { type Frame, Page, renderPage, useFrame } from '#ui/frame.tsx'

const frame: Frame = {
  language: 'nl',
  dir: 'ltr',
  nonce: 'n0nce',
  assets: { css: '/assets/a.css', js: '/assets/a.js' },
  nav: ['een', 'twee', 'drie', 'vier', 'vijf', 'zes'].map((label) => ({
    href: `/${label}`,
    label,
    icon: 'today',
    current: label === 'vijf',
  })),
  askBox: { action: '/zoek', label: 'Bij wie?', placeholder: 'Bij wie?', button: 'Vraag', value: '"><script>' },
  helpNow: { href: '/nu', label: 'Nu hulp nodig' },
  words: { product: 'Huis', skip: 'Naar de inhoud', nav: 'Hoofdmenu', menu: 'Meer', keysOff: 'Uit', keysOn: 'Aan' },
  footer: { links: [{ href: '/privacy', label: 'Privacy' }] },
}
const page = renderPage(frame, <Page title="Vandaag">hallo</Page>)

test('a page is a whole document in its own language', () => {
  assert.ok(page.startsWith('<!doctype html><html lang="nl" dir="ltr">'))
  assert.match(page, /<title>Vandaag · Huis<\/title>/)
  assert.match(page, /<meta name="csp-nonce" content="n0nce"\/>/)
})

test('there is one h1, and it is the title unless the page says otherwise', () => {
  assert.deepEqual(page.match(/<h1[^>]*>.*?<\/h1>/g), ['<h1>Vandaag</h1>'])
  const own = renderPage(frame, <Page title="Kort" heading="Een lange zin" />)
  assert.deepEqual(own.match(/<h1[^>]*>.*?<\/h1>/g), ['<h1>Een lange zin</h1>'])
  assert.doesNotMatch(renderPage(frame, <Page title="Kort" heading={null} />), /<h1/)
})

test('by keyboard you reach first the content, then the mark, then help', () => {
  const stops = [...page.matchAll(/<a [^>]*href="([^"]*)"/g)].map(([, href]) => href)
  assert.deepEqual(stops.slice(0, 3), ['#main', '/', '/nu'])
  assert.match(page, /href="\/nu"[^>]*accesskey="!"/)
  const skip = { href: '#what', label: 'Noteer', shortcut: 'n' }
  const busy = renderPage(frame, <Page title="Kaart" skip={skip} />)
  assert.match(busy, /href="#main">Naar de inhoud<\/a><a [^>]*href="#what">Noteer.\(n\)<\/a><header>/, 'or its work')
})

test('the first four stand in the bar of a phone, the rest is behind one word', () => {
  const [, folded] = page.split('<details')
  assert.deepEqual(
    [...(folded ?? '').split('</details>')[0]!.matchAll(/href="([^"]*)"/g)].map(([, href]) => href),
    ['/vijf', '/zes'],
  )
  assert.match(page, /<a href="\/vijf" aria-current="page"/)
})

test('what somebody typed is text, never code', () => {
  assert.ok(!page.includes('"><script>'))
  assert.match(page, /value="&quot;&gt;&lt;script&gt;"/)
})

test('a confidential page is not kept and fetches nothing ahead', () => {
  const quiet = renderPage({ ...frame, noSnapshot: true }, <Page title="Stil" />)
  assert.match(quiet, /<meta name="turbo-cache-control" content="no-cache"\/>/)
  assert.match(quiet, /<body data-turbo-prefetch="false">/)
  assert.doesNotMatch(page, /turbo-cache-control/)
})

test('no style or script stands in the page itself', () => {
  assert.doesNotMatch(page, / style=| on\w+=|<style/)
  assert.doesNotMatch(page, /<script(?![^>]*src=)/)
})

test('any part can ask for the frame, and only inside a page', () => {
  const Part = () => <i>{useFrame().language}</i>
  assert.match(
    renderPage(
      frame,
      <Page title="x">
        <Part />
      </Page>,
    ),
    /<i>nl<\/i>/,
  )
  assert.throws(() => (<Part />).toString(), /renderPage/)
})

test('what just happened is said, with a way back', () => {
  const after = renderPage(
    { ...frame, notice: { text: 'Bewaard.', undo: { action: '/terug', label: 'Maak ongedaan' } } },
    <Page title="x" />,
  )
  assert.match(after, /role="status"[\s\S]*Bewaard\.[\s\S]*<form method="post" action="\/terug">/)
})
