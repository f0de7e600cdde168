import type { Said } from '#kit/form/form.ts'
import { sayWeekday, type Weekday } from '#kit/time/day.ts'
import { sayKey, useLanguage } from '#kit/words/words.ts'
import { ButtonForm } from '#ui/button.tsx'
import { Empty } from '#ui/empty.tsx'
import { TextField, TimeField } from '#ui/fields.tsx'
import { ErrorSummary, Form, Submit } from '#ui/form.tsx'
import { Page } from '#ui/frame.tsx'
import { Table } from '#ui/table.tsx'
import type { Space } from '../tables.ts'
import { words } from '../words/words.ts'
import { SchoolTabs } from './tabs.tsx'

const sayErrors = (said: Said, t: Record<string, string>) =>
  Object.fromEntries(Object.entries(said.errors).map(([field, key]) => [field, sayKey(t, key ?? '')]))

/** The rooms of the building in which a partner can sit. */
export const SpacesPage = ({ spaces, said, mayManage }: { spaces: Space[]; said: Said; mayManage: boolean }) => {
  const t = words.use()
  const errors = sayErrors(said, t)
  return (
    <Page title={t['spaces.title']} lead={t['spaces.lead']}>
      <SchoolTabs current="spaces" />
      <ErrorSummary title={t['error.summary']} errors={errors} />
      {spaces.length === 0 ? (
        <Empty title={t['spaces.empty']}>{t['spaces.empty.text']}</Empty>
      ) : (
        <Table
          caption={t['spaces.title']}
          captionHidden
          columns={[
            { label: t['spaces.name'] },
            { label: t['spaces.note'] },
            ...(mayManage ? [{ label: t['spaces.remove'] }] : []),
          ]}
          rows={spaces.map((space) => ({
            cells: [
              space.name,
              space.note ?? '–',
              ...(mayManage
                ? [
                    <ButtonForm
                      action={`/school/ruimtes/${space.id}/verwijdering`}
                      label={t['spaces.remove']}
                      about={space.name}
                      kind="quiet"
                    />,
                  ]
                : []),
            ],
          }))}
        />
      )}
      {mayManage && (
        <Form action="/school/ruimtes">
          <h2>{t['spaces.add']}</h2>
          <TextField name="name" label={t['spaces.name']} value={said.values['name']} error={errors['name']} />
          <TextField name="note" label={t['spaces.note']} value={said.values['note']} error={errors['note']} />
          <Submit>{t['spaces.add']}</Submit>
        </Form>
      )}
    </Page>
  )
}

/** When the bell goes, a row of times for each weekday. */
export const BellsPage = ({ said, mayManage }: { said: Said; mayManage: boolean }) => {
  const t = words.use()
  const language = useLanguage()
  const errors = sayErrors(said, t)
  const parts = ['from', 'until', 'breakFrom', 'breakUntil', 'lunchFrom', 'lunchUntil'] as const
  const field = (day: number, part: (typeof parts)[number]) => {
    const name = `${day}.${part}`
    return <TimeField name={name} label={t[`bells.${part}`]} value={said.values[name]} error={errors[name]} />
  }
  return (
    <Page title={t['bells.title']} lead={t['bells.lead']}>
      <SchoolTabs current="bells" />
      <ErrorSummary title={t['error.summary']} errors={errors} />
      <p>{t['bells.closed']}</p>
      <Form action="/school/lestijden">
        {([1, 2, 3, 4, 5] as Weekday[]).map((day) => (
          <fieldset class="row-of-fields">
            <legend>{sayWeekday(day, language, 'long')}</legend>
            {parts.map((part) => field(day, part))}
          </fieldset>
        ))}
        {mayManage && <Submit>{t['bells.save']}</Submit>}
      </Form>
    </Page>
  )
}
