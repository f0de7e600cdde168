import assert from 'node:assert/strict'
import { test } from 'node:test'
import { type Frame, renderPage } from '#ui/frame.tsx'
import { PreviewPage } from './pages/list.tsx'

const frame: Frame = {
  ...{ language: 'nl', dir: 'ltr', nonce: 'n', assets: { css: '/a.css', js: '/a.js' }, nav: [] },
  ...{ askBox: { action: '/zoek', label: '', placeholder: '', button: '', value: '' } },
  helpNow: { href: '/nu', label: 'Nu hulp nodig' },
  words: { product: 'Huis', skip: '', nav: '', menu: '', keysOff: '', keysOn: '' },
  footer: { links: [] },
}
const group = { line: 2, name: '4', years: [4], pupils: 25, teachers: [], room: '' }
const show = (count: number) =>
  renderPage(
    frame,
    <PreviewPage
      what="groups"
      rows="[]"
      source=""
      good={Array.from({ length: count }, () => group)}
      bad={[]}
      notes={[{ line: 2, because: 'teacher-unknown', value: 'Els' }]}
    />,
  )

test('a list of groups says openly who is not known as a teacher, why and what helps', () => {
  const html = show(2)
  assert.match(html, /Regels die jou nodig hebben: 1\./)
  assert.match(html, /<details[^>]* open/)
  assert.match(html, /“Els” kennen we niet als collega[\s\S]*Voeg deze collega eerst toe aan het team/)
})

test('one line is not “1 regels”', () => {
  assert.match(show(1), /Neem 1 regel over/)
  assert.match(show(2), /Neem 2 regels over/)
})
