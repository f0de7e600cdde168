import { type Context, Hono } from 'hono'
import { atOnce } from '#kit/db/database.ts'
import type { Said } from '#kit/form/form.ts'
import type { Inside, Porch, Street } from '#kit/http/types.ts'
import { type Day, weekdayOf } from '#kit/time/day.ts'
import { dayOn, whoIsIn } from '#rooms/agenda/door.ts'
import { colleaguesOf, dayPlan, isColleague, whoIsThis } from '#rooms/people/door.ts'
import { topics } from '#rooms/trade/door.ts'
import { mayTendRoute } from './access.ts'
import { writeRoute } from './actions.ts'
import type { Answer } from './answer/answer.ts'
import { answerQuestion } from './answer/question.ts'
import { askForm, longest, routeForm } from './forms.ts'
import { AskPage } from './pages/ask.tsx'
import { CardPage } from './pages/cards.tsx'
import { DayPage } from './pages/day.tsx'
import { HelpPage } from './pages/help.tsx'
import { SubjectsPage, WritePage } from './pages/subjects.tsx'
import { TenPage } from './pages/ten.tsx'
import { AnswerPage } from './pages/whole.tsx'
import { aroundOf, boardOf, findRoute, linesOf, routesOf } from './queries.ts'
import {
  answerOfCard,
  answerOfTopic,
  asShown,
  echoOf,
  groupToday,
  inFirst,
  isCard,
  knownTopics,
  oneOfEach,
  otherwiseToday,
  schoolDay,
  sessionsByGroup,
  subjectsOf,
  type Topic,
  tenOf,
} from './rules.ts'
import { words } from './words/words.ts'

/** “Nu hulp nodig” is open to everyone; whoever is signed in is shown more. */
export const street = new Hono<Street>().get('/hulp-nu', async (c, next) => {
  if (await c.var.gate.whoIs(c.req.raw.headers)) return next()
  return c.var.page(<HelpPage around={undefined} today={c.var.today} canSignIn />)
})

/** Signed in and nowhere at home: the numbers all the same. */
export const porch = new Hono<Porch>().get('/hulp-nu', async (c, next) => {
  const who = await c.var.accountWork((tx) => whoIsThis(tx, c.var.accountId, c.var.today))
  return who?.places.length ? next() : c.var.page(<HelpPage around={undefined} today={c.var.today} canSignIn={false} />)
})

const helperRoles = ['directeur', 'ib', 'aandachtsfunctionaris', 'preventiemedewerker', 'teamleider']
const aroundTypes = ['wijkagent', 'jongerenwerk', 'wijkteam', 'jgz', 'ggd_infectie', 'noodhulp']
const turnToRoles = [
  'directeur',
  'teamleider',
  'ib',
  'aandachtsfunctionaris',
  'preventiemedewerker',
  'concierge',
  'administratie',
]

export const inside = new Hono<Inside>()
  .get('/hulp-nu', async (c) => {
    const { today, me, work } = c.var
    if (!isColleague(me)) return c.var.page(<HelpPage around={undefined} today={today} canSignIn={false} />)
    const around = await work(async (tx) => {
      const { colleagues, present, lines } = await atOnce({
        colleagues: colleaguesOf(tx, me.organisationId, today),
        present: whoIsIn(tx, me.organisationId, today),
        lines: linesOf(tx, me.organisationId, today),
      })
      const around = lines.filter(({ type }) => aroundTypes.includes(type ?? ''))
      return { helpers: inFirst(oneOfEach(helperRoles, colleagues, today), today), present, around }
    })
    return c.var.page(<HelpPage around={around} today={today} canSignIn={false} />)
  })

  .get('/bij-wie', (c) => c.var.page(<AskPage said={askForm.blank()} />))

  .post('/bij-wie', async (c) => {
    const body = await c.var.body()
    const form = askForm.safeParse({ ...body, question: cutShort(body['question']) })
    const { question, topic, choice } = form.success ? form.data : { question: '', topic: 'unknown', choice: '' }
    const pointed = choice || topic
    if (!pointed && !question) return c.redirect('/bij-wie', 303)
    const answer = pointed ? answerOfPointing(pointed) : asShown(answerQuestion(question))
    if (!answer) return c.var.page(<AskPage said={{ values: {}, errors: { question: 'error.topic' } }} />, 422)
    return showAnswer(c, answer, { echo: pointed ? '' : echoOf(question, answer), chosen: Boolean(pointed) })
  })

  .get('/bij-wie/kaarten/:flag', async (c) => {
    const flag = c.req.param('flag')
    if (!isCard(flag)) return c.notFound()
    const { people } = await c.var.work((tx, me) => aroundOf(tx, me, answerOfCard(flag), c.var.today))
    return c.var.page(<CardPage flag={flag} people={people} today={c.var.today} />)
  })

  .get('/bij-wie/routes', async (c) => {
    const { me, today } = c.var
    const { colleagues, routes, board } = await c.var.work((tx) =>
      atOnce({
        colleagues: colleaguesOf(tx, me.organisationId, today),
        routes: routesOf(tx, me.organisationId),
        board: boardOf(tx, me.organisationId),
      }),
    )
    const subjects = subjectsOf(topics, routes, colleagues, today)
    return c.var.page(<SubjectsPage subjects={subjects} board={board} mayTend={mayTendRoute(me)} />)
  })

  .get('/bij-wie/routes/:topic', async (c) => {
    const [topic] = knownTopics([c.req.param('topic')])
    const route = topic && (await c.var.work((tx, me) => findRoute(tx, me.organisationId, topic.id)))
    if (!topic || !mayTendRoute(c.var.me, route)) return c.notFound()
    const values = { role: route?.role ?? '', text: route?.text ?? '', source: route?.source ?? '' }
    return c.var.page(<WritePage topic={topic} said={routeForm.blank(values)} mayShare={mayTendRoute(c.var.me)} />)
  })

  .post('/bij-wie/routes/:topic', async (c) => {
    const [topic] = knownTopics([c.req.param('topic')])
    if (!topic) return c.notFound()
    const body = await c.var.body()
    const form = routeForm.safeParse(body)
    if (!form.success) return sayBack(c, topic, routeForm.sayBack(form.error, body))
    const outcome = await c.var.work((tx, me) => writeRoute(tx, me, topic.id, { ...form.data, today: c.var.today }))
    if (outcome.ok) {
      c.var.tell(words.in(c.var.language)['write.saved'])
      return c.redirect('/bij-wie/routes', 303)
    }
    const { because } = outcome
    return because === 'child' || because === 'bsn'
      ? sayBack(c, topic, { values: body, errors: { text: `error.${because}` } })
      : c.notFound()
  })

  .get('/bij-wie/tien', async (c) => {
    const { me, today, config } = c.var
    const [lines, colleagues] = await c.var.work(
      async (tx) =>
        [await linesOf(tx, me.organisationId, today), await colleaguesOf(tx, me.organisationId, today)] as const,
    )
    const name = colleagues.find((one) => one.personId === me.personId)?.name ?? ''
    return c.var.page(
      <TenPage
        lines={tenOf(lines, me, topics)}
        me={{ personId: me.personId, name }}
        today={today}
        address={`${config.baseUrl}/bij-wie/tien`}
      />,
    )
  })

  .get('/bij-wie/dag', async (c) => {
    const { config } = c.var
    const today = schoolDay(c.var.today)
    const at = await dayAtSchool(c, today)
    return at ? c.var.page(<DayPage at={at} today={today} address={`${config.baseUrl}/bij-wie/dag`} />) : c.notFound()
  })

/** A whole story is read as far as it goes: somebody who worries is never sent back for being long. */
const cutShort = (question: string | string[] | undefined) => String([question ?? ''].flat()[0]).slice(0, longest)

/** What she pointed at: a card about safety, or a topic. */
function answerOfPointing(pointed: string): Answer | undefined {
  if (isCard(pointed)) return answerOfCard(pointed)
  const [topic] = knownTopics([pointed])
  return topic && answerOfTopic(topic)
}

async function showAnswer(c: Context<Inside>, answer: Answer, { echo, chosen }: { echo: string; chosen: boolean }) {
  // An English question gets an English page, for this once.
  if (answer.language === 'en' && c.var.language === 'nl') c.set('language', 'en')
  const around = await c.var.work((tx, me) => aroundOf(tx, me, answer, c.var.today))
  return c.var.page(<AnswerPage answer={answer} {...around} echo={echo} chosen={chosen} today={c.var.today} />)
}

async function sayBack(c: Context<Inside>, topic: Topic, said: Said) {
  const route = await c.var.work((tx, me) => findRoute(tx, me.organisationId, topic.id))
  return mayTendRoute(c.var.me, route) ? c.var.page(<WritePage topic={topic} said={said} />, 422) : c.notFound()
}

/** All that stands on the sheet for a substitute. Six questions to the database. */
const dayAtSchool = (c: Context<Inside>, today: Day) =>
  c.var.work(async (tx, me) => {
    if (!isColleague(me)) return undefined
    const weekday = weekdayOf(today)
    const { colleagues, plan, day, present } = await atOnce({
      colleagues: colleaguesOf(tx, me.organisationId, today),
      plan: dayPlan(tx, me.organisationId, weekday),
      day: dayOn(tx, me.organisationId, { weekday, today }),
      present: whoIsIn(tx, me.organisationId, today),
    })
    const { bells, groups } = plan
    return {
      bells,
      groups: groups.map((group) => groupToday(group, today)),
      turnTo: oneOfEach(turnToRoles, colleagues, today),
      present,
      otherwise: otherwiseToday(groups, day.otherwise),
      sessions: sessionsByGroup(groups, day.sessions),
    }
  })
