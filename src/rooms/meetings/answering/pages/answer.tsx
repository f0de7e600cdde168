import type { Said } from '#kit/form/form.ts'
import { type Day, sayDay } from '#kit/time/day.ts'
import { fill, useLanguage } from '#kit/words/words.ts'
import { ButtonLink } from '#ui/button.tsx'
import { Choice } from '#ui/choice.tsx'
import { Details } from '#ui/details.tsx'
import { FactList } from '#ui/facts.tsx'
import { DateField, TimeField } from '#ui/fields.tsx'
import { ErrorSummary, Form, Submit } from '#ui/form.tsx'
import { Page } from '#ui/frame.tsx'
import { Pair } from '#ui/say.tsx'
import { sayMoment, useErrors, useMoment } from '../../pages/parts.tsx'
import { ResultTable } from '../../pages/results.tsx'
import { Points } from '../../points/pages/points.tsx'
import type { Invited, Offered } from '../../rules.ts'
import { Dates, useRepeats } from '../../series/pages/dates.tsx'
import { answerStages, type MeetingDate } from '../../tables.ts'
import { words } from '../../words/words.ts'
import type { Opened } from '../queries.ts'

type FormProps = {
  at: string
  options: readonly Offered[]
  inviteeId: string
  minutes: number
  said: Said | undefined
  today: Day
}

/** Of every moment: yes, if need be, or no. A plain list, whatever one reads it with. */
export const AnswerForm = ({ at, options, inviteeId, minutes, said, today }: FormProps) => {
  const t = words.use()
  const errors = useErrors()(said?.errors ?? {})
  const say = useMoment(minutes, today)
  const before = (option: Offered) => option.answers.find((answer) => answer.inviteeId === inviteeId)?.stage
  return (
    <Form action={at}>
      {options.map((option) => (
        <Choice
          name={option.id}
          label={say(option.startsAt)}
          value={said ? said.values[option.id] : before(option)}
          error={errors[option.id]}
          inRow
          options={answerStages.map((stage) => ({ value: stage, label: t[`answer.${stage}`] }))}
        />
      ))}
      <Submit>{t['answer.do']}</Submit>
    </Form>
  )
}

type AddProps = { at: string; said: Said | undefined; today: Day }
export const AddMoment = ({ at, said, today }: AddProps) => {
  const t = words.use()
  const errors = useErrors()(said?.errors ?? {})
  return (
    <Details summary={t['one.add']} open={said !== undefined}>
      <Form action={at}>
        <Pair>
          <DateField name="day" label={t['move.day']} min={today} value={said?.values.day} error={errors.day} />
          <TimeField name="time" label={t['move.time']} value={said?.values.time} error={errors.time} />
        </Pair>
        <Submit kind="quiet">{t['one.add.do']}</Submit>
      </Form>
    </Details>
  )
}

type Props = {
  at: string
  opened: Opened
  options: readonly Offered[]
  invited: readonly Invited[]
  points: readonly string[]
  said: Said | undefined
  adding: Said | undefined
  today: Day
}

/** By a personal link, without account: when can you? */
export const GuestPage = ({
  at,
  opened: { meeting, invitee },
  options,
  invited,
  points,
  said,
  adding,
  today,
}: Props) => {
  const t = words.use()
  const language = useLanguage()
  const names = { maker: meeting.makerName, school: meeting.schoolName }
  const errors = useErrors()(said?.errors ?? adding?.errors ?? {})
  return (
    <Page
      title={t['answer.title']}
      lead={fill(t['answer.lead'], { ...names, title: meeting.title, minutes: meeting.minutes })}
      narrow
    >
      <ErrorSummary title={t['error.summary']} errors={errors} />
      {meeting.answerBy && <p>{fill(t['answer.by'], { day: sayDay(meeting.answerBy, language, today) })}</p>}
      <Points points={points} />
      <AnswerForm {...{ at, options, said, today }} inviteeId={invitee.id} minutes={meeting.minutes} />
      {meeting.takesOptions && <AddMoment at={`${at}/momenten`} said={adding} today={today} />}
      {meeting.showsAnswers && (
        <section>
          <h2>{t['answer.others']}</h2>
          <ResultTable {...{ options, invited, today }} quorum={meeting.quorum} minutes={meeting.minutes} />
        </section>
      )}
      <p class="small">{fill(t['answer.personal'], { name: invitee.name })}</p>
    </Page>
  )
}

/** The moment is fixed, or it does not go on. */
export const GuestFixedPage = ({
  at,
  opened: { meeting, invitee },
  dates,
  points,
  now,
  today,
}: {
  at: string
  opened: Opened
  dates: readonly MeetingDate[]
  points: readonly string[]
  now: Date
  today: Day
}) => {
  const t = words.use()
  const language = useLanguage()
  const names = { maker: meeting.makerName, school: meeting.schoolName }
  const sayRepeats = useRepeats(today)
  if (meeting.cancelledAt || !meeting.startsAt)
    return <SaidPage title={t['answer.cancelled']} text={fill(t['answer.cancelled.text'], names)} />
  return (
    <Page title={t['answer.fixed']} lead={meeting.title} narrow>
      <FactList
        facts={[
          { term: t['one.when'], value: sayMoment(meeting.startsAt, meeting.minutes, language, today) },
          ...(meeting.repeats ? [{ term: t['series.how'], value: sayRepeats(meeting.repeats, dates) }] : []),
          { term: t['one.where'], value: meeting.place ?? t['one.noPlace'] },
          { term: t['one.maker'], value: `${meeting.makerName}, ${meeting.schoolName}` },
        ]}
      />
      <ButtonLink href={`${at}/agenda.ics`} icon="calendar" noPrefetch>
        {t['one.ics']}
      </ButtonLink>
      <Points points={points} />
      {meeting.repeats && <Dates {...{ meeting, dates, now, today }} mayChange={false} />}
      <p class="small">{fill(t['answer.personal'], { name: invitee.name })}</p>
    </Page>
  )
}

export const SaidPage = ({ title, text }: { title: string; text: string }) => (
  <Page title={title} narrow>
    <p>{text}</p>
  </Page>
)
