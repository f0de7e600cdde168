import type { Said } from '#kit/form/form.ts'
import { ButtonForm } from '#ui/button.tsx'
import { TextField } from '#ui/fields.tsx'
import { Form, Submit } from '#ui/form.tsx'
import { Page } from '#ui/frame.tsx'
import { type Colleagues, useErrors, Wrong } from '../../pages/parts.tsx'
import { words } from '../../words/words.ts'
import { longestTask } from '../forms.ts'
import type { TaskFound } from '../queries.ts'
import { Fields } from './fields.tsx'

/** One task: what, when, and by whom. */
export const TaskPage = ({ task, staff, said }: { task: TaskFound; staff: Colleagues; said: Said }) => {
  const t = words.use()
  const errors = useErrors(said)
  const book = `/draaiboeken/${task.playbookId}`
  const at = `${book}/taken/${task.id}`
  return (
    <Page title={t['edit.title']} back={{ href: book, label: task.title }} narrow>
      <Wrong said={said} />
      <Form action={`${at}/wijziging`}>
        <TextField
          name="what"
          label={t['edit.what']}
          hint={t['edit.what.hint']}
          maxlength={longestTask}
          value={said.values['what']}
          error={errors['what']}
        />
        <Fields label={t['edit.moment']} offset={task.offset} staff={staff} said={said} />
        <Submit>{t['edit.do']}</Submit>
      </Form>
      <ButtonForm action={`${at}/verwijdering`} label={t['edit.remove']} kind="quiet" />
    </Page>
  )
}
