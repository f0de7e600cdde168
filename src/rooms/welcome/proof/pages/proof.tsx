import type { Said } from '#kit/form/form.ts'
import type { Ways } from '#kit/gate/gate.ts'
import { fill } from '#kit/words/words.ts'
import { ButtonForm } from '#ui/button.tsx'
import { TextField } from '#ui/fields.tsx'
import { ErrorSummary, Form, Submit } from '#ui/form.tsx'
import { Page } from '#ui/frame.tsx'
import { PasskeyForm } from '#ui/passkey.tsx'
import { useErrors } from '../../pages/sign-in.tsx'
import { words } from '../../words/words.ts'

type Props = { ways: Ways; path: string; isDemo: boolean; said: Said }

/** “Ben jij het?”: by whichever way somebody has. */
export const ProofPage = ({ ways, path, isDemo, said }: Props) => {
  const t = words.use()
  const errors = useErrors(said)
  const none = !isDemo && !ways.password && !ways.code && ways.passkeys === 0 && ways.linked.length === 0
  return (
    <Page title={t['proof.title']} lead={t['proof.lead']} narrow>
      <ErrorSummary title={t['error.summary']} errors={errors} />
      {isDemo && <ButtonForm action="/mij/bevestiging/proef" label={t['proof.demo']} fields={{ naar: path }} />}
      {ways.passkeys > 0 && (
        <PasskeyForm
          action="/mij/bevestiging/sleutel"
          task="/mij/bevestiging/sleutel/opdracht"
          kind="use"
          fields={{ naar: path }}
          label={t['proof.key']}
          without={t['key.without']}
          failed={t['proof.wrong']}
        />
      )}
      {ways.password && <ByPassword path={path} error={errors['password']} />}
      {ways.code && <ByCode path={path} error={errors['code']} />}
      {ways.linked.map(({ provider, name }) => (
        <ButtonForm
          action={`/mij/bevestiging/via/${provider}`}
          label={fill(t['proof.via'], { name })}
          fields={{ naar: path }}
          kind="quiet"
        />
      ))}
      {none && (
        <>
          <p>{t['proof.none']}</p>
          <ButtonForm action="/uitloggen" label={t['out.button']} icon="out" />
        </>
      )}
    </Page>
  )
}

type Way = { path: string; error: string | undefined }

const ByPassword = ({ path, error }: Way) => {
  const t = words.use()
  return (
    <Form action="/mij/bevestiging">
      <input type="hidden" name="naar" value={path} />
      <TextField
        name="password"
        type="password"
        label={t['in.password']}
        error={error}
        autocomplete="current-password"
      />
      <Submit>{t['proof.button']}</Submit>
    </Form>
  )
}

const ByCode = ({ path, error }: Way) => {
  const t = words.use()
  return (
    <Form action="/mij/bevestiging/code">
      <input type="hidden" name="naar" value={path} />
      <TextField
        name="code"
        label={t['proof.code']}
        error={error}
        autocomplete="one-time-code"
        inputmode="numeric"
        short
      />
      <Submit kind="quiet">{t['proof.button']}</Submit>
    </Form>
  )
}
