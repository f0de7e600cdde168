import type { Said } from '#kit/form/form.ts'
import { fill, sayKey } from '#kit/words/words.ts'
import { Choice } from '#ui/choice.tsx'
import { DateField } from '#ui/fields.tsx'
import { ErrorSummary, Form, Submit } from '#ui/form.tsx'
import { Page } from '#ui/frame.tsx'
import { words } from '../words/words.ts'

type Props = { person: { personId: string; name: string }; said: Said }

/** For good or for a while, and until when. Never why. */
export const StartPage = ({ person: { personId, name }, said }: Props) => {
  const t = words.use()
  const { values } = said
  const errors: Record<string, string> = Object.fromEntries(
    Object.entries(said.errors).map(([field, key]) => [field, sayKey(t, key ?? '')]),
  )
  const options = (['leaving', 'away'] as const).map((how) => ({
    value: how,
    label: t[`start.how.${how}`],
    hint: t[`start.how.${how}.hint`],
  }))
  return (
    <Page
      title={fill(t['start.title'], { name })}
      lead={fill(t['start.lead'], { name })}
      back={{ href: `/school/mensen/${personId}`, label: fill(t['start.back'], { name }) }}
      narrow
    >
      <Form action={`/school/mensen/${personId}/overdracht`}>
        <ErrorSummary title={t['error.summary']} errors={errors} />
        <Choice
          name="how"
          label={t['start.how']}
          value={values.how ?? 'leaving'}
          error={errors.how}
          options={options}
        />
        <DateField
          name="lastDay"
          label={t['start.lastDay']}
          hint={t['start.lastDay.hint']}
          value={values.lastDay}
          error={errors.lastDay}
        />
        <DateField
          name="backOn"
          label={t['start.backOn']}
          hint={t['start.backOn.hint']}
          value={values.backOn}
          error={errors.backOn}
        />
        <Submit>{t['start.go']}</Submit>
      </Form>
    </Page>
  )
}
