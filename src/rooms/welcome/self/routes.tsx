import { type Context, Hono } from 'hono'
import { setCookie } from 'hono/cookie'
import type { Inside, StreetVariables } from '#kit/http/types.ts'
import { whoIsThis } from '#rooms/people/door.ts'
import { words } from '../words/words.ts'
import { changeForm, firstCodeForm, placeForm, proofForm } from './forms.ts'
import { PasswordPage } from './pages/password.tsx'
import { BackupCodesPage, ConfirmPage, SecondStepSettingsPage, StartedPage } from './pages/second-step.tsx'
import { SelfPage } from './pages/self.tsx'
import { findMyself } from './queries.ts'

/** Sends on with the cookies that the gate gave. */
export function goTo(c: Context, path: string, cookies: readonly string[]) {
  for (const cookie of cookies) c.header('Set-Cookie', cookie, { append: true })
  return c.redirect(path, 303)
}

/** From the next page on she acts for this organisation. The hall looks whether she belongs there. */
export function rememberPlace(c: Context, organisationId: string) {
  const secure = (c.var as StreetVariables).config.baseUrl.startsWith('https:')
  setCookie(c, 'plek', organisationId, { httpOnly: true, sameSite: 'Lax', secure, path: '/', maxAge: 31_536_000 })
}

const placesOf = async (c: Context<Inside>) =>
  (await c.var.accountWork((tx) => whoIsThis(tx, c.var.accountId, c.var.today)))?.places ?? []
const say = (c: Context<Inside>) => words.in(c.var.language)
const statusOf = (because: string) => (because === 'locked' ? 429 : 422)

export const inside = new Hono<Inside>()
  .get('/mij', async (c) => {
    const signedIn = await c.var.gate.whoIs(c.req.raw.headers)
    const myself = await c.var.work((tx, me) => findMyself(tx, me.personId))
    if (!signedIn || !myself) return c.redirect('/inloggen', 303)
    return c.var.page(
      <SelfPage
        myself={myself}
        account={signedIn}
        places={await placesOf(c)}
        here={c.var.me.organisationId}
        sessions={await c.var.gate.sessions(c.var.caller)}
        ways={await c.var.gate.ways(c.var.caller)}
        providers={await c.var.gate.providers()}
      />,
    )
  })

  .post('/mij/plek', async (c) => {
    const form = placeForm.safeParse(await c.var.body())
    const place = form.success && (await placesOf(c)).find((one) => one.organisationId === form.data.organisation)
    if (!place) return c.notFound()
    rememberPlace(c, place.organisationId)
    return c.redirect('/', 303)
  })

  .get('/mij/wachtwoord', (c) => c.var.page(<PasswordPage said={changeForm.blank()} />))

  .post('/mij/wachtwoord', async (c) => {
    const body = await c.var.body()
    const form = changeForm.safeParse(body)
    if (!form.success) return c.var.page(<PasswordPage said={changeForm.sayBack(form.error, {})} />, 422)
    const changed = await c.var.gate.changePassword(form.data, c.var.caller)
    if (changed.ok) return toldAt(c, say(c)['self.password.done'], changed.cookies)
    if (changed.because === 'signed-out') return c.redirect('/inloggen', 303)
    const errors =
      changed.because === 'wrong' || changed.because === 'locked'
        ? { current: `self.${changed.because}` }
        : { next: `error.${changed.because}` }
    return c.var.page(<PasswordPage said={{ values: {}, errors }} />, statusOf(changed.because))
  })

  .get('/mij/tweede-stap', (c) => showSecondStep(c, {}, 200))

  .post('/mij/tweede-stap', async (c) => {
    const form = proofForm.safeParse(await c.var.body())
    if (!form.success) return showSecondStep(c, { password: 'error.password' }, 422)
    const started = await c.var.gate.startTotp(form.data.password, c.var.caller)
    if (started.ok) return c.var.page(<StartedPage {...started} />)
    return refuse(c, started.because)
  })

  .post('/mij/tweede-stap/bevestiging', async (c) => {
    const form = firstCodeForm.safeParse(await c.var.body())
    const confirmed = form.success
      ? await c.var.gate.confirmTotp(form.data.code, c.var.caller)
      : ({ ok: false, because: 'wrong' } as const)
    if (confirmed.ok) return toldAt(c, say(c)['self.second.on'], confirmed.cookies)
    if (confirmed.because !== 'wrong') return refuse(c, confirmed.because)
    return c.var.page(<ConfirmPage said={{ values: {}, errors: { code: 'error.code' } }} />, 422)
  })

  .post('/mij/tweede-stap/reservecodes', async (c) => {
    const form = proofForm.safeParse(await c.var.body())
    if (!form.success) return showSecondStep(c, { renew: 'error.password' }, 422)
    const made = await c.var.gate.renewBackupCodes(form.data.password, c.var.caller)
    return made.ok ? c.var.page(<BackupCodesPage codes={made.backupCodes} />) : refuse(c, made.because, 'renew')
  })

  .post('/mij/tweede-stap/einde', async (c) => {
    const form = proofForm.safeParse(await c.var.body())
    if (!form.success) return showSecondStep(c, { stop: 'error.password' }, 422)
    const stopped = await c.var.gate.stopTotp(form.data.password, c.var.caller)
    return stopped.ok ? toldAt(c, say(c)['self.second.off'], stopped.cookies) : refuse(c, stopped.because, 'stop')
  })

  .post('/mij/sessies/einde', async (c) => {
    await c.var.gate.endOtherSessions(c.var.caller)
    return toldAt(c, say(c)['self.sessions.ended'])
  })

  .post('/mij/sessies/:id/einde', async (c) => {
    if (!(await c.var.gate.endSession(c.req.param('id'), c.var.caller))) return c.notFound()
    return toldAt(c, say(c)['self.session.ended'])
  })

function toldAt(c: Context<Inside>, text: string, cookies: readonly string[] = []) {
  c.var.tell(text)
  return goTo(c, '/mij', cookies)
}

type Field = 'password' | 'renew' | 'stop'

/** Why the gate did not do it: said at the field, or a page on where it can be set right. */
function refuse(c: Context<Inside>, because: string, field: Field = 'password') {
  if (because === 'signed-out') return c.redirect('/inloggen', 303)
  if (because === 'wrong' || because === 'locked')
    return showSecondStep(c, { [field]: `self.${because}` }, statusOf(because))
  return c.redirect('/mij/tweede-stap', 303)
}

async function showSecondStep(c: Context<Inside>, errors: Partial<Record<Field, string>>, status: 200 | 422 | 429) {
  const who = await c.var.gate.whoIs(c.req.raw.headers)
  const here = (await placesOf(c)).find(({ organisationId }) => organisationId === c.var.me.organisationId)
  const needs = here?.secondStepFrom && !who?.twoSteps ? await c.var.gate.ways(c.var.caller) : undefined
  return c.var.page(
    <SecondStepSettingsPage isOn={who?.twoFactorOn === true} needs={needs} said={{ values: {}, errors }} />,
    status,
  )
}
