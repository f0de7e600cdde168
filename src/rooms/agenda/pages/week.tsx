import { type Day, sayDay, type Weekday } from '#kit/time/day.ts'
import { fill, useLanguage } from '#kit/words/words.ts'
import type { Closed } from '#rooms/days/door.ts'
import { Actions, ButtonLink } from '#ui/button.tsx'
import { Empty } from '#ui/empty.tsx'
import { Page, useFrame } from '#ui/frame.tsx'
import { Sheet } from '#ui/sheet.tsx'
import { Table } from '#ui/table.tsx'
import type { InBuilding } from '../queries.ts'
import { words } from '../words/words.ts'

type WeekDays = { weekday: Weekday; day: Day; isToday: boolean }[]
type Props = {
  days: WeekDays
  hours: InBuilding[]
  closed: Closed[]
  today: Day
  address: string
  mayArrange?: boolean
}

/** The week in one table, which prints as one sheet beside the coffee machine. */
export const WeekPage = ({ days, hours, closed, today, address, mayArrange }: Props) => {
  const t = words.use()
  const language = useLanguage()
  // A sheet has its own foot; that of the frame would be a second one on paper.
  const { print: _, ...frame } = useFrame()
  return (
    <Page title={t['week.title']} heading={null} frame={frame}>
      <Sheet title={t['week.title']} address={address} date={sayDay(today, language)} print={t['week.print']}>
        <p>{t['week.lead']}</p>
        {hours.length === 0 ? <Nobody /> : <WeekTable days={days} hours={hours} closed={closed} today={today} />}
      </Sheet>
      <Actions>
        <ButtonLink href="/bijeenkomsten" kind="quiet" icon="people">
          {t['week.meetings']}
        </ButtonLink>
        <ButtonLink href="/agenda/abonnementen" kind="quiet" icon="calendar">
          {t['week.subscribe']}
        </ButtonLink>
        <ButtonLink href="/rooster" kind="quiet" icon="clock">
          {t['week.timetable']}
        </ButtonLink>
        <ButtonLink href="/agenda/eigen" kind="quiet" icon="lock">
          {t['week.own']}
        </ButtonLink>
        {mayArrange && (
          <ButtonLink href="/agenda/scherm" kind="quiet" icon="building">
            {t['week.hall']}
          </ButtonLink>
        )}
        <ButtonLink href="/jaarplan" kind="quiet" icon="leaf">
          {t['week.year']}
        </ButtonLink>
      </Actions>
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

const WeekTable = ({ days, hours, closed, today }: Omit<Props, 'address'>) => {
  const t = words.use()
  const labels = ['week.day', 'week.time', 'week.partner', 'week.space', 'week.what', 'week.owner'] as const
  return (
    <Table
      caption={t['week.title']}
      captionHidden
      columns={labels.map((label) => ({ label: t[label] }))}
      rows={days.flatMap((day) => rowsOf(day, hours, closed, today))}
    />
  )
}

// Every row says its day, so that it can be read on its own on a phone.
const rowsOf = (day: WeekDays[number], hours: InBuilding[], closed: Closed[], today: Day) => {
  const here = hours.filter(({ weekday }) => weekday === day.weekday)
  const name = <DayName day={day} today={today} />
  const shut = closed.find((one) => one.day === day.day)
  if (shut) return [{ cells: [name, '–', <Shut closed={shut} />, '–', '–', '–'] }]
  if (!here.length) return [{ cells: [name, '–', <Nobodies />, '–', '–', '–'] }]
  return here.map(({ relationId, partner, from, until, space, what, owner }) => ({
    cells: [
      name,
      <span class="whole">{`${from}–${until}`}</span>,
      <a href={`/netwerk/${relationId}`}>{partner}</a>,
      space ?? '–',
      what ?? '–',
      owner ?? '–',
    ],
  }))
}

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
