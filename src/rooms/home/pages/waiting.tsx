import { type Day, sayDay } from '#kit/time/day.ts'
import { fill, useLanguage } from '#kit/words/words.ts'
import type { KeepingForMe } from '#rooms/agreements/door.ts'
import type { TaskForMe } from '#rooms/events/door.ts'
import type { WaitingParting } from '#rooms/handovers/door.ts'
import { type PollOnMe, PollRow } from '#rooms/meetings/door.ts'
import type { ResolutionWaits } from '#rooms/plans/door.ts'
import type { RequestRow } from '#rooms/requests/door.ts'
import type { TandemToday } from '#rooms/tandem/door.ts'
import { Details } from '#ui/details.tsx'
import { List, Row } from '#ui/list.tsx'
import type { LineAtHome } from '../rules.ts'
import { words } from '../words/words.ts'

type Requests = readonly RequestRow[]
/** So many lines lie open; the rest is folded under them, and of each kind no more than this. One screen. */
const most = { open: 5, alike: 10, other: 2 }

/** What the rooms say waits on me besides questions and cards, each by its own rule. */
export type AlsoWaits = Pick<KeepingForMe, 'turns' | 'due' | 'steps'> & {
  partings: readonly WaitingParting[]
  choices: readonly { id: string; name: string }[]
  offers: number
  tandem: TandemToday | undefined
  resolutions: readonly ResolutionWaits[]
  tasks: readonly TaskForMe[]
  polls: readonly { id: string; question: string; closesOn: Day }[]
}

type OnMe = {
  asked: Requests
  meetings?: readonly PollOnMe[]
  cards: readonly LineAtHome[]
  also: AlsoWaits | undefined
  today: Day
}

/** What waits on me: questions and meetings first, what was agreed and decided, then cards nobody looked at for a year. */
export const WaitsOnMe = ({ asked, meetings = [], cards, also, today }: OnMe) => {
  const t = words.use()
  const rows = useAlso(also, today)
  // A partner finds her links to meetings nowhere else: none of them is left out.
  const polls = also ? meetings.slice(0, most.alike) : meetings
  const lines = [
    ...asked.slice(0, most.alike).map((request) => <RequestLine request={request} today={today} />),
    ...polls.map((poll) => <PollRow poll={poll} today={today} />),
    ...rows.map((row) => <Row {...row} />),
    ...cards
      .slice(0, most.alike)
      .map(({ id, name }) => (
        <Row title={name} href={`/netwerk/${id}`} line={t['waiting.line']} waits={t['waiting.you']} />
      )),
  ]
  const count = asked.length + meetings.length + rows.length + cards.length
  if (!count) return null
  return (
    <section>
      <h2>{t['waiting.title']}</h2>
      <List label={t['waiting.title']}>{lines.slice(0, most.open)}</List>
      {count > most.open && (
        <Details summary={fill(t['waiting.all'], { count })}>
          <List label={fill(t['waiting.all'], { count })}>{lines.slice(most.open)}</List>
          <More count={asked.length - most.alike} href="/vragen" words={t['waiting.moreAsked']} />
          <More count={meetings.length - polls.length} href="/bijeenkomsten" words={t['waiting.morePolls']} />
          <More count={cards.length - most.alike} href="/netwerk?klopt=1" words={t['waiting.moreCards']} />
        </Details>
      )}
      {also && (
        <p>
          <a href="/signalen">{t['waiting.signals']}</a>
        </p>
      )}
    </section>
  )
}

type Waiting = { title: string; href: string; line: string; when?: string; waits: string }

/** One row for one thing, one row for many alike: the list stays as long as a hand. */
function useAlso(also: AlsoWaits | undefined, today: Day): Waiting[] {
  const t = words.use()
  const language = useLanguage()
  if (!also) return []
  const by = (day: Day) => sayDay(day, language, today)
  const few = <T,>(all: readonly T[], one: (thing: T) => Waiting, many: Omit<Waiting, 'title'>, title: string) =>
    all.length > mostAlike ? [{ ...many, title: fill(title, { count: all.length }) }] : all.map(one)
  const [choices, polls] = [
    { href: '/keuzes', line: '' },
    { href: '/stemmingen', line: '' },
  ]
  return [
    ...(also.tandem
      ? [
          {
            ...{ title: t['also.tandem'], href: '/tandem', waits: t['also.tandem.you'] },
            line: fill(t[also.tandem.points === 1 ? 'also.tandem.one' : 'also.tandem.points'], also.tandem),
          },
        ]
      : []),
    ...few(
      also.polls,
      ({ id, question, closesOn }) => ({
        ...{ title: question, href: `/stemmingen/${id}`, line: t['also.poll'] },
        ...{ when: fill(t['also.until'], { day: by(closesOn) }), waits: t['also.poll.you'] },
      }),
      { ...polls, waits: t['also.poll.you'] },
      t['also.polls'],
    ),
    ...few(
      also.choices,
      ({ id, name }) => ({ title: name, href: `/keuzes/${id}`, line: t['also.choice'], waits: t['also.choice.you'] }),
      { ...choices, waits: t['also.choice.you'] },
      t['also.choices'],
    ),
    ...few(
      also.resolutions,
      ({ id, title, decidesOn, unheard, nobody }) => ({
        ...{ title, href: `/besluiten/${id}`, when: fill(t['also.resolution.on'], { day: by(decidesOn) }) },
        line: nobody ? t['also.resolution.nobody'] : fill(t['also.resolution'], { count: unheard }),
        waits: t['also.resolution.you'],
      }),
      { href: '/besluiten', line: '', waits: t['also.resolution.you'] },
      t['also.resolutions'],
    ),
    ...few(
      also.tasks,
      ({ playbookId, what, title, date }) => ({
        ...{ title: what, href: `/draaiboeken/${playbookId}`, line: title, waits: t['also.task.you'] },
        when: fill(t['also.until'], { day: by(date) }),
      }),
      { href: '/draaiboeken', line: '', waits: t['also.task.you'] },
      t['also.tasks'],
    ),
    ...also.steps.map(({ relationId, name, step }) => ({
      ...{
        title: name,
        href: `/netwerk/${relationId}/vervolg`,
        line: t[`also.step.${step}`],
        waits: t['also.step.you'],
      },
    })),
    ...also.partings.map(({ relationId, faceId, name, partner, stopsOn }) => ({
      ...{ title: name, href: `/netwerk/${relationId}/gezichten/${faceId}/vertrek`, waits: t['also.parting.you'] },
      line: fill(t['also.parting'], { partner, day: by(stopsOn) }),
    })),
    ...few(
      also.due,
      ({ relationId, name, what, until }) => ({
        ...{ title: what, href: `/netwerk/${relationId}/afspraken`, line: name, waits: t['also.due.you'] },
        when: fill(t['also.until'], { day: by(until) }),
      }),
      { href: '/afspraken', line: '', waits: t['also.due.you'] },
      t['also.dues'],
    ),
    ...(also.turns ? [row(t['also.turns'], also.turns, '/afspraken', t['also.turns.you'])] : []),
    ...(also.offers ? [row(t['also.offers'], also.offers, '/voorstellen', t['also.offers.you'])] : []),
  ]
}

const mostAlike = 2
const row = (title: string, count: number, href: string, waits: string): Waiting => ({
  ...{ title: fill(title, { count }), href, line: '', waits },
})

/** What waits on somebody else, so that nobody has to remember it. */
export const WaitsOnOther = ({ asked, today }: { asked: Requests; today: Day }) => {
  const t = words.use()
  if (!asked.length) return null
  const rest = asked.length - most.other
  return (
    <section>
      <h2>{t['other.title']}</h2>
      <List label={t['other.title']}>
        {asked.slice(0, most.other).map((request) => (
          <RequestLine request={request} today={today} />
        ))}
      </List>
      <p>
        <a href="/vragen">{rest > 0 ? fill(t['waiting.moreAsked'], { count: rest }) : t['other.all']}</a>
      </p>
    </section>
  )
}

/** To whom or from whom, what, and when an answer is due as long as there is none. Overdue says so in words. */
const RequestLine = ({ request, today }: { request: RequestRow; today: Day }) => {
  const t = words.use()
  const language = useLanguage()
  const { id, what, party, waits, overdue, answerBy, to, asker, school, state } = request
  const mine = waits === 'me'
  const isIn = state === 'answered' || state === 'declined'
  const day = isIn ? undefined : fill(t['request.by'], { day: sayDay(answerBy, language, today) })
  return (
    <Row
      title={party === 'asked' ? [asker, school].filter(Boolean).join(', ') : to}
      href={`/vragen/${id}`}
      line={what ?? ''}
      when={overdue && !mine ? t['request.overdue'] : day}
      waits={mine ? t[overdue ? 'request.overdue' : 'request.you'] : undefined}
    />
  )
}

const More = ({ count, href, words: text }: { count: number; href: string; words: string }) =>
  count > 0 ? (
    <p>
      <a href={href}>{fill(text, { count })}</a>
    </p>
  ) : null

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
