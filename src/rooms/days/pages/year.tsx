import type { Said } from '#kit/form/form.ts'
import { type Day, sayDay } from '#kit/time/day.ts'
import { fill, sayKey, useLanguage } from '#kit/words/words.ts'
import { ButtonForm } from '#ui/button.tsx'
import { Choice } from '#ui/choice.tsx'
import { Details } from '#ui/details.tsx'
import { DateField, TextField } from '#ui/fields.tsx'
import { ErrorSummary, Form, Submit } from '#ui/form.tsx'
import { Page } from '#ui/frame.tsx'
import { CalmLine } from '#ui/notice.tsx'
import { PrintButton } from '#ui/sheet.tsx'
import { Table } from '#ui/table.tsx'
import { Tabs } from '#ui/tabs.tsx'
import { Tag } from '#ui/tag.tsx'
import { type BusyWeek, kindsOfDay, type Line, type Region, regions, type Span } from '../rules.ts'
import { words } from '../words/words.ts'

export type YearProps = {
  year: number
  current: number
  region: Region | undefined
  lines: Line[]
  busy: BusyWeek[]
  mayPlan: boolean
  said: Said
  today: Day
}

/** The school year from August to July: what the country says, what the school holds, and where it gets busy. */
export const YearPage = ({ year, current, region, lines, busy, mayPlan, said, today }: YearProps) => {
  const t = words.use()
  const errors = Object.fromEntries(Object.entries(said.errors).map(([field, key]) => [field, sayKey(t, key ?? '')]))
  const title = fill(t['year.title'], { from: String(year), until: String(year + 1) })
  const tabs = [current - 1, current, current + 1].map((one) => ({
    ...{ href: `/jaarplan?jaar=${one}`, label: `${one}–${one + 1}`, current: one === year },
  }))
  return (
    <Page title={title} lead={t['year.lead']} back={{ href: '/agenda', label: t['year.back'] }}>
      <ErrorSummary title={t['error.summary']} errors={errors} />
      <Tabs label={t['year.years']} tabs={tabs} />
      <CalmLine icon="calendar">
        {region ? fill(t['year.region'], { region: t[`region.${region}`] }) : t['year.noRegion']}
      </CalmLine>
      <BusyWeeks busy={busy} today={today} />
      <PrintButton>{t['year.print']}</PrintButton>
      <Lines lines={lines} title={title} mayPlan={mayPlan} today={today} />
      {mayPlan && (
        <div class="not-printed">
          <AddDay said={said} errors={errors} />
          <SayRegion region={region} open={!region || Boolean(errors['region'])} error={errors['region']} />
        </div>
      )}
      <p class="soft">{t['year.source']}</p>
    </Page>
  )
}

const saySpan = ({ from, until }: Span, language: string, today: Day) =>
  from === until
    ? sayDay(from, language, today)
    : `${sayDay(from, language, today)} – ${sayDay(until, language, today)}`

const Lines = ({ lines, title, mayPlan, today }: { lines: Line[]; title: string; mayPlan: boolean; today: Day }) => {
  const t = words.use()
  const language = useLanguage()
  const anyShut = lines.some(({ shut }) => shut)
  const labels = ['year.when', 'year.what', 'year.kind', ...(anyShut ? (['year.note'] as const) : [])] as const
  return (
    <Table
      caption={title}
      captionHidden
      columns={[
        ...labels.map((label) => ({ label: t[label] })),
        ...(mayPlan ? [{ label: t['year.remove'], onScreen: true }] : []),
      ]}
      rows={lines.map((line) => {
        const what = language === 'en' ? line.en : line.nl
        const remove = line.id && (
          <ButtonForm action={`/jaarplan/${line.id}/verwijdering`} label={t['year.remove']} about={what} kind="quiet" />
        )
        return {
          cells: [
            <span class="whole">{saySpan(line, language, today)}</span>,
            line.href ? <a href={line.href}>{what}</a> : what,
            <Tag kind={line.id ? 'plain' : 'quiet'}>{t[`kind.${line.kind}`]}</Tag>,
            ...(anyShut ? [line.shut ? <strong>{t['year.shut']}</strong> : '–'] : []),
            ...(mayPlan ? [remove || ''] : []),
          ],
        }
      })}
    />
  )
}

const BusyWeeks = ({ busy, today }: { busy: BusyWeek[]; today: Day }) => {
  const t = words.use()
  const language = useLanguage()
  if (!busy.length) return null
  return (
    <section>
      <h2>{t['year.busy']}</h2>
      <p>{t['year.busy.lead']}</p>
      <ul>
        {busy.map(({ monday, titles }) => (
          <li>
            <strong>{fill(t['year.busy.week'], { day: sayDay(monday, language, today) })}</strong>: {titles.join(', ')}
          </li>
        ))}
      </ul>
    </section>
  )
}

const AddDay = ({ said: { values }, errors }: { said: Said; errors: Record<string, string> }) => {
  const t = words.use()
  const options = kindsOfDay.map((kind) => ({ value: kind, label: t[`kind.${kind}`], hint: t[`kind.${kind}.hint`] }))
  return (
    <Form action="/jaarplan">
      <h2>{t['add.title']}</h2>
      <Choice name="kind" label={t['add.kind']} value={values['kind']} error={errors['kind']} options={options} />
      <TextField
        name="title"
        label={t['add.what']}
        hint={t['add.what.hint']}
        value={values['title']}
        error={errors['title']}
      />
      <DateField name="from" label={t['add.from']} value={values['from']} error={errors['from']} />
      <DateField
        name="until"
        label={t['add.until']}
        hint={t['add.until.hint']}
        value={values['until']}
        error={errors['until']}
      />
      <Submit>{t['add.do']}</Submit>
    </Form>
  )
}

type RegionProps = { region: Region | undefined; open: boolean; error: string | undefined }
const SayRegion = ({ region, open, error }: RegionProps) => {
  const t = words.use()
  const options = regions.map((one) => ({ value: one, label: t[`region.${one}`] }))
  return (
    <Details summary={t['region.title']} open={open}>
      <Form action="/jaarplan/vakantieregio">
        <Choice name="region" label={t['region.choose']} value={region} error={error} options={options} />
        <Submit kind="quiet">{t['region.do']}</Submit>
      </Form>
    </Details>
  )
}
