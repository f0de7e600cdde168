import assert from 'node:assert/strict'
import { test } from 'node:test'
import { type Colleague, type Line, organogramOf } from './rules.ts'

const trade = {
  roles: [{ id: 'directeur' }, { id: 'ib' }, { id: 'leerkracht' }],
  topics: [{ first_role: 'ib', also_roles: ['directeur'], partners: ['logopedist'] }],
}
const colleague = (personId: string, roles: string[], from: string | null = null): Colleague => ({
  ...{ personId, name: personId, roles, days: [], deputy: null, hours: null, from },
})
const line = (id: string, type: string | null, ownerId: string | null): Line => ({ id, name: id, type, ownerId })
const drawn = (colleagues: Colleague[], lines: Line[]) => {
  const { branches, unheld } = organogramOf({ colleagues, lines, today: '2026-11-21' }, trade)
  return {
    branches: branches.map(({ role, holders, others }) => [
      role,
      holders.map(({ name, lines: mine }) => `${name}: ${mine.map(({ id }) => id)}`),
      others,
    ]),
    unheld: unheld.map(({ id }) => id),
  }
}

test('a line stands under the role that is asked first about such a partner', () => {
  assert.deepEqual(
    drawn(
      [colleague('ans', ['leerkracht', 'ib'])],
      [line('logopedie', 'logopedist', 'ans'), line('buurman', null, 'ans')],
    ),
    {
      branches: [
        ['ib', ['ans: logopedie,buurman'], []],
        ['leerkracht', [], ['ans']],
      ],
      unheld: [],
    },
  )
  assert.deepEqual(drawn([colleague('bo', ['directeur', 'leerkracht'])], [line('l', 'logopedist', 'bo')]).branches[0], [
    'directeur',
    ['bo: l'],
    [],
  ])
})

test('every line stands once, and one of nobody or of who has left stands apart', () => {
  const lines = [line('a', 'logopedist', 'ans'), line('b', null, null), line('c', null, 'weg')]
  const { branches, unheld } = drawn(
    [colleague('ans', ['directeur', 'ib']), colleague('later', ['ib'], '2027-01-01')],
    lines,
  )
  assert.deepEqual(unheld, ['b', 'c'])
  assert.equal(JSON.stringify(branches).match(/: a/g)?.length, 1)
  assert.doesNotMatch(JSON.stringify(branches), /later/)
})
