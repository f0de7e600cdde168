import { type Context, Hono } from 'hono'
import type { Said } from '#kit/form/form.ts'
import type { Inside } from '#kit/http/types.ts'
import { fill } from '#kit/words/words.ts'
import { isColleague } from '#rooms/people/door.ts'
import { mayTendNetwork } from '#rooms/relations/door.ts'
import { closeRound, type Done, decide, openRound } from './actions.ts'
import { decisionForm } from './forms.ts'
import { ClosePage } from './pages/close.tsx'
import { LettersPage } from './pages/letters.tsx'
import { LinePage } from './pages/line.tsx'
import { RoundPage } from './pages/round.tsx'
import { decidedAbout, lastRound, lettersOf, linesOfRound, preparedFor } from './queries.ts'
import { nextAfter } from './rules.ts'
import { words } from './words/words.ts'

const one = '/jaarronde/:id{[0-9a-f-]{36}}'
const say = (c: Context<Inside>) => words.in(c.var.language)

export const inside = new Hono<Inside>()
  .get('/jaarronde', async (c) => {
    const { me, today } = c.var
    if (!isColleague(me)) return c.notFound()
    const { round, lines } = await roundNow(c)
    return c.var.page(<RoundPage round={round} lines={lines} today={today} mayDecide={mayTendNetwork(me)} />)
  })

  .post('/jaarronde', async (c) => {
    const opened = await c.var.work((tx, me) => openRound(tx, me, c.var.today))
    if (!opened.ok) return c.notFound()
    const { lines } = await roundNow(c)
    const first = lines.find(({ decision }) => decision === null)
    return c.redirect(first ? `/jaarronde/${first.id}` : '/jaarronde', 303)
  })

  .get('/jaarronde/afsluiting', async (c) => {
    if (!mayTendNetwork(c.var.me)) return c.notFound()
    const { round, lines } = await roundNow(c)
    const open = lines.filter(({ decision }) => decision === null)
    if (!round || round.closedOn !== null || !open.length) return c.redirect('/jaarronde', 303)
    return c.var.page(<ClosePage open={open} all={lines.length} />)
  })

  .post('/jaarronde/afsluiting', async (c) => {
    const closed = await c.var.work((tx, me) => closeRound(tx, me, c.var.today))
    if (!closed.ok) return c.notFound()
    c.var.tell(say(c)['round.closed.said'])
    return c.redirect('/jaarronde', 303)
  })

  .get('/jaarronde/brieven', (c) => showLetters(c))

  .get(one, (c) => showLine(c, undefined))

  .get(`${one}/brief`, (c) => showLetters(c, c.req.param('id')))

  .post(`${one}/besluit`, async (c) => {
    const id = c.req.param('id')
    const body = await c.var.body()
    const form = decisionForm.safeParse(body)
    if (!form.success) return showLine(c, decisionForm.sayBack(form.error, body))
    const done = await c.var.work((tx, me) => decide(tx, me, id, { ...form.data, today: c.var.today }))
    if (!done.ok) return refused(c, done, body)
    const { lines } = await roundNow(c)
    const spoken = lines.find((line) => line.id === id)
    c.var.tell(
      fill(say(c)['line.said'], { name: spoken?.name ?? '', decision: say(c)[`decision.${form.data.decision}`] }),
    )
    const next = nextAfter(lines, id)
    return c.redirect(next ? `/jaarronde/${next.id}` : '/jaarronde', 303)
  })

/** The round that goes on, or the last one, with every line of it. */
const roundNow = (c: Context<Inside>) =>
  c.var.work(async (tx, me) => {
    const round = await lastRound(tx, me.organisationId)
    return { round, lines: round ? await linesOfRound(tx, me.organisationId, round.id, c.var.today) : [] }
  })

function refused(c: Context<Inside>, { because }: Extract<Done, { ok: false }>, values: Said['values']) {
  if (because === 'not-found' || because === 'not-yours') return c.notFound()
  const field = because === 'tell' ? 'tell' : 'reason'
  return showLine(c, { values, errors: { [field]: because === 'reason' ? 'error.reason' : 'error.names' } })
}

async function showLine(c: Context<Inside>, said: Said | undefined) {
  const { me, today } = c.var
  if (!isColleague(me)) return c.notFound()
  const id = c.req.param('id') ?? ''
  const found = await c.var.work(async (tx) => {
    const line = await preparedFor(tx, me.organisationId, id)
    const round = line && (await lastRound(tx, me.organisationId))
    return (
      line &&
      round && {
        ...{ line, round },
        decided: await decidedAbout(tx, me.organisationId, id),
        lines: await linesOfRound(tx, me.organisationId, round.id, today),
      }
    )
  })
  if (!found) return c.notFound()
  const mayDecide = mayTendNetwork(me) && found.round.closedOn === null
  return c.var.page(<LinePage {...found} said={said} mayDecide={mayDecide} today={today} />, said ? 422 : 200)
}

async function showLetters(c: Context<Inside>, relationId?: string) {
  if (!mayTendNetwork(c.var.me)) return c.notFound()
  const letters = await c.var.work(async (tx, me) => {
    const round = await lastRound(tx, me.organisationId)
    return round ? lettersOf(tx, me.organisationId, round.id, c.var.today, relationId) : []
  })
  if (!letters.length) return relationId ? c.notFound() : c.redirect('/jaarronde', 303)
  return c.var.page(<LettersPage letters={letters} today={c.var.today} />)
}
