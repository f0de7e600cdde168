import type { Said } from '#kit/form/form.ts'
import type { Day } from '#kit/time/day.ts'
import { useLanguage } from '#kit/words/words.ts'
import { ButtonForm } from '#ui/button.tsx'
import { ErrorSummary } from '#ui/form.tsx'
import { Page } from '#ui/frame.tsx'
import { MoveFields } from '../../fixing/pages/fix.tsx'
import { sayMoment, useErrors } from '../../pages/parts.tsx'
import type { Meeting, MeetingDate } from '../../tables.ts'
import { words } from '../../words/words.ts'

type Props = {
  meeting: Meeting
  date: MeetingDate
  rooms: readonly { id: string; name: string }[]
  said: Said | undefined
  today: Day
}

/** One date of a series: the others stay as they are. */
export const DatePage = ({ meeting, date, rooms, said, today }: Props) => {
  const t = words.use()
  const language = useLanguage()
  const back = `/bijeenkomsten/${meeting.id}`
  const at = `${back}/data/${date.day}`
  return (
    <Page
      title={sayMoment(date.startsAt, meeting.minutes, language, today)}
      lead={t['series.one.lead']}
      back={{ href: back, label: meeting.title }}
      narrow
    >
      <ErrorSummary title={t['error.summary']} errors={useErrors()(said?.errors ?? {})} />
      <MoveFields
        at={`${at}/verplaatsing`}
        {...{ rooms, said, today }}
        startsAt={date.startsAt}
        spaceId={date.spaceId}
      />
      <ButtonForm action={`${at}/afzegging`} label={t['series.drop.one']} kind="quiet" />
    </Page>
  )
}
