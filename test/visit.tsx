import { Hono } from 'hono'
import type { Config } from '#kit/config/read.ts'
import type { Actor } from '#kit/db/actor.ts'
import { actingAs, type Database, type Tx } from '#kit/db/database.ts'
import { readBody, readUpload } from '#kit/http/body.ts'
import type { Inside } from '#kit/http/types.ts'
import { dayOf } from '#kit/time/day.ts'
import { LanguageContext } from '#kit/words/words.ts'
import { type Frame, renderPage } from '#ui/frame.tsx'
import { hangings, happenings, signalSources } from '../src/main/rooms.ts'

const frame: Frame = {
  language: 'nl',
  dir: 'ltr',
  nonce: 'n',
  assets: { css: '/a.css', js: '/a.js' },
  nav: [],
  words: { product: 'Huis', skip: 'Inhoud', nav: 'Menu', menu: 'Meer' },
  footer: { links: [] },
}

type Fields = Record<string, string | string[]>
export type Visit = { path: string; fields?: Fields; language?: string; today?: string }
export type Seen = {
  status: number
  text: string
  html: string
  location: string | null
  queries: number
  told: string
}

/** One room on its own, visited as somebody: the page as people read it, and how many questions it asked. */
export function visits(db: Database, inside: Hono<Inside>) {
  return async (me: Actor, { path, fields, language = 'nl', today = '2026-11-21' }: Visit): Promise<Seen> => {
    const house = new Hono<Inside>()
    let [queries, told] = [0, '']
    house.use(async (c, next) => {
      c.set('me', me)
      c.set('language', language)
      c.set('now', new Date(`${today}T10:00:00Z`))
      c.set('today', dayOf(new Date(`${today}T10:00:00Z`)))
      c.set('work', (work) =>
        actingAs(db, me, (tx) =>
          work(
            counted(tx, () => queries++),
            me,
          ),
        ),
      )
      c.set('body', () => readBody(c))
      c.set('upload', (field) => readUpload(c, field))
      c.set('config', { mode: 'real', baseUrl: 'http://localhost' } as Config)
      c.set('hangings', hangings)
      c.set('signals', signalSources)
      c.set('happenings', happenings)
      c.set('nudge', () => {})
      c.set('tell', (text) => {
        told = text
      })
      c.set('page', (node, status = 200) =>
        c.html(renderPage(frame, <LanguageContext.Provider value={language}>{node}</LanguageContext.Provider>), status),
      )
      await next()
    })
    house.route('/', inside)
    const answer = await house.request(path, fields ? { method: 'POST', body: formOf(fields) } : {})
    const html = await answer.text()
    const text = html.replace(/<[^>]*>/g, ' ').replace(/\s+/g, ' ')
    return { status: answer.status, html, text, location: answer.headers.get('location'), queries, told }
  }
}

const formOf = (fields: Fields) => {
  const form = new FormData()
  for (const [name, value] of Object.entries(fields)) for (const one of [value].flat()) form.append(name, one)
  return form
}

const counted = (tx: Tx, count: () => void): Tx =>
  new Proxy(tx, {
    get(target, name) {
      if (['select', 'selectDistinct', 'execute', 'insert', 'update', 'delete'].includes(String(name))) count()
      return Reflect.get(target, name)
    },
  })

class Undo extends Error {}

/** How many rows a deed reaches as this somebody, 0 when the database refuses; whatever happened is taken back. */
export async function reach(db: Database, actor: Actor, deed: (tx: Tx) => Promise<{ length: number }>) {
  let did = 0
  await actingAs(db, actor, async (tx) => {
    did = (await deed(tx)).length
    throw new Undo()
  }).catch((error) => {
    const code = error.cause?.code ?? error.code
    if (!(error instanceof Undo) && code !== '42501') throw error
  })
  return did
}

type Verbs = Record<string, (tx: Tx, me: Actor) => Promise<{ length: number }>>
/** How many rows somebody reaches with each of these deeds, in their order. */
export async function reached(db: Database, me: Actor, verbs: Verbs): Promise<number[]> {
  const rows: number[] = []
  for (const deed of Object.values(verbs)) rows.push(await reach(db, me, (tx) => deed(tx, me)))
  return rows
}

/** What somebody may do of all these deeds, by name, in the order of the alphabet. */
export async function allowed(db: Database, me: Actor, verbs: Verbs): Promise<string[]> {
  const rows = await reached(db, me, verbs)
  return Object.keys(verbs)
    .filter((_, place) => rows[place])
    .sort()
}
