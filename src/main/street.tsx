import type { Context, MiddlewareHandler } from 'hono'
import { getCookie, setCookie } from 'hono/cookie'
import type { Child } from 'hono/jsx'
import * as z from 'zod'
import type { Config } from '#kit/config/read.ts'
import { actingAsGuest, actingAsKeeper, type Database } from '#kit/db/database.ts'
import { callerOf, type Gate } from '#kit/gate/gate.ts'
import { readBody, readUpload } from '#kit/http/body.ts'
import { sendHtml } from '#kit/http/html.ts'
import type { Street } from '#kit/http/types.ts'
import { dayOf } from '#kit/time/day.ts'
import { isLanguage, LanguageContext, languageAsked } from '#kit/words/words.ts'
import type { Assets } from '#ui/assets.ts'
import { type Frame, renderPage } from '#ui/frame.tsx'
import { frameOf, type Viewer } from './frame.ts'
import { glance } from './hall.ts'
import { hangings, happenings, signalSources } from './rooms.ts'

export type StreetHouse = {
  db: Database
  config: Config
  gate: Gate
  assets: Assets
  nudge: () => void
  clock: () => Date
}

/** Lends every request what any page may need: language, time, the renderer, the posted form. */
export const onTheStreet =
  (house: StreetHouse): MiddlewareHandler<Street & { Variables: { viewer?: Viewer } }> =>
  async (c, next) => {
    const now = house.clock()
    c.set('config', house.config)
    c.set('gate', house.gate)
    c.set('now', now)
    c.set('today', dayOf(now))
    c.set('language', languageOf(c))
    c.set('asKeeper', (work) => actingAsKeeper(house.db, work))
    c.set('asGuest', (key, work) => actingAsGuest(house.db, key, work))
    c.set('caller', callerOf(c.req.raw.headers, socketOf(c), house.config))
    c.set('nudge', house.nudge)
    c.set('hangings', hangings)
    c.set('signals', signalSources)
    c.set('happenings', happenings)
    c.set('tell', (text, undo) =>
      setCookie(c, 'bericht', encodeURIComponent(JSON.stringify({ text, undo })), {
        httpOnly: true,
        sameSite: 'Lax',
        path: '/',
        maxAge: 60,
      }),
    )
    c.set('body', () => readBody(c))
    c.set('upload', (field) => readUpload(c, field))
    c.set('page', async (node, status = 200) => {
      // A page must come whatever happens: without the database there is no way around to show either.
      if (!c.var.viewer) c.set('viewer', await glance(house.db, c).catch(() => undefined))
      return sendHtml(c, draw(c, house, node, takeNotice(c)), status)
    })
    c.set('alone', (node, status = 200) => sendHtml(c, draw(c, house, node), status))
    await next()
  }

function draw(
  c: Context<Street & { Variables: { viewer?: Viewer } }>,
  { config, assets }: StreetHouse,
  node: Child,
  notice?: Frame['notice'],
): string {
  const street = { language: c.var.language, nonce: c.var.nonce, today: c.var.today }
  const around = frameOf({
    street,
    config,
    notice,
    path: c.req.path,
    viewer: c.var.viewer,
    assets: pathsOf(assets),
  })
  // A form that comes back is not the list at whose address it was sent: it keeps its own way back.
  const frame = c.req.method === 'POST' ? { ...around, ways: undefined } : around
  return renderPage(frame, <LanguageContext.Provider value={c.var.language}>{node}</LanguageContext.Provider>)
}

const pathsOf = ({ css, js, icon, lean, drawing }: Assets) => ({
  ...{ css: css.path, js: js.path, icon: icon.path },
  lean: { css: lean.css.path, js: lean.js.path },
  drawing: { js: drawing.js.path, worker: drawing.worker.path },
})

const notices = z.object({
  text: z.string().transform((text) => text.slice(0, 300)),
  undo: z.object({ action: z.string().regex(/^\/[a-z0-9/-]+$/), label: z.string().max(60) }).optional(),
})

/** A short message that the page before left for this one. */
function takeNotice(c: Context): Frame['notice'] {
  const cookie = getCookie(c, 'bericht')
  if (cookie === undefined) return undefined
  setCookie(c, 'bericht', '', { path: '/', maxAge: 0 })
  try {
    return notices.safeParse(JSON.parse(decodeURIComponent(cookie))).data as Frame['notice']
  } catch {
    return undefined
  }
}

function languageOf(c: Context): string {
  const chosen = getCookie(c, 'taal')
  if (chosen && isLanguage(chosen)) return chosen
  return languageAsked(c.req.header('accept-language') ?? '')
}

const socketOf = (c: Context) =>
  (c.env as { incoming?: { socket?: { remoteAddress?: string } } } | undefined)?.incoming?.socket?.remoteAddress
