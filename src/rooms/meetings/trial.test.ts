// A scene for the tests beside it: one meeting being asked, with a colleague, a face and a parent; one draft; one fixed.
import assert from 'node:assert/strict'
import type { Actor } from '#kit/db/actor.ts'
import { actingAs, actingAsAccount, actingAsGuest, actingAsKeeper, type Tx } from '#kit/db/database.ts'
import { faces, relations } from '#rooms/relations/door.ts'
import { aSmallTown, somebody } from '#test/small-town.ts'
import { askAll, makeMeeting } from './asking/actions.ts'
import { whoCanBeAsked } from './asking/queries.ts'
import { digestOf, tokenOf } from './asking/rules.ts'
import { fixMeeting } from './fixing/actions.ts'
import { inviteesOf, optionsOf } from './queries.ts'

export const today = '2026-11-23'
export const now = new Date('2026-11-23T08:00:00Z')
export const at = { today, now }
export const town = await aSmallTown()
export const { db, school } = town
export const colleague = await somebody(db, school, 'Carla Collega', ['leerkracht'])
const relationId = crypto.randomUUID()
export const face = crypto.randomUUID()
await actingAsKeeper(db, async (tx) => {
  await tx
    .insert(relations)
    .values({ schoolId: school, id: relationId, name: 'Spraakwater', levels: ['group'], organisationId: town.partner })
  await tx.insert(faces).values({
    schoolId: school,
    id: face,
    relationId,
    rank: 0,
    name: 'Lotte Logopedist',
    mail: 'lotte@water.example',
    days: [],
    source: 'test',
  })
})

export const as = <T>(who: Actor, work: (tx: Tx) => Promise<T>) => actingAs(db, who, work)
export const byKey = <T>(key: string, work: (tx: Tx) => Promise<T>) => actingAsGuest(db, key, work)
export const asKeeper = <T>(work: (tx: Tx) => Promise<T>) => actingAsKeeper(db, work)

type More = { outsiders?: { name: string; mail: string }[]; colleagues?: string[]; faces?: string[] }
export const make = (who: Actor, title = 'Overleg', more: More = {}) =>
  as(who, (tx) =>
    makeMeeting(
      tx,
      who,
      {
        title,
        kind: 'consultation',
        minutes: 30,
        colleagues: [town.ib.personId],
        faces: [face],
        outsiders: [],
        ...more,
      },
      today,
    ),
  )

export type Asked = { id: string; invitees: Record<string, string>; keys: Record<string, string>; options: string[] }
export const moments = ['2026-12-01T15:00', '2026-12-02T15:00', '2026-12-03T15:00']
export type Openness = { showsAnswers?: boolean; showsMails?: boolean; takesOptions?: boolean }

/** Joris asks Ineke, Lotte and a parent; who is who, with which key, and the moments in order. */
export async function asked(openness: Openness = {}, more: More = {}): Promise<Asked> {
  const made = await make(town.teacher, 'Overleg', {
    outsiders: [{ name: 'Ouder Een', mail: 'ouder@thuis.example' }],
    ...more,
  })
  assert.ok(made.ok)
  return as(town.teacher, async (tx) => {
    const one = { schoolId: school, id: made.id }
    const list = await inviteesOf(tx, one)
    const said = {
      ...{ showsAnswers: false, showsMails: false, takesOptions: false, quorum: null, travels: new Map() },
      ...openness,
    }
    const required = list.map(({ id }) => id)
    const done = await askAll(
      tx,
      town.teacher,
      made.id,
      { ...said, moment: moments, answerBy: '2026-11-30', required },
      at,
    )
    assert.ok(done.ok)
    return {
      id: made.id,
      invitees: Object.fromEntries(list.map(({ name, id }) => [name, id])),
      keys: Object.fromEntries(list.map(({ name, id }) => [name, digestOf(tokenOf(one, id))])),
      options: (await optionsOf(tx, one)).map(({ id }) => id),
    }
  })
}

export const draft = async () => {
  const made = await make(town.teacher, 'Kennismaking')
  assert.ok(made.ok)
  return made.id
}
export const fixed = async () => {
  const one = await asked()
  const startsAt = new Date('2026-12-01T14:00:00Z')
  const done = await as(town.teacher, (tx) =>
    fixMeeting(tx, town.teacher, one.id, { startsAt, spaceId: null, place: '' }, at),
  )
  assert.ok(done.ok)
  return one
}
export const known = () => as(town.teacher, (tx) => whoCanBeAsked(tx, town.teacher, today))

class Undo extends Error {}
export type Deed = (tx: Tx, me: Actor | undefined) => Promise<{ length: number }>
const who: Record<string, Actor> = {
  maker: town.teacher,
  invited: town.ib,
  colleague,
  head: town.head,
  neighbour: town.neighbour,
  partner: town.therapist,
  board: town.trustee,
}

/** Who of everybody can do this, whatever came of it taken back. `keys` by the name a test gives them. */
export async function only(names: readonly string[], keys: Record<string, string>, deed: Deed, said: string) {
  const could: string[] = []
  const attempt = async (name: string, run: (work: (tx: Tx) => Promise<void>) => Promise<void>, me?: Actor) => {
    let did = false
    await run(async (tx) => {
      did = (await deed(tx, me)).length > 0
      throw new Undo()
    }).catch((error) => {
      const code = error.cause?.code ?? error.code
      if (!(error instanceof Undo) && code !== '42501') throw error
    })
    if (did) could.push(name)
  }
  for (const [name, actor] of Object.entries(who)) await attempt(name, (work) => actingAs(db, actor, work), actor)
  await attempt('account', (work) => actingAsAccount(db, 'nobody', work))
  for (const [name, key] of Object.entries({ ...keys, 'made up': 'x'.repeat(43), nobody: '' }))
    await attempt(`link:${name}`, (work) => actingAsGuest(db, key, work))
  assert.deepEqual(could.sort(), [...names].sort(), said)
}
