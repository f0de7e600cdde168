import { type Day, sayLongDay } from '#kit/time/day.ts'
import { fill, useLanguage } from '#kit/words/words.ts'
import type { InBuilding } from '#rooms/agenda/door.ts'
import { AskedOfMe } from '#rooms/handovers/door.ts'
import type { PollOnMe } from '#rooms/meetings/door.ts'
import type { RequestRow } from '#rooms/requests/door.ts'
import { AskForm } from '#rooms/signpost/door.ts'
import { Actions, ButtonLink } from '#ui/button.tsx'
import { Card } from '#ui/card.tsx'
import { Details } from '#ui/details.tsx'
import { FactList } from '#ui/facts.tsx'
import { Page, useFrame } from '#ui/frame.tsx'
import { List, Row } from '#ui/list.tsx'
import { type Five, firstName, type LineAtHome, type PartOfDay } from '../rules.ts'
import { words } from '../words/words.ts'
import { type AlsoWaits, Fresh, WaitsOnMe, WaitsOnOther } from './waiting.tsx'

export type Greeting = { part: PartOfDay; name: string; today: Day }
export type SchoolToday = {
  today: Day
  /** So many things I am asked to take over. */
  toTakeOver: number
  also: AlsoWaits
  onMe: RequestRow[]
  meetings: PollOnMe[]
  onOther: RequestRow[]
  fresh: LineAtHome[]
  present: InBuilding[]
  waiting: LineAtHome[]
  unowned: LineAtHome[]
  five: Five | undefined
  setUp: { people: number; partners: number } | undefined
}

/** Vandaag: the box, who is in, what waits for me. One screen. */
export const TodayPage = ({ greeting, school }: { greeting: Greeting; school: SchoolToday | undefined }) => {
  const t = words.use()
  const language = useLanguage()
  // The box stands large on the page: a second one above it would only make one choose.
  const { askBox: _, ...frame } = useFrame()
  return (
    <Page
      title={t['today.title']}
      heading={useGreeting(greeting)}
      lead={sayLongDay(greeting.today, language)}
      frame={frame}
    >
      <AskForm shortcut="/" />
      {school?.setUp && <SetUp {...school.setUp} />}
      {school && <InHouse present={school.present} />}
      {school && <AskedOfMe count={school.toTakeOver} />}
      {school && (
        <WaitsOnMe
          asked={school.onMe}
          meetings={school.meetings}
          cards={school.waiting}
          also={school.also}
          today={school.today}
        />
      )}
      {school && <WaitsOnOther asked={school.onOther} today={school.today} />}
      {school && <Fresh lines={school.fresh} />}
      {school?.five && <FiveQuestions five={school.five} unowned={school.unowned} />}
      {school && (
        <Actions>
          <ButtonLink href="/bij-wie/tien" kind="quiet" icon="print">
            {t['today.ten']}
          </ButtonLink>
          <ButtonLink href="/bij-wie/dag" kind="quiet" icon="print">
            {t['today.day']}
          </ButtonLink>
        </Actions>
      )}
    </Page>
  )
}

export function useGreeting({ part, name }: Greeting): string {
  const t = words.use()
  return name ? fill(t[`greeting.${part}`], { name: firstName(name) }) : t['today.title']
}

const SetUp = ({ people, partners }: { people: number; partners: number }) => {
  const t = words.use()
  return (
    <Card title={t['setUp.title']} waits={t['setUp.waits']}>
      <p>{fill(t['setUp.text'], { people, partners })}</p>
      <ButtonLink href="/begin">{t['setUp.button']}</ButtonLink>
    </Card>
  )
}

const mostInHouse = 4
/** Who is in the building, on a line or two; with what they come for it stands in the week. */
const InHouse = ({ present }: { present: readonly InBuilding[] }) => {
  const t = words.use()
  const rest = present.length - mostInHouse
  return (
    <section>
      <h2>{t['inHouse.title']}</h2>
      {present.length === 0 && <p>{t['inHouse.none']}</p>}
      {present.length > 0 && (
        <ul class="small" aria-label={t['inHouse.title']}>
          {present.slice(0, mostInHouse).map(({ partner, relationId, from, until, space }) => (
            <li>
              <a href={`/netwerk/${relationId}`}>{partner}</a>{' '}
              {[fill(t['inHouse.time'], { from, until }), space].filter(Boolean).join(' · ')}
            </li>
          ))}
        </ul>
      )}
      <p>
        <a href="/agenda">{rest > 0 ? fill(t['inHouse.more'], { count: rest }) : t['inHouse.week']}</a>
      </p>
    </section>
  )
}

/** For the head teacher, folded: five numbers about the network, none about a person. */
const FiveQuestions = ({ five, unowned }: { five: Five; unowned: readonly LineAtHome[] }) => {
  const t = words.use()
  const kinds = ['new', 'stuck', 'ending', 'unowned', 'good'] as const
  return (
    <Details summary={t['five.title']}>
      <FactList
        short
        facts={kinds.map((kind) => ({
          term: t[`five.${kind}`],
          value: kind === 'stuck' ? <a href="/netwerk?klopt=1">{five[kind]}</a> : five[kind],
        }))}
      />
      {unowned.length > 0 && (
        <>
          <h3>{t['unowned.title']}</h3>
          <List label={t['unowned.title']}>
            {unowned.map(({ id, name, ownerId }) => (
              <Row title={name} href={`/netwerk/${id}`} line={ownerId ? t['unowned.deputy'] : t['unowned.owner']} />
            ))}
          </List>
        </>
      )}
      <p>
        <a href="/netwerk">{t['five.network']}</a>
      </p>
    </Details>
  )
}
