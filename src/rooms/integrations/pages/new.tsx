import type { Said } from '#kit/form/form.ts'
import type { Day } from '#kit/time/day.ts'
import { fill, sayKey } from '#kit/words/words.ts'
import { ButtonLink } from '#ui/button.tsx'
import { Choices } from '#ui/choice.tsx'
import { Copy } from '#ui/copy.tsx'
import { DateField, TextField } from '#ui/fields.tsx'
import { ErrorSummary, Form, Submit } from '#ui/form.tsx'
import { Page } from '#ui/frame.tsx'
import { CalmLine } from '#ui/notice.tsx'
import { scopes } from '../rules.ts'
import { words } from '../words/words.ts'

const useBack = () => ({ href: '/koppelingen', label: words.use()['list.title'] })

/** A token for one program. What comes back has no address of its own, so the browser sends this form, not Turbo. */
export const NewPage = ({ said, earliest, latest }: { said: Said; earliest: Day; latest: Day }) => {
  const t = words.use()
  const { values } = said
  const errors: Record<string, string> = Object.fromEntries(
    Object.entries(said.errors).map(([field, key]) => [field, sayKey(t, key ?? '')]),
  )
  return (
    <Page title={t['new.title']} lead={t['new.lead']} back={useBack()} narrow>
      <div data-turbo="false">
        <Form action="/koppelingen">
          <ErrorSummary title={t['error.summary']} errors={errors} />
          <TextField
            name="name"
            label={t['new.name']}
            hint={t['new.name.hint']}
            value={values['name']}
            error={errors['name']}
            maxlength={80}
          />
          <Choices
            name="scopes"
            label={t['new.scopes']}
            hint={t['new.scopes.hint']}
            values={values['scopes']}
            error={errors['scopes']}
            options={scopes.map((scope) => ({ value: scope, label: t[`scope.${scope}`] }))}
          />
          <DateField
            name="expiresOn"
            label={t['new.until']}
            hint={t['new.until.hint']}
            value={values['expiresOn']}
            error={errors['expiresOn']}
            min={earliest}
            max={latest}
          />
          <CalmLine icon="lock">{t['new.calm']}</CalmLine>
          <Submit>{t['new.make']}</Submit>
        </Form>
      </div>
    </Page>
  )
}

/** The token, this once. */
export const TokenPage = ({ name, token, address }: { name: string; token: string; address: string }) => {
  const t = words.use()
  return (
    <Page title={fill(t['token.title'], { name })} lead={t['token.lead']} back={useBack()} narrow>
      <Copy text={token} label={t['token.copy']} done={t['token.copied']} />
      <p>{t['token.use']}</p>
      <Copy text={`${address}/api/v1`} label={t['token.copy.address']} done={t['token.copied']} />
      <CalmLine icon="lock">{t['token.calm']}</CalmLine>
      <ButtonLink href="/koppelingen" kind="quiet" icon="check">
        {t['token.done']}
      </ButtonLink>
    </Page>
  )
}
