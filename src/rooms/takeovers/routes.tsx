import { type Context, Hono } from 'hono'
import type { Inside } from '#kit/http/types.ts'
import { stopTakeover } from './actions.ts'
import { TakeoverPage } from './pages/takeover.tsx'
import { tellTakeover } from './queries.ts'
import { undoTakeover } from './undo/actions.ts'
import { words } from './words/words.ts'

const one = '/overname/:id{[0-9a-f-]{36}}'
const say = (c: Context<Inside>) => words.in(c.var.language)

export const inside = new Hono<Inside>()
  .get(one, async (c) => {
    const told = await c.var.work((tx, me) => tellTakeover(tx, me.organisationId, c.req.param('id')))
    return told ? c.var.page(<TakeoverPage {...told} now={c.var.now} />) : c.notFound()
  })

  .post(`${one}/einde`, async (c) => {
    const id = c.req.param('id')
    const ended = await c.var.work((tx, me) => stopTakeover(tx, me, id))
    if (!ended.ok && ended.because === 'not-found') return c.notFound()
    c.var.tell(say(c)[ended.ok ? 'told.stopped' : 'told.over'])
    return c.redirect(`/overname/${id}`, 303)
  })

  .post(`${one}/terugname`, async (c) => {
    const id = c.req.param('id')
    const begun = await c.var.work((tx, me) => undoTakeover(tx, me, id))
    if (!begun.ok && begun.because === 'not-found') return c.notFound()
    if (!begun.ok) c.var.tell(say(c)['told.once'])
    c.var.nudge()
    return c.redirect(`/overname/${id}`, 303)
  })
