import assert from 'node:assert/strict'
import { before, test } from 'node:test'
import { and, eq } from 'drizzle-orm'
import { actingAs, actingAsGuest, actingAsKeeper } from '#kit/db/database.ts'
import { outbox } from '#kit/jobs/tables.ts'
import { byWhomeverKnows, readLetter } from '#kit/mail/letterin.ts'
import { handIn } from '#kit/mail/listen.ts'
import { memberships, people } from '#rooms/people/door.ts'
import { faces, relations } from '#rooms/relations/door.ts'
import { aSmallTown, somebody } from '#test/small-town.ts'
import { visits } from '#test/visit.tsx'
import { agree, letSleep, setManners } from './actions.ts'
import { makeCopyAddress, noteCopy } from './contacts/actions.ts'
import { contactOf, copyAddressOf } from './contacts/queries.ts'
import { digestOf } from './contacts/rules.ts'
import { contactMoments, copyAddresses } from './contacts/tables.ts'
import { receive } from './listens.ts'
import { agreementsOf, aimsOf, mannersOf, turnsOf } from './queries.ts'
import { inside } from './routes.tsx'

let town: Awaited<ReturnType<typeof aSmallTown>>
let visit: ReturnType<typeof visits>
const line = crypto.randomUUID()
const today = '2026-11-21'
const at = `/netwerk/${line}`

before(async () => {
  town = await aSmallTown()
  visit = visits(town.db, inside)
  await actingAsKeeper(town.db, async (tx) => {
    const ours = { schoolId: town.school, levels: [], ownerId: town.teacher.personId }
    await tx.insert(relations).values({ ...ours, id: line, name: 'Spraakwater', organisationId: town.partner })
    const face = { schoolId: town.school, relationId: line, rank: 0, days: [], source: 'test' }
    await tx.insert(faces).values({ ...face, name: 'Lotte Logopedist', mail: 'Lotte@spraakwater.example' })
    await tx.update(people).set({ mail: 'hanna@school.example' }).where(eq(people.id, town.head.personId))
  })
})

const first = { what: 'We sturen het rooster', part: 'school', until: '2026-12-01', personId: '' }
const success = { success: 'elke kleuter is gehoord', lookOn: '2027-05-01' }

test('the first agreement brings the sentence that says when it has succeeded', async () => {
  const refused = await visit(town.teacher, { path: `${at}/afspraken`, fields: first })
  assert.equal(refused.status, 422)
  assert.match(refused.html, /Spreek eerst af wanneer het is gelukt[\s\S]*value="We sturen het rooster"/)
  for (const lookOn of ['2026-11-21', '2028-01-01']) {
    const far = await visit(town.teacher, { path: `${at}/afspraken`, fields: { ...first, ...success, lookOn } })
    assert.match(far.text, /Kies een dag binnen een jaar/)
  }
  const agreed = await visit(town.teacher, { path: `${at}/afspraken`, fields: { ...first, ...success } })
  assert.equal(agreed.location, `${at}/afspraken`)
  const next = await visit(town.teacher, {
    path: `${at}/afspraken`,
    fields: { ...first, part: 'partner', what: 'Zij bellen terug' },
  })
  assert.equal(next.status, 303)
  const seen = await visit(town.head, { path: `${at}/afspraken` })
  assert.ok(seen.queries <= 6, String(seen.queries))
  assert.match(seen.text, /Het is gelukt als elke kleuter is gehoord[\s\S]*voor het begin[\s\S]*Zij bellen terug/)
})

test('an agreement names no child, no stranger and no day that has passed', async () => {
  const wrong = [
    [{ what: 'Daan krijgt oefeningen mee' }, /lijkt een naam/],
    [{ personId: town.neighbour.personId }, /Deze collega kennen we hier niet/],
    [{ until: '2026-11-20' }, /Kies een dag vanaf vandaag/],
    [{ until: 'morgen' }, /Kies een dag vanaf vandaag/],
    [{ part: 'niemand' }, /Kies wie het doet/],
  ] as const
  for (const [field, said] of wrong) {
    const refused = await visit(town.teacher, { path: `${at}/afspraken`, fields: { ...first, ...field } })
    assert.equal(refused.status, 422)
    assert.match(refused.text, said)
  }
})

test('both sides say whether it was kept, and see what the other says', async () => {
  const [, theirs] = await actingAs(town.db, town.head, (tx) => agreementsOf(tx, town.school, line))
  const say = (kept: string) => ({ path: `/afspraken/${theirs!.id}/nakoming`, fields: { kept } })
  assert.equal((await visit(town.neighbour, say('ja'))).status, 404)
  assert.equal((await visit(town.therapist, say('ja'))).location, '/afspraken')
  assert.equal((await visit(town.teacher, say('nee'))).status, 303)
  const page = await visit(town.head, { path: `${at}/afspraken` })
  assert.match(page.text, /zij zeggen: nagekomen[\s\S]*Bel even[\s\S]*we zien het anders/)
  const partner = await visit(town.therapist, { path: '/afspraken' })
  assert.match(partner.text, /De Regenboog[\s\S]*elke kleuter is gehoord[\s\S]*de school zegt: niet nagekomen/)
  await visit(town.teacher, say('ja'))
  assert.match((await visit(town.head, { path: `${at}/afspraken` })).text, /wij zeggen: nagekomen/)
})

test('on the day to look one says whether it succeeded, and there is room for a new sentence', async () => {
  const [aim] = await actingAs(town.db, town.head, (tx) => aimsOf(tx, town.school, line))
  const due = await visit(town.teacher, { path: `${at}/afspraken`, today: '2027-05-01' })
  assert.match(due.text, /Vandaag kijken jullie/)
  const twice = await visit(town.teacher, { path: `${at}/succes`, fields: success })
  assert.match(twice.text, /Er staat al een zin/)
  const looked = { path: `${at}/succes/${aim!.id}/uitkomst`, fields: { outcome: 'reached' } }
  assert.equal((await visit(town.therapist, looked)).status, 404)
  assert.equal((await visit(town.teacher, looked)).status, 303)
  assert.match((await visit(town.head, { path: `${at}/afspraken` })).text, /Vier het samen/)
  assert.equal((await visit(town.teacher, { path: `${at}/succes`, fields: success })).status, 303)
})

test('contact is noted in one line by any colleague, never about a child, never in the future', async () => {
  const note = (fields: Record<string, string>) => ({ path: `${at}/contact`, fields: { day: today, ...fields } })
  const noted = await visit(town.ib, note({ line: 'Gebeld met Lotte over het rooster' }))
  assert.equal(noted.location, at)
  assert.equal(noted.told, 'Genoteerd.')
  assert.match(
    (await visit(town.ib, note({ line: 'Daan doet het goed' }))).html,
    /lijkt een naam[\s\S]*value="Daan doet het goed"/,
  )
  assert.match((await visit(town.ib, note({ line: 'x', day: '2026-11-22' }))).text, /Deze dag moet nog komen/)
  assert.match((await visit(town.ib, note({ line: '' }))).text, /Schrijf in een paar woorden/)
  assert.match(
    (await visit(town.ib, note({ line: 'x', agreed: '1\n2\n3', next: '4\n5' }))).text,
    /meer dan vijf regels/,
  )
  assert.match((await visit(town.ib, note({ next: 'bellen', nextOn: today }))).text, /Kies een dag na vandaag/)
  assert.equal((await visit(town.therapist, note({ line: 'x' }))).status, 404)
  assert.equal((await visit(town.neighbour, note({ line: 'x' }))).status, 404)
  await visit(town.ib, note({ line: 'Twee dozen boeken', kind: 'got' }))
  const page = await visit(town.head, { path: `${at}/afspraken` })
  assert.match(page.text, /Geven en krijgen[\s\S]*Wij kregen[\s\S]*Twee dozen boeken/)
  const [last] = await actingAs(town.db, town.head, (tx) => contactOf(tx, town.school, line))
  const gone = { path: `${at}/contact/${last!.id}/verwijdering`, fields: {} }
  assert.equal((await visit(town.teacher, gone)).status, 404)
  assert.equal((await visit(town.ib, gone)).status, 303)
})

test('a pasted note is spread over its three headings; what was agreed and what follows go on in one press', async () => {
  const pasted = 'Waarover: het rooster Afgesproken: Zij sturen de data Vervolg: samen kijken'
  const noted = { path: `${at}/contact`, fields: { day: today, line: pasted, nextOn: '2026-12-03' } }
  // She may note it, and not say when the line is next spoken of.
  const assistant = await somebody(town.db, town.school, 'Anja Assistent', ['onderwijsassistent'])
  assert.equal((await visit(assistant, noted)).status, 303)
  const [found] = await actingAs(town.db, town.head, (tx) => contactOf(tx, town.school, line))
  const { line: about, agreed, next, nextOn } = found!
  assert.deepEqual([about, agreed, next, nextOn], ['het rooster', 'Zij sturen de data', 'samen kijken', '2026-12-03'])
  const page = await visit(town.teacher, { path: `${at}/afspraken` })
  assert.match(page.text, /het rooster[\s\S]*Afgesproken: Zij sturen de data[\s\S]*Vervolg: samen kijken · do 3 dec/)
  assert.match(page.html, /afspraken\/nieuw"[\s\S]*name="what" value="Zij sturen de data"/)
  const next_ = { path: `${at}/contact/${found!.id}/volgend-moment`, fields: {} }
  assert.equal((await visit(assistant, next_)).status, 404)
  assert.equal((await visit(town.neighbour, next_)).status, 404)
  assert.equal((await visit(town.teacher, next_)).location, `${at}/afspraken`)
  const nextMoment = async () => (await actingAs(town.db, town.head, (tx) => mannersOf(tx, town.school, line)))?.nextOn
  assert.equal(await nextMoment(), '2026-12-03')
  // Of who tends the line it is the next moment at once.
  const hers = { day: today, next: 'bellen', nextOn: '2026-12-10' }
  assert.equal((await visit(town.teacher, { path: `${at}/contact`, fields: hers })).status, 303)
  assert.equal(await nextMoment(), '2026-12-10')
})

test('an agreement is begun from elsewhere with what it is about in it, and nothing is agreed yet', async () => {
  const begun = await visit(town.teacher, { path: `${at}/afspraken/nieuw`, fields: { what: 'Zij sturen de data' } })
  assert.equal(begun.status, 422)
  assert.match(begun.html, /value="Zij sturen de data"/)
  assert.doesNotMatch(begun.html, /role="alert"/)
  const long = await visit(town.teacher, { path: `${at}/afspraken/nieuw`, fields: { what: 'a'.repeat(999) } })
  assert.match(long.html, /value="a{300}"/)
  for (const me of [town.therapist, town.neighbour, town.trustee])
    assert.equal((await visit(me, { path: `${at}/afspraken/nieuw`, fields: { what: 'x' } })).status, 404)
  const agreed = await actingAs(town.db, town.head, (tx) => agreementsOf(tx, town.school, line))
  assert.ok(!agreed.some(({ what }) => what.startsWith('Zij sturen')))
})

test('a rhythm brings the line to her turn, and a sleeping one is left alone', async () => {
  const manners = {
    tone: null,
    channel: null,
    route: null,
    style: null,
    procedure: null,
    procedureNote: null,
    refuses: null,
    label: null,
  }
  const set = (everyWeeks: number | null) =>
    actingAs(town.db, town.teacher, (tx) =>
      setManners(tx, town.teacher, line, { ...manners, everyWeeks, nextOn: null }),
    )
  assert.ok((await set(2)).ok)
  const later = await visit(town.teacher, { path: '/afspraken', today: '2026-12-30' })
  assert.match(later.text, /Weer eens bellen Spraakwater laatst gesproken/)
  assert.ok(later.queries <= 6)
  assert.match((await visit(town.ib, { path: '/afspraken' })).text, /Je hebt zelf nog geen lijn/)
  assert.ok((await actingAs(town.db, town.teacher, (tx) => letSleep(tx, town.teacher, line, '2027-08-01'))).ok)
  const [only] = await actingAs(town.db, town.head, (tx) => turnsOf(tx, town.school, '2026-12-30'))
  assert.equal(only?.turn.kind, 'asleep')
  assert.equal((await visit(town.therapist, { path: `${at}/omgang` })).status, 404)
  assert.equal((await visit(town.trustee, { path: '/afspraken' })).status, 404)
})

const letter = (from: string, extra = '') =>
  Buffer.from(
    `From: ${from}\nTo: iemand@elders.example\nSubject: Geheim onderwerp\nMessage-ID: <${from}-1>\n${extra}\nGeheime tekst over Daan\n`,
  )

test('a copy of a letter is remembered as a day and a sender, without a word of it', async () => {
  const made = await actingAs(town.db, town.teacher, (tx) => makeCopyAddress(tx, town.teacher, line, today))
  assert.ok(made.ok)
  const local = await actingAs(town.db, town.head, (tx) => copyAddressOf(tx, town.school, line))
  assert.match(local ?? '', /^lijn-[0-9a-f]{32}$/)
  const asGuest = <T>(key: string, work: Parameters<typeof actingAsGuest<T>>[2]) => actingAsGuest(town.db, key, work)
  const house = byWhomeverKnows([receive({ config: {} as never, asGuest, nudge: () => {} })])
  assert.ok(await house.knows(local!))
  assert.ok(!(await house.knows(`lijn-${'0'.repeat(32)}`)) && !(await house.knows('vraag-1')))
  const send = async (raw: Buffer) => {
    const outcome = await handIn(raw, [local!], house)
    const jobs = await actingAsKeeper(town.db, (tx) =>
      tx.select().from(outbox).where(eq(outbox.kind, 'agreements.copied')),
    )
    const text = JSON.stringify(jobs)
    assert.ok(!/Geheim|Daan|example/.test(text), 'not a word of a letter waits in the outbox, nor an address')
    for (const { payload } of jobs) await actingAsKeeper(town.db, (tx) => noteCopy(tx, payload as never))
    return outcome
  }
  await send(letter('hanna@school.example'))
  await send(letter('hanna@school.example'))
  await send(letter('lotte@spraakwater.example'))
  await send(letter('vreemd@elders.example'))
  assert.deepEqual(await send(letter('lotte@spraakwater.example', 'Auto-Submitted: auto-replied')), {
    ok: false,
    because: 'automatic',
  })
  const rows = await actingAsKeeper(town.db, (tx) =>
    tx.select().from(contactMoments).where(eq(contactMoments.way, 'copied')),
  )
  assert.deepEqual(rows.map(({ direction, line: words }) => [direction, words]).sort(), [
    ['in', null],
    ['out', null],
  ])
  const page = await visit(town.head, { path: `${at}/afspraken` })
  assert.match(page.text, /Mail van (ons|hen)[\s\S]*Mail van (ons|hen)/)
  assert.ok(!page.text.includes('Geheim'))
  // A new address ends the one before.
  await actingAs(town.db, town.teacher, (tx) => makeCopyAddress(tx, town.teacher, line, today))
  assert.ok(!(await house.knows(local!)))
  assert.equal((await readLetter(letter('a@b.example'))).from, 'a@b.example')
})

test('a copy from who left the school, or the partner, is remembered as nothing', async () => {
  const { db, school } = town
  const keeper = <T>(work: Parameters<typeof actingAsKeeper<T>>[1]) => actingAsKeeper(db, work)
  const [address] = await keeper((tx) => tx.select().from(copyAddresses).where(eq(copyAddresses.relationId, line)))
  const copy = (from: string, day: string) =>
    keeper((tx) =>
      noteCopy(tx, {
        key: address!.localDigest,
        id: crypto.randomUUID(),
        from: digestOf(from),
        day: day as typeof today,
      }),
    )
  const inSchool = and(eq(memberships.organisationId, school), eq(memberships.personId, town.head.personId))
  await keeper((tx) => tx.update(memberships).set({ until: '2026-11-01' }).where(inSchool))
  await keeper((tx) => tx.update(faces).set({ leftOn: '2026-11-01' }).where(eq(faces.relationId, line)))
  for (const from of ['hanna@school.example', 'lotte@spraakwater.example'])
    assert.deepEqual([await copy(from, '2026-10-30'), await copy(from, '2026-11-02')], [true, false], from)
  await keeper((tx) => tx.update(memberships).set({ until: null }).where(inSchool))
  await keeper((tx) => tx.update(faces).set({ leftOn: null }).where(eq(faces.relationId, line)))
})

test('who does not tend the line agrees nothing', async () => {
  const said = { ...first, part: 'school' as const, personId: null, ...success, startsOn: null, today }
  const done = await actingAs(town.db, town.neighbour, (tx) => agree(tx, town.neighbour, line, said))
  assert.deepEqual(done, { ok: false, because: 'not-found' })
  const form = await visit(town.ib, { path: `${at}/afspraken/nieuw` })
  assert.equal(form.status, 200)
})
