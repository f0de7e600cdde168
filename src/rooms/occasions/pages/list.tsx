import type { Said } from '#kit/form/form.ts'
import { sayDay } from '#kit/time/day.ts'
import { fill, sayKey, useLanguage } from '#kit/words/words.ts'
import { Choice } from '#ui/choice.tsx'
import { DateField, TextField } from '#ui/fields.tsx'
import { ErrorSummary, Form, Submit } from '#ui/form.tsx'
import { Page } from '#ui/frame.tsx'
import { List, Row } from '#ui/list.tsx'
import { longestName } from '../forms.ts'
import type { OccasionListed } from '../queries.ts'
import { occasionKinds } from '../tables.ts'
import { words } from '../words/words.ts'

type Props = { occasions: readonly OccasionListed[]; said: Said; today: string; mayTend: boolean }

/** A year of small attentions, the next on top. */
export const OccasionsPage = ({ occasions, said, today, mayTend }: Props) => {
  const t = words.use()
  const language = useLanguage()
  const errors: Record<string, string> = Object.fromEntries(
    Object.entries(said.errors).map(([field, key]) => [field, sayKey(t, key ?? '')]),
  )
  return (
    <Page title={t.title} lead={t.lead} back={{ href: '/afspraken', label: t.back }}>
      <ErrorSummary title={t['error.summary']} errors={errors} />
      {occasions.length === 0 && <p>{t.none}</p>}
      <List label={t.title}>
        {occasions.map(({ id, name, kind, day, doneOn, guests }) => (
          <Row
            title={name}
            href={`/attenties/${id}`}
            line={[
              t[`kind.${kind}`],
              fill(t['list.on'], { count: guests }),
              doneOn && fill(t['list.done'], { day: sayDay(doneOn, language, today) }),
            ]
              .filter(Boolean)
              .join(' · ')}
            when={sayDay(day, language, today)}
          />
        ))}
      </List>
      {mayTend && (
        <section>
          <h2>{t['add.title']}</h2>
          <Form action="/attenties">
            <TextField
              name="name"
              label={t['add.name']}
              hint={t['add.name.hint']}
              maxlength={longestName}
              value={said.values['name']}
              error={errors['name']}
            />
            <Choice
              name="kind"
              label={t['add.kind']}
              value={said.values['kind']}
              error={errors['kind']}
              options={occasionKinds.map((value) => ({ value, label: t[`kind.${value}`] }))}
            />
            <DateField name="day" label={t['add.day']} value={said.values['day']} error={errors['day']} />
            <Submit>{t['add.do']}</Submit>
          </Form>
        </section>
      )}
    </Page>
  )
}
