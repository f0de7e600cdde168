import assert from 'node:assert/strict'
import { test } from 'node:test'
import { type Frame, renderPage } from '#ui/frame.tsx'
import { StepsPage } from './pages/begin.tsx'

const frame: Frame = {
  ...{ language: 'nl', dir: 'ltr', nonce: 'n', assets: { css: '/a.css', js: '/a.js' }, nav: [] },
  ...{ askBox: { action: '/zoek', label: '', placeholder: '', button: '', value: '' } },
  helpNow: { href: '/nu', label: 'Nu hulp nodig' },
  words: { product: 'Huis', skip: '', nav: '', menu: '', keysOff: '', keysOn: '' },
  footer: { links: [] },
}

test('under the steps stands where groups and bell times are', () => {
  const html = renderPage(frame, <StepsPage people={1} partners={0} />)
  assert.match(html, /href="\/groepen"[\s\S]*href="\/school\/lestijden"/)
})
