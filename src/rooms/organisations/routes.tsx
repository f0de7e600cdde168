import { type Context, Hono } from 'hono'
import type { Said } from '#kit/form/form.ts'
import type { Inside } from '#kit/http/types.ts'
import { accentOf } from '#ui/accent.ts'
import { mayStyle } from './access.ts'
import { setLook } from './actions.ts'
import { lookForm } from './forms.ts'
import { LookPage } from './pages/look.tsx'
import { findLook } from './queries.ts'
import { words } from './words/words.ts'

export const inside = new Hono<Inside>()
  .get('/huisstijl', (c) => show(c))

  .post('/huisstijl', async (c) => {
    const body = await c.var.body()
    const form = lookForm.safeParse(body)
    if (!form.success) return show(c, lookForm.sayBack(form.error, body))
    const outcome = await c.var.work((tx, me) => setLook(tx, me, form.data))
    if (outcome.ok) {
      c.var.tell(words.in(c.var.language)['look.saved'])
      return c.redirect('/huisstijl', 303)
    }
    if (outcome.because === 'not-yours') return c.notFound()
    return show(c, {
      values: body,
      errors: { accent: outcome.because === 'like-safety' ? 'error.safety' : 'error.colour' },
    })
  })

async function show(c: Context<Inside>, again?: Said) {
  const look = mayStyle(c.var.me) ? await c.var.work((tx, me) => findLook(tx, me.organisationId)) : undefined
  if (look?.kind !== 'board') return c.notFound()
  const chosen = look.accent ? accentOf(look.accent) : undefined
  const said = again ?? lookForm.blank({ accent: look.accent ?? '', brand: look.brand ?? '' })
  return c.var.page(
    <LookPage board={look.board} said={said} accent={chosen?.ok ? chosen.accent : undefined} />,
    again ? 422 : 200,
  )
}
