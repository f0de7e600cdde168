import assert from 'node:assert/strict'
import { sql } from 'drizzle-orm'
import { type Actor, recognise } from '#kit/db/actor.ts'
import { actingAs, actingAsAccount, actingAsGuest, actingAsKeeper, type Tx } from '#kit/db/database.ts'
import { organisations } from '#rooms/organisations/door.ts'
import { memberships, people } from '#rooms/people/door.ts'
import { relations } from '#rooms/relations/door.ts'
import { freshDatabase } from '#test/engine.ts'
import { requestLinks, requestMoments, requests, requestVisits } from './tables.ts'

/** The scene of the access tests: two schools, a partner of one, a board, and guests with every kind of key. */
export const db = await freshDatabase()
export const who: Record<string, Actor> = {}
export const ids = {
  school: '',
  other: '',
  line: '',
  toPartner: '',
  toColleague: '',
  elsewhere: '',
  link: '',
  otherLink: '',
}

async function aSmallTown(tx: Tx) {
  const make = async (kind: 'school' | 'partner' | 'board', name: string) =>
    (await tx.insert(organisations).values({ kind, name, source: 'typed' }).returning())[0]!.id
  const join = async (name: string, organisationId: string, role: string) => {
    const [person] = await tx.insert(people).values({ name, source: 'test', notedBy: organisationId }).returning()
    await tx.insert(memberships).values({ organisationId, personId: person!.id, roles: [role], days: [] })
    who[name] = recognise({ accountId: name, personId: person!.id, organisationId, roles: [role] })
    return person!.id
  }
  const library = await make('partner', 'Bieb')
  ids.school = await make('school', 'S')
  ids.other = await make('school', 'O')
  await join('head', ids.school, 'directeur')
  await join('colleague', ids.school, 'leerkracht')
  const [asker, asked] = [await join('asker', ids.school, 'leerkracht'), await join('asked', ids.school, 'leerkracht')]
  const ownerId = await join('holder', ids.school, 'onderwijsassistent')
  await join('mr', ids.school, 'mr')
  await join('partner', library, 'partnercontact')
  await join('other partner', await make('partner', 'X'), 'partnercontact')
  await join('board', await make('board', 'B'), 'bestuurder')
  const elsewhere = await join('head elsewhere', ids.other, 'directeur')
  const line = async (schoolId: string, more: object) =>
    (
      await tx
        .insert(relations)
        .values({ schoolId, name: 'Bieb', levels: [], ...more })
        .returning()
    )[0]!.id
  ids.line = await line(ids.school, { organisationId: library, ownerId })
  const theirs = await line(ids.other, {})
  const three = { level: 'group', what: 'Een les', wishDay: '2026-12-14', answerBy: '2026-12-07' } as const
  const ask = async (schoolId: string, askedBy: string, to: object) =>
    (
      await tx
        .insert(requests)
        .values({ schoolId, askedBy, schoolName: 'S', ...three, ...to })
        .returning()
    )[0]!.id
  ids.toPartner = await ask(ids.school, asker, { relationId: ids.line })
  ids.toColleague = await ask(ids.school, asker, { personId: asked })
  ids.elsewhere = await ask(ids.other, elsewhere, { relationId: theirs })
  for (const [schoolId, requestId] of [
    [ids.school, ids.toPartner],
    [ids.school, ids.toColleague],
    [ids.other, ids.elsewhere],
  ] as const)
    await tx.insert(requestMoments).values({ schoolId, requestId, kind: 'asked', side: 'asking' })
  const link = async (requestId: string, schoolId: string, key: string, mail: string) => {
    const end = { expiresAt: new Date('2099-01-01') }
    const digests = { tokenDigest: key, replyDigest: `${key}-reply` }
    return (
      await tx
        .insert(requestLinks)
        .values({ schoolId, requestId, name: 'Sanne', mail, ...digests, ...end })
        .returning()
    )[0]!.id
  }
  ids.link = await link(ids.toPartner, ids.school, 'key', 'sanne@bieb.example')
  ids.otherLink = await link(ids.elsewhere, ids.other, 'key elsewhere', 'ander@x.example')
  await link(ids.toPartner, ids.school, 'revoked', 'sanne@bieb.example')
  await link(ids.toPartner, ids.school, 'over', 'sanne@bieb.example')
  await tx.execute(sql`update request_links set revoked_at = now() where token_digest = 'revoked'`)
  await tx.execute(sql`update request_links set expires_at = now() - interval '1 minute' where token_digest = 'over'`)
  const visit = { linkDigest: 'key', mail: 'sanne@bieb.example', expiresAt: new Date('2099-01-01') }
  await tx.insert(requestVisits).values([
    { ...visit, keyDigest: 'pending', visitDigest: 'pending+code' },
    { ...visit, keyDigest: 'done', visitDigest: 'visit', provedAt: new Date() },
    { ...visit, keyDigest: 'late', visitDigest: 'visit over', provedAt: new Date(), expiresAt: new Date('2000-01-01') },
  ])
}

class Undo extends Error {}
export type Deed = (tx: Tx, me: Actor | undefined) => Promise<{ length: number }>
export const guests = [
  'key',
  'key-reply',
  'key elsewhere',
  'revoked',
  'over',
  'pending',
  'pending+code',
  'visit',
  'visit over',
  'made up',
  '',
]
const everyone = () => [...Object.keys(who), 'account', ...guests.map((key) => `guest:${key}`)]

/** Whether the database lets this happen; whatever happened is taken back. */
export async function can(name: string, deed: Deed): Promise<boolean> {
  let did = false
  const work = (me?: Actor) => async (tx: Tx) => {
    did = (await deed(tx, me)).length > 0
    throw new Undo()
  }
  const actor = who[name]
  const done = actor
    ? actingAs(db, actor, work(actor))
    : name === 'account'
      ? actingAsAccount(db, 'nobody', work())
      : actingAsGuest(db, name.slice('guest:'.length), work())
  await done.catch((error) => {
    const code = error.cause?.code ?? error.code
    if (!(error instanceof Undo) && code !== '42501') throw error
  })
  return did
}

export async function only(names: readonly string[], deed: Deed, said: string) {
  const could: string[] = []
  for (const name of everyone()) if (await can(name, deed)) could.push(name)
  assert.deepEqual(could.sort(), [...names].sort(), said)
}

await actingAsKeeper(db, aSmallTown)
