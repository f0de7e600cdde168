import { type Context, Hono } from 'hono'
import type { Body } from '#kit/form/form.ts'
import type { Inside } from '#kit/http/types.ts'
import { goAway } from '../elsewhere/routes.tsx'
import { keyForm } from '../keys/forms.ts'
import { ownPath } from '../rules.ts'
import { answered } from '../signin/routes.tsx'
import { codeProofForm, passwordProofForm } from './forms.ts'
import { ProofPage } from './pages/proof.tsx'

type Proved = Awaited<ReturnType<Inside['Variables']['gate']['provePassword']>>

/** Proving again who one is, before something that matters. Comes back to where one was going. */
export const inside = new Hono<Inside>()
  .get('/mij/bevestiging', (c) => show(c, c.req.query('naar'), {}, 200))

  .post('/mij/bevestiging', async (c) => {
    const body = await c.var.body()
    const form = passwordProofForm.safeParse(body)
    if (!form.success) return show(c, body['naar'], { password: 'error.password' }, 422)
    return goOn(c, body, 'password', await c.var.gate.provePassword(form.data.password, c.var.caller))
  })

  .post('/mij/bevestiging/code', async (c) => {
    const body = await c.var.body()
    const form = codeProofForm.safeParse(body)
    if (!form.success) return show(c, body['naar'], { code: 'error.code' }, 422)
    return goOn(c, body, 'code', await c.var.gate.proveCode(form.data.code, c.var.caller))
  })

  .post('/mij/bevestiging/sleutel/opdracht', async (c) => {
    const { options, cookies } = await c.var.gate.passkeyToProve(c.var.caller)
    return answered(c, options, cookies)
  })

  .post('/mij/bevestiging/sleutel', async (c) => {
    const body = await c.var.body()
    const form = keyForm.safeParse(body)
    const proved: Proved = form.success
      ? await c.var.gate.provePasskey(form.data.answer, c.var.caller)
      : { ok: false, because: 'wrong' }
    return goOn(c, body, 'answer', proved)
  })

  .post('/mij/bevestiging/via/:provider', async (c) => {
    const { naar } = await c.var.body()
    const { accountId } = c.var
    const provider = c.req.param('provider')
    return goAway(c, { provider, path: pathOf(naar), purpose: { for: 'proof', accountId } })
  })

  .post('/mij/bevestiging/proef', async (c) => {
    if (c.var.config.mode !== 'demo') return c.notFound()
    const body = await c.var.body()
    return goOn(c, body, 'answer', await c.var.gate.demoProve(c.var.caller))
  })

type Field = 'password' | 'code' | 'answer'
const messages = { password: 'self.wrong', code: 'error.code', answer: 'proof.wrong' }

function goOn(c: Context<Inside>, body: Body, field: Field, proved: Proved) {
  if (proved.ok) return c.redirect(pathOf(body['naar']), 303)
  if (proved.because === 'signed-out') return c.redirect('/inloggen', 303)
  const locked = proved.because === 'locked'
  return show(c, body['naar'], { [field]: locked ? 'self.locked' : messages[field] }, locked ? 429 : 422)
}

const pathOf = (wish: unknown) => ownPath(typeof wish === 'string' ? wish : undefined)

async function show(
  c: Context<Inside>,
  wish: unknown,
  errors: Partial<Record<Field, string>>,
  status: 200 | 422 | 429,
) {
  const ways = await c.var.gate.ways(c.var.caller)
  return c.var.page(
    <ProofPage ways={ways} path={pathOf(wish)} isDemo={c.var.config.mode === 'demo'} said={{ values: {}, errors }} />,
    status,
  )
}
