import { type Context, Hono } from 'hono'
import type { Said } from '#kit/form/form.ts'
import type { Inside } from '#kit/http/types.ts'
import { isColleague } from '#rooms/people/door.ts'
import { lineOf } from '../queries.ts'
import { words } from '../words/words.ts'
import { makeCopyAddress, type NotSo, noteContact, removeContact, setNextMoment } from './actions.ts'
import { asNoted, contactForm } from './forms.ts'
import { ContactFormPage } from './pages/with.tsx'

const line = '/netwerk/:id{[0-9a-f-]+}'
const say = (c: Context<Inside>) => words.in(c.var.language)

export const inside = new Hono<Inside>()
  .post(`${line}/contact`, async (c) => {
    const id = c.req.param('id')
    const body = asNoted(await c.var.body())
    const form = contactForm.safeParse(body)
    if (!form.success) return showForm(c, contactForm.sayBack(form.error, body))
    const noted = await c.var.work((tx, me) => noteContact(tx, me, id, { ...form.data, today: c.var.today }))
    if (!noted.ok) {
      const field = fieldOf[noted.because]
      return field ? showForm(c, { values: body, errors: { [field]: `error.${noted.because}` } }) : c.notFound()
    }
    c.var.tell(say(c)['contact.saved'], {
      action: `/netwerk/${id}/contact/${noted.id}/verwijdering`,
      label: say(c)['contact.remove'],
    })
    // From the card one comes back to the card; what was it is asked beside the agreements only.
    return c.redirect(body['kind'] === undefined ? `/netwerk/${id}` : `/netwerk/${id}/afspraken`, 303)
  })

  .post(`${line}/contact/:moment{[0-9a-f-]+}/verwijdering`, async (c) => {
    const gone = await c.var.work((tx, me) => removeContact(tx, me, c.req.param('moment')))
    if (!gone.ok) return c.notFound()
    c.var.tell(say(c)['contact.removed'])
    return c.redirect(`/netwerk/${gone.id}/afspraken`, 303)
  })

  .post(`${line}/contact/:moment{[0-9a-f-]+}/volgend-moment`, async (c) => {
    const set = await c.var.work((tx, me) => setNextMoment(tx, me, c.req.param('moment')))
    if (!set.ok) return c.notFound()
    c.var.tell(say(c)['contact.next.set'])
    return c.redirect(`/netwerk/${set.id}/afspraken`, 303)
  })

  .post(`${line}/kopie-adres`, async (c) => {
    if (!c.var.config.mailIn) return c.notFound()
    const made = await c.var.work((tx, me) => makeCopyAddress(tx, me, c.req.param('id'), c.var.today))
    if (!made.ok) return c.notFound()
    c.var.tell(say(c)['copy.made'])
    return c.redirect(`/netwerk/${made.id}/omgang`, 303)
  })

const fieldOf: Partial<Record<NotSo, string>> = {
  ...{ names: 'line', line: 'line', lines: 'line', future: 'day', nextOn: 'nextOn' },
}

async function showForm(c: Context<Inside>, said: Said) {
  const partner = isColleague(c.var.me)
    ? await c.var.work((tx, me) => lineOf(tx, me.organisationId, c.req.param('id') ?? ''))
    : undefined
  return partner ? c.var.page(<ContactFormPage partner={partner} said={said} today={c.var.today} />, 422) : c.notFound()
}
