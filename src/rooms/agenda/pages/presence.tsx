import type { Said } from '#kit/form/form.ts'
import { sayDay, sayWeekday, type Weekday } from '#kit/time/day.ts'
import { fill, sayKey, useLanguage } from '#kit/words/words.ts'
import { ButtonForm, ButtonLink } from '#ui/button.tsx'
import { Choices } from '#ui/choice.tsx'
import { Empty } from '#ui/empty.tsx'
import { Select, TextField, TimeField } from '#ui/fields.tsx'
import { ErrorSummary, Form, Submit } from '#ui/form.tsx'
import { Page } from '#ui/frame.tsx'
import { List, Row } from '#ui/list.tsx'
import type { PartnerDate } from '../exceptions/queries.ts'
import { words as ofDates } from '../exceptions/words/words.ts'
import { clock, schoolDays } from '../rules.ts'
import type { Presence } from '../tables.ts'
import { words } from '../words/words.ts'

type Space = { id: string; name: string }
type Props = {
  partner: { id: string; name: string; school: string }
  hours: Presence[]
  /** On which dates it is otherwise, from today on. */
  dates: PartnerDate[]
  spaces: Space[]
  said: Said
  fromPartner: boolean
}

/** The fixed hours of one partner; both sides of the line may keep them right. */
export const PresencePage = ({ partner, hours, dates, spaces, said, fromPartner }: Props) => {
  const t = words.use()
  const back = fromPartner
    ? { href: '/scholen', label: t['presence.backToSchools'] }
    : { href: `/netwerk/${partner.id}`, label: fill(t['presence.back'], { name: partner.name }) }
  return (
    <Page
      title={
        fromPartner
          ? fill(t['presence.title.yours'], { school: partner.school })
          : fill(t['presence.title'], { name: partner.name })
      }
      lead={t['presence.lead']}
      back={back}
      narrow
    >
      {hours.length === 0 ? (
        <Empty title={t['presence.empty']}>{t['presence.empty.text']}</Empty>
      ) : (
        <List>
          {hours.map((hour) => (
            <HourRow hour={hour} partner={partner} spaces={spaces} />
          ))}
        </List>
      )}
      <Dates partner={partner} dates={dates} />
      <AddHours partner={partner} spaces={spaces} said={said} />
    </Page>
  )
}

const HourRow = ({ hour, partner, spaces }: { hour: Presence; partner: Props['partner']; spaces: Space[] }) => {
  const t = words.use()
  const language = useLanguage()
  const when = `${sayWeekday(hour.weekday as Weekday, language, 'long')} ${clock(hour.from)}–${clock(hour.until)}`
  const space = spaces.find(({ id }) => id === hour.spaceId)?.name
  return (
    <Row
      title={when}
      line={[space, hour.what].filter(Boolean).join(' · ')}
      action={
        <ButtonForm
          action={`/netwerk/${partner.id}/aanwezigheid/${hour.id}/verwijdering`}
          label={t['presence.remove']}
          about={when}
          kind="quiet"
        />
      }
    />
  )
}

const Dates = ({ partner, dates }: Pick<Props, 'partner' | 'dates'>) => {
  const t = words.use()
  const once = ofDates.use()
  const language = useLanguage()
  return (
    <section>
      <h2>{t['presence.dates']}</h2>
      {dates.length > 0 && (
        <List label={t['presence.dates']}>
          {dates.map(({ id, kind, day, from, until, reason }) => (
            <Row
              title={sayDay(day, language)}
              line={[
                once[`partner.kind.${kind}`],
                from && until && `${clock(from)}–${clock(until)}`,
                once[`reason.${reason}`],
              ]
                .filter(Boolean)
                .join(' · ')}
              action={
                <ButtonForm
                  action={`/rooster/uitzonderingen/partners/${id}/verwijdering`}
                  label={once.undo}
                  about={sayDay(day, language)}
                  kind="quiet"
                />
              }
            />
          ))}
        </List>
      )}
      <ButtonLink href={`/netwerk/${partner.id}/aanwezigheid/uitzondering`} kind="quiet" icon="calendar">
        {t['presence.dates.do']}
      </ButtonLink>
    </section>
  )
}

const AddHours = ({ partner, spaces, said }: Pick<Props, 'partner' | 'spaces' | 'said'>) => {
  const t = words.use()
  const language = useLanguage()
  const { values } = said
  const errors: Record<string, string> = Object.fromEntries(
    Object.entries(said.errors).map(([field, key]) => [field, sayKey(t, key ?? '')]),
  )
  const days = schoolDays.map((day) => ({ value: String(day), label: sayWeekday(day, language, 'long') }))
  const rooms = spaces.map(({ id, name }) => ({ value: id, label: name }))
  return (
    <Form action={`/netwerk/${partner.id}/aanwezigheid`}>
      <h2>{t['presence.add']}</h2>
      <ErrorSummary title={t['error.summary']} errors={errors} />
      <Choices
        name="weekdays"
        label={t['presence.weekdays']}
        values={values.weekdays}
        error={errors.weekdays}
        options={days}
      />
      <TimeField name="from" label={t['presence.from']} value={values.from} error={errors.from} />
      <TimeField name="until" label={t['presence.until']} value={values.until} error={errors.until} />
      {rooms.length > 0 && (
        <Select
          name="spaceId"
          label={t['presence.space']}
          blank={t['presence.space.none']}
          value={values.spaceId}
          error={errors.spaceId}
          options={rooms}
        />
      )}
      <TextField
        name="what"
        label={t['presence.what']}
        hint={t['presence.what.hint']}
        value={values.what}
        error={errors.what}
      />
      <Submit>{t['presence.save']}</Submit>
    </Form>
  )
}
