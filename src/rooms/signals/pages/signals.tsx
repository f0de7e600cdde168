import { type Day, sayDay } from '#kit/time/day.ts'
import { fill, useLanguage } from '#kit/words/words.ts'
import { choicesOf } from '#rooms/relations/door.ts'
import { Actions, ButtonForm, ButtonLink } from '#ui/button.tsx'
import { Details } from '#ui/details.tsx'
import { Empty } from '#ui/empty.tsx'
import { Select } from '#ui/fields.tsx'
import { Form, Submit } from '#ui/form.tsx'
import { Page } from '#ui/frame.tsx'
import { List, Row } from '#ui/list.tsx'
import { PrintButton } from '#ui/sheet.tsx'
import { actors, type Filter, type Group, grouped, mayRest, type Signal, wanted } from '../rules.ts'
import { words } from '../words/words.ts'

type Reader = { personId: string; all: boolean }
type Props = { signals: readonly Signal[]; filter: Filter; reader: Reader; today: Day }

/** All that wants an eye, by kind, each with one next step. */
export const SignalsPage = ({ signals, filter, reader, today }: Props) => {
  const t = words.use()
  const shown = wanted(signals, filter)
  const open = shown.filter(({ rest }) => rest === null)
  const resting = shown.filter(({ rest }) => rest !== null)
  const counted = [
    fill(open.length === 1 ? t['count.one'] : t.count, { open: open.length }),
    ...(resting.length > 0 ? [fill(t['count.rest'], { rest: resting.length })] : []),
  ]
  return (
    <Page title={t.title} lead={reader.all ? t['lead.all'] : t['lead.mine']}>
      {signals.length > 0 && <Filters {...{ signals, filter, reader }} />}
      {open.length === 0 ? (
        <Nothing isFiltered={signals.some(({ rest }) => rest === null)} />
      ) : (
        <p role="status">{counted.join(', ')}</p>
      )}
      {grouped(open).map((group) => (
        <OfKind group={group} reader={reader} />
      ))}
      {resting.length > 0 && <Resting signals={resting} reader={reader} today={today} />}
      <Actions>
        <ButtonLink href={`/signalen/lijst.csv${queryOf(filter)}`} kind="quiet" noPrefetch>
          {t.csv}
        </ButtonLink>
        <PrintButton>{t.print}</PrintButton>
      </Actions>
    </Page>
  )
}

const queryOf = (filter: Filter) => {
  const said = Object.entries(filter).filter((one): one is [string, string] => Boolean(one[1]))
  return said.length ? `?${new URLSearchParams(said)}` : ''
}

const Nothing = ({ isFiltered }: { isFiltered: boolean }) => {
  const t = words.use()
  return isFiltered ? (
    <Empty title={t['none.filter']}>{t['none.filter.text']}</Empty>
  ) : (
    <Empty title={t.none}>{t['none.text']}</Empty>
  )
}

const Filters = ({ signals, filter, reader }: Pick<Props, 'signals' | 'filter' | 'reader'>) => {
  const t = words.use()
  const language = useLanguage()
  const people = actors(signals).map(({ id, name }) => ({ value: id, label: name }))
  return (
    <div class="not-printed">
      <Details
        summary={t[reader.all ? 'filter.title' : 'filter.title.mine']}
        open={Boolean(filter.wie || filter.niveau)}
      >
        <Form action="/signalen" method="get">
          {reader.all && (
            <Select
              name="wie"
              label={t['filter.who']}
              blank={t['filter.any']}
              value={filter.wie}
              options={[...people, { value: 'niemand', label: t['filter.nobody'] }]}
            />
          )}
          <Select
            name="niveau"
            label={t['filter.level']}
            blank={t['filter.any']}
            value={filter.niveau}
            options={choicesOf('level', language)}
          />
          <Submit kind="quiet">{t['filter.do']}</Submit>
        </Form>
      </Details>
    </div>
  )
}

/** As many of a kind as one looks through; the rest is folded away. */
const atFirst = 8

const OfKind = ({ group: { kind, name, signals }, reader }: { group: Group; reader: Reader }) => {
  const t = words.use()
  const rows = (some: readonly Signal[]) => (
    <List label={name}>
      {some.map((signal) => (
        <OneSignal signal={signal} reader={reader} />
      ))}
    </List>
  )
  const rest = signals.slice(atFirst)
  return (
    <section id={kind} class="dense-printed">
      <h2>
        {fill(t.group, { name, count: signals.length })}
        <span class="only-printed"> · {signals[0]?.step}</span>
      </h2>
      {rows(signals.slice(0, atFirst))}
      {rest.length > 0 && <Details summary={fill(t.more, { count: rest.length })}>{rows(rest)}</Details>}
    </section>
  )
}

const OneSignal = ({ signal, reader }: { signal: Signal; reader: Reader }) => {
  const t = words.use()
  const { title, said, who, step, href, line, kind, thing } = signal
  return (
    <Row
      title={title}
      href={line ? `/netwerk/${line.id}` : href}
      line={reader.all ? `${said} · ${who?.name ?? t[line ? 'who.nobody' : 'who.leads']}` : said}
      action={
        <Actions>
          <ButtonLink href={href} kind="quiet">
            {step} <span class="only-heard">{title}</span>
          </ButtonLink>
          {mayRest(reader, signal) && (
            <a class="not-printed" href={`/signalen/stilte?${new URLSearchParams({ soort: kind, over: thing })}`}>
              {t.rest} <span class="only-heard">{title}</span>
            </a>
          )}
        </Actions>
      }
    />
  )
}

const Resting = ({ signals, reader, today }: { signals: readonly Signal[]; reader: Reader; today: Day }) => {
  const t = words.use()
  const language = useLanguage()
  return (
    <Details summary={fill(t['resting.title'], { count: signals.length })}>
      <List label={fill(t['resting.title'], { count: signals.length })}>
        {signals.map(({ title, said, kind, thing, line, href, rest }) => {
          const { until = today, why = '', by } = rest ?? {}
          const day = sayDay(until, language, today)
          return (
            <Row
              title={`${title}: ${said}`}
              href={href}
              line={by ? fill(t['resting.by'], { day, why, by }) : fill(t['resting.line'], { day, why })}
              action={
                mayRest(reader, { line }) && (
                  <ButtonForm
                    action="/signalen/stilte/verwijdering"
                    fields={{ soort: kind, over: thing }}
                    label={t['rest.wake']}
                    about={title}
                    kind="quiet"
                  />
                )
              }
            />
          )
        })}
      </List>
    </Details>
  )
}
