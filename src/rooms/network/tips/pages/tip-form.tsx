import type { Said } from '#kit/form/form.ts'
import { type Day, isDay, sayMonth } from '#kit/time/day.ts'
import { fill, sayKey, useLanguage } from '#kit/words/words.ts'
import { nameOf } from '#rooms/trade/door.ts'
import { Select, TextField } from '#ui/fields.tsx'
import { ErrorSummary, Form, Submit } from '#ui/form.tsx'
import { Page } from '#ui/frame.tsx'
import { longestTip } from '../forms.ts'
import { monthsUntil } from '../rules.ts'
import { stages } from '../tables.ts'
import { words } from '../words/words.ts'

type Props = {
  partner: { id: string; name: string }
  topics: readonly string[]
  action: string
  said: Said
  today: Day
}

/** One line of experience, when, and with which groups. */
export const TipFormPage = ({ partner, topics, action, said, today }: Props) => {
  const t = words.use()
  const language = useLanguage()
  const errors: Record<string, string> = Object.fromEntries(
    Object.entries(said.errors).map(([field, key]) => [field, sayKey(t, key ?? '')]),
  )
  const months = [...new Set([...monthsUntil(today), ...[said.values['usedOn'] ?? []].flat().filter(isDay)])]
  return (
    <Page
      title={fill(t['form.title'], { name: partner.name })}
      lead={t['form.lead']}
      back={{ href: `/netwerk/${partner.id}`, label: fill(t['form.back'], { name: partner.name }) }}
      narrow
    >
      <ErrorSummary title={t['error.summary']} errors={errors} />
      <Form action={action}>
        <TextField
          name="line"
          label={t['form.line']}
          hint={t['form.line.hint']}
          value={said.values['line']}
          error={errors['line']}
          maxlength={longestTip}
          autocomplete="off"
        />
        <Select
          name="usedOn"
          label={t['form.month']}
          value={said.values['usedOn']}
          error={errors['usedOn']}
          options={months.map((month) => ({ value: month, label: sayMonth(month, language) }))}
        />
        <Select
          name="stage"
          label={t['form.stage']}
          blank={t['form.stage.any']}
          value={said.values['stage']}
          error={errors['stage']}
          options={stages.map((stage) => ({ value: stage, label: t[`stage.${stage}`] }))}
        />
        {topics.length > 0 && (
          <Select
            name="topic"
            label={t['form.topic']}
            blank={t['form.topic.any']}
            value={said.values['topic']}
            error={errors['topic']}
            options={topics.map((topic) => ({ value: topic, label: nameOf('topic', topic, language) }))}
          />
        )}
        <Submit>{t['form.save']}</Submit>
      </Form>
    </Page>
  )
}
