import { type Context, Hono } from 'hono'
import type { Said } from '#kit/form/form.ts'
import type { Inside } from '#kit/http/types.ts'
import { fill } from '#kit/words/words.ts'
import { isColleague } from '#rooms/people/door.ts'
import { mayTend } from '#rooms/relations/door.ts'
import { declineStep, sleepNow } from './actions.ts'
import { declineForm, sleepForm } from './forms.ts'
import { StepLetterPage, StepPage } from './pages/step.tsx'
import { type StepShown, signedFor, stepsOf } from './queries.ts'
import { stateOfStep } from './rules.ts'
import { words } from './words/words.ts'

const one = '/netwerk/:id{[0-9a-f-]{36}}/vervolg'
const say = (c: Context<Inside>) => words.in(c.var.language)

/** What was decided about a line: one click does it, or a reason says why not. */
export const inside = new Hono<Inside>()
  .get(one, (c) => show(c, undefined))

  .post(`${one}/slaap`, async (c) => {
    const found = await lastStep(c)
    if (!found) return c.notFound()
    if (!waits(c, found)) return already(c, found)
    const body = await c.var.body()
    const form = sleepForm.safeParse(body)
    if (!form.success) return show(c, sleepForm.sayBack(form.error, body))
    const at = { relationId: found.line.id, today: c.var.today }
    const done = await c.var.work((tx, me) => sleepNow(tx, me, at, form.data.until))
    if (!done.ok) return c.notFound()
    c.var.tell(fill(say(c)['done.sleeps'], { name: found.line.name }))
    return c.redirect(`/netwerk/${found.line.id}/vervolg`, 303)
  })

  .post(`${one}/afwijzing`, async (c) => {
    const found = await lastStep(c)
    if (!found) return c.notFound()
    if (!waits(c, found)) return already(c, found)
    const body = await c.var.body()
    const form = declineForm.safeParse(body)
    if (!form.success) return show(c, declineForm.sayBack(form.error, body))
    const at = { relationId: found.line.id, today: c.var.today }
    const done = await c.var.work((tx, me) => declineStep(tx, me, at, form.data.reason))
    if (!done.ok && done.because === 'names') return show(c, { values: body, errors: { reason: 'error.names' } })
    if (!done.ok) return c.notFound()
    c.var.tell(say(c)['done.declined'])
    return c.redirect(`/netwerk/${found.line.id}/vervolg`, 303)
  })

  .get(`${one}/brief`, async (c) => {
    const found = await lastStep(c)
    const { today } = c.var
    const signed = found && (await c.var.work((tx, me) => signedFor(tx, me.organisationId, found.line.id, today)))
    return found && signed ? c.var.page(<StepLetterPage {...{ found, signed, today }} />) : c.notFound()
  })

const stepsIn = (c: Context<Inside>) =>
  isColleague(c.var.me)
    ? c.var.work((tx, me) => stepsOf(tx, me.organisationId, c.req.param('id') ?? ''))
    : Promise.resolve([])

/** The last decision about this line, for who may tend it. */
async function lastStep(c: Context<Inside>) {
  const [last] = await stepsIn(c)
  return last && mayTend(c.var.me, last.line) ? last : undefined
}

const waits = (c: Context<Inside>, { step, line }: StepShown) => stateOfStep(step, line, c.var.today) === 'waits'
/** Somebody else was first, or she herself in another window. */
function already(c: Context<Inside>, { line }: StepShown) {
  c.var.tell(say(c)['done.already'])
  return c.redirect(`/netwerk/${line.id}/vervolg`, 303)
}

async function show(c: Context<Inside>, said: Said | undefined) {
  const steps = await stepsIn(c)
  const [last] = steps
  if (!last) return c.notFound()
  const { today, me } = c.var
  return c.var.page(<StepPage {...{ steps, said, today }} tends={mayTend(me, last.line)} />, said ? 422 : 200)
}
