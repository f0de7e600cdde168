import { type Context, Hono } from 'hono'
import type { Street } from '#kit/http/types.ts'
import { linkForm } from '../forms.ts'
import { keyForm } from '../keys/forms.ts'
import { ownPath } from '../rules.ts'
import { goTo } from '../self/routes.tsx'
import { words } from '../words/words.ts'
import { AskLinkPage, LinkGonePage, LinkPage, LinkSentPage } from './pages/link.tsx'

const token = '/inloggen/link/:token'

/** Where to go on: in, or by way of the second step. */
export function onward(c: Context, signed: { ok: boolean; cookies: string[] }, path: string) {
  if (signed.ok) return goTo(c, path, signed.cookies)
  return goTo(c, `/inloggen/code?naar=${encodeURIComponent(path)}`, signed.cookies)
}

export const street = new Hono<Street>()
  .get('/inloggen/link', (c) =>
    c.var.page(<AskLinkPage said={linkForm.blank({ naar: ownPath(c.req.query('naar')) })} />),
  )

  // The same page for who is known and who is not.
  .post('/inloggen/link', async (c) => {
    const body = await c.var.body()
    const form = linkForm.safeParse(body)
    if (!form.success) return c.var.page(<AskLinkPage said={linkForm.sayBack(form.error, body)} />, 422)
    const given = { email: form.data.mail, language: c.var.language, path: ownPath(form.data.naar) }
    const { cookies } = await c.var.gate.requestLink(given, c.var.caller)
    return goTo(c, '/inloggen/link/onderweg', cookies)
  })

  .get('/inloggen/link/onderweg', (c) => c.var.page(<LinkSentPage />))

  // Whoever scans mail for danger opens every link in it: looking changes nothing, only the button does.
  .get(token, async (c) => {
    const stands = await c.var.gate.linkStands(c.req.param('token'), c.var.caller)
    const path = ownPath(c.req.query('naar'))
    return stands
      ? c.var.page(<LinkPage token={c.req.param('token')} path={path} />)
      : c.var.page(<LinkGonePage />, 404)
  })

  .post(token, async (c) => {
    const { naar } = await c.var.body()
    const signed = await c.var.gate.signInByLink(c.req.param('token'), c.var.caller)
    if (!('cookies' in signed)) return c.var.page(<LinkGonePage />, 404)
    return onward(c, signed, ownPath(typeof naar === 'string' ? naar : undefined))
  })

  // A question to sign, for the browser's script; what was signed comes back in an ordinary form.
  .post('/inloggen/sleutel/opdracht', async (c) => {
    const { options, cookies } = await c.var.gate.passkeyToSignIn(c.var.caller)
    return answered(c, options, cookies)
  })

  .post('/inloggen/sleutel', async (c) => {
    const form = keyForm.safeParse(await c.var.body())
    const signed = form.success
      ? await c.var.gate.signInByPasskey(form.data.answer, c.var.caller)
      : ({ ok: false, because: 'wrong' } as const)
    if ('cookies' in signed) return onward(c, signed, ownPath(form.data?.naar))
    c.var.tell(words.in(c.var.language)['key.failed'])
    return c.redirect('/inloggen', 303)
  })

/** A question for the device, as the browser's own JSON functions want it. */
export function answered(c: Context, options: unknown, cookies: readonly string[]) {
  for (const cookie of cookies) c.header('Set-Cookie', cookie, { append: true })
  return c.json(options as object)
}
