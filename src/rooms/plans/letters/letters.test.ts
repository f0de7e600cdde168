import assert from 'node:assert/strict'
import { before, test } from 'node:test'
import { and, eq, inArray } from 'drizzle-orm'
import type { Actor } from '#kit/db/actor.ts'
import { actingAsGuest, actingAsKeeper, type Tx } from '#kit/db/database.ts'
import { outbox } from '#kit/jobs/tables.ts'
import { people } from '#rooms/people/door.ts'
import { faces, relations } from '#rooms/relations/door.ts'
import { engine } from '#test/engine.ts'
import { aSmallTown, somebody } from '#test/small-town.ts'
import { allowed, visits } from '#test/visit.tsx'
import { involvements, resolutions } from '../resolutions/tables.ts'
import { inside } from '../routes.tsx'
import { mostMailed } from './actions.ts'
import { resolutionLetters } from './tables.ts'

/** A partner that a decision touches is written to: read first, by mail or on paper, once. */
const town = await aSmallTown()
const { db, school, other, head, teacher, ib, neighbour, therapist, trustee } = town
const holder = await somebody(db, school, 'Hilde Houder', ['onderwijsassistent'])
const visit = visits(db, inside)
const [speech, gym, dance, theirs, one, old] = Array.from({ length: 6 }, () => crypto.randomUUID()) as [
  string,
  string,
  string,
  string,
  string,
  string,
]
const keeper = <T>(work: (tx: Tx) => Promise<T>) => actingAsKeeper(db, work)
const at = (line: string, resolution = one) => `/besluiten/${resolution}/partners/${line}/brief`

before(() =>
  keeper(async (tx) => {
    await tx.update(people).set({ mail: 'hanna@school.example' }).where(eq(people.id, head.personId))
    const line = { schoolId: school, levels: [], ownerId: holder.personId, organisationId: town.partner }
    await tx.insert(relations).values([
      { ...line, id: speech, name: 'Spraakwater', place: 'Veen' },
      { ...line, id: gym, name: 'Gymclub', organisationId: null },
      { ...line, id: dance, name: 'Dansclub', organisationId: null },
      { ...line, id: theirs, schoolId: other, name: 'Van een ander', ownerId: null },
    ])
    const face = { schoolId: school, days: [], source: 'test' }
    await tx.insert(faces).values([
      { ...face, relationId: speech, rank: 0, name: 'Wim Zonder Mail' },
      { ...face, relationId: speech, rank: 1, name: 'Lotte Logopedist', mail: 'Lotte@spraakwater.example' },
      { ...face, relationId: gym, rank: 0, name: 'Gijs Gym' },
    ])
    const said = { schoolId: school, weekdays: [], recordedBy: teacher.personId, recordedOn: '2026-11-01' }
    await tx.insert(resolutions).values([
      { ...said, id: one, title: 'Andere lestijden', about: 'Op woensdag eerder.', decidesOn: '2026-12-10' },
      { ...said, id: old, title: 'Een nieuwe zaal', decidesOn: '2026-11-10' },
    ])
    const ticked = { schoolId: school, resolutionId: one, setOn: '2026-11-02' }
    await tx.insert(involvements).values([
      { ...ticked, relationId: speech, way: 'involved', askUntil: '2026-12-03' },
      { ...ticked, relationId: gym, way: 'informed' },
      { ...ticked, relationId: dance, way: 'not', why: 'Zij komen dan niet' },
      { ...ticked, resolutionId: old, relationId: speech, way: 'informed' },
    ])
  }),
)

const mails = () =>
  keeper(async (tx) =>
    (await tx.select().from(outbox).where(eq(outbox.kind, 'mail'))).map(
      ({ payload }) => payload as { to: string; subject: string; text: string; replyTo?: string },
    ),
  )

test('one reads the letter before it goes, in either language; the day and what is asked stand in it', async () => {
  const page = await visit(head, { path: at(speech) })
  assert.ok(page.queries <= 2)
  assert.match(page.text, /Bericht van De Regenboog[\s\S]*Beste Lotte Logopedist[\s\S]*op 10 december 2026 een besluit/)
  assert.match(page.text, /Andere lestijden Op woensdag eerder[\s\S]*uiterlijk 3 december 2026[\s\S]*Hanna Hoofd/)
  assert.match(page.text, /Verstuur naar Lotte Logopedist \(Lotte@spraakwater.example\)/)
  const english = await visit(head, { path: `${at(speech)}?taal=en` })
  assert.match(english.text, /Brief aan Spraakwater[\s\S]*Dear Lotte Logopedist[\s\S]*by 3 December 2026/)
  assert.match(
    (await visit(head, { path: at(gym) })).text,
    /Beste Gijs Gym[\s\S]*U hoeft niets te doen[\s\S]*geen mailadres/,
  )
  assert.match((await visit(head, { path: at(speech, old) })).text, /heeft op 10 november 2026 een besluit genomen/)
  assert.deepEqual(await mails(), [], 'reading sends nothing')
})

test('it goes once, to one address, with a subject that tells nothing; the decision says that it went', async () => {
  const send = (me: Actor, way = 'mail') => visit(me, { path: at(speech), fields: { way, taal: 'nl' } })
  const sent = await send(head)
  assert.deepEqual([sent.location, sent.told], [`/besluiten/${one}`, 'De brief aan Lotte Logopedist gaat nu weg.'])
  for (const again of [await send(head), await send(holder, 'paper')]) {
    assert.equal(again.location, `${at(speech)}?taal=nl`)
    assert.match(again.told, /kreeg over dit besluit al een brief/)
  }
  const [letter, ...more] = await mails()
  assert.deepEqual(more, [])
  assert.equal(letter?.to, 'Lotte@spraakwater.example')
  assert.equal(letter?.replyTo, 'hanna@school.example')
  assert.equal(letter?.subject, 'Bericht van De Regenboog')
  assert.match(letter?.text ?? '', /Andere lestijden\nOp woensdag eerder\./)
  const decision = await visit(teacher, { path: `/besluiten/${one}` })
  assert.match(decision.text, /Spraakwater brief per mail aan Lotte Logopedist, za 21 nov/)
  assert.ok(decision.queries <= 6, String(decision.queries))
  assert.doesNotMatch((await visit(head, { path: at(speech) })).html, /name="way"/)
})

test('without a mail address it goes on paper, and that is noted', async () => {
  const mail = await visit(holder, { path: at(gym), fields: { way: 'mail', taal: 'nl' } })
  assert.match(mail.told, /geen mailadres/)
  assert.equal((await visit(holder, { path: at(gym), fields: { way: 'duif', taal: 'nl' } })).location, at(gym))
  const paper = await visit(holder, { path: at(gym), fields: { way: 'paper', taal: 'nl' } })
  assert.match(paper.told, /op papier/)
  assert.match((await visit(teacher, { path: `/besluiten/${one}` })).text, /Gymclub brief op papier aan Gijs Gym/)
  assert.equal((await mails()).length, 1)
})

test('her name stands on the card alone: when she is taken off it, the decision says the partner', async () => {
  const theLetter = and(eq(resolutionLetters.resolutionId, one), eq(resolutionLetters.relationId, gym))
  const [kept] = await keeper((tx) => tx.select().from(resolutionLetters).where(theLetter))
  assert.doesNotMatch(JSON.stringify(kept), /Gijs/)
  await keeper((tx) => tx.delete(faces).where(eq(faces.name, 'Gijs Gym')))
  for (const path of [`/besluiten/${one}`, at(gym)]) {
    const seen = await visit(head, { path })
    assert.match(seen.text, /brief op papier aan Gymclub, za 21 nov/)
    assert.doesNotMatch(seen.text, /Gijs/)
  }
})

const lettersOf = async (ids: readonly string[], sentAt?: Date) =>
  keeper(async (tx) => {
    const said = { schoolId: school, weekdays: [], recordedBy: teacher.personId, recordedOn: '2026-11-01' }
    await tx.insert(resolutions).values(ids.map((id) => ({ ...said, id, title: 'Veel', decidesOn: '2026-12-10' })))
    const about = ids.map((resolutionId) => ({ schoolId: school, resolutionId }))
    if (sentAt)
      await tx
        .insert(resolutionLetters)
        .values(about.map((one) => ({ ...one, relationId: gym, way: 'mail' as const, sentAt })))
    else
      await tx
        .insert(involvements)
        .values(about.map((one) => ({ ...one, setOn: '2026-11-02', relationId: speech, way: 'informed' as const })))
  })
const ids = (count: number) => Array.from({ length: count }, () => crypto.randomUUID())

test('so many letters a day by mail and no more: said in a sentence, in the language she chose; on paper it still goes', async () => {
  const many = ids(mostMailed)
  const now = new Date('2026-11-21T10:00:00Z')
  await lettersOf(many, new Date(now.getTime() - 23 * 3600 * 1000))
  const before_ = (await mails()).length
  const send = (way: string) => visit(head, { path: at(speech, old), fields: { way, taal: 'en' } })
  const held = await send('mail')
  assert.equal(held.location, `${at(speech, old)}?taal=en`)
  assert.match(held.told, /al 80 brieven[\s\S]*morgen, of print/)
  assert.match((await visit(head, { path: held.location ?? '' })).text, /Dear Lotte[\s\S]*Verstuur naar Lotte/)
  assert.equal((await mails()).length, before_)
  await keeper((tx) =>
    tx
      .update(resolutionLetters)
      .set({ sentAt: new Date(now.getTime() - 25 * 3600 * 1000) })
      .where(inArray(resolutionLetters.resolutionId, many.slice(0, 2))),
  )
  assert.match((await send('mail')).told, /gaat nu weg/)
  assert.match((await send('mail')).told, /kreeg over dit besluit al een brief/)
  await keeper(async (tx) => {
    await tx.delete(resolutions).where(inArray(resolutions.id, many))
    await tx.delete(resolutionLetters).where(eq(resolutionLetters.resolutionId, old))
  })
})

test(`nor when they are pressed in the same moment: of six at once the last one of the day goes (${engine})`, async () => {
  // One went today already, in a test above.
  const [sent, waiting] = [ids(mostMailed - 2), ids(6)]
  await lettersOf(sent, new Date('2026-11-20T11:00:00Z'))
  await lettersOf(waiting)
  const mailed = (await mails()).length
  const fields = { way: 'mail', taal: 'nl' }
  const press = () => Promise.all(waiting.map((id) => visit(head, { path: at(speech, id), fields })))
  // Nothing is written in this school while another writes there: all six have counted by the time that one may.
  const { told } = await keeper(async (tx) => {
    await tx.update(resolutions).set({ about: 'Even.' }).where(eq(resolutions.id, waiting[0]!))
    const pressed = press()
    await new Promise((soon) => setTimeout(soon, 500))
    return { told: pressed }
  })
  const seen = await told
  const went = seen.filter((one) => /gaat nu weg/.test(one.told))
  const held = seen.filter((one) => /al 80 brieven/.test(one.told))
  assert.deepEqual([went.length, held.length, (await mails()).length - mailed], [1, 5, 1])
  await keeper((tx) => tx.delete(resolutions).where(inArray(resolutions.id, [...sent, ...waiting])))
})

test('who is left out on purpose is not written to, nor by who has no say in it', async () => {
  const colleague = await somebody(db, school, 'Anja Assistent', ['onderwijsassistent'])
  for (const [me, line] of [
    ...([head, teacher].map((who) => [who, dance]) as [Actor, string][]),
    ...([neighbour, therapist, trustee, colleague].map((who) => [who, speech]) as [Actor, string][]),
    [head, theirs],
  ] as [Actor, string][])
    for (const fields of [undefined, { way: 'paper', taal: 'nl' }])
      assert.equal((await visit(me, { path: at(line), ...(fields && { fields }) })).status, 404)
})

test('everyone × every verb of letters', async () => {
  const colleague = await somebody(db, school, 'Bram Assistent', ['onderwijsassistent'])
  const add = (tx: Tx, relationId: string, { personId: sentBy }: Actor) =>
    tx
      .insert(resolutionLetters)
      .values({ schoolId: school, resolutionId: old, relationId, way: 'paper', sentBy })
      .returning()
  const verbs: Record<string, (tx: Tx, me: Actor) => Promise<{ length: number }>> = {
    see: (tx) => tx.select().from(resolutionLetters),
    add: (tx, me) => add(tx, speech, me),
    'add for one that is not ticked': (tx, me) => add(tx, gym, me),
    'add in another’s name': (tx, me) => add(tx, speech, me === ib ? head : ib),
    change: (tx) => tx.update(resolutionLetters).set({ way: 'mail' }).returning(),
    remove: (tx) => tx.delete(resolutionLetters).returning(),
  }
  const may: [Actor, string[]][] = [
    ...([head, teacher, ib, holder].map((me) => [me, ['see', 'add']]) as [Actor, string[]][]),
    [colleague, ['see']],
    ...([neighbour, therapist, trustee].map((me) => [me, []]) as [Actor, string[]][]),
  ]
  for (const [me, expected] of may) assert.deepEqual(await allowed(db, me, verbs), expected.toSorted(), me.accountId)
  await assert.rejects(actingAsGuest(db, 'x', (tx) => tx.select().from(resolutionLetters)))
})

test('a decision that may name a child goes to nobody', async () => {
  const named = crypto.randomUUID()
  await keeper(async (tx) => {
    const said = { schoolId: school, weekdays: [], recordedBy: teacher.personId, recordedOn: '2026-11-01' }
    await tx.insert(resolutions).values({ ...said, id: named, title: 'Meer tijd voor Samira', decidesOn: '2026-12-10' })
    const ticked = { schoolId: school, resolutionId: named, setOn: '2026-11-02' }
    await tx.insert(involvements).values({ ...ticked, relationId: speech, way: 'informed' })
  })
  for (const way of ['mail', 'paper']) {
    const sent = await visit(head, { path: at(speech, named), fields: { way, taal: 'nl' } })
    assert.match(sent.told ?? '', /misschien de naam van een kind/)
  }
  assert.equal(await keeper((tx) => tx.$count(resolutionLetters, eq(resolutionLetters.resolutionId, named))), 0)
})
