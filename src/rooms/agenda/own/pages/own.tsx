import type { Said } from '#kit/form/form.ts'
import { type Day, dayOf, formatOf, sayDay, zone } from '#kit/time/day.ts'
import { fill, sayKey, useLanguage } from '#kit/words/words.ts'
import { Actions, ButtonForm } from '#ui/button.tsx'
import { Empty } from '#ui/empty.tsx'
import { FileField, TextField } from '#ui/fields.tsx'
import { ErrorSummary, Form, Submit } from '#ui/form.tsx'
import { Page } from '#ui/frame.tsx'
import { List, Row } from '#ui/list.tsx'
import { CalmLine } from '#ui/notice.tsx'
import { Table } from '#ui/table.tsx'
import { Duties } from '../../duties/pages/duties.tsx'
import type { Duty } from '../../duties/queries.ts'
import { words as ofDuties } from '../../duties/words/words.ts'
import type { OwnCalendar } from '../queries.ts'
import type { BusyDay, Interval } from '../rules.ts'
import { words } from '../words/words.ts'

type Shown = OwnCalendar & { place: string | undefined }
type Props = { calendars: Shown[]; busy: BusyDay[]; said: Said; today: Day; duties: Duty[] | undefined; week: Said }

/** My own calendars, and all that the house knows from them: when I am busy. */
export const OwnPage = ({ calendars, busy, said, today, duties, week }: Props) => {
  const t = words.use()
  const ofWeek = ofDuties.use()
  const errors = Object.fromEntries([
    ...Object.entries(said.errors).map(([field, key]) => [field, sayKey(t, key ?? '')]),
    ...Object.entries(week.errors).map(([field, key]) => [field, sayKey(ofWeek, key ?? '')]),
  ])
  return (
    <Page title={t.title} lead={t.lead} back={{ href: '/agenda', label: t.back }} narrow>
      <ErrorSummary title={t['error.summary']} errors={errors} />
      {calendars.length === 0 ? (
        <Empty title={t.empty}>{t['empty.text']}</Empty>
      ) : (
        <List label={t.title}>
          {calendars.map((one) => (
            <CalendarRow calendar={one} today={today} />
          ))}
        </List>
      )}
      {calendars.length > 0 && <BusyTable busy={busy} today={today} />}
      <Form action="/agenda/eigen">
        <h2>{t.byAddress}</h2>
        <TextField
          name="address"
          label={t.address}
          hint={t['address.hint']}
          type="url"
          autocomplete="off"
          value={said.values['address']}
          error={errors['address']}
        />
        <Submit>{t['address.do']}</Submit>
      </Form>
      <Form action="/agenda/eigen/bestand" upload>
        <h2>{t.byFile}</h2>
        <FileField
          name="file"
          label={t.file}
          hint={t['file.hint']}
          accept=".ics,text/calendar"
          error={errors['file']}
        />
        <Submit kind="quiet">{t['file.do']}</Submit>
      </Form>
      <CalmLine icon="lock">{t.calm}</CalmLine>
      {duties && <Duties duties={duties} said={week} />}
    </Page>
  )
}

const CalendarRow = ({
  calendar: { id, kind, place, madeAt, fetchedAt, trouble },
  today,
}: {
  calendar: Shown
  today: Day
}) => {
  const t = words.use()
  const language = useLanguage()
  const title = kind === 'file' ? t['kind.file'] : fill(t['kind.address'], { place: place ?? '?' })
  const when = fetchedAt
    ? fill(t[kind === 'file' ? 'readOn' : 'fetched'], {
        day: sayDay(dayOf(fetchedAt), language, today),
        time: sayTime(fetchedAt.getTime(), language),
      })
    : fill(t.waiting, { day: sayDay(dayOf(madeAt), language, today) })
  return (
    <Row
      title={title}
      line={[when, trouble ? t[`trouble.${trouble}`] : ''].filter(Boolean).join(' ')}
      action={
        <Actions>
          {kind === 'address' && (
            <ButtonForm action={`/agenda/eigen/${id}/ophaling`} label={t.again} about={title} kind="quiet" />
          )}
          <ButtonForm action={`/agenda/eigen/${id}/verwijdering`} label={t.remove} about={title} kind="quiet" />
        </Actions>
      }
    />
  )
}

const BusyTable = ({ busy, today }: { busy: BusyDay[]; today: Day }) => {
  const t = words.use()
  const language = useLanguage()
  if (!busy.length) return <p class="soft">{t['busy.none']}</p>
  return (
    <section>
      <h2>{t.busy}</h2>
      <Table
        caption={t.busy}
        captionHidden
        columns={[{ label: t.day }, { label: t.taken }]}
        rows={busy.map(({ day, hours }) => ({
          cells: [
            <span class="whole">{sayDay(day, language, today)}</span>,
            hours.map((one) => sayHours(one, day, language, t.wholeDay)).join(', '),
          ],
        }))}
      />
    </section>
  )
}

const sayTime = (moment: number, language: string) =>
  formatOf(language === 'en' ? 'en-GB' : language, { hour: '2-digit', minute: '2-digit', timeZone: zone }).format(
    moment,
  )

function sayHours({ start, end }: Interval, day: Day, language: string, wholeDay: string): string {
  const from = dayOf(new Date(start)) < day ? '00:00' : sayTime(start, language)
  const until = dayOf(new Date(end)) > day ? '24:00' : sayTime(end, language)
  return from === '00:00' && until === '24:00' ? wholeDay : `${from}–${until}`
}
