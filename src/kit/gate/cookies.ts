import { createHmac, timingSafeEqual } from 'node:crypto'

/** All are seen by the server only; over https the prefix binds them to this very host. */
export type CookieNames = {
  session: string
  /** A first step was right; the second is still to be made. */
  challenge: string
  /** This browser asked for a letter with a link. */
  link: string
  /** This browser was asked to sign something with a passkey. */
  passkey: string
  /** This browser was sent to a provider. */
  away: string
}

export const prefixFor = (baseUrl: string) => (baseUrl.startsWith('https:') ? '__Host-gate' : 'gate')
export const cookieNames = (baseUrl: string): CookieNames => ({
  session: `${prefixFor(baseUrl)}.session_token`,
  challenge: `${prefixFor(baseUrl)}.two_factor`,
  link: `${prefixFor(baseUrl)}.link`,
  passkey: `${prefixFor(baseUrl)}.passkey`,
  away: `${prefixFor(baseUrl)}.away`,
})

const signature = (value: string, secret: string) => createHmac('sha256', secret).update(value).digest('base64')

/** The value of a cookie that we signed ourselves, or nothing. */
export function readSigned(headers: Headers, name: string, secret: string): string | undefined {
  return unsigned(rawOf(headers, name), secret)
}

function rawOf(headers: Headers, name: string): string | undefined {
  const pairs = (headers.get('cookie') ?? '').split(';').map((pair) => pair.trim())
  return pairs.find((pair) => pair.startsWith(`${name}=`))?.slice(name.length + 1)
}

function unsigned(raw: string | undefined, secret: string): string | undefined {
  const whole = decoded(raw ?? '')
  const dot = whole.lastIndexOf('.')
  if (dot < 1) return undefined
  const value = whole.slice(0, dot)
  const [given, right] = [Buffer.from(whole.slice(dot + 1)), Buffer.from(signature(value, secret))]
  return given.length === right.length && timingSafeEqual(given, right) ? value : undefined
}

function decoded(raw: string): string {
  try {
    return decodeURIComponent(raw)
  } catch {
    return ''
  }
}

/** Only what better-auth needs to see of a request: these of our cookies, and the name of the browser. */
export function headersWith(headers: Headers, ...cookies: string[]): Headers {
  const passed = new Headers({ 'user-agent': (headers.get('user-agent') ?? '').slice(0, 300) })
  const pairs = cookies.flatMap((name) => {
    const raw = rawOf(headers, name)
    return raw ? [`${name}=${raw}`] : []
  })
  if (pairs.length) passed.set('cookie', pairs.join('; '))
  return passed
}

/** A Set-Cookie line of our own making, as better-auth would have signed it. Without `seconds` it ends with the browser. */
export const setCookie = (name: string, value: string, secret: string, seconds?: number) =>
  `${name}=${encodeURIComponent(`${value}.${signature(value, secret)}`)}${attributesOf(name)}${seconds ? `; Max-Age=${seconds}` : ''}`

export const dropCookie = (name: string) => `${name}=${attributesOf(name)}; Max-Age=0`

const attributesOf = (name: string) => `; Path=/; HttpOnly; SameSite=Lax${name.startsWith('__Host-') ? '; Secure' : ''}`

export const longest = 7 * 24 * 3600

/**
 * The lines of better-auth's answer that concern our cookies. A session ends with the browser, unless the person
 * asked to stay signed in on this device; the row in the database ends it sooner.
 */
export const kept = (lines: readonly string[], names: CookieNames, remember = false): string[] =>
  lines
    .filter((line) => [names.session, names.challenge, names.passkey].some((name) => line.startsWith(`${name}=`)))
    .map((line) => (line.startsWith(`${names.session}=`) && !isExpiry(line) ? lasting(line, remember) : line))

const isExpiry = (line: string) => /^[^=]+=;/.test(line)
const lasting = (line: string, remember: boolean) => {
  const bare = line.replace(/; Max-Age=\d+/i, '')
  return remember ? `${bare}; Max-Age=${longest}` : bare
}

/** The session token that an answer sets. */
export const tokenSet = (lines: readonly string[], names: CookieNames, secret: string): string | undefined =>
  lines
    .filter((line) => line.startsWith(`${names.session}=`) && !isExpiry(line))
    .map((line) => unsigned(line.slice(names.session.length + 1).split(';')[0], secret))
    .at(-1)
