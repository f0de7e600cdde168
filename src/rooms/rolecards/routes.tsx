import { type Context, Hono } from 'hono'
import type { Said } from '#kit/form/form.ts'
import type { Inside } from '#kit/http/types.ts'
import { colleaguesOf, isColleague } from '#rooms/people/door.ts'
import { roles } from '#rooms/trade/door.ts'
import { mayWriteCards } from './access.ts'
import { writeCard } from './actions.ts'
import { cardForm } from './forms.ts'
import { RolesPage } from './pages/all.tsx'
import { RoleFormPage, RolePage } from './pages/card.tsx'
import { cardsOf } from './queries.ts'
import { holdersOf, isOnCard, rightsOf, saidOf } from './rules.ts'
import { words } from './words/words.ts'

const one = '/rollen/:role{[a-z_]+}'
const roleIn = (c: Context<Inside>) => c.req.param('role') ?? ''

export const inside = new Hono<Inside>()
  .get('/rollen', async (c) => {
    if (!isColleague(c.var.me)) return c.notFound()
    const { school, staff } = await schoolOf(c)
    const rows = roles
      .filter(({ id }) => isOnCard(id))
      .map(({ id: role }) => ({ role, holders: holdersOf(staff, role, c.var.today) }))
    return c.var.page(<RolesPage school={school} roles={rows} />)
  })

  .get(one, async (c) => {
    const role = roleIn(c)
    if (!isColleague(c.var.me)) return c.notFound()
    const { school, own, staff } = await schoolOf(c)
    const told = saidOf(role, own.get(role), c.var.language)
    if (!told) return c.notFound()
    const holders = holdersOf(staff, role, c.var.today)
    return c.var.page(
      <RolePage {...{ school, role, told, holders }} rights={rightsOf(role)} mayWrite={mayWriteCards(c.var.me)} />,
    )
  })

  .get(`${one}/wijziging`, async (c) => {
    if (!mayWriteCards(c.var.me)) return c.notFound()
    const { own } = await c.var.work((tx, me) => cardsOf(tx, me.organisationId))
    const { task, decides, consulted } = own.get(roleIn(c)) ?? { task: null, decides: null, consulted: null }
    return form(c, cardForm.blank({ task: task ?? '', decides: decides ?? '', consulted: consulted ?? '' }))
  })

  .post(`${one}/wijziging`, async (c) => {
    const role = roleIn(c)
    const body = await c.var.body()
    const said = cardForm.safeParse(body)
    if (!said.success) return form(c, cardForm.sayBack(said.error, body))
    const done = await c.var.work((tx, me) => writeCard(tx, me, role, said.data))
    if (!done.ok)
      return done.because === 'names'
        ? form(c, { values: body, errors: { [done.field]: 'error.names' } })
        : c.notFound()
    c.var.tell(words.in(c.var.language).saved)
    return c.redirect(`/rollen/${role}`, 303)
  })

const schoolOf = (c: Context<Inside>) =>
  c.var.work(async (tx, { organisationId }) => ({
    ...(await cardsOf(tx, organisationId)),
    staff: await colleaguesOf(tx, organisationId, c.var.today),
  }))

function form(c: Context<Inside>, said: Said) {
  const usual = saidOf(roleIn(c), undefined, c.var.language)
  if (!usual || !mayWriteCards(c.var.me)) return c.notFound()
  const status = Object.keys(said.errors).length ? 422 : 200
  return c.var.page(<RoleFormPage role={roleIn(c)} usual={usual} said={said} />, status)
}
