import { type Context, Hono } from 'hono'
import type { Said } from '#kit/form/form.ts'
import type { Inside } from '#kit/http/types.ts'
import { isMaker } from '../access.ts'
import { inviteForm } from '../asking/forms.ts'
import { whoCanBeAsked } from '../asking/queries.ts'
import { meetingIn } from '../asking/routes.tsx'
import { inviteesOf } from '../queries.ts'
import type { Meeting } from '../tables.ts'
import { words } from '../words/words.ts'
import { inviteAlso, leaveOut } from './actions.ts'
import { InvitedPage } from './pages/invited.tsx'
import { takesChanges } from './queries.ts'

const at = '/bijeenkomsten/:id{[0-9a-f-]+}/genodigden'
const say = (c: Context<Inside>) => words.in(c.var.language)

/** Who comes along, or need not come, after it was asked or fixed. */
export const inside = new Hono<Inside>()
  .get(at, async (c) => {
    const meeting = await mineIn(c)
    if (!meeting) return c.notFound()
    return takesChanges(meeting, c.var.now) ? show(c, meeting, inviteForm.blank(), 200) : tooLate(c, meeting)
  })

  .post(at, async (c) => {
    const meeting = await mineIn(c)
    if (!meeting) return c.notFound()
    const body = await c.var.body()
    const form = inviteForm.safeParse(body)
    if (!form.success) return show(c, meeting, inviteForm.sayBack(form.error, body), 422)
    const done = await c.var.work((tx, me) => inviteAlso(tx, me, meeting.id, form.data, c.var))
    if (done.ok) return back(c, meeting, 'invite.added')
    if (done.because === 'not-found') return c.notFound()
    if (done.because === 'not-now') return tooLate(c, meeting)
    const error = done.because === 'there' ? 'error.invited' : `error.${done.because}`
    const field = done.because === 'many' ? 'outsiders' : 'colleagues'
    return show(c, meeting, { values: body, errors: { [field]: error } }, 422)
  })

  .post(`${at}/:invitee{[0-9a-f-]+}/verwijdering`, async (c) => {
    const meeting = await mineIn(c)
    if (!meeting) return c.notFound()
    const invitee = c.req.param('invitee')
    const done = await c.var.work((tx, me) => leaveOut(tx, me, meeting.id, invitee, c.var.now))
    if (done.ok) return back(c, meeting, 'invite.removed')
    return done.because === 'not-found' ? c.notFound() : tooLate(c, meeting)
  })

async function mineIn(c: Context<Inside>): Promise<Meeting | undefined> {
  const meeting = await meetingIn(c)
  return meeting && isMaker(c.var.me, meeting) ? meeting : undefined
}

async function show(c: Context<Inside>, meeting: Meeting, said: Said, status: 200 | 422) {
  const [invitees, who] = await c.var.work(
    async (tx, me) => [await inviteesOf(tx, meeting), await whoCanBeAsked(tx, me, c.var.today)] as const,
  )
  return c.var.page(<InvitedPage {...{ meeting, invitees, who, said }} />, status)
}

function back(c: Context<Inside>, { id }: Meeting, told: 'invite.added' | 'invite.removed') {
  c.var.nudge()
  c.var.tell(say(c)[told])
  return c.redirect(`/bijeenkomsten/${id}/genodigden`, 303)
}

function tooLate(c: Context<Inside>, { id }: Meeting) {
  c.var.tell(say(c)['said.not-now'])
  return c.redirect(`/bijeenkomsten/${id}`, 303)
}
