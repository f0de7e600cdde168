import { type Context, Hono } from 'hono'
import type { Arrived, Gate } from '#kit/gate/gate.ts'
import { askAgain, freshOnly } from '#kit/http/fresh.ts'
import type { Inside, Street, StreetVariables } from '#kit/http/types.ts'
import { findSchools } from '#rooms/organisations/door.ts'
import { ownPath } from '../rules.ts'
import { goTo } from '../self/routes.tsx'
import { words } from '../words/words.ts'
import { linkForm, postedForm, viaForm } from './forms.ts'
import { AwayPage, UnknownPage } from './pages/away.tsx'
import { hintOf } from './rules.ts'

const say = (c: { var: { language: string } }) => words.in(c.var.language)
type Wish = Parameters<Gate['sendAway']>[0]
/** Whatever floor of the house the request is on. */
type Visit = Pick<Context, 'header' | 'notFound'> & { var: Pick<StreetVariables, 'gate' | 'caller' | 'page'> }

/**
 * Sends the browser to a provider. By a page rather than a redirect, because the strict policy of our pages lets forms
 * lead to ourselves only; the browser goes on from there by itself.
 */
export async function goAway(c: Visit, wish: Wish) {
  const sent = await c.var.gate.sendAway(wish, c.var.caller)
  if (!sent.ok) return c.notFound()
  for (const cookie of sent.cookies) c.header('Set-Cookie', cookie, { append: true })
  c.header('Refresh', `0; url=${sent.url}`)
  return c.var.page(<AwayPage url={sent.url} name={await nameOf(c, wish.provider)} />)
}

const nameOf = async (c: Visit, id: string) => (await c.var.gate.providers()).find((one) => one.id === id)?.name ?? id

export const street = new Hono<Street>()
  .post('/inloggen/via/:provider', async (c) => {
    const form = viaForm.safeParse(await c.var.body())
    const path = ownPath(form.data?.naar)
    return goAway(c, { provider: c.req.param('provider'), path, purpose: { for: 'in' } })
  })

  // The provider sends the browser here by a GET; it counts once, and only in the browser that was sent.
  .get('/inloggen/via/:provider/terug', async (c) => {
    const provider = c.req.param('provider')
    const arrived = await c.var.gate.comeBack(provider, new URL(c.req.url).searchParams, c.var.caller)
    return answer(c, provider, arrived)
  })

  // Posted by the provider's own page (SAML): checked here, and fetched by the browser with a page of ours.
  .post('/inloggen/via/:provider/antwoord', async (c) => {
    const form = postedForm.safeParse(await c.var.body())
    const provider = c.req.param('provider')
    const outcome = form.success ? await c.var.gate.postedAnswer(provider, form.data) : ({ ok: false } as const)
    return outcome.ok ? c.redirect(outcome.path, 303) : told(c, 'away.failed', '/inloggen')
  })

  .get('/inloggen/via/:provider/gegevens', async (c) => {
    const metadata = await c.var.gate.providerMetadata(c.req.param('provider'))
    return metadata ? c.body(metadata, 200, { 'Content-Type': 'application/samlmetadata+xml' }) : c.notFound()
  })

async function answer(c: Context<Street>, provider: string, arrived: Arrived) {
  if (arrived.ok) return goTo(c, arrived.path, arrived.cookies)
  for (const cookie of arrived.cookies) c.header('Set-Cookie', cookie, { append: true })
  switch (arrived.because) {
    case 'second-step':
      return c.redirect(`/inloggen/code?naar=${encodeURIComponent(arrived.path)}`, 303)
    case 'unknown':
      return unknown(c, provider, arrived)
    case 'stale':
      return askAgain(c, '/mij')
    case 'taken':
      return told(c, 'away.taken', '/mij')
    case 'exists':
      return told(c, 'away.exists', '/inloggen')
    default:
      return told(c, 'away.failed', '/inloggen')
  }
}

function told(c: Context<Street>, text: 'away.taken' | 'away.exists' | 'away.failed', path: string) {
  c.var.tell(say(c)[text])
  return c.redirect(path, 303)
}

type Unknown = Extract<Arrived, { because: 'unknown' }>
async function unknown(c: Context<Street>, provider: string, { name, attributes }: Unknown) {
  const hint = hintOf(attributes)
  const { code } = hint
  const found = code ? await c.var.asKeeper((tx) => findSchools(tx, code, 5)) : []
  const school = found.find((one) => one.code === code) ?? (found.length === 1 ? found[0] : undefined)
  const said = { provider: await nameOf(c, provider), name, hint, school: school?.name }
  return c.var.page(<UnknownPage {...said} />, 403)
}

export const inside = new Hono<Inside>()
  .post('/mij/aanmeldwegen', freshOnly, async (c) => {
    const form = linkForm.safeParse(await c.var.body())
    if (!form.success) return c.notFound()
    const { accountId } = c.var
    return goAway(c, { provider: form.data.provider, path: '/mij', purpose: { for: 'link', accountId } })
  })

  .post('/mij/aanmeldwegen/:id/einde', freshOnly, async (c) => {
    if (!(await c.var.gate.unlink(c.req.param('id'), c.var.caller))) return c.notFound()
    c.var.tell(say(c)['away.unlinked'])
    return c.redirect('/mij', 303)
  })
