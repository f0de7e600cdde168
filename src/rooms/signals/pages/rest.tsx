import type { Said } from '#kit/form/form.ts'
import { type Day, dayPlus } from '#kit/time/day.ts'
import { fill, sayKey } from '#kit/words/words.ts'
import { DateField, TextField } from '#ui/fields.tsx'
import { ErrorSummary, Form, Submit } from '#ui/form.tsx'
import { Page } from '#ui/frame.tsx'
import { longestWhy } from '../forms.ts'
import type { Signal } from '../rules.ts'
import { words } from '../words/words.ts'

type Props = { signal: Signal; said: Said; today: Day; longest: number }

/** Quiet until a day, and why. */
export const RestPage = ({ signal: { title, said: what, kind, thing }, said, today, longest }: Props) => {
  const t = words.use()
  const errors = Object.fromEntries(Object.entries(said.errors).map(([field, key]) => [field, sayKey(t, key ?? '')]))
  return (
    <Page
      title={t['rest.title']}
      lead={fill(t['rest.lead'], { title, said: what })}
      back={{ href: '/signalen', label: t.back }}
      narrow
    >
      <ErrorSummary title={t['error.summary']} errors={errors} />
      <Form action="/signalen/stilte">
        <input type="hidden" name="soort" value={kind} />
        <input type="hidden" name="over" value={thing} />
        <DateField
          name="until"
          label={t['rest.until']}
          hint={t['rest.until.hint']}
          min={dayPlus(today, 1)}
          max={dayPlus(today, longest)}
          value={said.values['until']}
          error={errors['until']}
        />
        <TextField
          name="why"
          label={t['rest.why']}
          hint={t['rest.why.hint']}
          maxlength={longestWhy}
          autocomplete="off"
          value={said.values['why']}
          error={errors['why']}
        />
        <Submit>{t['rest.save']}</Submit>
      </Form>
    </Page>
  )
}
