import assert from 'node:assert/strict'
import { test } from 'node:test'
import { actingAs } from '#kit/db/database.ts'
import { aSmallTown } from '#test/small-town.ts'
import { groupsOf } from '../queries.ts'
import { takeGroups } from './actions.ts'

test('a list of groups takes the teachers we know, however written, and counts those we do not', async () => {
  const { db, head, school } = await aSmallTown()
  const row = (line: number, name: string, teachers: string[]) => ({
    ...{ line, name, teachers, years: [3], pupils: 20, room: '' },
  })
  const list = [row(2, '3', ['joris']), row(3, '4', ['Els', 'INEKE BEGELEIDER', 'Karin'])]
  const take = () => actingAs(db, head, (tx) => takeGroups(tx, head, list, { today: '2026-11-21' }))
  assert.deepEqual(await take(), { ok: true, added: 2, unknown: 2 })
  const groups = await actingAs(db, head, (tx) => groupsOf(tx, school))
  assert.deepEqual(
    groups.map(({ name, teachers }) => [name, ...teachers.map((one) => one.name)]),
    [
      ['3', 'Joris Juf'],
      ['4', 'Ineke Begeleider'],
    ],
  )
  assert.deepEqual(await take(), { ok: true, added: 0, unknown: 0 }, 'a group that is here stays as it is')
})
