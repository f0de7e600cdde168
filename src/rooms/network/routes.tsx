import { type Context, Hono } from 'hono'
import { atOnce } from '#kit/db/database.ts'
import type { Inside } from '#kit/http/types.ts'
import { contactOf } from '#rooms/agreements/door.ts'
import { isColleague } from '#rooms/people/door.ts'
import { choicesOfLine } from '#rooms/plans/door.ts'
import { mayTend, mayTendNetwork } from '#rooms/relations/door.ts'
import { requestsOf } from '#rooms/requests/door.ts'
import { topicOf } from '#rooms/trade/door.ts'
import { askSooner, setAnswers } from './actions.ts'
import { filterForm, topicsForm } from './forms.ts'
import { inside as lists } from './lists/routes.tsx'
import { CardPage } from './pages/card.tsx'
import { ListPage } from './pages/list.tsx'
import { TopicsPage } from './pages/topics.tsx'
import { inside as profiles } from './profiles/routes.tsx'
import { answersBeside, type Card, countPartners, findCard, holdersOf, listPartners, pageSize } from './queries.ts'
import { holdsLine } from './rules.ts'
import { inside as spots } from './spots/routes.tsx'
import { tipsOf } from './tips/queries.ts'
import { inside as tips } from './tips/routes.tsx'
import { inside as upkeep } from './upkeep/routes.tsx'
import { words } from './words/words.ts'

const one = '/netwerk/:id{[0-9a-f-]+}'

export const inside = new Hono<Inside>()
  .route('/', lists)
  .route('/', profiles)
  .route('/', spots)
  .route('/', tips)
  .route('/', upkeep)

  .get('/netwerk', async (c) => {
    const { me, today } = c.var
    if (!isColleague(me)) return c.notFound()
    const filter = filterForm.schema.parse(c.req.query())
    const { partners, all, holders } = await c.var.work((tx, { organisationId }) =>
      atOnce({
        partners: listPartners(tx, organisationId, filter, today),
        all: countPartners(tx, organisationId, today),
        holders: holdersOf(tx, organisationId),
      }),
    )
    return c.var.page(
      <ListPage
        partners={partners}
        all={all}
        filter={filter}
        holders={holders}
        today={today}
        size={pageSize}
        mayImport={mayTendNetwork(me)}
      />,
    )
  })

  .get(one, async (c) => {
    const { me, today } = c.var
    if (!isColleague(me)) return c.notFound()
    const [relationId, schoolId] = [c.req.param('id'), me.organisationId]
    const { card, ...beside } = await c.var.work((tx) =>
      atOnce({
        card: findCard(tx, schoolId, relationId, today),
        tips: tipsOf(tx, { schoolId, relationId, reader: me.personId, today }),
        requests: requestsOf(tx, me, { part: 'open', relationId, today, most: 10 }),
        contacts: contactOf(tx, schoolId, relationId, 3),
        choices: choicesOfLine(tx, schoolId, relationId),
      }),
    )
    if (!card) return c.notFound()
    const isMine = holdsLine(me.personId, card)
    const reader = { personId: me.personId, mayRemoveAny: mayTendNetwork(me) }
    return c.var.page(<CardPage {...{ card, ...beside, reader, today, isMine }} mayTend={mayTend(me, card)} />)
  })

  .get(`${one}/onderwerpen`, async (c) => {
    const card = await cardOf(c)
    if (!card || !mayTend(c.var.me, card)) return c.notFound()
    const beside = await c.var.work((tx, me) => answersBeside(tx, me.organisationId, card.id))
    return c.var.page(<TopicsPage partner={card} beside={beside} mayOrder={mayTendNetwork(c.var.me)} />)
  })

  .post(`${one}/onderwerpen`, async (c) => {
    const { topics } = topicsForm.schema.parse(await c.var.body())
    const outcome = await c.var.work((tx, me) => setAnswers(tx, me, c.req.param('id'), topics))
    if (!outcome.ok) return c.notFound()
    c.var.tell(words.in(c.var.language)['topics.saved'])
    return c.redirect(`/netwerk/${outcome.id}/onderwerpen`, 303)
  })

  .post(`${one}/onderwerpen/:topic/voorrang`, async (c) => {
    const topic = topicOf(c.req.param('topic'))
    const outcome = topic && (await c.var.work((tx, me) => askSooner(tx, me, c.req.param('id'), topic.id)))
    return outcome?.ok ? c.redirect(`/netwerk/${outcome.id}/onderwerpen`, 303) : c.notFound()
  })

/** The card in the address, for who works at this school. */
const cardOf = async (c: Context<Inside>): Promise<Card | undefined> =>
  isColleague(c.var.me)
    ? c.var.work((tx, me) => findCard(tx, me.organisationId, c.req.param('id') ?? '', c.var.today))
    : undefined
