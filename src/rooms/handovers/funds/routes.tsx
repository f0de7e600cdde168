import { type Context, Hono } from 'hono'
import type { Said } from '#kit/form/form.ts'
import type { Inside } from '#kit/http/types.ts'
import { isColleague } from '#rooms/people/door.ts'
import { mayTend } from '#rooms/relations/door.ts'
import { noteFund, removeFund } from './actions.ts'
import { fundForm } from './forms.ts'
import { FundsPage } from './pages/funds.tsx'
import { fundsOf, lineOfFunds } from './queries.ts'
import { words } from './words/words.ts'

const one = '/netwerk/:id{[0-9a-f-]{36}}/geld'
const isId = (text: unknown) => /^[0-9a-f]{8}-[0-9a-f-]{27}$/.test(String(text))

/** On what money a line runs, and when that ends. */
export const inside = new Hono<Inside>()
  .get(one, (c) => show(c, undefined))

  .post(one, async (c) => {
    const body = await c.var.body()
    const form = fundForm.safeParse(body)
    if (!form.success) return show(c, fundForm.sayBack(form.error, body))
    const noted = await c.var.work((tx, me) => noteFund(tx, me, c.req.param('id'), form.data))
    if (!noted.ok && noted.because === 'names') return show(c, { values: body, errors: { name: 'error.names' } })
    if (!noted.ok) return c.notFound()
    c.var.tell(words.in(c.var.language)['saved'])
    return c.redirect(`/netwerk/${c.req.param('id')}/geld`, 303)
  })

  .post(`${one}/verwijdering`, async (c) => {
    const { fund } = await c.var.body()
    const gone = isId(fund)
      ? await c.var.work((tx, me) => removeFund(tx, me, c.req.param('id'), String(fund)))
      : undefined
    if (!gone?.ok) return c.notFound()
    c.var.tell(words.in(c.var.language)['removed'])
    return c.redirect(`/netwerk/${c.req.param('id')}/geld`, 303)
  })

async function show(c: Context<Inside>, said: Said | undefined) {
  const { me, today } = c.var
  if (!isColleague(me)) return c.notFound()
  const id = c.req.param('id') ?? ''
  const found = await c.var.work(async (tx) => {
    const line = await lineOfFunds(tx, me.organisationId, id)
    return line && { line, funds: await fundsOf(tx, me.organisationId, id) }
  })
  if (!found || (said && !mayTend(me, found.line))) return c.notFound()
  return c.var.page(<FundsPage {...found} {...{ said, today }} tends={mayTend(me, found.line)} />, said ? 422 : 200)
}
