import { type Context, Hono } from 'hono'
import type { Said } from '#kit/form/form.ts'
import type { Inside } from '#kit/http/types.ts'
import { isColleague, spacesOf } from '#rooms/people/door.ts'
import { words } from '../words/words.ts'
import { type Made, makeFeed, removeFeed, renewFeed } from './actions.ts'
import { feedForm } from './forms.ts'
import { AddressPage, FeedsPage } from './pages/feeds.tsx'
import { feedsOf } from './queries.ts'

const one = '/agenda/abonnementen/:id{[0-9a-f-]+}'

export const inside = new Hono<Inside>()
  .get('/agenda/abonnementen', (c) => (isColleague(c.var.me) ? show(c, feedForm.blank(), 200) : c.notFound()))

  .post('/agenda/abonnementen', async (c) => {
    if (!isColleague(c.var.me)) return c.notFound()
    const body = await c.var.body()
    const form = feedForm.safeParse(body)
    if (!form.success) return show(c, feedForm.sayBack(form.error, body), 422)
    const made = await c.var.work((tx, me) => makeFeed(tx, me, form.data.what))
    if (made.ok) return tell(c, made)
    const error = made.because === 'too-many' ? 'error.feeds' : 'error.feed'
    return show(c, { values: body, errors: { what: error } }, 422)
  })

  .post(`${one}/vernieuwing`, async (c) => {
    const renewed = await c.var.work((tx, me) => renewFeed(tx, me, c.req.param('id')))
    return renewed.ok ? tell(c, renewed) : c.notFound()
  })

  .post(`${one}/verwijdering`, async (c) => {
    const { ok } = await c.var.work((tx, me) => removeFeed(tx, me, c.req.param('id')))
    if (!ok) return c.notFound()
    c.var.tell(words.in(c.var.language)['feeds.removed'])
    return c.redirect('/agenda/abonnementen', 303)
  })

const tell = (c: Context<Inside>, { secret }: Extract<Made, { ok: true }>) =>
  c.var.page(<AddressPage address={`${c.var.config.baseUrl}/agenda/feed/${secret}.ics`} />)

async function show(c: Context<Inside>, said: Said, status: 200 | 422) {
  const [found, spaces] = await c.var.work(
    async (tx, me) => [await feedsOf(tx, me), await spacesOf(tx, me.organisationId)] as const,
  )
  return c.var.page(<FeedsPage feeds={found} spaces={spaces} said={said} today={c.var.today} />, status)
}
