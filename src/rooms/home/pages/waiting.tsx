import { type Day, sayDay } from '#kit/time/day.ts'
import { fill, useLanguage } from '#kit/words/words.ts'
import { type PollOnMe, PollRow } from '#rooms/meetings/door.ts'
import type { RequestRow } from '#rooms/requests/door.ts'
import { List, Row } from '#ui/list.tsx'
import type { LineAtHome } from '../rules.ts'
import { words } from '../words/words.ts'

type Requests = readonly RequestRow[]
/** So many rows of each; the rest is one step away. One screen. */
const most = 4

type OnMe = { asked: Requests; polls?: readonly PollOnMe[]; cards: readonly LineAtHome[]; today: Day }

/** What waits on me: requests and polls first, then cards that nobody looked at for a year. */
export const WaitsOnMe = ({ asked, polls = [], cards, today }: OnMe) => {
  const t = words.use()
  if (!asked.length && !polls.length && !cards.length) return null
  const shown = cards.slice(0, Math.max(1, most - asked.length - polls.length))
  return (
    <section>
      <h2>{t['waiting.title']}</h2>
      <List label={t['waiting.title']}>
        {asked.slice(0, most).map((request) => (
          <RequestLine request={request} today={today} />
        ))}
        {polls.slice(0, most).map((poll) => (
          <PollRow poll={poll} today={today} />
        ))}
        {shown.map(({ id, name }) => (
          <Row title={name} href={`/netwerk/${id}`} line={t['waiting.line']} waits={t['waiting.you']} />
        ))}
      </List>
      {asked.length > most && <More count={asked.length - most} href="/vragen" words={t['waiting.moreAsked']} />}
      {polls.length > most && <More count={polls.length - most} href="/bijeenkomsten" words={t['waiting.morePolls']} />}
      {cards.length > shown.length && (
        <More count={cards.length - shown.length} href="/netwerk?klopt=1" words={t['waiting.moreCards']} />
      )}
    </section>
  )
}

/** What waits on somebody else, so that nobody has to remember it. */
export const WaitsOnOther = ({ asked, today }: { asked: Requests; today: Day }) => {
  const t = words.use()
  if (!asked.length) return null
  const rest = asked.length - most
  return (
    <section>
      <h2>{t['other.title']}</h2>
      <List label={t['other.title']}>
        {asked.slice(0, most).map((request) => (
          <RequestLine request={request} today={today} />
        ))}
      </List>
      <p>
        <a href="/vragen">{rest > 0 ? fill(t['waiting.moreAsked'], { count: rest }) : t['other.all']}</a>
      </p>
    </section>
  )
}

/** To whom or from whom, what, and when an answer is due. Overdue says so in words. */
const RequestLine = ({ request, today }: { request: RequestRow; today: Day }) => {
  const t = words.use()
  const language = useLanguage()
  const { id, what, party, waits, overdue, answerBy, to, asker, school } = request
  const mine = waits === 'me'
  return (
    <Row
      title={party === 'asked' ? [asker, school].filter(Boolean).join(', ') : to}
      href={`/vragen/${id}`}
      line={what ?? ''}
      when={overdue && !mine ? t['request.overdue'] : fill(t['request.by'], { day: sayDay(answerBy, language, today) })}
      waits={mine ? t[overdue ? 'request.overdue' : 'request.you'] : undefined}
    />
  )
}

const More = ({ count, href, words: text }: { count: number; href: string; words: string }) => (
  <p>
    <a href={href}>{fill(text, { count })}</a>
  </p>
)

/** Partners that came in the last two weeks. */
export const Fresh = ({ lines }: { lines: readonly LineAtHome[] }) => {
  const t = words.use()
  if (!lines.length) return null
  const named = lines.slice(0, 3)
  return (
    <section>
      <h2>{t['fresh.title']}</h2>
      <p>
        {named.map(({ id, name }, place) => (
          <>
            {place > 0 && ', '}
            <a href={`/netwerk/${id}`}>{name}</a>
          </>
        ))}
        {lines.length > named.length && fill(t['fresh.more'], { count: lines.length - named.length })}
      </p>
    </section>
  )
}
