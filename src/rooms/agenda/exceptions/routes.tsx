import { type Context, Hono } from 'hono'
import type { Said } from '#kit/form/form.ts'
import type { Inside } from '#kit/http/types.ts'
import { dayPlus } from '#kit/time/day.ts'
import { mondayOf, schoolYearOf, spanOf } from '#rooms/days/door.ts'
import { isColleague, spacesOf } from '#rooms/people/door.ts'
import { mayTendNetwork } from '#rooms/relations/door.ts'
import { isTheirs, mayTendPresence } from '../access.ts'
import { mayMakeWeek, mayTypeLessons } from '../lessons/access.ts'
import { findLine } from '../queries.ts'
import { factsOf, listOf, partnersOf } from '../week/queries.ts'
import { mondaySaid } from '../week/routes.tsx'
import { cardsOf } from '../week/rules.ts'
import { words as ofAgenda } from '../words/words.ts'
import { addExtra, cancelOnce, changeGroups, changePresence, type Done, moveOnce, undo } from './actions.ts'
import { extraForm, groupForm, moveForm, onceForm, partnerForm } from './forms.ts'
import { ExtraPage, GroupsPage, OncePage, PartnerPage } from './pages/forms.tsx'
import { ExceptionsPage } from './pages/list.tsx'
import { MissedPage } from './pages/missed.tsx'
import { missedByGroup, schoolDayFrom, type Undone } from './rules.ts'
import { words } from './words/words.ts'

const once = '/rooster/plekken/:id{[0-9a-f-]+}/uitzondering'
const all = '/rooster/uitzonderingen'
const ofLine = '/netwerk/:id{[0-9a-f-]+}/aanwezigheid/uitzondering'
const blank: Said = { values: {}, errors: {} }
type Word = 'saved.cancelled' | 'saved.moved' | 'saved.extra' | 'saved.group' | 'saved.partner'

export const inside = new Hono<Inside>()
  .get(all, async (c) => {
    const { me, today } = c.var
    if (!isColleague(me)) return c.notFound()
    const monday = mondayOf(today)
    const { facts, partners } = await c.var.work(async (tx) => ({
      facts: await listOf(tx, me.organisationId, monday),
      partners: await partnersOf(tx, me.organisationId, today),
    }))
    const may = { makeWeek: mayMakeWeek(me), typeLessons: mayTypeLessons(me), tendPartners: mayTendNetwork(me) }
    return c.var.page(<ExceptionsPage facts={facts} partners={partners} may={may} today={today} />)
  })

  .get(once, (c) => showOnce(c, c.req.query('week'), blank, 200))

  .post(once, async (c) => {
    if (!mayMakeWeek(c.var.me)) return c.notFound()
    const body = await c.var.body()
    const monday = mondaySaid(body['week'], c.var.today)
    const at = { id: c.req.param('id'), monday }
    const form = onceForm.safeParse(body)
    if (!form.success) return showOnce(c, monday, onceForm.sayBack(form.error, body), 422)
    if (form.data.kind === 'cancelled') {
      const done = await c.var.work((tx, me) => cancelOnce(tx, me, at, form.data.reason))
      return done.ok ? saved(c, 'saved.cancelled', 'sessies', done) : c.notFound()
    }
    const moved = moveForm.safeParse(body)
    if (!moved.success) return showOnce(c, monday, moveForm.sayBack(moved.error, body), 422)
    const done = await c.var.work((tx, me) => moveOnce(tx, me, at, moved.data))
    if (done.ok) return saved(c, 'saved.moved', 'sessies', done)
    if (done.because !== 'no-such-space') return c.notFound()
    return showOnce(c, monday, { values: body, errors: { spaceId: 'error.space' } }, 422)
  })

  .get(`${all}/sessies`, (c) => showExtra(c, blank, 200))

  .post(`${all}/sessies`, async (c) => {
    const body = await c.var.body()
    const form = extraForm.safeParse(body)
    if (!form.success) return showExtra(c, extraForm.sayBack(form.error, body), 422)
    const done = await c.var.work((tx, me) => addExtra(tx, me, form.data))
    if (done.ok) return saved(c, 'saved.extra', 'sessies', done)
    const errors = done.because === 'no-such-space' ? { spaceId: 'error.space' } : { sessionId: 'error.session' }
    return showExtra(c, { values: body, errors }, 422)
  })

  .get(`${all}/groepen`, (c) => showGroups(c, blank, 200))

  .post(`${all}/groepen`, async (c) => {
    const body = await c.var.body()
    const form = groupForm.safeParse(body)
    if (!form.success) return showGroups(c, groupForm.sayBack(form.error, body), 422)
    if (form.data.until <= form.data.from) return showGroups(c, { values: body, errors: { until: 'error.until' } }, 422)
    const done = await c.var.work((tx, me) => changeGroups(tx, me, form.data))
    if (done.ok) return saved(c, 'saved.group', 'groepen', done)
    return showGroups(c, { values: body, errors: { groups: 'error.groups' } }, 422)
  })

  .get(`${all}/partners`, (c) => showPartners(c, blank, 200))

  .post(`${all}/partners`, async (c) => {
    if (!isColleague(c.var.me)) return c.notFound()
    return partnerSaid(c, (said, status) => showPartners(c, said, status), 'rooster')
  })

  .get(ofLine, (c) => showLine(c, blank, 200))

  .post(ofLine, (c) => partnerSaid(c, (said, status) => showLine(c, said, status), 'aanwezigheid'))

  .post(`${all}/sessies/:id{[0-9a-f-]+}/verwijdering`, (c) => undone(c, 'sessies'))
  .post(`${all}/groepen/:id{[0-9a-f-]+}/verwijdering`, (c) => undone(c, 'groepen'))
  .post(`${all}/partners/:id{[0-9a-f-]+}/verwijdering`, (c) => undone(c, 'partners'))

  .get('/rooster/gemist', async (c) => {
    const { me, today } = c.var
    if (!isColleague(me)) return c.notFound()
    const year = spanOf(schoolYearOf(today))
    const facts = await c.var.work((tx) => factsOf(tx, me.organisationId, mondayOf(today), year.until))
    return c.var.page(<MissedPage facts={facts} rows={missedByGroup(facts, year, today)} />)
  })

const sayIn = (c: Context<Inside>) => words.in(c.var.language)

/** To the week it is about, where what cannot be so stands on top; and back in one step. */
function saved(c: Context<Inside>, word: Word, what: Undone, { id, day }: Extract<Done, { ok: true }>) {
  const action = `${all}/${what}/${id}/verwijdering`
  c.var.tell(sayIn(c)[word], { action, label: sayIn(c).undo })
  return c.redirect(`/rooster?week=${mondayOf(day)}`, 303)
}

async function undone(c: Context<Inside>, what: Undone) {
  const back = await c.var.work(async (tx, me) => {
    const done = await undo(tx, me, what, c.req.param('id') ?? '')
    return done.ok ? done : undefined
  })
  if (!back) return c.notFound()
  c.var.tell(sayIn(c).undone)
  return c.redirect(isColleague(c.var.me) ? all : '/scholen', 303)
}

async function showOnce(c: Context<Inside>, week: unknown, said: Said, status: 200 | 422) {
  if (!mayMakeWeek(c.var.me)) return c.notFound()
  const monday = mondaySaid(week, c.var.today)
  const facts = await c.var.work((tx, me) => listOf(tx, me.organisationId, monday))
  const card = cardsOf(facts).find(({ id, change }) => id === c.req.param('id') && change?.kind !== 'extra')
  if (!card) return c.notFound()
  return c.var.page(<OncePage facts={facts} card={card} day={dayPlus(monday, card.weekday - 1)} said={said} />, status)
}

async function showExtra(c: Context<Inside>, said: Said, status: 200 | 422) {
  if (!mayMakeWeek(c.var.me)) return c.notFound()
  const facts = await c.var.work((tx, me) => listOf(tx, me.organisationId, mondayOf(c.var.today)))
  return c.var.page(<ExtraPage facts={facts} day={schoolDayFrom(c.var.today)} said={said} />, status)
}

async function showGroups(c: Context<Inside>, said: Said, status: 200 | 422) {
  if (!mayTypeLessons(c.var.me)) return c.notFound()
  const facts = await c.var.work((tx, me) => listOf(tx, me.organisationId, mondayOf(c.var.today)))
  return c.var.page(<GroupsPage facts={facts} day={schoolDayFrom(c.var.today)} said={said} />, status)
}

async function partnerSaid(
  c: Context<Inside>,
  again: (said: Said, status: 422) => Response | Promise<Response>,
  to: 'rooster' | 'aanwezigheid',
) {
  const body = await c.var.body()
  const form = partnerForm.safeParse(to === 'rooster' ? body : { ...body, relationId: c.req.param('id') ?? '' })
  if (!form.success) return again(partnerForm.sayBack(form.error, body), 422)
  const done = await c.var.work((tx, me) => changePresence(tx, me, form.data))
  if (!done.ok && done.because === 'hours') return again({ values: body, errors: { until: 'error.until' } }, 422)
  if (!done.ok && done.because === 'no-such-space')
    return again({ values: body, errors: { spaceId: 'error.space' } }, 422)
  if (!done.ok)
    return to === 'rooster' ? again({ values: body, errors: { relationId: 'error.partner' } }, 422) : c.notFound()
  if (to === 'rooster') return saved(c, 'saved.partner', 'partners', done)
  c.var.tell(sayIn(c)['saved.partner'], { action: `${all}/partners/${done.id}/verwijdering`, label: sayIn(c).undo })
  return c.redirect(`/netwerk/${c.req.param('id')}/aanwezigheid`, 303)
}

async function showPartners(c: Context<Inside>, said: Said, status: 200 | 422) {
  const { me, today } = c.var
  if (!isColleague(me) || !mayTendNetwork(me)) return c.notFound()
  const { partners, rooms } = await c.var.work(async (tx) => ({
    partners: await partnersOf(tx, me.organisationId, today),
    rooms: await spacesOf(tx, me.organisationId),
  }))
  const back = { href: all, label: sayIn(c).title }
  const asked = { partners, rooms, action: `${all}/partners`, back, yours: false, day: schoolDayFrom(today), said }
  return c.var.page(<PartnerPage {...asked} />, status)
}

async function showLine(c: Context<Inside>, said: Said, status: 200 | 422) {
  const { me, today, language } = c.var
  const id = c.req.param('id') ?? ''
  const { line, rooms } = await c.var.work(async (tx) => {
    const found = await findLine(tx, id)
    return { line: found, rooms: found ? await spacesOf(tx, found.schoolId) : [] }
  })
  if (!line || !mayTendPresence(me, line)) return c.notFound()
  const yours = isTheirs(me, line)
  const back = { href: `/netwerk/${id}/aanwezigheid`, label: ofAgenda.in(language)['presence.dates.back'] }
  const partners = [{ id, name: yours ? line.school : line.name }]
  const asked = {
    partners,
    rooms,
    action: `/netwerk/${id}/aanwezigheid/uitzondering`,
    back,
    yours,
    day: schoolDayFrom(today),
    said,
  }
  return c.var.page(<PartnerPage {...asked} />, status)
}
