import assert from 'node:assert/strict'
import { test } from 'node:test'
import { askLine } from './ask.ts'
import { answerQuestion } from './question.ts'

test('N01 what is for dinner is not known here, and that is said', () => {
  const { answer, topics, hints } = answerQuestion('wat eten we vrijdag')
  assert.deepEqual({ answer, topics, hints }, { answer: 'none', topics: [], hints: ['search-partners-or-head'] })
})

test('N02 a story with a name: the card stands alone, the name is warned about', () => {
  const found = answerQuestion('Sem de Vries uit 5b, geb. 12-3-2016, wordt thuis geslagen door zijn vader Mark')
  assert.equal(found.answer, 'safety')
  assert.ok(found.notices.includes('meldcode'))
  assert.deepEqual(found.warnings, ['names', 'birth-date'])
  assert.doesNotMatch(JSON.stringify(found), /vries|mark/i)
})

test('N03 a citizen number is not looked at', () => {
  const { answer, topics, warnings } = answerQuestion('123456782')
  assert.deepEqual({ answer, topics, warnings }, { answer: 'privacy', topics: [], warnings: ['bsn'] })
})

test('N04 who is in the building is a board, not a topic', () => {
  for (const question of [
    'wie is er vandaag in huis',
    'wie werkt er morgen',
    'Wie zijn er vandaag?',
    'wie is er nu op school',
  ]) {
    assert.equal(answerQuestion(question).answer, 'presence', question)
  }
  assert.notEqual(answerQuestion('wie is er goed in rekenproblemen').answer, 'presence')
})

test('N05 a number that is asked for is a contact', () => {
  const { answer, contactType, partnerTypes } = answerQuestion('telefoonnummer wijkagent')
  assert.deepEqual(
    { answer, contactType, partnerTypes },
    { answer: 'contact', contactType: 'wijkagent', partnerTypes: ['wijkagent'] },
  )
  assert.equal(answerQuestion("mailadres van de ib'er").role, 'ib')
})

test('N06 help asks back, the emergency first', () => {
  const { answer, clarify } = answerQuestion('help')
  assert.equal(answer, 'clarify')
  assert.equal(clarify?.[0]?.kind, 'emergency')
})

test('N07 about a child no judgement: the road, and a word about names', () => {
  const found = answerQuestion('is Kevin dyslectisch')
  assert.equal(found.answer, 'routes')
  assert.equal(found.topics[0], 'dyslexie')
  assert.deepEqual(found.warnings, ['names'])
  assert.ok(found.hints.includes('no-judgement-on-a-child'))
})

test('N08 no ranking of partners', () => {
  const { answer, hints } = answerQuestion('welke partner is de slechtste')
  assert.deepEqual({ answer, hints }, { answer: 'none', hints: ['yearly-partner-round'] })
})

test('N09 nonsense gets no guess', () => {
  for (const question of ['qwerty', 'xxxxzzz', '???', ''])
    assert.equal(answerQuestion(question).answer, 'none', question)
})

test('N10 two readings are shown as two choices', () => {
  const { answer, clarify, lines } = answerQuestion('hij slaat')
  assert.equal(answer, 'clarify')
  assert.deepEqual(clarify, [
    { kind: 'topic', topic: 'agressie' },
    { kind: 'card', flag: 'meldcode' },
  ])
  assert.deepEqual(lines, ['let_op'])
})

test('N11 a stomach ache may be many things', () => {
  const { answer, clarify } = answerQuestion('buikpijn')
  assert.equal(answer, 'clarify')
  assert.ok((clarify?.length ?? 0) >= 3)
})

test('N12 doubt about speaking: confidant first, advice may be anonymous', () => {
  const found = answerQuestion('ik heb iets gezien maar weet niet of ik het mag zeggen')
  assert.equal(found.role, 'vertrouwenspersoon')
  assert.deepEqual(found.notices, ['meldcode', 'meldplicht_bestuur'])
  assert.ok(found.hints.includes('anonymous-advice') && found.hints.includes('board-when-colleague'))
})

test('N13 English is understood, the teacher comes first', () => {
  const found = answerQuestion('my son is not happy at school who can I talk to')
  assert.equal(found.language, 'en')
  assert.equal(found.answer, 'routes')
  assert.equal(found.role, 'leerkracht')
  assert.ok(found.hints.includes('interpreter'))
})

test('N14 the school writes no referral: parents apply', () => {
  const found = answerQuestion('schrijf een doorverwijzing naar de ggz voor mij')
  assert.equal(found.answer, 'routes')
  assert.deepEqual(found.partnerTypes, ['huisarts', 'jgz', 'gem_toegang_jeugd'])
  assert.ok(found.hints.includes('parents-apply'))
})

test('an answer says why: a phrase of the bank and the words that counted', () => {
  const [reason] = answerQuestion('hij telt nog steeds op zijn vingers').why
  assert.match(reason?.phrase ?? '', /vinger/)
  assert.ok(reason?.words.includes('vingers'))
})

test('typing errors and compounds find their topic', () => {
  assert.equal(answerQuestion('hooftluis in de klas').topics[0], 'infectie_luizen')
  assert.equal(answerQuestion('dislekzie').topics[0], 'dyslexie')
  assert.equal(answerQuestion('rekenangsthaas').topics.includes('rekenen'), true)
})

test('the same question always gets the same answer, and ask says it in one line', () => {
  const line = askLine('stappen meldcode')
  assert.deepEqual(line, askLine('stappen meldcode'))
  assert.deepEqual(Object.keys(line), ['question', 'answer', 'notices', 'topics', 'role', 'partnerTypes'])
  assert.equal(line.answer, 'safety')
})

test('who asks for the card by its name gets it', () => {
  for (const question of ['meldcode', 'meldcode stappenplan', 'wat zijn de stappen van de meldcode'])
    assert.deepEqual(answerQuestion(question).notices[0], 'meldcode', question)
})

test('a story of thousands of words is answered too', () => {
  assert.equal(answerQuestion('hij telt op zijn vingers '.repeat(4000)).topics[0], 'rekenen')
})

test('ordinary lines in English and about a death are no alarm', () => {
  const stutters = answerQuestion('a child stutters')
  assert.deepEqual([stutters.topics[0], stutters.notices], ['spraak_taal', []])
  const grandfather = answerQuestion('de opa van Sem is dood')
  assert.deepEqual([grandfather.topics[0], grandfather.notices], ['rouw', []])
  for (const harmless of ['collega is ziek', 'brandoefening', 'de kleuters slaan de trommel kapot'])
    assert.deepEqual(answerQuestion(harmless).notices, [], harmless)
})

test('who asks who holds a role gets that role, and no card for it; a story around it is a question like any other', () => {
  const asked = {
    'wie is de vertrouwenspersoon': 'vertrouwenspersoon',
    'Wie is onze IB’er?': 'ib',
    'wie is hier de taalcoördinator': 'taalcoordinator',
    'waar vind ik de conciërge': 'concierge',
    "wie is BHV'er": 'preventiemedewerker',
    'who is the care coordinator': 'ib',
    vertrouwenspersoon: 'vertrouwenspersoon',
  }
  for (const [question, role] of Object.entries(asked)) {
    const answer = answerQuestion(question)
    assert.deepEqual([answer.answer, answer.role, answer.notices], ['contact', role, []], question)
  }
  assert.deepEqual(answerQuestion('wie is de aandachtsfunctionaris').notices, ['meldcode'])
  for (const story of ['wie is de vertrouwenspersoon als een collega een kind slaat', 'de conciërge slaat een kind'])
    assert.notEqual(answerQuestion(story).answer, 'contact', story)
})

test('a card at home is not answered as if it were about a colleague', () => {
  const { notices, topics } = answerQuestion('jongetje durft echt niet naar huis want papa slaat met de riem')
  assert.ok(notices.includes('meldcode') && !notices.includes('meldplicht_bestuur'), notices.join())
  assert.notEqual(topics[0], 'vermoeden_medewerker')
})
