import assert from 'node:assert/strict'
import { test } from 'node:test'
import { LanguageContext } from '#kit/words/words.ts'
import { type Frame, renderPage } from '#ui/frame.tsx'
import { AboutPage } from './about.tsx'

const frame: Frame = {
  ...{ language: 'nl', dir: 'ltr', nonce: 'n', assets: { css: '/a.css', js: '/a.js' }, nav: [] },
  words: { product: 'Huis', skip: 'Inhoud', nav: 'Menu', menu: 'Meer' },
  footer: { links: [] },
}
const about = (contact: string | undefined) =>
  renderPage(
    frame,
    <LanguageContext.Provider value="nl">
      <AboutPage contact={contact} />
    </LanguageContext.Provider>,
  )

test('whom to write to about a leak or about one’s data stands there, or that nobody said so yet', () => {
  assert.match(about('privacy@bestuur.example'), /Schrijf naar <a href="mailto:privacy@bestuur\.example">privacy@/)
  assert.match(about(undefined), /nog geen adres opgegeven[\s\S]*school of het bestuur/)
  assert.doesNotMatch(about(undefined), /mailto:/)
})
