import type { Said } from '#kit/form/form.ts'
import { sayKey } from '#kit/words/words.ts'
import { Select, TextField } from '#ui/fields.tsx'
import { ErrorSummary } from '#ui/form.tsx'
import { longest } from '../forms.ts'
import { words } from '../words/words.ts'

export type Colleagues = readonly { personId: string; name: string }[]
export const asOptions = (staff: Colleagues) => staff.map(({ personId, name }) => ({ value: personId, label: name }))

/** What is not right yet, in words. */
export function useErrors({ errors }: Said): Record<string, string> {
  const t = words.use()
  return Object.fromEntries(Object.entries(errors).map(([field, key]) => [field, sayKey(t, key ?? '')]))
}
export const Wrong = ({ said }: { said: Said }) => (
  <ErrorSummary title={words.use()['error.summary']} errors={useErrors(said)} />
)

/** The name, what it is for, and who leads: when it begins and when it changes. */
export const CircleFields = ({ staff, said }: { staff: Colleagues; said: Said }) => {
  const t = words.use()
  const errors = useErrors(said)
  return (
    <>
      <TextField
        name="name"
        label={t['form.name']}
        hint={t['form.name.hint']}
        maxlength={longest.name}
        value={said.values['name']}
        error={errors['name']}
      />
      <TextField
        name="about"
        label={t['form.about']}
        hint={t['form.about.hint']}
        maxlength={longest.about}
        value={said.values['about']}
        error={errors['about']}
      />
      <Select
        name="leadId"
        label={t['form.lead']}
        blank={t['form.lead.none']}
        options={asOptions(staff)}
        value={said.values['leadId']}
        error={errors['leadId']}
      />
    </>
  )
}
