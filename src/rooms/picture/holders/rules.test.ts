import assert from 'node:assert/strict'
import { test } from 'node:test'
import { type Colleague, divisionOf, type Held, manyLines } from './rules.ts'

const colleague = (personId: string, more: Partial<Colleague> = {}): Colleague => ({
  ...{ personId, name: personId, roles: ['leerkracht'], from: null },
  ...more,
})
const line = (id: string, ownerId: string | null, deputyId: string | null = null): Held => ({
  ...{ id, name: id, ownerId, deputyId },
})
const divided = (lines: Held[], colleagues: Colleague[]) =>
  divisionOf(lines, colleagues, { today: '2026-11-21', works: ({ roles }) => roles.includes('leerkracht') })
const ids = (list: readonly { id?: string; personId?: string }[]) => list.map(({ id, personId }) => id ?? personId)

test('what nobody holds, what one holds alone, and who has none', () => {
  const { unheld, alone, knowNobody, each } = divided(
    [line('a', 'ans'), line('b', 'ans', 'bo'), line('c', null, 'bo'), line('d', null)],
    [colleague('ans'), colleague('bo'), colleague('cor')],
  )
  assert.deepEqual([ids(unheld), ids(alone), ids(knowNobody)], [['c', 'd'], ['a'], ['cor']])
  assert.deepEqual(
    each.map(({ personId, holds, standsIn }) => [personId, ids(holds), ids(standsIn)]),
    [
      ['ans', ['a', 'b'], []],
      ['bo', [], ['b', 'c']],
    ],
  )
})

test('nobody stands first for having more: colleagues keep the order of the alphabet', () => {
  const lines = Array.from({ length: manyLines }, (_, at) => line(`l${at}`, 'zus'))
  const { each, full } = divided([line('a', 'ans'), ...lines], [colleague('ans'), colleague('zus')])
  assert.deepEqual([ids(each), ids(full)], [['ans', 'zus'], ['zus']])
  assert.deepEqual(ids(divided(lines.slice(1), [colleague('zus')]).full), [])
})

test('who does not work here, or not yet, is not asked to know anybody', () => {
  const { knowNobody } = divided([], [colleague('mr', { roles: ['mr'] }), colleague('nieuw', { from: '2027-01-01' })])
  assert.deepEqual(knowNobody, [])
})
