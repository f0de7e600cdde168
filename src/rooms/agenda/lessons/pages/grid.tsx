import { sayWeekday, type Weekday } from '#kit/time/day.ts'
import { fill, useLanguage } from '#kit/words/words.ts'
import { ButtonLink } from '#ui/button.tsx'
import { Select } from '#ui/fields.tsx'
import { ErrorSummary, Form, Submit } from '#ui/form.tsx'
import { Page } from '#ui/frame.tsx'
import { Grid, type GridRow } from '#ui/grid.tsx'
import { Table } from '#ui/table.tsx'
import { schoolDays } from '../../rules.ts'
import { words } from '../../words/words.ts'
import { mostRows, type Row, type Wrong } from '../rules.ts'

type Group = { id: string; name: string }
type Props = {
  group: Group
  rows: Row[]
  errors: Record<string, Wrong>
  others: Group[]
  mayType: boolean
  isNew: boolean
  /** A week was to be copied, and nobody said whose. */
  noSource?: boolean
}
/** Rows to go on in, under what is there. */
const spare = 3

/** The week of one group, typed in a grid: a row for every time, a column for every day. */
export const GridPage = ({ group, rows, errors, others, mayType, isNew, noSource }: Props) => {
  const t = words.use()
  const said: Record<string, string> = Object.fromEntries(
    Object.entries(errors).map(([field, wrong]) => [field, t[`lessons.wrong.${wrong}`]]),
  )
  const summary = noSource ? { from: t['lessons.copy.error'] } : said
  return (
    <Page
      title={fill(t['lessons.of'], { group: group.name })}
      lead={t['lessons.of.lead']}
      back={{ href: '/rooster/lessen', label: t['lessons.title'] }}
    >
      <ErrorSummary title={t['error.summary']} errors={summary} />
      {mayType ? (
        <TypeWeek group={group} rows={rows} said={said} isNew={isNew} />
      ) : (
        <ReadWeek group={group} rows={rows} />
      )}
      <ButtonLink href={`/agenda/abonnementen?wat=group:${group.id}`} kind="quiet" icon="calendar">
        {t['lessons.calendar']}
      </ButtonLink>
      {mayType && isNew && others.length > 0 && (
        <Form action={`/rooster/lessen/${group.id}/overname`}>
          <h2>{t['lessons.copy']}</h2>
          <Select
            name="from"
            label={t['lessons.copy.from']}
            error={noSource ? t['lessons.copy.error'] : undefined}
            options={others.map(({ id, name }) => ({ value: id, label: name }))}
          />
          <Submit kind="quiet">{t['lessons.copy.do']}</Submit>
        </Form>
      )}
    </Page>
  )
}

type TypeProps = Pick<Props, 'group' | 'rows' | 'isNew'> & { said: Record<string, string> }
const TypeWeek = ({ group, rows, said, isNew }: TypeProps) => {
  const t = words.use()
  const language = useLanguage()
  const shown = [...rows, ...Array<Row>(spare).fill({ from: '', until: '', cells: {} })].slice(0, mostRows)
  const field = (name: string, label: string, value: string) => ({ name, label, value, error: said[name] })
  const grid: GridRow[] = shown.map(({ from, until, cells }, nth) => {
    const which = from ? `${from}` : fill(t['lessons.row'], { nth: nth + 1 })
    return {
      fields: [
        field(`from-${nth}`, `${t['lessons.from']} ${which}`, from),
        field(`until-${nth}`, `${t['lessons.until']} ${which}`, until),
        ...schoolDays.map((day) =>
          field(`cell-${nth}-${day}`, `${sayWeekday(day, language, 'long')} ${which}`, cells[day] ?? ''),
        ),
      ],
    }
  })
  const columns = [
    t['lessons.from'],
    t['lessons.until'],
    ...schoolDays.map((day) => sayWeekday(day as Weekday, language, 'long')),
  ]
  return (
    <Form action={`/rooster/lessen/${group.id}`}>
      <Grid caption={fill(t['lessons.of'], { group: group.name })} columns={columns} rows={grid} narrow={2} />
      <p class="soft">{t['lessons.hint']}</p>
      {!isNew && (
        <Select
          name="since"
          label={t['lessons.since']}
          hint={t['lessons.since.hint']}
          options={[
            { value: 'week', label: t['lessons.since.week'] },
            { value: 'always', label: t['lessons.since.always'] },
          ]}
        />
      )}
      <Submit>{t['lessons.save']}</Submit>
    </Form>
  )
}

const ReadWeek = ({ group, rows }: { group: Group; rows: Row[] }) => {
  const t = words.use()
  const language = useLanguage()
  const sayCell = (cell: string | undefined) => (cell ? cell.replace(/!$/, ` (${t['lessons.kept']})`) : '–')
  return (
    <Table
      caption={fill(t['lessons.of'], { group: group.name })}
      captionHidden
      columns={[t['lessons.when'], ...schoolDays.map((day) => sayWeekday(day, language, 'long'))].map((label) => ({
        label,
      }))}
      rows={rows.map(({ from, until, cells }) => ({
        cells: [`${from}–${until}`, ...schoolDays.map((day) => sayCell(cells[day]))],
      }))}
    />
  )
}
