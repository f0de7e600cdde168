import type { Said } from '#kit/form/form.ts'
import { fill, sayKey } from '#kit/words/words.ts'
import { ButtonLink } from '#ui/button.tsx'
import { Choices } from '#ui/choice.tsx'
import { Copy } from '#ui/copy.tsx'
import { TextField } from '#ui/fields.tsx'
import { ErrorSummary, Form, Submit } from '#ui/form.tsx'
import { Page } from '#ui/frame.tsx'
import { CalmLine } from '#ui/notice.tsx'
import { words } from '../../words/words.ts'
import { events } from '../rules.ts'

const useBack = () => ({ href: '/koppelingen', label: words.use()['list.title'] })

/** An address that is told what happens to requests. The secret comes back without an address: no Turbo. */
export const NewWebhookPage = ({ said }: { said: Said }) => {
  const t = words.use()
  const { values } = said
  const errors: Record<string, string> = Object.fromEntries(
    Object.entries(said.errors).map(([field, key]) => [field, sayKey(t, key ?? '')]),
  )
  return (
    <Page title={t['webhook.new']} lead={t['webhook.lead']} back={useBack()} narrow>
      <div data-turbo="false">
        <Form action="/koppelingen/webhooks">
          <ErrorSummary title={t['error.summary']} errors={errors} />
          <TextField
            name="name"
            label={t['webhook.name']}
            value={values['name']}
            error={errors['name']}
            maxlength={80}
          />
          <TextField
            name="address"
            type="url"
            label={t['webhook.address']}
            hint={t['webhook.address.hint']}
            value={values['address']}
            error={errors['address']}
          />
          <Choices
            name="events"
            label={t['webhook.events']}
            values={values['events']}
            error={errors['events']}
            options={events.map((event) => ({ value: event, label: t[`event.${event}`] }))}
          />
          <CalmLine icon="lock">{t['webhook.calm']}</CalmLine>
          <Submit>{t['webhook.add']}</Submit>
        </Form>
      </div>
    </Page>
  )
}

/** The secret, this once. */
export const SecretPage = ({ name, secret }: { name: string; secret: string }) => {
  const t = words.use()
  return (
    <Page title={fill(t['webhook.secret'], { name })} lead={t['webhook.secret.lead']} back={useBack()} narrow>
      <Copy text={secret} label={t['token.copy']} done={t['token.copied']} />
      <p>{t['webhook.secret.use']}</p>
      <ButtonLink href="/koppelingen" kind="quiet" icon="check">
        {t['token.done']}
      </ButtonLink>
    </Page>
  )
}
