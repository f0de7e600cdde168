import { type Context, Hono } from 'hono'
import type { Inside } from '#kit/http/types.ts'
import { dayPlus } from '#kit/time/day.ts'
import { isColleague } from '#rooms/people/door.ts'
import { mayTend } from '#rooms/relations/door.ts'
import { SilentPage } from './pages/silent.tsx'
import { linesKept } from './queries.ts'
import { daysToSettle, isSilent } from './rules.ts'

export const inside = new Hono<Inside>().get('/netwerk/stille-lijntjes', async (c) => {
  if (!isColleague(c.var.me)) return c.notFound()
  const { today } = c.var
  const when = { today, settledBy: dayPlus(today, -daysToSettle) }
  const lines = (await linesOf(c)).filter((line) => isSilent(line, when))
  return c.var.page(<SilentPage lines={lines} today={today} />)
})

/** Every open line of the school of who asks, each with whether she may tend it. */
const linesOf = (c: Context<Inside>) =>
  c.var.work(async (tx, me) =>
    (await linesKept(tx, me.organisationId, c.var.today)).map((line) => ({ ...line, mayTend: mayTend(me, line) })),
  )
