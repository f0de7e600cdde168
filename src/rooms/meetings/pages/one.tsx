import type { Said } from '#kit/form/form.ts'
import { type Day, sayDay } from '#kit/time/day.ts'
import { fill, useLanguage } from '#kit/words/words.ts'
import { Actions, ButtonForm, ButtonLink } from '#ui/button.tsx'
import { Details } from '#ui/details.tsx'
import { FactList } from '#ui/facts.tsx'
import { ErrorSummary } from '#ui/form.tsx'
import { Page } from '#ui/frame.tsx'
import { AddMoment, AnswerForm } from '../answering/pages/answer.tsx'
import { ChooseForm, MoveForm } from '../fixing/pages/fix.tsx'
import type { RoomInUse } from '../fixing/queries.ts'
import { Afterwards, Agenda, type Line } from '../points/pages/agenda.tsx'
import type { Invitee } from '../queries.ts'
import { hasAnswered, isOver, type Offered, stateOf } from '../rules.ts'
import { Dates, useRepeats } from '../series/pages/dates.tsx'
import type { Meeting, MeetingDate } from '../tables.ts'
import { words as wishWords } from '../wishes/words/words.ts'
import { words } from '../words/words.ts'
import { sayMoment, useErrors } from './parts.tsx'
import { ResultTable } from './results.tsx'

/** To which of the forms on the page it belongs what was said back. */
export type SaidAt = { form: 'answer' | 'add' | 'choose' | 'move'; said: Said }
export type One = {
  meeting: Meeting
  invitees: readonly Invitee[]
  options: readonly Offered[]
  rooms: readonly RoomInUse[]
  /** What is spoken about; for who made it and is invited. */
  points: readonly string[]
  /** The lines of invited partners on which I may agree something. */
  lines: readonly Line[]
  /** Of a series, all its dates. */
  dates: readonly MeetingDate[]
}
type Props = { one: One; me: string; back: SaidAt | undefined; now: Date; today: Day }

/** One meeting, for who made it, who is invited, and (fixed) for any colleague. */
export const OnePage = (props: Props) => {
  const t = words.use()
  const { one, me, back, now } = props
  const { meeting } = one
  const errors = useErrors()(back?.said.errors ?? {})
  const state = stateOf(meeting)
  const isMaker = meeting.madeBy === me
  return (
    <Page title={meeting.title} lead={useLead(props)} back={{ href: '/bijeenkomsten', label: t['one.back'] }}>
      <ErrorSummary title={t['error.summary']} errors={errors} />
      {state === 'cancelled' && <p>{t['one.cancelled.text']}</p>}
      {state === 'asked' && <Agenda meeting={meeting} points={one.points} isMaker={isMaker} />}
      {state === 'asked' && (isMaker ? <MakersPoll {...props} /> : <MyAnswer {...props} />)}
      {state === 'fixed' && <Fixed {...props} />}
      {isMaker && (state === 'asked' || (state === 'fixed' && !isOver(meeting, now))) && (
        <ButtonForm
          action={`/bijeenkomsten/${meeting.id}/afzegging`}
          label={t[meeting.repeats ? 'series.cancel' : 'one.cancel']}
          kind="quiet"
        />
      )}
    </Page>
  )
}

function useLead({ one: { meeting, invitees, options }, me, today }: Props): string {
  const t = words.use()
  const language = useLanguage()
  const minutes = fill(t['one.minutes'], { minutes: meeting.minutes })
  if (stateOf(meeting) !== 'asked') return minutes
  const day = meeting.answerBy ? sayDay(meeting.answerBy, language, today) : ''
  if (meeting.madeBy !== me) return fill(t['one.lead.invited'], { maker: meeting.makerName, day })
  const answered = invitees.filter(({ id }) => hasAnswered(id, options)).length
  return answered === invitees.length
    ? t['one.lead.complete']
    : fill(t['one.lead.asked'], { answered, invited: invitees.length, day })
}

const MakersPoll = ({ one, me, back, now, today }: Props) => {
  const t = words.use()
  const { meeting, invitees, options, rooms } = one
  const at = `/bijeenkomsten/${meeting.id}`
  const silent = invitees.filter(({ id }) => !hasAnswered(id, options))
  const shared = { options, minutes: meeting.minutes, today, quorum: meeting.quorum }
  const saidOf = (form: SaidAt['form']) => (back?.form === form ? back.said : undefined)
  return (
    <>
      <ResultTable {...shared} invited={invitees} />
      {meeting.quorum && <p class="soft">{fill(wishWords.use().goesOn, { quorum: meeting.quorum })}</p>}
      {silent.length > 0 && (
        <section>
          <p>{fill(t['one.waitingFor'], { names: silent.map(({ name }) => name).join(', ') })}</p>
        </section>
      )}
      <Actions>
        {silent.length > 0 && (
          <ButtonForm action={`${at}/herinnering`} label={t['one.remind']} kind="quiet" icon="mail" />
        )}
        <ButtonLink href={`${at}/genodigden`} kind="quiet" icon="people">
          {t['one.change']}
        </ButtonLink>
      </Actions>
      <ChooseForm {...shared} at={`${at}/vaststelling`} invited={invitees} rooms={rooms} said={saidOf('choose')} />
      <MyAnswer one={one} me={me} back={back} now={now} today={today} />
    </>
  )
}

const MyAnswer = ({ one: { meeting, invitees, options }, me, back, today }: Props) => {
  const t = words.use()
  const at = `/bijeenkomsten/${meeting.id}`
  const mine = invitees.find(({ personId }) => personId === me)
  const isMaker = meeting.madeBy === me
  const shared = { options, minutes: meeting.minutes, today }
  const saidOf = (form: SaidAt['form']) => (back?.form === form ? back.said : undefined)
  return (
    <>
      {mine &&
        (isMaker ? (
          <Details summary={t['one.mine']} open={saidOf('answer') !== undefined || !hasAnswered(mine.id, options)}>
            <AnswerForm {...shared} at={`${at}/antwoord`} inviteeId={mine.id} said={saidOf('answer')} />
          </Details>
        ) : (
          <section>
            <h2>{t['one.mine']}</h2>
            <AnswerForm {...shared} at={`${at}/antwoord`} inviteeId={mine.id} said={saidOf('answer')} />
          </section>
        ))}
      {(isMaker || meeting.takesOptions) && <AddMoment at={`${at}/momenten`} said={saidOf('add')} today={today} />}
      {!isMaker && meeting.showsAnswers && (
        <section>
          <h2>{t['answer.others']}</h2>
          <ResultTable {...shared} invited={invitees} quorum={meeting.quorum} />
        </section>
      )}
    </>
  )
}

const Fixed = ({ one: { meeting, invitees, rooms, dates, points, lines }, me, back, now, today }: Props) => {
  const t = words.use()
  const language = useLanguage()
  const at = `/bijeenkomsten/${meeting.id}`
  const isMaker = meeting.madeBy === me
  const sayRepeats = useRepeats(today)
  if (!meeting.startsAt) return null
  const over = isOver(meeting, now)
  return (
    <>
      <FactList
        facts={[
          { term: t['one.when'], value: sayMoment(meeting.startsAt, meeting.minutes, language, today) },
          ...(meeting.repeats ? [{ term: t['series.how'], value: sayRepeats(meeting.repeats, dates) }] : []),
          { term: t['one.where'], value: meeting.place ?? t['one.noPlace'] },
          { term: t['one.maker'], value: meeting.makerName },
          ...(invitees.length ? [{ term: t['one.invited'], value: invitees.map(({ name }) => name).join(', ') }] : []),
        ]}
      />
      <Actions>
        <ButtonLink href={`${at}/agenda.ics`} icon="calendar" noPrefetch>
          {t['one.ics']}
        </ButtonLink>
        {isMaker && !over && (
          <ButtonLink href={`${at}/genodigden`} kind="quiet" icon="people">
            {t['one.change']}
          </ButtonLink>
        )}
      </Actions>
      {over && isMaker && lines.length > 0 ? (
        <Afterwards lines={lines} points={points} />
      ) : (
        <Agenda meeting={meeting} points={points} isMaker={isMaker} />
      )}
      {meeting.repeats && !over && <Dates {...{ meeting, dates, now, today }} mayChange={isMaker} />}
      {isMaker && !over && !meeting.repeats && (
        <MoveForm
          at={`${at}/verplaatsing`}
          startsAt={meeting.startsAt}
          spaceId={meeting.spaceId}
          rooms={rooms}
          said={back?.form === 'move' ? back.said : undefined}
          today={today}
        />
      )}
    </>
  )
}
