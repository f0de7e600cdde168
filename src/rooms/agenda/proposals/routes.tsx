import { type Context, Hono } from 'hono'
import type { Inside } from '#kit/http/types.ts'
import { mayMakeWeek } from '../lessons/access.ts'
import { factsOf } from '../week/queries.ts'
import { mondaySaid } from '../week/routes.tsx'
import { standing } from '../week/rules.ts'
import { askPlan, dropPlan, stopPlan, takePlan } from './actions.ts'
import { ProposalPage, ThinkingPage } from './pages/proposal.tsx'
import { findPlan } from './queries.ts'
import { proposedCards } from './rules.ts'
import { words } from './words/words.ts'

const one = '/rooster/weekvoorstellen/:id{[0-9a-f-]+}'

export const inside = new Hono<Inside>()
  .post('/rooster/weekvoorstellen', async (c) => {
    if (!mayMakeWeek(c.var.me)) return c.notFound()
    const monday = mondaySaid((await c.var.body())['week'], c.var.today)
    const asked = await c.var.work((tx, me) => askPlan(tx, me, monday))
    if (!asked.ok) return asked.because === 'nothing' ? tell(c, 'nothing', '/rooster/sessies') : c.notFound()
    c.var.nudge()
    return c.redirect(`/rooster/weekvoorstellen/${asked.id}`, 303)
  })

  .get(one, async (c) => {
    if (!mayMakeWeek(c.var.me)) return c.notFound()
    const seen = await c.var.work(async (tx, me) => {
      const plan = await findPlan(tx, me.organisationId, c.req.param('id'))
      return plan && { plan, facts: plan.found ? await factsOf(tx, me.organisationId, plan.monday) : undefined }
    })
    if (!seen) return c.notFound()
    const { plan, facts } = seen
    if (!plan.found || !facts) return c.var.page(<ThinkingPage plan={plan} />)
    const now = standing(facts)
    return c.var.page(
      <ProposalPage plan={plan} found={plan.found} facts={facts} cards={proposedCards(facts, plan.found, now)} />,
    )
  })

  .post(`${one}/einde`, async (c) => {
    const stopped = await c.var.work((tx, me) => stopPlan(tx, me, c.req.param('id'), c.var.now))
    return stopped.ok ? tell(c, 'stopped', `/rooster/weekvoorstellen/${stopped.id}`) : c.notFound()
  })

  .post(`${one}/aanvaarding`, async (c) => {
    const id = c.req.param('id')
    const taken = await c.var.work((tx, me) => takePlan(tx, me, id, c.var.now))
    if (taken.ok) return tell(c, 'taken', `/rooster?week=${taken.monday}`)
    return taken.because === 'changed' ? tell(c, 'changed', `/rooster/weekvoorstellen/${id}`) : c.notFound()
  })

  .post(`${one}/verwijdering`, async (c) => {
    const gone = await c.var.work((tx, me) => dropPlan(tx, me, c.req.param('id')))
    return gone.ok ? tell(c, 'dropped', `/rooster?week=${gone.monday}`) : c.notFound()
  })

type Word = 'nothing' | 'stopped' | 'taken' | 'changed' | 'dropped'
function tell(c: Context<Inside>, word: Word, to: string) {
  c.var.tell(words.in(c.var.language)[word])
  return c.redirect(to, 303)
}
