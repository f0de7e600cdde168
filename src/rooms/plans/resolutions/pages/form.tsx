import type { Said } from '#kit/form/form.ts'
import { sayWeekday, type Weekday } from '#kit/time/day.ts'
import { fill, sayKey, useLanguage } from '#kit/words/words.ts'
import type { Colleague } from '#rooms/people/door.ts'
import { nameOf, partnerTypes, topics } from '#rooms/trade/door.ts'
import { Choices } from '#ui/choice.tsx'
import { DateField, type Option, Select, TextArea, TextField } from '#ui/fields.tsx'
import { ErrorSummary, Form, Submit } from '#ui/form.tsx'
import { Page } from '#ui/frame.tsx'
import { CalmLine } from '#ui/notice.tsx'
import type { VisionPoint } from '../../vision/tables.ts'
import { schoolDays } from '../forms.ts'
import { words } from '../words/words.ts'

export type Around = {
  vision: readonly VisionPoint[]
  spaces: readonly { id: string; name: string }[]
  colleagues: readonly Colleague[]
}
type Props = Around & {
  said: Said
  action: string
  today: string
  /** The partner it is about, and what is changed. */
  line: string | undefined
  changing: string | undefined
}
type Fields = { values: Said['values']; errors: Record<string, string> }

export const sayErrors = (said: Said, t: Record<string, string>): Record<string, string> =>
  Object.fromEntries(Object.entries(said.errors).map(([field, key]) => [field, sayKey(t, key ?? '')]))

/** What is going to be decided and when; and, as far as one likes, what it touches. */
export const ResolutionFormPage = ({ said, action, today, line, changing, ...around }: Props) => {
  const t = words.use()
  const fields = { values: said.values, errors: sayErrors(said, t) }
  const { values, errors } = fields
  return (
    <Page
      title={changing ? fill(t['form.change'], { title: changing }) : t['form.new']}
      lead={t['form.lead']}
      back={{ href: '/besluiten', label: t['form.back'] }}
      narrow
    >
      <ErrorSummary title={t['error.summary']} errors={errors} />
      <Form action={action}>
        {(['lineId', 'choiceId'] as const).map(
          (name) => values[name] && <input type="hidden" name={name} value={String(values[name])} />,
        )}
        {line && <CalmLine icon="network">{fill(t['form.line'], { name: line })}</CalmLine>}
        <TextField
          name="title"
          label={t['form.title']}
          hint={t['form.title.hint']}
          value={values['title']}
          error={errors['title']}
          maxlength={160}
          required
        />
        <TextArea
          name="about"
          label={t['form.about']}
          value={values['about']}
          error={errors['about']}
          rows={2}
          maxlength={600}
        />
        <DateField
          name="decidesOn"
          label={t['form.decidesOn']}
          value={values['decidesOn']}
          error={errors['decidesOn']}
          min={changing ? undefined : today}
          required
        />
        <Touching {...fields} {...around} />
        <Submit>{t['form.save']}</Submit>
      </Form>
    </Page>
  )
}

const byName = (language: string) => (a: Option, b: Option) => a.label.localeCompare(b.label, language)

const Touching = ({ values, errors, vision, spaces, colleagues }: Fields & Around) => {
  const t = words.use()
  const language = useLanguage()
  const points = vision.filter(({ id, retiredOn }) => !retiredOn || id === values['visionId'])
  const pick = (name: string, label: string, options: Option[], blank = t['form.none']) =>
    options.length > 0 && (
      <Select name={name} label={label} blank={blank} value={values[name]} error={errors[name]} options={options} />
    )
  const named = (kind: 'topic' | 'partnerType', list: readonly { id: string }[]) =>
    list.map(({ id }) => ({ value: id, label: nameOf(kind, id, language) })).sort(byName(language))
  const things = (list: readonly { id: string; name: string }[]) =>
    list.map(({ id, name }) => ({ value: id, label: name }))
  return (
    <>
      <h2>{t['form.touching']}</h2>
      <p>{t['form.touching.text']}</p>
      {pick('visionId', t['form.vision'], things(points))}
      {pick('topic', t['form.topic'], named('topic', topics))}
      {pick('type', t['form.type'], named('partnerType', partnerTypes))}
      <Choices
        name="weekdays"
        label={t['form.weekdays']}
        values={values['weekdays']}
        error={errors['weekdays']}
        options={schoolDays.map((day) => ({
          value: day,
          label: sayWeekday(Number(day) as Weekday, language, 'long'),
        }))}
      />
      {pick('spaceId', t['form.space'], things(spaces))}
      {pick(
        'ownerId',
        t['form.person'],
        colleagues.map(({ personId, name }) => ({ value: personId, label: name })),
        t['form.person.none'],
      )}
    </>
  )
}
