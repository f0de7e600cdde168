import { type Context, Hono } from 'hono'
import { askAgain, isFreshNow } from '#kit/http/fresh.ts'
import type { Inside, Porch, Street, StreetVariables } from '#kit/http/types.ts'
import { isColleague, whoIsThis } from '#rooms/people/door.ts'
import { goAway } from '../elsewhere/routes.tsx'
import { passwordForm } from '../forms.ts'
import { digestOf } from '../rules.ts'
import { goTo, rememberPlace } from '../self/routes.tsx'
import { words } from '../words/words.ts'
import { type Entered, enter, invite, invitePartner, withdraw } from './actions.ts'
import { entreeForm, inviteForm, partnerForm } from './forms.ts'
import { EntreePage, type For, InvitationClaimedPage, InvitationGonePage, InvitationPage } from './pages/invitation.tsx'
import { InvitationsPage } from './pages/list.tsx'
import { findInvitation, type Invitation, openInvitations } from './queries.ts'
import { publicFactsOf, speakingPlaces, stillStands } from './rules.ts'

const say = (c: { var: { language: string } }) => words.in(c.var.language)
const one = '/uitnodiging/:token'
const open = '/uitnodigingen/:id{[0-9a-f-]+}'

// Whoever scans mail for danger opens every link in it: looking at an invitation changes nothing, only a button does.
export const street = new Hono<Street>()
  .get(one, async (c) => {
    const found = await standing(c.var, c.req.param('token'))
    return found.ok ? show(c, found.invitation, {}, 200) : found.refusal
  })

  .post(one, async (c) => {
    const found = await standing(c.var, c.req.param('token'))
    if (!found.ok) return found.refusal
    const form = passwordForm.safeParse(await c.var.body())
    if (!form.success) return show(c, found.invitation, { password: 'error.password' }, 422)
    return proved(c, found.invitation, form.data.password)
  })

  // The letter proves the address; who she is, the provider says. What the invitation gives is given on the next page.
  .post(`${one}/via/:provider`, async (c) => {
    const found = await standing(c.var, c.req.param('token'))
    if (!found.ok) return found.refusal
    const { mail: email, name } = found.invitation
    const path = `/uitnodiging/${c.req.param('token')}/entree`
    return goAway(c, { provider: c.req.param('provider'), path, purpose: { for: 'join', email, name } })
  })

type Standing = { ok: true; invitation: Invitation } | { ok: false; refusal: Response }

async function standing(on: StreetVariables, token: string): Promise<Standing> {
  const invitation = await on.asKeeper((tx) => findInvitation(tx, digestOf(token)))
  if (!invitation || !stillStands(invitation, on.now))
    return { ok: false, refusal: await on.page(<InvitationGonePage />, 404) }
  if (invitation.relation?.organisationId)
    return { ok: false, refusal: await on.page(<InvitationClaimedPage partner={invitation.relation.name} />, 409) }
  return { ok: true, invitation }
}

async function show(
  c: Context<Street>,
  invitation: Invitation,
  errors: { password?: string },
  status: 200 | 422 | 429,
) {
  const known = (await c.var.gate.accountOf(invitation.mail)) !== undefined
  const token = c.req.param('token') ?? ''
  return c.var.page(
    <InvitationPage
      {...forOf(invitation)}
      token={token}
      known={known}
      providers={await c.var.gate.providers()}
      said={{ values: {}, errors }}
    />,
    status,
  )
}

const forOf = ({ name, organisation, relation }: Invitation): For => ({
  name,
  organisation,
  facts: relation ? publicFactsOf(relation) : undefined,
})

/** Who already has an account proves it with her own password; she is never given another's. */
async function proved(c: Context<Street>, invitation: Invitation, password: string) {
  const { mail: email, name } = invitation
  const known = await c.var.gate.accountOf(email)
  const made = known
    ? ({ ok: true, accountId: known } as const)
    : await c.var.gate.createAccount({ email, password, name, proven: true })
  if (!made.ok) return show(c, invitation, { password: `error.${made.because}` }, 422)
  const signed = await c.var.gate.signIn({ email, password }, c.var.caller)
  const entree = `/uitnodiging/${c.req.param('token')}/entree`
  if (signed.ok && known && invitation.relation) return goTo(c, entree, signed.cookies)
  if (signed.ok) return comeIn(c, made.accountId, { cookies: signed.cookies, isNew: !known })
  if (signed.because === 'second-step')
    return goTo(c, `/inloggen/code?naar=${encodeURIComponent(entree)}`, signed.cookies)
  return show(c, invitation, { password: `error.${signed.because}` }, signed.because === 'locked' ? 429 : 422)
}

async function comeIn(
  c: Context<Street>,
  accountId: string,
  { cookies, isNew }: { cookies: string[]; isNew: boolean },
) {
  const token = c.req.param('token') ?? ''
  const entered = await c.var.asKeeper((tx) => enter(tx, { token, accountId, now: c.var.now }))
  // A colleague of hers claimed the organisation this very moment: then nobody needs the account just made.
  if (!entered.ok && entered.because === 'claimed' && isNew) {
    await c.var.gate.removeAccount(accountId)
    return c.redirect(`/uitnodiging/${token}`, 303)
  }
  if (entered.ok) rememberPlace(c, entered.organisationId)
  return goTo(c, '/', cookies)
}

export const porch = new Hono<Porch>()
  .get(`${one}/entree`, async (c) => {
    const found = await standing(c.var, c.req.param('token'))
    return found.ok ? ask(c, found.invitation, {}, 200) : found.refusal
  })

  .post(`${one}/entree`, async (c) => {
    const found = await standing(c.var, c.req.param('token'))
    if (!found.ok) return found.refusal
    const form = entreeForm.safeParse(await c.var.body())
    const token = c.req.param('token')
    const entered: Entered = form.success
      ? await c.var.asKeeper((tx) =>
          enter(tx, { token, accountId: c.var.accountId, now: c.var.now, wish: form.data.organisation ?? undefined }),
        )
      : { ok: false, because: 'choose' }
    if (!entered.ok && entered.because === 'choose')
      return ask(c, found.invitation, { organisation: 'entree.choose' }, 422)
    if (entered.ok) rememberPlace(c, entered.organisationId)
    return c.redirect(entered.ok ? '/' : `/uitnodiging/${token}`, 303)
  })

/** The button that lets her in; and when she speaks for an organisation already, the question whether it is that one. */
async function ask(c: Context<Porch>, invitation: Invitation, errors: { organisation?: string }, status: 200 | 422) {
  const who = await c.var.accountWork((tx) => whoIsThis(tx, c.var.accountId, c.var.today))
  const hers = invitation.relation ? speakingPlaces(who?.places ?? []) : []
  const token = c.req.param('token') ?? ''
  return c.var.page(
    <EntreePage {...forOf(invitation)} token={token} hers={hers} said={{ values: {}, errors }} />,
    status,
  )
}

export const inside = new Hono<Inside>()
  .get('/uitnodigingen', async (c) => {
    const waiting = await c.var.work((tx, me) => openInvitations(tx, me.organisationId, c.var.now))
    return c.var.page(<InvitationsPage open={waiting} today={c.var.today} />)
  })

  .post('/uitnodigingen', async (c) => {
    const form = inviteForm.safeParse(await c.var.body())
    if (!form.success) return c.notFound()
    const { personId } = form.data
    const isFresh = await isFreshNow(c)
    const outcome = await c.var.work((tx, me) => invite(tx, me, { personId, isFresh, ...sendingOf(c) }))
    const back = isColleague(c.var.me) ? `/school/mensen/${personId}` : '/collegas'
    if (!outcome.ok && outcome.because === 'stale') return askAgain(c, back)
    if (!outcome.ok && outcome.because !== 'no-mail') return c.notFound()
    c.var.nudge()
    c.var.tell(outcome.ok ? say(c)['invitation.sent'] : say(c)['invitation.not'])
    return c.redirect(back, 303)
  })

  .post('/uitnodigingen/partner', async (c) => {
    const form = partnerForm.safeParse(await c.var.body())
    if (!form.success) return c.notFound()
    const outcome = await c.var.work((tx, me) => invitePartner(tx, me, { ...form.data, ...sendingOf(c) }))
    if (!('relationId' in outcome)) return c.notFound()
    c.var.nudge()
    c.var.tell(say(c)[outcome.ok ? 'invitation.sent' : (`invitation.partner.${outcome.because}` as const)])
    return c.redirect(`/netwerk/${outcome.relationId}`, 303)
  })

  .post(`${open}/intrekking`, async (c) => {
    const done = await c.var.work((tx, me) => withdraw(tx, me, c.req.param('id'), c.var.now))
    if (!done) return c.notFound()
    c.var.tell(say(c)['invitations.withdrawn'])
    return c.redirect('/uitnodigingen', 303)
  })

const sendingOf = ({ var: { now, config, language } }: Context<Inside>) => ({ now, baseUrl: config.baseUrl, language })
