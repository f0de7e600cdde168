import type { Said } from '#kit/form/form.ts'
import { sayDay } from '#kit/time/day.ts'
import { fill, useLanguage } from '#kit/words/words.ts'
import { Actions, ButtonForm, ButtonLink } from '#ui/button.tsx'
import { Choices } from '#ui/choice.tsx'
import { Empty } from '#ui/empty.tsx'
import { DateField, TextField } from '#ui/fields.tsx'
import { ErrorSummary, Form, Submit } from '#ui/form.tsx'
import { Page } from '#ui/frame.tsx'
import { List, Row } from '#ui/list.tsx'
import { CalmLine } from '#ui/notice.tsx'
import { Face as Initials } from '#ui/person.tsx'
import { hasLeft } from '../rules.ts'
import type { Face } from '../tables.ts'
import { words } from '../words/words.ts'
import { sayErrors, useDayOptions } from './relation-form.tsx'

type Partner = { id: string; name: string; organisationId?: string | null }

/** The people at one partner, in the order in which they are rung. */
export const FacesPage = ({ partner, faces, today }: { partner: Partner; faces: Face[]; today: string }) => {
  const t = words.use()
  const title = fill(t['face.title'], { name: partner.name })
  const at = `/netwerk/${partner.id}/gezichten`
  return (
    <Page
      title={title}
      lead={t['face.lead']}
      back={{ href: `/netwerk/${partner.id}`, label: fill(t['relation.toCard'], { name: partner.name }) }}
      narrow
    >
      {faces.length === 0 ? (
        <Empty title={t['face.empty']}>{t['face.empty.text']}</Empty>
      ) : (
        <List label={title}>
          {faces.map((face, place) => (
            <FaceRow face={face} place={place} at={at} today={today} claimed={Boolean(partner.organisationId)} />
          ))}
        </List>
      )}
      {!partner.organisationId && faces.some((face) => face.mail) && <CalmLine>{t['face.invite.hint']}</CalmLine>}
      <Actions>
        <ButtonLink href={`${at}/nieuw`} icon="add">
          {t['face.add']}
        </ButtonLink>
      </Actions>
    </Page>
  )
}

type RowProps = { face: Face; place: number; at: string; today: string; claimed: boolean }

const FaceRow = ({ face, place, at, today, claimed }: RowProps) => {
  const t = words.use()
  const language = useLanguage()
  const order = [t['face.first'], t['face.second']][place] ?? t['face.later']
  const gone = hasLeft(face, today) && face.leftOn
  return (
    <Row
      before={<Initials name={face.name} small />}
      title={face.name}
      href={`${at}/${face.id}`}
      line={[face.work, face.phone, face.mail].filter(Boolean).join(' · ')}
      when={gone ? fill(t['face.left'], { day: sayDay(gone, language, today) }) : order}
      action={
        <>
          {place > 0 && (
            <ButtonForm action={`${at}/${face.id}/voorrang`} label={t['face.sooner']} about={face.name} kind="quiet" />
          )}
          {!claimed && !gone && face.mail && (
            <ButtonForm
              action="/uitnodigingen/partner"
              fields={{ faceId: face.id }}
              label={t['face.invite']}
              about={face.name}
              kind="quiet"
              icon="mail"
            />
          )}
        </>
      }
    />
  )
}

type FormProps = { partner: Partner; said: Said; face?: Face | undefined }

/** One person at a partner, filled in or changed. */
export const FaceFormPage = ({ partner, said, face }: FormProps) => {
  const t = words.use()
  const { values } = said
  const errors = sayErrors(said, t)
  const dayOptions = useDayOptions()
  const at = `/netwerk/${partner.id}/gezichten`
  return (
    <Page
      title={face ? fill(t['face.change'], { name: face.name }) : t['face.add']}
      back={{ href: at, label: fill(t['face.title'], { name: partner.name }) }}
      narrow
    >
      <ErrorSummary title={t['error.summary']} errors={errors} />
      <Form action={face ? `${at}/${face.id}` : at}>
        <TextField
          name="name"
          label={t['face.name']}
          value={values.name}
          error={errors.name}
          autocomplete="off"
          required
        />
        <TextField name="work" label={t['face.work']} value={values.work} error={errors.work} />
        <TextField
          name="phone"
          type="tel"
          label={t['face.phone']}
          value={values.phone}
          error={errors.phone}
          autocomplete="off"
        />
        <TextField
          name="mail"
          type="email"
          label={t['face.mail']}
          value={values.mail}
          error={errors.mail}
          autocomplete="off"
        />
        <Choices name="days" label={t['face.days']} values={values.days} error={errors.days} options={dayOptions} />
        <TextField
          name="moment"
          label={t['face.moment']}
          hint={t['face.moment.hint']}
          value={values.moment}
          error={errors.moment}
        />
        {face && (
          <DateField
            name="leftOn"
            label={t['face.leftOn']}
            hint={t['face.leftOn.hint']}
            value={values.leftOn}
            error={errors.leftOn}
          />
        )}
        <Submit>{t['face.save']}</Submit>
      </Form>
      {face && (
        <>
          <Actions>
            <ButtonLink href={`${at}/${face.id}/vertrek`} kind="quiet" icon="out">
              {t['face.leaves']}
            </ButtonLink>
          </Actions>
          <CalmLine>{`${t['face.source']}: ${face.source}. ${t['face.source.hint']}`}</CalmLine>
          <ButtonForm action={`${at}/${face.id}/verwijdering`} label={t['face.remove']} kind="danger" />
        </>
      )}
    </Page>
  )
}
