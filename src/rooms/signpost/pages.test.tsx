import assert from 'node:assert/strict'
import { test } from 'node:test'
import { LanguageContext } from '#kit/words/words.ts'
import type { Colleague } from '#rooms/people/door.ts'
import { type Frame, renderPage } from '#ui/frame.tsx'
import { type Answer, emptyAnswer } from './answer/answer.ts'
import { AnswerPage } from './pages/whole.tsx'
import type { PartnerLine } from './queries.ts'

const frame: Frame = {
  language: 'nl',
  dir: 'ltr',
  nonce: 'n',
  assets: { css: '/a.css', js: '/a.js' },
  nav: [],
  words: { product: 'Huis', skip: 'Inhoud', nav: 'Menu', menu: 'Meer' },
  footer: { links: [] },
}
const today = '2026-11-24'
const ineke: Colleague = {
  personId: 'ineke',
  membershipId: 'm',
  name: 'Ineke Begeleider',
  mail: null,
  phone: null,
  roles: ['ib'],
  days: [1],
  deputyId: null,
  deputy: null,
  from: null,
  until: null,
  source: '',
  hasAccount: true,
  language: null,
}
const line: PartnerLine = {
  id: 'l',
  name: 'Logopedie Praat',
  type: 'logopedist',
  phone: null,
  ownerId: 'ineke',
  owner: ineke.name,
  deputyId: null,
  deputy: null,
  faces: [],
}

/** The page of an answer, as if the school had told everything it knows. */
function pageOf(answer: Partial<Answer>, echo = '', lines: PartnerLine[] = [line]): string {
  const contact = { asked: 'ib', role: 'ib', people: [ineke] }
  const found = {
    askedBy: undefined,
    topic: undefined,
    contacts: [contact],
    lines,
    missing: [],
    near: [],
    present: [],
    colleagues: [ineke],
    route: undefined,
    mayTend: false,
  }
  const people = { officer: undefined, heads: [], board: undefined }
  const whole: Answer = { ...emptyAnswer('routes'), level: ['pupil'], topics: ['spraak_taal', 'tos'], ...answer }
  return renderPage(
    frame,
    <LanguageContext.Provider value="nl">
      <AnswerPage
        answer={whole}
        echo={echo}
        chosen={false}
        today={today}
        people={people}
        found={found}
        head={contact}
      />
    </LanguageContext.Provider>,
  )
}

test('a card stands above the ordinary answer, which is still there', () => {
  const html = pageOf({ notices: ['meldcode'] })
  assert.ok(html.indexOf('class="safety"') > 0 && html.indexOf('class="safety"') < html.indexOf('class="say"'))
  assert.match(html, /Logopedie Praat/)
})

test('how soon one usually hears back stands with how and when to reach them', () => {
  const face = { name: 'Sanne', work: null, phone: '0611112222', mail: null, days: [2], moment: 'na 15 uur' }
  const html = pageOf({}, '', [{ ...line, faces: [face], reply: 'binnen 2 werkdagen' }])
  assert.match(html, /na 15 uur · reageert meestal binnen 2 werkdagen/)
  assert.doesNotMatch(pageOf({}), /reageert/)
})

test('a road nobody took lately is marked in one line, below its own partner', () => {
  const html = pageOf({}, '', [line, { ...line, id: 'k', name: 'Logopedie Klank', isQuiet: true }])
  assert.deepEqual(html.match(/Lang niet gebruikt: misschien een ander begin/g)?.length, 1)
  assert.ok(html.indexOf('Lang niet gebruikt') > html.indexOf('Logopedie Klank'))
  assert.doesNotMatch(pageOf({}), /Lang niet gebruikt/)
})

test('a card that stands alone has nothing of the ordinary answer below it', () => {
  const html = pageOf({ answer: 'safety', notices: ['meldcode'] })
  assert.doesNotMatch(html, /Logopedie|Ineke|name="question"|Bedoelde je/)
})

test('beside a doubt about a colleague nobody is named, even if the page were told who there is', () => {
  const html = pageOf({ notices: ['meldplicht_bestuur'] })
  assert.doesNotMatch(html, /Ineke|Logopedie/)
  assert.match(html, /name="topic" value="spraak_taal"/)
})

test('the tab never says what was asked about', () => {
  const kinds = ['routes', 'safety', 'clarify', 'presence', 'contact', 'privacy', 'none'] as const
  for (const answer of kinds) assert.match(pageOf({ answer }), /<title>Bij wie kan ik terecht\? · Huis<\/title>/)
})

test('why names the phrase, and the words typed only where no name stood among them', () => {
  const why = [{ phrase: 'slissen', words: ['slist'] }]
  assert.match(pageOf({ why }), /Je schreef “slist”\. Dat lijkt op: “slissen”/)
  assert.doesNotMatch(pageOf({ why, warnings: ['names'] }), /slist\b/)
})

test('the box asks the browser to remember nothing', () => {
  const box = pageOf({}, 'slist').match(/<input[^>]*name="question"[^>]*>/)?.[0] ?? ''
  assert.match(box, /value="slist"/)
  assert.match(box, /autocomplete="off"/)
})

test('away today: the sentence says so, and a card without a name tells where to look', () => {
  assert.match(pageOf({}), /Ineke werkt ma\. Vandaag is Ineke er niet\. Ineke belt met Logopedie Praat\./)
  assert.match(pageOf({ notices: ['meldcode'] }), /Wie de aandachtsfunctionaris is, staat in het veiligheidsplan/)
})
