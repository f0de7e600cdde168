import { Hono } from 'hono'
import { atOnce } from '#kit/db/database.ts'
import type { Inside } from '#kit/http/types.ts'
import { colleaguesOf, isColleague } from '#rooms/people/door.ts'
import { mayShareOut } from '../access.ts'
import { linesDrawn } from '../queries.ts'
import { HoldersPage } from './pages/holders.tsx'
import { divisionOf } from './rules.ts'

export const inside = new Hono<Inside>().get('/wie-heeft-wat', async (c) => {
  const { me, today } = c.var
  if (!mayShareOut(me)) return c.notFound()
  const { lines, colleagues } = await c.var.work((tx, { organisationId }) =>
    atOnce({ lines: linesDrawn(tx, organisationId, today), colleagues: colleaguesOf(tx, organisationId, today) }),
  )
  const works = ({ roles }: { roles: string[] }) => isColleague({ ...me, roles })
  return c.var.page(<HoldersPage division={divisionOf(lines, colleagues, { today, works })} all={lines.length} />)
})
