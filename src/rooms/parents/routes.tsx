import { type Context, Hono } from 'hono'
import { etag } from 'hono/etag'
import type { Inside, Street } from '#kit/http/types.ts'
import { dayOf, sayDay } from '#kit/time/day.ts'
import { isLanguage, languageAsked, languages } from '#kit/words/words.ts'
import { isColleague } from '#rooms/people/door.ts'
import { mayArrange } from './access.ts'
import {
  addOffer,
  closePage,
  type Done,
  giveName,
  openPage,
  removeOffer,
  withdrawName,
  writePage,
  writeTopic,
} from './actions.ts'
import { offerForm, pageForm, topicForm } from './forms.ts'
import { MinePage } from './pages/mine.tsx'
import { NoParentsPage, ParentsPage } from './pages/parents.tsx'
import { PosterPage } from './pages/poster.tsx'
import { SettingsPage } from './pages/settings.tsx'
import { TopicFormPage } from './pages/topic-form.tsx'
import { arrangement, findPage, gaveHerName, publicPage, schoolAt, topicsOf } from './queries.ts'
import { isPageTopic, keptFor, type TopicId } from './rules.ts'
import { words } from './words/words.ts'

export const street = new Hono<Street>()
  // The page is the same for everyone, so its tag says whether it changed: no nonce and no cookie are in it.
  .get('/ouders/:address', etag({ weak: true }), async (c) => {
    const { today, config } = c.var
    const path = `/ouders/${c.req.param('address')}`
    const page = await c.var.asGuest('', async (tx) => {
      const schoolId = await schoolAt(tx, c.req.param('address'))
      return schoolId ? publicPage(tx, schoolId, today) : undefined
    })
    c.set('language', tongueOf(c))
    c.header('Vary', 'Accept-Language')
    if (!page) return c.var.alone(<NoParentsPage tongues={tonguesAt(path)} />, 404)
    c.header('Cache-Control', keptFor(page.named))
    return c.var.alone(<ParentsPage page={page} tongues={tonguesAt(path)} address={`${config.baseUrl}${path}`} />)
  })

export const inside = new Hono<Inside>()
  .get('/ouderpagina', (c) => settings(c))

  .post('/ouderpagina/woorden', async (c) => {
    const body = await c.var.body()
    const form = pageForm.safeParse(body)
    if (!form.success) return settings(c, { said: pageForm.sayBack(form.error, body) })
    const outcome = await c.var.work((tx, me) => writePage(tx, me, form.data))
    return childIn(outcome) ? settings(c, { said: { values: body, errors: childIn(outcome)! } }) : saved(c, outcome)
  })

  .post('/ouderpagina/opening', async (c) =>
    saved(c, await c.var.work((tx, me) => openPage(tx, me, c.var.now)), 'set.on'),
  )

  .post('/ouderpagina/sluiting', async (c) => saved(c, await c.var.work(closePage), 'set.off'))

  .get('/ouderpagina/voorbeeld', async (c) => {
    const page = isColleague(c.var.me)
      ? await c.var.work((tx, me) => publicPage(tx, me.organisationId, c.var.today))
      : undefined
    if (!page) return c.notFound()
    c.set('language', tongueOf(c, c.var.language))
    const path = '/ouderpagina/voorbeeld'
    return c.var.alone(<ParentsPage page={page} tongues={tonguesAt(path)} address={c.var.config.baseUrl} isPreview />)
  })

  .get('/ouderpagina/poster', async (c) => {
    const { today, language, config } = c.var
    const page = isColleague(c.var.me) ? await c.var.work((tx, me) => findPage(tx, me.organisationId)) : undefined
    if (!page?.openedAt || !page.address) return c.notFound()
    const address = `${config.baseUrl}/ouders/${page.address}`
    return c.var.page(<PosterPage school={page.school} address={address} date={sayDay(today, language)} />)
  })

  .get('/ouderpagina/onderwerpen/:topic', async (c) => {
    const topic = c.req.param('topic')
    if (!isPageTopic(topic) || !mayArrange(c.var.me)) return c.notFound()
    const changes = await c.var.work((tx, me) => topicsOf(tx, me.organisationId))
    const own = changes.find((change) => change.topic === topic)
    const values = { hidden: own?.hidden ? 'yes' : '', role: own?.role ?? '', sentence: own?.sentence ?? '' }
    return c.var.page(<TopicFormPage id={topic} said={topicForm.blank(values)} />)
  })

  .post('/ouderpagina/onderwerpen/:topic', async (c) => {
    const topic = c.req.param('topic')
    if (!isPageTopic(topic) || !mayArrange(c.var.me)) return c.notFound()
    const body = await c.var.body()
    const form = topicForm.safeParse(body)
    const again = (said: Parameters<typeof TopicFormPage>[0]['said']) =>
      c.var.page(<TopicFormPage id={topic satisfies TopicId} said={said} />, 422)
    if (!form.success) return again(topicForm.sayBack(form.error, body))
    const outcome = await c.var.work((tx, me) => writeTopic(tx, me, topic, form.data))
    return childIn(outcome) ? again({ values: body, errors: childIn(outcome)! }) : saved(c, outcome)
  })

  .post('/ouderpagina/aanbod', async (c) => {
    const body = await c.var.body()
    const form = offerForm.safeParse(body)
    if (!form.success) return settings(c, { offerSaid: offerForm.sayBack(form.error, body) })
    const outcome = await c.var.work((tx, me) => addOffer(tx, me, form.data))
    return childIn(outcome)
      ? settings(c, { offerSaid: { values: body, errors: childIn(outcome)! } })
      : saved(c, outcome)
  })

  .post('/ouderpagina/aanbod/:id/verwijdering', async (c) =>
    saved(c, await c.var.work((tx, me) => removeOffer(tx, me, c.req.param('id')))),
  )

  .get('/mij/ouderpagina', async (c) => {
    if (!isColleague(c.var.me)) return c.notFound()
    const [since, page] = await c.var.work(
      async (tx, { organisationId, personId }) =>
        [await gaveHerName(tx, organisationId, personId), await findPage(tx, organisationId)] as const,
    )
    return c.var.page(<MinePage since={since && dayOf(since)} isOpen={Boolean(page?.openedAt)} />)
  })

  .post('/mij/ouderpagina/toestemming', async (c) =>
    saved(c, await c.var.work(giveName), 'set.saved', '/mij/ouderpagina'),
  )

  .post('/mij/ouderpagina/intrekking', async (c) =>
    saved(c, await c.var.work(withdrawName), 'mine.gone', '/mij/ouderpagina'),
  )

/** The language in the address, else the one the browser asks for: the page keeps no cookie. */
const tongueOf = (c: Context, otherwise = languageAsked(c.req.header('accept-language') ?? '')) => {
  const chosen = c.req.query('taal')
  return chosen && isLanguage(chosen) ? chosen : otherwise
}

const tonguesAt = (path: string) =>
  languages().map((language) => ({ ...language, href: `${path}?taal=${language.code}` }))

type Shown = Partial<Pick<Parameters<typeof SettingsPage>[0], 'said' | 'offerSaid'>>

async function settings(c: Context<Inside>, again: Shown = {}) {
  const { me, config, today } = c.var
  const refused = Object.keys(again).length > 0
  if (!isColleague(me) || (refused && !mayArrange(me))) return c.notFound()
  const { page, ...around } = await c.var.work((tx) => arrangement(tx, me.organisationId, today))
  const { greeting, supportWebsite, supportPhone, complaintsWebsite } = page ?? {}
  const values = Object.fromEntries(
    Object.entries({ greeting, supportWebsite, supportPhone, complaintsWebsite }).map(([k, v]) => [k, v ?? '']),
  )
  return c.var.page(
    <SettingsPage
      address={page?.address ? `${config.baseUrl}/ouders/${page.address}` : undefined}
      isOpen={Boolean(page?.openedAt)}
      mayArrange={mayArrange(me)}
      said={again.said ?? pageForm.blank(values)}
      offerSaid={again.offerSaid ?? offerForm.blank()}
      {...around}
    />,
    refused ? 422 : 200,
  )
}

const childIn = (outcome: Done<string>) =>
  !outcome.ok && (outcome.because === 'child' || outcome.because === 'colleague')
    ? { [outcome.field ?? '']: `error.${outcome.because}` }
    : undefined

type Told = 'set.saved' | 'set.on' | 'set.off' | 'mine.gone'
function saved(c: Context<Inside>, outcome: Done<string>, told: Told = 'set.saved', to = '/ouderpagina') {
  if (!outcome.ok) return c.notFound()
  c.var.tell(words.in(c.var.language)[told])
  return c.redirect(to, 303)
}
