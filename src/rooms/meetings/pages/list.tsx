import { type Day, sayDay } from '#kit/time/day.ts'
import { fill, useLanguage } from '#kit/words/words.ts'
import { Actions, ButtonLink } from '#ui/button.tsx'
import { Empty } from '#ui/empty.tsx'
import { Page } from '#ui/frame.tsx'
import { List, Row } from '#ui/list.tsx'
import type { Listed } from '../queries.ts'
import { isOver, stateOf } from '../rules.ts'
import { words } from '../words/words.ts'
import { sayMoment } from './parts.tsx'

type Props = { rows: readonly Listed[]; me: string; now: Date; today: Day }
type Part = (typeof parts)[number]

const parts = ['waits', 'drafts', 'asked', 'fixed', 'over', 'cancelled'] as const
const partOf = (row: Listed, now: Date): Part => {
  if (row.waits) return 'waits'
  const state = stateOf(row)
  if (state === 'fixed' && isOver(row, now)) return 'over'
  return state === 'draft' ? 'drafts' : state
}

/** What waits on me, what is being chosen and what is fixed. */
export const ListPage = ({ rows, me, now, today }: Props) => {
  const t = words.use()
  return (
    <Page title={t['list.title']} lead={t['list.lead']}>
      <Actions>
        <ButtonLink href="/bijeenkomsten/nieuw" icon="add">
          {t['list.new']}
        </ButtonLink>
        <ButtonLink href="/agenda" kind="quiet" icon="calendar">
          {t['list.week']}
        </ButtonLink>
      </Actions>
      {rows.length === 0 && <Empty title={t['list.empty']}>{t['list.empty.text']}</Empty>}
      {parts.map((part) => (
        <Part part={part} rows={rows.filter((row) => partOf(row, now) === part)} me={me} today={today} />
      ))}
      <p>
        <a href="/bijeenkomsten/cijfers">{t['figures.link']}</a>
      </p>
    </Page>
  )
}

const Part = ({ part, rows, me, today }: Omit<Props, 'now'> & { part: Part }) => {
  const t = words.use()
  if (!rows.length) return null
  return (
    <section>
      <h2>{t[`list.${part}`]}</h2>
      <List label={t[`list.${part}`]}>
        {rows.map((row) => (
          <MeetingRow row={row} mine={row.madeBy === me} today={today} />
        ))}
      </List>
    </section>
  )
}

/** So many names say enough. */
const named = 3

const MeetingRow = ({ row, mine, today }: { row: Listed; mine: boolean; today: Day }) => {
  const t = words.use()
  const language = useLanguage()
  const { id, title, minutes, makerName, answered, invited, answerBy, startsAt, next, repeats, place, waits, others } =
    row
  const more = others.length - named
  const who = others.slice(0, named).join(', ') + (more > 0 ? fill(t['row.more'], { more }) : '')
  const withWhom = who && mine ? fill(t['row.with'], { who }) : ''
  const from = mine ? '' : fill(t['row.from'], { maker: makerName })
  const counted = mine && row.askedAt && !startsAt ? fill(t['row.answered'], { answered, invited }) : ''
  const often = repeats ? t[`repeat.${repeats}`].toLowerCase() : ''
  const when = startsAt
    ? [sayMoment(next ?? startsAt, minutes, language, today), often, place].filter(Boolean).join(' · ')
    : ''
  return (
    <Row
      title={title}
      href={`/bijeenkomsten/${id}`}
      line={[when, from, withWhom, counted, row.askedAt ? '' : t['row.draft']].filter(Boolean).join(' · ')}
      when={
        row.askedAt && answerBy && !startsAt ? fill(t['row.by'], { day: sayDay(answerBy, language, today) }) : undefined
      }
      waits={waits ? t['row.you'] : undefined}
    />
  )
}
