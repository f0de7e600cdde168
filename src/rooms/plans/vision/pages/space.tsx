import type { Said } from '#kit/form/form.ts'
import { fill, sayKey } from '#kit/words/words.ts'
import { Details } from '#ui/details.tsx'
import { FactList } from '#ui/facts.tsx'
import { TextField } from '#ui/fields.tsx'
import { ErrorSummary, Form, Submit } from '#ui/form.tsx'
import { Page } from '#ui/frame.tsx'
import { CalmLine } from '#ui/notice.tsx'
import { Table } from '#ui/table.tsx'
import type { Load } from '../../rules.ts'
import { hoursField } from '../forms.ts'
import type { Bounds } from '../tables.ts'
import { words } from '../words/words.ts'

type Props = {
  lines: number
  unowned: number
  bounds: Bounds
  loads: readonly Load[]
  said: Said
  hours: Said
  mayDecide: boolean
}

const errorsOf = ({ errors }: Said, t: Record<string, string>): Record<string, string> =>
  Object.fromEntries(Object.entries(errors).map(([field, key]) => [field, sayKey(t, key ?? '')]))

/** How many lines the school can serve well, and the hours that were agreed. Facts of the plan, no measurement. */
export const SpacePage = (props: Props) => {
  const { lines, unowned, bounds, said, hours, mayDecide } = props
  const t = words.use()
  const errors = errorsOf(said, t)
  const most = (value: number | null) => (value === null ? t['space.none'] : String(value))
  return (
    <Page title={t['space.title']} lead={t['space.lead']}>
      <ErrorSummary title={t['error.summary']} errors={{ ...errors, ...errorsOf(hours, t) }} />
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

/** Who has lines or hours stands first; the others are folded away, within the same form. */
const Hours = ({ loads, hours, mayDecide }: Props) => {
  const t = words.use()
  const busy = ({ lines, declared, personId }: Load) =>
    lines > 0 || declared !== null || hoursField(personId) in hours.errors
  const free = loads.filter((load) => !busy(load))
  const wrong = free.some(({ personId }) => hoursField(personId) in hours.errors)
  const tables = (
    <>
      <HoursTable loads={loads.filter(busy)} hours={hours} mayDecide={mayDecide} />
      {free.length > 0 && (
        <Details summary={fill(t['hours.free'], { count: free.length })} open={wrong}>
          <HoursTable loads={free} hours={hours} mayDecide={mayDecide} />
        </Details>
      )}
    </>
  )
  return (
    <section>
      <h2>{t['hours.title']}</h2>
      <CalmLine>{t['hours.lead']}</CalmLine>
      {mayDecide ? (
        <Form action="/ruimte/uren">
          {tables}
          <Submit kind="quiet">{t['hours.save']}</Submit>
        </Form>
      ) : (
        tables
      )}
    </section>
  )
}

const HoursTable = ({ loads, hours, mayDecide }: Pick<Props, 'loads' | 'hours' | 'mayDecide'>) => {
  const t = words.use()
  return (
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
          load.unknown > 0 ? fill(t['hours.unknown'], { hours: load.hours, count: load.unknown }) : String(load.hours),
          mayDecide ? <HoursOf load={load} said={hours} /> : String(load.declared ?? t['space.none']),
        ],
      }))}
    />
  )
}

const HoursOf = ({ load, said }: { load: Load; said: Said }) => {
  const t = words.use()
  const name = hoursField(load.personId)
  return (
    <TextField
      name={name}
      inputmode="numeric"
      label={<span class="only-heard">{fill(t['hours.ask'], { name: load.name })}</span>}
      value={said.values[name]}
      error={errorsOf(said, t)[name]}
      short
    />
  )
}
