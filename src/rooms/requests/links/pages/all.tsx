import type { Said } from '#kit/form/form.ts'
import { sayDay } from '#kit/time/day.ts'
import { fill, useLanguage } from '#kit/words/words.ts'
import { ButtonForm } from '#ui/button.tsx'
import { Empty } from '#ui/empty.tsx'
import { TextField } from '#ui/fields.tsx'
import { ErrorSummary, Form, Submit } from '#ui/form.tsx'
import { Page } from '#ui/frame.tsx'
import { List, Row } from '#ui/list.tsx'
import { StateTag, shortly, useErrors } from '../../pages/parts.tsx'
import { awaitsAnswer, stateOf } from '../../rules.ts'
import { words } from '../../words/words.ts'
import type { Visited } from '../queries.ts'

export const CodePage = ({ said }: { said: Said }) => {
  const t = words.use()
  const errors = useErrors()(said.errors)
  return (
    <Page title={t['code.title']} lead={t['code.lead']} narrow>
      <Form action="/mijn-vragen/code">
        <ErrorSummary title={t['error.summary']} errors={errors} />
        <TextField
          name="code"
          label={t['code.label']}
          inputmode="numeric"
          autocomplete="one-time-code"
          maxlength={9}
          error={errors.code}
          short
          autofocus
        />
        <Submit>{t['code.send']}</Submit>
      </Form>
    </Page>
  )
}

/** Everything that schools sent to one mail address, for who has proved that it is hers. */
export const AllPage = ({ mail, visited, today }: { mail: string; visited: readonly Visited[]; today: string }) => {
  const t = words.use()
  const language = useLanguage()
  return (
    <Page title={t['all.title']} lead={fill(t['all.lead'], { mail })} narrow>
      {visited.length === 0 ? (
        <Empty title={t['all.none']} />
      ) : (
        <List label={t['all.title']}>
          {visited.map(({ request, moments }) => (
            <Row
              title={shortly(
                request.what ?? fill(t['row.forgotten'], { day: sayDay(request.answerBy, language, today) }),
              )}
              href={`/mijn-vragen/${request.id}`}
              line={[
                request.school,
                awaitsAnswer(stateOf(moments)) &&
                  fill(t['row.answerBy'], { day: sayDay(request.answerBy, language, today) }),
              ]
                .filter(Boolean)
                .join(' · ')}
              tag={<StateTag state={stateOf(moments)} />}
              noPrefetch
            />
          ))}
        </List>
      )}
      <ButtonForm action="/mijn-vragen/afsluiting" label={t['all.end']} kind="quiet" icon="out" />
    </Page>
  )
}
