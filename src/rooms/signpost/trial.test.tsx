// For the tests beside it only: one small school with its partners, and its pages as somebody sees them.
import assert from 'node:assert/strict'
import { before } from 'node:test'
import { Hono } from 'hono'
import { type Actor, recognise } from '#kit/db/actor.ts'
import { actingAs, actingAsAccount, actingAsKeeper, type Tx } from '#kit/db/database.ts'
import type { Inside } from '#kit/http/types.ts'
import { LanguageContext } from '#kit/words/words.ts'
import { presences } from '#rooms/agenda/door.ts'
import { answers } from '#rooms/network/door.ts'
import { organisations } from '#rooms/organisations/door.ts'
import { memberships, people } from '#rooms/people/door.ts'
import { faces, relations } from '#rooms/relations/door.ts'
import { freshDatabase } from '#test/engine.ts'
import { type Frame, renderPage } from '#ui/frame.tsx'
import { inside, porch, street } from './routes.tsx'

export const db = await freshDatabase()
export const today = '2026-11-24'
export const ids = { board: crypto.randomUUID(), school: crypto.randomUUID(), other: crypto.randomUUID() }
const staff = new Map<string, Actor>()
export const as = (name: string) => staff.get(name) ?? assert.fail(name)

/** A small school: everybody who may be named, so that a test can say that nobody is. */
export const colleagues: [name: string, roles: string[], days: number[]][] = [
  ['Dirk Directeur', ['directeur'], [1, 2, 3]],
  ['Ineke Begeleider', ['ib'], [2, 4]],
  ['Vera Vertrouwen', ['vertrouwenspersoon'], [2]],
  ['Aad Aandacht', ['aandachtsfunctionaris'], [2]],
  ['Fenna Cultuur', ['cultuurcoordinator'], [1, 2, 4]],
  ['Juf Bianca', ['leerkracht'], [2]],
]

before(async () => {
  await actingAsKeeper(db, async (tx) => {
    await tx.insert(organisations).values([
      { id: ids.board, kind: 'board', name: 'Stichting Brug', phone: '0123-456', source: 'duo' },
      {
        id: ids.school,
        kind: 'school',
        name: 'De Kade',
        place: 'Verzonnen',
        source: 'duo',
        boardId: ids.board,
        latitude: 52,
        longitude: 5,
      },
      {
        id: ids.other,
        kind: 'school',
        name: 'De Overkant',
        place: 'Verzonnen',
        source: 'duo',
        latitude: 52.01,
        longitude: 5,
      },
    ])
    for (const [name, roles, days] of colleagues) await addPerson(tx, ids.school, name, roles, days)
    await addPerson(tx, ids.other, 'Olga Overkant', ['directeur'], [1])
    await addPartner(tx, 'Kunstencentrum De Molen', 'kunstencentrum', 'Karin Kwast', as('Fenna Cultuur').personId)
    await addPartner(tx, 'Veilig Thuis Midden', 'veilig_thuis', 'Vincent Veilig', as('Ineke Begeleider').personId)
    await addPartner(tx, 'Wijkagent Zuid', 'wijkagent', 'Wim Wijk', null)
    await addPartner(tx, 'Dansschool Hup', null, 'Hanna Hup', null, 'cultuureducatie')
  })
})

async function addPerson(tx: Tx, organisationId: string, name: string, roles: string[], days: number[]) {
  const personId = crypto.randomUUID()
  const phone = `06-${String(staff.size).padStart(8, '1')}`
  await tx
    .insert(people)
    .values({ id: personId, accountId: name, name, phone, source: 'test', notedBy: organisationId })
  await tx.insert(memberships).values({ organisationId, personId, roles, days })
  staff.set(name, recognise({ accountId: name, personId, organisationId, roles }))
}

async function addPartner(
  tx: Tx,
  name: string,
  type: string | null,
  face: string,
  ownerId: string | null,
  topic?: string,
) {
  const id = crypto.randomUUID()
  await tx.insert(relations).values({ schoolId: ids.school, id, name, type, levels: ['group'], ownerId })
  await tx.insert(faces).values({
    schoolId: ids.school,
    relationId: id,
    rank: 0,
    name: face,
    phone: '030-1234567',
    days: [2],
    source: 'test',
  })
  await tx.insert(presences).values({ schoolId: ids.school, relationId: id, weekday: 2, from: '09:00', until: '12:00' })
  if (topic) await tx.insert(answers).values({ schoolId: ids.school, topic, relationId: id, rank: 0 })
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

/** How often the database was asked for the last page. */
export const asked = { times: 0 }
const counted = (tx: Tx): Tx =>
  new Proxy(tx, {
    get(target, name) {
      if (name === 'select' || name === 'execute' || name === 'insert') asked.times++
      const value = Reflect.get(target, name)
      return typeof value === 'function' ? value.bind(target) : value
    },
  })

function app(me: Actor | undefined) {
  const hono = new Hono<Inside>()
  hono.use(async (c, next) => {
    const set = c.set as (name: string, value: unknown) => void
    const given = {
      language: 'nl',
      today,
      now: new Date('2026-11-24T09:00:00Z'),
      config: { baseUrl: 'https://huis.example.nl' },
      tell: () => {},
      gate: { whoIs: async () => me && { accountId: me.accountId } },
      body: async () => Object.fromEntries(new URLSearchParams(await c.req.text())),
      page: (node: Parameters<typeof renderPage>[1], status = 200) =>
        c.html(
          renderPage(frame, <LanguageContext.Provider value={c.var.language}>{node}</LanguageContext.Provider>),
          status as 200,
        ),
      ...(me && {
        me,
        accountId: me.accountId,
        accountWork: (work: (tx: Tx) => Promise<unknown>) => actingAsAccount(db, me.accountId, work),
        work: (work: (tx: Tx, me: Actor) => Promise<unknown>) => actingAs(db, me, (tx) => work(counted(tx), me)),
      }),
    }
    for (const [name, value] of Object.entries(given)) set(name, value)
    asked.times = 0
    await next()
  })
  hono.route('/', street as never)
  if (me) hono.route('/', porch as never).route('/', inside)
  return hono
}

export const get = async (who: string | undefined, path: string) => {
  const answer = await app(who ? as(who) : undefined).request(path)
  return { status: answer.status, html: await answer.text() }
}
export const post = async (who: string, path: string, fields: Record<string, string>) => {
  const answer = await app(as(who)).request(path, { method: 'POST', body: new URLSearchParams(fields).toString() })
  return { status: answer.status, html: await answer.text() }
}
export const ask = async (fields: Record<string, string>, who = 'Juf Bianca') =>
  (await post(who, '/bij-wie', fields)).html
export const partnerNames = /Kunstencentrum De Molen|Karin Kwast|Veilig Thuis Midden|Vincent Veilig|Wim Wijk|Hanna Hup/
export const fixedLine = /Twijfel je of een kind veilig is\? Wacht niet\./
