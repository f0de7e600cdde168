import type { Said } from '#kit/form/form.ts'
import { type Day, sayDay } from '#kit/time/day.ts'
import { fill, useLanguage } from '#kit/words/words.ts'
import { Choice } from '#ui/choice.tsx'
import { Empty } from '#ui/empty.tsx'
import { DateField, TextField } from '#ui/fields.tsx'
import { Form, Submit } from '#ui/form.tsx'
import { Page } from '#ui/frame.tsx'
import { List, Row } from '#ui/list.tsx'
import { longest, starts } from '../forms.ts'
import type { PlaybookListed } from '../queries.ts'
import { inOrder } from '../rules.ts'
import { words } from '../words/words.ts'
import { useErrors, Wrong } from './parts.tsx'

type Props = { playbooks: readonly PlaybookListed[]; said: Said; today: Day }

/** Every big day of the school: what comes, and what has been and may come again. */
export const PlaybooksPage = ({ playbooks, said, today }: Props) => {
  const t = words.use()
  const { coming, past } = inOrder(playbooks, today)
  return (
    <Page title={t.title} lead={t.lead}>
      <Wrong said={said} />
      {playbooks.length === 0 && <Empty title={t.none}>{t['none.text']}</Empty>}
      {playbooks.length > 0 && (
        <section>
          <h2>{t['list.coming']}</h2>
          {coming.length === 0 && <p>{t['list.coming.none']}</p>}
          <Rows label={t['list.coming']} playbooks={coming} today={today} />
        </section>
      )}
      {past.length > 0 && (
        <section>
          <h2>{t['list.past']}</h2>
          <Rows label={t['list.past']} playbooks={past} today={today} />
        </section>
      )}
      <Begin said={said} />
    </Page>
  )
}

const Rows = ({ label, playbooks, today }: { label: string; playbooks: readonly PlaybookListed[]; today: Day }) => {
  const t = words.use()
  const language = useLanguage()
  if (!playbooks.length) return null
  return (
    <List label={label}>
      {playbooks.map(({ id, title, owner, tasks, done, day }) => (
        <Row
          title={title}
          href={`/draaiboeken/${id}`}
          line={[
            owner ? fill(t['list.owner'], { name: owner }) : t['list.noOwner'],
            tasks > 0 && fill(t['list.done'], { done, tasks }),
          ]
            .filter(Boolean)
            .join(' · ')}
          when={day ? sayDay(day, language, today) : t['list.noDay']}
        />
      ))}
    </List>
  )
}

const Begin = ({ said }: { said: Said }) => {
  const t = words.use()
  const errors = useErrors(said)
  return (
    <section>
      <h2>{t['begin.title']}</h2>
      <Form action="/draaiboeken">
        <Choice
          name="start"
          label={t['begin.start']}
          value={said.values['start']}
          error={errors['start']}
          options={starts.map((start) => ({
            value: start,
            label: start === 'empty' ? t['begin.empty'] : t[`kind.${start}`],
          }))}
        />
        <TextField
          name="title"
          label={t['begin.name']}
          hint={t['begin.name.hint']}
          maxlength={longest.title}
          value={said.values['title']}
          error={errors['title']}
        />
        <DateField
          name="day"
          label={t['begin.day']}
          hint={t['begin.day.hint']}
          value={said.values['day']}
          error={errors['day']}
        />
        <Submit>{t['begin.do']}</Submit>
      </Form>
    </section>
  )
}
