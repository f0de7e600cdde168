import { type Context, Hono } from 'hono'
import type { Said } from '#kit/form/form.ts'
import type { Inside } from '#kit/http/types.ts'
import { sayDay } from '#kit/time/day.ts'
import { fill } from '#kit/words/words.ts'
import { mayAsk, speaksAs } from '../access.ts'
import { addColleague } from '../actions.ts'
import { colleaguesOf } from '../queries.ts'
import { words } from '../words/words.ts'
import { teammateForm } from './forms.ts'
import { TeamPage } from './pages/team.tsx'

/** The people of a partner or a board: whoever speaks for it lets in her own colleagues, so that it is never one person only. */
export const inside = new Hono<Inside>()
  .get('/collegas', (c) => (speaksAs(c.var.me) ? show(c, teammateForm.blank(), 200) : c.notFound()))

  .post('/collegas', async (c) => {
    const role = speaksAs(c.var.me)
    if (!role) return c.notFound()
    const body = await c.var.body()
    const form = teammateForm.safeParse(body)
    if (!form.success) return show(c, teammateForm.sayBack(form.error, body), 422)
    const t = words.in(c.var.language)
    const source = fill(t['person.source.typed'], { day: sayDay(c.var.today, c.var.language) })
    const said = { ...form.data, ...nothingMore, roles: [role], source }
    const outcome = await c.var.work((tx, me) => addColleague(tx, me, said))
    if (!outcome.ok) return c.notFound()
    c.var.tell(fill(t['team.added'], { name: form.data.name }))
    return c.redirect('/collegas', 303)
  })

const nothingMore = { phone: null, days: [], deputyId: null, from: null, until: null }

async function show(c: Context<Inside>, said: Said, status: 200 | 422) {
  const team = await c.var.work((tx, me) => colleaguesOf(tx, me.organisationId, c.var.today))
  return c.var.page(<TeamPage team={team} said={said} mayAsk={mayAsk(c.var.me)} />, status)
}
