import assert from 'node:assert/strict'
import { test } from 'node:test'
import { ask, asked, fixedLine, get, partnerNames } from './trial.test.tsx'

test('meldcode is the card only: five steps, the officer, numbers; no partner and no other colleague', async () => {
  const html = await ask({ topic: 'huiselijk_geweld' })
  assert.match(html, /class="safety"/)
  assert.equal(html.match(/<ol>[\s\S]*?<\/ol>/)?.[0].match(/<li>/g)?.length, 5)
  assert.match(html, /Aad Aandacht/)
  assert.match(html, /tel:08002000/)
  assert.match(html, /tel:112/)
  assert.match(html, fixedLine)
  assert.doesNotMatch(html, partnerNames)
  assert.doesNotMatch(html, /Ineke|Fenna|Vera|<textarea|name="question"/)
})

test('what may be about a colleague goes to the board and names nobody of the school', async () => {
  for (const fields of [
    { topic: 'vermoeden_medewerker' },
    { choice: 'meldplicht_bestuur' },
    { question: 'meester zit aan de meisjes' },
  ]) {
    const html = await ask(fields)
    assert.match(html, /Stichting Brug/)
    assert.match(html, /tel:09001113111/)
    assert.doesNotMatch(html, /Dirk|Ineke|Vera|Aad |Fenna|Bianca|meester zit/)
    assert.doesNotMatch(html, partnerNames)
    assert.match(html, fixedLine)
  }
  assert.equal(
    (await get('Juf Bianca', '/bij-wie/kaarten/meldplicht_bestuur')).html.match(/Dirk|Ineke|Vera|Aad /),
    null,
  )
})

test('acute: numbers first, never alone, and who can be fetched now', async () => {
  const html = await ask({ topic: 'suicidaliteit' })
  assert.match(html, /tel:112[\s\S]*tel:113/)
  assert.match(html, /geen moment alleen/)
  assert.match(html, /Dirk Directeur[\s\S]*werkt vandaag/)
  assert.doesNotMatch(html, partnerNames)
})

test('images: officer, head teacher and police; nothing is forwarded or kept', async () => {
  const html = await ask({ topic: 'online_incident' })
  assert.match(html, /Stuur ze niet door, bewaar ze niet/)
  assert.match(html, /Aad Aandacht[\s\S]*Dirk Directeur[\s\S]*0900-8844/)
  assert.doesNotMatch(html, partnerNames)
})

test('beside a doubt about a colleague the meldcode card names nobody, and sends nobody to the head teacher', async () => {
  const html = await ask({ question: 'kleuter speelt met poppen dingen na die een kleuter niet hoort te weten' })
  assert.match(html, /id="meldcode-title"[\s\S]*id="meldplicht_bestuur-title"/)
  assert.match(html, /staat in het veiligheidsplan van je school/)
  assert.doesNotMatch(html, /nog niet ingevuld|Ga naar je directeur|Dirk|Ineke|Vera|Aad /)
})

test('a doubt about a colleague that is not sure enough for its card is asked back, and goes to nobody of the school', async () => {
  const html = await ask({ question: 'er zit een afdruk van een hand op zijn wang' })
  assert.match(html, /Wat bedoel je\?[\s\S]*id="meldcode-title"[\s\S]*value="vermoeden_medewerker"/)
  assert.doesNotMatch(html, /Vraag het aan|Vraag iets aan/)
})

test('a name, a number and a birthday are warned about and never said back', async () => {
  const html = await ask({ question: 'Sem de Vries uit 5b, geb. 12-3-2016, wordt thuis geslagen door zijn vader Mark' })
  assert.match(html, /Typ geen namen van kinderen/)
  assert.match(html, /Typ geen geboortedatum/)
  assert.doesNotMatch(html, /Sem|Vries|Mark\b|12-3-2016|\b5b\b/)
  const number = await ask({ question: '123456782' })
  assert.match(number, /burgerservicenummer/)
  assert.doesNotMatch(number, /123456782/)
  const judged = await ask({ question: 'is Kevin dyslectisch' })
  assert.match(judged, /Of een kind iets heeft, zeggen wij niet/)
  assert.match(judged, /Ineke Begeleider/)
  assert.doesNotMatch(judged, /Kevin/)
})

test('vague questions are asked back; the emergency is there first', async () => {
  const html = await ask({ question: 'help' })
  assert.ok(html.indexOf('Ik heb nu hulp nodig') > 0)
  const hits = await ask({ question: 'hij slaat' })
  assert.match(hits, /Het kind slaat anderen/)
  assert.match(hits, /name="choice" value="meldcode"/)
  assert.match(hits, fixedLine)
})

test('who asks about lice is not offered a suspicion or an interpreter; what may be meant is', async () => {
  const lice = await ask({ question: 'hoofdluis' })
  assert.match(lice, /Bekijk alle onderwerpen/)
  assert.doesNotMatch(lice, /name="topic" value="/)
  assert.match(await ask({ question: 'kind praat slecht' }), /name="topic" value="gehoor"/)
})

test('who asks for the number of Veilig Thuis gets it, with the card', async () => {
  const html = await ask({ question: 'wat is het nummer van veilig thuis' })
  assert.match(html, /id="meldcode-title"[\s\S]*tel:08002000/)
  assert.match(html, fixedLine)
})

test('nothing ever says that no signal was found', async () => {
  for (const fields of [{ topic: 'dyslexie' }, { question: 'qwerty' }, { topic: 'slaap' }])
    assert.doesNotMatch(await ask(fields), /geen (signaal|signalen)|niets gevonden/i)
})

test('help now: numbers for everybody, people for colleagues, nothing to type', async () => {
  const outside = (await get(undefined, '/hulp-nu')).html
  for (const number of ['tel:112', 'tel:08002000', 'tel:113', 'tel:08000113', 'tel:09001113111'])
    assert.ok(outside.includes(`href="${number}"`), number)
  assert.doesNotMatch(outside, /Dirk|<input|<textarea/)
  const here = (await get('Juf Bianca', '/hulp-nu')).html
  assert.match(here, /Dirk Directeur/)
  assert.match(here, /Buurt en veiligheid[\s\S]*Wim Wijk[\s\S]*tel:0301234567/)
  assert.doesNotMatch(here, /<input|<textarea/)
  assert.ok(asked.times <= 6)
})
