import { type Day, sayDay, type Weekday } from '#kit/time/day.ts'
import { fill, useLanguage } from '#kit/words/words.ts'
import type { Closed } from '#rooms/days/door.ts'
import { Empty } from '#ui/empty.tsx'
import { Page, useFrame } from '#ui/frame.tsx'
import { Sheet } from '#ui/sheet.tsx'
import { Table } from '#ui/table.tsx'
import { Tag } from '#ui/tag.tsx'
import type { Away } from '../exceptions/queries.ts'
import type { OnDate } from '../queries.ts'
import { words } from '../words/words.ts'

type WeekDays = { weekday: Weekday; day: Day; isToday: boolean }[]
type Props = {
  days: WeekDays
  hours: OnDate[]
  away: Away[]
  closed: Closed[]
  today: Day
  address: string
}

/** The week in one table, which prints as one sheet beside the coffee machine. */
export const WeekPage = ({ days, hours, away, closed, today, address }: Props) => {
  const t = words.use()
  const language = useLanguage()
  // A sheet has its own foot; that of the frame would be a second one on paper.
  const { print: _, ...frame } = useFrame()
  return (
    <Page title={t['week.title']} heading={null} frame={frame}>
      <Sheet title={t['week.title']} address={address} date={sayDay(today, language)} print={t['week.print']}>
        <p>{t['week.lead']}</p>
        {hours.length + away.length === 0 ? (
          <Nobody />
        ) : (
          <WeekTable days={days} hours={hours} away={away} closed={closed} today={today} />
        )}
      </Sheet>
    </Page>
  )
}

const Nobody = () => {
  const t = words.use()
  return (
    <Empty title={t['week.empty']} action={{ href: '/netwerk', label: t['week.empty.do'] }}>
      {t['week.empty.text']}
    </Empty>
  )
}

const WeekTable = ({ days, hours, away, closed, today }: Omit<Props, 'address'>) => {
  const t = words.use()
  const labels = ['week.day', 'week.time', 'week.partner', 'week.space', 'week.what', 'week.owner'] as const
  return (
    <Table
      caption={t['week.title']}
      captionHidden
      columns={labels.map((label) => ({ label: t[label] }))}
      rows={days.flatMap((day) => rowsOf(day, { hours, away, closed, today }))}
    />
  )
}

// Every row says its day, so that it can be read on its own on a phone.
const rowsOf = (day: WeekDays[number], { hours, away, closed, today }: Omit<Props, 'address' | 'days'>) => {
  const name = <DayName day={day} today={today} />
  const shut = closed.find((one) => one.day === day.day)
  if (shut) return [{ cells: [name, '–', <Shut closed={shut} />, '–', '–', '–'] }]
  const here = hours.filter((one) => one.day === day.day).map((one) => [name, ...cellsOf(one)])
  const gone = away
    .filter((one) => one.day === day.day)
    .map(({ relationId, partner }) => [
      ...[name, <NotComing />, <a href={`/netwerk/${relationId}`}>{partner}</a>, '–', '–', '–'],
    ])
  const rows = [...here, ...gone]
  return (rows.length ? rows : [[name, '–', <Nobodies />, '–', '–', '–']]).map((cells) => ({ cells }))
}

const cellsOf = ({ relationId, partner, from, until, space, what, owner, once }: OnDate) => [
  <span class="whole">{`${from}–${until}`}</span>,
  <>
    <a href={`/netwerk/${relationId}`}>{partner}</a>
    {once && <Extra />}
  </>,
  space ?? '–',
  what ?? '–',
  owner ?? '–',
]

const Extra = () => (
  <>
    {' '}
    <Tag kind="quiet">{words.use()['week.extra']}</Tag>
  </>
)
const NotComing = () => <strong>{words.use()['week.away']}</strong>
const DayName = ({ day: { day, isToday }, today }: { day: WeekDays[number]; today: Day }) => {
  const t = words.use()
  const said = sayDay(day, useLanguage(), today)
  return isToday ? <strong>{`${said} (${t['week.today']})`}</strong> : <span class="whole">{said}</span>
}

const Shut = ({ closed: { nl, en } }: { closed: Closed }) => {
  const t = words.use()
  return <strong>{fill(t['week.closed'], { why: useLanguage() === 'en' ? en : nl })}</strong>
}
const Nobodies = () => <span class="soft">{words.use()['week.nobody']}</span>
