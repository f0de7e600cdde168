import { type Context, Hono } from 'hono'
import type { Said } from '#kit/form/form.ts'
import { askAgain, freshOnly } from '#kit/http/fresh.ts'
import type { Inside } from '#kit/http/types.ts'
import { answered } from '../signin/routes.tsx'
import { words } from '../words/words.ts'
import { newKeyForm } from './forms.ts'
import { KeysPage } from './pages/keys.tsx'

const say = (c: Context<Inside>) => words.in(c.var.language)

export const inside = new Hono<Inside>()
  .get('/mij/sleutels', freshOnly, (c) => show(c, newKeyForm.blank(), 200))

  .post('/mij/sleutels/opdracht', freshOnly, async (c) => {
    const task = await c.var.gate.passkeyToMake(c.var.caller)
    return task.ok ? answered(c, task.options, task.cookies) : c.redirect('/mij/sleutels', 303)
  })

  .post('/mij/sleutels', freshOnly, async (c) => {
    const body = await c.var.body()
    const form = newKeyForm.safeParse(body)
    if (!form.success) return show(c, newKeyForm.sayBack(form.error, body), 422)
    const added = await c.var.gate.addPasskey(form.data, c.var.caller)
    if (added.ok) {
      c.var.nudge()
      c.var.tell(say(c)['key.added'])
      return c.redirect('/mij/sleutels', 303)
    }
    if (added.because === 'wrong')
      return show(c, { values: { name: form.data.name }, errors: { name: 'key.wrong' } }, 422)
    return askAgain(c, '/mij/sleutels')
  })

  .post('/mij/sleutels/:id/einde', freshOnly, async (c) => {
    if (!(await c.var.gate.removePasskey(c.req.param('id'), c.var.caller))) return c.notFound()
    c.var.tell(say(c)['key.removed'])
    return c.redirect('/mij/sleutels', 303)
  })

const show = async (c: Context<Inside>, said: Said, status: 200 | 422) =>
  c.var.page(<KeysPage keys={await c.var.gate.passkeys(c.var.caller)} said={said} />, status)
