import type { Context, MiddlewareHandler } from 'hono'
import { isFresh } from '#kit/gate/gate.ts'
import type { Street, StreetVariables } from './types.ts'

/** Where one proves again who one is. */
const proof = '/mij/bevestiging'

/**
 * Before something that matters: whoever proved who she is a while ago proves it again, and comes back to this page.
 * Put it before the page with the form as well as before the moment itself, so that nothing typed is lost.
 */
export const freshOnly: MiddlewareHandler<Street> = async (c, next) => {
  if (await isFreshNow(c)) return next()
  return askAgain(c, c.req.method === 'GET' ? c.req.path : pageBefore(c))
}

/** Whatever floor of the house the request is on. */
type Visit = Pick<Context, 'req'> & { var: Pick<StreetVariables, 'gate' | 'now'> }

export async function isFreshNow(c: Visit): Promise<boolean> {
  const who = await c.var.gate.whoIs(c.req.raw.headers)
  return who !== undefined && isFresh(who, c.var.now)
}

/** Sends to the proof, and from there to `path`. */
export const askAgain = (c: Context, path: string) => c.redirect(`${proof}?naar=${encodeURIComponent(path)}`, 303)

/** Of a form that was sent: the page it stood on, when that is one of ours. */
function pageBefore(c: Context<Street>): string {
  const from = c.req.header('referer')
  if (!from || !URL.canParse(from)) return '/'
  const { origin, pathname } = new URL(from)
  return [new URL(c.var.config.baseUrl).origin, new URL(c.req.url).origin].includes(origin) ? pathname : '/'
}
