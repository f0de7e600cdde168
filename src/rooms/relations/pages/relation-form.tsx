import type { Said } from '#kit/form/form.ts'
import { sayWeekday, type Weekday } from '#kit/time/day.ts'
import { fill, sayKey, useLanguage } from '#kit/words/words.ts'
import type { Colleague } from '#rooms/people/door.ts'
import { motives, nameOf, partnerTypes } from '#rooms/trade/door.ts'
import { Choice, Choices } from '#ui/choice.tsx'
import { Details } from '#ui/details.tsx'
import { DateField, Select, TextArea, TextField } from '#ui/fields.tsx'
import { ErrorSummary, Form, Submit } from '#ui/form.tsx'
import { Page } from '#ui/frame.tsx'
import { choicesOf, words } from '../words/words.ts'

export type Colleagues = Pick<Colleague, 'personId' | 'name'>[]
type Choosing = { colleagues: Colleagues; wholes: readonly { id: string; name: string }[] }
type Props = Choosing & { said: Said; action: string; back: string; name?: string | undefined }
type Fields = { values: Said['values']; errors: Record<string, string> }

/** A partner, filled in or changed. What nobody needs on the first day is folded. */
export const RelationFormPage = ({ said, action, back, name, colleagues, wholes }: Props) => {
  const t = words.use()
  const fields = { values: said.values, errors: sayErrors(said, t) }
  const { values, errors } = fields
  const language = useLanguage()
  return (
    <Page
      title={name ? fill(t['relation.change'], { name }) : t['relation.new']}
      lead={name ? undefined : t['relation.new.lead']}
      back={{ href: back, label: name ? fill(t['relation.toCard'], { name }) : t['relation.back'] }}
      narrow
    >
      <ErrorSummary title={t['error.summary']} errors={errors} />
      <Form action={action}>
        <TextField
          name="name"
          label={t['relation.name']}
          hint={t['relation.name.hint']}
          value={values.name}
          error={errors.name}
          autocomplete="off"
          required
        />
        <Choice
          name="form"
          label={t['relation.form']}
          value={values.form ?? 'organisation'}
          error={errors.form}
          options={choicesOf('form', language)}
        />
        <Select
          name="type"
          label={t['relation.type']}
          blank={t['relation.type.none']}
          value={values.type}
          error={errors.type}
          options={typesBySector(language)}
        />
        {!name && <FirstFace {...fields} />}
        <Inside {...fields} colleagues={colleagues} />
        <Details summary={t['relation.more']} open={folded.some((field) => errors[field])}>
          <More {...fields} wholes={wholes} />
        </Details>
        <Submit>{t['relation.save']}</Submit>
      </Form>
    </Page>
  )
}

export const sayErrors = (said: Said, t: Record<string, string>): Record<string, string> =>
  Object.fromEntries(Object.entries(said.errors).map(([field, key]) => [field, sayKey(t, key ?? '')]))

/** All types, those of one sector together. */
const typesBySector = (language: string) =>
  partnerTypes
    .map(({ id, sector }) => ({
      value: id,
      label: `${nameOf('sector', sector, language)}: ${nameOf('partnerType', id, language)}`,
    }))
    .sort((a, b) => a.label.localeCompare(b.label, language))

const folded = [
  'partOfId',
  'place',
  'postcode',
  'phone',
  'website',
  'reply',
  'levels',
  'scale',
  'since',
  'obligation',
  'legalNote',
  'motives',
  'about',
]

const FirstFace = ({ values, errors }: Fields) => {
  const t = words.use()
  const dayOptions = useDayOptions()
  return (
    <>
      <h2>{t['relation.face']}</h2>
      <TextField
        name="faceName"
        label={t['face.name']}
        hint={t['relation.face.hint']}
        value={values.faceName}
        error={errors.faceName}
        autocomplete="off"
      />
      <TextField
        name="facePhone"
        type="tel"
        label={t['face.phone']}
        value={values.facePhone}
        error={errors.facePhone}
        autocomplete="off"
      />
      <TextField
        name="faceMail"
        type="email"
        label={t['face.mail']}
        value={values.faceMail}
        error={errors.faceMail}
        autocomplete="off"
      />
      <TextField name="faceWork" label={t['face.work']} value={values.faceWork} error={errors.faceWork} />
      <Choices
        name="faceDays"
        label={t['face.days']}
        values={values.faceDays}
        error={errors.faceDays}
        options={dayOptions}
      />
      <TextField
        name="faceMoment"
        label={t['face.moment']}
        hint={t['face.moment.hint']}
        value={values.faceMoment}
        error={errors.faceMoment}
      />
    </>
  )
}

/** The five school days as boxes to tick. */
export function useDayOptions() {
  const language = useLanguage()
  return ([1, 2, 3, 4, 5] as Weekday[]).map((day) => ({ value: String(day), label: sayWeekday(day, language, 'long') }))
}

const Inside = ({ values, errors, colleagues }: Fields & { colleagues: Colleagues }) => {
  const t = words.use()
  const options = colleagues.map(({ personId, name }) => ({ value: personId, label: name }))
  return (
    <>
      <h2>{t['relation.inside']}</h2>
      <Select
        name="ownerId"
        label={t['relation.owner']}
        hint={t['relation.owner.hint']}
        blank={t['relation.owner.none']}
        value={values.ownerId}
        error={errors.ownerId}
        options={options}
      />
      <Select
        name="deputyId"
        label={t['relation.deputy']}
        blank={t['relation.owner.none']}
        value={values.deputyId}
        error={errors.deputyId}
        options={options}
      />
    </>
  )
}

const More = ({ values, errors, wholes }: Fields & Pick<Choosing, 'wholes'>) => {
  const t = words.use()
  const language = useLanguage()
  return (
    <>
      {(wholes.length > 0 || errors.partOfId) && (
        <Select
          name="partOfId"
          label={t['relation.whole']}
          hint={t['relation.whole.hint']}
          blank={t['relation.whole.none']}
          value={values.partOfId}
          error={errors.partOfId}
          options={wholes.map(({ id, name }) => ({ value: id, label: name }))}
        />
      )}
      <TextField name="place" label={t['relation.place']} value={values.place} error={errors.place} />
      <TextField name="postcode" label={t['relation.postcode']} value={values.postcode} error={errors.postcode} short />
      <TextField name="phone" type="tel" label={t['relation.phone']} value={values.phone} error={errors.phone} />
      <TextField
        name="website"
        type="url"
        label={t['relation.website']}
        value={values.website}
        error={errors.website}
      />
      <TextField
        name="reply"
        label={t['relation.reply']}
        hint={t['relation.reply.hint']}
        value={values.reply}
        error={errors.reply}
      />
      <Choices
        name="levels"
        label={t['relation.levels']}
        values={values.levels}
        error={errors.levels}
        options={choicesOf('level', language)}
      />
      <Select
        name="scale"
        label={t['relation.scale']}
        blank={t['relation.scale.none']}
        value={values.scale}
        error={errors.scale}
        options={choicesOf('scale', language)}
      />
      <DateField name="since" label={t['relation.since']} value={values.since} error={errors.since} />
      <Select
        name="obligation"
        label={t['relation.obligation']}
        blank={t['relation.obligation.none']}
        value={values.obligation}
        error={errors.obligation}
        options={choicesOf('obligation', language)}
      />
      <TextField name="legalNote" label={t['relation.legalNote']} value={values.legalNote} error={errors.legalNote} />
      <Choices
        name="motives"
        label={t['relation.motives']}
        hint={t['relation.motives.hint']}
        values={values.motives}
        error={errors.motives}
        options={motives.map(({ id }) => ({ value: id, label: nameOf('motive', id, language) }))}
      />
      <TextArea
        name="about"
        label={t['relation.about']}
        hint={t['relation.about.hint']}
        value={values.about}
        error={errors.about}
        rows={4}
      />
    </>
  )
}
