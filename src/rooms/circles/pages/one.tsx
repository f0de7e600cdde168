import type { Said } from '#kit/form/form.ts'
import { type Day, sayDay } from '#kit/time/day.ts'
import { fill, useLanguage } from '#kit/words/words.ts'
import { Actions, ButtonForm, ButtonLink } from '#ui/button.tsx'
import { Card } from '#ui/card.tsx'
import { Details } from '#ui/details.tsx'
import { DateField, TextArea } from '#ui/fields.tsx'
import { Form, Submit } from '#ui/form.tsx'
import { Page } from '#ui/frame.tsx'
import { CalmLine } from '#ui/notice.tsx'
import { Person } from '#ui/person.tsx'
import { Stack } from '#ui/say.tsx'
import { longest } from '../forms.ts'
import type { CircleShown, NoteShown } from '../queries.ts'
import { byUnit, linesOf } from '../rules.ts'
import { words } from '../words/words.ts'
import { CircleFields, type Colleagues, useErrors, Wrong } from './fields.tsx'

type Props = {
  circle: CircleShown
  notes: readonly NoteShown[]
  said: Said
  me: string
  mayTend: boolean
  mayWrite: boolean
  today: Day
}

/** One circle: what one comes to it for, who leads, who sits in it, with whom it works, and what was said. */
export const CirclePage = ({ circle, notes, said, me, mayTend, mayWrite, today }: Props) => {
  const t = words.use()
  const at = `/kennisgroepen/${circle.id}`
  return (
    <Page
      title={circle.name}
      lead={circle.about ?? undefined}
      back={{ href: '/kennisgroepen', label: t.back }}
      aside={<WorksWith circle={circle} />}
    >
      <Wrong said={said} />
      <Lead circle={circle} />
      <Members circle={circle} />
      {mayTend && (
        <Actions>
          <ButtonLink href={`${at}/leden`} kind="quiet" icon="people">
            {t['one.tend']}
          </ButtonLink>
          <ButtonLink href={`${at}/wijziging`} kind="quiet" icon="edit">
            {t['one.change']}
          </ButtonLink>
        </Actions>
      )}
      <Notes {...{ circle, notes, me, mayTend, today }} />
      {mayWrite && (
        <Details summary={t['note.title']} open={Object.keys(said.errors).length > 0}>
          <NoteForm at={at} said={said} today={today} />
        </Details>
      )}
    </Page>
  )
}

const Lead = ({ circle: { leadId, lead } }: { circle: CircleShown }) => {
  const t = words.use()
  return lead ? (
    <Person name={lead} line={t['one.lead']} href={`/school/mensen/${leadId}`} />
  ) : (
    <CalmLine icon="people">{t['one.lead.none']}</CalmLine>
  )
}

const Members = ({ circle }: { circle: CircleShown }) => {
  const t = words.use()
  const others = byUnit(circle.members.filter(({ personId, unit }) => personId !== circle.leadId || unit))
  return (
    <Stack>
      <h2>{t['one.members']}</h2>
      {others.length === 0 && <p>{t['one.members.none']}</p>}
      {others.map(({ personId, name, unit }) => (
        <Person
          small
          name={name}
          line={unit ? fill(t['one.unit'], { unit }) : undefined}
          href={`/school/mensen/${personId}`}
        />
      ))}
    </Stack>
  )
}

const WorksWith = ({ circle: { partners } }: { circle: CircleShown }) => {
  const t = words.use()
  return (
    <Stack>
      <h2>{t['one.partners']}</h2>
      {partners.length === 0 && <p>{t['one.partners.none']}</p>}
      {partners.length > 0 && (
        <ul>
          {partners.map(({ id, name }) => (
            <li>
              <a href={`/netwerk/${id}`}>{name}</a>
            </li>
          ))}
        </ul>
      )}
    </Stack>
  )
}

type NotesProps = Pick<Props, 'circle' | 'notes' | 'me' | 'mayTend' | 'today'>
const Notes = ({ circle, notes, me, mayTend, today }: NotesProps) => {
  const t = words.use()
  const language = useLanguage()
  return (
    <section>
      <h2>{t['one.notes']}</h2>
      {notes.length === 0 && <p>{t['one.notes.none']}</p>}
      {notes.map(({ id, day, lines, writer, writtenBy }) => {
        const said = sayDay(day, language, today)
        const title = fill(writer ? t['one.note.by'] : t['one.note.nobody'], { day: said, name: writer ?? '' })
        return (
          <Card title={title} level={3}>
            {linesOf(lines).map((line) => (
              <p>{line}</p>
            ))}
            {(mayTend || writtenBy === me) && (
              <ButtonForm
                action={`/kennisgroepen/${circle.id}/verslagen/${id}/verwijdering`}
                label={t['note.remove']}
                about={said}
                kind="quiet"
              />
            )}
          </Card>
        )
      })}
    </section>
  )
}

const NoteForm = ({ at, said, today }: { at: string; said: Said; today: Day }) => {
  const t = words.use()
  const errors = useErrors(said)
  return (
    <Form action={`${at}/verslagen`}>
      <DateField
        name="day"
        label={t['note.day']}
        max={today}
        value={said.values['day'] ?? today}
        error={errors['day']}
      />
      <TextArea
        name="lines"
        label={t['note.lines']}
        hint={t['note.lines.hint']}
        rows={5}
        maxlength={longest.lines}
        value={said.values['lines']}
        error={errors['lines']}
      />
      <Submit>{t['note.do']}</Submit>
    </Form>
  )
}

/** Another name, another lead; or the end of it. */
export const ChangeCirclePage = ({ circle, staff, said }: { circle: CircleShown; staff: Colleagues; said: Said }) => {
  const t = words.use()
  const at = `/kennisgroepen/${circle.id}`
  return (
    <Page title={fill(t['change.title'], { name: circle.name })} back={{ href: at, label: circle.name }} narrow>
      <Wrong said={said} />
      <Form action={`${at}/wijziging`}>
        <CircleFields staff={staff} said={said} />
        <Submit>{t['change.do']}</Submit>
      </Form>
      <Details summary={t['remove.do']}>
        <p>{t['remove.text']}</p>
        <ButtonForm action={`${at}/verwijdering`} label={t['remove.do']} kind="danger" />
      </Details>
    </Page>
  )
}
