import assert from 'node:assert/strict'
import { before, test } from 'node:test'
import type { Actor } from '#kit/db/actor.ts'
import { actingAs, actingAsGuest, actingAsKeeper, type Tx } from '#kit/db/database.ts'
import { relations } from '#rooms/relations/door.ts'
import { aSmallTown, somebody } from '#test/small-town.ts'
import { allowed, reach } from '#test/visit.tsx'
import { lineOfCopy } from './contacts/queries.ts'
import { digestOf } from './contacts/rules.ts'
import { contactMoments, copyAddresses } from './contacts/tables.ts'
import { agreements, aims, keepings, manners } from './tables.ts'

let town: Awaited<ReturnType<typeof aSmallTown>>
const who: Record<string, Actor> = {}
const [line, theirs, made] = [crypto.randomUUID(), crypto.randomUUID(), crypto.randomUUID()]
const day = '2026-11-21'

before(async () => {
  town = await aSmallTown()
  const { db, school, other, partner } = town
  const { head, teacher, neighbour, therapist, trustee } = town
  Object.assign(who, { head, teacher, neighbour, therapist, trustee })
  who['holder'] = await somebody(db, school, 'Hilde Houder', ['onderwijsassistent'])
  who['mr'] = await somebody(db, school, 'Mia Raad', ['mr'])
  await actingAsKeeper(db, async (tx) => {
    const ownerId = who['holder']!.personId
    await tx.insert(relations).values([
      { schoolId: school, id: line, name: 'Spraakwater', organisationId: partner, ownerId, levels: [] },
      { schoolId: other, id: theirs, name: 'Spraakwater', organisationId: partner, levels: [] },
    ])
    for (const [schoolId, relationId] of [
      [school, line],
      [other, theirs],
    ] as const) {
      const about = { schoolId, relationId }
      await tx.insert(aims).values({ ...about, success: 's', lookOn: day, writtenOn: day })
      const id = schoolId === school ? made : crypto.randomUUID()
      await tx.insert(agreements).values({ ...about, id, what: 'w', part: 'both', until: day, madeOn: day })
      for (const side of ['school', 'partner'] as const)
        await tx.insert(keepings).values({ schoolId, agreementId: id, side, kept: true, saidOn: day })
      await tx.insert(manners).values({ ...about, style: 'x' })
      await tx.insert(contactMoments).values({ ...about, day, line: 'l', personId: head.personId })
      const local = `lijn-${schoolId}`
      await tx.insert(copyAddresses).values({ ...about, local, localDigest: digestOf(local), madeOn: day })
    }
  })
})

const about = () => ({ schoolId: town.school, relationId: line })
type Deed = (tx: Tx, me: Actor) => Promise<{ length: number }>
const verbs: Record<string, Deed> = {
  'see aims': (tx) => tx.select().from(aims),
  'set an aim': (tx) =>
    tx
      .insert(aims)
      .values({ ...about(), success: 'n', lookOn: day, writtenOn: day })
      .returning(),
  'change aims': (tx) => tx.update(aims).set({ success: 'y' }).returning(),
  'remove aims': (tx) => tx.delete(aims).returning(),
  'see agreements': (tx) => tx.select().from(agreements),
  agree: (tx) =>
    tx
      .insert(agreements)
      .values({ ...about(), what: 'n', part: 'school', until: day, madeOn: day })
      .returning(),
  'agree for a stranger': (tx) =>
    tx
      .insert(agreements)
      .values({ ...about(), what: 'n', part: 'school', until: day, madeOn: day, personId: town.neighbour.personId })
      .returning(),
  'change agreements': (tx) => tx.update(agreements).set({ what: 'y' }).returning(),
  'remove agreements': (tx) => tx.delete(agreements).returning(),
  'see what was kept': (tx) => tx.select().from(keepings),
  'say for the school': (tx, me) => say(tx, me, 'school'),
  'say for the partner': (tx, me) => say(tx, me, 'partner'),
  'say in another’s name': (tx, me) => say(tx, me === town.head ? town.teacher : town.head, 'school'),
  'change what was said': (tx) => tx.update(keepings).set({ kept: false }).returning(),
  'take back what was said': (tx) => tx.delete(keepings).returning(),
  'see manners': (tx) => tx.select().from(manners),
  'change manners': (tx) => tx.update(manners).set({ style: 'y' }).returning(),
  'remove manners': (tx) => tx.delete(manners).returning(),
  'see contact': (tx) => tx.select().from(contactMoments),
  'note contact': (tx, me) =>
    tx
      .insert(contactMoments)
      .values({ ...about(), day, personId: me.personId })
      .returning(),
  'note a copy': (tx, me) =>
    tx
      .insert(contactMoments)
      .values({ ...about(), day, way: 'copied', personId: me.personId })
      .returning(),
  'change contact': (tx) => tx.update(contactMoments).set({ line: 'y' }).returning(),
  'remove contact': (tx) => tx.delete(contactMoments).returning(),
  'see addresses': (tx) => tx.select().from(copyAddresses),
  'change addresses': (tx) => tx.update(copyAddresses).set({ local: 'y' }).returning(),
}
const say = async (tx: Tx, me: Actor, side: 'school' | 'partner') => {
  await tx.delete(keepings)
  return tx
    .insert(keepings)
    .values({ schoolId: town.school, agreementId: made, side, kept: false, saidOn: day, personId: me.personId })
    .returning()
}

const ours = [
  'see aims',
  'see agreements',
  'see what was kept',
  'see manners',
  'see contact',
  'note contact',
  'see addresses',
]
const tending = [
  ...[...ours, 'set an aim', 'change aims', 'remove aims', 'agree', 'change agreements', 'remove agreements'],
  ...['say for the school', 'take back what was said', 'change manners', 'remove manners', 'change addresses'],
]
const may: Record<string, readonly string[]> = {
  head: [...tending, 'remove contact'],
  holder: tending,
  teacher: ours,
  therapist: ['see aims', 'see agreements', 'see what was kept', 'say for the partner', 'take back what was said'],
  // Of her own school she may all this; of ours nothing, which the next test counts.
  neighbour: [
    ...['see aims', 'change aims', 'remove aims', 'see agreements', 'change agreements', 'remove agreements'],
    ...['see what was kept', 'take back what was said', 'see manners', 'change manners', 'remove manners'],
    ...['see contact', 'remove contact', 'see addresses', 'change addresses'],
  ],
  trustee: [],
  mr: [],
}
for (const [name, expected] of Object.entries(may))
  test(`${name} may ${expected.join(', ') || 'nothing'}`, async () => {
    assert.deepEqual(await allowed(town.db, who[name]!, verbs), [...expected].sort())
  })

test('a school sees its own rows only, a partner the shared ones of each school that it serves', async () => {
  for (const table of [aims, agreements, manners, contactMoments, copyAddresses]) {
    for (const name of ['head', 'neighbour'])
      assert.equal(await reach(town.db, who[name]!, (tx) => tx.select().from(table)), 1, name)
  }
  assert.equal(await reach(town.db, who['therapist']!, (tx) => tx.select().from(agreements)), 2)
  // Each side takes back its own word only: hers of both schools.
  assert.equal(await reach(town.db, who['therapist']!, (tx) => tx.delete(keepings).returning()), 2)
  assert.equal(await reach(town.db, who['head']!, (tx) => tx.delete(keepings).returning()), 1)
})

test('once the line has ended the partner sees nothing of it any more', async () => {
  await actingAsKeeper(town.db, (tx) => tx.update(relations).set({ until: '2020-01-01' }))
  const seen = await actingAs(town.db, who['therapist']!, (tx) => tx.select().from(agreements))
  await actingAsKeeper(town.db, (tx) => tx.update(relations).set({ until: null }))
  assert.equal(seen.length, 0)
})

test('the post office knows the one address it comes with, and nothing else', async () => {
  const key = digestOf(`lijn-${town.school}`)
  const found = await actingAsGuest(town.db, key, (tx) => lineOfCopy(tx, key))
  assert.equal(found?.relationId, line)
  assert.equal(await actingAsGuest(town.db, 'other', (tx) => lineOfCopy(tx, key)), undefined)
  assert.equal((await actingAsGuest(town.db, key, (tx) => tx.select().from(copyAddresses))).length, 1)
  for (const table of [contactMoments, aims, agreements, keepings, manners])
    await assert.rejects(actingAsGuest(town.db, key, (tx) => tx.select().from(table)))
})
