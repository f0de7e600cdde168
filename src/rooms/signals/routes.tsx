import { type Context, Hono } from 'hono'
import type { Said } from '#kit/form/form.ts'
import type { Inside } from '#kit/http/types.ts'
import { writeCsv } from '#kit/sheet/write.ts'
import { dayPlus, sayDay } from '#kit/time/day.ts'
import { fill } from '#kit/words/words.ts'
import { isColleague } from '#rooms/people/door.ts'
import { seesAll } from './access.ts'
import { letRest, longestRest, signalAt, wake } from './actions.ts'
import { filterForm, restForm, which } from './forms.ts'
import { RestPage } from './pages/rest.tsx'
import { SignalsPage } from './pages/signals.tsx'
import { allSignals } from './queries.ts'
import { type Filter, grouped, wanted } from './rules.ts'
import { words } from './words/words.ts'

const rest = '/signalen/stilte'
const usualRest = 28

export const inside = new Hono<Inside>()
  .get('/signalen', async (c) => {
    const { me, today } = c.var
    if (!isColleague(me)) return c.notFound()
    const signals = await c.var.work((tx) => allSignals(tx, me, asking(c)))
    const reader = { personId: me.personId, all: seesAll(me) }
    return c.var.page(<SignalsPage {...{ signals, reader, today }} filter={filterOf(c)} />)
  })

  .get('/signalen/lijst.csv', async (c) => {
    if (!isColleague(c.var.me)) return c.notFound()
    const signals = await c.var.work((tx, me) => allSignals(tx, me, asking(c)))
    const t = words.in(c.var.language)
    const head = ['kind', 'title', 'said', 'day', 'who', 'step', 'address', 'rest', 'why'] as const
    const rows = grouped(wanted(signals, filterOf(c))).flatMap((group) =>
      group.signals.map(({ title, said, day, who, step, href, rest: quiet }) => [
        ...[group.name, title, said, day ?? '', who?.name ?? '', step, `${c.var.config.baseUrl}${href}`],
        ...[quiet?.until ?? '', quiet?.why ?? ''],
      ]),
    )
    return c.body(new Uint8Array(writeCsv([head.map((one) => t[`csv.${one}`]), ...rows])), 200, {
      'Content-Type': 'text/csv; charset=utf-8',
      'Content-Disposition': `attachment; filename="signalen-${c.var.today}.csv"`,
    })
  })

  .get(rest, (c) => showRest(c, c.req.query(), restForm.blank({ until: dayPlus(c.var.today, usualRest) }), 200))

  .post(rest, async (c) => {
    if (!isColleague(c.var.me)) return c.notFound()
    const body = await c.var.body()
    const at = which.safeParse(body)
    if (!at.success) return isGone(c)
    const form = restForm.safeParse(body)
    if (!form.success) return showRest(c, at.data, restForm.sayBack(form.error, body), 422)
    const done = await c.var.work((tx, me) => letRest(tx, me, at.data, form.data, asking(c)))
    if (!done.ok && done.because === 'not-found') return isGone(c)
    if (!done.ok) {
      const field = done.because === 'until' ? 'until' : 'why'
      return showRest(c, at.data, { values: body, errors: { [field]: `error.${done.because}` } }, 422)
    }
    const day = sayDay(form.data.until, c.var.language, c.var.today)
    c.var.tell(fill(words.in(c.var.language)['rest.saved'], { day }))
    return c.redirect('/signalen', 303)
  })

  .post(`${rest}/verwijdering`, async (c) => {
    if (!isColleague(c.var.me)) return c.notFound()
    const at = which.safeParse(await c.var.body())
    const done = at.success ? await c.var.work((tx, me) => wake(tx, me, at.data)) : undefined
    if (!done?.ok) return isGone(c)
    c.var.tell(words.in(c.var.language)['rest.woken'])
    return c.redirect('/signalen', 303)
  })

const asking = (c: Context<Inside>) => ({
  ...{ sources: c.var.signals, today: c.var.today, language: c.var.language },
})

/** Somebody saw to it meanwhile, or lets it rest already: all there is now stands on the page. */
function isGone(c: Context<Inside>) {
  c.var.tell(words.in(c.var.language)['rest.gone'])
  return c.redirect('/signalen', 303)
}

/** A wish that is no wish is none. */
function filterOf(c: Context<Inside>): Filter {
  const read = filterForm.safeParse(c.req.query())
  return read.success ? { wie: read.data.wie ?? undefined, niveau: read.data.niveau ?? undefined } : {}
}

async function showRest(c: Context<Inside>, said: Record<string, unknown>, form: Said, status: 200 | 422) {
  const at = which.safeParse(said)
  const signal = at.success && (await c.var.work((tx, me) => signalAt(tx, me, at.data, asking(c))))
  if (!signal) return status === 200 ? c.notFound() : isGone(c)
  return c.var.page(<RestPage signal={signal} said={form} today={c.var.today} longest={longestRest} />, status)
}
