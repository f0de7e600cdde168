import { type Context, Hono } from 'hono'
import type { Inside } from '#kit/http/types.ts'
import { whoIsIn } from '#rooms/agenda/door.ts'
import { keepingForMe } from '#rooms/agreements/door.ts'
import { tasksForMe } from '#rooms/events/door.ts'
import { waitsOnMe } from '#rooms/handovers/door.ts'
import { pollsOnMe } from '#rooms/meetings/door.ts'
import { isColleague, mayManage } from '#rooms/people/door.ts'
import { waitingInPlans } from '#rooms/plans/door.ts'
import { mayTendNetwork } from '#rooms/relations/door.ts'
import { waitingOn } from '#rooms/requests/door.ts'
import { shownWithUs } from '#rooms/showcase/door.ts'
import { pollsForMe } from '#rooms/surveys/door.ts'
import { howFar } from '#rooms/welcome/door.ts'
import { PartnerHomePage } from './pages/partner.tsx'
import { TodayPage } from './pages/today.tsx'
import { linesAtHome, schoolsOfPartner, whoLooks } from './queries.ts'
import { fiveOf, freshOf, isSetUp, partOfDay, unownedOf, waitingForMe, waitingOf } from './rules.ts'

export const inside = new Hono<Inside>().get('/', async (c) => {
  const who = await c.var.work(whoLooks)
  const greeting = { part: partOfDay(c.var.now), name: who?.name ?? '', today: c.var.today }
  if (who?.kind !== 'partner') return c.var.page(<TodayPage greeting={greeting} {...(await schoolToday(c))} />)
  return c.var.page(<PartnerHomePage greeting={greeting} {...(await partnerToday(c))} />)
})

/** What goes on for a partner's professional: what waits, and her schools. One question to each room. */
const partnerToday = (c: Context<Inside>) =>
  c.var.work(async (tx, me) => ({
    ...waitingOf(await waitingOn(tx, me, c.var.today)),
    schools: await schoolsOfPartner(tx, me.organisationId, c.var.today),
    named: (await shownWithUs(tx, me.organisationId)).filter(({ shown }) => shown !== null).length,
  }))

/** What goes on at a school today. One question to each room; who is no colleague there gets the box only. */
function schoolToday(c: Context<Inside>) {
  const { me, today } = c.var
  if (!isColleague(me)) return { school: undefined }
  return c.var.work(async (tx) => {
    const present = await whoIsIn(tx, me.organisationId, today)
    const lines = await linesAtHome(tx, me.organisationId, today)
    const asked = waitingOf(await waitingOn(tx, me, today))
    const meetings = await pollsOnMe(tx, me)
    const far = await howFar(tx, me.organisationId)
    const { toTakeOver, partings } = await waitsOnMe(tx, me, today)
    const { choices, offers, resolutions } = await waitingInPlans(tx, me, today)
    const also = {
      partings,
      choices,
      offers,
      resolutions,
      tasks: await tasksForMe(tx, me, today),
      polls: await pollsForMe(tx, me, today),
      ...(await keepingForMe(tx, me, today)),
    }
    const arranges = mayManage(me) || mayTendNetwork(me)
    return {
      school: {
        today,
        present,
        toTakeOver,
        meetings,
        also,
        ...asked,
        waiting: waitingForMe(lines, me.personId, today),
        fresh: freshOf(lines, today),
        unowned: me.roles.includes('directeur') ? unownedOf(lines).slice(0, 3) : [],
        five: me.roles.includes('directeur') && lines.length > 0 ? fiveOf(lines, today) : undefined,
        setUp: arranges && !isSetUp(far) ? far : undefined,
      },
    }
  })
}
