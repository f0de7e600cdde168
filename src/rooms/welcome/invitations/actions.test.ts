import assert from 'node:assert/strict'
import { test } from 'node:test'
import { and, eq } from 'drizzle-orm'
import type { Actor } from '#kit/db/actor.ts'
import { actingAs, actingAsKeeper, type Database } from '#kit/db/database.ts'
import { outbox } from '#kit/jobs/tables.ts'
import { organisations } from '#rooms/organisations/door.ts'
import { memberships, people, whoIsThis } from '#rooms/people/door.ts'
import { addRelation, faces, relations } from '#rooms/relations/door.ts'
import type { freshDatabase } from '#test/engine.ts'
import { aSmallTown, somebody } from '#test/small-town.ts'
import { invitations } from '../tables.ts'
import { enter, invitePartner, withdraw } from './actions.ts'
import { openInvitations } from './queries.ts'

const now = new Date('2026-11-21T10:00:00Z')
const days = (count: number) => new Date(now.getTime() + count * 86_400_000)
const sending = { now, baseUrl: 'https://huis.example', language: 'nl' }
type Db = Awaited<ReturnType<typeof freshDatabase>>

const blank = {
  ...{ form: 'organisation' as const, type: 'bibliotheek', levels: [], scale: null, since: null, ownerId: null },
  ...{ deputyId: null, obligation: null, legalNote: null, motives: [], about: null },
  ...{ postcode: '9641 AA', website: 'https://bieb.example', phone: '0598 12 34 56', place: 'Veendam' },
}
type Given = { name?: string; form?: 'organisation' | 'person'; mail?: string | null; ownerId?: string }

/** A line of this actor's school, with one face. */
async function aLine(db: Db, me: Actor, { name = 'De Bieb', form = 'organisation', mail, ownerId }: Given = {}) {
  const face = {
    ...{ name: 'Babs Bieb', work: null, phone: null, mail: mail === undefined ? 'babs@bieb.example' : mail },
    ...{ days: [], moment: null, source: 'lijst.xlsx, 21 nov 2026' },
  }
  const made = await actingAs(db, me, (tx) =>
    addRelation(tx, me, { ...blank, name, form, ...(ownerId ? { ownerId } : {}), faces: [face] }),
  )
  assert.ok(made.ok)
  const [kept] = await actingAs(db, me, (tx) => tx.select().from(faces).where(eq(faces.relationId, made.id)))
  return { relationId: made.id, faceId: kept!.id }
}

/** Bert, who works there too. */
const anotherFace = (db: Db, me: Actor, relationId: string) =>
  actingAs(db, me, async (tx) => {
    const face = { name: 'Bert Bieb', mail: 'bert@bieb.example', days: [], source: 'test' }
    const line = { schoolId: me.organisationId, relationId, rank: 1 }
    const [made] = await tx
      .insert(faces)
      .values({ ...line, ...face })
      .returning()
    return made!.id
  })

const ask = (db: Db, me: Actor, faceId: string, at = now) =>
  actingAs(db, me, (tx) => invitePartner(tx, me, { faceId, ...sending, now: at }))

/** Letters that wait to be sent, newest last, with the token of each. */
async function post(db: Database) {
  const jobs = await actingAsKeeper(db, (tx) =>
    tx.select().from(outbox).where(eq(outbox.kind, 'mail')).orderBy(outbox.enqueuedAt),
  )
  return jobs.map(({ payload }) => {
    const { to, text } = payload as { to: string; text: string }
    return { to, text, token: /uitnodiging\/([\w-]+)/.exec(text)?.[1] ?? '' }
  })
}
const lastToken = async (db: Database) => (await post(db)).at(-1)!.token
const come = (db: Db, token: string, accountId: string, more: { at?: Date; wish?: string } = {}) =>
  actingAsKeeper(db, (tx) => enter(tx, { token, accountId, now: more.at ?? now, wish: more.wish }))
const claimed = (db: Db) =>
  actingAsKeeper(db, (tx) => tx.select().from(organisations).where(eq(organisations.source, 'claimed')))
const lineOf = async (db: Db, id: string) =>
  (await actingAsKeeper(db, (tx) => tx.select().from(relations).where(eq(relations.id, id))))[0]

/** The first school invites Babs and she comes in. */
async function babsIsIn(db: Db, head: Actor) {
  const line = await aLine(db, head)
  assert.ok((await ask(db, head, line.faceId)).ok)
  const entered = await come(db, await lastToken(db), 'babs')
  assert.ok(entered.ok)
  return { ...line, organisationId: entered.organisationId }
}

test('a face who accepts speaks for her own organisation, made from the public facts of the line', async () => {
  const { db, head } = await aSmallTown()
  const { relationId, organisationId } = await babsIsIn(db, head)
  const [made] = await claimed(db)
  const { name, type, place, website, phone, kind, typedBy } = made!
  assert.deepEqual(
    { name, type, place, website, phone, kind, typedBy },
    {
      ...{ name: 'De Bieb', type: 'bibliotheek', place: 'Veendam', website: 'https://bieb.example' },
      ...{ phone: '0598 12 34 56', kind: 'partner', typedBy: 'babs' },
    },
  )
  assert.equal((await lineOf(db, relationId))?.organisationId, organisationId)
  const who = await actingAsKeeper(db, (tx) => whoIsThis(tx, 'babs', '2026-11-21'))
  assert.deepEqual(
    who?.places.map(({ organisationId: id, roles }) => [id, roles]),
    [[organisationId, ['partnercontact']]],
  )
})

test('the letter says where her name came from, and its token is nowhere else', async () => {
  const { db, head } = await aSmallTown()
  const { faceId } = await aLine(db, head)
  await ask(db, head, faceId)
  const [letter] = await post(db)
  assert.equal(letter?.to, 'babs@bieb.example')
  assert.match(letter?.text ?? '', /lijst\.xlsx, 21 nov 2026/)
  const kept = JSON.stringify(await actingAsKeeper(db, (tx) => tx.select().from(invitations)))
  assert.ok((letter?.token.length ?? 0) >= 32 && !kept.includes(letter!.token))
})

test('a second school inviting the same mail ends with one organisation and two schools', async () => {
  const { db, head, neighbour } = await aSmallTown()
  const first = await babsIsIn(db, head)
  const theirs = await aLine(db, neighbour, { name: 'Bibliotheek Veendam' })
  assert.ok((await ask(db, neighbour, theirs.faceId)).ok)
  assert.equal((await claimed(db)).length, 1, 'an invitation alone matches nothing')
  assert.equal((await lineOf(db, theirs.relationId))?.organisationId, null)
  const entered = await come(db, await lastToken(db), 'babs')
  assert.deepEqual(entered, { ok: true, organisationId: first.organisationId })
  assert.equal((await claimed(db)).length, 1)
  assert.equal((await lineOf(db, theirs.relationId))?.organisationId, first.organisationId)
  const babs = await actingAsKeeper(db, (tx) => tx.select().from(people).where(eq(people.accountId, 'babs')))
  assert.equal(babs.length, 1)
})

test('nothing is matched by name or mail: another person at the same partner makes another organisation', async () => {
  const { db, head, neighbour } = await aSmallTown()
  await babsIsIn(db, head)
  const theirs = await aLine(db, neighbour)
  await ask(db, neighbour, theirs.faceId)
  assert.ok((await come(db, await lastToken(db), 'somebody-else')).ok)
  assert.equal((await claimed(db)).length, 2)
})

test('the neighbour sees nothing of the line, the face or the invitation', async () => {
  const { db, head, neighbour } = await aSmallTown()
  const { faceId, relationId } = await babsIsIn(db, head)
  const seen = await actingAs(db, neighbour, async (tx) => [
    await tx.select().from(invitations),
    await tx.select().from(faces).where(eq(faces.id, faceId)),
    await tx.select().from(relations).where(eq(relations.id, relationId)),
    await tx.select().from(people).where(eq(people.accountId, 'babs')),
  ])
  assert.deepEqual(seen, [[], [], [], []])
  assert.deepEqual(await ask(db, neighbour, faceId), { ok: false, because: 'not-found' })
})

test('who speaks for an organisation says whether this line is that one; another person’s is no choice', async () => {
  const { db, head, neighbour, partner } = await aSmallTown()
  const first = await babsIsIn(db, head)
  const theirs = await aLine(db, neighbour, { name: 'Sportclub' })
  await ask(db, neighbour, theirs.faceId)
  const token = await lastToken(db)
  assert.deepEqual(await come(db, token, 'babs', { wish: partner }), { ok: false, because: 'choose' })
  const fresh = await come(db, token, 'babs', { wish: 'new' })
  assert.ok(fresh.ok && fresh.organisationId !== first.organisationId)
  const third = await aLine(db, neighbour, { name: 'Nog een' })
  await ask(db, neighbour, third.faceId)
  const last = await lastToken(db)
  assert.deepEqual(await come(db, last, 'babs'), { ok: false, because: 'choose' }, 'with two she must say')
  assert.deepEqual(await come(db, last, 'babs', { wish: first.organisationId }), {
    ok: true,
    organisationId: first.organisationId,
  })
})

test('a line that is claimed lets nobody else in through the school', async () => {
  const { db, head } = await aSmallTown()
  const { relationId } = await babsIsIn(db, head)
  const second = await anotherFace(db, head, relationId)
  assert.deepEqual(await ask(db, head, second), { ok: false, because: 'claimed', relationId })
})

test('of two faces invited before anyone came, the first claims and the second stays out', async () => {
  const { db, head } = await aSmallTown()
  const { relationId, faceId } = await aLine(db, head)
  const other = await anotherFace(db, head, relationId)
  await ask(db, head, faceId)
  await ask(db, head, other)
  const letters = await post(db)
  const tokenOf = (mail: string) => letters.find(({ to }) => to === mail)!.token
  const [one, two] = await Promise.all([
    come(db, tokenOf('babs@bieb.example'), 'babs'),
    come(db, tokenOf('bert@bieb.example'), 'bert'),
  ])
  assert.deepEqual([one.ok, two.ok].sort(), [false, true])
  assert.equal((await claimed(db)).length, 1)
  const late = await actingAsKeeper(db, (tx) => whoIsThis(tx, one.ok ? 'bert' : 'babs', '2026-11-21'))
  assert.equal(late, undefined)
})

test('who holds the line may invite, and who keeps the network; another colleague, a partner or a board may not', async () => {
  const { db, head, teacher, ib, therapist, trustee, school } = await aSmallTown()
  const holder = await somebody(db, school, 'Henk Houder', ['leerkracht'])
  const { faceId } = await aLine(db, head, { ownerId: holder.personId })
  for (const who of [head, ib, holder]) assert.equal((await ask(db, who, faceId)).ok, true)
  assert.deepEqual(await ask(db, teacher, faceId), { ok: false, because: 'not-yours' })
  for (const who of [therapist, trustee])
    assert.deepEqual(await ask(db, who, faceId), { ok: false, because: 'not-found' })
  await assert.rejects(
    () =>
      actingAs(db, teacher, (tx) =>
        tx
          .insert(invitations)
          .values({ organisationId: school, faceId, mail: 'x@x.example', tokenDigest: 'x', expiresAt: days(1) }),
      ),
    'the database says so too',
  )
})

test('two clicks at the same moment let her in once', async () => {
  const { db, head } = await aSmallTown()
  const { faceId } = await aLine(db, head)
  await ask(db, head, faceId)
  const token = await lastToken(db)
  const both = await Promise.all([come(db, token, 'babs'), come(db, token, 'babs')])
  assert.equal(both.filter(({ ok }) => ok).length, 1)
  assert.equal((await claimed(db)).length, 1)
  assert.equal((await come(db, token, 'babs')).ok, false)
})

test('an invitation that expired, was withdrawn, or was never sent lets nobody in', async () => {
  const { db, head } = await aSmallTown()
  const { faceId } = await aLine(db, head)
  await ask(db, head, faceId)
  const first = await lastToken(db)
  assert.equal((await come(db, first, 'babs', { at: days(14) })).ok, false, 'expired')
  await ask(db, head, faceId)
  assert.equal((await come(db, first, 'babs')).ok, false, 'a new letter withdraws the old')
  const second = await lastToken(db)
  const [open] = await actingAs(db, head, (tx) => openInvitations(tx, head.organisationId, now))
  assert.equal(await actingAs(db, head, (tx) => withdraw(tx, head, open!.id, now)), true)
  assert.equal((await come(db, second, 'babs')).ok, false, 'withdrawn')
  const [digest] = await actingAsKeeper(db, (tx) => tx.select({ of: invitations.tokenDigest }).from(invitations))
  for (const guess of ['', 'x', '%', digest!.of, second.slice(1), second.toUpperCase()])
    assert.deepEqual(await come(db, guess, 'babs'), { ok: false, because: 'gone' }, guess)
  assert.deepEqual(await claimed(db), [])
})

test('only who may invite takes an invitation back', async () => {
  const { db, head, teacher, neighbour } = await aSmallTown()
  const { faceId } = await aLine(db, head)
  await ask(db, head, faceId)
  const [open] = await actingAs(db, head, (tx) => openInvitations(tx, head.organisationId, now))
  for (const who of [teacher, neighbour])
    assert.equal(await actingAs(db, who, (tx) => withdraw(tx, who, open!.id, now)), false)
  assert.deepEqual(await actingAs(db, teacher, (tx) => openInvitations(tx, head.organisationId, now)), [])
})

test('who has no mail, left, or stands at a line that ended, is not asked', async () => {
  const { db, head } = await aSmallTown()
  const noMail = await aLine(db, head, { mail: null })
  assert.deepEqual(await ask(db, head, noMail.faceId), {
    ...{ ok: false, because: 'no-mail', relationId: noMail.relationId },
  })
  const left = await aLine(db, head, { name: 'Vertrokken' })
  await actingAs(db, head, (tx) => tx.update(faces).set({ leftOn: '2026-11-21' }).where(eq(faces.id, left.faceId)))
  assert.deepEqual(await ask(db, head, left.faceId), { ok: false, because: 'gone', relationId: left.relationId })
  const ended = await aLine(db, head, { name: 'Gestopt' })
  await actingAs(db, head, (tx) =>
    tx.update(relations).set({ until: '2026-11-20' }).where(eq(relations.id, ended.relationId)),
  )
  assert.deepEqual(await ask(db, head, ended.faceId), { ok: false, because: 'gone', relationId: ended.relationId })
  assert.deepEqual(await post(db), [])
})

test('of a neighbour or a group her own number and postcode do not become public', async () => {
  const { db, head } = await aSmallTown()
  const { faceId } = await aLine(db, head, { name: 'Opa Kees', form: 'person' })
  await ask(db, head, faceId)
  await come(db, await lastToken(db), 'kees')
  const [made] = await claimed(db)
  assert.deepEqual([made?.name, made?.phone, made?.postcode, made?.place], ['Opa Kees', null, null, 'Veendam'])
})

test('who is a colleague somewhere and a partner elsewhere is one person with two places', async () => {
  const { db, head, neighbour } = await aSmallTown()
  const { faceId } = await aLine(db, head)
  await ask(db, head, faceId)
  assert.ok((await come(db, await lastToken(db), neighbour.accountId)).ok)
  const here = await actingAsKeeper(db, (tx) =>
    tx.select().from(memberships).where(eq(memberships.personId, neighbour.personId)),
  )
  assert.deepEqual(here.map(({ roles }) => roles[0]).sort(), ['directeur', 'partnercontact'])
})

test('a face that is removed takes her open invitation along', async () => {
  const { db, head } = await aSmallTown()
  const { faceId } = await aLine(db, head)
  await ask(db, head, faceId)
  const ours = and(eq(faces.schoolId, head.organisationId), eq(faces.id, faceId))
  await actingAs(db, head, (tx) => tx.delete(faces).where(ours))
  assert.equal((await come(db, await lastToken(db), 'babs')).ok, false)
})
