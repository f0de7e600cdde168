import { type Context, Hono } from 'hono'
import type { Said } from '#kit/form/form.ts'
import type { Inside } from '#kit/http/types.ts'
import { isDay } from '#kit/time/day.ts'
import { spacesOf } from '#rooms/people/door.ts'
import { isMaker } from '../access.ts'
import { fixForm } from '../asking/forms.ts'
import { meetingIn } from '../asking/routes.tsx'
import { back, whyNot } from '../fixing/routes.tsx'
import { momentAt } from '../rules.ts'
import type { Meeting } from '../tables.ts'
import { cancelDate, moveDate } from './actions.ts'
import { DatePage } from './pages/date.tsx'
import { datesIn } from './queries.ts'

const at = '/bijeenkomsten/:id{[0-9a-f-]+}/data/:day{[0-9-]+}'
type At = { meeting: Meeting; day: string }

/** One date of a series: another moment or room, or not at all. */
export const inside = new Hono<Inside>()
  .get(at, async (c) => {
    const one = await dateIn(c)
    return one ? show(c, one, undefined, 200) : c.notFound()
  })

  .post(`${at}/verplaatsing`, async (c) => {
    const one = await dateIn(c)
    if (!one) return c.notFound()
    const body = await c.var.body()
    const form = fixForm.safeParse(body)
    if (!form.success) return show(c, one, fixForm.sayBack(form.error, body), 422)
    const { day, time, ...where } = form.data
    const said = { ...where, startsAt: momentAt(day, time) }
    const done = await c.var.work((tx, me) => moveDate(tx, me, { id: one.meeting.id, day: one.day }, said, c.var))
    if (done.ok) return told(c, one, 'series.moved')
    if (done.because === 'not-found') return c.notFound()
    if (done.because === 'not-now') return back(c, one.meeting, 'said.not-now')
    const { field, error } = whyNot(c, done)
    return show(c, one, { values: body, errors: { [field]: error } }, 422)
  })

  .post(`${at}/afzegging`, async (c) => {
    const one = await dateIn(c)
    if (!one) return c.notFound()
    const done = await c.var.work((tx, me) => cancelDate(tx, me, { id: one.meeting.id, day: one.day }, c.var))
    if (done.ok) return told(c, one, 'series.cancelled')
    return done.because === 'not-found' ? c.notFound() : back(c, one.meeting, 'said.not-now')
  })

async function dateIn(c: Context<Inside>): Promise<At | undefined> {
  const meeting = await meetingIn(c)
  const day = c.req.param('day') ?? ''
  return meeting?.repeats && isMaker(c.var.me, meeting) && isDay(day) ? { meeting, day } : undefined
}

function told(c: Context<Inside>, { meeting }: At, word: 'series.moved' | 'series.cancelled') {
  c.var.nudge()
  return back(c, meeting, word)
}

async function show(c: Context<Inside>, { meeting, day }: At, said: Said | undefined, status: 200 | 422) {
  const [dates, rooms] = await c.var.work(
    async (tx, me) => [await datesIn(tx, meeting), await spacesOf(tx, me.organisationId)] as const,
  )
  const date = dates.find((one) => one.day === day)
  if (!date) return c.notFound()
  if (date.off || date.endsAt < c.var.now) return back(c, meeting, 'said.not-now')
  return c.var.page(<DatePage {...{ meeting, date, rooms, said }} today={c.var.today} />, status)
}
