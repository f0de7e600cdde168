import type { Context } from 'hono'
import { Hono } from 'hono'
import type { Said } from '#kit/form/form.ts'
import type { Inside, Porch, Street } from '#kit/http/types.ts'
import { lettersOf } from '#kit/mail/send.ts'
import { findSchools } from '#rooms/organisations/door.ts'
import { isColleague, whoIsThis } from '#rooms/people/door.ts'
import { setUpSchool, useCode } from './actions.ts'
import { type DemoPerson, demoPersons } from './content/demo-persons.ts'
import {
  beginForm,
  chooseForm,
  codeForm,
  mailForm,
  moreCodeForm,
  passwordForm,
  signInForm,
  typedForm,
} from './forms.ts'
import { BeginPage, ChooseSchoolPage, MoreCodePage, NobodyPage, NoStepsPage, StepsPage } from './pages/begin.tsx'
import { MailboxPage } from './pages/mailbox.tsx'
import { ForgotPage, NewPasswordPage } from './pages/password.tsx'
import { SecondStepPage, SignInPage } from './pages/sign-in.tsx'
import { codeStands, howFar, openSetupOf } from './queries.ts'
import { ownPath } from './rules.ts'
import { goTo, rememberPlace } from './self/routes.tsx'
import { words } from './words/words.ts'

const say = (c: { var: { language: string } }) => words.in(c.var.language)
const personsOf = (c: Context<Street>): readonly DemoPerson[] => (c.var.config.mode === 'demo' ? demoPersons : [])

export const street = new Hono<Street>()
  .get('/inloggen', (c) => showSignIn(c, { values: { naar: ownPath(c.req.query('naar')) }, errors: {} }, 200))

  .post('/inloggen', async (c) => {
    const body = await c.var.body()
    const form = signInForm.safeParse(body)
    if (!form.success) return showSignIn(c, signInForm.sayBack(form.error, body), 422)
    const { mail, password, naar } = form.data
    const signed = await c.var.gate.signIn({ email: mail, password }, c.var.caller)
    if (signed.ok) return goTo(c, ownPath(naar), signed.cookies)
    if (signed.because === 'second-step')
      return goTo(c, `/inloggen/code?naar=${encodeURIComponent(ownPath(naar))}`, signed.cookies)
    const said = { values: body, errors: { password: `error.${signed.because}` } }
    return showSignIn(c, said, signed.because === 'locked' ? 429 : 422)
  })

  .post('/inloggen/proef', async (c) => {
    const { person } = await c.var.body()
    const known = personsOf(c).find(({ mail }) => mail === person)
    const accountId = known && (await c.var.gate.accountOf(known.mail))
    if (!accountId) return c.notFound()
    return goTo(c, '/', await c.var.gate.demoSignIn(accountId, c.var.caller))
  })

  .get('/inloggen/code', (c) =>
    c.var.page(<SecondStepPage said={codeForm.blank({ naar: ownPath(c.req.query('naar')) })} />),
  )

  .post('/inloggen/code', async (c) => {
    const body = await c.var.body()
    const form = codeForm.safeParse(body)
    if (!form.success) return c.var.page(<SecondStepPage said={codeForm.sayBack(form.error, body)} />, 422)
    const code = form.data.code.replace(/\s/g, '')
    const step = await c.var.gate.secondStep(/^\d{6}$/.test(code) ? { code } : { backupCode: code }, c.var.caller)
    if (step.ok) return goTo(c, ownPath(form.data.naar), step.cookies)
    const error = step.because === 'wrong' ? 'error.code' : `error.${step.because}`
    return c.var.page(
      <SecondStepPage said={{ values: body, errors: { code: error } }} />,
      step.because === 'locked' ? 429 : 422,
    )
  })

  .get('/wachtwoord', (c) => c.var.page(<ForgotPage said={mailForm.blank()} />))

  .post('/wachtwoord', async (c) => {
    const body = await c.var.body()
    const form = mailForm.safeParse(body)
    if (!form.success) return c.var.page(<ForgotPage said={mailForm.sayBack(form.error, body)} />, 422)
    await c.var.gate.requestReset({ email: form.data.mail, language: c.var.language }, c.var.caller)
    c.var.tell(say(c)['reset.sent'])
    return c.redirect('/inloggen', 303)
  })

  .get('/wachtwoord/:token', (c) =>
    c.var.page(<NewPasswordPage said={passwordForm.blank()} token={c.req.param('token')} />),
  )

  .post('/wachtwoord/:token', async (c) => {
    const body = await c.var.body()
    const form = passwordForm.safeParse(body)
    const token = c.req.param('token')
    if (!form.success)
      return c.var.page(<NewPasswordPage said={passwordForm.sayBack(form.error, body)} token={token} />, 422)
    const reset = await c.var.gate.resetPassword({ token, password: form.data.password })
    if (reset.ok) {
      c.var.tell(say(c)['reset.done'])
      return c.redirect('/inloggen', 303)
    }
    const error = reset.because === 'expired' ? 'reset.expired' : `error.${reset.because}`
    return c.var.page(<NewPasswordPage said={{ values: {}, errors: { password: error } }} token={token} />, 422)
  })

  .get('/begin', async (c, next) => {
    if (await c.var.gate.whoIs(c.req.raw.headers)) return next()
    return (await c.var.asKeeper(codeStands))
      ? c.var.page(<BeginPage said={beginForm.blank()} />)
      : c.redirect('/inloggen', 303)
  })

  .post('/begin', async (c) => {
    const body = await c.var.body()
    const form = beginForm.safeParse(body)
    if (!form.success) return c.var.page(<BeginPage said={beginForm.sayBack(form.error, body)} />, 422)
    const { code, name, mail, password } = form.data
    const back = (errors: Record<string, string>) => c.var.page(<BeginPage said={{ values: body, errors }} />, 422)
    if (!(await c.var.asKeeper((tx) => codeStands(tx, code)))) return back({ code: 'error.setup' })
    const made = await c.var.gate.createAccount({ email: mail, password, name })
    if (!made.ok)
      return back(
        made.because === 'exists' || made.because === 'no-address'
          ? { mail: made.because === 'exists' ? 'error.exists' : 'error.mail' }
          : { password: `error.${made.because}` },
      )
    if (!(await c.var.asKeeper((tx) => useCode(tx, { code, accountId: made.accountId, now: c.var.now })))) {
      await c.var.gate.removeAccount(made.accountId)
      return back({ code: 'error.setup' })
    }
    const signed = await c.var.gate.signIn({ email: mail, password }, c.var.caller)
    return goTo(c, '/begin/school', signed.ok ? signed.cookies : [])
  })

  .get('/postvak', async (c) =>
    c.var.config.mode === 'demo'
      ? c.var.page(<MailboxPage letters={await c.var.asKeeper((tx) => lettersOf(tx))} />)
      : c.notFound(),
  )

const showSignIn = async (c: Context<Street>, said: Said, status: 200 | 422 | 429) => {
  const providers = await c.var.gate.providers()
  const hasCode = await c.var.asKeeper(codeStands)
  return c.var.page(<SignInPage said={said} persons={personsOf(c)} providers={providers} hasCode={hasCode} />, status)
}

export const porch = new Hono<Porch>()
  .post('/uitloggen', async (c) => goTo(c, '/inloggen', await c.var.gate.signOut(c.var.caller)))

  // Who does belong somewhere has no business here, whatever sent her.
  .get('/nergens', async (c) => {
    if (await c.var.asKeeper((tx) => openSetupOf(tx, c.var.accountId))) return c.redirect('/begin/school', 303)
    return (await belongs(c)) ? c.redirect('/', 303) : c.var.page(<NobodyPage />, 403)
  })

  // One more school, for whoever is in already: a code from whoever runs this house.
  .get('/begin/code', (c) => c.var.page(<MoreCodePage said={moreCodeForm.blank()} />))

  .post('/begin/code', async (c) => {
    const body = await c.var.body()
    const form = moreCodeForm.safeParse(body)
    if (!form.success) return c.var.page(<MoreCodePage said={moreCodeForm.sayBack(form.error, body)} />, 422)
    const given = { code: form.data.code, accountId: c.var.accountId, now: c.var.now }
    const used = await c.var.asKeeper((tx) => useCode(tx, given))
    if (used) return c.redirect('/begin/school', 303)
    return c.var.page(<MoreCodePage said={{ values: body, errors: { code: 'error.setup' } }} />, 422)
  })

  .get('/begin/school', async (c) => {
    if (!(await c.var.asKeeper((tx) => openSetupOf(tx, c.var.accountId)))) return c.redirect('/nergens', 303)
    const wish = (c.req.query('zoek') ?? '').slice(0, 100)
    const found = await c.var.accountWork((tx) => findSchools(tx, wish))
    return c.var.page(<ChooseSchoolPage wish={wish} found={found} said={typedForm.blank()} />)
  })

  .post('/begin/school', async (c) => {
    const form = chooseForm.safeParse(await c.var.body())
    if (!form.success)
      return c.var.page(
        <ChooseSchoolPage wish="" found={[]} said={{ values: {}, errors: { zoek: 'error.choose' } }} />,
        422,
      )
    return settle(c, form.data)
  })

  .post('/begin/school/nieuw', async (c) => {
    const body = await c.var.body()
    const form = typedForm.safeParse(body)
    if (!form.success)
      return c.var.page(<ChooseSchoolPage wish="" found={[]} said={typedForm.sayBack(form.error, body)} />, 422)
    return settle(c, { typed: form.data })
  })

const belongs = async (c: Context<Porch>) => {
  const who = await c.var.accountWork((tx) => whoIsThis(tx, c.var.accountId, c.var.today))
  return (who?.places.length ?? 0) > 0
}

async function settle(c: Context<Porch>, school: Parameters<typeof setUpSchool>[1]['school']) {
  const session = await c.var.gate.whoIs(c.req.raw.headers)
  if (!session) return c.redirect('/inloggen', 303)
  const { accountId, name, email } = session
  const outcome = await c.var.asKeeper((tx) =>
    setUpSchool(tx, { accountId, name, mail: email, school, now: c.var.now }),
  )
  if (outcome.ok) {
    rememberPlace(c, outcome.organisationId)
    return c.redirect('/begin', 303)
  }
  if (outcome.because === 'no-code') return c.redirect('/nergens', 303)
  return c.var.page(
    <ChooseSchoolPage
      wish=""
      found={[]}
      said={{ values: {}, errors: { zoek: outcome.because === 'taken' ? 'error.taken' : 'error.choose' } }}
    />,
    422,
  )
}

export const inside = new Hono<Inside>().get('/begin', async (c) => {
  // Staff and partners are what a school sets up; for a board or a partner there is nothing to.
  if (!isColleague(c.var.me)) return c.var.page(<NoStepsPage />, 404)
  const counts = await c.var.work((tx, me) => howFar(tx, me.organisationId))
  return c.var.page(<StepsPage {...counts} />)
})
