import { type Context, Hono } from 'hono'
import type { Said } from '#kit/form/form.ts'
import type { Inside, Street } from '#kit/http/types.ts'
import { dayOf, sayDay } from '#kit/time/day.ts'
import { fill } from '#kit/words/words.ts'
import { isColleague } from '#rooms/people/door.ts'
import { mayTend } from '#rooms/relations/door.ts'
import { digestOf } from '../contacts/rules.ts'
import { lineOf } from '../queries.ts'
import { words } from '../words/words.ts'
import { inviteToTable, type Sat, sitByLink, sitDown, sitOpposite } from './actions.ts'
import { sideForm } from './forms.ts'
import { NoTablePage, TablePage } from './pages/table.tsx'
import { heldLink, invitedTo, lineWithUs, tableOf } from './queries.ts'

const ours = '/netwerk/:id{[0-9a-f-]+}/tafel'
const theirs = '/tafel/:id{[0-9a-f-]+}'
const byLink = '/aan-tafel/:token'

export const inside = new Hono<Inside>()
  .get(ours, (c) => showOurs(c, undefined))

  .post(ours, async (c) => {
    const id = c.req.param('id')
    const body = await c.var.body()
    const form = sideForm.safeParse(body)
    if (!form.success) return showOurs(c, sideForm.sayBack(form.error, body))
    const sat = await c.var.work((tx, me) => sitDown(tx, me, id, form.data, c.var.today))
    return answer(c, sat, { path: `/netwerk/${id}/tafel`, again: () => showOurs(c, named(body)) })
  })

  .post(`${ours}/uitnodiging`, async (c) => {
    const invited = await c.var.work((tx, me) => inviteToTable(tx, me, c.req.param('id'), c.var.today))
    const t = words.in(c.var.language)
    if (invited.ok) c.var.nudge()
    else if (!(await lineToTend(c))) return c.notFound()
    c.var.tell(invited.ok ? fill(t['table.invited'], { name: invited.name }) : t['table.noMail'])
    return c.redirect(`/netwerk/${c.req.param('id')}/tafel`, 303)
  })

  .get(theirs, (c) => showTheirs(c, undefined))

  .post(theirs, async (c) => {
    const id = c.req.param('id')
    const body = await c.var.body()
    const form = sideForm.safeParse(body)
    if (!form.success) return showTheirs(c, sideForm.sayBack(form.error, body))
    const sat = await c.var.work((tx, me) => sitOpposite(tx, me, id, form.data, c.var.today))
    return answer(c, sat, { path: `/tafel/${id}`, again: () => showTheirs(c, named(body)) })
  })

// Looking changes nothing, so that whoever scans mail for danger may open the link; only what is posted does.
export const street = new Hono<Street>()
  .get(byLink, (c) => showByLink(c, undefined))
  .post(byLink, async (c) => {
    const held = await linkIn(c)
    if (!held) return c.var.page(<NoTablePage />, 404)
    const body = await c.var.body()
    const form = sideForm.safeParse(body)
    if (!form.success) return showByLink(c, sideForm.sayBack(form.error, body))
    const sat = await c.var.asGuest(held.tokenDigest, (tx) => sitByLink(tx, held, form.data, c.var.today))
    return answer(c, sat, { path: `/aan-tafel/${c.req.param('token')}`, again: () => showByLink(c, named(body)) })
  })
// Nothing below this address goes on to the porch, which would put it in the address of the sign-in page.
street.all('/aan-tafel/*', (c) => c.var.page(<NoTablePage />, 404))

const named = (values: Said['values']): Said => ({ values, errors: { does: 'error.names' } })

type Way = { path: string; again: () => Response | Promise<Response> }
function answer(c: Context<Inside> | Context<Street>, sat: Sat, { path, again }: Way) {
  if (!sat.ok) return sat.because === 'names' ? again() : c.notFound()
  c.var.tell(words.in(c.var.language)['table.saved'])
  return c.redirect(path, 303)
}

async function lineToTend(c: Context<Inside>) {
  const line = await c.var.work((tx, me) => lineOf(tx, me.organisationId, c.req.param('id') ?? ''))
  return line && mayTend(c.var.me, line) ? line : undefined
}

async function showOurs(c: Context<Inside>, said: Said | undefined) {
  const { me, today, language } = c.var
  if (!isColleague(me)) return c.notFound()
  const id = c.req.param('id') ?? ''
  const { line, columns, sent } = await c.var.work(async (tx) => ({
    line: await lineOf(tx, me.organisationId, id),
    columns: await tableOf(tx, me.organisationId, id),
    sent: await invitedTo(tx, me.organisationId, id),
  }))
  if (!line) return c.notFound()
  const t = words.in(language)
  const tends = mayTend(me, line)
  const invited = sent && fill(t['table.invite.sent'], { name: sent.name, day: sayDay(dayOf(sent.sentAt), language) })
  return c.var.page(
    <TablePage
      school={t['table.we']}
      partner={line.name}
      side="school"
      columns={columns}
      said={said}
      action={tends ? `/netwerk/${id}/tafel` : undefined}
      back={{ href: `/netwerk/${id}/afspraken`, label: fill(t['keeping.title'], { name: line.name }) }}
      today={today}
      invite={tends ? { action: `/netwerk/${id}/tafel/uitnodiging`, sent: invited } : undefined}
    />,
    said ? 422 : 200,
  )
}

async function showTheirs(c: Context<Inside>, said: Said | undefined) {
  const { me, today, language } = c.var
  if (!me.roles.includes('partnercontact')) return c.notFound()
  const id = c.req.param('id') ?? ''
  const found = await c.var.work(async (tx) => {
    const line = await lineWithUs(tx, me.organisationId, id)
    return line && { line, columns: await tableOf(tx, line.schoolId, id) }
  })
  if (!found) return c.notFound()
  const t = words.in(language)
  return c.var.page(
    <TablePage
      school={found.line.school}
      partner={t['table.we']}
      side="partner"
      columns={found.columns}
      said={said}
      action={`/tafel/${id}`}
      back={{ href: '/afspraken', label: t['partner.title'] }}
      today={today}
    />,
    said ? 422 : 200,
  )
}

const linkIn = (c: Context<Street>) => {
  const token = c.req.param('token') ?? ''
  const key = digestOf(token)
  return /^[\w-]{43}$/.test(token) ? c.var.asGuest(key, (tx) => heldLink(tx, key)) : Promise.resolve(undefined)
}

async function showByLink(c: Context<Street>, said: Said | undefined) {
  const held = await linkIn(c)
  if (!held) return c.var.page(<NoTablePage />, 404)
  const columns = await c.var.asGuest(held.tokenDigest, (tx) => tableOf(tx, held.schoolId, held.relationId))
  return c.var.page(
    <TablePage
      school={held.schoolName}
      partner={held.partnerName}
      side="partner"
      columns={columns}
      said={said}
      action={`/aan-tafel/${c.req.param('token')}`}
      back={undefined}
      today={c.var.today}
    />,
    said ? 422 : 200,
  )
}
