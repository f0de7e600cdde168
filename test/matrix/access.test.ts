import assert from 'node:assert/strict'
import { before, test } from 'node:test'
import { sql } from 'drizzle-orm'
import { rowsOf, type Tx } from '#kit/db/database.ts'
import { workOnce } from '#kit/jobs/work.ts'
import { engine } from '#test/engine.ts'
import { somebody } from '#test/small-town.ts'
import { workersOf } from '../../src/main/house.tsx'
import { type Served, serveHouse, type Visitor } from '../served.ts'
import { type Address, addressesOf, at, nouns, type OwnedTable, ownedTables, places } from './addresses.ts'
import { type FoundForm, filledIn, walk } from './forms.ts'
import { digestsOf, leaked, offerAround, plantSecrets, tiesTo } from './secrets.ts'
import { feedOf, integrationOf, tokenOf, webhookOf } from './tokens.ts'

/**
 * Everyone × every address × own and other school, both ways in. Nothing of another school comes out or changes. Each form
 * comes filled in; `npm run test:long` sends it empty too.
 */
const unfilled = process.env['TEST_LONG'] ? [{}] : []

type Side = { id: string; ids: Record<string, string>; forms: FoundForm[] }
type Party = {
  who: string
  visitor: () => Promise<Visitor>
  own: 'a' | 'b'
  others: ('a' | 'b')[]
  /** Words that may not stand on her screen. */
  forbidden: RegExp
  inside: boolean
}

const [a, b, all] = [/zq(geheim|samen)a\w+/g, /zq(geheim|samen)b\w+/g, /zq(geheim|samen)[ab]\w+/g]
const at_ = (mail: string) => async () => house.as(mail)
const parties: Party[] = [
  party('signed out', async () => house.nobody(), { forbidden: all, others: ['a', 'b'], inside: false }),
  party('an account without a place', at_('nergens@thuis.example'), {
    forbidden: all,
    others: ['a', 'b'],
    inside: false,
  }),
  party('a board without schools', at_('bea@ander-bestuur.example'), { forbidden: all, others: ['a', 'b'] }),
  // She serves both schools: of each she may see her own line and no other.
  party('a partner of both', at_('sanne.terhorst@spraakwijzer.example'), {
    forbidden: /zqgeheim[ab]\w+/g,
    others: ['a', 'b'],
  }),
  party('teacher', at_('joost.hendriks@dewaterlelie.example'), { forbidden: b }),
  party('culture coordinator', at_('fenna.dijkstra@dewaterlelie.example'), { forbidden: b }),
  party('ib', at_('marjolein.vanveen@dewaterlelie.example'), { forbidden: b }),
  party('head of the other school', at_('ilse.wagenaar@hetmolentje.example'), {
    forbidden: a,
    own: 'b',
    others: ['a'],
  }),
  party('head', at_('nadia.bouzid@dewaterlelie.example'), { forbidden: b }),
]

function party(who: string, visitor: Party['visitor'], rest: Partial<Party> & Pick<Party, 'forbidden'>): Party {
  return { who, visitor, own: 'a', others: ['b'], inside: true, ...rest }
}

let house: Served
let addresses: Address[]
let tables: OwnedTable[]
let sides: Record<'a' | 'b', Side>
let tried = 0

before(async () => {
  house = await serveHouse({ town: true, mode: 'real' })
  // What the town has put ready is done first, and nothing after it: what changes now, changes by whoever knocks.
  await house.worker.stop()
  while (await workOnce(house.db, workersOf(house)));
  addresses = addressesOf(house.app)
  const known = new Map(
    (
      await house.asKeeper((tx) => rowsOf<{ id: string; name: string }>(tx, sql`select id, name from organisations`))
    ).map(({ id, name }) => [name, id]),
  )
  const [school, other, partner] = ['De Waterlelie', 'Het Molentje', 'Logopedie Spraakwijzer'].map((n) => known.get(n)!)
  await strangers()
  for (const id of [school!, other!]) await house.asKeeper((tx) => aTakeover(tx, id))
  for (const id of [school!, other!]) await house.asKeeper((tx) => aHandover(tx, id))
  // In each drawer something offered to nobody yet: for all others it does not exist.
  for (const id of [school!, other!])
    await house.asKeeper((tx) =>
      tx.execute(sql`insert into offers (school_id, kind, name, levels, faces, audience, offered_on)
        values (${id}, 'partner', 'Lade', '{}', '[]', 'chosen', current_date)`),
    )
  await house.asKeeper((tx) => plantSecrets(tx, { a: school!, b: other! }, partner!))
  tables = await house.asKeeper((tx) => ownedTables(tx))
  sides = {
    a: await sideOf(school!, partner!, 'nadia.bouzid@dewaterlelie.example'),
    b: await sideOf(other!, partner!, 'ilse.wagenaar@hetmolentje.example'),
  }
})

/** A board of other schools with somebody in it, and somebody with nothing but an account. */
async function strangers() {
  for (const email of ['nergens@thuis.example', 'bea@ander-bestuur.example'])
    await house.gate.createAccount({ email, name: 'Bea Bestuur', password: 'vier paarse olifanten' })
  const board = await house.asKeeper(async (tx) => {
    const [row] = await rowsOf<{ id: string }>(
      tx,
      sql`insert into organisations (kind, name, source) values ('board', 'Ander Bestuur', 'typed') returning id`,
    )
    return row!.id
  })
  await somebody(house.db, board, 'Bea Bestuur', ['bestuurder'])
  const accountId = await house.gate.accountOf('bea@ander-bestuur.example')
  await house.asKeeper((tx) => tx.execute(sql`update people set account_id = ${accountId} where noted_by = ${board}`))
}

/** A list that came in at this school, by whoever has an account there. */
const aTakeover = (tx: Tx, school: string) =>
  tx.execute(sql`with one as (insert into takeovers (school_id, person_id, account_id, kind, source, total, done_at)
      select ${school}, p.id, p.account_id, 'partners', 'lijst', 1, now() from people p
      where p.noted_by = ${school} and p.account_id is not null order by p.id limit 1 returning id)
    insert into takeover_rows (school_id, takeover_id, at, name, outcome, because)
      select ${school}, id, 0, 'Bieb', 'left', 'exists' from one`)

/** Somebody without an account goes: a line of hers, asked of nobody yet. */
const aHandover = (tx: Tx, school: string) =>
  tx.execute(sql`with one as (insert into handovers (school_id, person_id, lasting, last_day, falls_on)
      select ${school}, m.person_id, false, current_date, current_date from memberships m join people p on p.id = m.person_id
      where m.organisation_id = ${school} and p.account_id is null order by p.id desc limit 1 returning id)
    insert into handover_items (school_id, handover_id, kind, thing, name)
      select ${school}, id, 'relations.owner', gen_random_uuid()::text, 'Bieb' from one`)

/** One row of each table of this school, all hanging together: a line, its face, its hour. Never the shared line. */
async function sideOf(id: string, partner: string, head: string): Promise<Side> {
  const ids: Record<string, string> = {}
  const one = async (table: string, where = sql`true`) => {
    const rows = await house.asKeeper((tx) =>
      rowsOf<{ id: string }>(
        tx,
        sql`select id from ${sql.identifier(table)} where ${sql.identifier(table === 'people' ? 'noted_by' : 'school_id')} = ${id} and ${where} order by id limit 1`,
      ),
    )
    ids[table] = rows[0]?.id ?? ''
  }
  const hasAll = sql`organisation_id is distinct from ${partner} and exists (select from faces f where f.relation_id = relations.id)
    and exists (select from presences p where p.relation_id = relations.id)
    and exists (select from tips where tips.relation_id = relations.id)`
  await one('relations', hasAll)
  for (const table of ['faces', 'presences', 'tips']) await one(table, sql`relation_id = ${ids['relations']}`)
  await one(
    'people',
    sql`account_id is null and not exists (select from relations r where people.id in (r.owner_id, r.deputy_id))`,
  )
  await one(
    'requests',
    sql`relation_id in (select id from relations where organisation_id is distinct from ${partner})`,
  )
  // Never of the shared line: what stands there its partner may see.
  for (const table of ['agreements', 'aims', 'contact_moments'])
    await one(table, sql`relation_id in (select id from relations where organisation_id is distinct from ${partner})`)
  for (const table of ['groups', 'spaces', 'parent_offers', 'takeovers', 'occasions', 'handovers']) await one(table)
  for (const table of ['circles', 'circle_notes', 'tandem_points', 'playbooks', 'playbook_tasks']) await one(table)
  await one('handover_items', sql`handover_id = ${ids['handovers']}`)
  for (const table of ['choices', 'proposals', 'vision_points', 'polls', 'resolutions', 'units', 'competences'])
    await one(table)
  await one(
    'offers',
    sql`audience = 'chosen' and not exists (select from offer_schools s where s.offer_id = offers.id)`,
  )
  await tokenOf(house, head, ['partners:read'])
  ids['integrations'] = await integrationOf(house, id)
  ids['webhooks'] = await webhookOf(house, id)
  ids['feeds'] = await feedOf(house, id)
  const { forms } = await walk(await house.as(head))
  return { id, ids, forms }
}

test('every noun in an address is known, and every table has rows of both schools', async () => {
  const unknown = addresses.flatMap(({ params }) =>
    params.filter(({ noun }) => !(noun in nouns)).map(({ noun }) => noun),
  )
  assert.deepEqual(unknown, [], 'say in test/matrix/addresses.ts what stands behind these nouns')
  for (const side of Object.values(sides))
    assert.deepEqual(
      Object.entries(side.ids).filter(([, id]) => !id),
      [],
      'a table without a row proves nothing',
    )
})

for (const one of parties) {
  test(`${one.who}: every page`, async () => {
    const [visitor, wrong] = [await one.visitor(), [] as string[]]
    for (const address of addresses.filter(({ method }) => method === 'GET'))
      for (const visit of visitsOf(address, one)) wrong.push(...(await look(one, await visitor.get(visit.path), visit)))
    assert.deepEqual(wrong, [])
  })

  test(`${one.who}: every form, at other people’s addresses`, async () => {
    const [visitor, wrong, watched] = [await one.visitor(), [] as string[], await watch(one)]
    for (const address of addresses.filter(({ method }) => method === 'POST'))
      for (const visit of visitsOf(address, one).filter(({ foreign }) => foreign)) {
        for (const fields of [...unfilled, bodyFor(address, one)])
          wrong.push(...(await look(one, await visitor.post(visit.path, fields), visit)))
        await watched.after(visit.path)
      }
    await watched.still()
    assert.deepEqual(wrong, [])
  })
}

for (const one of parties)
  test(`${one.who}: every form at her own addresses, with other people’s ids in it`, async () => {
    const [wrong, watched] = [[] as string[], await watch(one)]
    let visitor = await one.visitor()
    for (const address of inOrder(addresses.filter(({ method }) => method === 'POST')))
      for (const visit of visitsOf(address, one).filter(({ foreign }) => !foreign)) {
        const hers = bodyFor(address, one)
        for (const fields of [
          ...unfilled,
          ...one.others.map((other) => swapped(hers, sides[one.own], sides[other])),
          hers,
        ]) {
          let answer = await visitor.post(visit.path, fields)
          // What a form before this one ended is no answer to this one.
          if (one.inside && endsAtTheDoor(answer)) {
            visitor = await one.visitor()
            answer = await visitor.post(visit.path, fields)
          }
          wrong.push(...(await look(one, answer, visit)))
        }
        if (!one.inside || one.others.length === 1) await watched.after(visit.path)
      }
    if (!one.inside || one.others.length === 1) await watched.still()
    for (const other of one.others) {
      const { id, ids } = sides[other]
      const ties = await house.asKeeper((tx) => tiesTo(tx, tables, { organisation: id, ids: Object.values(ids) }))
      assert.deepEqual(ties, [], `${one.who} tied something of theirs to her own`)
    }
    assert.deepEqual(wrong, [])
  })

test('afterwards no page shows what a form brought in', async () => {
  // What a head offered of her own by a form, she offered.
  await house.asKeeper((tx) => offerAround(tx, { a: sides.a.id, b: sides.b.id }))
  for (const one of parties.filter(({ inside }) => inside)) {
    const visitor = await one.visitor()
    for (const [path, { html }] of (await walk(visitor)).pages)
      assert.deepEqual(leaked(html, one.forbidden), [], `${one.who} at ${path}`)
  }
})

test('how much was tried', () => {
  console.log(`  access on ${engine}: ${addresses.length} addresses, ${parties.length} parties, ${tried} requests`)
  assert.ok(tried > addresses.length * parties.length)
  assert.deepEqual(
    house.log.filter((line) => line.includes('"error"')),
    [],
  )
})

type Visit = { method: string; path: string; foreign: boolean }

/** The address with her own ids; with those of each other school; and with her own first and another's behind it. */
function visitsOf(address: Address, { own, others }: Party): Visit[] {
  const words = (noun: string) => {
    const meant = nouns[noun]
    return meant && 'words' in meant ? meant.words[0]! : undefined
  }
  const fill = (from: readonly Side[]) =>
    at(
      address,
      address.params.map(({ noun }, place) => {
        const meant = nouns[noun]
        return words(noun) ?? (from[place] ?? from.at(-1)!).ids[meant && 'table' in meant ? meant.table : '']!
      }),
    )
  const { method } = address
  const visits = [{ method, path: fill([sides[own]]), foreign: false }]
  const tableParams = address.params.filter(({ noun }) => words(noun) === undefined)
  if (tableParams.length === 0) return visits
  for (const other of others) {
    visits.push({ method, path: fill([sides[other]]), foreign: true })
    if (tableParams.length > 1 && own !== other)
      visits.push({ method, path: fill([sides[own], sides[other]]), foreign: true })
  }
  // Somebody of no school has no own rows: what would be her own is another's too.
  return others.includes(own) ? visits.filter(({ foreign }) => foreign) : visits
}

const endsAtTheDoor = (answer: Response) => /^\/(inloggen|nergens|begin)/.test(answer.headers.get('location') ?? '')

/** What is not right about an answer, in a sentence each. */
async function look(one: Party, answer: Response, { method, path, foreign }: Visit): Promise<string[]> {
  tried += 1
  const said = `${one.who}: ${method} ${path} gives ${answer.status}`
  const out = leaked((await answer.text()) + JSON.stringify([...answer.headers]), one.forbidden)
  const away = endsAtTheDoor(answer)
  const refused = answer.status === 404 || (!one.inside && answer.status === 303 && away)
  return [
    ...(answer.status >= 500 ? [said] : []),
    ...(out.length ? [`${said} and shows ${out.slice(0, 3)}`] : []),
    ...(foreign && !refused ? [`${said}, where another’s id should give 404`] : []),
  ]
}

/** What the head of that school would send to this address. */
function bodyFor(address: Address, { own }: Party): Record<string, string> {
  const pattern = new RegExp(`^${address.path.replace(places, '[^/]+')}$`)
  const form = sides[own].forms.find(({ action }) => pattern.test(action))
  // Her own words, not those of whoever's form it was: what one sends comes back on one's own screen.
  const said = Object.entries(form ? filledIn(form.fields) : {})
  return Object.fromEntries(said.map(([field, value]) => [field, value.replace(/zq(geheim|samen)\w+/g, 'vrolijk')]))
}

/** Every id of one's own in a form replaced by its like at the other school. */
function swapped(body: Record<string, string>, mine: Side, other: Side): Record<string, string> {
  const tableOf = (field: string) =>
    ({ spaceId: 'spaces', groupId: 'groups', relationId: 'relations' })[field] ?? 'people'
  const isId = (value: string) => /^[0-9a-f]{8}-[0-9a-f-]{27}$/.test(value)
  const idFields = ['ownerId', 'deputyId', 'personId', 'spaceId', 'teachers']
  return Object.fromEntries(
    Object.entries(body).map(([field, value]) => [
      field,
      mine !== other && (isId(value) || idFields.includes(field)) ? other.ids[tableOf(field)]! : value,
    ]),
  )
}

/** Looks whether all of the others' rows still are what they were: now and then, as looking costs more than posting. */
async function watch(one: Party) {
  const before_ = await theirs(one)
  let since: string[] = []
  const still = async () => {
    assert.equal(await theirs(one), before_, `${one.who} changed something of theirs: POST ${since.join(' or ')}`)
    since = []
  }
  const after = async (path: string) => {
    since.push(path)
    if (since.length >= 60) await still()
  }
  return { after, still }
}

const theirs = async ({ others, own }: Party) =>
  (
    await house.asKeeper(async (tx) => {
      const digests: string[] = []
      for (const other of others.length > 1 ? others : others.filter((o) => o !== own))
        digests.push(await digestsOf(tx, tables, sides[other].id))
      return digests
    })
  ).join('\n')

// What removes and what signs out comes last.
const weight = ({ path }: Address) => (/uitloggen/.test(path) ? 2 : /verwijdering|afsluiting/.test(path) ? 1 : 0)
const inOrder = (list: Address[]) => list.toSorted((x, y) => weight(x) - weight(y))
