import assert from 'node:assert/strict'
import { test } from 'node:test'
import { sql } from 'drizzle-orm'
import { actingAs, actingAsKeeper, rowsOf } from '#kit/db/database.ts'
import { engine } from '#test/engine.ts'
import { aSmallTown } from '#test/small-town.ts'
import { addColleague, addGroup } from '../actions.ts'
import { letIn } from './actions.ts'

const said = { mail: null, phone: null, deputyId: null, from: null, until: null, name: 'Nico Naast', source: 'lijst' }

test(`who joins with an account of her own stays one person, with all that was noted of her (${engine})`, async () => {
  const { db, head, neighbour, school, teacher } = await aSmallTown()
  const added = await actingAs(db, head, (tx) => addColleague(tx, head, { ...said, roles: ['ib'], days: [2, 4] }))
  assert.ok(added.ok)
  const noted = added.id
  await actingAs(db, head, (tx) => addGroup(tx, head, { name: '3', years: [3], pupils: 20, teachers: [noted] }))
  await actingAsKeeper(db, async (tx) => {
    await tx.execute(sql`update memberships set deputy_id = ${noted} where person_id = ${teacher.personId}`)
    await tx.execute(
      sql`insert into relations (school_id, name, form, levels, owner_id) values (${school}, 'Bieb', 'organisation', '{}', ${noted})`,
    )
  })
  const id = await actingAsKeeper(db, (tx) =>
    letIn(tx, {
      ...{
        organisationId: school,
        accountId: neighbour.accountId,
        name: 'Nico',
        mail: 'nico@x.nl',
        roles: ['directeur'],
      },
      ...{ source: 'x', personId: noted },
    }),
  )
  assert.equal(id, neighbour.personId)
  const [left] = await actingAsKeeper(db, (tx) =>
    rowsOf<Record<string, unknown>>(
      tx,
      sql`select (select count(*)::int from people where id = ${noted}) as noted,
        (select count(*)::int from people where name = 'Nico Naast') as twins,
        (select array_agg(roles::text || days::text) from memberships where person_id = ${id} and organisation_id = ${school}) as here,
        (select count(*)::int from group_teachers where person_id = ${id}) as teaches,
        (select count(*)::int from relations where owner_id = ${id}) as owns,
        (select count(*)::int from memberships where deputy_id = ${id}) as stands_in,
        (select count(*)::int from memberships where person_id = ${id}) as places`,
    ),
  )
  assert.deepEqual(left, {
    ...{ noted: 0, twins: 1, teaches: 1, owns: 1, stands_in: 1, places: 2 },
    here: ['{ib}{2,4}'],
  })
})

test('what she was here for before gives way to what she is noted for now; nobody with an account is taken over', async () => {
  const { db, head, neighbour, school, teacher } = await aSmallTown()
  const join = (personId: string) =>
    actingAsKeeper(db, (tx) =>
      letIn(tx, {
        ...{ organisationId: school, accountId: neighbour.accountId, name: 'N', mail: 'n@x.nl', roles: ['leerkracht'] },
        ...{ source: 'x', personId },
      }),
    )
  const rolesHere = () =>
    actingAsKeeper(db, (tx) =>
      rowsOf<{ roles: string[] }>(
        tx,
        sql`select roles from memberships where person_id = ${neighbour.personId} and organisation_id = ${school}`,
      ),
    )
  await actingAsKeeper(db, (tx) =>
    tx.execute(
      sql`insert into memberships (organisation_id, person_id, roles, days, until) values (${school}, ${neighbour.personId}, '{directeur}', '{}', '2020-01-01')`,
    ),
  )
  const again = await actingAs(db, head, (tx) => addColleague(tx, head, { ...said, roles: ['ib'], days: [1] }))
  assert.ok(again.ok)
  await join(again.id)
  assert.deepEqual(await rolesHere(), [{ roles: ['ib'] }])
  await join(teacher.personId)
  const [still] = await actingAsKeeper(db, (tx) =>
    rowsOf<{ count: number }>(
      tx,
      sql`select count(*)::int as count from memberships where person_id = ${teacher.personId}`,
    ),
  )
  assert.equal(still?.count, 1)
  assert.deepEqual(await rolesHere(), [{ roles: ['ib'] }])
})
