import { type Day, sayDay } from '#kit/time/day.ts'
import { fill, type Language, useLanguage } from '#kit/words/words.ts'
import { Actions, ButtonForm, ButtonLink } from '#ui/button.tsx'
import { Page } from '#ui/frame.tsx'
import { PrintButton } from '#ui/sheet.tsx'
import { Table } from '#ui/table.tsx'
import type { LineOfRound } from '../queries.ts'
import { type Came, cameOf } from '../rules.ts'
import type { Round } from '../tables.ts'
import { words } from '../words/words.ts'

type Props = { round: Round | undefined; lines: readonly LineOfRound[]; today: string; mayDecide: boolean }

/** How far the round is, and what was decided so far. */
export const RoundPage = ({ round, lines, today, mayDecide }: Props) => {
  const t = words.use()
  const language = useLanguage()
  const next = lines.find(({ decision }) => decision === null)
  const isGoing = round?.closedOn === null
  const done = lines.filter(({ decision }) => decision !== null).length
  return (
    <Page title={t['round.title']} lead={t['round.lead']} back={{ href: '/netwerk', label: t['round.back'] }}>
      {round && (
        <p>
          {fill(isGoing ? t['round.open'] : t['round.closed'], {
            day: sayDay(round.closedOn ?? round.openedOn, language, today),
          })}
          {'. '}
          {fill(t['round.howFar'], { done, all: lines.length })}
          {'.'}
        </p>
      )}
      {!isGoing && <p>{mayDecide ? t['round.start.text'] : t['round.wait']}</p>}
      {mayDecide && (
        <Actions>
          {!isGoing && <ButtonForm action="/jaarronde" label={t['round.start']} icon="check" />}
          {isGoing && next && (
            <ButtonLink href={`/jaarronde/${next.id}`} icon="next">
              {fill(t['round.go'], { name: next.name })}
            </ButtonLink>
          )}
          {done > 0 && (
            <ButtonLink href="/jaarronde/brieven" kind="quiet" icon="print">
              {t['round.letters']}
            </ButtonLink>
          )}
          {isGoing && done > 0 && <Close complete={!next} />}
        </Actions>
      )}
      {round && <Decisions lines={lines} today={today} />}
      {round && <PrintButton>{t['round.print']}</PrintButton>}
    </Page>
  )
}

/** With lines undecided it asks once more, on a page of its own. */
const Close = ({ complete }: { complete: boolean }) => {
  const label = words.use()['round.close']
  return complete ? (
    <ButtonForm action="/jaarronde/afsluiting" label={label} icon="check" />
  ) : (
    <ButtonLink href="/jaarronde/afsluiting" kind="quiet">
      {label}
    </ButtonLink>
  )
}

const Decisions = ({ lines, today }: Pick<Props, 'lines' | 'today'>) => {
  const t = words.use()
  const language = useLanguage()
  return (
    <Table
      caption={t['round.title']}
      captionHidden
      columns={[
        { label: t['round.partner'] },
        { label: t['line.owner'] },
        { label: t['line.year'], numeric: true },
        { label: t['line.came'] },
        { label: t['round.decision'] },
        { label: t['round.why'] },
      ]}
      rows={lines.map(({ id, name, owner, decision, reason, decidedOn, ...begun }) => ({
        href: `/jaarronde/${id}`,
        cells: [
          name,
          owner ?? t['line.owner.none'],
          begun.chosen?.hours ?? '',
          sayCame(cameOf(begun, today), language, today),
          decision && decidedOn
            ? `${t[`decided.${decision}`]} (${sayDay(decidedOn, language, today)})`
            : t['round.none'],
          reason ?? '',
        ],
      }))}
    />
  )
}

const sayCame = (came: Came, language: Language, today: Day) => {
  const t = words.in(language)
  if ('seen' in came) return `${t[`outcome.${came.seen.outcome}`]} (${sayDay(came.seen.lookedOn, language, today)})`
  if (came.kind === 'ahead' || came.kind === 'due')
    return fill(t[came.kind === 'ahead' ? 'line.success.look' : 'line.success.due'], {
      day: sayDay(came.on, language, today),
    })
  return t['came.unknown']
}
