import { randomBytes } from 'node:crypto'
import type { MiddlewareHandler } from 'hono'
import { csrf } from 'hono/csrf'
import { secureHeaders } from 'hono/secure-headers'
import type { Config } from '#kit/config/read.ts'
import type { Street } from './types.ts'

/** A fresh nonce per page; only our own scripts and styles may run. */
export const withNonce: MiddlewareHandler<Street> = async (c, next) => {
  c.set('nonce', randomBytes(16).toString('base64'))
  await next()
}

/**
 * Headers that keep browsers strict. `same-origin` as referrer policy, because `no-referrer` makes browsers send
 * `Origin: null` with plain forms, which the CSRF check must refuse.
 */
export const strictHeaders =
  (config: Config): MiddlewareHandler<Street> =>
  (c, next) =>
    secureHeaders({
      contentSecurityPolicy: {
        defaultSrc: ["'none'"],
        scriptSrc: [`'nonce-${c.var.nonce}'`, "'self'"],
        styleSrc: [`'nonce-${c.var.nonce}'`, "'self'"],
        imgSrc: ["'self'", 'data:'],
        fontSrc: ["'self'"],
        connectSrc: ["'self'"],
        manifestSrc: ["'self'"],
        formAction: ["'self'"],
        frameAncestors: ["'none'"],
        baseUri: ["'none'"],
        objectSrc: ["'none'"],
      },
      referrerPolicy: 'same-origin',
      xFrameOptions: 'DENY',
      crossOriginOpenerPolicy: 'same-origin',
      permissionsPolicy: { camera: [], microphone: [], geolocation: [], payment: [], usb: [] },
      strictTransportSecurity: config.baseUrl.startsWith('https:') ? 'max-age=63072000; includeSubDomains' : false,
    })(c, next)

/**
 * Below these addresses stands a secret. No other site hears of it, no search engine keeps it. Added before the strict
 * headers, because what is added first speaks last.
 */
export const keepSecret =
  (addresses: readonly string[]): MiddlewareHandler =>
  async (c, next) => {
    await next()
    if (!holdsSecret(addresses, c.req.path)) return
    c.header('Referrer-Policy', 'no-referrer')
    c.header('X-Robots-Tag', 'noindex')
  }

export const holdsSecret = (addresses: readonly string[], path: string) =>
  addresses.some((address) => path.startsWith(`${address}/`))

/** Addresses that hold a secret of their own, and addresses to which other sites post what they signed. */
export type FormsFromElsewhere = { secretAddresses?: readonly string[]; signed?: RegExp }

/**
 * A form may only be posted from our own pages. Behind TLS the origin is the address people type. Where the address holds
 * a secret, that is the proof: such a page sends no referrer, and then older browsers say `null` for their origin. What
 * other sites post believes nothing that is not signed, and does nothing for whoever is signed in.
 */
export const ownFormsOnly = (
  config: Config,
  { secretAddresses = [], signed }: FormsFromElsewhere = {},
): MiddlewareHandler => {
  const own = csrf({
    origin: (origin, c) =>
      origin === new URL(config.baseUrl).origin ||
      origin === new URL(c.req.url).origin ||
      (origin === 'null' && holdsSecret(secretAddresses, c.req.path)),
  })
  return (c, next) => (signed?.test(c.req.path) ? next() : own(c, next))
}

const onThisMachine = /^(localhost|127\.0\.0\.1|\[::1\])(:\d+)?$/

/** The demo lets anybody in with a click, so it answers to this machine's own names only: no other site can point here. */
export const ownNamesOnly =
  (config: Config): MiddlewareHandler =>
  (c, next) =>
    config.mode === 'demo' && !onThisMachine.test(new URL(c.req.url).host) ? Promise.resolve(c.text('', 421)) : next()

/** Pages about people are kept by no cache on the way; assets set their own. */
export const keptByNobody: MiddlewareHandler = async (c, next) => {
  await next()
  if (!c.res.headers.has('Cache-Control')) c.header('Cache-Control', 'no-store')
}
