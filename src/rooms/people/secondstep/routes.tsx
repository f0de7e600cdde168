import { type Context, Hono } from 'hono'
import type { Inside } from '#kit/http/types.ts'
import { mayAsk } from '../access.ts'
import { words } from '../words/words.ts'
import { askNoSecondStep, askSecondStep } from './actions.ts'
import { AskedPage } from './pages/asked.tsx'
import { whatIsAsked } from './queries.ts'

/** Whether everybody of a school, or of a board and its schools, must sign in with two steps. */
export const inside = new Hono<Inside>()
  .get('/tweede-stap', async (c) => {
    const asked = mayAsk(c.var.me) ? await c.var.work(whatIsAsked) : undefined
    return asked ? c.var.page(<AskedPage asked={asked} today={c.var.today} />) : c.notFound()
  })

  .post('/tweede-stap', async (c) =>
    done(c, await c.var.work((tx, me) => askSecondStep(tx, me, c.var.today)), 'asked.saved'),
  )

  .post('/tweede-stap/einde', async (c) => done(c, await c.var.work(askNoSecondStep), 'asked.ended'))

function done(c: Context<Inside>, isDone: boolean, said: 'asked.saved' | 'asked.ended') {
  if (!isDone) return c.notFound()
  c.var.tell(words.in(c.var.language)[said])
  return c.redirect('/tweede-stap', 303)
}
