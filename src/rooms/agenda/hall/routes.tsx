import { type Context, Hono } from 'hono'
import type { Said } from '#kit/form/form.ts'
import type { Inside, Street } from '#kit/http/types.ts'
import { digestOfFeed } from '../feeds/rules.ts'
import { findLine } from '../queries.ts'
import { leavesBeforeComing, weekAround } from '../rules.ts'
import { words } from '../words/words.ts'
import { mayArrangeHall } from './access.ts'
import { addHour, agreeHall, endScreen, makeScreen, removeHour, withdrawHall } from './actions.ts'
import { agreedForm, hourForm } from './forms.ts'
import { HallPage, ScreenAddressPage } from './pages/hall.tsx'
import { ScreenPage } from './pages/screen.tsx'
import { arrangementOf, screenOf } from './queries.ts'

/** For the screen itself: nobody is signed in there, its address is all it has. */
export const street = new Hono<Street>().get('/agenda/hal/:secret', async (c) => {
  const days = weekAround(c.var.today)
  const digest = digestOfFeed(c.req.param('secret'))
  const span = { from: days[0]!.day, until: days.at(-1)!.day }
  const screen = await c.var.asGuest(digest, (tx) => screenOf(tx, digest, span))
  if (!screen) return c.notFound()
  c.header('Cache-Control', 'private, no-store')
  c.header('X-Robots-Tag', 'noindex')
  return c.var.alone(<ScreenPage screen={screen} days={days} today={c.var.today} />)
})
// Nothing below this address goes on to the porch, which would put it in the address of the sign-in page.
street.all('/agenda/hal/*', (c) => c.notFound())

const partner = '/agenda/scherm/partners/:id{[0-9a-f-]+}'
const hour = '/agenda/scherm/uren/:id{[0-9a-f-]+}'

export const inside = new Hono<Inside>()
  .get('/agenda/scherm', (c) => (mayArrangeHall(c.var.me) ? show(c, { values: {}, errors: {} }, 200) : c.notFound()))

  .post('/agenda/scherm', async (c) => {
    const made = await c.var.work((tx, me) => makeScreen(tx, me, c.var.now))
    if (!made.ok) return c.notFound()
    return c.var.page(<ScreenAddressPage address={`${c.var.config.baseUrl}/agenda/hal/${made.secret}`} />)
  })

  .post('/agenda/scherm/einde', async (c) => {
    const ended = await c.var.work((tx, me) => endScreen(tx, me))
    return ended.ok ? told(c, 'hall.ended') : c.notFound()
  })

  .post('/agenda/scherm/uren', async (c) => {
    if (!mayArrangeHall(c.var.me)) return c.notFound()
    const body = await c.var.body()
    const form = hourForm.safeParse(body)
    if (!form.success) return show(c, hourForm.sayBack(form.error, body), 422)
    if (leavesBeforeComing(form.data)) return show(c, { values: body, errors: { until: 'error.timeOrder' } }, 422)
    await c.var.work((tx, me) => addHour(tx, me, form.data))
    return told(c, 'presence.saved')
  })

  .post(`${hour}/verwijdering`, async (c) => {
    const gone = await c.var.work((tx, me) => removeHour(tx, me, c.req.param('id')))
    return gone.ok ? told(c, 'presence.removed') : c.notFound()
  })

  .post(`${partner}/toestemming`, async (c) => {
    const line = await c.var.work((tx) => findLine(tx, c.req.param('id')))
    if (!mayArrangeHall(c.var.me) || line?.schoolId !== c.var.me.organisationId) return c.notFound()
    const body = await c.var.body()
    const form = agreedForm.safeParse(body)
    if (!form.success) return show(c, { values: {}, errors: { partners: 'hall.error.name' } }, 422)
    const agreed = await c.var.work((tx, me) => agreeHall(tx, me, c.req.param('id'), form.data.name))
    return agreed.ok ? told(c, 'hall.agreed') : c.notFound()
  })

  .post(`${partner}/intrekking`, async (c) => {
    const gone = await c.var.work((tx, me) => withdrawHall(tx, me, c.req.param('id')))
    return gone.ok ? told(c, 'hall.withdrawn') : c.notFound()
  })

type Word = 'hall.ended' | 'hall.agreed' | 'hall.withdrawn' | 'presence.saved' | 'presence.removed'
function told(c: Context<Inside>, word: Word) {
  c.var.tell(words.in(c.var.language)[word])
  return c.redirect('/agenda/scherm', 303)
}

async function show(c: Context<Inside>, said: Said, status: 200 | 422) {
  const hall = await c.var.work((tx, me) => arrangementOf(tx, me.organisationId, c.var.today))
  return c.var.page(<HallPage hall={hall} said={said} today={c.var.today} />, status)
}
