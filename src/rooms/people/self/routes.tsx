import { Hono } from 'hono'
import type { Inside } from '#kit/http/types.ts'
import { changeMyself } from '../actions.ts'
import { findColleague } from '../queries.ts'
import { words } from '../words/words.ts'
import { myselfForm } from './forms.ts'
import { MyselfPage } from './pages/myself.tsx'

export const inside = new Hono<Inside>()
  .get('/mij/gegevens', async (c) => {
    const me = await c.var.work((tx, { organisationId, personId }) => findColleague(tx, organisationId, personId))
    if (!me) return c.notFound()
    return c.var.page(<MyselfPage said={myselfForm.blank({ name: me.name, phone: me.phone ?? '' })} />)
  })

  .post('/mij/gegevens', async (c) => {
    const body = await c.var.body()
    const form = myselfForm.safeParse(body)
    if (!form.success) return c.var.page(<MyselfPage said={myselfForm.sayBack(form.error, body)} />, 422)
    if (!(await c.var.work((tx, me) => changeMyself(tx, me, form.data)))) return c.notFound()
    c.var.tell(words.in(c.var.language)['person.saved'])
    return c.redirect('/mij', 303)
  })
