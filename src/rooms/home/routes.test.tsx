import assert from 'node:assert/strict'
import { before, test } from 'node:test'
import { Hono } from 'hono'
import { recognise } from '#kit/db/actor.ts'
import { actingAs, actingAsKeeper, type Tx } from '#kit/db/database.ts'
import { user } from '#kit/gate/tables.ts'
import type { Inside } from '#kit/http/types.ts'
import { LanguageContext } from '#kit/words/words.ts'
import { presences } from '#rooms/agenda/door.ts'
import { meetingAddresses, meetingInvitees, meetingLinks, meetingOptions, meetings } from '#rooms/meetings/tables.ts'
import { organisations, themes } from '#rooms/organisations/door.ts'
import { memberships, people } from '#rooms/people/door.ts'
import { faces, relations } from '#rooms/relations/door.ts'
import { requestMoments, requests } from '#rooms/requests/door.ts'
import { tandemPoints, tandems } from '#rooms/tandem/tables.ts'
import { freshDatabase } from '#test/engine.ts'
import { type Frame, renderPage } from '#ui/frame.tsx'
import { inside } from './routes.tsx'

const db = await freshDatabase()
const [school, other, partner, line, board] = [1, 2, 3, 4, 5].map(() => crypto.randomUUID()) as [
  string,
  string,
  string,
  string,
  string,
]
const persons = {
  Dirk: crypto.randomUUID(),
  Bianca: crypto.randomUUID(),
  Karin: crypto.randomUUID(),
  Olga: crypto.randomUUID(),
  Bea: crypto.randomUUID(),
}
const places = {
  Dirk: [school, ['directeur']],
  Bianca: [school, ['leerkracht']],
  Karin: [partner, ['partnercontact']],
  Olga: [other, ['directeur']],
  Bea: [board, ['bestuurder']],
} as const

before(async () => {
  // With what they sign in, proven by a letter.
  await db.gate.insert(user).values([
    { id: 'Karin', name: 'Karin', email: 'karin@molen.example', emailVerified: true },
    { id: 'Olga', name: 'Olga', email: 'olga@kade.example', emailVerified: true },
  ])
  await actingAsKeeper(db, async (tx) => {
    await tx.insert(organisations).values([
      { id: board, kind: 'board', name: 'Stichting De Haven', source: 'duo' },
      { id: school, kind: 'school', name: 'De Kade', source: 'duo', boardId: board },
      { id: other, kind: 'school', name: 'De Overkant', source: 'duo' },
      { id: partner, kind: 'partner', name: 'De Molen', source: 'claimed' },
    ])
    for (const name of Object.keys(persons) as (keyof typeof persons)[]) await belong(tx, name)
    await tx.insert(relations).values({
      schoolId: school,
      id: line,
      organisationId: partner,
      name: 'Kunstencentrum De Molen',
      levels: ['group'],
      ownerId: persons.Bianca,
    })
    await tx.insert(presences).values({ schoolId: school, relationId: line, weekday: 2, from: '09:00', until: '12:00' })
  })
})

async function belong(tx: Tx, name: keyof typeof persons) {
  const [organisationId, roles] = places[name]
  await tx
    .insert(people)
    .values({ id: persons[name], accountId: name, name: `${name} Vandaag`, source: 'test', notedBy: organisationId })
  await tx.insert(memberships).values({ organisationId, personId: persons[name], roles: [...roles], days: [] })
}

const frame: Frame = {
  language: 'nl',
  dir: 'ltr',
  nonce: 'n',
  assets: { css: '/a.css', js: '/a.js' },
  nav: [],
  words: { product: 'Huis', skip: 'Inhoud', nav: 'Menu', menu: 'Meer' },
  footer: { links: [] },
}

async function todayOf(name: keyof typeof persons): Promise<string> {
  const [organisationId, roles] = places[name]
  const me = recognise({ accountId: name, personId: persons[name], organisationId, roles })
  const app = new Hono<Inside>()
  app.use((c, next) => {
    c.set('me', me)
    c.set('today', '2026-11-24')
    c.set('now', new Date('2026-11-24T08:00:00Z'))
    c.set('page', (node) =>
      c.html(renderPage(frame, <LanguageContext.Provider value="nl">{node}</LanguageContext.Provider>)),
    )
    c.set('work', (work) => actingAs(db, me, (tx) => work(tx, me)))
    return next()
  })
  const answer = await app.route('/', inside).request('/')
  assert.equal(answer.status, 200)
  return answer.text()
}

test('a teacher sees the box, who is in, and what waits for her', async () => {
  const html = await todayOf('Bianca')
  assert.match(html, /<h1>Goedemorgen, Bianca<\/h1>/)
  assert.match(html, /dinsdag 24 november/)
  assert.match(html, /<form[^>]*method="post"[^>]*action="\/bij-wie"[\s\S]*name="question"/)
  assert.match(html, /Wacht op jou[\s\S]*Kunstencentrum De Molen[\s\S]*Klopt dit nog\?/)
  assert.match(html, /Vandaag in huis[\s\S]*09:00 tot 12:00/)
  assert.match(html, /href="\/bij-wie\/tien"[\s\S]*href="\/bij-wie\/dag"/)
  assert.doesNotMatch(html, /vijf getallen/)
})

test('a head teacher sees five numbers too, and nothing that waits for another', async () => {
  const html = await todayOf('Dirk')
  assert.match(html, /vijf getallen[\s\S]*Kunstencentrum De Molen[\s\S]*nog geen vervanger/)
  assert.doesNotMatch(html, /Wacht op jou/)
  assert.doesNotMatch(html, /Je school inrichten/)
})

test('a school that is not set up yet is shown the next step, and no other school', async () => {
  const html = await todayOf('Olga')
  assert.match(html, /Je school inrichten[\s\S]*href="\/begin"/)
  assert.doesNotMatch(html, /De Molen/)
})

test('a partner sees her schools and whom to ring there, and no box', async () => {
  const html = await todayOf('Karin')
  assert.match(html, /De Kade[\s\S]*je belt met Bianca Vandaag/)
  assert.doesNotMatch(html, /De Overkant|name="question"/)
})

test('a board member sees one next step, her schools, and nothing a school wrote down', async () => {
  const html = await todayOf('Bea')
  assert.match(html, /Kies de huisstijl van jullie scholen[\s\S]*href="\/huisstijl"/)
  assert.match(html, /Jullie scholen[\s\S]*De Kade[\s\S]*Het bestuur leest daar niet mee[\s\S]*name="question"/)
  assert.doesNotMatch(html, /De Overkant|De Molen|Wacht op jou/)
  await actingAsKeeper(db, (tx) => tx.insert(themes).values({ organisationId: board, accent: '#1d3a6b' }))
  assert.match(await todayOf('Bea'), /De huisstijl van jullie scholen/)
})

test('a question waits on the partner, and stands overdue with who asked it', async () => {
  const id = crypto.randomUUID()
  await actingAsKeeper(db, async (tx) => {
    await tx.insert(requests).values({
      ...{ schoolId: school, id, relationId: line, askedBy: persons.Dirk, askerName: 'Dirk Vandaag' },
      ...{ schoolName: 'De Kade', level: 'group', what: 'Kunnen jullie komen trommelen?' },
      ...{ wishDay: '2026-11-27', answerBy: '2026-11-20' },
    })
    await tx.insert(requestMoments).values({ schoolId: school, requestId: id, kind: 'asked', side: 'asking' })
  })
  const asking = await todayOf('Dirk')
  assert.match(asking, /Wacht op een ander[\s\S]*Kunstencentrum De Molen[\s\S]*trommelen[\s\S]*over tijd/)
  assert.doesNotMatch(asking, /Wacht op jou/)
  const asked = await todayOf('Karin')
  assert.match(asked, /Wacht op jou[\s\S]*Dirk Vandaag, De Kade[\s\S]*trommelen/)
  assert.doesNotMatch(asked, /Wacht op een ander/)
  assert.doesNotMatch(await todayOf('Olga'), /trommelen/)
})

test('a poll of a school waits on the partner, with her own link; nothing of it stands with another', async () => {
  const [meetingId, id, faceId] = [crypto.randomUUID(), crypto.randomUUID(), crypto.randomUUID()]
  const [schoolId, of] = [school, { schoolId: school, meetingId, id }]
  const face = { rank: 0, name: 'Karin Vandaag', mail: 'karin@molen.example', days: [], source: 'test' }
  const asked = {
    title: 'Overleg',
    kind: 'other',
    minutes: 30,
    makerName: 'Dirk Vandaag',
    schoolName: 'De Kade',
  } as const
  await actingAsKeeper(db, async (tx) => {
    await tx.insert(faces).values({ ...face, schoolId, id: faceId, relationId: line })
    const when = { askedAt: new Date('2026-11-20T08:00:00Z'), answerBy: '2026-11-27', invited: [] }
    await tx.insert(meetings).values({ ...asked, ...when, schoolId, id: meetingId })
    await tx.insert(meetingInvitees).values({ ...of, faceId, name: face.name, required: true })
    await tx.insert(meetingLinks).values({ ...of, faceId, tokenDigest: 'x' })
    await tx.insert(meetingAddresses).values({ ...of, mail: face.mail })
    await tx.insert(meetingOptions).values({ schoolId, meetingId, startsAt: new Date('2026-12-01T14:00:00Z') })
  })
  const html = await todayOf('Karin')
  assert.match(
    html,
    /href="\/bijeenkomst\/[\w-]{43}">Overleg<[\s\S]*van Dirk Vandaag, De Kade[\s\S]*zeg wanneer je kunt/,
  )
  for (const name of ['Bianca', 'Olga'] as const) assert.doesNotMatch(await todayOf(name), /Overleg/)
})

test('on its day the tandem stands with the two, and with nobody else', async () => {
  await actingAsKeeper(db, async (tx) => {
    await tx.insert(tandems).values({ schoolId: school, nextOn: '2026-11-24' })
    await tx.insert(tandemPoints).values({ schoolId: school, what: 'Wachttijd' })
  })
  assert.match(
    await todayOf('Dirk'),
    /Wacht op jou[\s\S]*href="\/tandem">Tandem van vandaag<[\s\S]*één punt op de agenda/,
  )
  for (const name of ['Bianca', 'Olga', 'Karin'] as const) assert.doesNotMatch(await todayOf(name), /Tandem/)
})

test('one screen: who is in the building first, five lines of what waits, and the rest folded but there', async () => {
  await actingAsKeeper(db, (tx) =>
    tx.insert(relations).values(
      Array.from({ length: 13 }, (_, place) => ({
        ...{ schoolId: school, name: `Lijn ${place}`, levels: [], ownerId: persons.Bianca },
      })),
    ),
  )
  const html = await todayOf('Bianca')
  const [inHouse, waits, all] = ['Vandaag in huis', 'Wacht op jou', 'Alles (14)'].map((words) => html.indexOf(words))
  assert.ok(inHouse! > 0 && inHouse! < waits! && waits! < all!, 'in this order')
  const linesIn = (part: string) => part.split('Klopt dit nog?').length - 1
  assert.equal(linesIn(html.slice(waits, all)), 5, 'open')
  assert.equal(linesIn(html.slice(all)), 5, 'folded')
  assert.match(html, /<details[^>]*>\s*<summary>Alles \(14\)[\s\S]*klopt=1">Nog meer kaarten om na te kijken: 4/)
  assert.match(await todayOf('Dirk'), /<summary>Het netwerk in vijf getallen/)
})
