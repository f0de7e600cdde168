import assert from 'node:assert/strict'
import { before, test } from 'node:test'
import { type SQL, sql } from 'drizzle-orm'
import type { Actor } from '#kit/db/actor.ts'
import { actingAs, actingAsGuest, actingAsKeeper, actingAsMachine, rowsOf, type Tx } from '#kit/db/database.ts'
import { engine } from '#test/engine.ts'
import { aSmallTown } from '#test/small-town.ts'
import { makeIntegration, revokeIntegration } from './actions.ts'
import { digestOf, type Scope, scopes } from './rules.ts'

let town: Awaited<ReturnType<typeof aSmallTown>>
let made: { id: string; token: string }
before(async () => {
  town = await aSmallTown()
  const said = { name: 'Rooster', scopes: [...scopes], expiresOn: '2027-01-01' }
  const outcome = await actingAs(town.db, town.head, (tx) => makeIntegration(tx, town.head, said, '2026-11-21'))
  assert.ok(outcome.ok)
  made = outcome
})

const refused = (error: Error & { cause?: { code?: string } }) => error.cause?.code === '42501'
const denied = (work: Promise<unknown>) => assert.rejects(work, refused)
const count = async (as: Promise<unknown[]>) => (await as).length
const as = (who: Actor, statement: SQL) => actingAs(town.db, who, (tx) => rowsOf(tx, statement))
const row = (who: Actor, over: { person?: string; account?: string; organisation?: string; until?: string } = {}) =>
  sql`insert into integrations (organisation_id, name, scopes, person_id, account_id, token_digest, expires_on)
    values (${over.organisation ?? who.organisationId}, 'X', '{}', ${over.person ?? who.personId}, ${over.account ?? who.accountId},
    ${crypto.randomUUID()}, ${over.until ?? '2027-01-01'})`

test(`tokens: heads, board and contact persons make their own and see those of their place (${engine})`, async () => {
  const all = sql`select 1 from integrations`
  for (const [who, seen] of [
    [town.head, 1],
    [town.teacher, 0],
    [town.ib, 0],
    [town.neighbour, 0],
    [town.therapist, 0],
    [town.trustee, 0],
  ] as const)
    assert.equal(await count(as(who, all)), seen, who.accountId)
  for (const who of [town.teacher, town.ib]) await denied(as(who, row(who)))
  for (const who of [town.neighbour, town.therapist, town.trustee]) await as(who, row(who))
})

test('nobody makes a token that acts as somebody else, for another place, or for more than a year', async () => {
  const { head, teacher, neighbour } = town
  await denied(as(head, row(head, { person: teacher.personId })))
  await denied(as(head, row(head, { account: teacher.accountId })))
  await denied(as(head, row(head, { organisation: neighbour.organisationId })))
  await assert.rejects(as(head, row(head, { until: '2031-01-01' })))
})

test('afterwards a token can be revoked, and not made to be another', async () => {
  const { head, neighbour, teacher } = town
  for (const change of [
    sql`scopes = '{}'`,
    sql`token_digest = 'x'`,
    sql`expires_on = '2027-02-02'`,
    sql`person_id = ${teacher.personId}`,
  ])
    await denied(as(head, sql`update integrations set ${change}`))
  assert.equal(
    await count(as(neighbour, sql`update integrations set revoked_at = now() where id = ${made.id} returning 1`)),
    0,
  )
  await denied(
    as(head, sql`delete from integrations returning 1`)
      .then((rows) => assert.equal(rows.length, 0))
      .then(() => as(teacher, row(teacher))),
  )
})

test('a guest finds the token she brings and no other, and leaves only the day', async () => {
  const guest = (key: string, statement: SQL) => actingAsGuest(town.db, key, (tx) => rowsOf(tx, statement))
  const [all, key] = [sql`select id from integrations`, digestOf(made.token)]
  assert.deepEqual(await guest(key, all), [{ id: made.id }])
  for (const other of ['', digestOf('kl_guess'), made.token]) assert.deepEqual(await guest(other, all), [])
  await guest(key, sql`update integrations set last_used_on = '2026-11-21'`)
  for (const change of [sql`scopes = '{}'`, sql`expires_on = '2027-02-02'`, sql`revoked_at = null`])
    await denied(guest(key, sql`update integrations set ${change}`))
  await denied(guest(key, sql`delete from integrations`))
})

/** What one scope opens, as the database sees it: the list of db/ground/machines.sql, said once more. */
const opens: Record<Scope, { sees: string[]; adds: string[] }> = {
  'school:read': { sees: ['bell_times', 'groups', 'spaces'], adds: [] },
  'people:read': { sees: ['group_teachers', 'memberships', 'people', 'role_cards'], adds: [] },
  'partners:read': { sees: ['answers', 'profiles', 'reasons', 'relations'], adds: [] },
  'partners:write': { sees: ['memberships'], adds: ['answers', 'reasons', 'relations'] },
  'contacts:read': { sees: ['faces'], adds: [] },
  'contacts:write': { sees: [], adds: ['faces'] },
  'presence:read': { sees: ['presences'], adds: [] },
  'presence:write': { sees: ['spaces'], adds: ['presences'] },
  'requests:read': { sees: ['request_moments', 'requests'], adds: [] },
  'requests:write': { sees: [], adds: ['request_moments', 'requests'] },
  'signpost:ask': { sees: ['routes'], adds: [] },
  'network:read': { sees: ['omissions', 'tips'], adds: [] },
  'sharing:read': { sees: ['offer_schools', 'offers', 'takings'], adds: [] },
  'parents:read': {
    sees: ['parent_addresses', 'parent_names', 'parent_offers', 'parent_pages', 'parent_topics'],
    adds: [],
  },
  'parents:write': { sees: [], adds: ['parent_offers'] },
  'takeovers:read': { sees: ['takeover_rows', 'takeovers'], adds: [] },
  'agreements:read': { sees: ['agreements', 'aims', 'contact_moments', 'keepings', 'manners'], adds: [] },
  'agreements:write': { sees: [], adds: ['agreements', 'aims', 'contact_moments', 'keepings'] },
  'plans:read': {
    sees: ['choices', 'decisions', 'plan_bounds', 'proposals', 'restraints', 'vision_points'],
    adds: [],
  },
  'plans:write': { sees: [], adds: ['proposals'] },
  'meetings:read': {
    sees: ['meeting_answers', 'meeting_dates', 'meeting_invitees', 'meeting_options', 'meetings'],
    adds: [],
  },
  'meetings:write': { sees: [], adds: ['meeting_addresses', 'meeting_invitees', 'meeting_links', 'meetings'] },
  'days:read': { sees: ['school_days', 'school_regions'], adds: [] },
  'days:write': { sees: [], adds: ['school_days'] },
  'handovers:read': {
    sees: ['handover_answers', 'handover_items', 'handovers', 'parting_answers', 'parting_links', 'partings'],
    adds: [],
  },
  'rounds:read': { sees: ['round_decisions', 'rounds'], adds: [] },
  'occasions:read': { sees: ['occasion_guests', 'occasions'], adds: [] },
  'signals:read': { sees: ['involvements', 'line_funds', 'line_steps', 'resolutions', 'signal_rests'], adds: [] },
  'playbooks:read': { sees: ['playbook_partners', 'playbook_tasks', 'playbooks'], adds: [] },
  'circles:read': { sees: ['circle_members', 'circle_partners', 'circles'], adds: [] },
}
const forAll = { sees: ['machine_replies', 'organisations'], adds: ['machine_replies', 'outbox'] }

test('each scope × every table: the database itself opens what the list says and nothing else', async () => {
  const policies = await actingAsKeeper(town.db, (tx) =>
    rowsOf<{ name: string; cmd: string; test: string }>(
      tx,
      sql`select tablename as name, cmd, coalesce(qual, with_check) as test from pg_policies
        where schemaname = 'public' and permissive = 'RESTRICTIVE' and roles @> array['house_machine'::name]`,
    ),
  )
  const tables = await actingAsKeeper(town.db, (tx) =>
    rowsOf<{ name: string }>(tx, sql`select tablename as name from pg_tables where schemaname = 'public'`),
  )
  for (const { name } of tables)
    for (const cmd of ['SELECT', 'INSERT', 'UPDATE', 'DELETE'])
      assert.equal(policies.filter((one) => one.name === name && one.cmd === cmd).length, 1, `${cmd} ${name}`)
  for (const scope of scopes) {
    const { sees, adds } = opens[scope]
    const answers = async (cmd: string, open: readonly string[]) => {
      const found = await holdingFor(
        scope,
        policies.filter((policy) => policy.cmd === cmd),
      )
      assert.deepEqual(found, [...open].sort(), `${scope} ${cmd}`)
    }
    await answers('SELECT', [...sees, ...forAll.sees])
    await answers('INSERT', [...adds, ...forAll.adds])
    for (const cmd of ['UPDATE', 'DELETE']) await answers(cmd, [...adds, 'machine_replies'])
  }
})

const machine = <T>(scope: string, work: (tx: Tx) => Promise<T>) =>
  actingAsMachine(town.db, town.head, { scopes: [scope], via: made.id }, work)
/** Of which tables this condition holds for a token with this scope: all asked at once. */
async function holdingFor(scope: string, policies: readonly { name: string; test: string }[]): Promise<string[]> {
  const each = policies.map(({ name, test }) => `(${test}) as "${name}"`).join(', ')
  const [found] = await machine(scope, (tx) => rowsOf<Record<string, boolean | null>>(tx, sql`select ${sql.raw(each)}`))
  return Object.keys(found ?? {})
    .filter((name) => found?.[name] === true)
    .sort()
}

test('and it is so: by plain SQL a token sees and writes as far as its scope, never further than its maker', async () => {
  const { head, other, teacher } = town
  const seen = (scope: string, table: string) =>
    machine(scope, (tx) => rowsOf(tx, sql`select 1 from ${sql.identifier(table)}`)).then(({ length }) => length)
  assert.ok((await seen('people:read', 'people')) > 1)
  for (const scope of scopes.filter((one) => one !== 'people:read')) assert.equal(await seen(scope, 'people'), 0, scope)
  for (const table of ['integrations', 'webhooks', 'invitations'])
    for (const scope of scopes) assert.equal(await seen(scope, table), 0, `${scope} ${table}`)
  // Nor does she hear, by what a member may ask of it, how long the trail is or which ids stand in it.
  const asked = sql`select house_newest_link(${head.organisationId})::int as newest,
    (select count(*)::int from house_mentions(${head.organisationId}, 0)) as ids`
  for (const scope of scopes) {
    await denied(seen(scope, 'trail'))
    assert.deepEqual(await machine(scope, (tx) => rowsOf(tx, asked)), [{ newest: 0, ids: 0 }])
  }
  const line = (school: string) => sql`insert into relations (school_id, name, levels) values (${school}, 'L', '{}')`
  await machine('partners:write', (tx) => tx.execute(line(head.organisationId)))
  await denied(machine('partners:write', (tx) => tx.execute(line(other))))
  await denied(machine('partners:read', (tx) => tx.execute(line(head.organisationId))))
  await denied(machine('people:read', (tx) => tx.execute(row(head))))
  const taken = sql`insert into memberships (organisation_id, person_id, roles, days) values (${other}, ${teacher.personId}, '{}', '{}')`
  for (const scope of scopes) await denied(machine(scope, (tx) => tx.execute(taken)))
})

test('a program keeps answers under its own token only', async () => {
  await machine('partners:write', (tx) =>
    tx.execute(sql`insert into machine_replies (token_id, key, fingerprint) values (${made.id}, 'k', 'f')`),
  )
  const others = (via: string, statement: SQL) =>
    actingAsMachine(town.db, town.head, { scopes: [...scopes], via }, (tx) => rowsOf(tx, statement))
  assert.equal((await others(crypto.randomUUID(), sql`select 1 from machine_replies`)).length, 0)
  await denied(
    others(
      crypto.randomUUID(),
      sql`insert into machine_replies (token_id, key, fingerprint) values (${made.id}, 'z', 'f')`,
    ),
  )
  assert.equal((await as(town.head, sql`select 1 from machine_replies`)).length, 0)
})

test('revoked, it is not found any more, by whoever of the makers revoked it', async () => {
  const revoke = (who: Actor) => actingAs(town.db, who, (tx) => revokeIntegration(tx, who, made.id))
  assert.deepEqual(await revoke(town.teacher), { ok: false, because: 'not-yours' })
  assert.deepEqual(await revoke(town.neighbour), { ok: false, because: 'not-found' })
  assert.deepEqual(await revoke(town.head), { ok: true })
  assert.deepEqual(
    await actingAsGuest(town.db, digestOf(made.token), (tx) => rowsOf(tx, sql`select 1 from integrations`)),
    [],
  )
})
