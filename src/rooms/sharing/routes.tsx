import { type Context, Hono } from 'hono'
import type { Said } from '#kit/form/form.ts'
import type { Inside } from '#kit/http/types.ts'
import { sayDay } from '#kit/time/day.ts'
import { fill } from '#kit/words/words.ts'
import { DraftShown, playbookToOffer } from '#rooms/events/door.ts'
import { isColleague } from '#rooms/people/door.ts'
import { mayTendNetwork } from '#rooms/relations/door.ts'
import { findRoute } from '#rooms/signpost/door.ts'
import { nameOf, topicOf } from '#rooms/trade/door.ts'
import { type OfferMade, offerPartner, offerPlaybook, offerText, take, withdraw } from './actions.ts'
import { offerForm } from './forms.ts'
import { OfferPage } from './pages/offer.tsx'
import { SharingPage } from './pages/sharing.tsx'
import { givenBy, isOffered, lineToOffer, offeredTo, schoolsAround, takenBy } from './queries.ts'
import { notTaken } from './rules.ts'
import { words } from './words/words.ts'

const partner = '/netwerk/:id{[0-9a-f-]+}/deling'
const playbook = '/draaiboeken/:id{[0-9a-f-]+}/deling'
const text = '/bij-wie/routes/:topic/deling'
const offer = '/delen/:id{[0-9a-f-]+}'
const say = (c: Context<Inside>) => words.in(c.var.language)
const first = offerForm.blank({ audience: '', km: '5' })

export const inside = new Hono<Inside>()
  .get('/delen', async (c) => {
    const { me, today } = c.var
    if (!isColleague(me)) return c.notFound()
    const { offered, given, taken } = await c.var.work(async (tx, { organisationId }) => ({
      offered: await offeredTo(tx, organisationId, await schoolsAround(tx, organisationId)),
      given: await givenBy(tx, organisationId),
      taken: await takenBy(tx, organisationId),
    }))
    return c.var.page(
      <SharingPage
        offered={notTaken(offered, taken)}
        given={given}
        taken={taken}
        mayShare={mayTendNetwork(me)}
        today={today}
      />,
    )
  })

  .post(`${offer}/overname`, async (c) => {
    const { today, language } = c.var
    const sourceOf = (school: string) => fill(say(c).source, { school, day: sayDay(today, language) })
    const taken = await c.var.work((tx, me) => take(tx, me, c.req.param('id'), { sourceOf, today }))
    if (!taken.ok && (taken.because === 'not-found' || taken.because === 'not-yours')) return c.notFound()
    c.var.tell(say(c)[taken.ok ? 'said.taken' : taken.because === 'own' ? 'said.own' : 'said.exists'])
    return c.redirect(taken.ok ? taken.path : '/delen', 303)
  })

  .post(`${offer}/intrekking`, async (c) => {
    const gone = await c.var.work((tx, me) => withdraw(tx, me, c.req.param('id')))
    if (!gone.ok) return c.notFound()
    c.var.tell(say(c)['said.withdrawn'])
    return c.redirect('/delen', 303)
  })

  .get(partner, (c) => showPartner(c, first, 200))

  .post(partner, async (c) => {
    const body = await c.var.body()
    const form = offerForm.safeParse(body)
    if (!form.success) return showPartner(c, offerForm.sayBack(form.error, body), 422)
    const said = { ...form.data, today: c.var.today }
    const made = await c.var.work((tx, me) => offerPartner(tx, me, c.req.param('id'), said))
    return answer(c, made, () => showPartner(c, refused(made, body), 422))
  })

  .get(text, (c) => showText(c, first, 200))

  .post(text, async (c) => {
    const body = await c.var.body()
    const form = offerForm.safeParse(body)
    if (!form.success) return showText(c, offerForm.sayBack(form.error, body), 422)
    const said = { ...form.data, today: c.var.today }
    const made = await c.var.work((tx, me) => offerText(tx, me, c.req.param('topic'), said))
    return answer(c, made, () => showText(c, refused(made, body), 422))
  })

  .get(playbook, (c) => showPlaybook(c, first, 200))

  .post(playbook, async (c) => {
    const body = await c.var.body()
    const form = offerForm.safeParse(body)
    if (!form.success) return showPlaybook(c, offerForm.sayBack(form.error, body), 422)
    const said = { ...form.data, today: c.var.today, language: c.var.language }
    const made = await c.var.work((tx, me) => offerPlaybook(tx, me, c.req.param('id'), said))
    return answer(c, made, () => showPlaybook(c, refused(made, body), 422))
  })

function answer(c: Context<Inside>, made: OfferMade, again: () => Response | Promise<Response>) {
  if (!made.ok) return again()
  c.var.tell(say(c)['said.offered'])
  return c.redirect('/delen', 303)
}

const fields = { schools: 'schools', agreed: 'agreed', child: 'note', names: 'what' } as const
/** What was not right, beside the field it is about. */
function refused(made: OfferMade, values: Said['values']): Said {
  const because = made.ok ? undefined : made.because
  const field = because && because in fields ? fields[because as keyof typeof fields] : undefined
  return { values, errors: field ? { [field]: `error.${because}` } : {} }
}

/** Offered meanwhile, or sent twice: there is no form any more to say anything beside. */
function alreadyOffered(c: Context<Inside>) {
  c.var.tell(say(c)['offer.already'])
  return c.redirect('/delen', 303)
}

async function showPartner(c: Context<Inside>, said: Said, status: 200 | 422) {
  if (!mayTendNetwork(c.var.me)) return c.notFound()
  const id = c.req.param('id') ?? ''
  const { found, ...rest } = await c.var.work(async (tx, me) => ({
    found: await lineToOffer(tx, me.organisationId, id),
    schools: await schoolsAround(tx, me.organisationId),
    isOffered: await isOffered(tx, me.organisationId, { relationId: id }),
  }))
  if (!found) return c.notFound()
  if (rest.isOffered && status === 422) return alreadyOffered(c)
  const at = `/netwerk/${id}`
  const { name, type, place, phone, website } = found.line
  const kind = type && nameOf('partnerType', type, c.var.language)
  const facts = [kind, place, phone, website].filter((fact) => fact !== null && fact !== '')
  return c.var.page(
    <OfferPage
      {...{ name, said, ...rest }}
      faces={found.faces}
      what={[{ term: name, value: facts.join(' · ') || '–' }]}
      action={`${at}/deling`}
      back={at}
    />,
    status,
  )
}

async function showText(c: Context<Inside>, said: Said, status: 200 | 422) {
  const topic = topicOf(c.req.param('topic'))
  if (!topic || !mayTendNetwork(c.var.me)) return c.notFound()
  const { route, ...rest } = await c.var.work(async (tx, me) => ({
    route: await findRoute(tx, me.organisationId, topic.id),
    schools: await schoolsAround(tx, me.organisationId),
    isOffered: await isOffered(tx, me.organisationId, { topic: topic.id }),
  }))
  if (!route?.text) return c.notFound()
  if (rest.isOffered && status === 422) return alreadyOffered(c)
  const name = nameOf('topic', topic.id, c.var.language)
  return c.var.page(
    <OfferPage
      {...{ name, said, ...rest }}
      faces={[]}
      what={[{ term: name, value: route.text }]}
      action={`/bij-wie/routes/${topic.id}/deling`}
      back={`/bij-wie/routes/${topic.id}`}
    />,
    status,
  )
}

async function showPlaybook(c: Context<Inside>, said: Said, status: 200 | 422) {
  if (!mayTendNetwork(c.var.me)) return c.notFound()
  const id = c.req.param('id') ?? ''
  const { found, ...rest } = await c.var.work(async (tx, me) => ({
    found: await playbookToOffer(tx, me.organisationId, id, c.var.language),
    schools: await schoolsAround(tx, me.organisationId),
    isOffered: await isOffered(tx, me.organisationId, { playbookId: id }),
  }))
  if (!found) return c.notFound()
  if (rest.isOffered && status === 422) return alreadyOffered(c)
  const at = `/draaiboeken/${id}`
  return c.var.page(
    <OfferPage
      {...{ name: found.draft.title, said, ...rest }}
      lead={say(c)['offer.playbook.lead']}
      faces={[]}
      what={[]}
      whole={<DraftShown draft={found.draft} />}
      action={`${at}/deling`}
      back={at}
    />,
    status,
  )
}
