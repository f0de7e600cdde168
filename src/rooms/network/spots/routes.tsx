import { type Context, Hono } from 'hono'
import type { Said } from '#kit/form/form.ts'
import type { Inside } from '#kit/http/types.ts'
import { isColleague } from '#rooms/people/door.ts'
import { mayTendNetwork } from '#rooms/relations/door.ts'
import { partnerTypeOf, topicOf } from '#rooms/trade/door.ts'
import { type Decided, leaveOut, type Spot, stillLeaveOut, takeBack } from './actions.ts'
import { omissionForm } from './forms.ts'
import { SpotPage } from './pages/spot.tsx'
import { SpotsPage } from './pages/spots.tsx'
import { candidatesFor, linesBeside, nearKm, omissionsOf } from './queries.ts'
import { bringsOf, countBySector, isSpot, leftOut, missingOf, unansweredOf, weightOf } from './rules.ts'
import { words } from './words/words.ts'

type Said_ = 'said.left' | 'said.still' | 'said.back'
const all = '/netwerk/witte-vlekken'
const spots = { soorten: 'type', vragen: 'topic' } as const

export const inside = new Hono<Inside>().get(all, async (c) => {
  const { me, today } = c.var
  if (!isColleague(me)) return c.notFound()
  const found = await c.var.work(async (tx, { organisationId }) => {
    const lines = await linesBeside(tx, organisationId, today)
    const omitted = await omissionsOf(tx, organisationId)
    const missing = missingOf(lines, omitted)
    const candidates = await candidatesFor(
      tx,
      organisationId,
      missing.map(({ type }) => type.id),
    )
    return { lines, omitted, missing, candidates }
  })
  const { lines, omitted, missing, candidates } = found
  return c.var.page(
    <SpotsPage
      counts={countBySector(lines, omitted)}
      missing={missing}
      topics={unansweredOf(lines, omitted)}
      left={leftOut(lines, omitted)}
      candidates={candidates}
      mayDecide={mayTendNetwork(me)}
      today={today}
    />,
  )
})

for (const [noun, kind] of Object.entries(spots)) {
  const one = `${all}/${noun}/:what` as const
  const spotOf = (c: Context<Inside>): Spot => ({ kind, what: c.req.param('what') ?? '' })

  inside
    .get(one, (c) => showSpot(c, spotOf(c), omissionForm.blank(), 200))
    .post(`${one}/keuze`, async (c) => {
      const body = await c.var.body()
      const form = omissionForm.safeParse(body)
      if (!form.success) return showSpot(c, spotOf(c), omissionForm.sayBack(form.error, body), 422)
      const said = { ...form.data, today: c.var.today }
      const left = await c.var.work((tx, me) => leaveOut(tx, me, spotOf(c), said))
      return !left.ok && left.because === 'child'
        ? showSpot(c, spotOf(c), { values: body, errors: { reason: 'error.child' } }, 422)
        : answer(c, left, 'said.left')
    })
    .post(`${one}/bevestiging`, async (c) =>
      answer(c, await c.var.work((tx, me) => stillLeaveOut(tx, me, spotOf(c), c.var.today)), 'said.still'),
    )
    .post(`${one}/herroeping`, async (c) =>
      answer(c, await c.var.work((tx, me) => takeBack(tx, me, spotOf(c))), 'said.back'),
    )
}

function answer(c: Context<Inside>, decided: Decided, said: Said_) {
  if (!decided.ok) return c.notFound()
  c.var.tell(words.in(c.var.language)[said])
  return c.redirect(all, 303)
}

/** One white spot, for who works at this school. Its neighbours are sought for it alone. */
async function showSpot(c: Context<Inside>, { kind, what }: Spot, said: Said, status: 200 | 422) {
  const { me, today } = c.var
  if (!isColleague(me) || !isSpot(kind, what)) return c.notFound()
  const types = kind === 'type' ? [what] : (topicOf(what)?.partners ?? [])
  const { lines, near } = await c.var.work(async (tx, { organisationId }) => ({
    lines: await linesBeside(tx, organisationId, today),
    near: await candidatesFor(tx, organisationId, types),
  }))
  const type = kind === 'type' ? partnerTypeOf(what) : undefined
  const unanswered = unansweredOf(lines, [])
  const isSpotStill = type ? !lines.some((line) => line.type === what) : unanswered.some(({ id }) => id === what)
  if (!isSpotStill) return c.redirect(all, 303)
  return c.var.page(
    <SpotPage
      kind={kind}
      what={what}
      beside={type ? bringsOf(what, unanswered).map(({ id }) => id) : types}
      weight={type && weightOf(type)}
      candidates={types.flatMap((one) => (near[one] ?? []).map((candidate) => ({ ...candidate, type: one })))}
      km={nearKm}
      mayDecide={mayTendNetwork(me)}
      said={said}
    />,
    status,
  )
}
