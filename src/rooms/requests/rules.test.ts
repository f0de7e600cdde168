import assert from 'node:assert/strict'
import { test } from 'node:test'
import { withoutPersons } from './replies/rules.ts'
import {
  answerByFor,
  canDo,
  careColleague,
  dueBy,
  isEarly,
  isOverdue,
  objectionTo,
  reminderDays,
  soundsLikeOneChild,
  stateOf,
  usualWish,
  waitsOn,
} from './rules.ts'
import type { MomentKind } from './tables.ts'

const told = (...kinds: MomentKind[]) => kinds.map((kind, place) => ({ kind, at: new Date(1000 * (place + 1)) }))

test('the state is what happened last, and what is closed stays closed', () => {
  assert.equal(stateOf(told('asked')), 'open')
  assert.equal(stateOf(told('asked', 'seen', 'note', 'reminded')), 'open')
  assert.equal(stateOf(told('asked', 'accepted')), 'accepted')
  assert.equal(stateOf(told('asked', 'declined', 'accepted')), 'accepted')
  assert.equal(stateOf(told('asked', 'answered', 'note')), 'answered')
  assert.equal(stateOf(told('asked', 'answered', 'asked_on')), 'accepted')
  assert.equal(stateOf(told('asked', 'withdrawn', 'answered')), 'withdrawn', 'an answer under way does not reopen it')
  assert.equal(stateOf(told('asked', 'accepted').reverse()), 'accepted', 'in whatever order they come')
})

test('each side sees the same thing wait, from its own side', () => {
  for (const [kinds, onAsked] of [
    [['asked'], true],
    [['asked', 'accepted'], true],
    [['asked', 'answered'], false],
    [['asked', 'declined'], false],
    [['asked', 'answered', 'asked_on'], true],
  ] as const) {
    assert.equal(waitsOn({ party: 'asked' }, told(...kinds)), onAsked ? 'me' : 'other', kinds.join())
    assert.equal(waitsOn({ party: 'asking' }, told(...kinds)), onAsked ? 'other' : 'me', kinds.join())
  }
  assert.equal(waitsOn({ party: 'asking' }, told('asked', 'done')), undefined)
})

test('late is what should have been answered, not what was', () => {
  assert.equal(isOverdue('2026-11-20', told('asked'), '2026-11-21'), true)
  assert.equal(isOverdue('2026-11-21', told('asked'), '2026-11-21'), false)
  assert.equal(isOverdue('2026-11-20', told('asked', 'answered'), '2026-11-21'), false)
})

test('who asks on after an answer gives a week for the next, and is not told at once that it is late', () => {
  const at = (day: string) => new Date(`${day}T10:00:00Z`)
  const on = [
    ...told('asked', 'answered').map((one) => ({ ...one, at: at('2026-11-18') })),
    { kind: 'asked_on' as const, at: at('2026-11-24') },
  ]
  assert.equal(dueBy('2026-11-20', on), '2026-12-01')
  assert.equal(dueBy('2026-12-20', on), '2026-12-20')
  assert.deepEqual(
    [isOverdue('2026-11-20', on, '2026-11-25'), isOverdue('2026-11-20', on, '2026-12-02')],
    [false, true],
  )
  const early = (to: 'asked' | 'asking', today: string) => isEarly(to, { answerBy: '2026-11-20', told: on, today })
  assert.deepEqual([early('asked', '2026-11-25'), early('asked', '2026-11-29')], [true, false])
  assert.deepEqual([early('asking', '2026-12-01'), early('asking', '2026-12-02')], [true, false])
  assert.equal(isEarly('asking', { answerBy: '2026-11-20', told: told('asked'), today: '2026-11-21' }), false)
})

test('nobody does what is the other’s to do, nor anything once it is closed', () => {
  assert.equal(canDo('asking', 'open', 'accepted'), false)
  assert.equal(canDo('asked', 'open', 'withdrawn'), false)
  assert.equal(canDo('asked', 'open', 'rerouted'), false)
  for (const party of ['asking', 'asked'] as const)
    for (const state of ['done', 'withdrawn', 'rerouted'] as const)
      for (const deed of ['seen', 'accepted', 'answered', 'done', 'withdrawn', 'note', 'rerouted'] as const)
        assert.equal(canDo(party, state, deed), false, `${party} ${state} ${deed}`)
})

test('an answer is due a week before the wish, on a day that a school is open', () => {
  assert.equal(usualWish('2026-11-24'), '2026-12-08')
  assert.equal(usualWish('2026-11-21'), '2026-12-07', 'a Saturday becomes Monday')
  assert.equal(answerByFor('2026-11-24', '2026-12-14'), '2026-12-07')
  assert.equal(answerByFor('2026-11-24', '2026-12-01'), '2026-11-30', 'half-way is a Saturday, so Monday')
  assert.equal(answerByFor('2026-11-24', '2026-11-25'), '2026-11-25')
  assert.equal(answerByFor('2026-11-24', '2026-11-24'), '2026-11-25')
  assert.equal(answerByFor('2026-11-24', '2027-06-01'), '2026-12-15', 'three weeks at most')
})

test('a reminder goes two days before, and not when that is today', () => {
  assert.deepEqual(reminderDays('2026-11-24', '2026-12-10'), { before: '2026-12-08', after: '2026-12-11' })
  assert.deepEqual(reminderDays('2026-11-24', '2026-11-26'), { before: undefined, after: '2026-11-27' })
})

test('a reminder that falls in a weekend waits for Monday', () => {
  assert.deepEqual(reminderDays('2026-11-24', '2026-12-07'), { before: '2026-12-07', after: '2026-12-08' })
  assert.deepEqual(reminderDays('2026-11-24', '2026-12-08'), { before: '2026-12-07', after: '2026-12-09' })
  assert.deepEqual(reminderDays('2026-11-24', '2026-12-11'), { before: '2026-12-09', after: '2026-12-14' })
})

test('what is about one child is heard, also without a name', () => {
  for (const text of [
    'Mijn leerling stottert',
    'een kind in mijn groep durft niet te zwemmen',
    'Een van mijn kleuters is vaak boos, een meisje uit groep 2',
    'zijn moeder wil een gesprek',
    'Kun je meekijken bij deze jongen?',
    'haar ouders zijn gescheiden',
    'dit kind heeft hulp nodig',
    'my pupil is my student who stutters',
    'his mother asks for help',
    'hij slaat in de klas',
  ])
    assert.equal(soundsLikeOneChild(text), true, text)
})

test('a group, the parents or the school is not one child', () => {
  for (const text of [
    'Een les over gezond eten voor groep 5',
    'Kunnen de kinderen van groep 3 op bezoek komen?',
    'Onze leerlingen lezen te weinig',
    'Hoe kunnen we ouders beter bereiken?',
    'Een middag voor het team over pesten',
    'Wil je vertellen over stotteren bij kleuters?',
    'Mogen we een boekenkist lenen over dieren?',
    'De kinderen uit groep 8 maken een krant voor hun ouders',
  ])
    assert.equal(soundsLikeOneChild(text), false, text)
})

test('grown-ups may be named in full, children never', () => {
  const adults = ['Joost Hendriks', 'Sanne ter Horst', 'Logopedie Spraakwijzer']
  assert.equal(objectionTo(['Joost Hendriks haalt je op bij de deur'], adults), undefined)
  assert.equal(objectionTo(['Mohammed haalt je op'], adults), 'names')
  assert.equal(objectionTo(['', 'voor Fatima en Sem'], adults), 'names')
  assert.equal(objectionTo(['geboren op 3-4-2018'], adults), 'birth-date')
  assert.equal(objectionTo(['over 123456782'], adults), 'bsn')
  assert.equal(objectionTo(['Een les op 12-06-2027 om 10.00'], adults), undefined)
})

test('from an answer by mail a name is taken out, a signature of hers is not', () => {
  const around = ['Sanne ter Horst', 'Joost Hendriks']
  assert.deepEqual(withoutPersons('Beste Joost,\n\nDinsdag kan.\n\nGroet, Sanne', around), {
    text: 'Beste Joost,\n\nDinsdag kan.\n\nGroet, Sanne',
    cleared: false,
  })
  const { text, cleared } = withoutPersons('Dinsdag kan.\nIk zag Mohammed ook, bsn 123456782.', around)
  assert.equal(cleared, true)
  assert.doesNotMatch(text, /Mohammed|123456782/)
  assert.match(text, /^Dinsdag kan\.\n/)
})

test('with one child one goes to the care coordinator, who is in today first; else to the head', () => {
  const staff = [
    { personId: 'h', roles: ['directeur'], days: [2] },
    { personId: 'a', roles: ['ib'], days: [4] },
    { personId: 'b', roles: ['ib'], days: [2] },
  ]
  assert.equal(careColleague(staff, 'x', '2026-11-24')?.personId, 'b')
  assert.equal(careColleague(staff, 'b', '2026-11-24')?.personId, 'a', 'not to herself')
  assert.equal(careColleague(staff.slice(0, 1), 'x', '2026-11-24')?.personId, 'h')
  assert.equal(careColleague([], 'x', '2026-11-24'), undefined)
})
