import { type Context, Hono } from 'hono'
import type { Actor } from '#kit/db/actor.ts'
import { atOnce, type Tx } from '#kit/db/database.ts'
import type { Inside } from '#kit/http/types.ts'
import type { Day } from '#kit/time/day.ts'
import { whoIsIn } from '#rooms/agenda/door.ts'
import { keepingForMe } from '#rooms/agreements/door.ts'
import { tasksForMe } from '#rooms/events/door.ts'
import { waitsOnMe } from '#rooms/handovers/door.ts'
import { pollsOnFace, pollsOnMe } from '#rooms/meetings/door.ts'
import { isColleague, mayManage } from '#rooms/people/door.ts'
import { waitingInPlans } from '#rooms/plans/door.ts'
import { mayTendNetwork } from '#rooms/relations/door.ts'
import { waitingOn } from '#rooms/requests/door.ts'
import { shownWithUs } from '#rooms/showcase/door.ts'
import { pollsForMe } from '#rooms/surveys/door.ts'
import { tandemToday } from '#rooms/tandem/door.ts'
import { howFar } from '#rooms/welcome/door.ts'
import { BoardHomePage } from './pages/board.tsx'
import { PartnerHomePage } from './pages/partner.tsx'
import { TodayPage } from './pages/today.tsx'
import { hasLook, linesAtHome, schoolsOfBoard, schoolsOfPartner, whoLooks } from './queries.ts'
import { fiveOf, freshOf, isSetUp, partOfDay, unownedOf, waitingForMe, waitingOf } from './rules.ts'

export const inside = new Hono<Inside>().get('/', async (c) => {
  const { me, today } = c.var
  const { who, school } = await c.var.work((tx) =>
    atOnce({ who: whoLooks(tx, me), school: isColleague(me) ? schoolToday(tx, me, today) : undefined }),
  )
  const greeting = { part: partOfDay(c.var.now), name: who?.name ?? '', today }
  if (who?.kind === 'board') {
    const ours = await c.var.work((tx) =>
      atOnce({ schools: schoolsOfBoard(tx, me.organisationId), isStyled: hasLook(tx, me.organisationId) }),
    )
    return c.var.page(<BoardHomePage greeting={greeting} mayStyle={me.roles.includes('bestuurder')} {...ours} />)
  }
  if (who?.kind !== 'partner') return c.var.page(<TodayPage greeting={greeting} school={school} />)
  return c.var.page(<PartnerHomePage greeting={greeting} {...(await partnerToday(c))} />)
})

/** What goes on for a partner's professional: what waits, and her schools. One question to each room. */
async function partnerToday(c: Context<Inside>) {
  return c.var.work(async (tx, me) => {
    const { waiting, shown, ...found } = await atOnce({
      waiting: waitingOn(tx, me, c.var.today),
      meetings: pollsOnFace(tx, c.var.now),
      schools: schoolsOfPartner(tx, me.organisationId, c.var.today),
      shown: shownWithUs(tx, me.organisationId),
    })
    return { ...waitingOf(waiting), ...found, named: shown.filter((one) => one.shown !== null).length }
  })
}

/** What goes on at a school today. One question to each room. */
async function schoolToday(tx: Tx, me: Actor, today: Day) {
  const { lines, far, asked, keeping, handing, plans, ...found } = await atOnce({
    present: whoIsIn(tx, me.organisationId, today),
    lines: linesAtHome(tx, me.organisationId, today),
    asked: waitingOn(tx, me, today),
    meetings: pollsOnMe(tx, me),
    far: howFar(tx, me.organisationId),
    handing: waitsOnMe(tx, me, today),
    plans: waitingInPlans(tx, me, today),
    polls: pollsForMe(tx, me, today),
    tandem: tandemToday(tx, me, today),
    tasks: tasksForMe(tx, me, today),
    keeping: keepingForMe(tx, me, today),
  })
  const arranges = mayManage(me) || mayTendNetwork(me)
  const isHead = me.roles.includes('directeur')
  return {
    today,
    present: found.present,
    meetings: found.meetings,
    toTakeOver: handing.toTakeOver,
    also: {
      partings: handing.partings,
      ...plans,
      polls: found.polls,
      tandem: found.tandem,
      tasks: found.tasks,
      ...keeping,
    },
    ...waitingOf(asked),
    waiting: waitingForMe(lines, me.personId, today),
    fresh: freshOf(lines, today),
    unowned: isHead ? unownedOf(lines).slice(0, 3) : [],
    five: isHead && lines.length > 0 ? fiveOf(lines, today) : undefined,
    setUp: arranges && !isSetUp(far) ? far : undefined,
  }
}
