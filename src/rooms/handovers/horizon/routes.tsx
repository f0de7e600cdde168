import { Hono } from 'hono'
import type { Inside } from '#kit/http/types.ts'
import { isColleague } from '#rooms/people/door.ts'
import { mayArrange } from '../access.ts'
import { HorizonPage } from './pages/horizon.tsx'
import { endingsOf, facesThatLeft } from './queries.ts'
import { inOrder, turnoverOf } from './rules.ts'

/** What ends when, a term ahead. */
export const inside = new Hono<Inside>().get('/overdracht/afloop', async (c) => {
  if (!isColleague(c.var.me)) return c.notFound()
  const { today, config } = c.var
  const [endings, left] = await c.var.work(
    async (tx, me) =>
      [await endingsOf(tx, me.organisationId, today), await facesThatLeft(tx, me.organisationId, today)] as const,
  )
  const address = `${config.baseUrl}/overdracht/afloop`
  // That a colleague goes is told by herself or the school, in their own time.
  const told = endings.filter(({ kind }) => kind !== 'colleague' || mayArrange(c.var.me))
  return c.var.page(<HorizonPage endings={inOrder(told)} turnover={turnoverOf(left)} {...{ today, address }} />)
})
