import type { Said } from '#kit/form/form.ts'
import { type Day, dayPlus, sayDay } from '#kit/time/day.ts'
import { fill, sayKey, useLanguage } from '#kit/words/words.ts'
import { nameOf, topics } from '#rooms/trade/door.ts'
import { ButtonForm } from '#ui/button.tsx'
import { Details } from '#ui/details.tsx'
import { Empty } from '#ui/empty.tsx'
import { Select, TextArea, TextField } from '#ui/fields.tsx'
import { ErrorSummary, Form, Submit } from '#ui/form.tsx'
import { Page } from '#ui/frame.tsx'
import { List, Row } from '#ui/list.tsx'
import type { RestraintShown } from '../queries.ts'
import type { VisionPoint } from '../tables.ts'
import { words } from '../words/words.ts'

type Props = {
  vision: readonly VisionPoint[]
  restraints: readonly RestraintShown[]
  point: Said
  restraint: Said
  mayDecide: boolean
  today: Day
}

const errorsOf = ({ errors }: Said, t: Record<string, string>): Record<string, string> =>
  Object.fromEntries(Object.entries(errors).map(([field, key]) => [field, sayKey(t, key ?? '')]))

/** What the school wants with its pupils, and what it stays away from on purpose. */
export const VisionPage = (props: Props) => {
  const { vision, point, restraint, mayDecide } = props
  const t = words.use()
  const [now, before] = [vision.filter(({ retiredOn }) => !retiredOn), vision.filter(({ retiredOn }) => retiredOn)]
  return (
    <Page title={t['vision.title']} lead={t['vision.lead']}>
      <ErrorSummary title={t['error.summary']} errors={{ ...errorsOf(point, t), ...errorsOf(restraint, t) }} />
      <section>
        <h2>{t['points.title']}</h2>
        {now.length === 0 ? (
          <Empty title={t['points.empty']} example={t['points.example']}>
            {t['points.empty.text']}
          </Empty>
        ) : (
          <Points points={now} label={t['points.title']} mayDecide={mayDecide} />
        )}
        {before.length > 0 && (
          <Details summary={t['points.before']}>
            <Points points={before} label={t['points.before']} mayDecide={mayDecide} />
          </Details>
        )}
        {mayDecide && <PointForm said={point} />}
      </section>
      <Restraints {...props} />
    </Page>
  )
}

type PointsProps = { points: readonly VisionPoint[]; label: string; mayDecide: boolean }
const Points = ({ points, label, mayDecide }: PointsProps) => {
  const t = words.use()
  return (
    <List label={label}>
      {points.map(({ id, name, about, retiredOn }) => (
        <Row
          title={name}
          line={about}
          action={
            mayDecide && (
              <ButtonForm
                action={`/visie/punten/${id}/${retiredOn ? 'herstel' : 'rust'}`}
                label={t[retiredOn ? 'points.again' : 'points.retire']}
                about={name}
                kind="quiet"
              />
            )
          }
        />
      ))}
    </List>
  )
}

const PointForm = ({ said }: { said: Said }) => {
  const t = words.use()
  const errors = errorsOf(said, t)
  return (
    <Form action="/visie/punten">
      <TextField
        name="name"
        label={t['points.name']}
        hint={t['points.name.hint']}
        value={said.values['name']}
        error={errors['name']}
        maxlength={160}
      />
      <TextArea
        name="about"
        label={t['points.about']}
        value={said.values['about']}
        error={errors['about']}
        rows={2}
        maxlength={600}
      />
      <Submit kind="quiet">{t['points.add']}</Submit>
    </Form>
  )
}

const Restraints = ({ restraints, restraint: said, mayDecide, today }: Props) => {
  const t = words.use()
  const language = useLanguage()
  return (
    <section>
      <h2>{t['restraints.title']}</h2>
      <p>{t['restraints.lead']}</p>
      {restraints.length > 0 && (
        <List label={t['restraints.title']}>
          {restraints.map(({ topic, reason, decidedOn, by }) => (
            <Row
              title={nameOf('topic', topic, language)}
              line={reason}
              when={fill(by ? t['restraints.by'] : t['restraints.on'], {
                day: sayDay(decidedOn, language, today),
                name: by ?? '',
              })}
              waits={mayDecide && dayPlus(decidedOn, 365) <= today ? t['restraints.again'] : undefined}
              action={
                mayDecide && (
                  <ButtonForm
                    action={`/visie/grenzen/${topic}/herroeping`}
                    label={t['restraints.back']}
                    about={nameOf('topic', topic, language)}
                    kind="quiet"
                  />
                )
              }
            />
          ))}
        </List>
      )}
      {mayDecide && <RestraintForm said={said} />}
    </section>
  )
}

const RestraintForm = ({ said }: { said: Said }) => {
  const t = words.use()
  const language = useLanguage()
  const errors = errorsOf(said, t)
  const options = topics
    .map(({ id }) => ({ value: id, label: nameOf('topic', id, language) }))
    .sort((a, b) => a.label.localeCompare(b.label, language))
  return (
    <Form action="/visie/grenzen">
      <Select
        name="topic"
        label={t['restraints.topic']}
        blank={t['restraints.topic.none']}
        value={said.values['topic']}
        error={errors['topic']}
        options={options}
      />
      <TextField
        name="reason"
        label={t['restraints.reason']}
        hint={t['restraints.reason.hint']}
        value={said.values['reason']}
        error={errors['reason']}
        maxlength={400}
      />
      <Submit kind="quiet">{t['restraints.add']}</Submit>
    </Form>
  )
}
