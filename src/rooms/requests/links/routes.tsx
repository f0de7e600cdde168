import { randomBytes } from 'node:crypto'
import { type Context, Hono } from 'hono'
import { deleteCookie, getCookie, setCookie } from 'hono/cookie'
import { brake } from '#kit/http/limit.ts'
import type { Street } from '#kit/http/types.ts'
import { fill } from '#kit/words/words.ts'
import { codeForm, guestNouns, moments, type Noun, readDeed, type SaidAt } from '../forms.ts'
import { digestOf, isToken, visitKeyOf } from '../letters/rules.ts'
import { momentsOf } from '../queries.ts'
import { canDo, stateOf } from '../rules.ts'
import { words } from '../words/words.ts'
import { actByLink, askCode, askNewLink, endVisit, mayTryCode, proveVisit } from './actions.ts'
import { AllPage, CodePage } from './pages/all.tsx'
import { ExpiredPage, GonePage, SaidPage } from './pages/gone.tsx'
import { QuestionPage } from './pages/question.tsx'
import { myVisit, type Opened, openedBy, openedByVisit } from './queries.ts'

const say = (c: Context<Street>) => words.in(c.var.language)
/** Letters are asked for seldom: three in a quarter of an hour for one link. */
const mayAskLetter = brake({ most: 3, seconds: 900 })

/** Where somebody stands who came by a link or by her proved address: with which key, and at which address. */
type Guest = { key: string; at: string; opened: Opened; byLink: boolean }

const one = '/vraag/:token'
const visited = '/mijn-vragen/:id{[0-9a-f-]+}'

// Whoever scans mail for danger opens every link in it. Looking changes nothing: only what is posted does.
export const street = new Hono<Street>()
  .get(one, async (c) => {
    const found = await linkIn(c)
    if (!found) return c.var.page(<GonePage />, 404)
    return found.request
      ? show(c, guestBy(c, { link: found.link, request: found.request }), undefined, 200)
      : c.var.page(<ExpiredPage at={addressOf(c)} />, 404)
  })

  .post(`${one}/link`, async (c) => {
    const found = await linkIn(c)
    if (!found || found.request) return c.var.page(<GonePage />, 404)
    if (!mayAskLetter(found.link.id, c.var.now.getTime()).ok) return wait(c)
    await c.var.asGuest(keyIn(c), (tx) => askNewLink(tx, found.link))
    c.var.nudge()
    return c.var.page(<SaidPage title={say(c)['guest.expired.title']} text={say(c)['guest.expired.sent']} />)
  })

  .post(`${one}/code`, async (c) => {
    const found = await linkIn(c)
    if (!found?.request) return c.var.page(<GonePage />, 404)
    if (!mayAskLetter(found.link.mail, c.var.now.getTime()).ok) return wait(c)
    const secret = randomBytes(32).toString('base64url')
    await c.var.asGuest(keyIn(c), (tx) => askCode(tx, keyIn(c), digestOf(secret), c.var.now))
    c.var.nudge()
    remember(c, secret)
    return c.redirect('/mijn-vragen/code', 303)
  })

  .get('/mijn-vragen/code', (c) =>
    visitIn(c) ? c.var.page(<CodePage said={codeForm.blank()} />) : c.var.page(<NoCodePage c={c} />, 404),
  )

  .post('/mijn-vragen/code', async (c) => {
    const secret = visitIn(c)?.secret
    if (!secret) return c.var.page(<NoCodePage c={c} />, 404)
    const form = codeForm.safeParse(await c.var.body())
    if (!form.success) return c.var.page(<CodePage said={{ values: {}, errors: { code: 'error.code' } }} />, 422)
    const pending = digestOf(secret)
    if (!(await c.var.asGuest(pending, (tx) => mayTryCode(tx, pending)))) return c.var.page(<NoCodePage c={c} />, 404)
    const key = visitKeyOf(pending, form.data.code)
    if (!(await c.var.asGuest(key, (tx) => proveVisit(tx, key, c.var.now))))
      return c.var.page(<CodePage said={{ values: {}, errors: { code: 'error.code' } }} />, 422)
    remember(c, `${secret}.${form.data.code}`)
    return c.redirect('/mijn-vragen', 303)
  })

  .get('/mijn-vragen', async (c) => {
    const key = visitIn(c)?.key
    const found = key
      ? await c.var.asGuest(key, async (tx) => [await myVisit(tx), await openedByVisit(tx)] as const)
      : []
    const [visit, opened = []] = found
    return visit?.provedAt && visit.mail
      ? c.var.page(<AllPage mail={visit.mail} visited={opened} today={c.var.today} />)
      : c.var.page(<NoCodePage c={c} />, 404)
  })

  .post('/mijn-vragen/afsluiting', async (c) => {
    const key = visitIn(c)?.key
    if (key) await c.var.asGuest(key, (tx) => endVisit(tx, key))
    deleteCookie(c, 'inzage', { path: '/mijn-vragen' })
    return c.var.page(<SaidPage title={say(c)['all.title']} text={say(c)['all.ended']} />)
  })

  .get(visited, async (c) => {
    const guest = await visitorOf(c)
    return guest ? show(c, guest, undefined, 200) : c.var.page(<NoCodePage c={c} />, 404)
  })

for (const noun of guestNouns) {
  street.post(`${one}/${noun}`, async (c) => {
    const found = await linkIn(c)
    return found?.request
      ? act(c, guestBy(c, { link: found.link, request: found.request }), noun)
      : c.var.page(<GonePage />, 404)
  })
  street.post(`${visited}/${noun}`, async (c) => {
    const guest = await visitorOf(c)
    return guest ? act(c, guest, noun) : c.var.page(<NoCodePage c={c} />, 404)
  })
}
// Nothing below these addresses goes on to the porch, which would put it in the address of the sign-in page.
street.all('/vraag/*', (c) => c.var.page(<GonePage />, 404))
street.all('/mijn-vragen/*', (c) => c.var.page(<GonePage />, 404))

const tokenIn = (c: Context<Street>) => c.req.param('token') ?? ''
const keyIn = (c: Context<Street>) => digestOf(tokenIn(c))
const addressOf = (c: Context<Street>) => `/vraag/${tokenIn(c)}`
const linkIn = (c: Context<Street>) =>
  isToken(tokenIn(c)) ? c.var.asGuest(keyIn(c), (tx) => openedBy(tx, keyIn(c))) : Promise.resolve(undefined)
const guestBy = (c: Context<Street>, opened: Opened): Guest => ({
  key: keyIn(c),
  at: addressOf(c),
  opened,
  byLink: true,
})

/** What her browser keeps of a visit: the secret alone while she has typed no code, then both. */
function visitIn(c: Context<Street>): { secret: string; key: string | undefined } | undefined {
  const [secret = '', code] = (getCookie(c, 'inzage') ?? '').split('.')
  return isToken(secret) ? { secret, key: code ? visitKeyOf(digestOf(secret), code) : undefined } : undefined
}

const remember = (c: Context<Street>, value: string) =>
  setCookie(c, 'inzage', value, {
    ...{ path: '/mijn-vragen', httpOnly: true, sameSite: 'Strict', maxAge: 3600 },
    secure: c.var.config.baseUrl.startsWith('https:'),
  })

async function visitorOf(c: Context<Street>): Promise<Guest | undefined> {
  const key = visitIn(c)?.key
  const found = key ? await c.var.asGuest(key, openedByVisit) : []
  const opened = found.find(({ request }) => request.id === c.req.param('id'))
  return key && opened ? { key, at: `/mijn-vragen/${opened.request.id}`, opened, byLink: false } : undefined
}

async function show(c: Context<Street>, guest: Guest, said: SaidAt | undefined, status: 200 | 409 | 422) {
  const { opened, at, byLink } = guest
  return c.var.page(
    <QuestionPage
      opened={opened}
      moments={await toldTo(c, guest)}
      at={at}
      today={c.var.today}
      said={said}
      byLink={byLink}
    />,
    status,
  )
}

const toldTo = (c: Context<Street>, { key, opened: { request } }: Guest) =>
  c.var.asGuest(key, (tx) => momentsOf(tx, request.schoolId, request.id))

async function act(c: Context<Street>, guest: Guest, noun: Noun) {
  const body = await c.var.body()
  const read = readDeed(noun, body)
  // What is not right about it matters no longer when the moment has passed: its form is not on the page any more.
  if (!read.ok && !canDo('asked', stateOf(await toldTo(c, guest)), moments[noun])) return tooLate(c, guest)
  if (!read.ok) return show(c, guest, read.said, 422)
  const outcome = await c.var.asGuest(guest.key, (tx) => actByLink(tx, guest.opened, read.deed, c.var))
  if (outcome.ok) {
    c.var.nudge()
    c.var.tell(fill(say(c)['guest.done'], { school: guest.opened.request.school }))
    return c.redirect(guest.at, 303)
  }
  if (outcome.because === 'not-now') return tooLate(c, guest)
  if (outcome.because === 'wait') return wait(c, 60)
  return show(c, guest, { noun, values: body, errors: { text: `error.${outcome.because}` } }, 422)
}

function tooLate(c: Context<Street>, guest: Guest) {
  c.var.tell(say(c)['error.not-now'])
  return c.redirect(guest.at, 303)
}

const wait = (c: Context<Street>, minutes = 15) =>
  c.var.page(<SaidPage title={say(c)['guest.wait.title']} text={fill(say(c)['guest.wait'], { minutes })} />, 429)

const NoCodePage = ({ c }: { c: Context<Street> }) => (
  <SaidPage title={say(c)['code.gone.title']} text={say(c)['code.gone.text']} />
)
