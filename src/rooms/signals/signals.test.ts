import assert from 'node:assert/strict'
import { before, test } from 'node:test'
import { eq } from 'drizzle-orm'
import { actingAs, actingAsKeeper } from '#kit/db/database.ts'
import { dayPlus } from '#kit/time/day.ts'
import { agreements, contactMoments, manners } from '#rooms/agreements/door.ts'
import { memberships } from '#rooms/people/door.ts'
import { relations } from '#rooms/relations/door.ts'
import { aSmallTown, somebody } from '#test/small-town.ts'
import { visits } from '#test/visit.tsx'
import { rooms, signalSources } from '../../main/rooms.ts'
import { forgetRests } from './actions.ts'
import { openSignals } from './queries.ts'
import { inside } from './routes.tsx'
import { actors, grouped, type Signal, wanted } from './rules.ts'
import { signalRests } from './tables.ts'

let town: Awaited<ReturnType<typeof aSmallTown>>
let visit: ReturnType<typeof visits>
const [hers, theirs, lone, calm] = [1, 2, 3, 4].map(() => crypto.randomUUID()) as [string, string, string, string]
const today = '2026-11-21'
const asking = { sources: signalSources, today, language: 'nl' }
const kindsOf = (signals: readonly Signal[]) => [...new Set(signals.map(({ kind }) => kind))].sort()

before(async () => {
  town = await aSmallTown()
  visit = visits(town.db, inside)
  const { db, school, other, teacher, ib, head } = town
  const left = await somebody(db, school, 'Vera Vertrokken', ['leerkracht'])
  await actingAsKeeper(db, async (tx) => {
    await tx.update(memberships).set({ until: '2026-07-01' }).where(eq(memberships.personId, left.personId))
    const long = new Date('2025-01-10T12:00:00Z')
    const line = (id: string, name: string, more = {}) => ({
      ...{ schoolId: school, id, name, form: 'person' as const, levels: ['group' as const], createdAt: long },
      ...{ ownerId: teacher.personId, deputyId: ib.personId, ...more },
    })
    await tx
      .insert(relations)
      .values([
        line(hers, 'Spraakwater', { until: '2027-01-10' }),
        line(lone, 'De Buurman', { ownerId: left.personId, deputyId: null, levels: ['organisation'] }),
        line(calm, 'De Bieb', { ownerId: head.personId }),
        line(theirs, 'Van een ander', { schoolId: other, ownerId: null, deputyId: null }),
      ])
    const about = { schoolId: school, relationId: hers }
    await tx.insert(contactMoments).values([
      { ...about, day: '2026-03-01', line: 'gebeld' },
      { ...about, relationId: calm, day: '2026-11-01', line: 'gebeld' },
    ])
    await tx.insert(manners).values({ schoolId: school, relationId: lone, sleepsUntil: '2027-08-01' })
    await tx.insert(agreements).values([
      { ...about, what: 'Zij sturen de data', part: 'partner', until: '2026-11-01', madeOn: '2026-09-01' },
      {
        ...about,
        what: 'Wij bellen',
        part: 'school',
        personId: ib.personId,
        until: '2026-12-01',
        madeOn: '2026-09-01',
      },
      { ...about, what: 'Later', part: 'school', until: '2027-03-01', madeOn: '2026-09-01' },
    ])
  })
})

test('every kind is said in two languages, belongs to the room that says it, and stands once', () => {
  const kinds = signalSources.map(({ kind }) => kind)
  assert.ok(kinds.length >= 12)
  assert.equal(new Set(kinds).size, kinds.length)
  for (const { name, signals = [] } of rooms)
    for (const source of signals) {
      assert.ok(source.kind.startsWith(`${name}.`), source.kind)
      for (const say of [source.name, source.step]) assert.notEqual(say('nl'), say('en'), source.kind)
    }
})

test('who leads sees all of the school by kind, each with one next step; nothing of another school', async () => {
  const { text, html, queries } = await visit(town.head, { path: '/signalen' })
  assert.ok(queries <= 2, `${queries} questions`)
  assert.match(text, /5 signalen(?!,)/)
  assert.match(text, /Lijn die afloopt \(1\)[\s\S]*Spraakwater loopt tot zo 10 jan 2027 · Joris Juf/)
  assert.match(text, /Tijd voor contact \(1\)[\s\S]*laatst gesproken op zo 1 mrt/)
  assert.match(
    text,
    /Afspraak verlopen of bijna \(2\)[\s\S]*Zij sturen de data: verlopen op[\s\S]*Wij bellen: loopt tot/,
  )
  // Who has left holds nothing any more, and a line that sleeps is left alone.
  assert.match(text, /Hangt op één mens, of op niemand \(1\)[\s\S]*De Buurman niemand heeft deze lijn · nog niemand/)
  for (const [kind, href] of [
    ['due', `/netwerk/${hers}/afspraken`],
    ['alone', `/netwerk/${lone}/wijziging`],
    ['ending', `/netwerk/${hers}/afsluiting`],
  ])
    assert.match(html, new RegExp(`href="${href}"`), kind)
  assert.doesNotMatch(text, /De Bieb|Van een ander|Later/)
  assert.doesNotMatch(
    (await visit(town.head, { path: '/signalen', language: 'en' })).text,
    /\b(signalen|lijn|niemand|afspraak|loopt)\b/i,
  )
})

test('others see their own lines and their own part only; who is no colleague nothing at all', async () => {
  const teacher = await visit(town.teacher, { path: '/signalen' })
  assert.match(teacher.text, /4 signalen/)
  assert.doesNotMatch(teacher.text, /De Buurman/)
  const assistant = await somebody(town.db, town.school, 'Anja Assistent', ['onderwijsassistent'])
  assert.match((await visit(assistant, { path: '/signalen' })).text, /Niets dat om aandacht vraagt/)
  assert.doesNotMatch((await visit(town.neighbour, { path: '/signalen' })).text, /Spraakwater|De Buurman/)
  for (const me of [town.therapist, town.trustee])
    for (const path of ['/signalen', '/signalen/lijst.csv', '/signalen/stilte?soort=a&over=b'])
      assert.equal((await visit(me, { path })).status, 404)
})

test('one filters by who is to act and by level, and takes the same as a list', async () => {
  const of = (query: string) => visit(town.head, { path: `/signalen?${query}` })
  assert.match((await of(`wie=${town.ib.personId}`)).text, /1 signaal[\s\S]*Wij bellen/)
  assert.match((await of('wie=niemand')).text, /1 signaal[\s\S]*De Buurman/)
  assert.match((await of('niveau=organisation')).text, /1 signaal[\s\S]*De Buurman/)
  assert.match((await of('niveau=pupil')).text, /Niets bij deze keuze/)
  assert.match((await of('niveau=onzin&wie=%27')).text, /5 signalen/)
  const list = await visit(town.head, { path: '/signalen/lijst.csv?niveau=group' })
  const rows = list.html.trim().split('\r\n')
  assert.equal(rows.length, 5)
  assert.match(list.html, /Soort;Waarover;Wat;Dag;[\s\S]*Spraakwater;Wij bellen: loopt tot di 1 dec;2026-12-01;Ineke/)
})

test('a signal rests until a day, with a reason, and comes back by itself', async () => {
  const at = { soort: 'agreements.silence', over: hers }
  const form = await visit(town.head, { path: `/signalen/stilte?${new URLSearchParams(at)}` })
  assert.match(form.html, /Spraakwater: laatst gesproken[\s\S]*value="2026-12-19"/)
  const rest = (fields: Record<string, string>, me = town.head) =>
    visit(me, { path: '/signalen/stilte', fields: { ...at, until: '2026-12-31', why: 'Na de kerst', ...fields } })
  assert.match((await rest({ why: '' })).text, /Schrijf in één zin waarom/)
  assert.match((await rest({ why: 'Het gaat niet goed met Daan' })).text, /lijkt een naam/)
  for (const until of [today, '2028-01-01', 'ooit'])
    assert.match((await rest({ until })).text, /Kies een dag na vandaag, binnen een jaar/)
  for (const field of [{ over: lone }, { soort: 'x.y' }, { over: theirs, soort: 'network.alone' }])
    assert.match((await rest(field)).told ?? '', /^Dit signaal is er niet meer/)
  for (const me of [town.therapist, town.trustee]) assert.equal((await rest({}, me)).status, 404)
  // Of another school: it is told what anybody is told of what is not there.
  assert.match((await rest({}, town.neighbour)).told ?? '', /^Dit signaal is er niet meer/)
  assert.match((await rest({ over: 'a\u0000b' })).told ?? '', /^Dit signaal is er niet meer/)
  assert.equal((await rest({})).location, '/signalen')
  // Who holds the line sees that it rests, and why; she may say for longer.
  const seen = await visit(town.teacher, { path: '/signalen' })
  assert.match(seen.text, /3 signalen, 1 stil[\s\S]*Nu stil \(1\)[\s\S]*stil tot do 31 dec: Na de kerst/)
  assert.equal((await rest({ until: '2027-01-06', why: 'Zij bellen' }, town.teacher)).status, 303)
  const open = (day: string) =>
    actingAs(town.db, town.head, (tx) => openSignals(tx, town.head, { ...asking, today: day }))
  assert.ok(!kindsOf(await open('2027-01-05')).includes('agreements.silence'))
  assert.ok(kindsOf(await open('2027-01-06')).includes('agreements.silence'))
  const wake = { path: '/signalen/stilte/verwijdering', fields: at }
  assert.equal((await visit(town.therapist, wake)).status, 404)
  assert.match((await visit(town.neighbour, wake)).told ?? '', /^Dit signaal is er niet meer/)
  const odd = { path: wake.path, fields: { soort: 'network.alone', over: 'a\0b' } }
  assert.match((await visit(town.head, odd)).told ?? '', /^Dit signaal is er niet meer/)
  assert.match((await visit(town.head, wake)).told ?? '', /^Het staat weer/)
  assert.match((await visit(town.head, wake)).told ?? '', /^Dit signaal is er niet meer/)
  assert.match((await visit(town.head, { path: '/signalen' })).text, /5 signalen(?!,)/)
})

test('what stands longest ago is on top, and those who are to act are named once, by name', async () => {
  const signals = await actingAs(town.db, town.head, (tx) => openSignals(tx, town.head, asking))
  assert.deepEqual(
    actors(signals).map(({ name }) => name),
    ['Ineke Begeleider', 'Joris Juf'],
  )
  const due = grouped(signals).find(({ kind }) => kind === 'agreements.due')
  assert.deepEqual(
    due?.signals.map(({ day }) => day),
    ['2026-11-01', '2026-12-01'],
  )
  assert.deepEqual(kindsOf(wanted(signals, { wie: town.ib.personId })), ['agreements.due'])
  assert.ok(signals.every(({ href, step }) => href.startsWith('/') && step.length > 3))
})

test('a year after it rested it is forgotten', async () => {
  const row = { schoolId: town.school, kind: 'network.alone', why: 'w' }
  await actingAsKeeper(town.db, (tx) =>
    tx.insert(signalRests).values([
      { ...row, thing: 'old', until: dayPlus(today, -366) },
      { ...row, thing: 'new', until: dayPlus(today, -364) },
    ]),
  )
  assert.equal(await actingAsKeeper(town.db, (tx) => forgetRests(tx, today)), 1)
})
