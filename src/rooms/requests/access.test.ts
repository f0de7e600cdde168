import assert from 'node:assert/strict'
import { test } from 'node:test'
import { type SQL, sql } from 'drizzle-orm'
import { actingAsKeeper, rowsOf } from '#kit/db/database.ts'
import { faces } from '#rooms/relations/door.ts'
import { partyOf } from './access.ts'
import { requestLinks, requestMoments, requests, requestVisits } from './tables.ts'
import { can, type Deed, db, guests, ids, only, who } from './trial.test.ts'

/** Everyone × every table × every verb, refusals included; each deed is taken back. */
const bothSides = ['asker', 'holder', 'head', 'partner']
const keyed = ['guest:key', 'guest:key-reply', 'guest:visit']

test('who sees a request to a partner, and what happened to it', async () => {
  const seers = [...bothSides, ...keyed]
  await only(seers, (tx) => tx.select().from(requests).where(sql`id = ${ids.toPartner}`), 'request')
  await only(seers, (tx) => tx.select().from(requestMoments).where(sql`request_id = ${ids.toPartner}`), 'moments')
})

test('what one asks a colleague stays between the two', async () => {
  const seers = ['asker', 'asked']
  await only(seers, (tx) => tx.select().from(requests).where(sql`id = ${ids.toColleague}`), 'request')
  await only(seers, (tx) => tx.select().from(requestMoments).where(sql`request_id = ${ids.toColleague}`), 'moments')
})

test('each school sees its own', async () => {
  const seers = ['head elsewhere', 'guest:key elsewhere']
  await only(seers, (tx) => tx.select().from(requests).where(sql`id = ${ids.elsewhere}`), 'request')
  await only(seers, (tx) => tx.select().from(requestMoments).where(sql`request_id = ${ids.elsewhere}`), 'moments')
})

test('colleagues ask on their own behalf, along a line of theirs', async () => {
  const three = { level: 'group', what: 'x', schoolName: 'S', wishDay: '2026-12-14', answerBy: '2026-12-07' } as const
  const put =
    (more: object): Deed =>
    (tx, me) =>
      tx
        .insert(requests)
        .values({ schoolId: me?.organisationId ?? ids.school, askedBy: me?.personId ?? null, ...three, ...more })
        .returning({ id: requests.schoolId })
  const staff = ['asker', 'asked', 'holder', 'head', 'colleague']
  // Who asks sees her own; that is why `returning` answers.
  await only(staff, put({ relationId: ids.line }), 'to a partner')
  await only(
    staff.filter((name) => name !== 'asked'),
    put({ personId: who['asked']!.personId }),
    'to a colleague',
  )
  await only([], put({ relationId: ids.line, askedBy: who['board']!.personId }), 'in another’s name')
  await only([], put({ schoolId: ids.other, relationId: ids.line }), 'for another school')
  await only([], put({ personId: who['board']!.personId }), 'to who does not work here')
})

test('a request is never changed nor removed, by nobody', async () => {
  const id = sql`id = ${ids.toPartner}`
  await only(
    [],
    (tx) => tx.update(requests).set({ what: 'anders' }).where(id).returning({ id: requests.id }),
    'changed',
  )
  await only([], (tx) => tx.delete(requests).where(id).returning({ id: requests.id }), 'removed')
  const moment = sql`request_id = ${ids.toPartner}`
  await only(
    [],
    (tx) => tx.update(requestMoments).set({ text: 'anders' }).where(moment).returning({ id: requestMoments.id }),
    'moment changed',
  )
  await only([], (tx) => tx.delete(requestMoments).where(moment).returning({ id: requestMoments.id }), 'moment removed')
})

const moment =
  (
    more: Partial<typeof requestMoments.$inferInsert>,
    requestId = () => ids.toPartner,
    schoolId = () => ids.school,
  ): Deed =>
  (tx, me) =>
    tx
      .insert(requestMoments)
      .values({
        schoolId: schoolId(),
        requestId: requestId(),
        personId: me?.personId ?? null,
        kind: 'note',
        side: 'asking',
        ...more,
      })
      .returning({ id: requestMoments.id })

test('each side does its own part, with its own name', async () => {
  const asking = ['asker', 'holder', 'head']
  for (const kind of ['asked_on', 'done', 'withdrawn', 'rerouted', 'note'] as const)
    await only(asking, moment({ kind, side: 'asking' }), `asking ${kind}`)
  for (const kind of ['seen', 'accepted', 'declined', 'answered', 'done', 'note'] as const)
    await only(['partner'], moment({ kind, side: 'asked' }), `asked ${kind}`)
  for (const kind of ['withdrawn', 'rerouted', 'reminded', 'asked'] as const)
    await only([], moment({ kind, side: 'asked' }), `asked ${kind}`)
  const toColleague = moment({ kind: 'rerouted', side: 'asked' }, () => ids.toColleague)
  await only(['asked'], toColleague, 'a colleague who is asked sends it on')
  await only([], moment({ kind: 'accepted', side: 'asking' }), 'the other’s part')
  await only([], moment({ kind: 'reminded', side: 'asking' }), 'the house’s part')
  await only([], moment({ personId: crypto.randomUUID() }), 'in another’s name')
  await only(
    ['asked'],
    moment({ kind: 'answered', side: 'asked' }, () => ids.toColleague),
    'a colleague',
  )
  await only(
    ['asker'],
    moment({ kind: 'withdrawn', side: 'asking' }, () => ids.toColleague),
    'who asked a colleague',
  )
})

test('with a key one answers the request it opens, as its link, and no other', async () => {
  const byLink =
    (more: object, request = () => ids.toPartner, school = () => ids.school): Deed =>
    (tx, me) =>
      moment({ kind: 'answered', side: 'asked', linkId: ids.link, personId: null, ...more }, request, school)(tx, me)
  await only(keyed, byLink({}), 'its own')
  await only([], byLink({ linkId: null }), 'without saying which link')
  await only([], byLink({ linkId: ids.otherLink }), 'as another link')
  await only([], byLink({ personId: who['asker']!.personId }), 'as a person')
  await only([], byLink({ side: 'asking', kind: 'withdrawn' }), 'the other’s part')
  await only([], byLink({ kind: 'reminded' }), 'the house’s part')
  await only(
    [],
    byLink({}, () => ids.toColleague),
    'another request of this school',
  )
  await only(
    [],
    byLink(
      {},
      () => ids.elsewhere,
      () => ids.other,
    ),
    'another school’s',
  )
})

test('links are seen and ended by the side that asks, and made by the keeper', async () => {
  const mine = sql`id = ${ids.link}`
  // A link that has run out still shows her who holds it that it has.
  await only(['asker', 'holder', 'head', ...keyed], (tx) => tx.select().from(requestLinks).where(mine), 'seen')
  await only(
    ['asker', 'holder', 'head', 'guest:over', 'guest:visit'],
    (tx) => tx.select().from(requestLinks).where(sql`token_digest = 'over'`),
    'run out',
  )
  await only(
    ['asker', 'holder', 'head'],
    (tx) => tx.select().from(requestLinks).where(sql`token_digest = 'revoked'`),
    'ended',
  )
  const set =
    (values: object): Deed =>
    (tx) =>
      tx.update(requestLinks).set(values).where(mine).returning({ id: requestLinks.id })
  await only(['asker', 'holder', 'head'], set({ revokedAt: new Date() }), 'ended')
  await only([], set({ revokedAt: null }), 'brought back')
  for (const values of [{ mail: 'ik@evil.example' }, { tokenDigest: 'mijn' }, { expiresAt: new Date('2199-01-01') }])
    await only([], set(values), Object.keys(values).join())
  const fresh = {
    name: 'x',
    mail: 'x@x',
    tokenDigest: 'nieuw',
    replyDigest: 'nieuw',
    expiresAt: new Date('2099-01-01'),
  }
  await only(
    [],
    (tx) =>
      tx
        .insert(requestLinks)
        .values({ schoolId: ids.school, requestId: ids.toPartner, ...fresh })
        .returning({ id: requestLinks.id }),
    'made',
  )
  await only([], (tx) => tx.delete(requestLinks).where(mine).returning({ id: requestLinks.id }), 'removed')
})

test('a visit is asked for with a link, proved with a code, and is nobody else’s', async () => {
  const put =
    (values: object): Deed =>
    async (tx) => {
      await tx
        .insert(requestVisits)
        .values({ keyDigest: crypto.randomUUID(), linkDigest: 'key', expiresAt: new Date('2099-01-01'), ...values })
      return [1]
    }
  await only(['guest:key'], put({}), 'asked for')
  await only([], put({ mail: 'ik@evil.example' }), 'to an address of her own')
  await only([], put({ visitDigest: 'key', provedAt: new Date() }), 'proved at once')
  const see =
    (key: string): Deed =>
    (tx) =>
      tx.select({ id: requestVisits.id }).from(requestVisits).where(sql`key_digest = ${key}`)
  await only(['guest:pending', 'guest:pending+code'], see('pending'), 'seen')
  await only(['guest:visit'], see('done'), 'seen')
  const prove: Deed = (tx) =>
    tx
      .update(requestVisits)
      .set({ provedAt: new Date() })
      .where(sql`key_digest = 'pending'`)
      .returning({ id: requestVisits.id })
  await only(['guest:pending+code'], prove, 'proved: only with the code')
  const move: Deed = (tx) =>
    tx.update(requestVisits).set({ mail: 'ik@evil.example' }).returning({ id: requestVisits.id })
  await only([], move, 'moved to another address')
  await only([], (tx) => tx.delete(requestVisits).returning({ id: requestVisits.id }), 'removed')
})

test('a guest puts letters about requests ready, and no other work', async () => {
  const put =
    (kind: string): Deed =>
    async (tx) => {
      await tx.execute(sql`insert into outbox (kind, payload) values (${kind}, '{}')`)
      return [1]
    }
  const members = [...Object.keys(who), 'account']
  const held = guests.filter((key) => key !== '').map((key) => `guest:${key}`)
  for (const kind of ['requests.tell', 'requests.link', 'requests.code'])
    await only([...members, ...held], put(kind), kind)
  for (const kind of ['mail', 'requests.forget', 'retention']) await only(members, put(kind), kind)
})

test('the pages ask the same rule', () => {
  const seen = {
    schoolId: ids.school,
    askedBy: who['asker']!.personId,
    personId: null,
    relationId: ids.line,
    ownerId: who['holder']!.personId,
    deputyId: null,
    organisationId: who['partner']!.organisationId,
  }
  const parties = Object.entries(who).map(([name, actor]) => [name, partyOf(actor, seen)] as const)
  const of = (party: string) =>
    parties
      .filter(([, one]) => one === party)
      .map(([name]) => name)
      .sort()
  assert.deepEqual(of('asking'), ['asker', 'head', 'holder'])
  assert.deepEqual(of('asked'), ['partner'])
})

test('a link ends with the line, and with whoever got it; so do answers by mail and her visit', async () => {
  const put = (statement: SQL) => actingAsKeeper(db, (tx) => tx.execute(statement))
  const [face] = await actingAsKeeper(db, (tx) =>
    tx
      .insert(faces)
      .values({ schoolId: ids.school, relationId: ids.line, name: 'Sanne', rank: 0, days: [], source: 'test' })
      .returning(),
  )
  await put(sql`update request_links set face_id = ${face!.id} where request_id = ${ids.toPartner}`)
  const opens = async (said: string, open: boolean) => {
    for (const key of keyed) {
      const see: Deed = (tx) => tx.select().from(requests).where(sql`id = ${ids.toPartner}`)
      const read: Deed = (tx) => tx.select().from(requestMoments).where(sql`request_id = ${ids.toPartner}`)
      assert.deepEqual([await can(key, see), await can(key, read)], [open, open], `${said}: ${key}`)
    }
    const answer = moment({ side: 'asked', kind: 'answered', linkId: ids.link })
    assert.equal(await can('guest:key', answer), open, said)
  }
  await opens('at work', true)
  await put(sql`update faces set left_on = current_date where id = ${face!.id}`)
  await opens('left', false)
  await put(sql`update faces set left_on = null where id = ${face!.id}`)
  await put(sql`update relations set until = current_date - 1 where id = ${ids.line}`)
  await opens('ended', false)
  await put(sql`update relations set until = current_date where id = ${ids.line}`)
  await opens('on its last day', true)
  await put(sql`update relations set until = null where id = ${ids.line}`)
  const named: Deed = async (tx) => rowsOf(tx, sql`select name from faces`)
  assert.equal(await can('guest:key', named), false, 'and no more of it than that')
})
