import { type Context, Hono } from 'hono'
import type { Said } from '#kit/form/form.ts'
import type { Inside } from '#kit/http/types.ts'
import { colleaguesOf, isColleague } from '#rooms/people/door.ts'
import { mayTend, mayTendNetwork } from '#rooms/relations/door.ts'
import { agree, type Done, dropAgreement, lookBack, type Refusal, sayKept, setAim, setManners } from './actions.ts'
import { contactOf, copyAddressOf } from './contacts/queries.ts'
import { inside as contacts } from './contacts/routes.tsx'
import { agreementForm, aimForm, keptForm, longestLine, mannersForm, outcomeForm } from './forms.ts'
import { PartnerAgreedPage } from './pages/agreed.tsx'
import { AgreementPage, AimPage, MannersPage } from './pages/forms.tsx'
import { KeepingPage } from './pages/keeping.tsx'
import { TurnsPage } from './pages/turns.tsx'
import {
  agreedWithUs,
  agreementsOf,
  aimsOf,
  findAgreement,
  findAim,
  lineOf,
  mannersOf,
  openAgreements,
  turnsOf,
} from './queries.ts'
import { inside as tables } from './sides/routes.tsx'
import { openSteps } from './steps/queries.ts'
import { inside as steps } from './steps/routes.tsx'
import { words } from './words/words.ts'

const line = '/netwerk/:id{[0-9a-f-]+}'
const agreement = '/afspraken/:agreement{[0-9a-f-]+}'
const say = (c: Context<Inside>) => words.in(c.var.language)

export const inside = new Hono<Inside>()
  .route('/', contacts)
  .route('/', tables)
  .route('/', steps)

  .get('/afspraken', async (c) => {
    const { me, today } = c.var
    if (!isColleague(me)) {
      if (!me.roles.includes('partnercontact')) return c.notFound()
      const withUs = await c.var.work((tx) => agreedWithUs(tx, me.organisationId))
      return c.var.page(<PartnerAgreedPage withUs={withUs} today={today} />)
    }
    const all = c.req.query('van') === 'allen'
    const isMine = (one: { ownerId: string | null; deputyId?: string | null; personId?: string | null }) =>
      all || [one.ownerId, one.deputyId, one.personId].includes(me.personId)
    const { lines, open, steps } = await c.var.work(async (tx) => ({
      lines: await turnsOf(tx, me.organisationId, today),
      open: await openAgreements(tx, me.organisationId),
      steps: (await openSteps(tx, me.organisationId)).filter(({ line }) => isMine(line)),
    }))
    return c.var.page(
      <TurnsPage lines={lines.filter(isMine)} open={open.filter(isMine)} all={all} today={today} steps={steps} />,
    )
  })

  .get(`${line}/afspraken`, async (c) => {
    const { me, today } = c.var
    if (!isColleague(me)) return c.notFound()
    const id = c.req.param('id')
    const found = await c.var.work(async (tx, { organisationId }) => {
      const one = await lineOf(tx, organisationId, id)
      return (
        one && {
          line: one,
          aims: await aimsOf(tx, organisationId, id),
          agreed: await agreementsOf(tx, organisationId, id),
          contacts: await contactOf(tx, organisationId, id),
          manners: await mannersOf(tx, organisationId, id),
        }
      )
    })
    if (!found) return c.notFound()
    const reader = { personId: me.personId, mayTend: mayTend(me, found.line), mayRemoveAny: mayTendNetwork(me) }
    return c.var.page(<KeepingPage {...found} reader={reader} today={today} />)
  })

  .get(`${line}/afspraken/nieuw`, (c) => showAgreement(c, agreementForm.blank({ part: 'school' }), 200))

  // From elsewhere in the house, with what it is about in it. Not done yet, so the form comes back as one that is not.
  .post(`${line}/afspraken/nieuw`, async (c) => {
    const what = [(await c.var.body()).what ?? ''].flat()[0]?.slice(0, longestLine) ?? ''
    return showAgreement(c, agreementForm.blank({ part: 'school', what }), 422, true)
  })

  .post(`${line}/afspraken`, async (c) => {
    const body = await c.var.body()
    const form = agreementForm.safeParse(body)
    if (!form.success) return showAgreement(c, agreementForm.sayBack(form.error, body), 422)
    const said = { ...form.data, today: c.var.today }
    const done = await c.var.work((tx, me) => agree(tx, me, c.req.param('id'), said))
    return answer(c, done, 'agreement.saved', (because) =>
      showAgreement(c, { values: body, errors: { [fieldOf(because, 'what')]: `error.${because}` } }, 422),
    )
  })

  .get(`${line}/succes`, (c) => showAim(c, aimForm.blank(), 200))

  .post(`${line}/succes`, async (c) => {
    const body = await c.var.body()
    const form = aimForm.safeParse(body)
    if (!form.success) return showAim(c, aimForm.sayBack(form.error, body), 422)
    const said = { ...form.data, today: c.var.today }
    const done = await c.var.work((tx, me) => setAim(tx, me, c.req.param('id'), said))
    return answer(c, done, 'aim.saved', (because) =>
      showAim(c, { values: body, errors: { [fieldOf(because, 'success')]: `error.${because}` } }, 422),
    )
  })

  .post(`${line}/succes/:aim{[0-9a-f-]+}/uitkomst`, async (c) => {
    const form = outcomeForm.safeParse(await c.var.body())
    if (!form.success) {
      const known = await c.var.work((tx, me) => findAim(tx, me.organisationId, c.req.param('aim')))
      return known ? c.redirect(`/netwerk/${known.relationId}/afspraken`, 303) : c.notFound()
    }
    const looked = { outcome: form.data.outcome, today: c.var.today }
    return answer(c, await c.var.work((tx, me) => lookBack(tx, me, c.req.param('aim'), looked)), 'aim.saved')
  })

  .post(`${agreement}/nakoming`, async (c) => {
    const form = keptForm.safeParse(await c.var.body())
    if (!form.success) {
      const known = await c.var.work((tx) => findAgreement(tx, c.req.param('agreement')))
      return known ? c.redirect('/afspraken', 303) : c.notFound()
    }
    const said = { kept: form.data.kept === 'ja', today: c.var.today }
    return answer(c, await c.var.work((tx, me) => sayKept(tx, me, c.req.param('agreement'), said)), 'kept.saved')
  })

  .post(`${agreement}/verwijdering`, async (c) =>
    answer(c, await c.var.work((tx, me) => dropAgreement(tx, me, c.req.param('agreement'))), 'agreement.dropped'),
  )

  .get(`${line}/omgang`, (c) => showManners(c, undefined))

  .post(`${line}/omgang`, async (c) => {
    const body = await c.var.body()
    const form = mannersForm.safeParse(body)
    if (!form.success) return showManners(c, mannersForm.sayBack(form.error, body))
    const done = await c.var.work((tx, me) => setManners(tx, me, c.req.param('id'), form.data))
    return answer(c, done, 'manners.saved', () => showManners(c, { values: body, errors: { style: 'error.names' } }))
  })

const fields: Partial<Record<Refusal, string>> = {
  ...{ names: 'what', success: 'success', aim: 'success', 'open-aim': 'success', near: 'lookOn' },
  ...{ person: 'personId', until: 'until' },
}
/** The field that a refusal is about. */
const fieldOf = (because: Refusal, otherwise: string) => fields[because] ?? otherwise

type Again = (because: Refusal) => Response | Promise<Response>
type SaidKey = Extract<keyof (typeof words)['tables']['nl'], `${string}.saved` | 'agreement.dropped'>

/** Done: back to the line, or for a partner to what was agreed with it. Refused: the form again, else not found. */
function answer(c: Context<Inside>, done: Done, said: SaidKey, again?: Again) {
  if (!done.ok) {
    const isMistake = again && done.because !== 'not-found' && done.because !== 'not-yours'
    return isMistake ? again(done.because) : c.notFound()
  }
  c.var.tell(say(c)[said])
  return c.redirect(isColleague(c.var.me) ? `/netwerk/${done.id}/afspraken` : '/afspraken', 303)
}

/** The line in the address, when she who asks may tend it. */
async function lineToTend(c: Context<Inside>) {
  const found = await c.var.work((tx, me) => lineOf(tx, me.organisationId, c.req.param('id') ?? ''))
  return found && mayTend(c.var.me, found) ? found : undefined
}

async function showAgreement(c: Context<Inside>, said: Said, status: 200 | 422, begun = false) {
  const partner = await lineToTend(c)
  if (!partner) return c.notFound()
  const { colleagues, aims } = await c.var.work(async (tx, me) => ({
    colleagues: await colleaguesOf(tx, me.organisationId, c.var.today),
    aims: await aimsOf(tx, me.organisationId, partner.id),
  }))
  const hasAim = aims.some(({ outcome }) => outcome === null)
  return c.var.page(<AgreementPage {...{ partner, said, colleagues, hasAim, begun }} today={c.var.today} />, status)
}

async function showAim(c: Context<Inside>, said: Said, status: 200 | 422) {
  const partner = await lineToTend(c)
  return partner ? c.var.page(<AimPage partner={partner} said={said} today={c.var.today} />, status) : c.notFound()
}

async function showManners(c: Context<Inside>, said: Said | undefined) {
  const partner = await lineToTend(c)
  if (!partner) return c.notFound()
  const { known, local } = await c.var.work(async (tx, me) => ({
    known: await mannersOf(tx, me.organisationId, partner.id),
    local: await copyAddressOf(tx, me.organisationId, partner.id),
  }))
  const { mailIn } = c.var.config
  const copies = { address: local && mailIn && `${local}@${mailIn.domain}`, isOn: mailIn !== undefined }
  const values = Object.fromEntries(Object.entries(known ?? {}).map(([field, value]) => [field, String(value ?? '')]))
  const shown = said ?? { values, errors: {} }
  return c.var.page(<MannersPage partner={partner} said={shown} copies={copies} />, said ? 422 : 200)
}
