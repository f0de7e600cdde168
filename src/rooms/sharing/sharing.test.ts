import assert from 'node:assert/strict'
import { before, test } from 'node:test'
import { eq, inArray, sql } from 'drizzle-orm'
import type { Actor } from '#kit/db/actor.ts'
import { actingAs, actingAsKeeper, type Database, type Tx } from '#kit/db/database.ts'
import { trail } from '#kit/trail/tables.ts'
import { beginPlaybook, playbooks } from '#rooms/events/door.ts'
import { organisations } from '#rooms/organisations/door.ts'
import { faces, relations } from '#rooms/relations/door.ts'
import { writeRoute } from '#rooms/signpost/door.ts'
import { aSmallTown, somebody } from '#test/small-town.ts'
import { reached, visits } from '#test/visit.tsx'
import { forgetFacesGiven, offerPartner, offerPlaybook, take, withdraw } from './actions.ts'
import { inside } from './routes.tsx'
import { objection } from './rules.ts'
import { offerSchools, offerSources, offers, takings } from './tables.ts'

let town: Awaited<ReturnType<typeof aSmallTown>>
let db: Database
let visit: ReturnType<typeof visits>
type FiveIds = [string, string, string, string, string]
const extra: Record<string, Actor> = {}
const today = '2026-11-21'
const [farm, mill, club, dana, gone] = Array.from({ length: 5 }, () => crypto.randomUUID()) as FiveIds
const place = { latitude: 52.09, longitude: 5.12 }
const open = { note: null, faces: [] as string[], agreed: false, audience: 'board' as const, km: 5, schools: [], today }
const ids: Record<'board' | 'near' | 'chosen', string> = { board: '', near: '', chosen: '' }

before(async () => {
  town = await aSmallTown()
  db = town.db
  visit = visits(db, inside)
  await actingAsKeeper(db, async (tx) => {
    await tx
      .update(organisations)
      .set(place)
      .where(inArray(organisations.id, [town.school, town.other]))
    const line = (id: string, name: string) => ({ schoolId: town.school, id, name, levels: [], place: 'Veen' })
    await tx.insert(relations).values([line(farm, 'Boerderij'), line(mill, 'Molen'), line(club, 'Club')])
    const face = (id: string, name: string, leftOn: string | null) => ({
      ...{ schoolId: town.school, id, relationId: farm, rank: 0, name, work: 'boerin', phone: '0612345678' },
      ...{ mail: 'dana@boerderij.example', days: [], source: 'test', leftOn },
    })
    await tx.insert(faces).values([face(dana, 'Dana Boer', null), face(gone, 'Weg Is Weg', '2026-01-01')])
  })
  // Three schools of nobody's board: next door in the national list, next door but typed in, and far away.
  for (const [name, source, latitude] of [
    ['nextdoor', 'duo', 52.1],
    ['typed', 'typed', 52.1],
    ['far', 'duo', 53.2],
  ] as const) {
    const values = { kind: 'school' as const, name, source, latitude, longitude: 5.12 }
    const [school] = await actingAsKeeper(db, (tx) => tx.insert(organisations).values(values).returning())
    extra[name] = await somebody(db, school!.id, `Hoofd ${name}`, ['directeur'])
  }
  await actingAs(db, town.head, (tx) =>
    writeRoute(tx, town.head, 'natuur', { role: null, text: 'Fiets op dinsdag.', source: 'schoolgids', today }),
  )
  const give = async (relationId: string, said: Partial<Parameters<typeof offerPartner>[3]>) => {
    const made = await actingAs(db, town.head, (tx) => offerPartner(tx, town.head, relationId, { ...open, ...said }))
    return made.ok ? made.id : assert.fail(made.because)
  }
  ids.board = await give(farm, { faces: [dana, gone], agreed: true, note: 'fijn' })
  ids.near = await give(mill, { audience: 'near', km: 5 })
  ids.chosen = await give(club, { audience: 'chosen', schools: [extra['nextdoor']!.organisationId] })
})

const actor = (name: string) => extra[name] ?? town[name as 'head']
const row = (me: Actor) => ({
  ...{ schoolId: town.school, kind: 'partner' as const, name: 'x', levels: [], faces: [] },
  ...{ audience: 'board' as const, offeredOn: today, id: crypto.randomUUID(), by: me.personId },
})
const verbs: Record<string, (tx: Tx, me: Actor) => Promise<{ length: number }>> = {
  'see offers': (tx) => tx.select().from(offers),
  'see where they come from': (tx) => tx.select().from(offerSources),
  'see who was chosen': (tx) => tx.select().from(offerSchools),
  'see the line behind': (tx) => tx.select().from(relations).where(eq(relations.schoolId, town.school)),
  'see the faces behind': (tx) => tx.select().from(faces).where(eq(faces.schoolId, town.school)),
  'offer for this school': (tx, me) => tx.insert(offers).values(row(me)).returning(),
  'change an offer': (tx) => tx.update(offers).set({ note: 'anders' }).returning(),
  'choose a school': (tx) =>
    tx.insert(offerSchools).values({ schoolId: town.school, offerId: ids.board, toId: town.other }).returning(),
  withdraw: (tx) => tx.delete(offers).returning(),
  'take for one’s own': (tx, me) =>
    tx
      .insert(takings)
      .values({ ...taking, schoolId: me.organisationId, takenBy: me.personId })
      .returning(),
  'take for another school': (tx, me) =>
    tx
      .insert(takings)
      .values({ ...taking, schoolId: other(me), takenBy: me.personId })
      .returning(),
}
const taking = { offerId: crypto.randomUUID(), giver: 'x', takenOn: today }
const other = (me: Actor) => (me.organisationId === town.other ? town.school : town.other)

/** Rows each verb reaches. Three offers: to the board, within 5 km, to one chosen school. */
const may: Record<string, number[]> = {
  head: [3, 3, 1, 3, 2, 1, 0, 1, 3, 1, 0],
  teacher: [3, 3, 1, 3, 2, 0, 0, 0, 0, 0, 0],
  neighbour: [1, 0, 0, 0, 0, 0, 0, 0, 0, 1, 0],
  nextdoor: [2, 0, 1, 0, 0, 0, 0, 0, 0, 1, 0],
  typed: [0, 0, 0, 0, 0, 0, 0, 0, 0, 1, 0],
  far: [0, 0, 0, 0, 0, 0, 0, 0, 0, 1, 0],
  therapist: [0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0],
  trustee: [0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0],
}
for (const [name, expected] of Object.entries(may))
  test(`what ${name} may do with what is shared`, async () => {
    assert.deepEqual(await reached(db, actor(name), verbs), expected, Object.keys(verbs).join(', '))
  })

test('a face goes along only when it is chosen, is still there and is known to agree', async () => {
  assert.equal(objection({ audience: 'board', schools: [], faces: [dana], agreed: false }), 'agreed')
  assert.equal(objection({ audience: 'board', schools: [], faces: [], agreed: false }), undefined)
  const at = `/netwerk/${farm}/deling`
  const [offer] = await actingAs(db, town.neighbour, (tx) => tx.select().from(offers).where(eq(offers.id, ids.board)))
  assert.deepEqual(offer?.faces, [
    { name: 'Dana Boer', work: 'boerin', phone: '0612345678', mail: 'dana@boerderij.example' },
  ])
  await actingAs(db, town.head, (tx) => withdraw(tx, town.head, ids.board))
  const form = await visit(town.head, { path: at })
  assert.doesNotMatch(form.html, /type="checkbox"[^>]*checked/)
  const fields = { audience: 'board', faces: dana, note: 'fijn', km: '5' }
  const refused = await visit(town.head, { path: at, fields })
  assert.equal(refused.status, 422)
  assert.match(refused.text, /Kruis aan dat deze mensen het goed vinden/)
  assert.equal((await visit(town.head, { path: at, fields: { ...fields, agreed: 'on' } })).location, '/delen')
  const again = await actingAs(db, town.neighbour, (tx) => tx.select().from(offers))
  ids.board = again[0]!.id
})

test('taken over as a copy, with where it is from and when; the third school sees nothing', async () => {
  const before = await visit(town.neighbour, { path: '/delen' })
  assert.ok(before.queries <= 6, `${before.queries} queries`)
  assert.match(before.text, /Boerderij[\s\S]*van De Regenboog[\s\S]*“fijn”[\s\S]*Dana Boer, boerin/)
  assert.doesNotMatch(before.text, /Molen|Club|Weg Is Weg/)
  assert.doesNotMatch((await visit(extra['far']!, { path: '/delen' })).text, /Boerderij|Molen|Club/)
  assert.equal((await visit(extra['far']!, { path: `/delen/${ids.board}/overname`, fields: {} })).status, 404)
  const taken = await visit(town.neighbour, { path: `/delen/${ids.board}/overname`, fields: {} })
  assert.match(taken.location ?? '', /^\/netwerk\/[0-9a-f-]{36}$/)
  const mine = await actingAs(db, town.neighbour, (tx) =>
    tx.select({ name: faces.name, source: faces.source }).from(faces).where(eq(faces.schoolId, town.other)),
  )
  assert.deepEqual(mine, [{ name: 'Dana Boer', source: 'Overgenomen van De Regenboog, za 21 nov 2026' }])
  const after = await visit(town.neighbour, { path: '/delen' })
  assert.match(after.text, /Overgenomen van De Regenboog/)
  assert.doesNotMatch(after.html, new RegExp(`/delen/${ids.board}/overname`))
})

test('withdrawn, nobody new takes it over; who did keeps the copy', async () => {
  assert.match(
    (await visit(town.head, { path: '/delen' })).text,
    /Club nextdoor, sinds[\s\S]*Molen Scholen binnen 5 km/,
  )
  await visit(town.head, { path: `/delen/${ids.board}/intrekking`, fields: {} })
  const late = await actingAs(db, town.neighbour, (tx) =>
    take(tx, town.neighbour, ids.board, { sourceOf: (giver) => giver, today }),
  )
  assert.deepEqual(late, { ok: false, because: 'not-found' })
  const kept = await actingAs(db, town.neighbour, (tx) => tx.select().from(relations))
  assert.equal(kept.filter(({ name }) => name === 'Boerderij').length, 1)
})

test('a text is offered, read, and taken over with its source; an own text is never written over', async () => {
  const at = '/bij-wie/routes/natuur/deling'
  assert.equal((await visit(town.head, { path: at, fields: { audience: 'board' } })).location, '/delen')
  const seen = await visit(town.neighbour, { path: '/delen' })
  assert.match(seen.text, /Zo doen wij het hier: [\s\S]*Fiets op dinsdag/)
  const id = /\/delen\/([0-9a-f-]{36})\/overname/.exec(seen.html)?.[1]
  const path = `/delen/${id}/overname`
  await actingAs(db, town.neighbour, (tx) =>
    writeRoute(tx, town.neighbour, 'natuur', { role: null, text: 'Wij lopen.', source: 'eigen', today }),
  )
  assert.match((await visit(town.neighbour, { path, fields: {} })).told, /al een eigen tekst/)
  await actingAs(db, town.neighbour, (tx) =>
    writeRoute(tx, town.neighbour, 'natuur', { role: null, text: '', source: 'eigen', today }),
  )
  assert.equal((await visit(town.neighbour, { path, fields: {} })).location, '/bij-wie/routes')
  // Offered once: the form says so instead of offering it again.
  assert.match((await visit(town.head, { path: at })).text, /bieden jullie al aan/)
})

const draft = {
  ...{ title: 'Feest met Molen', kind: 'trip' as const, remarks: null, partnerTypes: ['nme'] },
  tasks: [
    { what: 'Joris belt Boerderij vóór 3 mei', offset: -42 },
    { what: 'Opruimen', offset: 0 },
  ],
  ...{ materials: 'Touw', risks: 'Water bij de molen' },
}

test('a playbook is offered without names, days and lines, and taken over as one of one’s own', async () => {
  const begun = await actingAs(db, town.teacher, (tx) =>
    beginPlaybook(tx, town.teacher, { ...draft, day: '2027-04-23' }),
  )
  const id = begun.ok ? begun.id : assert.fail(begun.because)
  const at = `/draaiboeken/${id}/deling`
  for (const me of [town.teacher, town.therapist, town.neighbour])
    assert.equal((await visit(me, { path: at })).status, 404)
  const form = await visit(town.head, { path: at })
  assert.match(form.text, /zonder namen, zonder datums[\s\S]*6 weken ervoor: … belt … vóór …/)
  assert.equal((await visit(town.head, { path: at, fields: {} })).status, 422)
  assert.equal((await visit(town.head, { path: at, fields: { audience: 'board' } })).location, '/delen')
  assert.match((await visit(town.head, { path: at })).text, /bieden jullie al aan/)
  const [offer] = await actingAs(db, town.neighbour, (tx) =>
    tx.select().from(offers).where(eq(offers.kind, 'playbook')),
  )
  const everything = JSON.stringify(offer)
  for (const word of ['Joris', 'Boerderij', 'Molen"', '2027', '3 mei', id, town.teacher.personId])
    assert.ok(!everything.includes(word), word)
  const seen = await visit(town.neighbour, { path: '/delen' })
  assert.match(seen.text, /Feest met …[\s\S]*draaiboek · van De Regenboog[\s\S]*op de dag: Opruimen/)
  assert.doesNotMatch((await visit(extra['far']!, { path: '/delen' })).text, /Feest/)
  const path = `/delen/${offer!.id}/overname`
  const taken = await visit(town.neighbour, { path, fields: {} })
  assert.equal(
    (await visit(town.neighbour, { path, fields: {} })).location,
    taken.location,
    'a second press makes no second',
  )
  const theirs = await actingAs(db, town.neighbour, (tx) => tx.select().from(playbooks))
  assert.deepEqual(
    theirs.map(({ id: one, ...rest }) => ({ ...rest, at: `/draaiboeken/${one}` })),
    [
      {
        ...{ schoolId: town.other, title: 'Feest met …', kind: 'trip', day: null, ownerId: town.neighbour.personId },
        ...{ materials: 'Touw', risks: 'Water bij de …', partnerTypes: ['nme'], at: taken.location },
        remarks: 'Overgenomen van De Regenboog, za 21 nov 2026',
      },
    ],
  )
  assert.match((await visit(town.neighbour, { path: '/delen' })).html, new RegExp(`href="${taken.location}"`))
  assert.equal((await visit(town.head, { path: `/delen/${offer!.id}/intrekking`, fields: {} })).status, 303)
  assert.equal((await actingAs(db, town.neighbour, (tx) => tx.select().from(playbooks))).length, 1, 'a copy is kept')
})

test('a playbook in which somebody nobody knows is named, is not offered', async () => {
  const begun = await actingAs(db, town.head, (tx) =>
    beginPlaybook(tx, town.head, { ...draft, tasks: [{ what: 'Kevin helpt', offset: 0 }], day: null }),
  )
  const id = begun.ok ? begun.id : assert.fail(begun.because)
  const refused = await visit(town.head, { path: `/draaiboeken/${id}/deling`, fields: { audience: 'board' } })
  assert.equal(refused.status, 422)
  assert.match(refused.text, /staat nog een naam/)
  const said = { ...open, language: 'nl' }
  const past = await actingAs(db, town.teacher, (tx) => offerPlaybook(tx, town.teacher, id, said))
  assert.equal(past.ok, false)
})

test('what is offered already is not offered twice, and says so', async () => {
  const again = await visit(town.head, { path: `/netwerk/${mill}/deling`, fields: { audience: 'board' } })
  assert.equal(again.location, '/delen')
  assert.match(again.told, /bieden jullie al aan/)
})

test('who may not share finds no form, and nonsense is said back in words', async () => {
  for (const me of [town.teacher, town.therapist, town.trustee, town.neighbour]) {
    assert.equal((await visit(me, { path: `/netwerk/${mill}/deling` })).status, 404)
    assert.equal((await visit(me, { path: `/netwerk/${mill}/deling`, fields: { audience: 'board' } })).status, 404)
    assert.equal((await visit(me, { path: `/delen/${ids.near}/intrekking`, fields: {} })).status, 404)
  }
  for (const me of [town.therapist, town.trustee]) assert.equal((await visit(me, { path: '/delen' })).status, 404)
  const path = `/netwerk/${farm}/deling`
  for (const fields of [{}, { audience: 'chosen' }, { audience: 'chosen', schools: crypto.randomUUID() }])
    assert.equal((await visit(town.head, { path, fields })).status, 422)
  const child = await visit(town.head, {
    path,
    fields: { audience: 'board', note: 'Mees Bakker (7 jaar) was er blij' },
  })
  assert.match(child.text, /zonder naam/)
  for (const one of ['/delen', path])
    assert.doesNotMatch((await visit(town.head, { path: one, language: 'en' })).text, /\b(scholen|bieden|jullie)\b/)
})

test('who left the partner is offered no longer, nor kept in the trail', async () => {
  await actingAsKeeper(db, (tx) => tx.delete(offers).where(eq(offers.name, 'Boerderij')))
  const made = await actingAs(db, town.head, (tx) =>
    offerPartner(tx, town.head, farm, { ...open, faces: [dana], agreed: true }),
  )
  assert.ok(made.ok)
  const given = () =>
    actingAsKeeper(db, async (tx) => (await tx.select().from(offers).where(eq(offers.id, made.id)))[0]?.faces.length)
  const forget = () => actingAsKeeper(db, (tx) => forgetFacesGiven(tx, today))
  assert.deepEqual([await forget(), await given()], [0, 1])
  await actingAsKeeper(db, (tx) => tx.update(faces).set({ leftOn: today }).where(eq(faces.id, dana)))
  assert.deepEqual([await forget(), await given()], [1, 0])
  const told = await actingAsKeeper(db, (tx) =>
    tx.$count(trail, sql`${trail.rowId} = ${made.id} and ${trail.contents}::text like '%Dana%'`),
  )
  assert.equal(told, 0)
})
