import type { Said } from '#kit/form/form.ts'
import { type Day, sayDay } from '#kit/time/day.ts'
import { fill, sayKey, useLanguage } from '#kit/words/words.ts'
import type { Colleague } from '#rooms/people/door.ts'
import { nameOf } from '#rooms/trade/door.ts'
import { Actions, ButtonForm, ButtonLink } from '#ui/button.tsx'
import { FactList } from '#ui/facts.tsx'
import { Select } from '#ui/fields.tsx'
import { ErrorSummary, Form, Submit } from '#ui/form.tsx'
import { Page } from '#ui/frame.tsx'
import { safeHref, telHref } from '#ui/href.ts'
import { Notice } from '#ui/notice.tsx'
import { noText } from '../mails/letters.ts'
import type { ProposalShown } from '../queries.ts'
import { canBeReopened, isWaiting } from '../rules.ts'
import { words } from '../words/words.ts'

type Props = {
  shown: ProposalShown
  colleagues: readonly Colleague[]
  school: string
  asker: string
  said: Said
  today: Day
}

/** One offer: what it is, and four ways on. */
export const ProposalPage = ({ shown, colleagues, school, asker, said, today }: Props) => {
  const t = words.use()
  const { proposal, restraint } = shown
  const at = `/voorstellen/${proposal.id}`
  const errors = Object.fromEntries(Object.entries(said.errors).map(([field, key]) => [field, sayKey(t, key ?? '')]))
  const { contact, name, stage } = proposal
  const letter = noText({ contact, name, school, asker, atOnce: restraint !== null })
  return (
    <Page title={name} back={{ href: '/voorstellen', label: t['one.back'] }} narrow>
      <ErrorSummary title={t['error.summary']} errors={errors} />
      {isWaiting(proposal) && restraint && (
        <Notice kind="tell" text={fill(t['one.restraint'], { reason: restraint })} />
      )}
      {canBeReopened(proposal) && (
        <Notice
          kind="waits"
          text={t[proposal.mail ? 'one.declining' : 'one.declined']}
          undo={{ action: `${at}/heropening`, label: t['one.reopen'] }}
        />
      )}
      <p class="letter">{proposal.what}</p>
      <Facts shown={shown} today={today} />
      {isWaiting(proposal) && (
        <>
          <Actions>
            <ButtonForm action={`${at}/afwijzing`} label={t['row.no']} icon="mail" />
            <ButtonLink href={`/keuzes/nieuw?voorstel=${proposal.id}`} kind="quiet" icon="check">
              {t['one.weigh']}
            </ButtonLink>
            {stage !== 'kept' && <ButtonForm action={`${at}/bewaring`} label={t['one.keep']} kind="quiet" />}
          </Actions>
          {colleagues.length > 0 && <Pass at={at} colleagues={colleagues} error={errors['personId']} />}
        </>
      )}
      {(isWaiting(proposal) || (stage === 'declined' && !proposal.mail)) && (
        <section>
          <h2>{t['one.letter']}</h2>
          <p>{t[proposal.mail ? 'one.letter.mail' : 'one.letter.noMail']}</p>
          <p class="letter">{letter}</p>
        </section>
      )}
    </Page>
  )
}

const Facts = ({ shown, today }: Pick<Props, 'shown' | 'today'>) => {
  const t = words.use()
  const language = useLanguage()
  const { proposal, passedTo, answeredBy } = shown
  const day = proposal.answeredOn && sayDay(proposal.answeredOn, language, today)
  const answered = day && fill(t[answeredBy ? 'one.answered.by' : 'one.answered.on'], { day, name: answeredBy ?? '' })
  const facts = [
    { term: t['type.contact'], value: proposal.contact },
    { term: t['type.mail'], value: proposal.mail && <a href={safeHref(`mailto:${proposal.mail}`)}>{proposal.mail}</a> },
    {
      term: t['type.phone'],
      value: proposal.phone && <a href={safeHref(telHref(proposal.phone))}>{proposal.phone}</a>,
    },
    { term: t['type.topic'], value: proposal.topic && nameOf('topic', proposal.topic, language) },
    { term: t['one.arrived'], value: `${sayDay(proposal.arrivedOn, language, today)}, ${t[`kind.${proposal.kind}`]}` },
    { term: t['one.stage'], value: t[`stage.${proposal.stage}`] },
    { term: t['one.passed'], value: passedTo },
    { term: t['one.answered'], value: answered },
    {
      term: t['one.choice'],
      value: proposal.choiceId && <a href={`/keuzes/${proposal.choiceId}`}>{t['one.choice.open']}</a>,
    },
  ]
  return <FactList facts={facts.filter(({ value }) => value)} />
}

const Pass = ({
  at,
  colleagues,
  error,
}: {
  at: string
  colleagues: readonly Colleague[]
  error: string | undefined
}) => {
  const t = words.use()
  return (
    <Form action={`${at}/doorgifte`}>
      <Select
        name="personId"
        label={t['one.pass']}
        blank={t['one.pass.none']}
        error={error}
        options={colleagues.map(({ personId, name }) => ({ value: personId, label: name }))}
      />
      <Submit kind="quiet">{t['one.pass.do']}</Submit>
    </Form>
  )
}
