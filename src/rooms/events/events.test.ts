import assert from 'node:assert/strict'
import { before, test } from 'node:test'
import { eq } from 'drizzle-orm'
import type { Actor } from '#kit/db/actor.ts'
import { actingAs, actingAsKeeper, type Tx } from '#kit/db/database.ts'
import { schoolDays } from '#rooms/days/door.ts'
import { inside as year } from '#rooms/days/routes.tsx'
import { relations } from '#rooms/relations/door.ts'
import { aSmallTown, somebody } from '#test/small-town.ts'
import { reach, reached, visits } from '#test/visit.tsx'
import { handPlaybook, handTask } from './passing/actions.ts'
import { playbooksHeld, tasksHeld } from './passing/queries.ts'
import { inside } from './routes.tsx'
import { playbookPartners, playbooks, playbookTasks } from './tables.ts'
import { tasksForMe } from './tasks/queries.ts'

let town: Awaited<ReturnType<typeof aSmallTown>>
let visit: ReturnType<typeof visits>
const who: Record<string, Actor> = {}
const id = () => crypto.randomUUID()
const [line, free, theirs, book, other, task] = [id(), id(), id(), id(), id(), id()]
const today = '2026-11-21'
const at = `/draaiboeken/${book}`

before(async () => {
  town = await aSmallTown()
  visit = visits(town.db, inside)
  const { head, teacher, neighbour, therapist, trustee, ib } = town
  Object.assign(who, { head, teacher, neighbour, therapist, trustee, ib })
  who['events'] = await somebody(town.db, town.school, 'Evy Feest', ['eventmanager'])
  who['owner'] = await somebody(town.db, town.school, 'Otto Organiseert', ['leerkracht'])
  who['doer'] = await somebody(town.db, town.school, 'Dora Doet', ['concierge'])
  who['mr'] = await somebody(town.db, town.school, 'Mia Raad', ['mr'])
  await actingAsKeeper(town.db, async (tx) => {
    const at = { place: 'Veen', levels: [] }
    await tx.insert(relations).values([
      { ...at, schoolId: town.school, id: line, name: 'Bakker Jansen', type: 'bedrijf', organisationId: town.partner },
      { ...at, schoolId: town.school, id: free, name: 'Voetbalclub' },
      { ...at, schoolId: town.other, id: theirs, name: 'Hun Club' },
    ])
    const kept = { kind: 'kingsgames' as const, day: '2027-04-23', partnerTypes: ['bedrijf', 'vo'] }
    await tx.insert(playbooks).values([
      { ...kept, schoolId: town.school, id: book, title: 'Koningsspelen', ownerId: who['owner']!.personId },
      { ...kept, schoolId: town.other, id: other, title: 'Hun feest', ownerId: neighbour.personId },
    ])
    const mine = { doerId: who['doer']!.personId, offset: -7, place: 0 }
    await tx.insert(playbookTasks).values([
      { ...mine, schoolId: town.school, playbookId: book, id: task, what: 'Brief schrijven' },
      { ...mine, schoolId: town.other, playbookId: other, what: 'Hun brief', doerId: neighbour.personId },
    ])
    await tx.insert(playbookPartners).values([
      { schoolId: town.school, playbookId: book, relationId: line },
      { schoolId: town.other, playbookId: other, relationId: theirs },
    ])
    await tx.insert(schoolDays).values({
      ...{ schoolId: town.school, kind: 'study', title: 'Studiedag', from: '2027-04-16', until: '2027-04-16' },
    })
  })
})

type Verb = (tx: Tx, me: Actor) => Promise<{ length: number }>
const fresh = { title: 'x', kind: 'other' as const, partnerTypes: [] }
const begin = (tx: Tx, schoolId: string, ownerId: string) =>
  tx
    .insert(playbooks)
    .values({ ...fresh, schoolId, ownerId })
    .returning()
const addTo = (tx: Tx, schoolId: string, playbookId: string) =>
  tx.insert(playbookTasks).values({ schoolId, playbookId, what: 'x', offset: 0, place: 1 }).returning()
const verbs: Record<string, Verb> = {
  see: (tx) => tx.select().from(playbooks),
  'begin for oneself': (tx, me) => begin(tx, me.organisationId, me.personId),
  'begin for another': (tx) => begin(tx, town.school, town.teacher.personId),
  change: (tx) => tx.update(playbooks).set({ title: 'y' }).returning(),
  remove: (tx) => tx.delete(playbooks).returning(),
  'see tasks': (tx) => tx.select().from(playbookTasks),
  'add a task': (tx) => addTo(tx, town.school, book),
  'tick off': (tx) => tx.update(playbookTasks).set({ doneOn: today }).returning(),
  'remove a task': (tx) => tx.delete(playbookTasks).returning(),
  'see partners': (tx) => tx.select().from(playbookPartners),
  invite: (tx) =>
    tx.insert(playbookPartners).values({ schoolId: town.school, playbookId: book, relationId: free }).returning(),
  'leave out': (tx) => tx.delete(playbookPartners).returning(),
}
const all = Object.keys(verbs).map(() => 1)
const reads = [1, 1, 0, 0, 0, 1, 0, 0, 0, 1, 0, 0]
const nothing = all.map(() => 0)
const may: Record<string, number[]> = {
  ...{ head: all, events: all },
  // Her own, and no other: she begins none for somebody else.
  owner: [1, 1, 0, 1, 1, 1, 1, 1, 1, 1, 1, 1],
  // Who has a task ticks it off, and nothing else.
  doer: [1, 1, 0, 0, 0, 1, 0, 1, 0, 1, 0, 0],
  // What is begun for her is her own.
  teacher: reads.map((one, place) => (place === 2 ? 1 : one)),
  ib: reads,
  // Of her own school only.
  neighbour: [1, 1, 0, 1, 1, 1, 0, 1, 1, 1, 0, 1],
  ...{ therapist: nothing, trustee: nothing, mr: nothing },
}
for (const [name, expected] of Object.entries(may))
  test(`what ${name} may do with playbooks`, async () => {
    assert.deepEqual(await reached(town.db, who[name]!, verbs), expected, Object.keys(verbs).join(', '))
  })

test('nobody of another school holds a playbook or a task, nor takes a partner of theirs part', async () => {
  const stranger = town.neighbour.personId
  const deeds: Verb[] = [
    (tx) => tx.update(playbooks).set({ ownerId: stranger }).returning(),
    (tx) => tx.update(playbookTasks).set({ doerId: stranger }).returning(),
    (tx) => tx.update(playbooks).set({ schoolId: town.other }).returning(),
  ]
  for (const deed of deeds) assert.equal(await reach(town.db, town.head, (tx) => deed(tx, town.head)), 0)
  const tried = [
    { path: `${at}/taken`, fields: { what: 'iets', offset: '0', doerId: stranger }, says: /Kies een collega/ },
    { path: `${at}/partners`, fields: { relationId: theirs, note: '' }, says: /Kies een partner/ },
    { path: `${at}/wijziging`, fields: { title: 'x', kind: 'trip', ownerId: stranger }, says: /Kies een collega/ },
  ]
  for (const { says, ...form } of tried) {
    const seen = await visit(town.head, form)
    assert.equal(seen.status, 422)
    assert.match(seen.text, says)
  }
})

test('from a template: the dates are reckoned back over the days on which the school is closed', async () => {
  const begun = await visit(town.teacher, {
    path: '/draaiboeken',
    fields: { start: 'sinterklaas', title: '', day: '2026-12-04' },
  })
  assert.equal(begun.told, 'Sinterklaas staat er. Het draaiboek is van jou; kijk wat er anders moet.')
  const here = begun.location ?? assert.fail('not begun')
  const seen = await visit(town.teacher, { path: here })
  assert.match(seen.text, /Sinterklaas[\s\S]*vrijdag 4 december 2026 · Joris Juf heeft het/)
  assert.match(seen.text, /School versieren[\s\S]*3 weken ervoor · nog niemand[\s\S]*vr 13 nov/)
  assert.match(seen.text, /Denk ook aan: buurtbewoners/)
  assert.ok(seen.queries <= 6, `${seen.queries} queries`)
  const dated = await visit(who['owner']!, { path: at })
  assert.match(
    dated.text,
    /Brief schrijven[\s\S]*1 week ervoor · Dora Doet[\s\S]*do 15 apr/,
    'the study day is skipped',
  )
  const plan = await visits(town.db, year)(town.teacher, { path: '/jaarplan' })
  assert.match(
    plan.html,
    new RegExp(`vr 23 apr 2027[\\s\\S]*<a href="${at}">Koningsspelen</a>`),
    'it stands in the year',
  )
  assert.ok(plan.queries <= 6 && !plan.html.includes('Hun feest'))
  const sheet = await visit(who['ib']!, { path: `${here}/blad` })
  assert.match(sheet.html, /class="sheet sheet-dense"/)
  assert.match(sheet.text, /School versieren[\s\S]*☐/)
  assert.ok(sheet.queries <= 6)
  const onClosed = { start: 'openday', title: '', day: '2027-04-16' }
  const closed = await visit(town.head, { path: '/draaiboeken', fields: onClosed })
  assert.match((await visit(town.head, { path: closed.location! })).text, /de school dicht: Studiedag/)
})

test('who does a task changes nothing of it but that it is done, on the database’s level', async () => {
  const set = (me: Actor, what: Partial<typeof playbookTasks.$inferInsert>) =>
    reach(town.db, me, (tx) => tx.update(playbookTasks).set(what).where(eq(playbookTasks.id, task)).returning())
  const [doer, owner] = [who['doer']!, who['owner']!]
  for (const what of [{ what: 'Iets anders' }, { offset: 3 }, { place: 9 }, { what: 'Iets anders', doneOn: today }])
    assert.deepEqual([await set(doer, what), await set(owner, what)], [0, 1], JSON.stringify(what))
  assert.equal(await set(owner, { playbookId: id() }), 0, 'nor does it move to another playbook')
  assert.equal(await set(doer, { doneOn: today }), 1)
})

test('a task in one line; ticked off by who does it, and open again', async () => {
  const owner = who['owner']!
  const added = await visit(owner, {
    path: `${at}/taken`,
    fields: { what: 'springkussen bestellen, 6 weken ervoor', offset: '0', doerId: '' },
  })
  assert.equal(added.location, `${at}?erbij=-42#what`)
  const next = await visit(owner, { path: `${at}?erbij=-42` })
  assert.match(next.html, /name="what"[^>]*autofocus|autofocus[^>]*name="what"/)
  assert.match(next.html, /<option value="-42" selected/)
  assert.match(next.text, /springkussen bestellen[\s\S]*6 weken ervoor[\s\S]*Brief schrijven/)
  const seen = await visit(who['doer']!, { path: at })
  assert.equal(seen.html.split('/afvinking').length - 1, 1, 'only her own')
  assert.equal(
    (await visit(who['doer']!, { path: `${at}/taken/${task}/afvinking`, fields: {} })).told,
    'Klaar: Brief schrijven',
  )
  assert.match((await visit(who['doer']!, { path: '/draaiboeken' })).text, /Koningsspelen[\s\S]*1 van 2 gedaan/)
  assert.match((await visit(who['doer']!, { path: at })).html, /\/heropening/)
  assert.equal((await visit(town.teacher, { path: `${at}/taken/${task}/heropening`, fields: {} })).status, 404)
  assert.equal((await visit(who['doer']!, { path: `${at}/taken/${task}/heropening`, fields: {} })).status, 303)
  const change = `${at}/taken/${task}/wijziging`
  assert.match((await visit(owner, { path: change })).html, /class="pair">[\s\S]*value="-7" selected[\s\S]*"doerId"/)
  const fields = { what: 'Brief sturen', offset: '-14', doerId: town.teacher.personId }
  assert.equal((await visit(owner, { path: change, fields })).told, 'Bewaard.')
  assert.match((await visit(owner, { path: at })).text, /Brief sturen[\s\S]*2 weken ervoor · Joris Juf/)
})

test('what I am to do this week waits on me at home, earlier when the school is closed', async () => {
  const doer = who['doer']!
  const mine = (on: string) => actingAs(town.db, doer, (tx) => tasksForMe(tx, doer, on))
  const day = { what: 'Vlag strijken', offset: '-7', doerId: doer.personId }
  await visit(town.head, { path: `${at}/taken`, fields: day })
  // Meant for Friday the 16th of April, a study day: so Thursday the 15th.
  assert.deepEqual(await mine('2027-04-11'), [])
  assert.deepEqual(
    (await mine('2027-04-12')).map(({ what, title, date }) => [what, title, date]),
    [['Vlag strijken', 'Koningsspelen', '2027-04-15']],
  )
  assert.equal((await mine('2027-05-20')).length, 1, 'what was left stays for some weeks')
  assert.equal((await mine('2027-05-22')).length, 0, 'and then no longer')
  assert.deepEqual(await actingAs(town.db, town.neighbour, (tx) => tasksForMe(tx, doer, '2027-04-12')), [])
})

test('last year again: nothing done, who still works here keeps her task, the partners take part again', async () => {
  const owner = who['owner']!
  await visit(owner, { path: `${at}/partners`, fields: { relationId: line, note: '8.30 uur bij de poort' } })
  await visit(town.teacher, { path: `${at}/taken/${task}/afvinking`, fields: {} })
  assert.match((await visit(owner, { path: `${at}/kopie`, fields: { copyDay: '' } })).text, /Kies de nieuwe dag/)
  const copied = await visit(town.head, { path: `${at}/kopie`, fields: { copyDay: '2028-04-21' } })
  const seen = await visit(owner, { path: copied.location ?? assert.fail('not copied') })
  assert.match(seen.text, /vrijdag 21 april 2028 · Otto Organiseert heeft het/)
  assert.match(seen.text, /Brief sturen[\s\S]*2 weken ervoor · Joris Juf[\s\S]*Bakker Jansen[\s\S]*8\.30 uur/)
  assert.doesNotMatch(seen.html, /heropening/)
  const old = await actingAsKeeper(town.db, (tx) => tx.select().from(playbookTasks).where(eq(playbookTasks.id, task)))
  assert.equal(old[0]?.doneOn, today, 'last year stays as it was')
})

test('who leaves hands on what she holds, and what she was to do', async () => {
  const from = { organisationId: town.school, personId: who['owner']!.personId, today }
  const held = await actingAs(town.db, town.head, (tx) => playbooksHeld(tx, from))
  assert.deepEqual(
    held.map(({ name }) => name),
    ['Koningsspelen', 'Koningsspelen'],
  )
  const given = {
    organisationId: town.school,
    id: book,
    from: from.personId,
    to: town.head.personId,
    how: 'for-good' as const,
  }
  assert.equal(await actingAsKeeper(town.db, (tx) => handPlaybook(tx, given)), 'handed')
  assert.equal(await actingAsKeeper(town.db, (tx) => handPlaybook(tx, given)), 'gone')
  const hers = { ...from, personId: town.teacher.personId }
  const tasks = await actingAs(town.db, town.head, (tx) => tasksHeld(tx, hers))
  assert.deepEqual(
    tasks.map(({ name }) => name),
    ['Koningsspelen: Brief sturen'],
    'what is done is nobody’s to hand on',
  )
  const one = { ...given, id: tasks[0]!.id, from: hers.personId, to: town.ib.personId }
  assert.equal(await actingAsKeeper(town.db, (tx) => handTask(tx, one)), 'handed')
})

test('what is not quite right is said back; a child is not named, a colleague and a baker may be', async () => {
  const wrong = await visit(town.head, {
    path: '/draaiboeken',
    fields: { start: 'x', title: 'x'.repeat(81), day: 'gisteren' },
  })
  assert.equal(wrong.status, 422)
  assert.match(wrong.text, /Kies waarmee je begint[\s\S]*Maak deze naam korter[\s\S]*Kies een dag/)
  const empty = await visit(town.head, { path: '/draaiboeken', fields: { start: 'empty', title: '', day: '' } })
  assert.match(empty.text, /Geef je lege draaiboek een naam/)
  const child = [
    { path: '/draaiboeken', fields: { start: 'empty', title: 'Feest van Kevin', day: '' } },
    { path: `${at}/taken`, fields: { what: 'Kevin mag de vlag hijsen, op de dag', offset: '0' } },
    { path: `${at}/partners`, fields: { relationId: line, note: 'komt met Kevin' } },
    { path: `${at}/wijziging`, fields: { title: 'x', kind: 'trip', remarks: 'Kevin was bang' } },
  ]
  for (const form of child) {
    const seen = await visit(town.head, form)
    assert.equal(seen.status, 422)
    assert.match(seen.text, /lijkt over een kind/)
  }
  const grown = { what: 'Dora vraagt Bakker Jansen, en Piet komt', offset: '-3', doerId: '' }
  assert.equal((await visit(town.head, { path: `${at}/taken`, fields: grown })).status, 303)
  for (const offset of ['401', 'x', '1.5'])
    assert.match(
      (await visit(town.head, { path: `${at}/taken`, fields: { what: 'iets', offset } })).text,
      /Kies een moment/,
    )
})

test('who may not, finds nothing: no page, no form', async () => {
  for (const name of ['therapist', 'trustee', 'mr'])
    for (const path of ['/draaiboeken', at, `${at}/blad`, `${at}/wijziging`, `${at}/taken/${task}/wijziging`])
      assert.equal((await visit(who[name]!, { path })).status, 404, `${name} ${path}`)
  for (const me of [town.teacher, town.neighbour]) {
    assert.equal((await visit(me, { path: `${at}/wijziging` })).status, 404)
    assert.equal((await visit(me, { path: `${at}/taken/${task}/wijziging` })).status, 404)
    for (const path of ['taken', 'partners', 'verwijdering', `taken/${task}/verwijdering`, `taken/${task}/wijziging`])
      assert.equal((await visit(me, { path: `${at}/${path}`, fields: { what: '' } })).status, 404, path)
  }
  assert.equal((await visit(town.neighbour, { path: at })).status, 404)
  assert.equal((await visit(town.neighbour, { path: `${at}/kopie`, fields: { copyDay: '2028-01-10' } })).status, 404)
  const english = await visit(town.head, { path: at, language: 'en' })
  assert.doesNotMatch(english.text, /\b(taak|ervoor|nog niemand|Spullen)\b/)
  assert.equal((await visit(town.head, { path: `${at}/verwijdering`, fields: {} })).location, '/draaiboeken')
  assert.equal((await visit(town.head, { path: at })).status, 404)
})
