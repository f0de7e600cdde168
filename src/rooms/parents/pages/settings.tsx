import type { Said } from '#kit/form/form.ts'
import { sayKey } from '#kit/words/words.ts'
import { Actions, ButtonForm, ButtonLink } from '#ui/button.tsx'
import { Copy } from '#ui/copy.tsx'
import { TextArea, TextField } from '#ui/fields.tsx'
import { ErrorSummary, Form, Submit } from '#ui/form.tsx'
import { Page } from '#ui/frame.tsx'
import { List, Row } from '#ui/list.tsx'
import { Notice } from '#ui/notice.tsx'
import { Tag } from '#ui/tag.tsx'
import { pageTopics } from '../content/topics.ts'
import type { Named } from '../rules.ts'
import type { ParentOffer, ParentTopic } from '../tables.ts'
import { says, words } from '../words/words.ts'
import { Offers } from './offers.tsx'

export type SettingsProps = {
  address: string | undefined
  isOpen: boolean
  mayArrange: boolean
  said: Said
  offerSaid: Said
  named: Named[]
  topics: ParentTopic[]
  /** Topics of which nobody at school has the task. */
  unheld: ReadonlySet<string>
  offers: ParentOffer[]
}

export const errorsOf = (said: Said, t: Record<string, string>) =>
  Object.fromEntries(Object.entries(said.errors).map(([field, key]) => [field, sayKey(t, key ?? '')]))

/** Where a school looks beforehand, turns its page on or off, and puts in its own words. */
export const SettingsPage = (props: SettingsProps) => {
  const t = words.use()
  const { isOpen, mayArrange, said, offerSaid } = props
  return (
    <Page title={t['set.title']} lead={t['set.lead']} back={{ href: '/school', label: t['set.back'] }} narrow>
      <ErrorSummary title={t['error.summary']} errors={{ ...errorsOf(said, t), ...errorsOf(offerSaid, t) }} />
      <Notice kind={isOpen ? 'done' : 'tell'} text={t[isOpen ? 'set.open' : 'set.closed']} />
      <OnOrOff {...props} />
      {mayArrange ? <OwnWords said={said} /> : <p>{t['set.managers']}</p>}
      <Names named={props.named} />
      <Topics {...props} />
      <Offers offers={props.offers} said={offerSaid} mayArrange={mayArrange} />
    </Page>
  )
}

const OnOrOff = ({ address, isOpen, mayArrange }: SettingsProps) => {
  const t = words.use()
  return (
    <section>
      <Actions>
        <ButtonLink href="/ouderpagina/voorbeeld" kind={isOpen ? 'quiet' : 'do'}>
          {t['set.preview']}
        </ButtonLink>
        {mayArrange &&
          (isOpen ? (
            <ButtonForm action="/ouderpagina/sluiting" label={t['set.turnOff']} kind="quiet" />
          ) : (
            <ButtonForm action="/ouderpagina/opening" label={t['set.turnOn']} kind="quiet" />
          ))}
        {isOpen && (
          <ButtonLink href="/ouderpagina/poster" kind="quiet" icon="print">
            {t['set.poster']}
          </ButtonLink>
        )}
      </Actions>
      {isOpen && address && (
        <>
          <p>{t['set.address']}</p>
          <Copy text={address} label={t['set.copy']} done={t['set.copied']} />
        </>
      )}
    </section>
  )
}

const OwnWords = ({ said }: { said: Said }) => {
  const t = words.use()
  const errors = errorsOf(said, t)
  const { values } = said
  return (
    <Form action="/ouderpagina/woorden">
      <h2>{t['set.words']}</h2>
      <p>{t['set.noNames']}</p>
      <TextArea
        name="greeting"
        label={t['set.greeting']}
        hint={t['set.greeting.hint']}
        value={values['greeting']}
        error={errors['greeting']}
        rows={3}
      />
      {(['supportWebsite', 'supportPhone', 'complaintsWebsite'] as const).map((name) => (
        <TextField
          name={name}
          type={name === 'supportPhone' ? 'tel' : 'url'}
          label={t[`set.${name}`]}
          value={values[name]}
          error={errors[name]}
        />
      ))}
      <Submit>{t['set.save']}</Submit>
    </Form>
  )
}

const Names = ({ named }: { named: Named[] }) => {
  const t = words.use()
  return (
    <section>
      <h2>{t['set.names']}</h2>
      <p>{named.length > 0 ? named.map(({ name }) => name).join(', ') : t['set.names.none']}</p>
    </section>
  )
}

const Topics = ({ topics, unheld, mayArrange }: SettingsProps) => {
  const t = words.use()
  const names = says.use()
  return (
    <section>
      <h2>{t['set.topics']}</h2>
      <List label={t['set.topics']}>
        {pageTopics.map(({ id }) => {
          const own = topics.find(({ topic }) => topic === id)
          return (
            <Row
              title={names[`${id}.name`]}
              href={mayArrange ? `/ouderpagina/onderwerpen/${id}` : undefined}
              line={own?.sentence ?? undefined}
              tag={own?.hidden && <Tag>{t['set.topic.hidden']}</Tag>}
              waits={!own?.hidden && unheld.has(id) ? t['set.topic.missing'] : undefined}
            />
          )
        })}
      </List>
    </section>
  )
}
