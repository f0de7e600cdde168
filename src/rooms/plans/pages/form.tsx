import type { Said } from '#kit/form/form.ts'
import { fill, sayKey, useLanguage } from '#kit/words/words.ts'
import { nameOf, partnerTypes, topics } from '#rooms/trade/door.ts'
import { Choice } from '#ui/choice.tsx'
import { DateField, Select, TextArea, TextField } from '#ui/fields.tsx'
import { ErrorSummary, Form, Submit } from '#ui/form.tsx'
import { Page } from '#ui/frame.tsx'
import { CalmLine, Notice } from '#ui/notice.tsx'
import type { OpenLine } from '../queries.ts'
import type { Load } from '../rules.ts'
import { rooms } from '../tables.ts'
import type { Bounds, VisionPoint } from '../vision/tables.ts'
import { words } from '../words/words.ts'

export type Around = {
  lines: readonly OpenLine[]
  vision: readonly VisionPoint[]
  loads: readonly Load[]
  bounds: Bounds
}
type Props = Around & {
  said: Said
  action: string
  back: string
  /** The known partner it is about; and the choice that is changed. */
  line?: { id: string; name: string } | undefined
  changing?: { name: string } | undefined
  maySayVision: boolean
  /** What others have on their hands is shown to who tends the network only. */
  knowsLoads: boolean
}
type Fields = { values: Said['values']; errors: Record<string, string> }

export const sayErrors = (said: Said, t: Record<string, string>): Record<string, string> =>
  Object.fromEntries(Object.entries(said.errors).map(([field, key]) => [field, sayKey(t, key ?? '')]))

/** The short form: which point, for whom, what gets better and when, what stops, hours, who. */
export const ChoiceFormPage = (props: Props) => {
  const { said, action, back, line, changing } = props
  const t = words.use()
  const fields = { values: said.values, errors: sayErrors(said, t) }
  // It became a line while she was typing: what she typed stays to be seen.
  const wasTyped = Boolean(changing) && Object.keys(fields.errors).length > 0 && fields.values.name !== undefined
  const about = line ? fill(t['form.about'], { name: line.name }) : t['form.new']
  return (
    <Page
      title={changing ? fill(t['form.change'], { name: changing.name }) : about}
      lead={t['form.lead']}
      back={{ href: back, label: t['form.back'] }}
      narrow
    >
      <ErrorSummary title={t['error.summary']} errors={fields.errors} />
      <Form action={action}>
        {line && <input type="hidden" name="lineId" value={line.id} />}
        {(!line || wasTyped) && <Candidate {...fields} />}
        {said.values['proposalId'] && (
          <input type="hidden" name="proposalId" value={String(said.values['proposalId'])} />
        )}
        <Vision {...fields} {...props} />
        <Goal {...fields} />
        <Owner {...fields} loads={props.loads} knowsLoads={props.knowsLoads} />
        {!line && <Room {...fields} {...props} />}
        <Submit>{t['form.save']}</Submit>
      </Form>
    </Page>
  )
}

const Candidate = ({ values, errors }: Fields) => {
  const t = words.use()
  const language = useLanguage()
  const named = <K extends 'partnerType' | 'topic'>(kind: K, list: readonly { id: string }[]) =>
    list
      .map(({ id }) => ({ value: id, label: nameOf(kind, id, language) }))
      .sort((a, b) => a.label.localeCompare(b.label, language))
  return (
    <>
      <TextField
        name="name"
        label={t['form.name']}
        hint={t['form.name.hint']}
        value={values.name}
        error={errors.name}
        autocomplete="off"
        maxlength={160}
        required
      />
      <Select
        name="type"
        label={t['form.type']}
        blank={t['form.type.none']}
        value={values.type}
        error={errors.type}
        options={named('partnerType', partnerTypes)}
      />
      <Select
        name="topic"
        label={t['form.topic']}
        blank={t['form.topic.none']}
        value={values.topic}
        error={errors.topic}
        options={named('topic', topics)}
      />
    </>
  )
}

const Vision = ({ values, errors, vision, maySayVision }: Fields & Pick<Props, 'vision' | 'maySayVision'>) => {
  const t = words.use()
  const points = vision.filter(({ id, retiredOn }) => !retiredOn || id === values.visionId)
  if (!points.length)
    return (
      <CalmLine>
        {t['form.vision.empty']} {maySayVision && <a href="/visie">{t['form.vision.add']}</a>}
      </CalmLine>
    )
  return (
    <Select
      name="visionId"
      label={t['form.vision']}
      blank={t['form.vision.none']}
      value={values.visionId}
      error={errors.visionId}
      options={points.map(({ id, name }) => ({ value: id, label: name }))}
      required
    />
  )
}

const Goal = ({ values, errors }: Fields) => {
  const t = words.use()
  return (
    <>
      <TextField
        name="forWhom"
        label={t['form.forWhom']}
        hint={t['form.forWhom.hint']}
        value={values.forWhom}
        error={errors.forWhom}
        maxlength={300}
        required
      />
      <TextArea
        name="better"
        label={t['form.better']}
        hint={t['form.better.hint']}
        value={values.better}
        error={errors.better}
        rows={2}
        maxlength={400}
        required
      />
      <DateField name="seenBy" label={t['form.seenBy']} value={values.seenBy} error={errors.seenBy} required />
      <TextField
        name="stops"
        label={t['form.stops']}
        hint={t['form.stops.hint']}
        value={values.stops}
        error={errors.stops}
        maxlength={300}
        required
      />
      <TextField
        name="hours"
        inputmode="numeric"
        label={t['form.hours']}
        value={values.hours}
        error={errors.hours}
        short
        required
      />
    </>
  )
}

/** Who would own it, with what she has on her hands: facts, in the words of the work plan. */
const Owner = ({ values, errors, loads, knowsLoads }: Fields & Pick<Props, 'loads' | 'knowsLoads'>) => {
  const t = words.use()
  const label = ({ name, lines, hours, declared }: Load) =>
    declared === null
      ? fill(t['form.owner.load'], { name, lines })
      : fill(t['form.owner.hours'], { name, lines, hours, declared })
  return (
    <Select
      name="ownerId"
      label={t['form.owner']}
      hint={t['form.owner.hint']}
      blank={t['form.owner.none']}
      value={values.ownerId}
      error={errors.ownerId}
      options={loads.map((load) => ({ value: load.personId, label: knowsLoads ? label(load) : load.name }))}
    />
  )
}

/** Above the ceiling: which line ends or sleeps. Shown when the school is full, or when its owner turned out to be. */
const Room = ({ values, errors, lines, bounds }: Fields & Pick<Props, 'lines' | 'bounds'>) => {
  const t = words.use()
  const isFull = bounds.mostLines !== null && lines.length >= bounds.mostLines
  if (!isFull && !errors.room && !values.room) return null
  return (
    <>
      <h2>{t['form.room.title']}</h2>
      {isFull && (
        <Notice kind="tell" text={fill(t['form.room.school'], { lines: lines.length, most: bounds.mostLines ?? 0 })} />
      )}
      <Choice
        name="room"
        label={t['form.room']}
        value={values.room}
        error={errors.room}
        options={rooms.map((room) => ({ value: room, label: t[`room.${room}`] }))}
      />
      <Select
        name="roomLineId"
        label={t['form.room.line']}
        blank={t['form.room.line.none']}
        value={values.roomLineId}
        error={errors.roomLineId}
        options={lines.map(({ id, name }) => ({ value: id, label: name }))}
      />
      <TextField
        name="roomNote"
        label={t['form.room.note']}
        value={values.roomNote}
        error={errors.roomNote}
        maxlength={300}
      />
    </>
  )
}
