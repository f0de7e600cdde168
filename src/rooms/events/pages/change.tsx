import type { Said } from '#kit/form/form.ts'
import { fill } from '#kit/words/words.ts'
import { ButtonForm } from '#ui/button.tsx'
import { Choice } from '#ui/choice.tsx'
import { Details } from '#ui/details.tsx'
import { DateField, Select, TextArea, TextField } from '#ui/fields.tsx'
import { Form, Submit } from '#ui/form.tsx'
import { Page } from '#ui/frame.tsx'
import { longest } from '../forms.ts'
import type { PlaybookShown } from '../queries.ts'
import { eventKinds } from '../rules.ts'
import { words } from '../words/words.ts'
import { asOptions, type Colleagues, useErrors, Wrong } from './parts.tsx'

/** All but the tasks: name, day, who holds it, and the three lists. */
export const ChangePlaybookPage = (props: { playbook: PlaybookShown; staff: Colleagues; said: Said }) => {
  const { playbook, staff, said } = props
  const t = words.use()
  const errors = useErrors(said)
  const at = `/draaiboeken/${playbook.id}`
  return (
    <Page title={fill(t['change.title'], { name: playbook.title })} back={{ href: at, label: playbook.title }} narrow>
      <Wrong said={said} />
      <Form action={`${at}/wijziging`}>
        <TextField
          name="title"
          label={t['change.name']}
          maxlength={longest.title}
          value={said.values['title']}
          error={errors['title']}
        />
        <DateField name="day" label={t['change.day']} value={said.values['day']} error={errors['day']} />
        <Select
          name="ownerId"
          label={t['change.owner']}
          blank={t['change.owner.none']}
          value={said.values['ownerId']}
          error={errors['ownerId']}
          options={asOptions(staff)}
        />
        <Choice
          name="kind"
          label={t['change.kind']}
          value={said.values['kind']}
          error={errors['kind']}
          options={eventKinds.map((kind) => ({ value: kind, label: t[`kind.${kind}`] }))}
        />
        <ThreeLists said={said} errors={errors} />
        <Submit>{t['change.do']}</Submit>
      </Form>
      <Details summary={t['remove.do']}>
        <p>{t['remove.text']}</p>
        <ButtonForm action={`${at}/verwijdering`} label={t['remove.do']} kind="danger" />
      </Details>
    </Page>
  )
}

const ThreeLists = ({ said, errors }: { said: Said; errors: Record<string, string> }) => {
  const t = words.use()
  return (['materials', 'risks', 'remarks'] as const).map((list) => (
    <TextArea
      name={list}
      label={t[`change.${list}`]}
      hint={list === 'remarks' ? t['change.remarks.hint'] : t['change.lines']}
      rows={6}
      maxlength={longest.lines}
      value={said.values[list]}
      error={errors[list]}
    />
  ))
}
