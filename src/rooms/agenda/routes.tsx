import { type Context, Hono } from 'hono'
import { atOnce } from '#kit/db/database.ts'
import type { Said } from '#kit/form/form.ts'
import type { Inside } from '#kit/http/types.ts'
import { closedBetween } from '#rooms/days/door.ts'
import { isColleague, spacesOf } from '#rooms/people/door.ts'
import { isTheirs, mayTendPresence } from './access.ts'
import { addPresence, removePresence } from './actions.ts'
import { awayBetween, datesOfPartner } from './exceptions/queries.ts'
import { presenceForm } from './forms.ts'
import { hoursOf } from './hall/queries.ts'
import { PresencePage } from './pages/presence.tsx'
import { WeekPage } from './pages/week.tsx'
import { findLine, inHouse, type Line, presencesOf } from './queries.ts'
import { leavesBeforeComing, weekAround } from './rules.ts'
import { words } from './words/words.ts'

const hours = '/netwerk/:id{[0-9a-f-]+}/aanwezigheid'

export const inside = new Hono<Inside>()
  .get('/agenda', async (c) => {
    if (!isColleague(c.var.me)) return c.notFound()
    const { today, config } = c.var
    const days = weekAround(today)
    const span = { from: days[0]!.day, until: days.at(-1)!.day }
    const dates = days.map(({ day }) => day)
    const { hours, away, closed, held } = await c.var.work((tx, me) =>
      atOnce({
        hours: inHouse(tx, me.organisationId, dates),
        away: awayBetween(tx, me.organisationId, span),
        closed: closedBetween(tx, me.organisationId, span),
        held: hoursOf(tx, me.organisationId),
      }),
    )
    const address = `${config.baseUrl}/agenda`
    return c.var.page(<WeekPage {...{ days, hours, held, away, closed, today, address }} />)
  })

  .get(hours, async (c) => {
    const line = await lineToTend(c)
    return line ? show(c, line, presenceForm.blank(), 200) : c.notFound()
  })

  .post(hours, async (c) => {
    const line = await lineToTend(c)
    if (!line) return c.notFound()
    const body = await c.var.body()
    const form = presenceForm.safeParse(body)
    if (!form.success) return show(c, line, presenceForm.sayBack(form.error, body), 422)
    if (leavesBeforeComing(form.data)) return show(c, line, { values: body, errors: { until: 'error.timeOrder' } }, 422)
    const outcome = await c.var.work((tx, me) => addPresence(tx, me, line.id, form.data))
    if (outcome.ok) return saved(c, 'presence.saved', line)
    return outcome.because === 'no-such-space'
      ? show(c, line, { values: body, errors: { spaceId: 'error.space' } }, 422)
      : c.notFound()
  })

  .post(`${hours}/:hour{[0-9a-f-]+}/verwijdering`, async (c) => {
    const line = await lineToTend(c)
    const outcome = line && (await c.var.work((tx, me) => removePresence(tx, me, line.id, c.req.param('hour'))))
    return line && outcome?.ok ? saved(c, 'presence.removed', line) : c.notFound()
  })

async function lineToTend(c: Context<Inside>): Promise<Line | undefined> {
  const line = await c.var.work((tx) => findLine(tx, c.req.param('id') ?? ''))
  return line && mayTendPresence(c.var.me, line) ? line : undefined
}

async function show(c: Context<Inside>, line: Line, said: Said, status: 200 | 422) {
  const found = await c.var.work(async (tx) => ({
    hours: await presencesOf(tx, line.schoolId, line.id),
    dates: await datesOfPartner(tx, line.schoolId, line.id, c.var.today),
    spaces: await spacesOf(tx, line.schoolId),
  }))
  return c.var.page(
    <PresencePage partner={line} {...found} said={said} fromPartner={isTheirs(c.var.me, line)} />,
    status,
  )
}

function saved(c: Context<Inside>, word: 'presence.saved' | 'presence.removed', line: Line) {
  c.var.tell(words.in(c.var.language)[word])
  return c.redirect(`/netwerk/${line.id}/aanwezigheid`, 303)
}
