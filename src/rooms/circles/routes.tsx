import { type Context, Hono } from 'hono'
import type { Said } from '#kit/form/form.ts'
import type { Inside } from '#kit/http/types.ts'
import { fill } from '#kit/words/words.ts'
import { colleaguesOf, isColleague } from '#rooms/people/door.ts'
import { mayBegin, mayTend, mayWrite } from './access.ts'
import {
  addMember,
  addPartner,
  beginCircle,
  changeCircle,
  type Done,
  endCircle,
  removeMember,
  removeNote,
  removePartner,
  writeNote,
} from './actions.ts'
import { circleForm, memberForm, noteForm, partnerForm } from './forms.ts'
import { CirclesPage } from './pages/list.tsx'
import { MembersPage } from './pages/members.tsx'
import { ChangeCirclePage, CirclePage } from './pages/one.tsx'
import { circlesOf, findCircle, linesToChoose, notesOf } from './queries.ts'
import { words } from './words/words.ts'

const one = '/kennisgroepen/:id{[0-9a-f-]{36}}'
const member = `${one}/leden/:person{[0-9a-f-]{36}}`
const partner = `${one}/partners/:line{[0-9a-f-]{36}}`
const note = `${one}/verslagen/:note{[0-9a-f-]{36}}`
const blank: Said = { values: {}, errors: {} }

export const inside = new Hono<Inside>()
  .get('/kennisgroepen', (c) => showAll(c, blank))

  .post('/kennisgroepen', async (c) => {
    const body = await c.var.body()
    const form = circleForm.safeParse(body)
    if (!form.success) return showAll(c, circleForm.sayBack(form.error, body))
    const done = await c.var.work((tx, me) => beginCircle(tx, me, form.data, c.var.today))
    const wrong = errorOf(done, 'name')
    return wrong ? showAll(c, { values: body, errors: wrong }) : saved(c, done, 'added', '/leden')
  })

  .get(one, (c) => showOne(c, blank))

  .get(`${one}/wijziging`, async (c) => {
    const found = await circleAt(c)
    if (!found) return c.notFound()
    const { name, about, leadId } = found
    return showChange(c, circleForm.blank({ name, about: about ?? '', leadId: leadId ?? '' }))
  })

  .post(`${one}/wijziging`, async (c) => {
    const body = await c.var.body()
    const form = circleForm.safeParse(body)
    if (!form.success) return showChange(c, circleForm.sayBack(form.error, body))
    const done = await c.var.work((tx, me) => changeCircle(tx, me, c.req.param('id'), form.data, c.var.today))
    const wrong = errorOf(done, 'name')
    return wrong ? showChange(c, { values: body, errors: wrong }) : saved(c, done, 'changed')
  })

  .post(`${one}/verwijdering`, async (c) => {
    const done = await c.var.work((tx, me) => endCircle(tx, me, c.req.param('id'), c.var.today))
    if (!done.ok) return c.notFound()
    c.var.tell(fill(words.in(c.var.language).removed, { name: done.name }))
    return c.redirect('/kennisgroepen', 303)
  })

  .get(`${one}/leden`, (c) => showMembers(c, blank))

  .post(`${one}/leden`, async (c) => {
    const body = await c.var.body()
    const form = memberForm.safeParse(body)
    if (!form.success) return showMembers(c, memberForm.sayBack(form.error, body))
    const done = await c.var.work((tx, me) => addMember(tx, me, c.req.param('id'), form.data, c.var.today))
    const wrong = errorOf(done, 'personId')
    return wrong ? showMembers(c, { values: body, errors: wrong }) : saved(c, done, 'member.added', '/leden')
  })

  .post(`${member}/verwijdering`, async (c) => {
    const { id, person } = c.req.param()
    const done = await c.var.work((tx, me) => removeMember(tx, me, id, person, c.var.today))
    return saved(c, done, 'member.removed', '/leden')
  })

  .post(`${one}/partners`, async (c) => {
    const body = await c.var.body()
    const form = partnerForm.safeParse(body)
    if (!form.success) return showMembers(c, partnerForm.sayBack(form.error, body))
    const done = await c.var.work((tx, me) => addPartner(tx, me, c.req.param('id'), form.data.relationId, c.var.today))
    const wrong = errorOf(done, 'relationId')
    return wrong ? showMembers(c, { values: body, errors: wrong }) : saved(c, done, 'partner.added', '/leden')
  })

  .post(`${partner}/verwijdering`, async (c) => {
    const { id, line } = c.req.param()
    const done = await c.var.work((tx, me) => removePartner(tx, me, id, line, c.var.today))
    return saved(c, done, 'partner.removed', '/leden')
  })

  .post(`${one}/verslagen`, async (c) => {
    const body = await c.var.body()
    const form = noteForm.safeParse(body)
    if (!form.success) return showOne(c, noteForm.sayBack(form.error, body))
    const done = await c.var.work((tx, me) => writeNote(tx, me, c.req.param('id'), form.data, c.var.today))
    const wrong = errorOf(done, 'lines')
    return wrong ? showOne(c, { values: body, errors: wrong }) : saved(c, done, 'note.added')
  })

  .post(`${note}/verwijdering`, async (c) => {
    const done = await c.var.work((tx, me) => removeNote(tx, me, c.req.param('id'), c.req.param('note')))
    return saved(c, done, 'note.removed')
  })

/** What can be mended is said at its field; anything else was not there to be written. */
function errorOf(done: Done, field: string): Record<string, string> | undefined {
  if (done.ok || done.because === 'not-found') return undefined
  if (done.because === 'later') return { day: 'error.day' }
  if (done.because === 'names') return { [field]: 'error.names' }
  return field === 'relationId'
    ? { relationId: 'error.line' }
    : { [field === 'name' ? 'leadId' : field]: 'error.person' }
}

type Told =
  | 'added'
  | 'changed'
  | `member.${'added' | 'removed'}`
  | `partner.${'added' | 'removed'}`
  | `note.${'added' | 'removed'}`
function saved(c: Context<Inside>, done: Done, told: Told, to = '') {
  if (!done.ok) return c.notFound()
  c.var.tell(fill(words.in(c.var.language)[told], { name: done.name }))
  return c.redirect(`/kennisgroepen/${done.id}${to}`, 303)
}

const statusOf = ({ errors }: Said) => (Object.keys(errors).length ? 422 : 200)
const idIn = (c: Context<Inside>) => c.req.param('id') ?? ''

/** The circle in the address, when I may tend it. */
async function circleAt(c: Context<Inside>) {
  const { me, today } = c.var
  if (!isColleague(me)) return undefined
  const found = await c.var.work((tx) => findCircle(tx, me.organisationId, idIn(c), today))
  return found && mayTend(me, found) ? found : undefined
}

async function showAll(c: Context<Inside>, said: Said) {
  const { me, today } = c.var
  const status = statusOf(said)
  if (!isColleague(me) || (status === 422 && !mayBegin(me))) return c.notFound()
  const [circles, staff] = await c.var.work(
    async (tx) =>
      [await circlesOf(tx, me.organisationId, today), await colleaguesOf(tx, me.organisationId, today)] as const,
  )
  return c.var.page(<CirclesPage {...{ circles, staff, said, today }} mayBegin={mayBegin(me)} />, status)
}

async function showOne(c: Context<Inside>, said: Said) {
  const { me, today } = c.var
  if (!isColleague(me)) return c.notFound()
  const [circle, notes] = await c.var.work(
    async (tx) =>
      [await findCircle(tx, me.organisationId, idIn(c), today), await notesOf(tx, me.organisationId, idIn(c))] as const,
  )
  const status = statusOf(said)
  if (!circle || (status === 422 && !mayWrite(me, circle))) return c.notFound()
  return c.var.page(
    <CirclePage
      {...{ circle, notes, said, today, me: me.personId }}
      mayTend={mayTend(me, circle)}
      mayWrite={mayWrite(me, circle)}
    />,
    status,
  )
}

async function showChange(c: Context<Inside>, said: Said) {
  const circle = await circleAt(c)
  if (!circle) return c.notFound()
  const staff = await c.var.work((tx, me) => colleaguesOf(tx, me.organisationId, c.var.today))
  return c.var.page(<ChangeCirclePage {...{ circle, staff, said }} />, statusOf(said))
}

async function showMembers(c: Context<Inside>, said: Said) {
  const circle = await circleAt(c)
  if (!circle) return c.notFound()
  const { organisationId } = c.var.me
  const [staff, lines] = await c.var.work(
    async (tx) =>
      [
        await colleaguesOf(tx, organisationId, c.var.today),
        await linesToChoose(tx, organisationId, c.var.today),
      ] as const,
  )
  return c.var.page(<MembersPage {...{ circle, staff, lines, said }} />, statusOf(said))
}
