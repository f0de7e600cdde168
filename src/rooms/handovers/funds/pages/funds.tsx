import type { Said } from '#kit/form/form.ts'
import { type Day, sayDay } from '#kit/time/day.ts'
import { fill, sayKey, useLanguage } from '#kit/words/words.ts'
import { ButtonForm } from '#ui/button.tsx'
import { DateField, TextField } from '#ui/fields.tsx'
import { ErrorSummary, Form, Submit } from '#ui/form.tsx'
import { Page } from '#ui/frame.tsx'
import { List, Row } from '#ui/list.tsx'
import type { LineFund } from '../tables.ts'
import { words } from '../words/words.ts'

type Props = {
  line: { id: string; name: string }
  funds: readonly LineFund[]
  said: Said | undefined
  today: Day
  tends: boolean
}

/** On what money a line runs, what ends first on top. */
export const FundsPage = ({ line, funds, said, today, tends }: Props) => {
  const t = words.use()
  const language = useLanguage()
  const errors: Record<string, string> = Object.fromEntries(
    Object.entries(said?.errors ?? {}).map(([field, key]) => [field, sayKey(t, key ?? '')]),
  )
  return (
    <Page
      title={fill(t['title'], { name: line.name })}
      lead={t['lead']}
      back={{ href: `/netwerk/${line.id}/afspraken`, label: fill(t['back'], { name: line.name }) }}
      narrow
    >
      <ErrorSummary title={t['error.summary']} errors={errors} />
      {funds.length === 0 && <p>{t['none']}</p>}
      {funds.length > 0 && (
        <List label={t['list']}>
          {funds.map(({ id, name, euros, endsOn }) => (
            <Row
              title={name}
              line={euros === null ? t['euros.unknown'] : fill(t['euros'], { euros: sayEuros(euros, language) })}
              when={fill(t[endsOn < today ? 'ended' : 'ends'], { day: sayDay(endsOn, language, today) })}
              action={
                tends && (
                  <ButtonForm
                    action={`/netwerk/${line.id}/geld/verwijdering`}
                    fields={{ fund: id }}
                    label={t['remove']}
                    about={name}
                    kind="quiet"
                  />
                )
              }
            />
          ))}
        </List>
      )}
      {tends && <NoteFund id={line.id} said={said} errors={errors} />}
    </Page>
  )
}

export const sayEuros = (euros: number, language: string) =>
  new Intl.NumberFormat(language, { style: 'currency', currency: 'EUR', maximumFractionDigits: 0 }).format(euros)

type FormProps = { id: string; said: Said | undefined; errors: Record<string, string> }
const NoteFund = ({ id, said, errors }: FormProps) => {
  const t = words.use()
  const values = said?.values ?? {}
  return (
    <Form action={`/netwerk/${id}/geld`}>
      <h2>{t['add']}</h2>
      <TextField
        name="name"
        label={t['name']}
        hint={t['name.hint']}
        value={values['name']}
        error={errors['name']}
        maxlength={120}
        autocomplete="off"
      />
      <TextField
        name="euros"
        label={t['euros.label']}
        value={values['euros']}
        error={errors['euros']}
        inputmode="numeric"
        autocomplete="off"
        short
      />
      <DateField name="endsOn" label={t['endsOn']} value={values['endsOn']} error={errors['endsOn']} />
      <Submit>{t['save']}</Submit>
    </Form>
  )
}
