import type { Said } from '#kit/form/form.ts'
import { type Day, dayOf, sayDay, sayWeekday, type Weekday } from '#kit/time/day.ts'
import { fill, sayKey, useLanguage } from '#kit/words/words.ts'
import { Actions, ButtonForm, ButtonLink } from '#ui/button.tsx'
import { Copy } from '#ui/copy.tsx'
import { Select, TextField, TimeField } from '#ui/fields.tsx'
import { ErrorSummary, Form, Submit } from '#ui/form.tsx'
import { Page } from '#ui/frame.tsx'
import { List, Row } from '#ui/list.tsx'
import { CalmLine } from '#ui/notice.tsx'
import { schoolDays } from '../../rules.ts'
import { words } from '../../words/words.ts'
import type { Arrangement } from '../queries.ts'

type Props = { hall: Arrangement; said: Said; today: Day }

/** Who hangs on the screen in the hall, what the school itself holds, and the address of the screen. */
export const HallPage = ({ hall, said, today }: Props) => {
  const t = words.use()
  const language = useLanguage()
  const errors = Object.fromEntries(Object.entries(said.errors).map(([field, key]) => [field, sayKey(t, key ?? '')]))
  return (
    <Page title={t['hall.title']} lead={t['hall.lead']} back={{ href: '/agenda', label: t['feeds.back'] }} narrow>
      <ErrorSummary title={t['error.summary']} errors={errors} />
      <h2 id="partners">{t['hall.partners']}</h2>
      {hall.partners.length === 0 && <p class="soft">{t['hall.partners.none']}</p>}
      <List label={t['hall.partners']}>
        {hall.partners.map(({ id, name, shown }) => (
          <Row
            title={name}
            line={shown ? fill(t['hall.shown'], { name: shown }) : t['hall.notShown']}
            action={
              <ButtonForm
                action={`/agenda/scherm/partners/${id}/${shown ? 'intrekking' : 'toestemming'}`}
                fields={shown ? {} : { name }}
                label={t[shown ? 'hall.withdraw' : 'hall.agree']}
                about={name}
                kind="quiet"
              />
            }
          />
        ))}
      </List>
      <h2>{t['hall.hours']}</h2>
      <List label={t['hall.hours']}>
        {hall.hours.map(({ id, title, weekday, from, until, place }) => (
          <Row
            title={title}
            line={[`${sayWeekday(weekday as Weekday, language, 'long')} ${from}–${until}`, place]
              .filter(Boolean)
              .join(' · ')}
            action={
              <ButtonForm
                action={`/agenda/scherm/uren/${id}/verwijdering`}
                label={t['presence.remove']}
                about={title}
                kind="quiet"
              />
            }
          />
        ))}
      </List>
      <AddHour said={said} errors={errors} />
      <div data-turbo="false">
        <h2>{t['hall.address']}</h2>
        {hall.madeAt && <p>{fill(t['feeds.since'], { day: sayDay(dayOf(hall.madeAt), language, today) })}</p>}
        <Actions>
          <ButtonForm action="/agenda/scherm" label={t[hall.madeAt ? 'feeds.renew' : 'feeds.make']} kind="quiet" />
          {hall.madeAt && <ButtonForm action="/agenda/scherm/einde" label={t['hall.end']} kind="quiet" />}
        </Actions>
      </div>
      <CalmLine icon="lock">{t['hall.calm']}</CalmLine>
    </Page>
  )
}

const AddHour = ({ said: { values }, errors }: { said: Said; errors: Record<string, string> }) => {
  const t = words.use()
  const language = useLanguage()
  return (
    <Form action="/agenda/scherm/uren">
      <h3>{t['hall.add']}</h3>
      <TextField
        name="title"
        label={t['hall.what']}
        hint={t['hall.what.hint']}
        value={values['title']}
        error={errors['title']}
      />
      <Select
        name="weekday"
        label={t['spot.weekday']}
        value={values['weekday']}
        error={errors['weekday']}
        options={schoolDays.map((day) => ({ value: String(day), label: sayWeekday(day, language, 'long') }))}
      />
      <TimeField name="from" label={t['presence.from']} value={values['from']} error={errors['from']} />
      <TimeField name="until" label={t['presence.until']} value={values['until']} error={errors['until']} />
      <TextField name="place" label={t['presence.space']} value={values['place']} error={errors['place']} />
      <Submit kind="quiet">{t['presence.save']}</Submit>
    </Form>
  )
}

/** The address of the screen, this once. */
export const ScreenAddressPage = ({ address }: { address: string }) => {
  const t = words.use()
  return (
    <Page
      title={t['hall.made']}
      lead={t['hall.made.lead']}
      back={{ href: '/agenda/scherm', label: t['hall.title'] }}
      narrow
    >
      <Copy text={address} label={t['feed.copy']} done={t['feed.copied']} />
      <ButtonLink href="/agenda/scherm" kind="quiet" icon="check">
        {t['feed.done']}
      </ButtonLink>
    </Page>
  )
}
