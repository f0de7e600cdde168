import type { Said } from '#kit/form/form.ts'
import { fill, sayKey } from '#kit/words/words.ts'
import { FactList } from '#ui/facts.tsx'
import { TextField } from '#ui/fields.tsx'
import { ErrorSummary, Form, Submit } from '#ui/form.tsx'
import { Page } from '#ui/frame.tsx'
import { CalmLine } from '#ui/notice.tsx'
import { Table } from '#ui/table.tsx'
import type { Load } from '../../rules.ts'
import type { Bounds } from '../tables.ts'
import { words } from '../words/words.ts'

type Props = {
  lines: number
  unowned: number
  bounds: Bounds
  loads: readonly Load[]
  said: Said
  hours: { personId: string; said: Said } | undefined
  mayDecide: boolean
}

const errorsOf = ({ errors }: Said, t: Record<string, string>): Record<string, string> =>
  Object.fromEntries(Object.entries(errors).map(([field, key]) => [field, sayKey(t, key ?? '')]))

/** How many lines the school can serve well, and the hours that were agreed. Facts of the plan, no measurement. */
export const SpacePage = (props: Props) => {
  const { lines, unowned, bounds, said, hours, mayDecide } = props
  const t = words.use()
  const errors = errorsOf(said, t)
  const wrongHours = hours ? { [`hours-${hours.personId}`]: errorsOf(hours.said, t)['hours'] ?? '' } : {}
  const most = (value: number | null) => (value === null ? t['space.none'] : String(value))
  return (
    <Page title={t['space.title']} lead={t['space.lead']}>
      <ErrorSummary title={t['error.summary']} errors={{ ...errors, ...wrongHours }} />
      <FactList
        facts={[
          { term: t['space.lines'], value: String(lines) },
          { term: t['space.unowned'], value: String(unowned) },
          { term: t['space.mostLines'], value: most(bounds.mostLines) },
          { term: t['space.mostPerOwner'], value: most(bounds.mostPerOwner) },
        ]}
      />
      {mayDecide && (
        <Form action="/ruimte/grens">
          <TextField
            name="mostLines"
            inputmode="numeric"
            label={t['space.mostLines.ask']}
            hint={t['space.empty.hint']}
            value={said.values['mostLines']}
            error={errors['mostLines']}
            short
          />
          <TextField
            name="mostPerOwner"
            inputmode="numeric"
            label={t['space.mostPerOwner.ask']}
            value={said.values['mostPerOwner']}
            error={errors['mostPerOwner']}
            short
          />
          <Submit kind="quiet">{t['space.save']}</Submit>
        </Form>
      )}
      <Hours {...props} />
    </Page>
  )
}

const Hours = ({ loads, hours, mayDecide }: Props) => {
  const t = words.use()
  return (
    <section>
      <h2>{t['hours.title']}</h2>
      <CalmLine>{t['hours.lead']}</CalmLine>
      <Table
        caption={t['hours.title']}
        captionHidden
        columns={[
          { label: t['hours.name'] },
          { label: t['hours.lines'], numeric: true },
          { label: t['hours.estimated'], numeric: true },
          { label: t['hours.declared'], numeric: !mayDecide },
        ]}
        rows={loads.map((load) => ({
          cells: [
            load.name,
            String(load.lines),
            load.unknown > 0
              ? fill(t['hours.unknown'], { hours: load.hours, count: load.unknown })
              : String(load.hours),
            mayDecide ? (
              <HoursForm load={load} said={hours?.personId === load.personId ? hours.said : undefined} />
            ) : (
              String(load.declared ?? t['space.none'])
            ),
          ],
        }))}
      />
    </section>
  )
}

const HoursForm = ({ load, said }: { load: Load; said: Said | undefined }) => {
  const t = words.use()
  return (
    <Form action={`/ruimte/mensen/${load.personId}/uren`}>
      <TextField
        id={`hours-${load.personId}`}
        name="hours"
        inputmode="numeric"
        label={fill(t['hours.ask'], { name: load.name })}
        value={said ? said.values['hours'] : String(load.declared ?? '')}
        error={said && errorsOf(said, t)['hours']}
        short
      />
      <Submit kind="quiet">{t['space.save']}</Submit>
    </Form>
  )
}
