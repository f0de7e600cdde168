import type { Said } from '#kit/form/form.ts'
import { type Day, sayDay } from '#kit/time/day.ts'
import { fill, sayKey, useLanguage } from '#kit/words/words.ts'
import { Choice, Choices } from '#ui/choice.tsx'
import { DateField, Select, TextField, TimeField } from '#ui/fields.tsx'
import { ErrorSummary, Form, Submit } from '#ui/form.tsx'
import { Page } from '#ui/frame.tsx'
import { sayGroups } from '../../week/pages/week.tsx'
import { type CardView, type Facts, groupsOf } from '../../week/rules.ts'
import { words as ofWeek } from '../../words/words.ts'
import { groupKinds, presenceKinds, reasons } from '../rules.ts'
import { words } from '../words/words.ts'

type Errors = Record<string, string>
const useErrors = (said: Said): Errors => {
  const t = words.use()
  return Object.fromEntries(Object.entries(said.errors).map(([field, key]) => [field, sayKey(t, key ?? '')]))
}
type Fields = { said: Said; errors: Errors }

const Why = ({ said, errors }: Fields) => {
  const t = words.use()
  return (
    <Select
      name="reason"
      label={t.reason}
      hint={t['reason.hint']}
      value={said.values['reason']}
      error={errors['reason']}
      options={reasons.map((value) => ({ value, label: t[`reason.${value}`] }))}
    />
  )
}

const When = ({ said, errors, day }: Fields & { day: Day }) => {
  const t = words.use()
  return <DateField name="day" label={t.day} value={said.values['day'] ?? day} error={errors['day']} />
}

const Hour = ({ name, said, errors, value }: Fields & { name: 'from' | 'until'; value?: string | undefined }) => {
  const t = words.use()
  return <TimeField name={name} label={t[name]} value={said.values[name] ?? value} error={errors[name]} />
}

type Rooms = { rooms: readonly { id: string; name: string }[] }
const Room = ({ said, errors, rooms, value }: Fields & Rooms & { value?: string | undefined }) => {
  const t = words.use()
  if (!rooms.length) return null
  return (
    <Select
      name="spaceId"
      label={t.space}
      blank={t['space.none']}
      value={said.values['spaceId'] ?? value}
      error={errors['spaceId']}
      options={rooms.map(({ id, name }) => ({ value: id, label: name }))}
    />
  )
}

type OnceProps = { facts: Facts; card: CardView; day: Day; said: Said }
/** One session on one date: not held, or on another day, at another hour or in another room. */
export const OncePage = ({ facts, card, day, said }: OnceProps) => {
  const t = words.use()
  const week = ofWeek.use()
  const language = useLanguage()
  const errors = useErrors(said)
  const room = facts.rooms.find(({ name }) => name === card.room)?.id
  return (
    <Page
      title={fill(t['once.title'], { day: sayDay(day, language) })}
      lead={[`${card.from}–${card.until}`, card.partner, sayGroups(card.groups, week), card.room]
        .filter(Boolean)
        .join(' · ')}
      back={{ href: `/rooster/plekken/${card.id}?week=${facts.monday}`, label: card.partner }}
      narrow
    >
      <ErrorSummary title={t['error.summary']} errors={errors} />
      <Form action={`/rooster/plekken/${card.id}/uitzondering`}>
        <input type="hidden" name="week" value={facts.monday} />
        <Choice
          name="kind"
          label={t['partner.kind']}
          value={said.values['kind'] ?? 'cancelled'}
          error={errors['kind']}
          options={[
            { value: 'cancelled', label: t['once.cancel'] },
            { value: 'moved', label: t['once.move'] },
          ]}
        />
        <Why said={said} errors={errors} />
        <p class="soft">{t['once.only']}</p>
        <When said={said} errors={errors} day={day} />
        <Hour name="from" said={said} errors={errors} value={card.from} />
        <Room said={said} errors={errors} rooms={facts.rooms} value={room} />
        <Submit>{t['group.do']}</Submit>
      </Form>
    </Page>
  )
}

type Around = { facts: Facts; day: Day; said: Said }
const back = (label: string) => ({ href: '/rooster/uitzonderingen', label })

/** A session once more than every week. */
export const ExtraPage = ({ facts, day, said }: Around) => {
  const t = words.use()
  const week = ofWeek.use()
  const errors = useErrors(said)
  return (
    <Page title={t['session.title']} back={back(t.title)} narrow>
      <ErrorSummary title={t['error.summary']} errors={errors} />
      <Form action="/rooster/uitzonderingen/sessies">
        <Select
          name="sessionId"
          label={t.session}
          value={said.values['sessionId']}
          error={errors['sessionId']}
          options={facts.sessions.map((one) => ({
            value: one.id,
            label: `${one.partner}, ${sayGroups(groupsOf(facts, one), week)}`,
          }))}
        />
        <When said={said} errors={errors} day={day} />
        <Hour name="from" said={said} errors={errors} />
        <Room said={said} errors={errors} rooms={facts.rooms} />
        <Why said={said} errors={errors} />
        <Submit>{t['session.do']}</Submit>
      </Form>
    </Page>
  )
}

/** Groups that have something else than their lessons. */
export const GroupsPage = ({ facts, day, said }: Around) => {
  const t = words.use()
  const errors = useErrors(said)
  return (
    <Page title={t['group.title']} back={back(t.title)} narrow>
      <ErrorSummary title={t['error.summary']} errors={errors} />
      <Form action="/rooster/uitzonderingen/groepen">
        <Choices
          name="groups"
          label={t.groups}
          values={said.values['groups']}
          error={errors['groups']}
          options={facts.groups.map(({ id, name }) => ({ value: id, label: name }))}
        />
        <TextField
          name="title"
          label={t['group.what']}
          hint={t['group.what.hint']}
          value={said.values['title']}
          error={errors['title']}
        />
        <When said={said} errors={errors} day={day} />
        <Hour name="from" said={said} errors={errors} />
        <Hour name="until" said={said} errors={errors} />
        <Choice
          name="kind"
          label={t['group.kind']}
          value={said.values['kind'] ?? 'lesson'}
          error={errors['kind']}
          options={groupKinds.map((value) => ({ value, label: t[`group.kind.${value}`] }))}
        />
        <Submit>{t['group.do']}</Submit>
      </Form>
    </Page>
  )
}

type PartnerProps = Rooms & {
  /** Whom one may say it of; one of them only from the page of her fixed hours. */
  partners: readonly { id: string; name: string }[]
  action: string
  back: { href: string; label: string }
  yours: boolean
  day: Day
  said: Said
}
/** A partner who does not come on a date, or comes extra. */
export const PartnerPage = ({ partners, rooms, action, back: from, yours, day, said }: PartnerProps) => {
  const t = words.use()
  const errors = useErrors(said)
  const [only, ...others] = partners
  return (
    <Page title={t[yours ? 'partner.title.yours' : 'partner.title']} back={from} narrow>
      <ErrorSummary title={t['error.summary']} errors={errors} />
      <Form action={action}>
        {only && !others.length ? (
          <p>
            <strong>{only.name}</strong>
            <input type="hidden" name="relationId" value={only.id} />
          </p>
        ) : (
          <Select
            name="relationId"
            label={t.partner}
            blank={t['partner.none']}
            value={said.values['relationId']}
            error={errors['relationId']}
            options={partners.map(({ id, name }) => ({ value: id, label: name }))}
          />
        )}
        <Choice
          name="kind"
          label={t['partner.kind']}
          value={said.values['kind'] ?? 'away'}
          error={errors['kind']}
          options={presenceKinds.map((value) => ({ value, label: t[`partner.kind.${value}`] }))}
        />
        <When said={said} errors={errors} day={day} />
        <Why said={said} errors={errors} />
        <p class="soft">{t['partner.hours']}</p>
        <Hour name="from" said={said} errors={errors} />
        <Hour name="until" said={said} errors={errors} />
        <Room said={said} errors={errors} rooms={rooms} />
        <Submit>{t['partner.do']}</Submit>
      </Form>
    </Page>
  )
}
