import type { Said } from '#kit/form/form.ts'
import { type Day, sayDay } from '#kit/time/day.ts'
import { useLanguage } from '#kit/words/words.ts'
import { ButtonForm } from '#ui/button.tsx'
import { TextField } from '#ui/fields.tsx'
import { Form, Submit } from '#ui/form.tsx'
import { List, Row } from '#ui/list.tsx'
import { Tag } from '#ui/tag.tsx'
import { type Colleagues, useErrors, useMoment } from '../../pages/parts.tsx'
import type { TaskShown } from '../../queries.ts'
import { words } from '../../words/words.ts'
import { longestTask } from '../forms.ts'
import { Fields } from './fields.tsx'

type Props = { at: string; tasks: readonly TaskShown[]; today: Day; mayDirect: boolean; me: string }

/** The tasks by date. Who does one, or holds the playbook, ticks it off with one press. */
export const Tasks = ({ tasks, ...given }: Props) => {
  const t = words.use()
  return (
    <section>
      <h2>{t['one.tasks']}</h2>
      {tasks.length === 0 && <p>{t['one.tasks.none']}</p>}
      {tasks.length > 0 && (
        <List label={t['one.tasks']}>
          {tasks.map((task) => (
            <TaskRow task={task} {...given} />
          ))}
        </List>
      )}
    </section>
  )
}

const TaskRow = ({ task, at, today, mayDirect, me }: Omit<Props, 'tasks'> & { task: TaskShown }) => {
  const t = words.use()
  const language = useLanguage()
  const sayMoment = useMoment()
  const { id, what, offset, doer, doerId, doneOn, date } = task
  const isLate = !doneOn && date !== null && date < today
  const isMyTurn = !doneOn && doerId === me && date !== null && date <= today
  return (
    <Row
      title={what}
      href={mayDirect ? `${at}/taken/${id}/wijziging` : undefined}
      line={`${sayMoment(offset)} · ${doer ?? t['task.nobody']}`}
      when={date ? sayDay(date, language, today) : undefined}
      waits={isMyTurn ? t['task.you'] : undefined}
      tag={
        doneOn ? (
          <Tag kind="done">{t['task.done']}</Tag>
        ) : (
          isLate && !isMyTurn && <Tag kind="quiet">{t['task.late']}</Tag>
        )
      }
      action={
        (mayDirect || doerId === me) && (
          <ButtonForm
            action={`${at}/taken/${id}/${doneOn ? 'heropening' : 'afvinking'}`}
            label={t[doneOn ? 'task.reopen' : 'task.done']}
            about={what}
            kind="quiet"
            icon={doneOn ? 'undo' : 'check'}
          />
        )
      }
    />
  )
}

type AddProps = { at: string; staff: Colleagues; said: Said; added: number | undefined }

/** One line and one key: the moment is read out of the line, and after Enter the next line can be typed. */
export const AddTask = ({ at, staff, said, added }: AddProps) => {
  const t = words.use()
  const errors = useErrors(said)
  return (
    <div class="not-printed">
      <Form action={`${at}/taken`}>
        <TextField
          name="what"
          label={t['add.what']}
          hint={t['add.what.hint']}
          maxlength={longestTask}
          autofocus={added !== undefined}
          value={said.values['what']}
          error={errors['what']}
        />
        <Fields label={t['add.moment']} offset={added} staff={staff} said={said} />
        <Submit kind="quiet">{t['add.do']}</Submit>
      </Form>
    </div>
  )
}
