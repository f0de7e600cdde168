import { type Context, Hono } from 'hono'
import type { Said } from '#kit/form/form.ts'
import { brake } from '#kit/http/limit.ts'
import type { Inside, Street } from '#kit/http/types.ts'
import { colleaguesOf, isColleague } from '#rooms/people/door.ts'
import { mayTendNetwork } from '#rooms/relations/door.ts'
import { boundsOf } from '../queries.ts'
import { mayDecide } from '../vision/access.ts'
import { mayRead } from './access.ts'
import {
  closeTheDesk,
  type Done,
  decline,
  keep,
  layOnDesk,
  openTheDesk,
  pass,
  reopen,
  typeProposal,
} from './actions.ts'
import { passForm, publicForm, typedForm } from './forms.ts'
import { DeskPage } from './pages/desk.tsx'
import { OfferPage, ThanksPage, WaitPage } from './pages/offer.tsx'
import { ProposalPage } from './pages/proposal.tsx'
import { TypePage } from './pages/type.tsx'
import { answeredProposals, deskOf, findProposal, openDesk, openProposals, schoolNamed } from './queries.ts'
import { isWaiting } from './rules.ts'
import { words } from './words/words.ts'

const say = (c: Context<Inside>) => words.in(c.var.language)
/** So much from one caller, and so much for one school: a school's desk is not to be buried. */
const mayOffer = brake({ most: 5, seconds: 3600 })
const mayReach = brake({ most: 40, seconds: 86_400 })

export const street = new Hono<Street>()
  .get('/voorstel/:address', async (c) => {
    const desk = await c.var.asGuest('', (tx) => openDesk(tx, c.req.param('address')))
    return desk ? c.var.page(<OfferPage {...atDesk(c)} school={desk.school} said={publicForm.blank()} />) : c.notFound()
  })

  .post('/voorstel/:address', async (c) => {
    const { today, now } = c.var
    const desk = await c.var.asGuest('', (tx) => openDesk(tx, c.req.param('address')))
    if (!desk) return c.notFound()
    const body = await c.var.body()
    const form = publicForm.safeParse(body)
    if (!form.success)
      return c.var.page(
        <OfferPage {...atDesk(c)} school={desk.school} said={publicForm.sayBack(form.error, body)} />,
        422,
      )
    if (!mayOffer(c.var.caller.address, now.getTime()).ok || !mayReach(desk.schoolId, now.getTime()).ok)
      return c.var.page(<WaitPage />, 429)
    const topic = form.data.topic === 'other' ? null : form.data.topic
    const laid = await c.var.asGuest('', (tx) => layOnDesk(tx, desk, { ...form.data, topic, today }))
    return c.var.page(<ThanksPage school={desk.school} laid={laid} />)
  })

const atDesk = (c: Context<Street>) => ({ at: `/voorstel/${c.req.param('address') ?? ''}` })

const one = '/voorstellen/:id{[0-9a-f-]+}'
const isId = (text: string) => /^[0-9a-f]{8}-[0-9a-f-]{27}$/.test(text)

export const inside = new Hono<Inside>()
  .get('/voorstellen', async (c) => {
    const { me, today, config } = c.var
    if (!isColleague(me)) return c.notFound()
    const found = await c.var.work(async (tx, { organisationId }) => ({
      open: await openProposals(tx, organisationId),
      answered: await answeredProposals(tx, organisationId),
      bounds: await boundsOf(tx, organisationId),
      address: await deskOf(tx, organisationId),
    }))
    const address = found.address && `${config.baseUrl}/voorstel/${found.address}`
    const [mayTend, leads] = [mayTendNetwork(me), mayDecide(me)]
    return c.var.page(<DeskPage {...found} {...{ address, today, mayTend }} mayDecide={leads} />)
  })

  .get('/voorstellen/nieuw', (c) =>
    mayTendNetwork(c.var.me) ? c.var.page(<TypePage said={typedForm.blank()} />) : c.notFound(),
  )

  .post('/voorstellen', async (c) => {
    if (!mayTendNetwork(c.var.me)) return c.notFound()
    const body = await c.var.body()
    const form = typedForm.safeParse(body)
    if (!form.success) return c.var.page(<TypePage said={typedForm.sayBack(form.error, body)} />, 422)
    const done = await c.var.work((tx, me) => typeProposal(tx, me, { ...form.data, today: c.var.today }))
    if (!done.ok && done.because === 'child')
      return c.var.page(<TypePage said={{ values: body, errors: { what: 'error.child' } }} />, 422)
    return done.ok ? told(c, 'said.typed', `/voorstellen/${done.id}`) : c.notFound()
  })

  .post('/voorstellen/loket', async (c) => {
    const done = await c.var.work((tx, me) => openTheDesk(tx, me, c.var.now))
    return done.ok ? told(c, 'said.opened', '/voorstellen') : c.notFound()
  })

  .post('/voorstellen/loket/sluiting', async (c) => {
    const done = await c.var.work(closeTheDesk)
    return done.ok ? told(c, 'said.closed', '/voorstellen') : c.notFound()
  })

  .get(one, (c) => showOne(c, passForm.blank(), 200))

  .post(`${one}/afwijzing`, async (c) => {
    const { today, now } = c.var
    const done = await c.var.work((tx, me) => decline(tx, me, c.req.param('id'), { today, now }))
    if (!done.ok) return refused(c, done)
    const mailed = 'mailed' in done && done.mailed
    const text = say(c)[mailed ? 'said.declined' : 'said.declined.noMail']
    c.var.tell(text, { action: `/voorstellen/${done.id}/heropening`, label: say(c)['one.reopen'] })
    return c.redirect(mailed ? '/voorstellen' : `/voorstellen/${done.id}`, 303)
  })

  .post(`${one}/heropening`, async (c) => {
    const done = await c.var.work((tx, me) => reopen(tx, me, c.req.param('id')))
    return done.ok ? told(c, 'said.reopened', `/voorstellen/${done.id}`) : refused(c, done)
  })

  .post(`${one}/bewaring`, async (c) => {
    const done = await c.var.work((tx, me) => keep(tx, me, c.req.param('id')))
    return done.ok ? told(c, 'said.kept', '/voorstellen') : refused(c, done)
  })

  .post(`${one}/doorgifte`, async (c) => {
    const found = await c.var.work((tx, me) => findProposal(tx, me.organisationId, c.req.param('id')))
    if (!found || !mayTendNetwork(c.var.me)) return c.notFound()
    if (!isWaiting(found.proposal)) return told(c, 'said.not-now', `/voorstellen/${found.proposal.id}`)
    const body = await c.var.body()
    const form = passForm.safeParse(body)
    if (!form.success) return showOne(c, passForm.sayBack(form.error, body), 422)
    const to = { personId: form.data.personId, today: c.var.today }
    const done = await c.var.work((tx, me) => pass(tx, me, c.req.param('id'), to))
    if (done.ok) return told(c, 'said.passed', `/voorstellen/${done.id}`)
    return done.because === 'no-such-colleague'
      ? showOne(c, { values: {}, errors: { personId: 'error.colleague' } }, 422)
      : refused(c, done)
  })

type Told = 'typed' | 'opened' | 'closed' | 'reopened' | 'kept' | 'passed' | 'not-now'
function told(c: Context<Inside>, text: `said.${Told}`, path: string) {
  c.var.tell(say(c)[text])
  return c.redirect(path, 303)
}

const refused = (c: Context<Inside>, done: Done<'no-such-colleague'>) =>
  !done.ok && done.because === 'not-now'
    ? told(c, 'said.not-now', `/voorstellen/${c.req.param('id') ?? ''}`)
    : c.notFound()

async function showOne(c: Context<Inside>, said: Said, status: 200 | 422) {
  const { me, today } = c.var
  const id = c.req.param('id') ?? ''
  if (!isColleague(me) || !isId(id)) return c.notFound()
  const { shown, colleagues, school } = await c.var.work(async (tx, { organisationId }) => ({
    shown: await findProposal(tx, organisationId, id),
    colleagues: mayTendNetwork(me) ? await colleaguesOf(tx, organisationId, today) : [],
    school: await schoolNamed(tx, organisationId),
  }))
  if (!shown || !mayRead(me, shown.proposal)) return c.notFound()
  const asker = colleagues.find(({ personId }) => personId === me.personId)?.name ?? ''
  return c.var.page(<ProposalPage {...{ shown, colleagues, school, asker, said, today }} />, status)
}
