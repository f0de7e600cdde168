import { type Context, Hono } from 'hono'
import type { Said } from '#kit/form/form.ts'
import type { Inside } from '#kit/http/types.ts'
import { isMaker } from '../access.ts'
import { meetingIn } from '../asking/routes.tsx'
import { inviteesOf } from '../queries.ts'
import { stateOf } from '../rules.ts'
import type { Meeting } from '../tables.ts'
import { writePoints } from './actions.ts'
import { pointsForm } from './forms.ts'
import { PaperPage, PointsPage } from './pages/points.tsx'
import { pointsOf } from './queries.ts'
import { usualPoints, words } from './words/words.ts'

const at = '/bijeenkomsten/:id{[0-9a-f-]+}'

/** What is spoken about: written by the maker, on paper for who comes. */
export const inside = new Hono<Inside>()
  .get(`${at}/punten`, async (c) => {
    const meeting = await meetingIn(c)
    if (!meeting || !isMaker(c.var.me, meeting) || stateOf(meeting) === 'cancelled') return c.notFound()
    const points = await c.var.work((tx) => pointsOf(tx, meeting))
    const usual = usualPoints(c.var.language, meeting.kind)
    return show(c, meeting, pointsForm.blank({ points: (points.length ? points : usual).join('\n') }), 200)
  })

  .post(`${at}/punten`, async (c) => {
    const meeting = await meetingIn(c)
    if (!meeting) return c.notFound()
    const body = await c.var.body()
    const form = pointsForm.safeParse(body)
    if (!form.success) return show(c, meeting, pointsForm.sayBack(form.error, body), 422)
    const done = await c.var.work((tx, me) => writePoints(tx, me, meeting.id, form.data.points, c.var.today))
    if (done.ok) {
      c.var.tell(words.in(c.var.language).saved)
      return c.redirect(`/bijeenkomsten/${meeting.id}`, 303)
    }
    if (done.because === 'not-found' || done.because === 'not-now') return c.notFound()
    return show(c, meeting, { values: body, errors: { points: `error.${done.because}` } }, 422)
  })

  .get(`${at}/papier`, async (c) => {
    const meeting = await meetingIn(c)
    if (!meeting || stateOf(meeting) !== 'fixed') return c.notFound()
    const [points, invitees] = await c.var.work(
      async (tx) => [await pointsOf(tx, meeting), await inviteesOf(tx, meeting)] as const,
    )
    // Who is not invited sees neither: for her there is no such page.
    if (!points.length) return c.notFound()
    const address = `${c.var.config.baseUrl}/bijeenkomsten/${meeting.id}`
    return c.var.page(<PaperPage {...{ meeting, points, invitees, address }} today={c.var.today} />)
  })

async function show(c: Context<Inside>, meeting: Meeting, said: Said, status: 200 | 422) {
  return isMaker(c.var.me, meeting) ? c.var.page(<PointsPage meeting={meeting} said={said} />, status) : c.notFound()
}
