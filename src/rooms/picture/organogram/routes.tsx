import { Hono } from 'hono'
import type { Inside } from '#kit/http/types.ts'
import { colleaguesOf, isColleague } from '#rooms/people/door.ts'
import { roles, topics } from '#rooms/trade/door.ts'
import { linesDrawn } from '../queries.ts'
import { OrganogramPage } from './pages/organogram.tsx'
import { hoursAgreed, nameOfSchool } from './queries.ts'
import { organogramOf } from './rules.ts'

export const inside = new Hono<Inside>().get('/organogram', async (c) => {
  const { me, today } = c.var
  if (!isColleague(me)) return c.notFound()
  const [school, lines, everyone, hours] = await c.var.work(
    async (tx, { organisationId }) =>
      [
        await nameOfSchool(tx, organisationId),
        await linesDrawn(tx, organisationId, today),
        await colleaguesOf(tx, organisationId, today),
        await hoursAgreed(tx, organisationId),
      ] as const,
  )
  const colleagues = everyone
    .filter((one) => isColleague({ ...me, roles: one.roles }))
    .map((one) => ({ ...one, hours: hours.get(one.personId) ?? null }))
  const organogram = organogramOf({ colleagues, lines, today }, { roles, topics })
  return c.var.page(<OrganogramPage {...{ school, organogram }} />)
})
