import type { Said } from '#kit/form/form.ts'
import { ButtonForm } from '#ui/button.tsx'
import { Select, TextField } from '#ui/fields.tsx'
import { Form, Submit } from '#ui/form.tsx'
import { Page } from '#ui/frame.tsx'
import { asOptions, type Colleagues, useErrors, useMoments, Wrong } from '../../pages/parts.tsx'
import { words } from '../../words/words.ts'
import { longestTask } from '../forms.ts'
import type { TaskFound } from '../queries.ts'

/** One task: what, when, and by whom. */
export const TaskPage = ({ task, staff, said }: { task: TaskFound; staff: Colleagues; said: Said }) => {
  const t = words.use()
  const errors = useErrors(said)
  const moments = useMoments(task.offset)
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
        <Select
          name="offset"
          label={t['edit.moment']}
          value={said.values['offset']}
          error={errors['offset']}
          options={moments}
        />
        <Select
          name="doerId"
          label={t['add.who']}
          blank={t['add.who.none']}
          value={said.values['doerId']}
          error={errors['doerId']}
          options={asOptions(staff)}
        />
        <Submit>{t['edit.do']}</Submit>
      </Form>
      <ButtonForm action={`${at}/verwijdering`} label={t['edit.remove']} kind="quiet" />
    </Page>
  )
}
