import assert from 'node:assert/strict'
import { before, test } from 'node:test'
import { eq } from 'drizzle-orm'
import type { Actor } from '#kit/db/actor.ts'
import { actingAsGuest, actingAsKeeper, type Tx } from '#kit/db/database.ts'
import { relations } from '#rooms/relations/door.ts'
import { aSmallTown, somebody } from '#test/small-town.ts'
import { allowed, reach } from '#test/visit.tsx'
import { signalRests } from './tables.ts'

let town: Awaited<ReturnType<typeof aSmallTown>>
const who: Record<string, Actor> = {}
const [line, theirs] = [crypto.randomUUID(), crypto.randomUUID()]
const rest = { kind: 'network.alone', until: '2027-01-01', why: 'w' }

before(async () => {
  town = await aSmallTown()
  const { db, school, other, partner, head, teacher, neighbour, therapist, trustee } = town
  Object.assign(who, { head, teacher, neighbour, therapist, trustee })
  who['deputy head'] = await somebody(db, school, 'Tim Teamleider', ['teamleider'])
  who['holder'] = await somebody(db, school, 'Hilde Houder', ['onderwijsassistent'])
  who['coordinator'] = await somebody(db, school, 'Cora Coordinator', ['cultuurcoordinator'])
  who['ib'] = town.ib
  who['mr'] = await somebody(db, school, 'Mia Raad', ['mr'])
  await actingAsKeeper(db, async (tx) => {
    const ownerId = who['holder']!.personId
    await tx.insert(relations).values([
      { schoolId: school, id: line, name: 'Spraakwater', organisationId: partner, ownerId, levels: [] },
      { schoolId: other, id: theirs, name: 'Spraakwater', organisationId: partner, levels: [] },
    ])
    await tx.insert(signalRests).values([
      { ...rest, schoolId: school, thing: 'line', relationId: line },
      { ...rest, schoolId: school, thing: 'school' },
      { ...rest, schoolId: other, thing: 'line', relationId: theirs },
    ])
  })
})

const ofLine = eq(signalRests.thing, 'line')
const ofSchool = eq(signalRests.thing, 'school')
const add = (tx: Tx, me: Actor, relationId: string | null, saidBy = me.personId) =>
  tx
    .insert(signalRests)
    .values({ ...rest, schoolId: town.school, thing: 'new', relationId, saidBy })
    .returning()
const longer = (tx: Tx, saidBy: string) =>
  tx.update(signalRests).set({ until: '2027-02-01', saidBy }).where(ofLine).returning()
const verbs: Record<string, (tx: Tx, me: Actor) => Promise<{ length: number }>> = {
  'see what rests of a line': (tx) => tx.select().from(signalRests).where(ofLine),
  'see what rests of the school': (tx) => tx.select().from(signalRests).where(ofSchool),
  'let one of a line rest': (tx, me) => add(tx, me, line),
  'let one of the school rest': (tx, me) => add(tx, me, null),
  'let it rest in another’s name': (tx, me) => add(tx, me, line, town.ib.personId),
  'say for longer': (tx, me) => longer(tx, me.personId),
  'say for longer in another’s name': (tx) => longer(tx, town.ib.personId),
  'wake one of a line': (tx) => tx.delete(signalRests).where(ofLine).returning(),
  'wake one of the school': (tx) => tx.delete(signalRests).where(ofSchool).returning(),
}

const ofHerLine = ['see what rests of a line', 'let one of a line rest', 'say for longer', 'wake one of a line']
const all = [...ofHerLine, ...['see what rests of the school', 'let one of the school rest', 'wake one of the school']]
const may: Record<string, readonly string[]> = {
  head: all,
  'deputy head': all,
  holder: ofHerLine,
  teacher: [],
  coordinator: [],
  // With the head, in the tandem, she sees what rests; to act is theirs whose line it is.
  ib: ['see what rests of a line', 'see what rests of the school'],
  therapist: [],
  // Of her own school she may; of ours nothing, which the next test counts.
  neighbour: ['see what rests of a line', 'say for longer', 'wake one of a line'],
  trustee: [],
  mr: [],
}
for (const [name, expected] of Object.entries(may))
  test(`${name} may ${expected.join(', ') || 'nothing'}`, async () => {
    assert.deepEqual(await allowed(town.db, who[name]!, verbs), [...expected].sort())
  })

test('a school reaches its own rows only; a passer-by none', async () => {
  const counts: [string, number][] = [
    ['head', 2],
    ['neighbour', 1],
  ]
  for (const [name, count] of counts) {
    assert.equal(await reach(town.db, who[name]!, (tx) => tx.select().from(signalRests)), count, name)
    assert.equal(await reach(town.db, who[name]!, (tx) => tx.delete(signalRests).returning()), count, name)
  }
  await assert.rejects(actingAsGuest(town.db, 'x', (tx) => tx.select().from(signalRests)))
})
