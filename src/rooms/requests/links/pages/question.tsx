import { sayDay } from '#kit/time/day.ts'
import { fill, useLanguage } from '#kit/words/words.ts'
import { ButtonForm } from '#ui/button.tsx'
import { ErrorSummary, Form, Submit } from '#ui/form.tsx'
import { Page } from '#ui/frame.tsx'
import { CalmLine, Notice } from '#ui/notice.tsx'
import { Stack } from '#ui/say.tsx'
import type { SaidAt } from '../../forms.ts'
import { AcceptButtons, AnswerForm, CloseForm, DeclineForm, type DeedProps, NoteForm } from '../../pages/deeds.tsx'
import { Lines, StateTag, Timeline, useErrors } from '../../pages/parts.tsx'
import { canDo, dueBy, isClosed, isOverdue, type State, stateOf } from '../../rules.ts'
import type { Moment } from '../../tables.ts'
import { words } from '../../words/words.ts'
import type { Opened } from '../queries.ts'

type Props = {
  opened: Opened
  moments: readonly Moment[]
  /** The address of this page, to which the forms post. */
  at: string
  today: string
  said?: SaidAt | undefined
  /** She came by one link, not by her proved address: that she may ask for the others too. */
  byLink: boolean
}

/** One question, for whoever holds the link to it: what is asked, what happened, and what she can do. */
export const QuestionPage = ({ opened, moments, at, today, said, byLink }: Props) => {
  const t = words.use()
  const language = useLanguage()
  const errors = useErrors()(said?.errors ?? {})
  const { link } = opened
  const request = { ...opened.request, answerBy: dueBy(opened.request.answerBy, moments) }
  const state = stateOf(moments)
  const school = request.school
  const summary = Object.fromEntries(Object.entries(errors).map(([field, text]) => [`${said?.noun}-${field}`, text]))
  return (
    <Page
      title={fill(t['guest.title'], { school })}
      lead={fill(t['guest.lead'], { asker: request.asker ?? school, school })}
      back={byLink ? undefined : { href: '/mijn-vragen', label: t['guest.all'] }}
      narrow
    >
      <ErrorSummary title={t['error.summary']} errors={summary} />
      {isOverdue(request.answerBy, moments, today) && (
        <CalmLine icon="clock">{fill(t['guest.overdue'], { day: sayDay(request.answerBy, language, today) })}</CalmLine>
      )}
      <p>
        <StateTag state={state} />
      </p>
      <Lines request={request} today={today} />
      <WhatNow at={at} said={said} voice="guest" state={state} />
      <Timeline moments={moments} today={today} />
      <p class="small">{fill(t['guest.personal'], { name: link.name })}</p>
      {byLink && <AllOfThem at={at} />}
      {byLink && (
        <Form action={at.replace('/vraag/', '/opvolging/')} method="get">
          <Submit kind="quiet">{t['guest.stops']}</Submit>
        </Form>
      )}
    </Page>
  )
}

const WhatNow = ({ state, ...deed }: DeedProps & { state: State }) => {
  const t = words.use()
  if (isClosed(state)) return <Notice kind="tell" text={t['guest.closed']} />
  const can = (kind: Parameters<typeof canDo>[2]) => canDo('asked', state, kind)
  return (
    <Stack>
      {can('accepted') && <AcceptButtons at={deed.at} voice={deed.voice} />}
      {can('answered') && <AnswerForm {...deed} />}
      {can('declined') && <DeclineForm {...deed} />}
      {can('done') && <CloseForm {...deed} />}
      {can('note') && <NoteForm {...deed} />}
    </Stack>
  )
}

/** The second step: a code to the address of this link. */
const AllOfThem = ({ at }: { at: string }) => {
  const t = words.use()
  return (
    <section>
      <h2>{t['guest.all']}</h2>
      <p>{t['guest.all.text']}</p>
      <ButtonForm action={`${at}/code`} label={t['guest.all.send']} kind="quiet" icon="mail" />
    </section>
  )
}
