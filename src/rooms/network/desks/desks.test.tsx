import assert from 'node:assert/strict'
import { before, test } from 'node:test'
import { sql } from 'drizzle-orm'
import { actingAs, type Tx } from '#kit/db/database.ts'
import { LanguageContext } from '#kit/words/words.ts'
import { addRelation, relations } from '#rooms/relations/door.ts'
import { startTakeover } from '#rooms/takeovers/door.ts'
import { aSmallTown, everyone } from '#test/small-town.ts'
import { partnerOf, relationOf } from '../exchange/rules.ts'
import { emptyPartner } from '../import/partner.ts'
import { partnerTaker } from '../lists/actions.ts'
import { allCards, countPartners, findCard } from '../queries.ts'
import { DesksOf } from './pages/desks.tsx'

const today = '2026-11-21'
let town: Awaited<ReturnType<typeof aSmallTown>>
const lines: Record<string, string> = {}

const blank = {
  ...{ form: 'organisation' as const, type: null, place: null, postcode: null, website: null, phone: null },
  ...{ levels: [], scale: null, since: null, ownerId: null, deputyId: null, faces: [] },
  ...{ obligation: null, legalNote: null, motives: [], about: null },
}
const face = { name: 'Dirk Alberts', work: 'leerplicht', phone: '0611112222', mail: null, days: [1], moment: null }
const asHead = <T,>(work: (tx: Tx) => Promise<T>) => actingAs(town.db, town.head, work)
const add = (name: string, more: Partial<Parameters<typeof addRelation>[2]> = {}) =>
  asHead((tx) => addRelation(tx, town.head, { ...blank, name, ...more }))

async function added(name: string, more: Parameters<typeof add>[1] = {}) {
  const done = await add(name, more)
  assert.ok(done.ok, name)
  lines[name] = done.id
  return done.id
}

before(async () => {
  town = await aSmallTown()
  const whole = await added('Gemeente')
  await added('Gemeente, leerplicht', { partOfId: whole, faces: [{ ...face, source: 'test' }] })
  await added('Gemeente, huisvesting', { partOfId: whole })
  await added('Buurvrouw Ans', { form: 'person' })
})

const shown = async (name: string) => {
  const card = await asHead((tx) => findCard(tx, town.school, lines[name] ?? '', today))
  return (
    <LanguageContext.Provider value="nl">
      <DesksOf name={name} desks={card?.desks ?? []} />
    </LanguageContext.Provider>
  ).toString()
}

test('a department names the whole and the desks beside it, with who sits there', async () => {
  const card = await shown('Gemeente, huisvesting')
  assert.match(card, /Andere loketten van Gemeente</)
  assert.match(card, new RegExp(`href="/netwerk/${lines['Gemeente']}"`))
  assert.match(card, /Gemeente, leerplicht[\s\S]*Dirk Alberts, leerplicht · 0611112222/)
  assert.doesNotMatch(card, /huisvesting/)
  const whole = await shown('Gemeente')
  assert.match(whole, /Loketten van Gemeente[\s\S]*huisvesting[\s\S]*leerplicht/)
  assert.equal((await shown('Buurvrouw Ans')).includes('loket'), false)
})

test('the municipality counts once', async () => {
  assert.equal(await asHead((tx) => countPartners(tx, town.school, today)), 2)
})

test('a part is an organisation, of a whole of the same school, one floor deep', async () => {
  const theirs = await actingAs(town.db, town.neighbour, (tx) =>
    addRelation(tx, town.neighbour, { ...blank, name: 'Gemeente' }),
  )
  assert.ok(theirs.ok)
  const refused = { ok: false, because: 'no-such-whole' }
  const whole = lines['Gemeente'] ?? ''
  assert.deepEqual(await add('Ambtenaar', { form: 'person', partOfId: whole }), refused)
  assert.deepEqual(await add('Balie', { partOfId: lines['Gemeente, leerplicht'] ?? '' }), refused)
  assert.deepEqual(await add('Balie', { partOfId: lines['Buurvrouw Ans'] ?? '' }), refused)
  assert.deepEqual(await add('Balie', { partOfId: theirs.id }), refused)
  // The database itself knows no line across schools, and none that is part of itself.
  const put = (partOfId: string) =>
    asHead((tx) => tx.update(relations).set({ partOfId }).where(sql`${relations.id} = ${whole}`))
  await assert.rejects(put(theirs.id))
  await assert.rejects(put(whole))
})

test('only who may tend the line says what it is part of', async () => {
  const ids = [lines['Gemeente, huisvesting']]
  for (const [who, actor] of Object.entries(await everyone(town))) {
    const changed = await actingAs(town.db, actor, (tx) =>
      tx
        .update(relations)
        .set({ partOfId: lines['Gemeente'] ?? '' })
        .where(sql`${relations.id} = ${ids[0]}`)
        .returning(),
    )
    assert.equal(changed.length, ['head', 'ib', 'leader', 'office'].includes(who) ? 1 : 0, who)
  }
})

test('a list says it, keeps what it cannot place in words, and gives it back', async () => {
  const around = { colleagues: [], spaces: [], source: 'lijst', today }
  const rows = [
    { name: 'Gemeente, sport', partOf: 'gemeente' },
    { name: 'Loket zorg', partOf: 'Onbekend', reply: 'binnen 2 werkdagen' },
  ].map((row) => ({
    name: row.name,
    said: { read: relationOf({ ...emptyPartner(), ...row }, around), completes: undefined },
  }))
  const started = await asHead((tx) => startTakeover(tx, town.head, partnerTaker, { rows, source: 'lijst', today }))
  assert.ok(started.ok && started.added === 2)
  const cards = await asHead((tx) => allCards(tx, town.school, today))
  const of = (name: string) => partnerOf(cards.find((card) => card.name === name)!)
  assert.equal(of('Gemeente, sport').partOf, 'Gemeente')
  assert.deepEqual([of('Loket zorg').reply, of('Gemeente, sport').reply], ['binnen 2 werkdagen', ''])
  assert.deepEqual([of('Loket zorg').partOf, of('Loket zorg').note], ['', 'Onderdeel van: Onbekend'])
})

test('with the whole gone its departments stay', async () => {
  await asHead((tx) => tx.delete(relations).where(sql`${relations.id} = ${lines['Gemeente']}`))
  const left = await asHead((tx) => tx.select().from(relations))
  assert.deepEqual(left.filter(({ partOfId }) => partOfId).length, 0)
  assert.ok(left.some(({ name }) => name === 'Gemeente, leerplicht'))
})
