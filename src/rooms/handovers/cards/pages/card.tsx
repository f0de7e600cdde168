import type { Child } from 'hono/jsx'
import { type Day, sayDay, sayMonth, sayWeekday, type Weekday } from '#kit/time/day.ts'
import { fill, useLanguage } from '#kit/words/words.ts'
import type { findCard } from '#rooms/network/door.ts'
import type { RequestRow } from '#rooms/requests/door.ts'
import { nameOf } from '#rooms/trade/door.ts'
import { Actions, ButtonLink } from '#ui/button.tsx'
import { FactList } from '#ui/facts.tsx'
import { Page, useFrame } from '#ui/frame.tsx'
import { Sheet } from '#ui/sheet.tsx'
import { words } from '../../words/words.ts'
import { sentences } from '../forms.ts'
import type { Note, OpenAgreement } from '../queries.ts'

type Card = NonNullable<Awaited<ReturnType<typeof findCard>>>
type Props = {
  card: Card
  note: Note | undefined
  agreed: readonly OpenAgreement[]
  open: readonly RequestRow[]
  closed: readonly RequestRow[]
  today: Day
  address: string
  mayWrite: boolean
}

/** One A4 for whoever takes the line over: facts first, then what no register knows. */
export const HandoverCardPage = (props: Props) => {
  const t = words.use()
  const language = useLanguage()
  const { print: _, ...frame } = useFrame()
  const { card, today, address, mayWrite } = props
  const title = fill(t['card.title'], { name: card.name })
  return (
    <Page
      title={title}
      heading={null}
      back={{ href: `/netwerk/${card.id}`, label: fill(t['note.back'], { name: card.name }) }}
      frame={frame}
    >
      {mayWrite && (
        <Actions>
          <ButtonLink href={`/netwerk/${card.id}/overdracht/zinnen`} icon="edit">
            {t['card.write']}
          </ButtonLink>
        </Actions>
      )}
      <Sheet title={title} address={address} date={sayDay(today, language)} print={t['card.print']} dense>
        <FactList facts={useFacts(props)} />
        <Sentences {...props} />
        <Agreed {...props} />
        <Asked {...props} />
      </Sheet>
    </Page>
  )
}

function useFacts({ card }: Props): { term: string; value: Child }[] {
  const t = words.use()
  const language = useLanguage()
  const of = (kind: 'topic' | 'motive', ids: readonly string[]) =>
    ids.map((id) => nameOf(kind, id, language)).join(', ')
  const known: [string, Child][] = [
    [t['card.owner'], card.owner?.name ?? t['card.nobody']],
    [t['card.deputy'], card.deputy?.name ?? t['card.nobody']],
    [t['card.since'], card.since ? sayMonth(card.since, language) : t['card.unknown']],
    [t['card.faces'], <Faces faces={card.faces} />],
    [t['card.why'], of('motive', card.reason?.motives ?? [])],
    [
      t['card.topics'],
      of(
        'topic',
        card.topics.map(({ topic }) => topic),
      ),
    ],
    [t['card.hours'], <Hours hours={card.hours} />],
    [t['card.until'], card.until ? sayDay(card.until, language) : ''],
  ]
  const isThere = ([term, value]: [string, Child]) =>
    value !== '' && (term !== t['card.hours'] || card.hours.length > 0)
  return known.filter(isThere).map(([term, value]) => ({ term, value }))
}

const Faces = ({ faces }: Pick<Card, 'faces'>) => {
  const t = words.use()
  if (!faces.length) return <>{t['card.nobody']}</>
  return (
    <ul>
      {faces.map(({ name, work, phone, mail, moment }) => (
        <li>{[name, work, phone, mail, moment].filter(Boolean).join(' · ')}</li>
      ))}
    </ul>
  )
}

const Hours = ({ hours }: Pick<Card, 'hours'>) => {
  const language = useLanguage()
  return (
    <ul>
      {hours.map(({ weekday, from, until, space, what }) => (
        <li>
          {[`${sayWeekday(weekday as Weekday, language, 'long')} ${from}–${until}`, space, what]
            .filter(Boolean)
            .join(' · ')}
        </li>
      ))}
    </ul>
  )
}

const Sentences = ({ note, today }: Props) => {
  const t = words.use()
  const language = useLanguage()
  const said = sentences.filter((field) => note?.[field])
  return (
    <section>
      <h2>{t['note.title']}</h2>
      {said.length === 0 && <p>{t['note.none']}</p>}
      {said.map((field) => (
        <p>
          <strong>{t[`note.${field}`]}</strong> {note?.[field]}
        </p>
      ))}
      {note && said.length > 0 && (
        <p class="small">
          {fill(t['note.by'], { name: note.writer ?? t['card.nobody'], day: sayDay(note.writtenOn, language, today) })}
        </p>
      )}
    </section>
  )
}

/** What was asked lately, and of what is open by when an answer comes. */
const Asked = ({ open, closed, today }: Props) => {
  const t = words.use()
  const language = useLanguage()
  const shown = [...open, ...closed].filter(({ what }) => what)
  if (!shown.length) return null
  return (
    <section>
      <h2>{t['card.asked']}</h2>
      <ul>
        {shown.map(({ what, answerBy, id }) => (
          <li>
            {what}
            {open.some((one) => one.id === id) &&
              ` (${fill(t['card.openUntil'], { day: sayDay(answerBy, language, today) })})`}
          </li>
        ))}
      </ul>
    </section>
  )
}

/** What was agreed and is not done yet: the school's part by whom, until when. */
const Agreed = ({ agreed, today }: Props) => {
  const t = words.use()
  const language = useLanguage()
  if (!agreed.length) return null
  return (
    <section>
      <h2>{t['card.agreed']}</h2>
      <ul>
        {agreed.map(({ what, until, person }) => (
          <li>{[what, person, sayDay(until, language, today)].filter(Boolean).join(' · ')}</li>
        ))}
      </ul>
    </section>
  )
}
