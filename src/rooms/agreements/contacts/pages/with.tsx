import type { Said } from '#kit/form/form.ts'
import { dayPlus, sayDay } from '#kit/time/day.ts'
import { fill, sayKey, useLanguage } from '#kit/words/words.ts'
import { Actions, ButtonForm, ButtonLink } from '#ui/button.tsx'
import { Details } from '#ui/details.tsx'
import { DateField, Select, TextArea, TextField } from '#ui/fields.tsx'
import { ErrorSummary, Form, Submit } from '#ui/form.tsx'
import { Page } from '#ui/frame.tsx'
import { List, Row } from '#ui/list.tsx'
import { Columns, Stack } from '#ui/say.tsx'
import { words } from '../../words/words.ts'
import type { Contact } from '../queries.ts'
import { contactKinds } from '../tables.ts'

type Partner = { id: string; name: string }
type Reader = { personId: string; mayRemoveAny: boolean; mayTend: boolean }

/** On the card of a partner: the last few times, and one line to note a new one. */
export const ContactsWith = ({
  contacts,
  partner,
  today,
}: {
  contacts: readonly Contact[]
  partner: Partner
  today: string
}) => {
  const t = words.use()
  return (
    <Stack>
      <h2>{t['contact.title']}</h2>
      <ContactForm partner={partner} said={{ values: { day: today }, errors: {} }} today={today} />
      {contacts.length > 0 && <ContactRows contacts={contacts.slice(0, 3)} today={today} label={t['contact.last']} />}
      <Actions>
        <ButtonLink href={`/netwerk/${partner.id}/afspraken`} kind="quiet" icon="check">
          {t['contact.all']}
        </ButtonLink>
      </Actions>
    </Stack>
  )
}

/** On the card this key brings one to the line; a switch at the foot of every page turns such keys off. */
const noteKey = 'n'

type FormProps = { partner: Partner; said: Said; today: string; full?: boolean }

/**
 * One line and a day that is today. On the card the one clear step is to ask something: there this one is quiet. What was agreed and what follows are one press further; what it was is asked only where
 * there is room for it. No greatest length in the browser: that would cut a paste short without a word.
 */
export const ContactForm = ({ partner, said: { values, errors: keys }, today, full }: FormProps) => {
  const t = words.use()
  const error = (field: string) => (keys[field] ? sayKey(t, keys[field]) : undefined)
  return (
    <Form action={`/netwerk/${partner.id}/contact`}>
      <TextField
        name="line"
        label={t['contact.line']}
        hint={t['contact.line.hint']}
        placeholder={t['contact.placeholder']}
        autocomplete="off"
        shortcut={full ? undefined : noteKey}
        value={values['line']}
        error={error('line')}
      />
      <DateField name="day" label={t['contact.day']} max={today} value={values['day']} error={error('day')} />
      <Details summary={t['contact.more']} open={isMore(values) || isMore(keys)}>
        <p class="soft">{t['contact.more.text']}</p>
        <TextArea name="agreed" label={t['contact.agreed']} rows={2} value={values['agreed']} error={error('agreed')} />
        <TextArea name="next" label={t['contact.next']} rows={2} value={values['next']} error={error('next')} />
        <DateField
          name="nextOn"
          label={t['contact.nextOn']}
          hint={t['contact.nextOn.hint']}
          min={dayPlus(today, 1)}
          value={values['nextOn']}
          error={error('nextOn')}
        />
      </Details>
      {full && (
        <Select
          name="kind"
          label={t['contact.kind']}
          value={values['kind']}
          error={error('kind')}
          options={contactKinds.map((value) => ({ value, label: t[`kind.${value}`] }))}
        />
      )}
      <Submit kind={full ? 'do' : 'quiet'}>{t['contact.save']}</Submit>
    </Form>
  )
}

const isMore = (said: Said['values'] | Said['errors']) => Boolean(said['agreed'] || said['next'] || said['nextOn'])

/** The form said back, on a page of its own. */
export const ContactFormPage = ({ partner, said, today }: FormProps) => {
  const t = words.use()
  const errors = Object.fromEntries(Object.entries(said.errors).map(([field, key]) => [field, sayKey(t, key ?? '')]))
  return (
    <Page
      title={fill(t['contact.form'], { name: partner.name })}
      back={{ href: `/netwerk/${partner.id}`, label: fill(t['keeping.back'], { name: partner.name }) }}
      narrow
    >
      <ErrorSummary title={t['error.summary']} errors={errors} />
      <ContactForm partner={partner} said={said} today={today} full />
    </Page>
  )
}

type RowsProps = { contacts: readonly Contact[]; today: string; label: string; at?: string; reader?: Reader }

/** What kept the line warm: of a letter only that there was one. */
export const ContactRows = ({ contacts, today, label, at, reader }: RowsProps) => {
  const language = useLanguage()
  const sayContact = useContact()
  return (
    <List label={label}>
      {contacts.map((contact) => (
        <Row
          title={sayContact(contact)}
          line={<NoteLines contact={contact} today={today} />}
          when={sayDay(contact.day, language, today)}
          action={
            at &&
            reader && <RowDeeds contact={contact} at={at} about={sayContact(contact)} reader={reader} today={today} />
          }
        />
      ))}
    </List>
  )
}

/** What was agreed and what follows, in words of their own, and who noted it. */
const NoteLines = ({ contact, today }: { contact: Contact; today: string }) => {
  const t = words.use()
  const language = useLanguage()
  const { line, agreed, next, nextOn, kind, person, face } = contact
  const day = nextOn && sayDay(nextOn, language, today)
  const follows = [next, day].filter(Boolean).join(' · ')
  const lines = [
    agreed && line ? fill(t['contact.agreed.said'], { agreed }) : '',
    follows && (line || agreed || !next) ? fill(t['contact.next.said'], { next: follows }) : !line && !agreed && day,
    [kind === 'spoke' ? '' : t[`kind.${kind}`], person ?? face].filter(Boolean).join(' · '),
  ].filter(Boolean)
  return (
    <>
      {lines.map((said, place) => (
        <>
          {place > 0 && <br />}
          {said}
        </>
      ))}
    </>
  )
}

type DeedProps = { contact: Contact; at: string; about: string; reader: Reader; today: string }
/** From a note to an agreement, or to the next moment of the line: one press each. */
const RowDeeds = ({ contact: { id, agreed, nextOn, personId }, at, about, reader, today }: DeedProps) => {
  const t = words.use()
  const mayRemove = reader.mayRemoveAny || personId === reader.personId
  const follows = reader.mayTend && nextOn !== null && nextOn > today
  if (!mayRemove && !(reader.mayTend && agreed) && !follows) return null
  const line = at.slice(0, at.lastIndexOf('/'))
  return (
    <Actions>
      {reader.mayTend && agreed && (
        <ButtonForm
          action={`${line}/afspraken/nieuw`}
          fields={{ what: agreed }}
          label={t['contact.agreed.make']}
          about={about}
          kind="quiet"
        />
      )}
      {follows && personId !== reader.personId && (
        <ButtonForm action={`${at}/${id}/volgend-moment`} label={t['contact.next.make']} about={about} kind="quiet" />
      )}
      {mayRemove && (
        <ButtonForm action={`${at}/${id}/verwijdering`} label={t['contact.remove']} about={about} kind="quiet" />
      )}
    </Actions>
  )
}

function useContact() {
  const t = words.use()
  return ({ line, agreed, next, way, direction, kind }: Contact) =>
    line ?? agreed ?? next ?? (way === 'copied' ? t[`contact.mail.${direction ?? 'out'}`] : t[`kind.${kind}`])
}

/** What went to and fro, side by side: no sum, a look is enough. */
export const Balance = ({ contacts, today }: { contacts: readonly Contact[]; today: string }) => {
  const t = words.use()
  const language = useLanguage()
  const given = {
    gave: contacts.filter(({ kind }) => kind === 'gave'),
    got: contacts.filter(({ kind }) => kind === 'got'),
  }
  if (!given.gave.length && !given.got.length) return null
  return (
    <section>
      <h2>{t['balance.title']}</h2>
      <p>{t['balance.text']}</p>
      <Columns>
        {(['gave', 'got'] as const).map((way) => (
          <div>
            <h3>{t[`balance.${way}`]}</h3>
            {given[way].length === 0 && <p class="soft">{t['balance.none']}</p>}
            <ul>
              {given[way].map(({ line, day }) => (
                <li>
                  {line} <span class="soft">{sayDay(day, language, today)}</span>
                </li>
              ))}
            </ul>
          </div>
        ))}
      </Columns>
    </section>
  )
}
