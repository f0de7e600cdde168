import { type Context, Hono } from 'hono'
import type { Said } from '#kit/form/form.ts'
import { freshOnly } from '#kit/http/fresh.ts'
import type { Inside } from '#kit/http/types.ts'
import { dayPlus } from '#kit/time/day.ts'
import { mayIntegrate } from './access.ts'
import { makeIntegration, revokeIntegration } from './actions.ts'
import { tokenForm } from './forms.ts'
import { ListPage } from './pages/list.tsx'
import { NewPage, TokenPage } from './pages/new.tsx'
import { integrationsOf } from './queries.ts'
import { longestDays, usualDays } from './rules.ts'
import { webhooksOf } from './webhooks/queries.ts'
import { words } from './words/words.ts'

const one = '/koppelingen/:id{[0-9a-f-]+}'

export const inside = new Hono<Inside>()
  .get('/koppelingen', async (c) => {
    const { me, today } = c.var
    if (!mayIntegrate(me)) return c.notFound()
    const [found, told] = await c.var.work(
      async (tx) => [await integrationsOf(tx, me.organisationId), await webhooksOf(tx, me.organisationId)] as const,
    )
    return c.var.page(<ListPage integrations={found} webhooks={told} today={today} />)
  })

  .get('/koppelingen/nieuw', freshOnly, (c) =>
    mayIntegrate(c.var.me)
      ? showNew(c, tokenForm.blank({ expiresOn: dayPlus(c.var.today, usualDays) }), 200)
      : c.notFound(),
  )

  .post('/koppelingen', freshOnly, async (c) => {
    if (!mayIntegrate(c.var.me)) return c.notFound()
    const body = await c.var.body()
    const form = tokenForm.safeParse(body)
    if (!form.success) return showNew(c, tokenForm.sayBack(form.error, body), 422)
    const made = await c.var.work((tx, me) => makeIntegration(tx, me, form.data, c.var.today))
    if (made.ok)
      return c.var.page(<TokenPage name={form.data.name} token={made.token} address={c.var.config.baseUrl} />)
    return made.because === 'too-long'
      ? showNew(c, { values: body, errors: { expiresOn: 'error.term' } }, 422)
      : c.notFound()
  })

  .post(`${one}/intrekking`, async (c) => {
    const outcome = await c.var.work((tx, me) => revokeIntegration(tx, me, c.req.param('id')))
    if (!outcome.ok) return c.notFound()
    c.var.tell(words.in(c.var.language)['token.revoked.done'])
    return c.redirect('/koppelingen', 303)
  })

const showNew = (c: Context<Inside>, said: Said, status: 200 | 422) =>
  c.var.page(
    <NewPage said={said} earliest={dayPlus(c.var.today, 1)} latest={dayPlus(c.var.today, longestDays)} />,
    status,
  )
