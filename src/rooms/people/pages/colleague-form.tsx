import type { Said } from '#kit/form/form.ts'
import { fill, sayKey, useLanguage } from '#kit/words/words.ts'
import { nameOf } from '#rooms/trade/door.ts'
import { Choices } from '#ui/choice.tsx'
import { DateField, Select, TextField } from '#ui/fields.tsx'
import { ErrorSummary, Form, Submit } from '#ui/form.tsx'
import { Page } from '#ui/frame.tsx'
import { staffRoles } from '../forms.ts'
import type { Colleague } from '../queries.ts'
import { words } from '../words/words.ts'
import { useDayOptions } from './days.tsx'

type Props = {
  said: Said
  action: string
  name?: string | undefined
  others: Pick<Colleague, 'personId' | 'name'>[]
  ownAccount?: boolean
  mayGive: (role: string) => boolean
}

/** One colleague, filled in or changed. What she tends herself, because she has an account, is not asked here. */
export const ColleagueFormPage = ({ said, action, name, others, ownAccount, mayGive }: Props) => {
  const t = words.use()
  const language = useLanguage()
  const dayOptions = useDayOptions()
  const errors = Object.fromEntries(Object.entries(said.errors).map(([field, key]) => [field, sayKey(t, key ?? '')]))
  const { values } = said
  return (
    <Page
      title={name ? fill(t['person.change'], { name }) : t['person.new']}
      back={{ href: '/school', label: t['person.back'] }}
      narrow
    >
      <ErrorSummary title={t['error.summary']} errors={errors} />
      <Form action={action}>
        {!ownAccount && (
          <>
            <TextField
              name="name"
              label={t['person.name']}
              value={values['name']}
              error={errors['name']}
              autocomplete="off"
              required
            />
            <TextField
              name="mail"
              type="email"
              label={t['person.mail']}
              value={values['mail']}
              error={errors['mail']}
            />
            <TextField
              name="phone"
              type="tel"
              label={t['person.phone']}
              value={values['phone']}
              error={errors['phone']}
            />
          </>
        )}
        {ownAccount &&
          ['name', 'mail', 'phone'].map((field) => (
            <input type="hidden" name={field} value={String(values[field] ?? '')} />
          ))}
        <Choices
          name="roles"
          label={t['person.roles']}
          hint={t['person.roles.hint']}
          values={values['roles'] as string[] | string | undefined}
          error={errors['roles']}
          options={staffRoles
            .filter(({ id }) => mayGive(id))
            .map(({ id }) => ({ value: id, label: nameOf('role', id, language) }))}
        />
        <Choices
          name="days"
          label={t['person.days']}
          values={values['days'] as string[] | string | undefined}
          error={errors['days']}
          options={dayOptions}
        />
        <Select
          name="deputyId"
          label={t['person.deputy']}
          value={values['deputyId']}
          error={errors['deputyId']}
          blank={t['person.deputy.none']}
          options={others.map((o) => ({ value: o.personId, label: o.name }))}
        />
        <DateField name="from" label={t['person.from']} value={values['from']} error={errors['from']} />
        <DateField
          name="until"
          label={t['person.until']}
          hint={t['person.until.hint']}
          value={values['until']}
          error={errors['until']}
        />
        <Submit>{t['person.save']}</Submit>
      </Form>
    </Page>
  )
}
