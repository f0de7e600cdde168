import { type Context, Hono } from 'hono'
import type { Body, Said } from '#kit/form/form.ts'
import type { Inside } from '#kit/http/types.ts'
import { fill } from '#kit/words/words.ts'
import { colleaguesOf } from '#rooms/people/door.ts'
import { mayDirect } from '../access.ts'
import type { Done } from '../actions.ts'
import { momentIn } from '../rules.ts'
import { words } from '../words/words.ts'
import { addTask, changeTask, removeTask, tickTask } from './actions.ts'
import { taskForm } from './forms.ts'
import { TaskPage } from './pages/task.tsx'
import { findTask } from './queries.ts'

const book = '/draaiboeken/:id{[0-9a-f-]{36}}'
const task = `${book}/taken/:task{[0-9a-f-]{36}}`
const taskIn = (c: Context<Inside>) => c.req.param('task') ?? ''
type Show = (c: Context<Inside>, said: Said) => Response | Promise<Response>

/** What is done with tasks; the playbook they stand in is shown by its own pages. */
export const tasksOn = (showPlaybook: Show) =>
  new Hono<Inside>()
    .post(`${book}/taken`, async (c) => {
      const body = await c.var.body()
      const form = taskForm.safeParse(withMoment(body))
      if (!form.success) return showPlaybook(c, taskForm.sayBack(form.error, body))
      const done = await c.var.work((tx, me) => addTask(tx, me, c.req.param('id'), form.data, c.var.today))
      const wrong = errorsOf(done)
      return wrong
        ? showPlaybook(c, { values: body, errors: wrong })
        : saved(c, done, 'add.done', `?erbij=${form.data.offset}#what`)
    })

    .get(`${task}/wijziging`, async (c) => {
      const found = await c.var.work((tx, me) => findTask(tx, me.organisationId, taskIn(c)))
      if (!found) return c.notFound()
      const { what, offset, doerId } = found
      return showTask(c, taskForm.blank({ what, offset: String(offset), doerId: doerId ?? '' }))
    })

    .post(`${task}/wijziging`, async (c) => {
      const body = await c.var.body()
      const form = taskForm.safeParse(body)
      if (!form.success) return showTask(c, taskForm.sayBack(form.error, body))
      const done = await c.var.work((tx, me) => changeTask(tx, me, taskIn(c), form.data, c.var.today))
      const wrong = errorsOf(done)
      return wrong ? showTask(c, { values: body, errors: wrong }) : saved(c, done, 'edit.done')
    })

    .post(`${task}/verwijdering`, async (c) =>
      saved(c, await c.var.work((tx, me) => removeTask(tx, me, taskIn(c))), 'edit.removed'),
    )

    .post(`${task}/afvinking`, async (c) =>
      saved(c, await c.var.work((tx, me) => tickTask(tx, me, taskIn(c), c.var.today)), 'ticked'),
    )

    .post(`${task}/heropening`, async (c) =>
      saved(c, await c.var.work((tx, me) => tickTask(tx, me, taskIn(c), null)), 'reopened'),
    )

/** What stands in the line goes before what was chosen beside it. */
function withMoment(body: Body): Body {
  const { what, offset } = momentIn(String([body['what'] ?? ''].flat()[0]))
  return { ...body, what, ...(offset !== undefined && { offset: String(offset) }) }
}

function errorsOf(done: Done): Record<string, string> | undefined {
  if (done.ok || done.because === 'not-found') return undefined
  return done.because === 'names' ? { what: 'error.names' } : { doerId: 'error.person' }
}

type Told = 'add.done' | 'edit.done' | 'edit.removed' | 'ticked' | 'reopened'
function saved(c: Context<Inside>, done: Done, told: Told, to = '') {
  if (!done.ok) return c.notFound()
  c.var.tell(fill(words.in(c.var.language)[told], { name: done.name }))
  return c.redirect(`/draaiboeken/${done.id}${to}`, 303)
}

async function showTask(c: Context<Inside>, said: Said) {
  const { me, today } = c.var
  const found = await c.var.work((tx) => findTask(tx, me.organisationId, taskIn(c)))
  if (!found || found.playbookId !== c.req.param('id') || !mayDirect(me, found)) return c.notFound()
  const staff = await c.var.work((tx) => colleaguesOf(tx, me.organisationId, today))
  return c.var.page(<TaskPage task={found} staff={staff} said={said} />, Object.keys(said.errors).length ? 422 : 200)
}
