import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Day } from '#kit/time/day.ts'
import type { Colleague } from '#rooms/people/door.ts'
import { topics } from '#rooms/trade/door.ts'
import { emptyAnswer } from './answer/answer.ts'
import type { PartnerLine } from './queries.ts'
import {
  allAway,
  answerOfTopic,
  asShown,
  carriesSafetyLine,
  contactFor,
  contactsFor,
  echoOf,
  gapOf,
  groupToday,
  inFirst,
  inHerPlace,
  isCrowd,
  isTheBoards,
  knownTopics,
  missingTypes,
  oneOfEach,
  parentsApply,
  quietOne,
  schoolDay,
  shortly,
  subjectsOf,
  type Topic,
  telOf,
  tenOf,
} from './rules.ts'

const tuesday = '2026-11-24'
const colleague = (name: string, roles: string[], days: number[] = [], more: Partial<Colleague> = {}): Colleague => ({
  personId: name,
  membershipId: name,
  name,
  mail: null,
  phone: null,
  roles,
  days,
  deputyId: null,
  deputy: null,
  from: null,
  until: null,
  source: '',
  hasAccount: false,
  language: null,
  ...more,
})
const line = (id: string, more: Partial<PartnerLine> = {}): PartnerLine => ({
  id,
  name: id,
  type: null,
  phone: null,
  ownerId: null,
  owner: null,
  deputyId: null,
  deputy: null,
  faces: [],
  ...more,
})
const topic = (id: string): Topic => knownTopics([id])[0] as Topic

test('of several who hold a role, whoever works today comes first', () => {
  const all = [colleague('Anouk', ['ib'], [1]), colleague('Bram', ['ib'], [2]), colleague('Chris', ['directeur'], [2])]
  assert.deepEqual(
    contactFor('ib', all, tuesday).people.map((one) => one.name),
    ['Bram', 'Anouk'],
  )
})

test('without anybody in the role, the fallback answers, and the page can say so', () => {
  const contact = contactFor('rekencoordinator', [colleague('Bram', ['ib'])], tuesday)
  assert.deepEqual([contact.asked, contact.role, gapOf(contact)], ['rekencoordinator', 'ib', 1])
  assert.equal(gapOf(contactFor('rekencoordinator', [], tuesday)), 0)
})

test('who comes next month or has left is not named', () => {
  const all = [
    colleague('Nieuw', ['ib'], [2], { from: '2026-12-01' }),
    colleague('Weg', ['ib'], [2], { until: '2026-11-23' }),
  ]
  assert.equal(contactFor('ib', all, tuesday).people.length, 0)
})

test('the school’s own choice goes before the usual role, a parent’s role before both', () => {
  const all = [colleague('Anouk', ['ib']), colleague('Bram', ['taalcoordinator']), colleague('Juf', ['leerkracht'])]
  const about = { topic: topic('dyslexie'), answer: emptyAnswer('routes'), route: undefined }
  assert.equal(contactsFor(about, all, tuesday)[0]?.role, 'ib')
  assert.equal(contactsFor({ ...about, route: { role: 'taalcoordinator' } }, all, tuesday)[0]?.role, 'taalcoordinator')
  const parent = contactsFor({ ...about, answer: { role: 'ib', parentRole: 'leerkracht' } }, all, tuesday)
  assert.deepEqual(
    parent.map((contact) => contact.role),
    ['leerkracht', 'ib'],
  )
})

test('where many teach, the role is named and somebody after it', () => {
  const teachers = ['A', 'B', 'C', 'D'].map((name) => colleague(name, ['leerkracht']))
  const [first, second] = contactsFor(
    { topic: topic('slaap'), answer: emptyAnswer('routes'), route: undefined },
    [...teachers, colleague('Ineke', ['ib'])],
    tuesday,
  )
  assert.ok(first && isCrowd(first))
  assert.equal(second?.people[0]?.name, 'Ineke')
})

test('a topic with a card of its own is that card only; data of a child is privacy', () => {
  assert.deepEqual(
    [answerOfTopic(topic('huiselijk_geweld')).answer, answerOfTopic(topic('huiselijk_geweld')).notices],
    ['safety', ['meldcode']],
  )
  assert.equal(answerOfTopic(topic('gezag_privacy')).answer, 'privacy')
  assert.equal(answerOfTopic(topic('dyslexie')).answer, 'routes')
  assert.equal(asShown({ ...emptyAnswer('routes'), lines: ['privacy_stop'] }).answer, 'privacy')
  for (const one of topics) assert.equal(answerOfTopic(one).topics[0], one.id)
})

test('a doubt about a colleague without its card is asked back, with the fixed line', () => {
  const unsure = asShown({
    ...emptyAnswer('routes'),
    topics: ['vermoeden_medewerker', 'agressie'],
    level: ['organisation'],
  })
  assert.deepEqual([unsure.answer, unsure.clarify?.length, carriesSafetyLine(unsure)], ['clarify', 2, true])
  const sure = asShown({ ...emptyAnswer('routes'), topics: ['vermoeden_medewerker'], notices: ['meldplicht_bestuur'] })
  assert.equal(sure.answer, 'routes', 'the page names nobody then')
})

test('every answer that may be about a child carries the fixed line', () => {
  assert.equal(carriesSafetyLine({ ...emptyAnswer('routes'), level: ['pupil', 'group'] }), true)
  assert.equal(carriesSafetyLine(emptyAnswer('none')), true)
  assert.equal(carriesSafetyLine(emptyAnswer('clarify')), true)
  assert.equal(carriesSafetyLine({ ...emptyAnswer('routes'), level: ['organisation'] }), false)
  assert.equal(carriesSafetyLine({ ...emptyAnswer('routes'), level: ['organisation'], notices: ['acuut'] }), true)
})

test('the box is not filled again after a name or a card', () => {
  assert.equal(echoOf('dyslexie', emptyAnswer('routes')), 'dyslexie')
  assert.equal(echoOf('Sem leest niet', { ...emptyAnswer('routes'), warnings: ['names'] }), '')
  assert.equal(echoOf('hij slaat', { ...emptyAnswer('routes'), notices: ['meldcode'] }), '')
})

test('parents apply themselves where care is meant for one child', () => {
  assert.equal(parentsApply({ hints: [], level: ['pupil'], partnerTypes: ['logopedist'] }), true)
  assert.equal(parentsApply({ hints: [], level: ['group'], partnerTypes: ['jgz'] }), false)
  assert.equal(parentsApply({ hints: [], level: ['pupil'], partnerTypes: ['bibliotheek'] }), false)
})

test('roles are said short, numbers are dialled bare', () => {
  assert.equal(shortly('Intern begeleider of kwaliteitscoördinator'), 'intern begeleider')
  assert.equal(shortly('ICT-coördinator of media-coach'), 'ICT-coördinator')
  assert.equal(shortly("Cultuurcoördinator (icc'er) of cultuurbegeleider"), 'cultuurcoördinator')
  assert.equal(shortly('Veilig Thuis'), 'Veilig Thuis')
  assert.equal(telOf('0800-2000'), 'tel:08002000')
})

test('my ten contacts: what I hold, what I stand in for, then my topics; ten at most', () => {
  const me = { personId: 'me', roles: ['cultuurcoordinator'] }
  const lines = [
    line('niets', { type: 'huisarts' }),
    line('museum', { type: 'museum_theater' }),
    line('inval', { deputyId: 'me' }),
    line('mijn', { ownerId: 'me' }),
  ]
  assert.deepEqual(
    tenOf(lines, me, topics).map((one) => one.id),
    ['mijn', 'inval', 'museum'],
  )
  const many = Array.from({ length: 14 }, (_, at) => line(`l${at}`, { ownerId: 'me' }))
  assert.equal(tenOf(many, me, topics).length, 10)
})

test('subject, role, person: gaps come first', () => {
  const subjects = subjectsOf(
    topics,
    [{ topic: 'dyslexie', role: 'taalcoordinator' }],
    [colleague('T', ['taalcoordinator'])],
    tuesday,
  )
  assert.equal(subjects.length, topics.length)
  assert.equal(gapOf(subjects[0]?.contact ?? assert.fail()), 0)
  const own = subjects.find((subject) => subject.topic.id === 'dyslexie')
  assert.deepEqual([own?.own, own?.contact.people[0]?.name], [true, 'T'])
})

test('where the board is first no school has a gap, and nobody answers in its place', () => {
  const ofBoard = topics.filter(({ first_role }) => first_role === 'bestuurder')
  assert.ok(ofBoard.length > 0)
  for (const colleagues of [[], [colleague('D', ['directeur'])]])
    for (const { contact } of subjectsOf(ofBoard, [], colleagues, tuesday))
      assert.deepEqual([isTheBoards(contact), gapOf(contact)], [true, 2])
  const trustee = subjectsOf(ofBoard, [], [colleague('B', ['bestuurder'])], tuesday)
  assert.equal(isTheBoards(trustee[0]?.contact ?? assert.fail()), false)
})

test('who teaches a group today, and who is off', () => {
  const group = {
    name: '5A',
    teachers: [
      { personId: 'An', name: 'An', days: [1] },
      { personId: 'Bo', name: 'Bo', days: [2] },
      { personId: 'Cas', name: 'Cas', days: [] },
    ],
  }
  assert.deepEqual(groupToday(group, tuesday), { name: '5A', today: ['Bo', 'Cas'], away: ['An'] })
})

test('one of each role, nobody twice, in today first', () => {
  const all = [colleague('Dirk', ['directeur', 'ib'], [1]), colleague('Ineke', ['ib'], [2])]
  const held = oneOfEach(['directeur', 'ib'], all, tuesday)
  assert.deepEqual(
    held.map((one) => one.colleague.name),
    ['Dirk', 'Ineke'],
  )
  const small = oneOfEach(['directeur', 'ib'], [colleague('Dirk', ['directeur', 'ib'])], tuesday)
  assert.deepEqual(
    small.map((one) => one.roles),
    [['directeur', 'ib']],
  )
  assert.deepEqual(
    inFirst(held, tuesday).map((one) => one.colleague.name),
    ['Ineke', 'Dirk'],
  )
})

test('away are they only when it is known of all of them', () => {
  const held = (...days: number[][]) =>
    days.map((of, place) => ({ colleague: colleague(String(place), ['ib'], of), roles: ['ib'] }))
  assert.equal(allAway(held([1], [3, 4]), tuesday), true)
  assert.equal(allAway(held([1], [2]), tuesday), false)
  assert.equal(allAway(held([1], []), tuesday), false, 'her days are not known: she may be there')
  assert.equal(allAway([], tuesday), false)
})

test('in place of an officer who is off come the others, and nobody twice', () => {
  const all = [colleague('Dirk', ['directeur'], [1]), colleague('Ineke', ['ib', 'aandachtsfunctionaris'], [1])]
  const people = {
    officer: contactFor('aandachtsfunctionaris', all, tuesday),
    heads: oneOfEach(['directeur', 'ib'], all, tuesday),
  }
  const names = (day: Day) => inHerPlace(people, day).map((one) => one.colleague.name)
  assert.deepEqual(names(tuesday), ['Dirk'])
  assert.deepEqual(names('2026-11-23'), [], 'on Monday she is in herself')
})

test('only kinds we know and have nobody of are missing', () => {
  assert.deepEqual(missingTypes(['logopedist', 'jgz', 'verzonnen'], [line('x', { type: 'jgz' })]), ['logopedist'])
})

test('a sheet made at the weekend is for Monday', () => {
  assert.deepEqual(['2026-11-20', '2026-11-21', '2026-11-22'].map(schoolDay), [
    '2026-11-20',
    '2026-11-23',
    '2026-11-23',
  ])
})

test('of several, the first alternative that nobody turned to lately is marked, and no more than that one', () => {
  const old = {
    ...{ obligation: null, assuredOn: null, since: '2020-01-01', addedOn: '2020-01-01', lastTip: null },
    isPresent: false,
  }
  const [first, busy, quiet, also] = [
    { used: old },
    { used: { ...old, lastTip: '2026-11-01' } },
    { used: old },
    { used: old },
  ]
  const today = '2026-11-21'
  assert.equal(quietOne([first, busy, quiet, also], today), quiet)
  assert.equal(quietOne([first], today), undefined, 'alone it is no alternative')
  assert.equal(quietOne([first, busy], today), undefined)
  assert.equal(
    quietOne([first, { used: { ...old, obligation: 'law' as const } }], today),
    undefined,
    'the law is no choice',
  )
  assert.equal(quietOne([], today), undefined)
})
