import assert from 'node:assert/strict'
import { test } from 'node:test'
import { type SQL, sql } from 'drizzle-orm'
import type { Actor } from '#kit/db/actor.ts'
import { actingAs, actingAsKeeper, rowsOf } from '#kit/db/database.ts'
import { engine } from '#test/engine.ts'
import { aSmallTown, somebody } from '#test/small-town.ts'
import { mayGive, mayManage } from './access.ts'
import { addColleague, changeColleague } from './actions.ts'

/** The office arranges nearly everything, but gives nobody the lead. */
async function aTown() {
  const town = await aSmallTown()
  const office = await somebody(town.db, town.school, 'Olga Office', ['administratie'])
  const deputy = await somebody(town.db, town.school, 'Tess Teamleider', ['teamleider'])
  return { ...town, office, deputy }
}
const said = {
  ...{ mail: null, phone: null, days: [1], deputyId: null, from: null, until: null },
  ...{ name: 'Nieuw Iemand', roles: ['leerkracht'] },
}
const add = (db: Awaited<ReturnType<typeof aTown>>['db'], me: Actor, more: Partial<typeof said> = {}) =>
  actingAs(db, me, (tx) => addColleague(tx, me, { ...said, ...more, source: 'test' }))

test('who may give which roles', () => {
  const as = (...roles: string[]) => ({ roles }) as unknown as Actor
  for (const leader of ['directeur', 'teamleider', 'bestuurder'])
    for (const role of ['directeur', 'teamleider', 'bestuurder', 'ib']) assert.ok(mayGive(as(leader), [role]))
  const office = as('administratie')
  assert.ok(mayGive(office, ['ib', 'leerkracht', 'administratie']))
  for (const role of ['directeur', 'teamleider', 'bestuurder']) {
    assert.equal(mayGive(office, [role]), false, role)
    assert.equal(mayGive(office, [], [role]), false, `nor takes ${role} away`)
    assert.equal(mayGive(office, [role, 'ib'], [role]), true, 'beside it she may give others')
  }
  const contact = as('partnercontact')
  assert.ok(mayGive(contact, ['partnercontact']))
  assert.equal(mayGive(contact, ['directeur']) || mayGive(contact, ['leerkracht']), false)
  assert.equal(mayManage(as('leerkracht'), ['leerkracht']), false)
})

test(`the office takes in colleagues, and nobody who leads (${engine})`, async () => {
  const { db, office, head, deputy } = await aTown()
  assert.ok((await add(db, office)).ok)
  for (const role of ['directeur', 'teamleider', 'bestuurder'])
    assert.deepEqual(await add(db, office, { roles: ['leerkracht', role] }), { ok: false, because: 'not-to-give' })
  assert.ok((await add(db, deputy, { roles: ['teamleider'] })).ok)
  const leads = await add(db, head, { roles: ['directeur'], mail: 'nieuw@school.example' as never })
  assert.ok(leads.ok)
  const change = (me: Actor, more: object) =>
    actingAs(db, me, (tx) =>
      changeColleague(tx, me, leads.id, {
        ...{ ...said, roles: ['directeur'], mail: 'nieuw@school.example', ...more },
      }),
    )
  for (const more of [
    { mail: 'olga@thuis.example' },
    { roles: ['leerkracht'] },
    { roles: ['directeur', 'bestuurder'] },
    { until: '2026-11-20' },
    { from: '2030-01-01' },
  ])
    assert.deepEqual(await change(office, more), { ok: false, because: 'not-to-give' }, JSON.stringify(more))
  assert.ok((await change(office, { days: [2] })).ok, 'her days the office may note')
  assert.ok((await change(head, { mail: 'anders@school.example' })).ok)
})

test(`nor by way of the database itself (${engine})`, async () => {
  const { db, school, office, head, teacher, therapist, partner } = await aTown()
  const [noted] = await actingAsKeeper(db, async (tx) => {
    const rows = await rowsOf<{ id: string }>(
      tx,
      sql`insert into people (name, mail, source, noted_by) values ('Dirk Directeur', 'dirk@school.example', 'test', ${school}) returning id`,
    )
    await tx.execute(
      sql`insert into memberships (organisation_id, person_id, roles, days) values (${school}, ${rows[0]!.id}, '{directeur}', '{}')`,
    )
    return rows
  })
  const refused = async (me: Actor, statement: SQL, what: string) =>
    assert.rejects(
      actingAs(db, me, (tx) => tx.execute(statement)),
      (fault: Error) => /is said by|is invited by|one gives what/.test(String(fault.cause)),
      what,
    )
  const her = sql`organisation_id = ${school} and person_id`
  await refused(office, sql`update memberships set roles = '{directeur}' where ${her} = ${office.personId}`, 'herself')
  await refused(
    office,
    sql`update memberships set roles = '{teamleider,leerkracht}' where ${her} = ${teacher.personId}`,
    'a colleague',
  )
  await refused(office, sql`update memberships set roles = '{}' where ${her} = ${head.personId}`, 'the head, no longer')
  await refused(
    office,
    sql`update memberships set until = '2020-01-01' where ${her} = ${head.personId}`,
    'the head, ended',
  )
  await refused(office, sql`delete from memberships where ${her} = ${head.personId}`, 'the head, gone')
  await refused(
    office,
    sql`update people set mail = 'olga@thuis.example' where id = ${noted!.id}`,
    'her letter, elsewhere',
  )
  await refused(
    office,
    sql`insert into invitations (organisation_id, person_id, mail, token_digest, expires_at) values (${school}, ${noted!.id}, 'olga@thuis.example', 'x', now() + interval '1 day')`,
    'an invitation to lead',
  )
  const own = sql`organisation_id = ${partner} and person_id = ${therapist.personId}`
  await refused(therapist, sql`update memberships set roles = '{partnercontact,directeur}' where ${own}`, 'a partner')
  await refused(
    therapist,
    sql`update memberships set roles = '{partnercontact,leerkracht}' where ${own}`,
    'a partner, a teacher',
  )
  await actingAs(db, office, (tx) =>
    tx.execute(sql`update memberships set days = '{3}' where ${her} = ${head.personId}`),
  )
  await actingAs(db, head, (tx) =>
    tx.execute(sql`update memberships set roles = '{leerkracht,teamleider}' where ${her} = ${teacher.personId}`),
  )
})
