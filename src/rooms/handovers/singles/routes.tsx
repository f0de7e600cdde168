import { Hono } from 'hono'
import * as z from 'zod'
import type { Inside } from '#kit/http/types.ts'
import { fill } from '#kit/words/words.ts'
import { isColleague } from '#rooms/people/door.ts'
import { mayArrange } from '../access.ts'
import { askDeputy } from '../actions.ts'
import { candidates, deputiesAsked } from '../queries.ts'
import { words } from '../words/words.ts'
import { SinglesPage } from './pages/single.tsx'
import { singleLines } from './queries.ts'
import { standInFor } from './rules.ts'

const line = '/overdracht/lijnen/:id{[0-9a-f-]+}'

export const inside = new Hono<Inside>()
  .get('/overdracht/lijnen', async (c) => {
    const { me, today } = c.var
    if (!isColleague(me)) return c.notFound()
    const [lines, staff, asked] = await c.var.work(
      async (tx) =>
        [
          await singleLines(tx, me.organisationId, today),
          await candidates(tx, me.organisationId, today),
          await deputiesAsked(tx, me.organisationId),
        ] as const,
    )
    const shown = lines.map((line) => ({
      ...line,
      asked: asked.findLast(({ thing }) => thing === line.id),
      proposal: standInFor(line, staff, today),
      mayAsk: mayArrange(me) || line.ownerId === me.personId,
    }))
    return c.var.page(<SinglesPage lines={shown} staff={staff} />)
  })

  .post(`${line}/vervanger`, async (c) => {
    const { me, now, today } = c.var
    const wish = z.uuid().safeParse((await c.var.body())['personId'])
    const told = await c.var.work(async (tx) => {
      const found = (await singleLines(tx, me.organisationId, today)).find(({ id }) => id === c.req.param('id'))
      const mayAsk = found?.ownerId && (mayArrange(me) || found.ownerId === me.personId)
      const who = (await candidates(tx, me.organisationId, today)).find(({ personId }) => personId === wish.data)
      if (!mayAsk || !who || who.personId === found.ownerId) return undefined
      const asked = await askDeputy(tx, me, found, { personId: who.personId, now, today })
      return asked.ok ? who.name : undefined
    })
    if (!told) return c.notFound()
    c.var.nudge()
    c.var.tell(fill(words.in(c.var.language)['single.told'], { name: told }))
    return c.redirect('/overdracht/lijnen', 303)
  })
