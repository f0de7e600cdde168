import type { Said } from '#kit/form/form.ts'
import type { ShownProvider } from '#kit/gate/gate.ts'
import { fill, sayKey, useLanguage } from '#kit/words/words.ts'
import { nameOf } from '#rooms/trade/door.ts'
import { Actions, ButtonForm, ButtonLink } from '#ui/button.tsx'
import { TextField } from '#ui/fields.tsx'
import { ErrorSummary, Form, Submit } from '#ui/form.tsx'
import { Page } from '#ui/frame.tsx'
import { List, Row } from '#ui/list.tsx'
import { PasskeyForm } from '#ui/passkey.tsx'
import { Face } from '#ui/person.tsx'
import type { DemoPerson } from '../content/demo-persons.ts'
import { words } from '../words/words.ts'

export const useErrors = (said: Said) => {
  const t = words.use()
  return Object.fromEntries(Object.entries(said.errors).map(([field, key]) => [field, sayKey(t, key ?? '')]))
}

/** The way in. In the demo one click is enough. */
type SignInProps = { said: Said; persons: readonly DemoPerson[]; providers: readonly ShownProvider[]; hasCode: boolean }

export const SignInPage = ({ said, persons, providers, hasCode }: SignInProps) => {
  const t = words.use()
  const errors = useErrors(said)
  const path = String(said.values['naar'] ?? '')
  return (
    <Page title={t['in.title']} narrow>
      {persons.length > 0 && <DemoPersons persons={persons} />}
      {persons.length > 0 && <h2>{t['in.demo.or']}</h2>}
      <ErrorSummary title={t['error.summary']} errors={errors} />
      <Form action="/inloggen">
        <input type="hidden" name="naar" value={path} />
        <TextField
          name="mail"
          type="email"
          label={t['in.mail']}
          value={said.values['mail']}
          error={errors['mail']}
          autocomplete="username"
        />
        <TextField
          name="password"
          type="password"
          label={t['in.password']}
          error={errors['password']}
          autocomplete="current-password"
        />
        <Submit>{t['in.button']}</Submit>
      </Form>
      <p>
        <a href="/wachtwoord">{t['in.forgot']}</a>
      </p>
      <OtherWays path={path} providers={providers} />
      <p>{t['in.first']}</p>
      {hasCode && (
        <p>
          <a href="/begin">{t['in.code']}</a>
        </p>
      )}
    </Page>
  )
}

const OtherWays = ({ path, providers }: { path: string; providers: readonly ShownProvider[] }) => {
  const t = words.use()
  return (
    <section>
      <h2>{t['in.other']}</h2>
      {providers.map(({ id, name }) => (
        <ButtonForm
          action={`/inloggen/via/${id}`}
          label={fill(t['in.via'], { name })}
          fields={{ naar: path }}
          kind="quiet"
        />
      ))}
      <PasskeyForm
        action="/inloggen/sleutel"
        task="/inloggen/sleutel/opdracht"
        kind="use"
        fields={{ naar: path }}
        label={t['key.in']}
        without={t['key.without']}
        failed={t['key.failed']}
      />
      <Actions>
        <ButtonLink href={`/inloggen/link?naar=${encodeURIComponent(path)}`} kind="quiet">
          {t['in.link']}
        </ButtonLink>
      </Actions>
    </section>
  )
}

const DemoPersons = ({ persons }: { persons: readonly DemoPerson[] }) => {
  const t = words.use()
  const language = useLanguage()
  return (
    <section>
      <h2>{t['in.demo.title']}</h2>
      <p>{t['in.demo.lead']}</p>
      <List label={t['in.demo.title']}>
        {persons.map((person) => (
          <Row
            before={<Face name={person.name} />}
            title={person.name}
            line={`${person.roles.map((role) => nameOf('role', role, language)).join(', ')} · ${person.place}`}
            action={
              <ButtonForm
                action="/inloggen/proef"
                fields={{ person: person.mail }}
                kind="quiet"
                label={fill(t['in.demo.as'], { name: person.name.split(' ')[0] ?? person.name })}
              />
            }
          />
        ))}
      </List>
    </section>
  )
}

/** The second step: six digits from the app, or a backup code. */
export const SecondStepPage = ({ said }: { said: Said }) => {
  const t = words.use()
  const errors = useErrors(said)
  return (
    <Page title={t['second.title']} lead={t['second.lead']} narrow>
      <ErrorSummary title={t['error.summary']} errors={errors} />
      <Form action="/inloggen/code">
        <input type="hidden" name="naar" value={String(said.values['naar'] ?? '')} />
        <TextField
          name="code"
          label={t['second.code']}
          error={errors['code']}
          autocomplete="one-time-code"
          autofocus
          short
        />
        <Submit>{t['second.button']}</Submit>
      </Form>
    </Page>
  )
}
