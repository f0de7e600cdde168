import type { Said } from '#kit/form/form.ts'
import type { Ways } from '#kit/gate/gate.ts'
import { fill } from '#kit/words/words.ts'
import { Actions, ButtonLink } from '#ui/button.tsx'
import { Copy } from '#ui/copy.tsx'
import { TextField } from '#ui/fields.tsx'
import { ErrorSummary, Form, Submit } from '#ui/form.tsx'
import { Page } from '#ui/frame.tsx'
import { CalmLine } from '#ui/notice.tsx'
import { Qr } from '#ui/qr.tsx'
import { useErrors } from '../../pages/sign-in.tsx'
import { words } from '../../words/words.ts'
import { inGroups } from '../rules.ts'

const useBack = () => ({ href: '/mij', label: words.use()['self.title'] })

type Settings = {
  said: Said
  isOn: boolean
  /** Her organisation asks a second step and she came in without one: the ways in that she has. */
  needs?: Ways | undefined
}

/** The second step at sign-in: turned on, or tended and turned off. */
export const SecondStepSettingsPage = ({ said, isOn, needs }: Settings) => {
  const t = words.use()
  const errors = useErrors(said)
  return (
    <Page title={t['self.second']} lead={t[isOn ? 'self.second.is-on' : 'self.second.lead']} back={useBack()} narrow>
      <ErrorSummary title={t['error.summary']} errors={errors} />
      {needs && <Needed {...needs} />}
      {isOn ? (
        <>
          <section>
            <h2>{t['self.codes.renew']}</h2>
            <Proof at="reservecodes" id="renew" error={errors['renew']} button={t['self.codes.button']} />
          </section>
          <section>
            <h2>{t['self.second.stop']}</h2>
            <Proof at="einde" id="stop" error={errors['stop']} button={t['self.second.stop.button']} />
          </section>
        </>
      ) : (
        <Proof at="" id="password" error={errors['password']} button={t['self.second.start']} />
      )}
    </Page>
  )
}

const Needed = ({ password, passkeys }: Ways) => {
  const t = words.use()
  return (
    <>
      <CalmLine icon="lock">{t[password ? 'self.second.needed' : 'self.second.needed.elsewhere']}</CalmLine>
      <Actions>
        <ButtonLink href="/mij/sleutels" kind="quiet">
          {t['self.second.needed.key']}
        </ButtonLink>
        {passkeys > 0 && (
          <ButtonLink href="/mij/bevestiging?naar=/mij" kind="quiet">
            {t['self.second.needed.have']}
          </ButtonLink>
        )}
      </Actions>
    </>
  )
}

// What comes back is shown once and has no address of its own, so the browser itself sends this form, not Turbo.
const Proof = ({ at, id, error, button }: { at: string; id: string; error: string | undefined; button: string }) => {
  const t = words.use()
  return (
    <div data-turbo="false">
      <Form action={at ? `/mij/tweede-stap/${at}` : '/mij/tweede-stap'}>
        <TextField
          id={id}
          name="password"
          type="password"
          label={t['in.password']}
          error={error}
          autocomplete="current-password"
        />
        <Submit>{button}</Submit>
      </Form>
    </div>
  )
}

/** The secret for the app, and the backup codes: both once, here. */
export const StartedPage = ({ secret, uri, backupCodes }: { secret: string; uri: string; backupCodes: string[] }) => {
  const t = words.use()
  return (
    <Page title={t['self.second']} lead={t['self.start.lead']} back={useBack()} narrow>
      <section>
        <h2>{t['self.start.app']}</h2>
        <p>{t['self.start.qr.text']}</p>
        <Qr text={uri} label={t['self.start.qr']} />
        <p>{t['self.start.app.text']}</p>
        <Copy text={inGroups(secret)} label={t['self.copy']} done={t['self.copied']} />
        <p>
          <a href={uri}>{t['self.start.link']}</a>
        </p>
      </section>
      <section>
        <h2>{t['self.codes']}</h2>
        <Codes codes={backupCodes} />
      </section>
      <section>
        <h2>{t['self.start.code']}</h2>
        <FirstCode error={undefined} />
      </section>
    </Page>
  )
}

const Codes = ({ codes }: { codes: readonly string[] }) => {
  const t = words.use()
  return (
    <>
      <p>{fill(t['self.codes.text'], { count: codes.length })}</p>
      <Copy text={codes.join('\n')} label={t['self.copy']} done={t['self.copied']} />
      <ul>
        {codes.map((code) => (
          <li>
            <code>{code}</code>
          </li>
        ))}
      </ul>
    </>
  )
}

const FirstCode = ({ error }: { error: string | undefined }) => {
  const t = words.use()
  return (
    <Form action="/mij/tweede-stap/bevestiging">
      <TextField
        name="code"
        label={t['self.start.digits']}
        error={error}
        autocomplete="one-time-code"
        inputmode="numeric"
        short
      />
      <Submit>{t['self.start.confirm']}</Submit>
    </Form>
  )
}

/** The first code was not right: once more. The secret is in the app by now; if not, one begins again. */
export const ConfirmPage = ({ said }: { said: Said }) => {
  const t = words.use()
  const errors = useErrors(said)
  return (
    <Page title={t['self.second']} lead={t['self.start.again']} back={useBack()} narrow>
      <ErrorSummary title={t['error.summary']} errors={errors} />
      <FirstCode error={errors['code']} />
      <ButtonLink href="/mij/tweede-stap" kind="quiet" icon="undo">
        {t['self.start.over']}
      </ButtonLink>
    </Page>
  )
}

/** Ten new codes; the old ones no longer work. */
export const BackupCodesPage = ({ codes }: { codes: readonly string[] }) => {
  const t = words.use()
  return (
    <Page title={t['self.codes.new']} back={useBack()} narrow>
      <Codes codes={codes} />
      <CalmLine icon="check">{t['self.codes.old']}</CalmLine>
    </Page>
  )
}
