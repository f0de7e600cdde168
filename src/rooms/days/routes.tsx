import { type Context, Hono } from 'hono'
import type { Said } from '#kit/form/form.ts'
import type { Happening } from '#kit/http/happenings.ts'
import type { Inside } from '#kit/http/types.ts'
import { isColleague } from '#rooms/people/door.ts'
import { mayPlan } from './access.ts'
import { addDay, removeDay, sayRegion } from './actions.ts'
import { holidays } from './content/holidays.ts'
import { dayForm, isTooLong, regionForm } from './forms.ts'
import { YearPage } from './pages/year.tsx'
import { yearOf } from './queries.ts'
import { busyWeeks, linesOfYear, schoolYearOf, spanOf, withOthers } from './rules.ts'
import { words } from './words/words.ts'

const one = '/jaarplan/:id{[0-9a-f-]+}'

export const inside = new Hono<Inside>()
  .get('/jaarplan', (c) => (isColleague(c.var.me) ? show(c, dayForm.blank(), 200) : c.notFound()))

  .post('/jaarplan', async (c) => {
    if (!mayPlanHere(c)) return c.notFound()
    const body = await c.var.body()
    const form = dayForm.safeParse(body)
    if (!form.success) return show(c, dayForm.sayBack(form.error, body), 422)
    const { from, until } = { ...form.data, until: form.data.until ?? form.data.from }
    if (until < from) return show(c, { values: body, errors: { until: 'error.order' } }, 422)
    if (isTooLong({ from, until })) return show(c, { values: body, errors: { until: 'error.span' } }, 422)
    await c.var.work((tx, me) => addDay(tx, me, form.data))
    return told(c, 'add.done', schoolYearOf(from))
  })

  .post('/jaarplan/vakantieregio', async (c) => {
    if (!mayPlanHere(c)) return c.notFound()
    const body = await c.var.body()
    const form = regionForm.safeParse(body)
    if (!form.success) return show(c, regionForm.sayBack(form.error, body), 422)
    await c.var.work((tx, me) => sayRegion(tx, me, form.data.region))
    return told(c, 'region.done')
  })

  .post(`${one}/verwijdering`, async (c) => {
    const gone = await c.var.work((tx, me) => removeDay(tx, me, c.req.param('id')))
    return gone.ok ? told(c, 'remove.done') : c.notFound()
  })

const mayPlanHere = (c: Context<Inside>) => isColleague(c.var.me) && mayPlan(c.var.me)

function told(c: Context<Inside>, word: 'add.done' | 'remove.done' | 'region.done', year?: number) {
  c.var.tell(words.in(c.var.language)[word])
  return c.redirect(year ? `/jaarplan?jaar=${year}` : '/jaarplan', 303)
}

async function show(c: Context<Inside>, said: Said, status: 200 | 422) {
  const { today } = c.var
  const current = schoolYearOf(today)
  const asked = Number(c.req.query('jaar'))
  // The list of holidays goes as far as 2030; further back or on there is nothing to see.
  const year = Number.isInteger(asked) && asked >= 2020 && asked <= 2040 ? asked : current
  const span = spanOf(year)
  const found = await c.var.work(async (tx, { organisationId }) => {
    const { region, kept } = await yearOf(tx, organisationId, span)
    const others: Happening[] = []
    for (const happening of c.var.happenings) others.push(...(await happening(tx, { organisationId, ...span })))
    return { region, kept: withOthers(kept, others) }
  })
  return c.var.page(
    <YearPage
      year={year}
      current={current}
      region={found.region}
      lines={linesOfYear(holidays, found, span)}
      busy={busyWeeks(found.kept, span)}
      mayPlan={mayPlanHere(c)}
      said={said}
      today={today}
    />,
    status,
  )
}
