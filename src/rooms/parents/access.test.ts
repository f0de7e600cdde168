import assert from 'node:assert/strict'
import { before, test } from 'node:test'
import { sql } from 'drizzle-orm'
import type { Actor } from '#kit/db/actor.ts'
import { actingAs, actingAsGuest, actingAsKeeper, rowsOf, type Tx } from '#kit/db/database.ts'
import { memberships, people } from '#rooms/people/door.ts'
import { aSmallTown } from '#test/small-town.ts'
import { closePage, giveName, openPage, writePage, writeTopic } from './actions.ts'
import { publicPage, schoolAt } from './queries.ts'
import { parentAddresses, parentNames, parentOffers, parentPages, parentTopics } from './tables.ts'

type Village = Awaited<ReturnType<typeof aSmallTown>>
let town: Village
const today = new Date().toISOString().slice(0, 10)
const blank = { greeting: null, supportWebsite: null, supportPhone: null, complaintsWebsite: null }

before(async () => {
  town = await aSmallTown()
  // Two schools, each with a row of everything; the first has its page on.
  await actingAs(town.db, town.head, (tx) => openPage(tx, town.head, new Date()))
  await actingAs(town.db, town.head, (tx) => writePage(tx, town.head, { ...blank, greeting: 'Welkom' }))
  await actingAs(town.db, town.ib, (tx) => giveName(tx, town.ib))
  await actingAs(town.db, town.neighbour, (tx) => openPage(tx, town.neighbour, new Date()))
  await actingAs(town.db, town.neighbour, (tx) => closePage(tx, town.neighbour))
  await actingAs(town.db, town.neighbour, (tx) => giveName(tx, town.neighbour))
  await actingAsKeeper(town.db, async (tx) => {
    for (const schoolId of [town.school, town.other]) {
      await tx.insert(parentTopics).values({ schoolId, topic: 'slaap', hidden: true })
      await tx.insert(parentOffers).values({ schoolId, what: 'Tandarts' })
    }
  })
})

class Undo extends Error {}
type As = (work: (tx: Tx) => Promise<void>) => Promise<void>

/** How many rows somebody reaches; whatever happened is taken back. Refused by the database counts as none. */
async function reach(as: As, deed: (tx: Tx) => Promise<{ length: number }>): Promise<number> {
  let did = 0
  await as(async (tx) => {
    did = (await deed(tx)).length
    throw new Undo()
  }).catch((error) => {
    const code = error.cause?.code ?? error.code
    if (!(error instanceof Undo) && code !== '42501') throw error
  })
  return did
}

const verbs: Record<string, (tx: Tx) => Promise<{ length: number }>> = {
  'see pages': (tx) => tx.select().from(parentPages),
  'see addresses': (tx) => tx.select().from(parentAddresses),
  'see topics': (tx) => tx.select().from(parentTopics),
  'see offers': (tx) => tx.select().from(parentOffers),
  'see who agreed': (tx) => tx.select().from(parentNames),
  'open or close pages': (tx) => tx.update(parentPages).set({ openedAt: new Date() }).returning(),
  'take addresses away': (tx) => tx.delete(parentAddresses).returning(),
  'add a topic': (tx) => tx.insert(parentTopics).values({ schoolId: town.school, topic: 'rouw' }).returning(),
  'change topics': (tx) => tx.update(parentTopics).set({ hidden: false }).returning(),
  'remove topics': (tx) => tx.delete(parentTopics).returning(),
  'add an offer': (tx) => tx.insert(parentOffers).values({ schoolId: town.school, what: 'Taalles' }).returning(),
  'change offers': (tx) => tx.update(parentOffers).set({ what: 'x' }).returning(),
  'remove offers': (tx) => tx.delete(parentOffers).returning(),
  'give the name of the teacher': (tx) =>
    tx.insert(parentNames).values({ schoolId: town.school, personId: town.teacher.personId }).returning(),
  'take names back': (tx) => tx.delete(parentNames).returning(),
}

// In the order of the verbs above. A manager arranges her own school's page and no name but her own.
const may: Record<string, number[]> = {
  head: [1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 0, 0],
  teacher: [1, 1, 1, 1, 1, 0, 0, 0, 0, 0, 0, 0, 0, 1, 0],
  ib: [1, 1, 1, 1, 1, 0, 0, 0, 0, 0, 0, 0, 0, 0, 1],
  neighbour: [1, 1, 1, 1, 1, 1, 1, 0, 1, 1, 0, 1, 1, 0, 1],
  therapist: [0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0],
  trustee: [0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0],
  // Only of the open page, and only to read.
  'a passer-by': [1, 1, 1, 1, 1, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0],
  // The house itself neither gives a name nor takes one back.
  'the keeper': [2, 2, 2, 2, 2, 2, 2, 1, 2, 2, 1, 2, 2, 0, 0],
}

for (const [who, expected] of Object.entries(may))
  test(`${who}: every verb`, async () => {
    const actor = (town as unknown as Record<string, Actor>)[who]
    const as: As = (work) =>
      who === 'a passer-by'
        ? actingAsGuest(town.db, '', work)
        : who === 'the keeper'
          ? actingAsKeeper(town.db, work)
          : actingAs(town.db, actor!, work)
    const did: Record<string, number> = {}
    for (const [verb, deed] of Object.entries(verbs)) did[verb] = await reach(as, deed)
    assert.deepEqual(did, Object.fromEntries(Object.keys(verbs).map((verb, at) => [verb, expected[at]])))
  })

test('a partner and a board get no page of their own, whatever their roles', async () => {
  const impostor = { ...town.therapist, roles: ['directeur', 'partnercontact'] } as Actor
  const page = (tx: Tx) => tx.insert(parentPages).values({ schoolId: town.partner, openedAt: new Date() }).returning()
  assert.equal(await reach((work) => actingAs(town.db, impostor, work), page), 0)
  assert.deepEqual(await actingAs(town.db, impostor, (tx) => openPage(tx, impostor, new Date())), {
    ok: false,
    because: 'not-yours',
  })
})

test('a passer-by sees of other rooms what the page shows, and no column more', async () => {
  const asGuest = <Row>(statement: string) => actingAsGuest(town.db, '', (tx) => rowsOf<Row>(tx, sql.raw(statement)))
  assert.deepEqual(await asGuest('select name from organisations'), [{ name: 'De Regenboog' }])
  assert.deepEqual(await asGuest('select name from people'), [{ name: 'Ineke Begeleider' }])
  assert.equal((await asGuest('select roles from memberships')).length, 1)
  for (const hidden of [
    'select mail from people',
    'select phone from people',
    'select account_id from people',
    'select days from memberships',
    'select deputy_id from memberships',
    'select typed_by from organisations',
    'select * from relations',
    'select * from routes',
  ])
    await assert.rejects(
      asGuest(hidden),
      (error: { cause?: { code?: string } }) => error.cause?.code === '42501',
      hidden,
    )
})

test('who has left is off the page from the day after, without anybody doing anything', async () => {
  const names = () =>
    actingAsGuest(town.db, '', async (tx) => (await publicPage(tx, town.school, today))?.named.map(({ name }) => name))
  assert.deepEqual(await names(), ['Ineke Begeleider'])
  const last = (until: string | null) =>
    actingAsKeeper(town.db, (tx) =>
      tx.execute(sql`update memberships set until = ${until} where person_id = ${town.ib.personId}`),
    )
  await last('2020-01-31')
  assert.deepEqual(await names(), [])
  await last(null)
  assert.deepEqual(await names(), ['Ineke Begeleider'])
})

test('an address is of one school: the second of that name gets a number', async () => {
  await actingAsKeeper(town.db, (tx) =>
    tx.execute(sql`delete from parent_addresses where organisation_id = ${town.other}`),
  )
  await actingAsKeeper(town.db, (tx) =>
    tx.execute(sql`update organisations set name = 'De Regenboog' where id = ${town.other}`),
  )
  await actingAs(town.db, town.neighbour, (tx) => openPage(tx, town.neighbour, new Date()))
  const at = (address: string) => actingAsGuest(town.db, '', (tx) => schoolAt(tx, address))
  assert.equal(await at('de-regenboog'), town.school)
  assert.equal(await at('de-regenboog-2'), town.other)
  await actingAs(town.db, town.neighbour, (tx) => closePage(tx, town.neighbour))
  assert.equal(await at('de-regenboog-2'), undefined, 'off, it is no address at all')
})

test('the school’s words name no child', async () => {
  const said = { hidden: false, role: null, sentence: 'Jan de Vries (7 jaar) leest nu beter.' }
  const refused = await actingAs(town.db, town.head, (tx) => writeTopic(tx, town.head, 'dyslexie', said))
  assert.deepEqual(refused, { ok: false, because: 'child', field: 'sentence' })
})

test('who is taken out of the school is taken off the page', async () => {
  const id = await actingAsKeeper(town.db, async (tx) => {
    const [person] = await tx
      .insert(people)
      .values({ name: 'Tijs Tijdelijk', source: 'test', notedBy: town.school })
      .returning()
    await tx.insert(memberships).values({ organisationId: town.school, personId: person!.id, roles: ['ib'], days: [] })
    return person!.id
  })
  const tijs = { ...town.ib, personId: id } as Actor
  await actingAs(town.db, tijs, (tx) => giveName(tx, tijs))
  await actingAs(town.db, town.head, (tx) => tx.execute(sql`delete from memberships where person_id = ${id}`))
  const left = await actingAsKeeper(town.db, (tx) =>
    rowsOf(tx, sql`select 1 from parent_names where person_id = ${id}`),
  )
  assert.deepEqual(left, [])
})
