import { type Context, Hono } from 'hono'
import type { Body, Said } from '#kit/form/form.ts'
import type { Inside } from '#kit/http/types.ts'
import { type Day, dayPlus, isDay } from '#kit/time/day.ts'
import { mondayOf } from '#rooms/days/door.ts'
import { isColleague } from '#rooms/people/door.ts'
import { mayMakeWeek } from '../lessons/access.ts'
import { weekAround } from '../rules.ts'
import { spotsFor } from '../timetable/spots.ts'
import { heldOf, troublesIn } from '../troubles/rules.ts'
import { words } from '../words/words.ts'
import {
  addSession,
  changeSession,
  type Done,
  movePlacement,
  pin,
  place,
  removeSession,
  restoreSession,
  sayLimit,
  swapPlacements,
  unplace,
} from './actions.ts'
import { asTyped, limitForm, sessionSaid, spotForm, unfitSaid } from './forms.ts'
import { ChangeSessionPage, SessionsPage } from './pages/sessions.tsx'
import { SpotPage } from './pages/spot.tsx'
import { TimetablePage } from './pages/week.tsx'
import { factsOf, isOurs, listOf, partnersOf } from './queries.ts'
import { cardsOf, instanceOf, standing, unplacedIn } from './rules.ts'

const session = '/rooster/sessies/:id{[0-9a-f-]+}'
const spot = '/rooster/plekken/:id{[0-9a-f-]+}'
type Word = Parameters<typeof tell>[1]

export const inside = new Hono<Inside>()
  .get('/rooster', async (c) => {
    if (!isColleague(c.var.me)) return c.notFound()
    const facts = await factsAt(c, c.req.query('week'))
    return c.var.page(
      <TimetablePage
        facts={facts}
        cards={cardsOf(facts)}
        troubles={troublesIn(facts)}
        unplaced={unplacedIn(facts)}
        mayMake={mayMakeWeek(c.var.me)}
        thisMonday={weekAround(c.var.today)[0]!.day}
      />,
    )
  })

  .get('/rooster/sessies', (c) =>
    isColleague(c.var.me) ? showSessions(c, { values: {}, errors: {} }, 200) : c.notFound(),
  )

  .post('/rooster/sessies', async (c) => {
    if (!mayMakeWeek(c.var.me)) return c.notFound()
    const body = await c.var.body()
    const said = sessionSaid(body)
    if (!said.ok) return showSessions(c, said.back, 422)
    const added = await c.var.work((tx, me) => addSession(tx, me, said.session, c.var.today))
    if (added.ok) return tell(c, 'session.added', `/rooster/sessies/${added.id}`)
    return showSessions(c, { values: body, errors: unfitSaid(added.because) }, 422)
  })

  .get(`${session}/wijziging`, (c) => showChange(c, undefined, 200))

  .post(`${session}/wijziging`, async (c) => {
    if (!mayMakeWeek(c.var.me)) return c.notFound()
    const body = await c.var.body()
    const said = sessionSaid(body)
    if (!said.ok) return showChange(c, said.back, 422)
    const id = c.req.param('id')
    const changed = await c.var.work((tx, me) => changeSession(tx, me, id, said.session, c.var.today))
    if (changed.ok) return tell(c, 'session.changed', '/rooster')
    return showChange(c, { values: body, errors: unfitSaid(changed.because) }, 422)
  })

  .post(`${session}/herstel`, async (c) => {
    const back = await c.var.work((tx, me) => restoreSession(tx, me, c.req.param('id')))
    return back.ok ? tell(c, 'session.restored', '/rooster/sessies') : c.notFound()
  })

  .get(session, async (c) =>
    mayMakeWeek(c.var.me) ? showSession(c, c.req.query('week'), { values: {}, errors: {} }, 200) : c.notFound(),
  )

  .post(`${session}/plek`, (c) =>
    spotted(c, (said, monday) => c.var.work((tx, me) => place(tx, me, c.req.param('id'), said, monday)), 'spot.placed'),
  )

  .post(`${session}/verwijdering`, async (c) => {
    const id = c.req.param('id')
    const gone = await c.var.work((tx, me) => removeSession(tx, me, id, c.var.now))
    if (!gone.ok) return c.notFound()
    const t = words.in(c.var.language)
    c.var.tell(t['session.removed'], { action: `/rooster/sessies/${id}/herstel`, label: t['session.undo'] })
    return c.redirect('/rooster/sessies', 303)
  })

  .get(spot, async (c) =>
    mayMakeWeek(c.var.me) ? showSpot(c, c.req.query('week'), { values: {}, errors: {} }, 200) : c.notFound(),
  )

  .post(`${spot}/verplaatsing`, (c) =>
    spotted(
      c,
      (said, monday) => c.var.work((tx, me) => movePlacement(tx, me, c.req.param('id'), said, monday)),
      'spot.moved',
    ),
  )

  .post(`${spot}/ruil`, async (c) => {
    if (!mayMakeWeek(c.var.me)) return c.notFound()
    const body = await c.var.body()
    const monday = mondaySaid(body['week'], c.var.today)
    const other = String([body['other'] ?? ''].flat()[0])
    const known = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(other)
    const done = known
      ? await c.var.work((tx, me) => swapPlacements(tx, me, c.req.param('id'), other, monday))
      : undefined
    if (done?.ok) return tell(c, 'spot.swapped', `/rooster?week=${monday}`)
    return showSpot(c, monday, { values: {}, errors: { other: 'spot.swap.error' } }, 422)
  })

  .post(`${spot}/vast`, (c) =>
    changed(c, 'spot.pinned', (body) =>
      c.var.work((tx, me) => pin(tx, me, c.req.param('id'), [body['fixed']].flat()[0] === 'yes')),
    ),
  )

  .post(`${spot}/verwijdering`, (c) =>
    changed(c, 'presence.removed', (_, monday) => c.var.work((tx, me) => unplace(tx, me, c.req.param('id'), monday))),
  )

  .post('/rooster/grens', async (c) => {
    if (!mayMakeWeek(c.var.me)) return c.notFound()
    const body = await c.var.body()
    const form = limitForm.safeParse(body)
    if (!form.success) return showSessions(c, limitForm.sayBack(form.error, body), 422)
    await c.var.work((tx, me) => sayLimit(tx, me, form.data.outAtOnce))
    return tell(c, 'limit.saved', '/rooster/sessies')
  })

/** The Monday somebody means; nothing that can be understood is the week around today. */
export function mondaySaid(said: unknown, today: Day): Day {
  const text = String([said ?? ''].flat()[0])
  const now = weekAround(today)[0]!.day
  const monday = isDay(text) ? mondayOf(text) : now
  return monday < dayPlus(now, -400) || monday > dayPlus(now, 400) ? now : monday
}

const factsAt = (c: Context<Inside>, week: unknown) =>
  c.var.work((tx, me) => factsOf(tx, me.organisationId, mondaySaid(week, c.var.today)))

function tell(
  c: Context<Inside>,
  word:
    | 'session.added'
    | 'session.changed'
    | 'session.restored'
    | 'spot.placed'
    | 'spot.moved'
    | 'spot.swapped'
    | 'spot.pinned'
    | 'spot.gone'
    | 'presence.removed'
    | 'limit.saved',
  to: string,
) {
  c.var.tell(words.in(c.var.language)[word])
  return c.redirect(to, 303)
}

async function showSessions(c: Context<Inside>, said: Said, status: 200 | 422) {
  const monday = mondaySaid(undefined, c.var.today)
  const [facts, partners] = await c.var.work(
    async (tx, me) =>
      [await listOf(tx, me.organisationId, monday), await partnersOf(tx, me.organisationId, c.var.today)] as const,
  )
  return c.var.page(
    <SessionsPage facts={facts} partners={partners} said={said} mayMake={mayMakeWeek(c.var.me)} />,
    status,
  )
}

async function showChange(c: Context<Inside>, said: Said | undefined, status: 200 | 422) {
  if (!mayMakeWeek(c.var.me)) return c.notFound()
  const monday = mondaySaid(undefined, c.var.today)
  const { facts, partners } = await c.var.work(async (tx, me) => ({
    facts: await listOf(tx, me.organisationId, monday),
    partners: await partnersOf(tx, me.organisationId, c.var.today),
  }))
  const found = facts.sessions.find(({ id }) => id === c.req.param('id'))
  if (!found) return c.notFound()
  const shown = said ?? { values: asTyped(found, words.in(c.var.language)['session.everybody']), errors: {} }
  return c.var.page(<ChangeSessionPage facts={facts} partners={partners} session={found} said={shown} />, status)
}

async function showSession(c: Context<Inside>, week: unknown, said: Said, status: 200 | 422) {
  const facts = await factsAt(c, week)
  const found = facts.sessions.find(({ id }) => id === c.req.param('id'))
  if (!found) return c.notFound()
  const spots = spotsOf(facts, found.id)
  return c.var.page(
    <SpotPage facts={facts} session={found} card={undefined} others={[]} spots={spots} said={said} />,
    status,
  )
}

async function showSpot(c: Context<Inside>, week: unknown, said: Said, status: 200 | 422) {
  const facts = await factsAt(c, week)
  const cards = cardsOf(facts)
  const card = cards.find(({ id }) => id === c.req.param('id'))
  const found = card && facts.sessions.find(({ id }) => id === card.sessionId)
  if (!card || !found) {
    // It was moved or taken away meanwhile; of another school there is nothing.
    const ours =
      status === 422 && (await c.var.work((tx, me) => isOurs(tx, me.organisationId, c.req.param('id') ?? '')))
    return ours ? tell(c, 'spot.gone', `/rooster?week=${mondaySaid(week, c.var.today)}`) : c.notFound()
  }
  const others = cards.filter((one) => one.sessionId !== card.sessionId && !one.gone && !one.change)
  const spots = spotsOf(facts, found.id, card.id)
  return c.var.page(
    <SpotPage facts={facts} session={found} card={card} others={others} spots={spots} said={said} />,
    status,
  )
}

/** Where it could stand beside everything else that stands. */
function spotsOf(facts: Awaited<ReturnType<typeof factsAt>>, sessionId: string, but?: string) {
  const instance = instanceOf(facts, 1, { keep: 'by-hand' })
  const nth = instance.sessions.findIndex(({ id }) => id === sessionId)
  const held = standing(facts)
    .filter(({ id }) => id !== but)
    .flatMap((one) => heldOf(instance, one) ?? [])
  return nth < 0 ? [] : spotsFor(instance, nth, held)
}

type Spot = { weekday: number; from: string; spaceId: string | null }
/** A place in the week was said: by the form, by a button, or by dragging, which says no room and keeps the one it had. */
async function spotted(c: Context<Inside>, work: (said: Spot, monday: Day) => Promise<Done>, word: Word) {
  if (!mayMakeWeek(c.var.me)) return c.notFound()
  const body = await c.var.body()
  const monday = mondaySaid(body['week'], c.var.today)
  const isSession = c.req.path.endsWith('/plek')
  const back = (said: Said) => (isSession ? showSession : showSpot)(c, monday, said, 422)
  const form = spotForm.safeParse(body)
  if (!form.success) return back(spotForm.sayBack(form.error, body))
  const said = body['keep'] ? { ...form.data, spaceId: await roomOf(c, monday) } : form.data
  const done = await work(said, monday)
  if (done.ok) return tell(c, word, `/rooster?week=${monday}`)
  return done.because === 'no-such-space' ? back({ values: body, errors: { spaceId: 'error.space' } }) : c.notFound()
}

const roomOf = async (c: Context<Inside>, monday: Day) =>
  standing(await factsAt(c, monday)).find(({ id }) => id === c.req.param('id'))?.spaceId ?? null

async function changed(c: Context<Inside>, word: Word, work: (body: Body, monday: Day) => Promise<Done>) {
  if (!mayMakeWeek(c.var.me)) return c.notFound()
  const body = await c.var.body()
  const monday = mondaySaid(body['week'], c.var.today)
  const done = await work(body, monday)
  return done.ok ? tell(c, word, `/rooster?week=${monday}`) : c.notFound()
}
