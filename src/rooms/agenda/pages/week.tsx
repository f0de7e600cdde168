import type { Child } from 'hono/jsx'
import { type Day, sayDay, type Weekday } from '#kit/time/day.ts'
import { fill, useLanguage } from '#kit/words/words.ts'
import type { Closed } from '#rooms/days/door.ts'
import { Details } from '#ui/details.tsx'
import { Empty } from '#ui/empty.tsx'
import { Page, useFrame } from '#ui/frame.tsx'
import { Sheet } from '#ui/sheet.tsx'
import { Table } from '#ui/table.tsx'
import { Tag } from '#ui/tag.tsx'
import type { Away } from '../exceptions/queries.ts'
import type { OnScreen } from '../hall/queries.ts'
import type { OnDate } from '../queries.ts'
import { words } from '../words/words.ts'

type WeekDays = { weekday: Weekday; day: Day; isToday: boolean }[]
type OfDay = { day: WeekDays[number]; hours: OnDate[]; held: OnScreen[]; away: Away[]; closed: Closed[]; today: Day }
type Props = {
  days: WeekDays
  hours: OnDate[]
  /** What the school itself holds every week. */
  held: OnScreen[]
  away: Away[]
  closed: Closed[]
  today: Day
  address: string
}

/** The week day by day, which prints as one sheet beside the coffee machine. */
export const WeekPage = ({ address, ...found }: Props) => {
  const t = words.use()
  const language = useLanguage()
  const { hours, held, away, today } = found
  // A sheet has its own foot; that of the frame would be a second one on paper.
  const { print: _, ...frame } = useFrame()
  return (
    <Page title={t['week.title']} heading={null} frame={frame}>
      <Sheet title={t['week.title']} address={address} date={sayDay(today, language)} print={t['week.print']} dense>
        <p>{t['week.lead']}</p>
        {hours.length + held.length + away.length === 0 ? <Nobody /> : <DaysOfWeek {...found} />}
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

// Today is open and the other days are folded: on a phone the whole week is a long way down.
const DaysOfWeek = ({ days, today, ...found }: Omit<Props, 'address'>) => {
  const open = days.find(({ isToday }) => isToday) ?? days.find(({ day }) => day > today) ?? days[0]
  return (
    <div>
      {days.map((day) => (
        <DayOfWeek day={day} {...found} today={today} open={day === open} />
      ))}
    </div>
  )
}

const DayOfWeek = ({ day, hours, held, away, closed, today, open }: OfDay & { open: boolean }) => {
  const t = words.use()
  const here = hours.filter((one) => one.day === day.day)
  const gone = away.filter((one) => one.day === day.day)
  const ours = held.filter((one) => one.weekday === day.weekday)
  const name = <DayName day={day} today={today} />
  const shut = closed.find((one) => one.day === day.day)
  if (shut || here.length + gone.length + ours.length === 0)
    return (
      <p class="details">
        {name} <span class="soft">·</span> {shut ? <Shut closed={shut} /> : <Nobodies />}
      </p>
    )
  const labels = ['week.time', 'week.partner', 'week.space', 'week.what', 'week.owner'] as const
  return (
    <Details spread open={open} summary={<Summary {...{ name, here, ours, gone }} />}>
      <Table
        caption={sayDay(day.day, useLanguage())}
        captionHidden
        columns={labels.map((label) => ({ label: t[label] }))}
        rows={[...inOrder(here, ours), ...gone.map(cellsOfAway)].map((cells) => ({ cells }))}
      />
    </Details>
  )
}

/** The day and how many come, so that it need not be opened to know. */
type Counted = { name: Child; here: OnDate[]; ours: OnScreen[]; gone: Away[] }
const Summary = ({ name, here, ours, gone }: Counted) => {
  const t = words.use()
  const count = new Set(here.map(({ relationId }) => relationId)).size
  const said = [
    count === 1 ? t['week.one'] : count > 1 ? fill(t['week.many'], { count }) : '',
    ours.map(({ title }) => title).join(' · '),
    gone.length > 0 ? fill(t['week.gone'], { who: gone.map(({ partner }) => partner).join(', ') }) : '',
  ]
  return (
    <span>
      {name} <span class="soft">{`· ${said.filter(Boolean).join(' · ')}`}</span>
    </span>
  )
}

const inOrder = (here: OnDate[], ours: OnScreen[]) =>
  [
    ...here.map((one) => ({ from: one.from, cells: cellsOf(one) })),
    ...ours.map((one) => ({ from: one.from, cells: cellsOfOurs(one) })),
  ]
    .toSorted((a, b) => a.from.localeCompare(b.from))
    .map(({ cells }) => cells)

const cellsOfOurs = ({ title, from, until, place }: OnScreen) => [
  ...[<span class="whole">{`${from}–${until}`}</span>, title, place ?? '', '', ''],
]

const cellsOf = ({ relationId, partner, from, until, space, what, owner, once }: OnDate) => [
  <span class="whole">{`${from}–${until}`}</span>,
  <>
    <a href={`/netwerk/${relationId}`}>{partner}</a>
    {once && <Extra />}
  </>,
  space ?? '',
  what ?? '',
  owner ?? '',
]

const cellsOfAway = ({ relationId, partner }: Away) => [
  ...[<NotComing />, <a href={`/netwerk/${relationId}`}>{partner}</a>, '', '', ''],
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
