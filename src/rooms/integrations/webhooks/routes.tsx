import { type Context, Hono } from 'hono'
import type { Said } from '#kit/form/form.ts'
import { secretOf } from '#kit/gate/secret.ts'
import { freshOnly } from '#kit/http/fresh.ts'
import type { Inside } from '#kit/http/types.ts'
import { mayIntegrate } from '../access.ts'
import { words } from '../words/words.ts'
import { addWebhook, removeWebhook } from './actions.ts'
import { webhookForm } from './forms.ts'
import { NewWebhookPage, SecretPage } from './pages/new.tsx'
import { events, secretFor } from './rules.ts'

const one = '/koppelingen/webhooks/:id{[0-9a-f-]+}'

export const inside = new Hono<Inside>()
  .get('/koppelingen/webhooks/nieuw', freshOnly, (c) =>
    mayIntegrate(c.var.me) ? showNew(c, webhookForm.blank({ events: [...events] }), 200) : c.notFound(),
  )

  .post('/koppelingen/webhooks', freshOnly, async (c) => {
    if (!mayIntegrate(c.var.me)) return c.notFound()
    const body = await c.var.body()
    const form = webhookForm.safeParse(body)
    if (!form.success) return showNew(c, webhookForm.sayBack(form.error, body), 422)
    const { config } = c.var
    const added = await c.var.work((tx, me) => addWebhook(tx, me, form.data, { near: config.development }))
    if (added.ok) return c.var.page(<SecretPage name={form.data.name} secret={secretFor(secretOf(config), added.id)} />)
    if (added.because === 'not-yours') return c.notFound()
    const error = added.because === 'address' ? 'error.address' : 'error.webhooks'
    return showNew(c, { values: body, errors: { address: error } }, 422)
  })

  .post(`${one}/verwijdering`, async (c) => {
    if (!(await c.var.work((tx, me) => removeWebhook(tx, me, c.req.param('id'))))) return c.notFound()
    c.var.tell(words.in(c.var.language)['webhook.removed'])
    return c.redirect('/koppelingen', 303)
  })

const showNew = (c: Context<Inside>, said: Said, status: 200 | 422) =>
  c.var.page(<NewWebhookPage said={said} />, status)
