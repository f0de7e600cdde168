import { fill, sayKey } from '#kit/words/words.ts'
import { Actions, ButtonForm, ButtonLink } from '#ui/button.tsx'
import { FactList } from '#ui/facts.tsx'
import { Page } from '#ui/frame.tsx'
import { Progress } from '#ui/progress.tsx'
import { Table } from '#ui/table.tsx'
import type { LeftRow, Told } from '../queries.ts'
import { canBeTakenBack, homeOf, isMoving, keptDays, stateOf } from '../rules.ts'
import type { Takeover } from '../tables.ts'
import { words } from '../words/words.ts'

type Props = Told & { now: Date }

/** How far a list is; once it is over, what became of it, and the way back. */
export const TakeoverPage = ({ takeover, counts, rows, now }: Props) => {
  const t = words.use()
  const state = stateOf(takeover, now)
  const done = counts.added + counts.completed + counts.left
  const lead = fill(t[`lead.${state}`], { ...counts, done, total: takeover.total })
  return (
    <Page
      title={t[`title.${state}`]}
      lead={lead}
      back={{ href: homeOf(takeover.kind), label: t[`home.${takeover.kind}`] }}
      narrow
    >
      {(isMoving(state) || state === 'still') && <HowFar takeover={takeover} counts={counts} now={now} />}
      <FactList facts={[{ term: t.source, value: takeover.source }]} />
      <Ways takeover={takeover} />
      {rows.length > 0 && <Rows rows={rows} isBack={takeover.undoAt !== null} />}
    </Page>
  )
}

const HowFar = ({ takeover, counts, now }: Omit<Props, 'rows'>) => {
  const t = words.use()
  const isOut = takeover.undoAt !== null
  const into = counts.added + counts.completed
  const [done, total] = isOut ? [counts.back + counts.kept, into] : [into + counts.left, takeover.total]
  return (
    <Progress
      id="how-far"
      label={t['progress.label']}
      said={fill(t[isOut ? 'progress.undo' : 'progress'], { done, total })}
      done={done}
      total={total}
      moving={isMoving(stateOf(takeover, now))}
      again={{ href: `/overname/${takeover.id}`, label: t.again }}
    />
  )
}

/** Stopping while it goes, taking back once it is over. Both say first what they do. */
const Ways = ({ takeover }: { takeover: Takeover }) => {
  const t = words.use()
  const here = `/overname/${takeover.id}`
  const isOver = takeover.doneAt !== null || takeover.stoppedAt !== null
  return (
    <>
      {isOver && (
        <Actions>
          <ButtonLink href={homeOf(takeover.kind)}>{t.home}</ButtonLink>
        </Actions>
      )}
      {!isOver && <p class="soft">{t['stop.hint']}</p>}
      {!isOver && <ButtonForm action={`${here}/einde`} label={t.stop} kind="quiet" />}
      {canBeTakenBack(takeover) && <p class="soft">{fill(t['undo.hint'], { days: keptDays })}</p>}
      {canBeTakenBack(takeover) && <ButtonForm action={`${here}/terugname`} label={t.undo} kind="quiet" icon="undo" />}
    </>
  )
}

const Rows = ({ rows, isBack }: { rows: LeftRow[]; isBack: boolean }) => {
  const t = words.use()
  const shown = rows.filter(({ undone }) => (isBack ? undone === 'kept' : undone === null))
  if (!shown.length) return null
  return (
    <Table
      caption={t[isBack ? 'rows.kept' : 'rows.left']}
      columns={[{ label: t['rows.name'] }, { label: t['rows.because'] }]}
      rows={shown.map(({ name, because }) => {
        const said = sayKey(t, `because.${because}`)
        return { cells: [name, said.startsWith('because.') ? t['because.unknown'] : said] }
      })}
    />
  )
}
