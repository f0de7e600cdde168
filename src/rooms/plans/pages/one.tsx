import type { Said } from '#kit/form/form.ts'
import { type Day, sayDay } from '#kit/time/day.ts'
import { fill, useLanguage } from '#kit/words/words.ts'
import { AskTheTeam, type PollShown, PollSummary } from '#rooms/surveys/door.ts'
import { nameOf } from '#rooms/trade/door.ts'
import { Actions, ButtonForm, ButtonLink } from '#ui/button.tsx'
import { Choice } from '#ui/choice.tsx'
import { FactList } from '#ui/facts.tsx'
import { TextArea } from '#ui/fields.tsx'
import { ErrorSummary, Form, Submit } from '#ui/form.tsx'
import { Page } from '#ui/frame.tsx'
import { List, Row } from '#ui/list.tsx'
import { CalmLine, Notice } from '#ui/notice.tsx'
import type { ChoiceShown } from '../queries.ts'
import { hoursOver, type Load, mayBecomeLine, mayBeDecided } from '../rules.ts'
import { outcomes } from '../tables.ts'
import { words } from '../words/words.ts'
import { sayErrors } from './form.tsx'
import { OutcomeTag } from './list.tsx'

type Props = {
  shown: ChoiceShown
  load: Load | undefined
  restraint: string | undefined
  said: Said
  poll: PollShown | undefined
  asking: Said
  today: Day
  mayTend: boolean
  mayDecide: boolean
}

/** One choice: what was asked, what it would mean, what was decided. */
export const ChoicePage = (props: Props) => {
  const { shown, restraint, said, poll, asking, today, mayTend } = props
  const t = words.use()
  const { choice, decided } = shown
  const last = decided.at(-1)?.outcome ?? null
  const at = `/keuzes/${choice.id}`
  return (
    <Page title={choice.name} back={{ href: '/keuzes', label: t['one.back'] }} narrow>
      <ErrorSummary title={t['error.summary']} errors={sayErrors(said, t)} />
      <p>
        <OutcomeTag outcome={last ?? undefined} />
      </p>
      {restraint && <Notice kind="tell" text={fill(t['one.restraint'], { reason: restraint })} />}
      <Facts shown={shown} today={today} />
      <Hours {...props} />
      {mayTend && mayBecomeLine(choice, last) && (
        <>
          <CalmLine>{t['one.become.text']}</CalmLine>
          <ButtonForm action={`${at}/lijn`} label={t['one.become']} icon="add" />
        </>
      )}
      {choice.roomLineId &&
        (last === 'yes' || last === 'try') &&
        (choice.room === 'ends' || choice.room === 'sleeps') && (
          <ButtonLink href={`/netwerk/${choice.roomLineId}/vervolg`} kind="quiet" icon="next">
            {fill(t[`one.room.do.${choice.room}`], { name: shown.roomLine ?? '' })}
          </ButtonLink>
        )}
      {poll && <PollSummary poll={poll} today={today} />}
      {/* Who decides finds her own question first; whoever waits for it reads that below. */}
      {mayBeDecided(last) && props.mayDecide && <Decide {...props} />}
      {!poll && mayTend && mayBeDecided(last) && (
        <AskTheTeam action={`${at}/raadpleging`} said={asking} today={today} />
      )}
      {decided.length > 0 && <Decisions shown={shown} today={today} />}
      {decided.length > 0 && last !== 'no' && (
        <ButtonLink href={`/besluiten/nieuw?keuze=${choice.id}`} kind="quiet" icon="people">
          {t['one.touches']}
        </ButtonLink>
      )}
      {mayBeDecided(last) && !props.mayDecide && <CalmLine icon="clock">{t['one.waits']}</CalmLine>}
      {mayTend && mayBeDecided(last) && (
        <Actions>
          <ButtonLink href={`${at}/wijziging`} kind="quiet" icon="edit">
            {t['one.change']}
          </ButtonLink>
          {!decided.length && (
            <ButtonForm action={`${at}/verwijdering`} label={t['one.withdraw']} kind="quiet" icon="close" />
          )}
        </Actions>
      )}
    </Page>
  )
}

const Facts = ({ shown, today }: Pick<Props, 'shown' | 'today'>) => {
  const t = words.use()
  const language = useLanguage()
  const { choice, owner, vision, roomLine } = shown
  const seen = fill(t['one.seenBy.day'], { day: sayDay(choice.seenBy, language, today) })
  const room =
    choice.room === 'ends' || choice.room === 'sleeps'
      ? fill(t[`one.room.${choice.room}`], { name: roomLine ?? '' })
      : choice.roomNote
  const facts = [
    { term: t['one.vision'], value: vision },
    { term: t['one.topic'], value: choice.topic && nameOf('topic', choice.topic, language) },
    { term: t['one.forWhom'], value: choice.forWhom },
    { term: t['one.better'], value: choice.better },
    { term: t['one.seenBy'], value: seen },
    { term: t['one.stops'], value: choice.stops },
    { term: t['one.hours'], value: String(choice.hours) },
    { term: t['one.owner'], value: owner ?? t['one.owner.none'] },
    { term: t['one.room'], value: room },
    { term: t['one.line'], value: choice.lineId && <a href={`/netwerk/${choice.lineId}`}>{choice.name}</a> },
  ]
  return <FactList facts={facts.filter(({ value }) => value)} />
}

/** What was agreed beside what it would become. A fact about the plan, said before somebody says yes. */
const Hours = ({ shown: { choice, decided }, load }: Props) => {
  const t = words.use()
  if (!load || decided.at(-1)?.outcome === 'no') return null
  const isCounted = choice.lineId !== null && decided.length > 0
  const over = hoursOver(load, isCounted ? 0 : choice.hours)
  if (over === undefined) return null
  const { name, declared, unknown } = load
  return (
    <Notice
      kind="tell"
      text={[
        fill(t['one.over'], { name, declared: declared ?? 0, hours: (declared ?? 0) + over }),
        unknown > 0 ? fill(t['one.unknown'], { name, count: unknown }) : '',
      ].join(' ')}
    />
  )
}

const Decisions = ({ shown, today }: Pick<Props, 'shown' | 'today'>) => {
  const t = words.use()
  const language = useLanguage()
  return (
    <section>
      <h2>{t['one.decisions']}</h2>
      <List label={t['one.decisions']}>
        {shown.decided.map(({ outcome, why, decidedOn, by }) => (
          <Row
            title={fill(by ? t['one.decided.by'] : t['one.decided'], {
              outcome: t[`outcome.${outcome}`],
              day: sayDay(decidedOn, language, today),
              name: by ?? '',
            })}
            line={why}
          />
        ))}
      </List>
    </section>
  )
}

const Decide = ({ shown: { choice }, said }: Props) => {
  const t = words.use()
  const { values } = said
  const errors = sayErrors(said, t)
  return (
    <section>
      <h2>{t['one.decide']}</h2>
      <p>{t['one.decide.lead']}</p>
      <Form action={`/keuzes/${choice.id}/besluit`}>
        <Choice
          name="outcome"
          label={t['decide.outcome']}
          value={values['outcome']}
          error={errors['outcome']}
          options={outcomes.map((outcome) => ({ value: outcome, label: t[`outcome.${outcome}`] }))}
        />
        <TextArea
          name="why"
          label={t['decide.why']}
          value={values['why']}
          error={errors['why']}
          rows={2}
          maxlength={600}
        />
        <Submit>{t['decide.do']}</Submit>
      </Form>
    </section>
  )
}
