import { createHash } from 'node:crypto'
import { Hono } from 'hono'
import { actingAsGuest } from '#kit/db/database.ts'
import { brake } from '#kit/http/limit.ts'
import type { Street } from '#kit/http/types.ts'
import { bringFeed, digestOfFeed, type SinglesOf, sayFeed } from '#rooms/agenda/door.ts'
import { meetingsInFeed } from '#rooms/meetings/door.ts'
import { asWhoAsked } from './hall.ts'
import type { House } from './house.tsx'

/**
 * Where calendars fetch: /agenda/feed/SECRET.ics. An address acts as whoever made it, with what she may see today: when
 * she leaves the school, hers shows nothing any more.
 */
export function calendars({ db, config }: Pick<House, 'db' | 'config'>): Hono<Street> {
  const allow = brake({ most: config.development ? 100_000 : 120, seconds: 60 })
  const fixed: SinglesOf = (tx, me, feed) => meetingsInFeed(tx, me, feed, config)
  const street = new Hono<Street>().get('/agenda/feed/:secret', async (c) => {
    const may = allow(c.var.caller.address, c.var.now.getTime())
    if (!may.ok) return c.body('', 429, { 'Retry-After': String(may.retryAfter) })
    const digest = digestOfFeed(c.req.param('secret').replace(/\.ics$/, ''))
    const feed = await actingAsGuest(db, digest, (tx) => bringFeed(tx, digest))
    const who = feed && { accountId: feed.accountId, organisationId: feed.schoolId }
    const body = who && (await asWhoAsked(db)(who, (tx, me) => sayFeed(tx, me, feed, c.var, fixed)))
    if (!body || body === 'gone') return c.notFound()
    const etag = `"${createHash('sha256').update(body).digest('base64url').slice(0, 32)}"`
    const headers = { ETag: etag, 'Cache-Control': 'private, no-cache', 'X-Robots-Tag': 'noindex' }
    if (c.req.header('If-None-Match')?.includes(etag)) return c.body(null, 304, headers)
    return c.body(body, 200, { ...headers, 'Content-Type': 'text/calendar; charset=utf-8' })
  }) // Nothing below this address goes on to the porch, which would put it in the address of the sign-in page.
  return street.all('/agenda/feed/*', (c) => c.notFound())
}
