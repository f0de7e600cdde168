import assert from 'node:assert/strict'
import { test } from 'node:test'
import { chanceOf } from '#kit/chance/chance.ts'
import {
  type Candidate,
  countsOf,
  fallsOnFor,
  fallsTo,
  hasFallen,
  mostProposed,
  stateOf,
  staysAfter,
  successorFor,
} from './rules.ts'

const one = (personId: string, roles: string[] = ['leerkracht'], more: Partial<Candidate> = {}): Candidate => ({
  ...{ personId, name: personId, roles, deputyId: null, until: null, lines: 0 },
  ...more,
})
const head = one('hoofd', ['directeur'])
const carla = one('carla', ['cultuurcoordinator'], { deputyId: 'joost' })

test('who stands in for the line is asked first, then who stands in for her', () => {
  const stay = [head, one('joost'), one('fenna')]
  assert.equal(successorFor({ next: 'fenna' }, carla, stay), 'fenna')
  assert.equal(successorFor({ next: null }, carla, stay), 'joost')
  assert.equal(successorFor({ next: 'weg' }, carla, stay), 'joost', 'not who is gone herself')
})

test('else who has the same task, with the fewest lines; else who leads', () => {
  const alone = { ...carla, deputyId: null }
  const [busy, calm] = [one('a', ['cultuurcoordinator'], { lines: 9 }), one('b', ['cultuurcoordinator'], { lines: 2 })]
  assert.equal(successorFor({}, alone, [head, busy, calm]), 'b')
  assert.equal(successorFor({}, one('x', ['concierge']), [head, one('c')]), 'hoofd')
})

test('a task goes by its own fallbacks, not by who stands in for her', () => {
  const ib = one('ib', ['ib'])
  assert.equal(successorFor({ roles: ['aandachtsfunctionaris', 'ib'] }, carla, [head, one('joost'), ib]), 'ib')
})

test('on her last day she is still there, the day after she is not', () => {
  const leaves = one('y', ['leerkracht'], { until: '2026-12-18' })
  assert.deepEqual(staysAfter([leaves], '2026-12-17'), [leaves])
  assert.deepEqual(staysAfter([leaves], '2026-12-18'), [])
})

test('who leaves is asked about until her last day, who is away from tomorrow on', () => {
  assert.equal(fallsOnFor({ lasting: true, lastDay: '2026-12-18' }, '2026-11-23'), '2026-12-18')
  assert.equal(fallsOnFor({ lasting: true, lastDay: '2026-11-01' }, '2026-11-23'), '2026-11-23')
  assert.equal(fallsOnFor({ lasting: false, lastDay: '2026-11-22' }, '2026-11-23'), '2026-11-24')
})

test('an answer counts for the asking it came after, and for who was asked', () => {
  const at = (hour: number) => new Date(Date.UTC(2026, 10, 23, hour))
  const asked = { successorId: 'a', askedAt: at(9), goneAt: null }
  assert.equal(stateOf({ successorId: null, askedAt: null, goneAt: null }, []), 'open')
  assert.equal(stateOf(asked, []), 'asked')
  assert.equal(stateOf(asked, [{ personId: 'a', accepted: false, at: at(10) }]), 'declined')
  assert.equal(stateOf(asked, [{ personId: 'a', accepted: false, at: at(8) }]), 'asked', 'asked again')
  assert.equal(stateOf(asked, [{ personId: 'b', accepted: true, at: at(10) }]), 'asked', 'another said yes')
  assert.equal(stateOf({ ...asked, goneAt: at(11) }, []), 'gone')
})

test('it has fallen when it lies with another than who said yes', () => {
  assert.equal(hasFallen({ fromId: 'x', holderId: 'x', successorId: 'a' }, 'asked'), false)
  assert.equal(hasFallen({ fromId: 'x', holderId: 'h', successorId: 'a' }, 'asked'), true)
  assert.equal(hasFallen({ fromId: 'x', holderId: 'a', successorId: 'a' }, 'accepted'), false)
})

test('the sitting counts what is done, what is asked, and what waits on who holds it', () => {
  assert.deepEqual(countsOf(['open', 'asked', 'declined', 'accepted', 'gone']), {
    all: 5,
    done: 2,
    waiting: 1,
    mine: 2,
  })
  const [a, b] = [one('a'), one('b')]
  assert.deepEqual(mostProposed([{ proposal: 'b' }, { proposal: 'a' }, { proposal: 'b' }], [a, b, head]), [b, a])
})

test('as long as one colleague stays, everything has somewhere to go, and never to her who goes', () => {
  const chance = chanceOf('successors')
  const roles = ['leerkracht', 'ib', 'directeur', 'concierge', 'ict', 'teamleider', 'cultuurcoordinator']
  for (let round = 0; round < 500; round += 1) {
    const staff = Array.from({ length: chance.between(2, 7) }, (_, at) =>
      one(`p${at}`, [chance.pick(roles), chance.pick(roles)], {
        lines: chance.between(0, 9),
        deputyId: `p${chance.between(0, 9)}`,
      }),
    )
    const leaver = staff[0]!
    const stay = staff.filter(() => chance.between(0, 3) > 0)
    const others = stay.filter((person) => person !== leaver)
    const next = chance.between(0, 1) ? `p${chance.between(0, 9)}` : null
    const to = successorFor({ next }, leaver, stay)
    const falls = fallsTo({ nextId: next }, { personId: leaver.personId, heldBy: `p${chance.between(0, 9)}` }, stay)
    for (const found of [to, falls])
      assert.equal(
        others.some(({ personId }) => personId === found),
        others.length > 0,
        `round ${round}: ${found}`,
      )
  }
})
