import type { Said } from '#kit/form/form.ts'
import { fill, sayKey } from '#kit/words/words.ts'
import { ButtonForm, ButtonLink } from '#ui/button.tsx'
import { Details } from '#ui/details.tsx'
import { Empty } from '#ui/empty.tsx'
import { FieldGroup } from '#ui/field.tsx'
import { Select, TextField } from '#ui/fields.tsx'
import { ErrorSummary, Form, Submit } from '#ui/form.tsx'
import { Page } from '#ui/frame.tsx'
import { Numbers } from '#ui/grid.tsx'
import { List, Row } from '#ui/list.tsx'
import { words } from '../../words/words.ts'
import { type Facts, groupsOf, type SessionOf } from '../rules.ts'
import { sayGroups } from './week.tsx'

type Props = {
  facts: Facts
  partners: { id: string; name: string }[]
  said: Said
  mayMake: boolean
}

/** What every external comes for, and a form for one more. */
export const SessionsPage = ({ facts, partners, said, mayMake }: Props) => {
  const t = words.use()
  const errors: Record<string, string> = Object.fromEntries(
    Object.entries(said.errors).map(([field, key]) => [field, sayKey(t, key ?? '')]),
  )
  return (
    <Page
      title={t['sessions.title']}
      lead={t['sessions.lead']}
      back={{ href: '/rooster', label: t['spot.back'] }}
      narrow
    >
      <ErrorSummary title={t['error.summary']} errors={errors} />
      {facts.sessions.length === 0 ? (
        <Empty title={t['timetable.empty']}>{t['timetable.empty.text']}</Empty>
      ) : (
        <List label={t['sessions.title']}>
          {facts.sessions.map((session) => (
            <Row
              title={session.partner}
              href={mayMake ? `/rooster/sessies/${session.id}` : undefined}
              line={fill(t['sessions.line'], {
                ...{ groups: sayGroups(groupsOf(facts, session), t), minutes: session.minutes, times: session.times },
                place: placeOf(facts, session.place, session.spaceId, t),
              })}
              action={
                mayMake && (
                  <ButtonLink href={`/rooster/sessies/${session.id}/wijziging`} kind="quiet">
                    {t['session.change.short']}
                    <span class="only-heard"> {session.partner}</span>
                  </ButtonLink>
                )
              }
            />
          ))}
        </List>
      )}
      {mayMake && <AddSession facts={facts} partners={partners} said={said} errors={errors} />}
      {mayMake && (
        <Details summary={t['limit.title']} open={Boolean(errors['outAtOnce'])}>
          <Form action="/rooster/grens">
            <TextField
              name="outAtOnce"
              label={t['limit.label']}
              value={said.values['outAtOnce'] ?? facts.outAtOnce}
              error={errors['outAtOnce']}
              inputmode="numeric"
              short
            />
            <Submit kind="quiet">{t['limit.do']}</Submit>
          </Form>
        </Details>
      )}
    </Page>
  )
}

const placeOf = ({ rooms }: Facts, place: string, spaceId: string | null, t: ReturnType<typeof words.use>) =>
  place === 'space'
    ? (rooms.find(({ id }) => id === spaceId)?.name ?? '')
    : t[place === 'own' ? 'session.own' : 'session.any']

type AddProps = Omit<Props, 'mayMake'> & { errors: Record<string, string> }
const AddSession = ({ facts, partners, said, errors }: AddProps) => {
  const t = words.use()
  return (
    <Form action="/rooster/sessies">
      <h2>{t['session.add']}</h2>
      <SessionFields facts={facts} partners={partners} said={said} errors={errors} />
      <Submit>{t['session.do']}</Submit>
    </Form>
  )
}

type ChangeProps = Omit<Props, 'mayMake'> & { session: SessionOf }
/** One session said anew, whole: partner, minutes, times, room, groups and how many. */
export const ChangeSessionPage = ({ facts, partners, session, said }: ChangeProps) => {
  const t = words.use()
  const errors: Record<string, string> = Object.fromEntries(
    Object.entries(said.errors).map(([field, key]) => [field, sayKey(t, key ?? '')]),
  )
  return (
    <Page
      title={fill(t['session.change.title'], { partner: session.partner })}
      lead={t['session.change.lead']}
      back={{ href: '/rooster/sessies', label: t['sessions.title'] }}
      narrow
    >
      <ErrorSummary title={t['error.summary']} errors={errors} />
      <Form action={`/rooster/sessies/${session.id}/wijziging`}>
        <SessionFields facts={facts} partners={partners} said={said} errors={errors} />
        <Submit>{t['session.change.do']}</Submit>
      </Form>
      <ButtonForm
        action={`/rooster/sessies/${session.id}/verwijdering`}
        label={t['session.remove']}
        about={session.partner}
        kind="quiet"
      />
    </Page>
  )
}

const SessionFields = ({ facts, partners, said: { values }, errors }: AddProps) => {
  const t = words.use()
  return (
    <>
      <Select
        name="relationId"
        label={t['session.partner']}
        hint={t['session.partner.hint']}
        value={values['relationId']}
        blank={t['session.partner.none']}
        error={errors['relationId']}
        options={partners.map(({ id, name }) => ({ value: id, label: name }))}
      />
      <TextField
        name="minutes"
        label={t['session.minutes']}
        value={values['minutes'] ?? '30'}
        error={errors['minutes']}
        inputmode="numeric"
        short
      />
      <TextField
        name="times"
        label={t['session.times']}
        value={values['times'] ?? '1'}
        error={errors['times']}
        inputmode="numeric"
        short
      />
      <Select
        name="place"
        label={t['session.place']}
        value={values['place']}
        error={errors['place']}
        options={[
          { value: 'any', label: t['session.any'] },
          { value: 'own', label: t['session.own'] },
          ...facts.rooms.map(({ id, name }) => ({ value: id, label: name })),
        ]}
      />
      <FieldGroup name="groups" label={t['session.groups']} hint={t['session.groups.hint']} error={errors['groups']}>
        <Numbers
          id="groups"
          fields={facts.groups.map(({ id, name }) => {
            return { name: `groep-${id}`, label: name, value: String([values[`groep-${id}`] ?? ''].flat()[0]) }
          })}
        />
      </FieldGroup>
    </>
  )
}
