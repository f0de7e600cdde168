import type { Said } from '#kit/form/form.ts'
import { sayDay } from '#kit/time/day.ts'
import { fill, sayKey, useLanguage } from '#kit/words/words.ts'
import { Actions, ButtonForm } from '#ui/button.tsx'
import { Details } from '#ui/details.tsx'
import { TextArea } from '#ui/fields.tsx'
import { ErrorSummary, Form, Submit } from '#ui/form.tsx'
import { Page } from '#ui/frame.tsx'
import { CalmLine } from '#ui/notice.tsx'
import { PrintButton } from '#ui/sheet.tsx'
import { Table } from '#ui/table.tsx'
import { BalanceAsked } from '../../balance/pages/balance.tsx'
import type { BalanceShown } from '../../balance/rules.ts'
import type { Side } from '../../tables.ts'
import { words } from '../../words/words.ts'
import { longestAnswer, questions } from '../forms.ts'
import { differs } from '../rules.ts'
import type { TableSide } from '../tables.ts'

export type TableProps = {
  /** The names at the two sides, and on which the reader sits. */
  school: string
  partner: string
  side: Side
  columns: readonly TableSide[]
  said: Said | undefined
  /** How both weigh giving and taking, as far as this side may know; and its form said back. */
  balance: BalanceShown
  weighing: Said | undefined
  /** Where the form posts; nowhere for who may only look. */
  action: string | undefined
  back: { href: string; label: string } | undefined
  today: string
  /** For the school: whom a link would go to, or went to. */
  invite?: { action: string; sent: string | undefined } | undefined
}

/** Two sides of one table: the same questions, answered by both, side by side. */
export const TablePage = ({ school, partner, side, columns, said, action, back, today, ...more }: TableProps) => {
  const t = words.use()
  const { balance, weighing, invite } = more
  const errors: Record<string, string> = Object.fromEntries(
    Object.entries(said?.errors ?? weighing?.errors ?? {}).map(([field, key]) => [field, sayKey(t, key ?? '')]),
  )
  const mine = columns.find((column) => column.side === side)
  const other = side === 'school' ? partner : school
  return (
    <Page title={fill(t['table.title'], { name: other })} lead={t['table.lead']} back={back}>
      <ErrorSummary title={t['error.summary']} errors={errors} />
      <SideBySide columns={columns} school={school} partner={partner} today={today} />
      {action && (
        <Details summary={mine ? t['table.change'] : t['table.fill']} open={!mine || said !== undefined}>
          <OwnSide action={action} said={said ?? asSaid(mine)} errors={said ? errors : {}} other={other} />
        </Details>
      )}
      <BalanceAsked
        {...{ school, partner, other }}
        shown={balance}
        action={action && `${action}/evenwicht`}
        said={weighing}
      />
      {invite && (
        <section>
          <h2>{t['table.invite.title']}</h2>
          <p>{invite.sent ?? t['table.invite.text']}</p>
          <Actions>
            <ButtonForm action={invite.action} label={t['table.invite']} kind="quiet" icon="mail" />
          </Actions>
        </section>
      )}
      <PrintButton>{t['table.print']}</PrintButton>
      {action?.startsWith('/aan-tafel/') && (
        <p class="small">
          <a href={action.replace('/aan-tafel/', '/opvolging/')} rel="nofollow">
            {t['table.stops']}
          </a>
        </p>
      )}
    </Page>
  )
}

const asSaid = (mine: TableSide | undefined): Said => ({
  values: Object.fromEntries(questions.map((question) => [question, mine?.[question] ?? ''])),
  errors: {},
})

type SidesProps = Pick<TableProps, 'columns' | 'school' | 'partner' | 'today'>

const SideBySide = ({ columns, school, partner, today }: SidesProps) => {
  const t = words.use()
  const language = useLanguage()
  const [ours, theirs] = (['school', 'partner'] as const).map((side) => columns.find((column) => column.side === side))
  if (!ours && !theirs) return <CalmLine>{t['table.empty']}</CalmLine>
  const filled = columns.map(({ byName, filledOn }) =>
    fill(t['table.filled'], { name: byName ?? '', day: sayDay(filledOn, language, today) }),
  )
  return (
    <>
      <Table
        caption={t['table.caption']}
        captionHidden
        columns={[{ label: t['table.question'] }, { label: school }, { label: partner }]}
        rows={questions.map((question) => ({
          cells: [
            <>
              {t[`side.${question}`]}
              {differs(question, ours, theirs) && <span class="soft"> ({t['table.differs']})</span>}
            </>,
            ours?.[question] ?? '–',
            theirs?.[question] ?? '–',
          ],
        }))}
      />
      <p class="small">{filled.join(' ')}</p>
    </>
  )
}

type OwnProps = { action: string; said: Said; errors: Record<string, string>; other: string }

const OwnSide = ({ action, said: { values }, errors, other }: OwnProps) => {
  const t = words.use()
  return (
    <Form action={action}>
      <CalmLine>{fill(t['table.reads'], { name: other })}</CalmLine>
      {questions.map((question) => (
        <TextArea
          name={question}
          label={t[`side.${question}`]}
          rows={2}
          maxlength={longestAnswer}
          value={values[question]}
          error={errors[question]}
        />
      ))}
      <Submit>{t['table.save']}</Submit>
    </Form>
  )
}

/** Unknown, ended or run out: which of these is not said. */
export const NoTablePage = () => {
  const t = words.use()
  return (
    <Page title={t['table.gone']} narrow>
      <p>{t['table.gone.text']}</p>
    </Page>
  )
}
