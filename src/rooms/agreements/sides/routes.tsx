import { type Context, Hono } from 'hono'
import type { Said } from '#kit/form/form.ts'
import type { Inside, Street } from '#kit/http/types.ts'
import { dayOf, sayDay } from '#kit/time/day.ts'
import { fill } from '#kit/words/words.ts'
import { schoolYearOf } from '#rooms/days/door.ts'
import { isColleague } from '#rooms/people/door.ts'
import { mayTend } from '#rooms/relations/door.ts'
import { type Weighed, weigh, weighByLink, weighOpposite } from '../balance/actions.ts'
import { balanceForm } from '../balance/forms.ts'
import { balancesOf } from '../balance/queries.ts'
import { shownTo } from '../balance/rules.ts'
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

  .post(`${ours}/evenwicht`, async (c) => {
    const id = c.req.param('id')
    const body = await c.var.body()
    const form = balanceForm.safeParse(body)
    if (!form.success) return showOurs(c, undefined, balanceForm.sayBack(form.error, body))
    const weighed = await c.var.work((tx, me) => weigh(tx, me, id, form.data, c.var.today))
    const again = () => showOurs(c, undefined, namedIn('line', body))
    return answerWeighing(c, weighed, { path: `/netwerk/${id}/tafel`, again })
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

  .post(`${theirs}/evenwicht`, async (c) => {
    const id = c.req.param('id')
    const body = await c.var.body()
    const form = balanceForm.safeParse(body)
    if (!form.success) return showTheirs(c, undefined, balanceForm.sayBack(form.error, body))
    const weighed = await c.var.work((tx, me) => weighOpposite(tx, me, id, form.data, c.var.today))
    const again = () => showTheirs(c, undefined, namedIn('line', body))
    return answerWeighing(c, weighed, { path: `/tafel/${id}`, again })
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
  .post(`${byLink}/evenwicht`, async (c) => {
    const held = await linkIn(c)
    if (!held) return c.var.page(<NoTablePage />, 404)
    const body = await c.var.body()
    const form = balanceForm.safeParse(body)
    if (!form.success) return showByLink(c, undefined, balanceForm.sayBack(form.error, body))
    const weighed = await c.var.asGuest(held.tokenDigest, (tx) => weighByLink(tx, held, form.data, c.var.today))
    const again = () => showByLink(c, undefined, namedIn('line', body))
    return answerWeighing(c, weighed, { path: `/aan-tafel/${c.req.param('token')}`, again })
  })
// Nothing below this address goes on to the porch, which would put it in the address of the sign-in page.
street.all('/aan-tafel/*', (c) => c.var.page(<NoTablePage />, 404))

const namedIn = (field: string, values: Said['values']): Said => ({ values, errors: { [field]: 'error.names' } })
const named = (values: Said['values']) => namedIn('does', values)

type Way = { path: string; again: () => Response | Promise<Response> }
function answer(c: Context<Inside> | Context<Street>, sat: Sat, { path, again }: Way) {
  if (!sat.ok) return sat.because === 'names' ? again() : c.notFound()
  c.var.tell(words.in(c.var.language)['table.saved'])
  return c.redirect(path, 303)
}

/** Once both have said it, it stands: then the page shows the two. */
function answerWeighing(c: Context<Inside> | Context<Street>, weighed: Weighed, { path, again }: Way) {
  if (!weighed.ok && weighed.because !== 'stands') return weighed.because === 'names' ? again() : c.notFound()
  c.var.tell(words.in(c.var.language)[weighed.ok ? 'weigh.saved' : 'weigh.stands'])
  return c.redirect(`${path}#evenwicht`, 303)
}

async function lineToTend(c: Context<Inside>) {
  const line = await c.var.work((tx, me) => lineOf(tx, me.organisationId, c.req.param('id') ?? ''))
  return line && mayTend(c.var.me, line) ? line : undefined
}

async function showOurs(c: Context<Inside>, said: Said | undefined, weighing?: Said) {
  const { me, today, language } = c.var
  if (!isColleague(me)) return c.notFound()
  const id = c.req.param('id') ?? ''
  const { line, columns, weighed, sent } = await c.var.work(async (tx) => ({
    line: await lineOf(tx, me.organisationId, id),
    columns: await tableOf(tx, me.organisationId, id),
    weighed: await balancesOf(tx, me.organisationId, id),
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
      balance={shownTo('school', weighed, schoolYearOf(today))}
      weighing={weighing}
      action={tends ? `/netwerk/${id}/tafel` : undefined}
      back={{ href: `/netwerk/${id}/afspraken`, label: fill(t['keeping.title'], { name: line.name }) }}
      today={today}
      invite={tends ? { action: `/netwerk/${id}/tafel/uitnodiging`, sent: invited } : undefined}
    />,
    said || weighing ? 422 : 200,
  )
}

async function showTheirs(c: Context<Inside>, said: Said | undefined, weighing?: Said) {
  const { me, today, language } = c.var
  if (!me.roles.includes('partnercontact')) return c.notFound()
  const id = c.req.param('id') ?? ''
  const found = await c.var.work(async (tx) => {
    const line = await lineWithUs(tx, me.organisationId, id)
    if (!line) return undefined
    const [columns, weighed] = [await tableOf(tx, line.schoolId, id), await balancesOf(tx, line.schoolId, id)]
    return { line, columns, weighed }
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
      balance={shownTo('partner', found.weighed, schoolYearOf(today))}
      weighing={weighing}
      action={`/tafel/${id}`}
      back={{ href: '/afspraken', label: t['partner.title'] }}
      today={today}
    />,
    said || weighing ? 422 : 200,
  )
}

const linkIn = (c: Context<Street>) => {
  const token = c.req.param('token') ?? ''
  const key = digestOf(token)
  return /^[\w-]{43}$/.test(token) ? c.var.asGuest(key, (tx) => heldLink(tx, key)) : Promise.resolve(undefined)
}

async function showByLink(c: Context<Street>, said: Said | undefined, weighing?: Said) {
  const held = await linkIn(c)
  if (!held) return c.var.page(<NoTablePage />, 404)
  const [columns, weighed] = await c.var.asGuest(
    held.tokenDigest,
    async (tx) =>
      [
        await tableOf(tx, held.schoolId, held.relationId),
        await balancesOf(tx, held.schoolId, held.relationId),
      ] as const,
  )
  return c.var.page(
    <TablePage
      school={held.schoolName}
      partner={held.partnerName}
      side="partner"
      columns={columns}
      said={said}
      balance={shownTo('partner', weighed, schoolYearOf(c.var.today))}
      weighing={weighing}
      action={`/aan-tafel/${c.req.param('token')}`}
      back={undefined}
      today={c.var.today}
    />,
    said || weighing ? 422 : 200,
  )
}
