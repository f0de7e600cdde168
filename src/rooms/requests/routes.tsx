import { type Context, Hono } from 'hono'
import type { Said } from '#kit/form/form.ts'
import type { Inside } from '#kit/http/types.ts'
import { isDay, sayDay, weekdayOf } from '#kit/time/day.ts'
import { fill } from '#kit/words/words.ts'
import { colleaguesOf, dayPlan, isColleague } from '#rooms/people/door.ts'
import { mayTendNetwork } from '#rooms/relations/door.ts'
import { type Addressee, act, ask, endLink, reroute } from './actions.ts'
import { askForm, moments, type Noun, nouns, readDeed, rerouteForm, type SaidAt } from './forms.ts'
import { ListPage, type ListPart, listParts, partWords } from './pages/list.tsx'
import { NewPage, type Target } from './pages/new.tsx'
import { type One, OnePage } from './pages/one.tsx'
import {
  countsOf,
  findLineToAsk,
  findRequest,
  linesToAsk,
  linksOf,
  momentsOf,
  pageSize,
  type RequestRow,
  requestsOf,
  sentOnTo,
} from './queries.ts'
import { answerByFor, canDo, canSendOn, careColleague, usualWish } from './rules.ts'
import { words } from './words/words.ts'

const say = (c: Context<Inside>) => words.in(c.var.language)
const one = '/vragen/:id{[0-9a-f-]+}'

export const inside = new Hono<Inside>()
  .get('/vragen', async (c) => {
    const { me, today } = c.var
    const part = listParts.find((known) => partWords[known] === c.req.query('deel')) ?? 'me'
    const mayAll = isColleague(me) && mayTendNetwork(me)
    const whole = mayAll && c.req.query('van') === 'school'
    const [counts, rows, page] = await c.var.work(async (tx) => {
      const counted = await countsOf(tx, me, whole)
      const turn = pageIn(c, counted[part])
      return [counted, await requestsOf(tx, me, { part, whole, today, page: turn }), turn] as const
    })
    const side = isColleague(me) ? 'school' : 'partner'
    return c.var.page(
      <ListPage
        {...{ rows, counts, part: part satisfies ListPart, page, side, today }}
        whole={mayAll ? whole : undefined}
      />,
    )
  })

  .get('/vragen/nieuw', async (c) => {
    const found = await targetIn(c, { lijn: c.req.query('lijn'), collega: c.req.query('collega') })
    if (!found) return c.notFound()
    const { target, level, forWhom } = found
    const wishDay = usualWish(c.var.today)
    // From where a line hangs on one person there: asked, never told.
    const what = c.req.query('over') === 'tweede' && !c.req.query('collega') ? say(c)['new.second'] : ''
    const said = askForm.blank({
      level: what ? 'organisation' : level,
      what,
      forWhom: what ? '' : forWhom,
      wishDay,
      face: target.faces[0]?.id ?? '',
    })
    return showNew(c, target, said, 200)
  })

  .post('/vragen', async (c) => {
    const body = await c.var.body()
    const form = askForm.safeParse(body)
    const found = await targetIn(c, { lijn: first(body['lijn']), collega: first(body['collega']) })
    if (!found) return nobodyThere(c)
    const { target } = found
    if (!form.success) return showNew(c, target, askForm.sayBack(form.error, body), 422)
    const { lijn, collega, face, ...question } = form.data
    const to: Addressee = lijn ? { relationId: lijn, faceId: face } : { personId: collega ?? '' }
    const outcome = await c.var.work((tx, me) => ask(tx, me, question, { to, ...c.var }))
    if (!outcome.ok) {
      if (outcome.because === 'not-yours' || outcome.because === 'not-found') return c.notFound()
      const error = outcome.because === 'past' ? 'error.wish' : `error.${outcome.because}`
      const field = outcome.because === 'past' ? 'wishDay' : outcome.because === 'no-mail' ? 'face' : 'what'
      const child = outcome.because === 'one-child' ? { helper: await helperOf(c) } : undefined
      return showNew(c, target, { values: body, errors: { [field]: error } }, 422, child)
    }
    c.var.nudge()
    const day = sayDay(answerByFor(c.var.today, question.wishDay), c.var.language, c.var.today)
    c.var.tell(fill(say(c)['new.sent'], { to: target.name, day }))
    return c.redirect(`/vragen/${outcome.id}`, 303)
  })

  .get(one, async (c) => showOne(c, undefined, 200))

  .post(`${one}/doorverwijzing`, async (c) => {
    const body = await c.var.body()
    const form = rerouteForm.safeParse(body)
    const id = c.req.param('id')
    const request = await c.var.work((tx, me) => findRequest(tx, me, id, c.var.today))
    if (!request?.party) return c.notFound()
    if (!canSendOn(request)) return tooLate(c)
    if (!form.success) return showOne(c, { noun: 'doorverwijzing', ...rerouteForm.sayBack(form.error, body) }, 422)
    const { lijn, collega, face, text } = form.data
    const relationId = lijn ?? (face && !collega ? request.relationId : undefined)
    const to = relationId ? { relationId, faceId: lijn ? null : face } : collega && { personId: collega }
    // One of the two, so that nobody is asked whom she did not mean.
    if (!to || (lijn && collega)) return sayBackReroute(c, body, 'error.sendOn')
    const outcome = await c.var.work((tx, me) => reroute(tx, me, id, { to, text, ...c.var }))
    if (outcome.ok) return sentOn(c, request.party === 'asking' ? outcome.id : id, outcome.to)
    if (outcome.because === 'not-now') return tooLate(c)
    const isSaid = (['no-mail', 'names', 'bsn', 'birth-date'] as const).find((known) => known === outcome.because)
    return sayBackReroute(c, body, `error.${isSaid ?? 'not-found'}`)
  })

  .post(`${one}/link`, (c) => linkEnds(c, true))
  .post(`${one}/link/intrekking`, (c) => linkEnds(c, false))

for (const noun of nouns) inside.post(`${one}/${noun}`, (c) => deed(c, noun))

async function deed(c: Context<Inside>, noun: Noun) {
  const body = await c.var.body()
  const read = readDeed(noun, body)
  const id = c.req.param('id') ?? ''
  if (!read.ok) return (await isTooLate(c, id, noun)) ? tooLate(c) : showOne(c, read.said, 422)
  const outcome = await c.var.work((tx, me) => act(tx, me, id, read.deed, c.var))
  if (outcome.ok) {
    c.var.nudge()
    c.var.tell(say(c)[noun === 'intrekking' ? 'one.withdrawn' : 'one.done'])
    return c.redirect(`/vragen/${id}`, 303)
  }
  if (outcome.because === 'not-found') return c.notFound()
  if (outcome.because === 'not-now') return tooLate(c)
  return showOne(c, { noun, values: body, errors: { text: `error.${outcome.because}` } }, 422)
}

/** The form this came from is not on the page any more: somebody was there first. */
async function isTooLate(c: Context<Inside>, id: string, noun: Noun) {
  const request = await c.var.work((tx, me) => findRequest(tx, me, id, c.var.today))
  return request?.party !== undefined && !canDo(request.party, request.state, moments[noun])
}

/** For whom a form is stands in a field nobody sees. When that is nobody here, the list says so. */
function nobodyThere(c: Context<Inside>) {
  c.var.tell(say(c)['error.not-found'])
  return c.redirect('/vragen', 303)
}

function tooLate(c: Context<Inside>) {
  c.var.tell(say(c)['error.not-now'])
  return c.redirect(`/vragen/${c.req.param('id')}`, 303)
}

function sentOn(c: Context<Inside>, id: string, to: string) {
  c.var.nudge()
  c.var.tell(fill(say(c)['one.rerouted'], { to }))
  return c.redirect(`/vragen/${id}`, 303)
}

const sayBackReroute = (c: Context<Inside>, values: Said['values'], error: string) =>
  showOne(c, { noun: 'doorverwijzing', values, errors: { lijn: error } }, 422)

async function linkEnds(c: Context<Inside>, again: boolean) {
  const id = c.req.param('id') ?? ''
  const outcome = await c.var.work((tx, me) => endLink(tx, me, id, { again, ...c.var }))
  if (!outcome.ok) return c.notFound()
  c.var.nudge()
  c.var.tell(say(c)[again ? 'links.renewed' : 'links.ended'])
  return c.redirect(`/vragen/${id}`, 303)
}

const first = (value: string | string[] | undefined) => (Array.isArray(value) ? value[0] : value)
const isId = (text: string | undefined): text is string => /^[0-9a-f]{8}-[0-9a-f-]{27}$/.test(text ?? '')

function pageIn(c: Context<Inside>, count: number): number {
  const wish = Number(c.req.query('pagina'))
  const last = Math.max(1, Math.ceil(count / pageSize))
  return Number.isInteger(wish) ? Math.min(Math.max(1, wish), last) : 1
}

type Asked = { target: Target; level: string; forWhom: string }

/** Whom the address or the form names, for who works at this school; with what can be filled in beforehand. */
async function targetIn(
  c: Context<Inside>,
  { lijn, collega }: { lijn: string | undefined; collega: string | undefined },
): Promise<Asked | undefined> {
  const { me, today } = c.var
  if (!isColleague(me)) return undefined
  return c.var.work(async (tx) => {
    const target = isId(lijn)
      ? lineTarget(await findLineToAsk(tx, me.organisationId, lijn, today), today)
      : isId(collega)
        ? colleagueTarget(
            (await colleaguesOf(tx, me.organisationId, today)).find((one) => one.personId === collega),
            me.personId,
          )
        : undefined
    if (!target) return undefined
    const { groups } = await dayPlan(tx, me.organisationId, weekdayOf(today))
    const hers = groups.filter(({ teachers }) => teachers.some(({ personId }) => personId === me.personId))
    return {
      ...target,
      forWhom: hers.map(({ name }) => (/^\d/.test(name) ? fill(say(c)['new.group'], { name }) : name)).join(', '),
    }
  })
}

type Line = Awaited<ReturnType<typeof findLineToAsk>>
function lineTarget(line: Line, today: string): Omit<Asked, 'forWhom'> | undefined {
  if (!line || (line.until && line.until < today)) return undefined
  const faces = line.faces.filter(({ mail }) => mail)
  return {
    level: line.levels.includes('group') || !line.levels.includes('organisation') ? 'group' : 'organisation',
    target: {
      ...{
        name: line.name,
        href: `/netwerk/${line.id}`,
        faces,
        canMail: faces.length > 0 || line.organisationId !== null,
      },
      phone: line.faces.find(({ phone }) => phone)?.phone ?? line.phone,
      field: { name: 'lijn', value: line.id },
    },
  }
}

type Colleague = Awaited<ReturnType<typeof colleaguesOf>>[number]
function colleagueTarget(colleague: Colleague | undefined, me: string): Omit<Asked, 'forWhom'> | undefined {
  if (!colleague || colleague.personId === me) return undefined
  const { personId, name, phone, mail, hasAccount } = colleague
  return {
    level: 'group',
    target: {
      ...{ name, phone, href: `/school/mensen/${personId}`, faces: [], canMail: Boolean(mail) || hasAccount },
      field: { name: 'collega', value: personId },
    },
  }
}

const helperOf = (c: Context<Inside>) =>
  c.var.work(async (tx, me) =>
    careColleague(await colleaguesOf(tx, me.organisationId, c.var.today), me.personId, c.var.today),
  )

type Child = { helper: Colleague | undefined } | undefined
function showNew(c: Context<Inside>, target: Target, said: Said, status: 200 | 422, child?: Child) {
  const { today } = c.var
  const wish = first(said.values['wishDay']) ?? ''
  const answerBy = answerByFor(today, isDay(wish) && wish >= today ? wish : usualWish(today))
  return c.var.page(<NewPage {...{ target, said, answerBy, today, child }} />, status)
}

async function showOne(c: Context<Inside>, said: SaidAt | undefined, status: 200 | 422) {
  const { me, today } = c.var
  const found = await c.var.work((tx) => oneOf(c, tx))
  return found && me ? c.var.page(<OnePage one={found} today={today} said={said} />, status) : c.notFound()
}

/** At most six questions to the database. */
async function oneOf(c: Context<Inside>, tx: Parameters<typeof findRequest>[0]): Promise<One | undefined> {
  const { me, today } = c.var
  const request = await findRequest(tx, me, c.req.param('id') ?? '', today)
  if (!request?.party) return undefined
  const asks = request.party === 'asking'
  const maySendOn = canSendOn(request) && isColleague(me)
  const lines = maySendOn ? await linesToAsk(tx, me.organisationId, today, request.relationId) : []
  return {
    request,
    moments: await momentsOf(tx, request.schoolId, request.id),
    links: asks ? await linksOf(tx, request.schoolId, request.id) : [],
    sentOn:
      (asks || request.personId) && request.state === 'rerouted'
        ? await sentOnTo(tx, request.schoolId, request.id)
        : undefined,
    colleagues: maySendOn ? othersHere(request, me.personId, await colleaguesOf(tx, me.organisationId, today)) : [],
    lines,
    faces: lines.flatMap((line) => line.faces.filter(({ mail }) => mail)),
  }
}

/** Colleagues who can be asked instead: not who asks, not who was asked, not who sends on. */
const othersHere = ({ askedBy, personId }: RequestRow, me: string, here: readonly Colleague[]) =>
  here
    .filter((one) => (one.mail || one.hasAccount) && ![askedBy, personId, me].includes(one.personId))
    .map(({ personId: id, name }) => ({ id, name }))
