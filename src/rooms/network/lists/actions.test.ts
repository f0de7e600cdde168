import assert from 'node:assert/strict'
import { before, test } from 'node:test'
import { type Actor, recognise } from '#kit/db/actor.ts'
import { actingAs, actingAsKeeper, type Database, type Tx } from '#kit/db/database.ts'
import { readPasted, readSheet } from '#kit/sheet/read.ts'
import { addPresence } from '#rooms/agenda/door.ts'
import { organisations } from '#rooms/organisations/door.ts'
import { memberships, people, spaces } from '#rooms/people/door.ts'
import { addRelation, faces, relations } from '#rooms/relations/door.ts'
import { startTakeover } from '#rooms/takeovers/door.ts'
import { freshDatabase } from '#test/engine.ts'
import { setAnswers } from '../actions.ts'
import { partnerOf } from '../exchange/rules.ts'
import { writePartners } from '../import/export.ts'
import { allCards } from '../queries.ts'
import { partnerTaker } from './actions.ts'
import { type Choice, readKept, writeKept } from './forms.ts'
import { besideList } from './queries.ts'
import { fullestSheet, keepOf, layBeside, mappingOf, takingsOf } from './rules.ts'

const today = '2026-11-21'
let db: Database
before(async () => {
  db = await freshDatabase()
})

/** A small school with a head, an internal supervisor and two rooms. */
async function aSchool(name: string): Promise<Actor> {
  return actingAsKeeper(db, async (tx) => {
    const [school] = await tx.insert(organisations).values({ kind: 'school', name, source: 'typed' }).returning()
    const organisationId = school!.id
    const [head, marijke] = await tx
      .insert(people)
      .values(['Bo Smit', 'Marijke de Wit'].map((one) => ({ name: one, source: 'test', notedBy: organisationId })))
      .returning()
    await tx.insert(memberships).values([
      { organisationId, personId: head!.id, roles: ['directeur'], days: [1, 2] },
      { organisationId, personId: marijke!.id, roles: ['ib'], days: [] },
    ])
    await tx
      .insert(spaces)
      .values(['Spreekkamer', 'Speellokaal'].map((space) => ({ schoolId: organisationId, name: space })))
    return recognise({ accountId: 'a', personId: head!.id, organisationId, roles: ['directeur'] })
  })
}

const exported = (me: Actor) =>
  actingAs(db, me, async (tx) => writePartners((await allCards(tx, me.organisationId, today)).map(partnerOf)))

/** All steps of the pages, without the pages: read, map, lay beside, take over. */
async function imported(me: Actor, given: Uint8Array | string, choices = new Map<number, Choice>()) {
  const reading = typeof given === 'string' ? await readPasted(given) : await readSheet(given)
  assert.ok(reading.ok)
  const kept = readKept({ kept: writeKept(keepOf('lijst.csv', reading.sheets)!) })!
  const sheet = fullestSheet(kept.sheets)
  return actingAs(db, me, async (tx) => {
    const beside = await besideList(tx, me.organisationId, today)
    const preview = layBeside({ kept, sheet, mapping: mappingOf(kept, sheet), beside })
    const source = 'lijst “lijst.csv”, za 21 nov'
    const rows = takingsOf(preview, choices, source)
    const started = await startTakeover(tx, me, partnerTaker, { rows, source, today })
    assert.ok(started.ok && started.finished)
    const { ok, added, completed, left } = started
    return { preview, taken: { ok, added, completed, left } }
  })
}

const nothing = {
  ...{
    form: 'organisation' as const,
    type: null,
    place: null,
    postcode: null,
    website: null,
    phone: null,
    levels: [],
    scale: null,
    since: null,
  },
  ...{ ownerId: null, deputyId: null, obligation: null, legalNote: null, motives: [], about: null, faces: [] },
}
const face = { work: null, phone: null, mail: null, days: [], moment: null, source: 'test' }

/** Three partners with everything that can be said about one, and signs that lists stumble over. */
async function fill(tx: Tx, me: Actor) {
  const [marijke] = (await besideList(tx, me.organisationId, today)).colleagues.filter(({ name }) =>
    name.startsWith('Marijke'),
  )
  const rooms = await tx.select().from(spaces)
  const speak = rooms.find(({ name }) => name === 'Spreekkamer')!.id
  const library = await addRelation(tx, me, {
    ...{
      ...nothing,
      name: '=Bibliotheek; "De Leeshoek" | 2',
      type: 'bibliotheek',
      place: 'Oeverdam',
      postcode: '1999 AB',
      website: 'https://leeshoek.example',
    },
    ...{
      phone: '0101234567',
      levels: ['group', 'organisation'] as ('group' | 'organisation')[],
      scale: 'gemeente' as const,
      since: '2019-09-01',
    },
    ...{
      ownerId: marijke!.personId,
      deputyId: me.personId,
      obligation: 'law' as const,
      legalNote: 'artikel 9; lid 2',
      motives: ['preventie', 'nabijheid'],
    },
    about: 'Eerste regel\nTweede regel; met "tekens"',
    faces: [
      {
        ...face,
        name: 'Sanne de Boer',
        work: 'leesconsulent',
        phone: '0612345678',
        mail: 'sanne@leeshoek.example',
        days: [2, 4],
        moment: 'di na 15 uur',
      },
      { ...face, name: 'Üzeyir Öztürk | invaller', phone: '0687654321' },
    ],
  })
  const speech = await addRelation(tx, me, { ...nothing, name: 'Logopedie Oever', type: 'logopedist' })
  const ans = await addRelation(tx, me, {
    ...nothing,
    name: 'Buurvrouw Ans',
    form: 'person',
    faces: [{ ...face, name: 'Buurvrouw Ans', phone: '0611112222' }],
  })
  assert.ok(library.ok && speech.ok && ans.ok)
  const hour = { from: '09:00', until: '12:00', spaceId: speak, what: 'korte vragen' }
  await addPresence(tx, me, library.id, { ...hour, weekdays: [1, 3] })
  await addPresence(tx, me, speech.id, { ...hour, weekdays: [2] })
  await addPresence(tx, me, speech.id, { weekdays: [4], from: '13:00', until: '15:30', spaceId: null, what: null })
  await setAnswers(tx, me, speech.id, ['spraak_taal', 'leesmotivatie'])
  await setAnswers(tx, me, library.id, ['leesmotivatie'])
}

test('a list that we wrote comes back without loss, at another school and letter by letter', async () => {
  const [here, there] = [await aSchool('Hier'), await aSchool('Daar')]
  await actingAs(db, here, (tx) => fill(tx, here))
  const list = await exported(here)
  const { preview, taken } = await imported(there, list)
  assert.deepEqual([preview.mapping.exact, preview.read.bad, preview.same.size], [true, [], 0])
  assert.deepEqual(taken, { ok: true, added: 3, completed: 0, left: 0 })
  const again = await exported(there)
  assert.equal(new TextDecoder().decode(again), new TextDecoder().decode(list))
})

test('the same list once more finds everything there and changes nothing', async () => {
  const me = await aSchool('Nog eens')
  await actingAs(db, me, (tx) => fill(tx, me))
  const list = await exported(me)
  const { preview, taken } = await imported(me, list)
  assert.deepEqual([preview.same.size, taken], [3, { ok: true, added: 0, completed: 3, left: 0 }])
  assert.equal(new TextDecoder().decode(await exported(me)), new TextDecoder().decode(list))
})

const messy = `Onze partners
Naam;Wat doen ze;Contactpersoon;Telefoon;Wie bij ons;Woonplaats
Bieb Leeshoek;bibliotheek;Sanne de Boer;06-12345678;juf Marijke;Oeverdam
;;Iemand;0612;;
Wijkagent;politie;Kim Jansen;0900-8844;Petra;Oeverdam
`

test('a school’s own list: colleagues by first name, faces with their source, unknown names kept', async () => {
  const me = await aSchool('Rommelig')
  const { taken, preview } = await imported(me, messy)
  assert.deepEqual(taken, { ok: true, added: 2, completed: 0, left: 0 })
  assert.ok(preview.read.bad.length + preview.read.notes.length > 0)
  await actingAs(db, me, async (tx) => {
    const cards = await allCards(tx, me.organisationId, today)
    assert.deepEqual(
      cards.map(({ name, owner }) => [name, owner?.name]),
      [
        ['Bieb Leeshoek', 'Marijke de Wit'],
        ['Wijkagent', undefined],
      ],
    )
    assert.match(cards[1]?.reason?.about ?? '', /Wie bij ons: Petra/)
    const sources = await tx.select({ source: faces.source }).from(faces)
    assert.ok(sources.length >= 2 && sources.every(({ source }) => source === 'lijst “lijst.csv”, za 21 nov'))
  })
})

test('what is there already is completed, skipped or added, as one chooses', async () => {
  const me = await aSchool('Dubbel')
  const first = 'Naam;Telefoon;Plaats\nBibliotheek De Leeshoek;0101234567;Oeverdam\n'
  const later = 'Naam;Website;Plaats\nBibliotheek De Leeshoek;www.leeshoek.example;Oeverdam\n'
  await imported(me, first)
  const count = () =>
    actingAs(db, me, async (tx) => (await tx.select().from(relations)).map(({ phone, website }) => [phone, website]))
  assert.deepEqual((await imported(me, later, new Map([[2, 'skip']]))).taken, {
    ok: true,
    added: 0,
    completed: 0,
    left: 0,
  })
  assert.deepEqual(await count(), [['010 123 45 67', null]])
  assert.deepEqual((await imported(me, later)).taken, { ok: true, added: 0, completed: 1, left: 0 })
  assert.deepEqual(await count(), [['010 123 45 67', 'https://www.leeshoek.example']])
  // The very same name in the very same place is not added twice, even when asked.
  assert.deepEqual((await imported(me, later, new Map([[2, 'add']]))).taken, {
    ok: true,
    added: 0,
    completed: 0,
    left: 1,
  })
})

test('who does not tend the network takes no list over', async () => {
  const me = await aSchool('Stil')
  const teacher = recognise({ ...me, roles: ['leerkracht'] })
  const partner = recognise({ ...me, roles: ['partnercontact'] })
  for (const who of [teacher, partner])
    assert.deepEqual(
      await actingAs(db, who, (tx) => startTakeover(tx, who, partnerTaker, { rows: [], source: '', today })),
      { ok: false, because: 'not-yours' },
    )
})

test('what came along badly is not believed', () => {
  for (const kept of ['', '{', '[]', '{"file":"x","sheets":[]}', '{"file":"x","sheets":[{"name":1}]}'])
    assert.equal(readKept({ kept }), undefined)
})

test('a list that is no list of one school’s partners is refused; signs no database keeps are dropped', () => {
  const rows = (count: number) => Array.from({ length: count }, () => ['x'])
  assert.equal(keepOf('a', [{ name: '', rows: rows(2001), merged: [] }]), undefined)
  assert.equal(keepOf('a', [{ name: '', rows: [['']], merged: [] }]), undefined)
  assert.deepEqual(keepOf('a\u0000', [{ name: '', rows: [['b\u0000\ud800']], merged: [] }]), {
    file: 'a',
    sheets: [{ name: '', rows: [['b\ufffd']], merged: [] }],
  })
})
