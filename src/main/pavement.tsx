import { sql } from 'drizzle-orm'
import { Hono } from 'hono'
import { setCookie } from 'hono/cookie'
import { actingAsAccount, rowsOf } from '#kit/db/database.ts'
import type { Street } from '#kit/http/types.ts'
import { isLanguage, languages } from '#kit/words/words.ts'
import { accentCss, accentOf, accentPath } from '#ui/accent.ts'
import type { House } from './house.tsx'
import { operations, tags } from './openapi.ts'
import { AboutPage } from './pages/about.tsx'
import { ApiPage } from './pages/api.tsx'
import { ExamplesPage } from './pages/examples.tsx'
import { LanguagePage } from './pages/language.tsx'
import { rooms } from './rooms.ts'

/** What lies before every door: assets, health, language, and what we are. */
export function pavement({ db, assets, config }: House) {
  const street = new Hono<Street>()
  const { css, js, icon, lean, drawing } = assets
  for (const asset of [css, js, icon, lean.css, lean.js, drawing.js, drawing.worker])
    street.get(asset.path, (c) => {
      c.header('Cache-Control', 'public, max-age=31536000, immutable')
      return c.body(asset.body, 200, { 'Content-Type': asset.type })
    })

  // The path changes with what the sheet says, so an old one that is asked for again is simply gone.
  street.get('/assets/accent/:file{[0-9a-f]{6}-[\\w-]{8}\\.css}', (c) => {
    const hex = `#${c.req.param('file').slice(0, 6)}`
    const chosen = accentOf(hex)
    if (!chosen.ok || accentPath(hex) !== c.req.path) return c.notFound()
    c.header('Cache-Control', 'public, max-age=31536000, immutable')
    return c.body(accentCss(chosen.accent), 200, { 'Content-Type': 'text/css; charset=utf-8' })
  })

  street
    .get('/healthz', (c) => c.text('ok'))
    .get('/readyz', async (c) => {
      const [row] = await db.transaction((tx) => rowsOf<{ ready: number }>(tx, sql`select 1 as ready`)).catch(() => [])
      return row ? c.text('ready') : c.text('the database does not answer', 503)
    })
    .get('/over', (c) => c.var.page(<AboutPage contact={config.contactMail} />))
    .get('/api', (c) =>
      c.var.page(
        <ApiPage operations={operations} tags={tags.map(({ name }) => name)} address={`${config.baseUrl}/api/v1`} />,
      ),
    )
    .get('/taal', (c) => c.var.page(<LanguagePage languages={languages()} current={c.var.language} />))
    .post('/taal', async (c) => {
      const { language } = await c.var.body()
      if (typeof language !== 'string' || !isLanguage(language)) return c.redirect('/', 303)
      setCookie(c, 'taal', language, { path: '/', sameSite: 'Lax', httpOnly: true, maxAge: 31536000 })
      // Signed in, she gets her letters in it too.
      const session = await c.var.gate.whoIs(c.req.raw.headers)
      if (session) {
        const { accountId } = session
        await actingAsAccount(db, accountId, async (tx) => {
          for (const room of rooms) await room.remembersLanguage?.(tx, accountId, language)
        })
      }
      return c.redirect('/', 303)
    })
  if (config.development) street.get('/ui', (c) => c.var.page(<ExamplesPage />))
  return street
}
