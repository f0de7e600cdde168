import type { Said } from '#kit/form/form.ts'
import { fill } from '#kit/words/words.ts'
import { Tick } from '#ui/choice.tsx'
import { Select, TextField } from '#ui/fields.tsx'
import { ErrorSummary, Form, Submit } from '#ui/form.tsx'
import { Page } from '#ui/frame.tsx'
import { parentRoles } from '../content/topics.ts'
import { firstRole, type TopicId } from '../rules.ts'
import { says, words } from '../words/words.ts'
import { errorsOf } from './settings.tsx'

/** One topic of the page: leave it out, name somebody else to ask, add one sentence. */
export const TopicFormPage = ({ id, said }: { id: TopicId; said: Said }) => {
  const t = words.use()
  const page = says.use()
  const errors = errorsOf(said, t)
  return (
    <Page
      title={page[`${id}.name`]}
      lead={t['topic.lead']}
      back={{ href: '/ouderpagina', label: t['topic.back'] }}
      narrow
    >
      <ErrorSummary title={t['error.summary']} errors={errors} />
      <Form action={`/ouderpagina/onderwerpen/${id}`}>
        <Tick name="hidden" label={t['topic.hidden']} checked={said.values['hidden'] === 'yes'} />
        <Select
          name="role"
          label={t['topic.role']}
          value={said.values['role']}
          error={errors['role']}
          blank={fill(t['topic.role.usual'], { role: page[`who.${firstRole(id)}`] })}
          options={parentRoles.map((role) => ({ value: role, label: page[`who.${role}`] }))}
        />
        <TextField
          name="sentence"
          label={t['topic.sentence']}
          hint={t['topic.sentence.hint']}
          value={said.values['sentence']}
          error={errors['sentence']}
        />
        <Submit>{t['topic.save']}</Submit>
      </Form>
    </Page>
  )
}
