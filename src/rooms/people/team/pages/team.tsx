import type { Said } from '#kit/form/form.ts'
import { sayKey } from '#kit/words/words.ts'
import { ButtonForm, ButtonLink } from '#ui/button.tsx'
import { TextField } from '#ui/fields.tsx'
import { ErrorSummary, Form, Submit } from '#ui/form.tsx'
import { Page } from '#ui/frame.tsx'
import { List, Row } from '#ui/list.tsx'
import { Face } from '#ui/person.tsx'
import { Tag } from '#ui/tag.tsx'
import type { Colleague } from '../../queries.ts'
import { words } from '../../words/words.ts'

type Props = { team: readonly Colleague[]; said: Said; mayAsk: boolean }

/** Who speaks for this partner, and one more. */
export const TeamPage = ({ team, said, mayAsk }: Props) => {
  const t = words.use()
  const errors = Object.fromEntries(Object.entries(said.errors).map(([field, key]) => [field, sayKey(t, key ?? '')]))
  return (
    <Page title={t['team.title']} lead={t['team.lead']} narrow>
      <ErrorSummary title={t['error.summary']} errors={errors} />
      <List label={t['team.title']}>
        {team.map(({ personId, name, mail, hasAccount }) => (
          <Row
            before={<Face name={name} small />}
            title={name}
            line={mail ?? ''}
            tag={<Tag kind={hasAccount ? 'done' : undefined}>{t[hasAccount ? 'team.in' : 'team.waits']}</Tag>}
            action={
              !hasAccount && (
                <ButtonForm
                  action="/uitnodigingen"
                  fields={{ personId }}
                  label={t['team.invite']}
                  about={name}
                  kind="quiet"
                />
              )
            }
          />
        ))}
      </List>
      {mayAsk && (
        <ButtonLink href="/tweede-stap" kind="quiet" icon="lock">
          {t['asked.title']}
        </ButtonLink>
      )}
      <section>
        <h2>{t['team.add']}</h2>
        <Form action="/collegas">
          <TextField
            name="name"
            label={t['person.name']}
            value={said.values['name']}
            error={errors['name']}
            autocomplete="off"
          />
          <TextField
            name="mail"
            type="email"
            label={t['person.mail']}
            value={said.values['mail']}
            error={errors['mail']}
            autocomplete="off"
          />
          <Submit>{t['team.add.button']}</Submit>
        </Form>
      </section>
    </Page>
  )
}
