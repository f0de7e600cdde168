import { type Context, Hono } from 'hono'
import type { Said } from '#kit/form/form.ts'
import type { Street } from '#kit/http/types.ts'
import { momentForm } from '../asking/forms.ts'
import { digestOf } from '../asking/rules.ts'
import { fileOf } from '../fixing/rules.ts'
import { pointsOf } from '../points/queries.ts'
import { inviteesShown, optionsOf } from '../queries.ts'
import { stateOf } from '../rules.ts'
import { datesIn } from '../series/queries.ts'
import { words } from '../words/words.ts'
import { addMoment, keepLanguage, sayWhen } from './actions.ts'
import { readAnswers } from './forms.ts'
import { GuestFixedPage, GuestPage, SaidPage } from './pages/answer.tsx'
import { type Opened, openedBy } from './queries.ts'

const link = '/bijeenkomst/:token'

// Whoever scans mail for danger opens every link in it: looking changes nothing.
export const street = new Hono<Street>()
  .get(link, async (c) => {
    const opened = await openedIn(c)
    return opened ? show(c, opened, {}, 200) : gone(c)
  })

  .post(link, async (c) => {
    const opened = await openedIn(c)
    if (!opened) return gone(c)
    if (stateOf(opened.meeting) !== 'asked') return closed(c)
    const body = await c.var.body()
    const options = await c.var.asGuest(keyIn(c), (tx) => optionsOf(tx, opened.meeting))
    const read = readAnswers(options, body)
    if (!read.ok) return show(c, opened, { said: read.said }, 422)
    const where = { meeting: opened.meeting, inviteeId: opened.invitee.id }
    const said = await c.var.asGuest(keyIn(c), async (tx) => {
      await keepLanguage(tx, where, c.var.language)
      return sayWhen(tx, where, read.answers, c.var.now)
    })
    if (!said.ok) return closed(c)
    c.var.nudge()
    c.var.tell(say(c)['answer.done.guest'])
    return c.redirect(addressOf(c), 303)
  })

  .post(`${link}/momenten`, async (c) => {
    const opened = await openedIn(c)
    if (!opened) return gone(c)
    if (stateOf(opened.meeting) !== 'asked') return closed(c)
    if (!opened.meeting.takesOptions) return gone(c)
    const body = await c.var.body()
    const form = momentForm.safeParse(body)
    if (!form.success) return show(c, opened, { adding: momentForm.sayBack(form.error, body) }, 422)
    const added = await c.var.asGuest(keyIn(c), (tx) =>
      addMoment(tx, opened.meeting, { ...form.data, asMaker: false }, c.var.now),
    )
    if (added.ok) {
      c.var.tell(say(c)['one.added'])
      return c.redirect(addressOf(c), 303)
    }
    if (added.because === 'closed') return closed(c)
    return show(c, opened, { adding: { values: body, errors: { day: `error.${added.because}` } } }, 422)
  })

  .get(`${link}/agenda.ics`, async (c) => {
    const opened = await openedIn(c)
    const dates = opened ? await c.var.asGuest(keyIn(c), (tx) => datesIn(tx, opened.meeting)) : []
    const file = opened && fileOf(opened.meeting, dates, c.var.config, c.var.now)
    if (!file) return gone(c)
    return c.body(file, 200, {
      'Content-Type': 'text/calendar; charset=utf-8',
      'Content-Disposition': 'attachment; filename="bijeenkomst.ics"',
      'Cache-Control': 'private, no-store',
    })
  })
  // Nothing below this address goes on to the porch, which would put it in the address of the sign-in page.
  .all('/bijeenkomst/*', (c) => gone(c))

const say = (c: Context<Street>) => words.in(c.var.language)
const tokenIn = (c: Context<Street>) => c.req.param('token') ?? ''
const keyIn = (c: Context<Street>) => digestOf(tokenIn(c))
const addressOf = (c: Context<Street>) => `/bijeenkomst/${tokenIn(c)}`
const openedIn = (c: Context<Street>) =>
  /^[\w-]{43}$/.test(tokenIn(c)) ? c.var.asGuest(keyIn(c), (tx) => openedBy(tx, keyIn(c))) : Promise.resolve(undefined)
const gone = (c: Context<Street>) =>
  c.var.page(<SaidPage title={say(c)['answer.gone']} text={say(c)['answer.gone.text']} />, 404)

function closed(c: Context<Street>) {
  c.var.tell(say(c)['said.closed'])
  return c.redirect(addressOf(c), 303)
}

type Back = { said?: Said; adding?: Said }
async function show(c: Context<Street>, opened: Opened, { said, adding }: Back, status: 200 | 422) {
  const { today } = c.var
  const at = addressOf(c)
  if (stateOf(opened.meeting) !== 'asked') {
    const [dates, points] = await c.var.asGuest(
      keyIn(c),
      async (tx) => [await datesIn(tx, opened.meeting), await pointsOf(tx, opened.meeting)] as const,
    )
    return c.var.page(<GuestFixedPage {...{ at, opened, dates, points, today }} now={c.var.now} />)
  }
  const [options, invited, points] = await c.var.asGuest(
    keyIn(c),
    async (tx) =>
      [
        await optionsOf(tx, opened.meeting),
        await inviteesShown(tx, opened.meeting),
        await pointsOf(tx, opened.meeting),
      ] as const,
  )
  return c.var.page(<GuestPage {...{ at, opened, options, invited, points, said, adding, today }} />, status)
}
