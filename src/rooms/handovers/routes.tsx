import { type Context, Hono } from 'hono'
import type { Said } from '#kit/form/form.ts'
import type { Inside } from '#kit/http/types.ts'
import { fill } from '#kit/words/words.ts'
import { isColleague } from '#rooms/people/door.ts'
import { mayTendNetwork } from '#rooms/relations/door.ts'
import { mayArrange, mayHandOver } from './access.ts'
import { answer, askSuccessors, startHandover, takeBack, takeSitting } from './actions.ts'
import { answerForm, startForm, wishesOf } from './forms.ts'
import { HandoversPage } from './pages/list.tsx'
import { SittingPage } from './pages/sitting.tsx'
import { StartPage } from './pages/start.tsx'
import { partingsOf } from './partings/queries.ts'
import { askedOfMe, candidates, findSitting, itemsOf, openSittingOf, openSittings } from './queries.ts'
import { mostProposed, proposalsFor, staysAfter } from './rules.ts'
import { words } from './words/words.ts'

const say = (c: Context<Inside>) => words.in(c.var.language)
const one = '/overdracht/:id{[0-9a-f-]+}'
const person = '/school/mensen/:id{[0-9a-f-]+}/overdracht'
const piece = '/overdracht/stukken/:id{[0-9a-f-]+}'

export const inside = new Hono<Inside>()
  .get('/overdracht', async (c) => {
    if (!isColleague(c.var.me)) return c.notFound()
    const found = await c.var.work(async (tx, me) => ({
      asked: await askedOfMe(tx, me),
      sittings: await openSittings(tx, me.organisationId),
      partings: await partingsOf(tx, me.organisationId, c.var.today),
    }))
    const { today, me } = c.var
    const mine = { me: me.personId, tendsAll: mayTendNetwork(me), arranges: mayArrange(me), kindName: kindNames(c) }
    return c.var.page(<HandoversPage {...found} {...mine} today={today} />)
  })

  .get(person, async (c) => {
    const found = await c.var.work(async (tx, me) => openSittingOf(tx, me.organisationId, c.req.param('id')))
    if (found) return c.redirect(`/overdracht/${found.sitting.id}`, 303)
    return startPage(c, startForm.blank(), 200)
  })

  .post(person, async (c) => {
    const body = await c.var.body()
    const form = startForm.safeParse(body)
    if (!form.success) return startPage(c, startForm.sayBack(form.error, body), 422)
    const { how, lastDay: day, backOn } = form.data
    const { hangings, now, today } = c.var
    const lastDay = day ?? today
    if (how === 'leaving' && !day) return startPage(c, { values: body, errors: { lastDay: 'error.lastDay' } }, 422)
    if (backOn && backOn <= lastDay) return startPage(c, { values: body, errors: { backOn: 'error.backOn' } }, 422)
    const said = { personId: c.req.param('id'), lasting: how === 'leaving', lastDay, backOn }
    const started = await c.var.work((tx, me) => startHandover(tx, me, said, { hangings, now, today }))
    return started.ok ? c.redirect(`/overdracht/${started.id}`, 303) : c.notFound()
  })

  .get(one, (c) => sittingPage(c, 200))

  .post(`${one}/verzoek`, async (c) => {
    const wishes = wishesOf(await c.var.body())
    const { now, today } = c.var
    const asked = await c.var.work((tx, me) => askSuccessors(tx, me, c.req.param('id'), { ...wishes, now, today }))
    if (!asked.ok && asked.because === 'not-found') return overAlready(c)
    if (!asked.ok) return tell(c, say(c)['error.colleague'], c.req.param('id'))
    c.var.nudge()
    const told = [
      asked.asked && fill(say(c)['one.asked'], { count: asked.asked }),
      asked.own && fill(say(c)['one.asked.own'], { count: asked.own }),
    ]
    return tell(c, told.filter(Boolean).join(' ') || say(c)['one.asked.none'], c.req.param('id'))
  })

  .post(`${one}/beheer`, async (c) => {
    const { hangings, now, today } = c.var
    const taken = await c.var.work((tx, me) => takeSitting(tx, me, c.req.param('id'), { hangings, now, today }))
    return taken.ok ? tell(c, say(c)['one.taken'], c.req.param('id')) : overAlready(c)
  })

  .post(`${one}/terugkeer`, async (c) => {
    const { hangings, now } = c.var
    const [back, found] = await c.var.work(
      async (tx, me) =>
        [
          await takeBack(tx, me, c.req.param('id'), { hangings, now }),
          await findSitting(tx, me.organisationId, c.req.param('id')),
        ] as const,
    )
    if (!back.ok || !found) return overAlready(c)
    c.var.nudge()
    return tell(c, fill(say(c)['one.returned.told'], { name: found.name }), c.req.param('id'))
  })

  .post('/overdracht/aanvaarding', async (c) => {
    const { now } = c.var
    await c.var.work(async (tx, me) => {
      for (const { id } of await askedOfMe(tx, me)) await answer(tx, me, id, { accepted: true, note: null, now })
    })
    return answered(c, 'asked.said.yes')
  })

  .post(`${piece}/aanvaarding`, async (c) => {
    const said = { accepted: true, note: null, now: c.var.now }
    const done = await c.var.work((tx, me) => answer(tx, me, c.req.param('id'), said))
    if (!done.ok && done.because === 'not-found') return c.notFound()
    if (!done.ok || done.item.successorId === c.var.me.personId || !done.item.handoverId)
      return answered(c, 'asked.said.yes')
    c.var.nudge()
    return c.redirect(`/overdracht/${done.item.handoverId}`, 303)
  })

  .post(`${piece}/afwijzing`, async (c) => {
    const form = answerForm.safeParse(await c.var.body())
    const said = { accepted: false, note: form.success ? form.data.note : null, now: c.var.now }
    const done = await c.var.work((tx, me) => answer(tx, me, c.req.param('id'), said))
    if (!done.ok && done.because === 'not-found') return c.notFound()
    return answered(c, 'asked.said.no')
  })

/** Whoever may still see the sitting hears that this can no longer be done with it; for others there is none. */
async function overAlready(c: Context<Inside>) {
  const id = c.req.param('id') ?? ''
  const found = await c.var.work((tx, me) => findSitting(tx, me.organisationId, id))
  return found ? tell(c, say(c)['error.over'], id) : c.notFound()
}

function answered(c: Context<Inside>, word: 'asked.said.yes' | 'asked.said.no') {
  c.var.nudge()
  c.var.tell(say(c)[word])
  return c.redirect('/overdracht', 303)
}

function tell(c: Context<Inside>, text: string, id: string) {
  c.var.tell(text)
  return c.redirect(`/overdracht/${id}`, 303)
}

/** How each room calls what hangs there. */
const kindNames = (c: Context<Inside>) => (kind: string) =>
  c.var.hangings.kinds.find((one) => one.kind === kind)?.name(c.var.language) ?? ''

async function startPage(c: Context<Inside>, said: Said, status: 200 | 422) {
  const id = c.req.param('id') ?? ''
  if (!mayHandOver(c.var.me, id)) return c.notFound()
  const here = await c.var.work((tx, me) => candidates(tx, me.organisationId, c.var.today))
  const who = here.find(({ personId }) => personId === id)
  return who ? c.var.page(<StartPage person={who} said={said} />, status) : c.notFound()
}

async function sittingPage(c: Context<Inside>, status: 200) {
  const { me, today, hangings } = c.var
  const id = c.req.param('id') ?? ''
  const found = await c.var.work(async (tx) => {
    const sitting = await findSitting(tx, me.organisationId, id)
    if (!sitting) return undefined
    const { personId, lasting } = sitting.sitting
    const from = { organisationId: me.organisationId, personId, today }
    const ends = []
    for (const { ends: list } of lasting ? hangings.leaving : []) ends.push(...((await list?.(tx, from)) ?? []))
    const items = await itemsOf(tx, me.organisationId, id)
    return { sitting, ends, items, here: await candidates(tx, me.organisationId, today) }
  })
  if (!found) return c.notFound()
  const { sitting: about } = found.sitting
  const leaver = found.here.find(({ personId }) => personId === about.personId)
  const stay = staysAfter(found.here, about.lasting ? about.lastDay : today).filter((p) => p !== leaver)
  const items = proposalsFor(found.items, leaver, stay)
  return c.var.page(
    <SittingPage
      {...{ sitting: found.sitting, items, today, candidates: stay, kindName: kindNames(c) }}
      ends={found.ends.map(({ name }) => name)}
      first={mostProposed(items, stay)}
      gives={mayHandOver(me, about.personId)}
      arranges={mayArrange(me)}
      isHolder={about.heldBy === me.personId}
      leads={about.lasting && (leaver?.roles ?? []).some((role) => ['directeur', 'teamleider'].includes(role))}
    />,
    status,
  )
}
