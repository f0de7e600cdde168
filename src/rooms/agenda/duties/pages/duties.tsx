import type { Said } from '#kit/form/form.ts'
import { sayWeekday, type Weekday } from '#kit/time/day.ts'
import { fill, sayKey, useLanguage } from '#kit/words/words.ts'
import { ButtonForm } from '#ui/button.tsx'
import { Choice } from '#ui/choice.tsx'
import { Select, TimeField } from '#ui/fields.tsx'
import { Form, Submit } from '#ui/form.tsx'
import { List, Row } from '#ui/list.tsx'
import { schoolDays } from '../../rules.ts'
import type { Duty } from '../queries.ts'
import { dutyKinds } from '../tables.ts'
import { words } from '../words/words.ts'

/** What of my week is fixed: when I cannot, and when I can although my group has lessons. */
export const Duties = ({ duties, said }: { duties: readonly Duty[]; said: Said }) => {
  const t = words.use()
  const language = useLanguage()
  const { values } = said
  const errors = Object.fromEntries(Object.entries(said.errors).map(([field, key]) => [field, sayKey(t, key ?? '')]))
  const days = schoolDays.map((day) => ({ value: String(day), label: sayWeekday(day as Weekday, language, 'long') }))
  return (
    <section>
      <h2 id="week">{t.title}</h2>
      <p class="soft">{t.lead}</p>
      {duties.length === 0 ? (
        <p class="soft">{t.none}</p>
      ) : (
        <List label={t.title}>
          {duties.map(({ id, kind, weekday, from, until }) => {
            const title = fill(t.row, { day: sayWeekday(weekday as Weekday, language, 'long'), from, until })
            return (
              <Row
                title={title}
                line={t[`row.${kind}`]}
                action={
                  <ButtonForm
                    action={`/agenda/eigen/week/${id}/verwijdering`}
                    label={t.remove}
                    about={title}
                    kind="quiet"
                  />
                }
              />
            )
          })}
        </List>
      )}
      <Form action="/agenda/eigen/week">
        <h3>{t.add}</h3>
        <Select name="weekday" label={t.weekday} options={days} value={values['weekday']} error={errors['weekday']} />
        <TimeField name="from" label={t.from} value={values['from']} error={errors['from']} />
        <TimeField name="until" label={t.until} value={values['until']} error={errors['until']} />
        <Choice
          name="kind"
          label={t.kind}
          value={values['kind'] ?? 'busy'}
          options={dutyKinds.map((kind) => ({ value: kind, label: t[`kind.${kind}`], hint: t[`kind.${kind}.hint`] }))}
          error={errors['kind']}
        />
        <Submit kind="quiet">{t.do}</Submit>
      </Form>
    </section>
  )
}
