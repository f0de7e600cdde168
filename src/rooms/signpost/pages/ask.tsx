import type { Said } from '#kit/form/form.ts'
import { sayKey, useLanguage } from '#kit/words/words.ts'
import { nameOf, topics } from '#rooms/trade/door.ts'
import { Actions, ButtonForm, ButtonLink } from '#ui/button.tsx'
import { Details } from '#ui/details.tsx'
import { TextField } from '#ui/fields.tsx'
import { ErrorSummary, Form, Submit } from '#ui/form.tsx'
import { Page, useFrame } from '#ui/frame.tsx'
import type { Topic } from '../rules.ts'
import { words } from '../words/words.ts'
import { SafetyLine } from './cards.tsx'

export type AskFormProps = {
  value?: string | undefined
  error?: string | undefined
  autofocus?: boolean | undefined
  /** The key that brings one here; only where the frame has no box of its own. */
  shortcut?: string | undefined
}

/** The box, large. What is typed goes by POST, and the browser is asked not to remember it. */
export const AskForm = ({ value, error, autofocus, shortcut }: AskFormProps) => {
  const t = words.use()
  return (
    <Form action="/bij-wie">
      <TextField
        name="question"
        type="search"
        label={t['ask.label']}
        hint={t['ask.hint']}
        value={value}
        error={error}
        autofocus={autofocus}
        shortcut={shortcut}
        autocomplete="off"
      />
      <Submit icon="search">{t['ask.button']}</Submit>
    </Form>
  )
}

/** A topic as a button: which one somebody looks at never stands in an address. */
export const TopicButton = ({ topic }: { topic: string }) => {
  const language = useLanguage()
  return <ButtonForm action="/bij-wie" kind="quiet" label={nameOf('topic', topic, language)} fields={{ topic }} />
}

/** The signpost: the box, three examples, and every topic folded by cluster. */
export const AskPage = ({ said }: { said: Said }) => {
  const t = words.use()
  const errors = Object.fromEntries(Object.entries(said.errors).map(([field, key]) => [field, sayKey(t, key ?? '')]))
  // Its own box is the larger one; the frame leaves out the other.
  const { askBox: _, ...frame } = useFrame()
  const examples = [t['ask.example.1'], t['ask.example.2'], t['ask.example.3']]
  return (
    <Page title={t['ask.title']} lead={t['ask.lead']} frame={frame} ownFocus>
      <ErrorSummary title={t['error.summary']} errors={errors} />
      <AskForm value={String(said.values['question'] ?? '')} error={errors['question']} autofocus shortcut="/" />
      <section>
        <h2>{t['ask.examples']}</h2>
        <Actions>
          {examples.map((question) => (
            <ButtonForm action="/bij-wie" kind="quiet" label={question} fields={{ question }} />
          ))}
        </Actions>
      </section>
      <SafetyLine />
      <section>
        <h2>{t['ask.topics']}</h2>
        {[...Map.groupBy(topics, (topic) => topic.cluster)].map(([cluster, ofCluster]) => (
          <Cluster cluster={cluster} topics={ofCluster} />
        ))}
      </section>
      <Actions>
        <ButtonLink href="/bij-wie/routes" kind="quiet">
          {t['ask.routes']}
        </ButtonLink>
        <ButtonLink href="/bij-wie/tien" kind="quiet" icon="print">
          {t['ask.ten']}
        </ButtonLink>
        <ButtonLink href="/bij-wie/dag" kind="quiet" icon="print">
          {t['ask.day']}
        </ButtonLink>
      </Actions>
    </Page>
  )
}

const Cluster = ({ cluster, topics: ofCluster }: { cluster: string; topics: readonly Topic[] }) => {
  const t = words.use()
  return (
    <Details summary={sayKey(t, `cluster.${cluster}`)}>
      <Actions>
        {ofCluster.map(({ id }) => (
          <TopicButton topic={id} />
        ))}
      </Actions>
    </Details>
  )
}
