import { type Day, sayDay } from '#kit/time/day.ts'
import { fill, useLanguage } from '#kit/words/words.ts'
import { ButtonForm, ButtonLink } from '#ui/button.tsx'
import { List, Row } from '#ui/list.tsx'
import { sayMoment } from '../../pages/parts.tsx'
import { dayIn, localOf } from '../../rules.ts'
import type { MeetingDate, Repeat } from '../../tables.ts'
import { words } from '../../words/words.ts'
import { dueAt } from '../rules.ts'

type Series = { id: string; minutes: number; repeats: Repeat | null; startsAt: Date | null; place: string | null }
type Props = { meeting: Series; dates: readonly MeetingDate[]; mayChange: boolean; now: Date; today: Day }

/** “Elke week, t/m di 2 feb (9 keer).” */
export function useRepeats(today: Day) {
  const t = words.use()
  const language = useLanguage()
  return (repeats: Repeat, dates: readonly MeetingDate[]) => {
    const on = dates.filter(({ off }) => !off)
    const last = on
      .map(({ startsAt }) => dayIn(localOf(startsAt)))
      .sort()
      .at(-1)
    const values = { times: on.length, day: last ? sayDay(last, language, today) : '' }
    return fill(t[`repeats.${repeats}`], values)
  }
}

/** The dates that come; each can be moved or called off by itself. What is skipped is said. */
export const Dates = ({ meeting, dates, mayChange, now, today }: Props) => {
  const t = words.use()
  const language = useLanguage()
  const coming = dates
    .filter(({ off, endsAt }) => !off && endsAt > now)
    .sort((a, b) => a.startsAt.getTime() - b.startsAt.getTime())
  const days = (off: MeetingDate['off']) =>
    dates
      .filter((one) => one.off === off && one.endsAt > now)
      .map(({ day }) => sayDay(day, language, today))
      .join('; ')
  return (
    <section>
      <h2>{t['series.title']}</h2>
      <List label={t['series.title']}>
        {coming.map((date) => (
          <DateRow {...{ meeting, date, mayChange, today }} />
        ))}
      </List>
      {days('closed') && <p class="soft">{fill(t['series.closed'], { days: days('closed') })}</p>}
      {days('cancelled') && <p class="soft">{fill(t['series.off'], { days: days('cancelled') })}</p>}
    </section>
  )
}

type RowProps = { meeting: Series; date: MeetingDate; mayChange: boolean; today: Day }
const DateRow = ({ meeting, date, mayChange, today }: RowProps) => {
  const t = words.use()
  const language = useLanguage()
  const at = `/bijeenkomsten/${meeting.id}/data/${date.day}`
  const when = sayMoment(date.startsAt, meeting.minutes, language, today)
  const due = meeting.startsAt ? dueAt(meeting.startsAt, date.day) : date.startsAt
  const moved =
    due.getTime() === date.startsAt.getTime() ? '' : fill(t['series.was'], { day: sayDay(date.day, language, today) })
  const place = date.place === meeting.place ? '' : (date.place ?? t['one.noPlace'])
  return (
    <Row
      title={when}
      line={[moved, place].filter(Boolean).join(' · ') || undefined}
      action={
        mayChange ? (
          <div class="actions">
            <ButtonLink href={at} kind="quiet">
              {t['series.move']}
              <span class="only-heard"> {when}</span>
            </ButtonLink>
            <ButtonForm action={`${at}/afzegging`} label={t['series.drop']} about={when} kind="quiet" />
          </div>
        ) : undefined
      }
    />
  )
}
