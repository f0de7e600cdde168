import type { Said } from '#kit/form/form.ts'
import { type Day, dayPlus, sayDay } from '#kit/time/day.ts'
import { fill, sayKey, useLanguage } from '#kit/words/words.ts'
import { ButtonLink } from '#ui/button.tsx'
import { Choice } from '#ui/choice.tsx'
import { Details } from '#ui/details.tsx'
import { DateField } from '#ui/fields.tsx'
import { ErrorSummary, Form, Submit } from '#ui/form.tsx'
import { Page } from '#ui/frame.tsx'
import { CalmLine } from '#ui/notice.tsx'
import { Table } from '#ui/table.tsx'
import type { PollOnList } from '../../queries.ts'
import { takesVotes } from '../../rules.ts'
import { agreeing, answers, countsOf, readSheet, type Sheet, statements } from '../rules.ts'
import { words } from '../words/words.ts'

export const errorsOf = (said: Said, t: Record<string, string>): Record<string, string> =>
  Object.fromEntries(Object.entries(said.errors).map(([field, key]) => [field, sayKey(t, key ?? '')]))

/** Six statements, each with four answers. The same form inside and by a personal link. */
export const SoundingForm = ({ at, said }: { at: string; said: Said }) => {
  const t = words.use()
  const errors = errorsOf(said, t)
  return (
    <>
      <ErrorSummary title={t['error.summary']} errors={errors} />
      <Form action={at}>
        <CalmLine>{t['secret']}</CalmLine>
        {statements.map((statement) => (
          <Choice
            name={statement}
            label={t[`statement.${statement}`]}
            value={said.values[statement]}
            error={errors[statement]}
            options={answers.map((answer) => ({ value: answer, label: t[`answer.${answer}`] }))}
          />
        ))}
        <Submit>{t['send']}</Submit>
      </Form>
    </>
  )
}

type Props = { soundings: readonly PollOnList[]; said: Said; mayStart: boolean; today: Day }

/** How work goes, year by year: asking it, answering it, and what came of it. */
export const SoundingsPage = ({ soundings, said, mayStart, today }: Props) => {
  const t = words.use()
  const language = useLanguage()
  const open = soundings.find((one) => takesVotes(one, today))
  const errors = errorsOf(said, t)
  return (
    <Page title={t['title']} lead={t['lead']} back={{ href: '/stemmingen', label: t['back'] }} narrow>
      <ErrorSummary title={t['error.summary']} errors={errors} />
      {open ? (
        <section>
          <p>
            {fill(t['open'], {
              ...{ day: sayDay(open.closesOn, language, today), voted: open.voted, asked: open.asked },
            })}
          </p>
          {open.mine === false && <ButtonLink href={`/stemmingen/${open.id}`}>{t['go']}</ButtonLink>}
          {open.mine && <CalmLine icon="check">{t['done']}</CalmLine>}
        </section>
      ) : (
        <Start said={said} errors={errors} mayStart={mayStart} today={today} />
      )}
      <Results soundings={soundings.filter(({ closedOn }) => closedOn !== null)} />
    </Page>
  )
}

type StartProps = Pick<Props, 'said' | 'mayStart' | 'today'> & { errors: Record<string, string> }
const Start = ({ said, errors, mayStart, today }: StartProps) => {
  const t = words.use()
  if (!mayStart) return <p>{t['start.wait']}</p>
  return (
    <Form action="/peiling">
      <p>{t['why']}</p>
      <CalmLine>{t['secret']}</CalmLine>
      <DateField
        name="closesOn"
        label={t['start.closesOn']}
        hint={t['start.hint']}
        value={said.values['closesOn'] ?? dayPlus(today, 14)}
        error={errors['closesOn']}
      />
      <Submit>{t['start']}</Submit>
    </Form>
  )
}

type Result = { poll: PollOnList; sheet: Sheet; day: string }

/** The years side by side, the oldest first: as bars, as a table, and in numbers. No conclusion: people draw that. */
const Results = ({ soundings }: { soundings: readonly PollOnList[] }) => {
  const t = words.use()
  const language = useLanguage()
  const when = ({ closedOn, closesOn }: PollOnList) => sayDay(closedOn ?? closesOn, language)
  const inOrder = soundings.toSorted((a, b) => a.askedOn.localeCompare(b.askedOn))
  const few = inOrder.filter(({ sheet }) => sheet === null)
  const results = inOrder.flatMap((poll): Result[] => {
    const sheet = readSheet(poll.sheet)
    return sheet ? [{ poll, sheet, day: when(poll) }] : []
  })
  return (
    <section>
      <h2>{t['results']}</h2>
      {!results.length && !few.length && <p>{t['results.none']}</p>}
      {few.map((poll) => (
        <p>{fill(t['results.few'], { day: when(poll) })}</p>
      ))}
      {results.length > 0 && <SideBySide results={results} />}
    </section>
  )
}

const SideBySide = ({ results }: { results: readonly Result[] }) => {
  const t = words.use()
  const columns = results.map(({ poll: { voted, asked }, day }) => fill(t['results.of'], { day, voted, asked }))
  const numeric = columns.map((label) => ({ label, numeric: true }))
  return (
    <>
      <CalmLine>{t['results.care']}</CalmLine>
      <Table
        caption={t['results.table']}
        columns={[{ label: t['results.statement'] }, ...numeric]}
        rows={statements.map((statement) => ({
          cells: [
            t[`statement.${statement}`],
            ...results.map(({ sheet, day }) => {
              const percent = agreeing(sheet, statement)
              const said = { statement: t[`statement.${statement}`], day, percent }
              return (
                <>
                  <meter min="0" max="100" value={String(percent)} aria-label={fill(t['bar'], said)} />{' '}
                  {fill(t['results.percent'], { percent })}
                </>
              )
            }),
          ],
        }))}
      />
      <Details summary={t['results.all']}>
        {statements.map((statement) => (
          <Table
            caption={t[`statement.${statement}`]}
            columns={[{ label: t['results.answer'] }, ...numeric]}
            rows={answers.map((answer, place) => ({
              cells: [
                t[`answer.${answer}`],
                ...results.map(({ sheet }) => String(countsOf(sheet, statement)[place] ?? 0)),
              ],
            }))}
          />
        ))}
      </Details>
    </>
  )
}
