import { type Context, Hono } from 'hono'
import { atOnce } from '#kit/db/database.ts'
import type { Said } from '#kit/form/form.ts'
import type { Inside } from '#kit/http/types.ts'
import { fill } from '#kit/words/words.ts'
import { colleaguesOf, isColleague } from '#rooms/people/door.ts'
import { mayTendNetwork } from '#rooms/relations/door.ts'
import { mayDirect } from './access.ts'
import {
  beginPlaybook,
  changePlaybook,
  copyPlaybook,
  type Done,
  invitePartner,
  leaveOutPartner,
  removePlaybook,
} from './actions.ts'
import { draftFrom } from './content/templates.ts'
import type { Draft } from './copies/rules.ts'
import { type BeginSaid, beginForm, copyForm, partnerForm, playbookForm } from './forms.ts'
import { ChangePlaybookPage } from './pages/change.tsx'
import { PlaybooksPage } from './pages/list.tsx'
import { PlaybookPage } from './pages/one.tsx'
import { PlaybookSheetPage } from './pages/sheet.tsx'
import { datedTasks, findPlaybook, linesToInvite, playbooksOf } from './queries.ts'
import { tasksOn } from './tasks/routes.tsx'
import { words } from './words/words.ts'

const one = '/draaiboeken/:id{[0-9a-f-]{36}}'
const partner = `${one}/partners/:line{[0-9a-f-]{36}}`
const blank: Said = { values: {}, errors: {} }
const statusOf = ({ errors }: Said) => (Object.keys(errors).length ? 422 : 200)
const idIn = (c: Context<Inside>) => c.req.param('id') ?? ''

export const inside = new Hono<Inside>()
  .get('/draaiboeken', (c) => showAll(c, blank))

  .post('/draaiboeken', async (c) => {
    const body = await c.var.body()
    const form = beginForm.safeParse(body)
    if (!form.success) return showAll(c, beginForm.sayBack(form.error, body))
    const draft = draftSaid(form.data, c.var.language)
    if (!draft) return showAll(c, { values: body, errors: { title: 'error.title.empty' } })
    const done = await c.var.work((tx, me) => beginPlaybook(tx, me, { ...draft, day: form.data.day }))
    return named(done) ? showAll(c, { values: body, errors: { title: 'error.names' } }) : saved(c, done, 'begun')
  })

  .get(one, (c) => showOne(c, blank))

  .get(`${one}/blad`, async (c) => {
    const found = await withTasks(c)
    return found
      ? c.var.page(<PlaybookSheetPage playbook={found.playbook} tasks={found.tasks} today={c.var.today} />)
      : c.notFound()
  })

  .get(`${one}/wijziging`, async (c) => {
    const found = await directed(c)
    if (!found) return c.notFound()
    const { title, kind, day, ownerId, materials, risks, remarks } = found
    const values = { title, kind, day: day ?? '', ownerId: ownerId ?? '' }
    const lists = { materials: materials ?? '', risks: risks ?? '', remarks: remarks ?? '' }
    return showChange(c, { values: { ...values, ...lists }, errors: {} })
  })

  .post(`${one}/wijziging`, async (c) => {
    const body = await c.var.body()
    const form = playbookForm.safeParse(body)
    if (!form.success) return showChange(c, playbookForm.sayBack(form.error, body))
    const done = await c.var.work((tx, me) => changePlaybook(tx, me, idIn(c), form.data, c.var.today))
    if (named(done)) return showChange(c, { values: body, errors: { title: 'error.names' } })
    if (!done.ok && done.because === 'not-ours')
      return showChange(c, { values: body, errors: { ownerId: 'error.person' } })
    return saved(c, done, 'change.done')
  })

  .post(`${one}/verwijdering`, async (c) => {
    const done = await c.var.work((tx, me) => removePlaybook(tx, me, idIn(c)))
    if (!done.ok) return c.notFound()
    c.var.tell(fill(words.in(c.var.language).removed, { name: done.name }))
    return c.redirect('/draaiboeken', 303)
  })

  .post(`${one}/kopie`, async (c) => {
    const body = await c.var.body()
    const form = copyForm.safeParse(body)
    if (!form.success) return showOne(c, copyForm.sayBack(form.error, body))
    const { copyDay } = form.data
    return saved(c, await c.var.work((tx, me) => copyPlaybook(tx, me, idIn(c), copyDay, c.var.today)), 'copied')
  })

  .post(`${one}/partners`, async (c) => {
    const body = await c.var.body()
    const form = partnerForm.safeParse(body)
    if (!form.success) return showOne(c, partnerForm.sayBack(form.error, body), 'directs')
    const done = await c.var.work((tx, me) => invitePartner(tx, me, idIn(c), form.data, c.var.today))
    if (named(done)) return showOne(c, { values: body, errors: { note: 'error.names' } }, 'directs')
    if (!done.ok && done.because === 'not-ours')
      return showOne(c, { values: body, errors: { relationId: 'error.line' } }, 'directs')
    return saved(c, done, 'partner.done')
  })

  .post(`${partner}/verwijdering`, async (c) =>
    saved(c, await c.var.work((tx, me) => leaveOutPartner(tx, me, idIn(c), c.req.param('line'))), 'partner.removed'),
  )

  .route(
    '/',
    tasksOn((c, said) => showOne(c, said, 'directs')),
  )

const named = (done: Done) => !done.ok && done.because === 'names'

/** The template under her own title, or an empty one, which needs a name. */
function draftSaid({ start, title }: BeginSaid, language: string): Draft | undefined {
  if (start !== 'empty') return draftFrom(start, language, title)
  const nothing = { tasks: [], materials: null, risks: null, remarks: null, partnerTypes: [] }
  return title ? { title, kind: 'other', ...nothing } : undefined
}

function saved(
  c: Context<Inside>,
  done: Done,
  told: 'begun' | 'copied' | 'change.done' | 'partner.done' | 'partner.removed',
) {
  if (!done.ok) return c.notFound()
  c.var.tell(fill(words.in(c.var.language)[told], { name: done.name }))
  return c.redirect(`/draaiboeken/${done.id}`, 303)
}

async function showAll(c: Context<Inside>, said: Said) {
  const { me, today } = c.var
  if (!isColleague(me)) return c.notFound()
  const playbooks = await c.var.work((tx) => playbooksOf(tx, me.organisationId))
  return c.var.page(<PlaybooksPage {...{ playbooks, said, today }} />, statusOf(said))
}

/** The playbook in the address with its tasks, for who works here. */
async function withTasks(c: Context<Inside>) {
  const { me } = c.var
  if (!isColleague(me)) return undefined
  return c.var.work(async (tx) => {
    const playbook = await findPlaybook(tx, me.organisationId, idIn(c))
    return playbook && { playbook, ...(await datedTasks(tx, me.organisationId, playbook)) }
  })
}

async function showOne(c: Context<Inside>, said: Said, who: 'all' | 'directs' = 'all') {
  const { me, today } = c.var
  const found = await withTasks(c)
  if (!found || (who === 'directs' && !mayDirect(me, found.playbook))) return c.notFound()
  const directs = mayDirect(me, found.playbook)
  const choices = directs ? await choicesFor(c) : { staff: [], lines: [] }
  const added = Number(c.req.query('erbij') || Number.NaN)
  return c.var.page(
    <PlaybookPage
      {...found}
      {...choices}
      {...{ said, today, me: me.personId }}
      mayDirect={directs}
      mayShare={mayTendNetwork(me)}
      added={directs && Number.isInteger(added) ? added : undefined}
    />,
    statusOf(said),
  )
}

/** Whom one chooses from: colleagues for a task, lines that take part. */
const choicesFor = (c: Context<Inside>) =>
  c.var.work((tx, { organisationId }) =>
    atOnce({
      staff: colleaguesOf(tx, organisationId, c.var.today),
      lines: linesToInvite(tx, organisationId, c.var.today),
    }),
  )

/** The playbook in the address, when I may change it. */
async function directed(c: Context<Inside>) {
  const { me } = c.var
  const found = isColleague(me) ? await c.var.work((tx) => findPlaybook(tx, me.organisationId, idIn(c))) : undefined
  return found && mayDirect(me, found) ? found : undefined
}

async function showChange(c: Context<Inside>, said: Said) {
  const playbook = await directed(c)
  if (!playbook) return c.notFound()
  const staff = await c.var.work((tx, me) => colleaguesOf(tx, me.organisationId, c.var.today))
  return c.var.page(<ChangePlaybookPage {...{ playbook, staff, said }} />, statusOf(said))
}
