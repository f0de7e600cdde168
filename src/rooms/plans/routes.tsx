import { type Context, Hono } from 'hono'
import type { Body, Said } from '#kit/form/form.ts'
import type { Inside } from '#kit/http/types.ts'
import { fill } from '#kit/words/words.ts'
import { isColleague } from '#rooms/people/door.ts'
import { mayTendNetwork } from '#rooms/relations/door.ts'
import { askForm, findPoll } from '#rooms/surveys/door.ts'
import { mayTendChoice } from './access.ts'
import {
  becomeLine,
  changeChoice,
  consult,
  type Done,
  decide,
  lacking,
  lastOf,
  proposeChoice,
  withdrawChoice,
} from './actions.ts'
import { findProposal } from './desk/queries.ts'
import { inside as desk } from './desk/routes.tsx'
import { choiceForm, decisionForm } from './forms.ts'
import { inside as letters } from './letters/routes.tsx'
import { type Around, ChoiceFormPage } from './pages/form.tsx'
import { ChoicesPage } from './pages/list.tsx'
import { ChoicePage } from './pages/one.tsx'
import { inside as profile } from './profile/routes.tsx'
import { boundsOf, type ChoiceShown, choicesOf, findChoice, loadsOf, openLines } from './queries.ts'
import { inside as resolutions } from './resolutions/routes.tsx'
import { mayBeDecided } from './rules.ts'
import type { Choice } from './tables.ts'
import { mayDecide } from './vision/access.ts'
import { restraintOn, visionOf } from './vision/queries.ts'
import { inside as vision } from './vision/routes.tsx'
import { words } from './words/words.ts'

const say = (c: Context<Inside>) => words.in(c.var.language)
const one = '/keuzes/:id{[0-9a-f-]+}'
const isId = (text: string | undefined) => /^[0-9a-f]{8}-[0-9a-f-]{27}$/.test(text ?? '')

export const inside = new Hono<Inside>()
  .route('/', vision)
  .route('/', desk)
  .route('/', resolutions)
  .route('/', letters)
  .route('/', profile)

  .get('/keuzes', async (c) => {
    if (!isColleague(c.var.me)) return c.notFound()
    const choices = await c.var.work((tx, me) => choicesOf(tx, me.organisationId))
    return c.var.page(<ChoicesPage choices={choices} today={c.var.today} />)
  })

  .get('/keuzes/nieuw', async (c) => {
    if (!isColleague(c.var.me)) return c.notFound()
    const from = c.req.query('voorstel')
    const shown = isId(from) ? await c.var.work((tx, me) => findProposal(tx, me.organisationId, from!)) : undefined
    const { proposal } = shown ?? {}
    const begun = proposal && { proposalId: proposal.id, name: proposal.name, topic: proposal.topic ?? '' }
    const lineId = c.req.query('lijn')
    return showForm(c, choiceForm.blank({ ...begun, ...(isId(lineId) && { lineId: lineId! }) }), 200)
  })

  .post('/keuzes', async (c) => {
    if (!isColleague(c.var.me)) return c.notFound()
    const body = await c.var.body()
    const form = choiceForm.safeParse(body)
    if (!form.success) return showForm(c, await allOf(c, choiceForm.sayBack(form.error, body)), 422)
    const done = await c.var.work((tx, me) => proposeChoice(tx, me, form.data, c.var.today))
    return answer(c, done, 'said.saved', async (errors) => showForm(c, await allOf(c, { values: body, errors }), 422))
  })

  .get(one, async (c) => {
    const shown = await choiceIn(c)
    return shown ? showOne(c, shown, decisionForm.blank(), 200) : c.notFound()
  })

  .get(`${one}/wijziging`, async (c) => {
    const shown = await choiceIn(c)
    if (!shown || !mayTendChoice(c.var.me, shown.choice) || !mayBeDecided(lastOf(shown))) return c.notFound()
    return showForm(c, choiceForm.blank(valuesOf(shown.choice)), 200, shown)
  })

  .post(one, async (c) => {
    const shown = await choiceIn(c)
    if (!shown || !mayTendChoice(c.var.me, shown.choice)) return c.notFound()
    const body = await c.var.body()
    const form = choiceForm.safeParse(body)
    if (!form.success)
      return showForm(c, await allOf(c, choiceForm.sayBack(form.error, body), shown.choice.lineId), 422, shown)
    const done = await c.var.work((tx, me) => changeChoice(tx, me, shown.choice.id, form.data, c.var.today))
    return answer(c, done, 'said.saved', (errors) => showForm(c, { values: body, errors }, 422, shown))
  })

  .post(`${one}/besluit`, async (c) => {
    const shown = await choiceIn(c)
    if (!shown || !mayDecide(c.var.me)) return c.notFound()
    if (!mayBeDecided(lastOf(shown))) return tooLate(c, shown)
    const body = await c.var.body()
    const form = decisionForm.safeParse(body)
    if (!form.success) return showOne(c, shown, decisionForm.sayBack(form.error, body), 422)
    const done = await c.var.work((tx, me) => decide(tx, me, shown.choice.id, form.data, c.var.today))
    return answer(c, done, 'said.decided', ({ room, ...errors }) =>
      showOne(c, shown, { values: body, errors: room ? { outcome: 'error.decide.room' } : errors }, 422),
    )
  })

  .post(`${one}/raadpleging`, async (c) => {
    const shown = await choiceIn(c)
    if (!shown || !mayTendChoice(c.var.me, shown.choice)) return c.notFound()
    if (shown.choice.pollId || !mayBeDecided(lastOf(shown))) return tooLate(c, shown)
    const body = await c.var.body()
    const form = askForm.safeParse(body)
    if (!form.success) return showOne(c, shown, decisionForm.blank(), 422, askForm.sayBack(form.error, body))
    const house = { today: c.var.today, baseUrl: c.var.config.baseUrl }
    const done = await c.var.work((tx, me) => consult(tx, me, shown.choice.id, form.data, house))
    if (!done.ok && (done.because === 'day' || done.because === 'few')) {
      const errors = { [done.because === 'day' ? 'closesOn' : 'kind']: `error.${done.because}` }
      return showOne(c, shown, decisionForm.blank(), 422, { values: body, errors })
    }
    if (done.ok) c.var.nudge()
    return answer(c, done.ok ? done : { ok: false, because: done.because as 'not-now' }, 'said.asked', () =>
      c.notFound(),
    )
  })

  .post(`${one}/lijn`, async (c) => {
    const shown = await choiceIn(c)
    const done = shown && (await c.var.work((tx, me) => becomeLine(tx, me, shown.choice.id, c.var.today)))
    if (!shown || !done || (!done.ok && (done.because === 'not-found' || done.because === 'not-yours')))
      return c.notFound()
    const { name, id } = shown.choice
    if (!done.ok) {
      c.var.tell(fill(say(c)[done.because === 'exists' ? 'said.exists' : 'said.not-now'], { name }))
      return c.redirect(`/keuzes/${id}`, 303)
    }
    c.var.tell(fill(say(c)['said.line'], { name }))
    return c.redirect(`/netwerk/${done.lineId}`, 303)
  })

  .post(`${one}/verwijdering`, async (c) => {
    const done = await c.var.work((tx, me) => withdrawChoice(tx, me, c.req.param('id')))
    if (!done.ok && done.because !== 'not-now') return c.notFound()
    c.var.tell(say(c)[done.ok ? 'said.withdrawn' : 'said.not-now'])
    return c.redirect(done.ok ? '/keuzes' : `/keuzes/${c.req.param('id')}`, 303)
  })

const choiceIn = async (c: Context<Inside>): Promise<ChoiceShown | undefined> =>
  isColleague(c.var.me) && isId(c.req.param('id'))
    ? c.var.work((tx, me) => findChoice(tx, me.organisationId, c.req.param('id') ?? ''))
    : undefined

/** Everything that is not right in one go, in the order of the form: also what only the school's own list can tell. */
async function allOf(c: Context<Inside>, { values, errors }: Said, lineId?: string | null): Promise<Said> {
  const one = (field: string) => String(values[field] ?? '').trim()
  const asked = { lineId: lineId ?? (one('lineId') || null), name: one('name'), visionId: one('visionId') || null }
  const more = await c.var.work((tx, me) => lacking(tx, me, asked))
  return { values, errors: { ...more, ...errors } }
}

function tooLate(c: Context<Inside>, { choice }: ChoiceShown) {
  c.var.tell(say(c)['said.not-now'])
  return c.redirect(`/keuzes/${choice.id}`, 303)
}

function answer(
  c: Context<Inside>,
  done: Done,
  text: 'said.saved' | 'said.decided' | 'said.asked',
  again: (errors: Record<string, string>) => Response | Promise<Response>,
) {
  if (done.ok) {
    c.var.tell(say(c)[text])
    return c.redirect(`/keuzes/${done.id}`, 303)
  }
  if (done.because === 'wrong') return again({ [done.field]: done.error })
  if (done.because !== 'not-now') return c.notFound()
  c.var.tell(say(c)['said.not-now'])
  return c.redirect(`/keuzes/${c.req.param('id') ?? ''}`, 303)
}

/** What the form shows beside its questions. */
const around = (c: Context<Inside>): Promise<Around> =>
  c.var.work(async (tx, { organisationId }) => ({
    lines: await openLines(tx, organisationId, c.var.today),
    vision: await visionOf(tx, organisationId),
    loads: await loadsOf(tx, organisationId, c.var.today),
    bounds: await boundsOf(tx, organisationId),
  }))

async function showForm(c: Context<Inside>, said: Said, status: 200 | 422, changing?: ChoiceShown) {
  const beside = await around(c)
  const lineId = changing ? changing.choice.lineId : String(said.values['lineId'] ?? '')
  const line = beside.lines.find(({ id }) => id === lineId)
  // A line of another school, or one that ended, is nothing to choose about.
  if (lineId && !line && status === 200) return c.notFound()
  const at = changing ? `/keuzes/${changing.choice.id}` : '/keuzes'
  return c.var.page(
    <ChoiceFormPage
      {...beside}
      {...{ said, line }}
      action={at}
      back={at}
      changing={changing?.choice}
      maySayVision={mayDecide(c.var.me)}
      knowsLoads={mayTendNetwork(c.var.me)}
    />,
    status,
  )
}

async function showOne(
  c: Context<Inside>,
  shown: ChoiceShown,
  said: Said,
  status: 200 | 422,
  asking: Said = askForm.blank(),
) {
  const { me, today } = c.var
  const { choice } = shown
  const { loads, restraint, poll } = await c.var.work(async (tx, { organisationId }) => ({
    loads: choice.ownerId ? await loadsOf(tx, organisationId, today) : [],
    restraint: await restraintOn(tx, organisationId, choice.topic),
    poll: choice.pollId ? await findPoll(tx, organisationId, choice.pollId, me.personId) : undefined,
  }))
  return c.var.page(
    <ChoicePage
      {...{ shown, said, today, restraint, poll, asking }}
      load={loads.find(
        ({ personId }) => personId === choice.ownerId && (mayTendNetwork(me) || personId === me.personId),
      )}
      mayTend={mayTendChoice(me, choice)}
      mayDecide={mayDecide(me)}
    />,
    status,
  )
}

const valuesOf = (choice: Choice): Body => {
  const { name, type, topic, visionId, forWhom, better, seenBy, stops, hours, ownerId } = choice
  const { room, roomLineId, roomNote } = choice
  const said = { name, type, topic, visionId, forWhom, better, seenBy, stops, ownerId, room, roomLineId, roomNote }
  return {
    ...Object.fromEntries(Object.entries(said).map(([field, value]) => [field, value ?? ''])),
    hours: String(hours),
  }
}
